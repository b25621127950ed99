"""The Dose page: from the dosing basis to a signed order."""
