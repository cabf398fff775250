"""Intentions: each action is declared once, one module a screen, and appears everywhere from there."""
