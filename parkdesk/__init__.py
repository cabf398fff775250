"""ParkDesk, the desk application for parking lots."""

__version__ = "0.1.0"
