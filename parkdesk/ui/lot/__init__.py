"""The lot: bays where they stand, what ends next, and the card of the bay one looks at."""

from __future__ import annotations

from parkdesk.ui.lot.screen import LotScreen

__all__ = ["LotScreen"]
