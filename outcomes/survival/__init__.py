"""Time to an event: endpoints from dates, curves with limits, medians, groups compared."""
