"""What is seen and measured in one patient: laboratory values, adverse events, reported symptoms. Pure."""
