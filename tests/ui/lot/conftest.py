"""The desk these tests work at."""

from tests.ui.desk_window import case, desk, supervised

__all__ = ["case", "desk", "supervised"]
