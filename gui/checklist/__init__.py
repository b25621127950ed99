"""The checklist before the first cycle, answered in the window."""
