"""``python -m samenwerking`` does what ``samenwerking`` does."""

import sys

from samenwerking.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
