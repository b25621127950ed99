"""What it came to: the burden of regimens compared, and cohorts with their curves. Nothing heavy is loaded here."""
