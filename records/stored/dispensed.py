"""Stored tablets handed out as values."""

from records.tables import DispensedRow
from records.values.visits import Dispensed, DispensedEntry


def handed_out_line(row: DispensedRow, by: str) -> Dispensed:
    entry = DispensedEntry(
        row.cycle, row.drug, row.strength_mg, row.tablets, row.on, row.packs, row.batch, row.expiry, row.leftover,
        row.reason,
    )  # fmt: skip
    return Dispensed(row.id, row.course_id, entry, by, row.created_at, row.withdrawn, row.withdrawn_why)
