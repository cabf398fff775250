"""`cli` does the same deeds in a terminal, without Qt."""
