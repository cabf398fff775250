"""Activity: who did what and when, at every desk."""
