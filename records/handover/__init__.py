"""A running course handed over as one signed file: made, sealed, opened, read strictly and compared. No SQL here."""
