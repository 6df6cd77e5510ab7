"""The invented case, and the folder from which tests import how it was made."""

import sys
from pathlib import Path

import pytest

from samenwerking.model import Portfolio

sys.path.append(str(Path(__file__).parent))

from display_cases import full_case


@pytest.fixture
def full() -> Portfolio:
    return full_case()
