"""The clinic of a day: what is prepared, in which order, what a week holds. Pure."""
