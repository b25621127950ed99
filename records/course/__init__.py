"""One course, read from its values: plan, cycles, decisions, restarts, release, intensity. Pure."""
