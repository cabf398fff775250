"""Prices: a lot's tariff, and what a stay costs with it."""
