"""Lots and bays: the lots there are, a lot's own facts, its bays level by level, and lot files."""
