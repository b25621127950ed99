"""The order in which rows were made, by the audit trail and not by a clock, which may have been set back."""

from typing import Any

from sqlalchemy import ScalarSelect, func, select

from records.tables import AuditRow, Kept


def first_entry(table: type[Kept]) -> ScalarSelect[Any]:
    """The sequence number of the entry that made a row: for ORDER BY and comparisons within a query on the table."""
    return select(func.min(AuditRow.seq)).where(AuditRow.subject_id == table.id).correlate(table).scalar_subquery()
