"""Laboratory results in HL7 v2 messages (ORU^R01): read, compared with the patient, shown before anything is stored."""
