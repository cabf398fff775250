"""Demo data: three lots, ninety days of stays, and live bookings in every state, relative to now."""
