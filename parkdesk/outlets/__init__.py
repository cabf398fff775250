"""`outlets` speaks to the world outside: thermal printer, e-mail, SMS, exported files."""
