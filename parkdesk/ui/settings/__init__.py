"""Settings: lots, bays, prices, people, the look of this desk, its database, and what it is."""

from parkdesk.ui.settings.screen import SettingsScreen

__all__ = ["SettingsScreen"]
