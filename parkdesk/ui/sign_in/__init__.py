"""Signing in: who works here, by password at first, by PIN at a desk that is open."""

from __future__ import annotations

from parkdesk.ui.sign_in.screen import SignInScreen

__all__ = ["SignInScreen"]
