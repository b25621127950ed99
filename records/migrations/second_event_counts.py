"""Counting adverse events of everybody: two more indexes, which hold all that is counted."""

from alembic import op


def add_event_counts() -> None:
    """By term, each of whose patients lies together, and by patient for all terms together."""
    graded = ["patient_id", "highest_grade", "withdrawn", "present_at_baseline", "baseline_grade"]
    op.create_index("ix_adverse_event_counted", "adverse_event", ["term", *graded])
    op.create_index("ix_adverse_event_worst", "adverse_event", graded)
