"""Exports in the window: what leaves, in which form, where to, how far it is, and what came of it."""
