"""The chained trail of every change, its anchors, and the one way to write a value as text."""
