"""The first run: the few questions that must be asked."""
