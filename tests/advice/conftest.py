"""The folder from which the tests of the advice import how their canvases were made."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
