"""The bookings: who comes, who is here, who was, and everything about one of them."""

from __future__ import annotations

from parkdesk.ui.bookings.screen import BookingsScreen

__all__ = ["BookingsScreen"]
