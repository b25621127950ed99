"""A cohort: who is in it, response rates, curves and adverse events, each figure traceable to its patients."""
