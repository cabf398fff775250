"""The command bar: one line that does any deed, and says before Enter what it will do."""

from __future__ import annotations

from parkdesk.ui.command_bar.bar import CommandBar

__all__ = ["CommandBar"]
