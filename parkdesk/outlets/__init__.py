"""`outlets` speaks to the world outside: exported files, thermal printers, e-mail."""
