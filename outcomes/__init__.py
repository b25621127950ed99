"""What it came to: response, survival and adverse events, derived from records."""
