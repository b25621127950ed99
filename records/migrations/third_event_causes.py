"""Counting adverse events by cause: two more indexes, with the attribution beside all that is counted."""

from alembic import op


def add_event_causes() -> None:
    """As the two that count whatever caused it, so that counting by cause reads no row either."""
    graded = ["patient_id", "highest_grade", "withdrawn", "present_at_baseline", "baseline_grade", "attribution"]
    op.create_index("ix_adverse_event_caused", "adverse_event", ["term", *graded])
    op.create_index("ix_adverse_event_caused_worst", "adverse_event", graded)
