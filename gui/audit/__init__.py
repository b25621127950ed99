"""The audit trail in the window: its check with an anchor, and the history of one person."""
