"""The timers: every running stay as a large countdown, soonest first."""

from __future__ import annotations

from parkdesk.ui.timers.screen import TimersScreen

__all__ = ["TimersScreen"]
