"""The families of verbs, in the order of the help."""

from __future__ import annotations

from parkdesk.cli import bookings, care, check, journal, lots, payments, receipts, reports, sweep

FAMILIES = (bookings, receipts, lots, payments, reports, sweep, journal, check, care)
