"""The Trends page: laboratory values, adverse events and doses over the course, painted, each with its table."""
