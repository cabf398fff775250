"""The window's frame: rail, header, alerts, messages, status."""
