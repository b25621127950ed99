"""CTCAE: the terms, our short criteria, search, the workbook of official wording, and grades from numbers."""
