"""`services` do. One public method is one thing a person can do at the desk; it owns its transaction."""
