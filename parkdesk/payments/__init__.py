"""`payments` moves money. It alone speaks to Stripe (`stripe` over `requests`)."""
