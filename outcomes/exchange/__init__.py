"""What leaves the records for others: plain tables, SDTM-style tables, FHIR; with names, or under pseudonyms."""
