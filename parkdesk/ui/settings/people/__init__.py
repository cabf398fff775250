"""People: who works here and with what rights, and everybody's own password and PIN."""
