"""What should be given: regimens, body size, doses, tablets, infusions and alerts; exact, with no screen or store."""
