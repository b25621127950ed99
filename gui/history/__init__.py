"""What was done for one patient, in words."""
