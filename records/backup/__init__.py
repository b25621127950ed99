"""Copies of the records and the way back: backups, restoring and trying it, the whole store as text."""
