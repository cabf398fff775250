"""How the desk and a payment provider come to agree: what is asked, what its answers do, and how both are compared."""
