"""Rows of the store read back as plain values. Nothing is written here; what deeds and other readers share."""
