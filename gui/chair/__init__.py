"""What is given at the chair: each infusion with its times, batches, vital signs and what happened."""
