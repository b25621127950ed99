"""Tumour response by RECIST 1.1 and, beside it, iRECIST."""
