"""Reports: what was taken, how full it was, and what was promised and kept."""

from parkdesk.ui.reports.screen import ReportsScreen

__all__ = ["ReportsScreen"]
