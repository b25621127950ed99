"""Counting adverse events of everybody: one more index, which holds all that is counted."""

from alembic import op


def add_event_counts() -> None:
    """Term, patient and grade in this order: each term is one range, each of its patients lies together."""
    op.create_index(
        "ix_adverse_event_counted",
        "adverse_event",
        ["term", "patient_id", "highest_grade", "withdrawn", "present_at_baseline", "baseline_grade"],
    )
