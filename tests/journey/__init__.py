"""A shift worked from outside: a real window on an X screen, real clicks and keys, and a power cut."""
