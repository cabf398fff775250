"""The first start: language and place, one lot, and the owner's account."""

from __future__ import annotations

from parkdesk.ui.first_start.screen import FirstStart

__all__ = ["FirstStart"]
