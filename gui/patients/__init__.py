"""The list of patients, its search, and the form of one patient."""
