"""`domain` decides. Pure Python: values and rules, no clock, no I/O, no third-party framework."""
