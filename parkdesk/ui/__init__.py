"""`ui` shows and asks. It alone speaks Qt."""
