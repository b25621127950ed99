"""The blind second check: measured again from the source, with nothing of the first values in sight."""
