"""Patients, sizes and laboratory values from CSV, XLSX and FHIR: read strictly, shown, and only then stored."""
