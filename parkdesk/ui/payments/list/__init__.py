"""The Payments screen: what came in and what went back, how each stands, and what a person must look at."""

from __future__ import annotations

from parkdesk.ui.payments.list.screen import PaymentsScreen

__all__ = ["PaymentsScreen"]
