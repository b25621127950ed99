"""The parts of the one door, `records.actions.Actions`, by topic: each method answers a Future."""
