"""The command line: ``samenwerking check``, ``show`` and ``convert``."""

from samenwerking.cli.main import main

__all__ = ["main"]
