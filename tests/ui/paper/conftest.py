"""The desk these tests work at, and its printer."""

from tests.ui.desk_window import case, desk, supervised

__all__ = ["case", "desk", "supervised"]
