"""What the store keeps, as plain values that cross threads freely; nothing here knows SQL."""
