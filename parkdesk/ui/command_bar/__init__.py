"""One line that does every deed: typed, completed, previewed, and done with Enter."""

from __future__ import annotations

from parkdesk.ui.command_bar.bar import CommandBar

__all__ = ["CommandBar"]
