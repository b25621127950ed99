"""Faults done to the program on purpose, one script each; `make faults` runs them (bench/faults/run.py)."""
