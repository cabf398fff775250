"""Vehicle types: what they are called, and which are still booked."""
