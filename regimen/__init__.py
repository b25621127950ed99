"""What should be given: regimens, body size, doses, tablets, infusions and alerts, exact and without any screen or store."""
