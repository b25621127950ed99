"""Plots of a cohort by matplotlib, as picture, SVG or PDF. Loaded in the process for outcomes alone."""
