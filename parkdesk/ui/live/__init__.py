"""What keeps the desk true while nobody touches it: the sweep, alerts, other desks' changes, the clock's guard."""

from __future__ import annotations

from parkdesk.ui.live.live import Live

__all__ = ["Live"]
