"""What keeps the desk true while nobody touches it: the sweep, alerts, others' changes, the clock, scans."""

from __future__ import annotations

from parkdesk.ui.live.live import Live

__all__ = ["Live"]
