"""The owner's settings of payments: the key, the card readers, and the lot's rules."""
