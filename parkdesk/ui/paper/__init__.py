"""Tickets and receipts on the screen, on any system printer and as PDF."""
