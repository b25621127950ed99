"""What a person answered about an adverse event when a dose-change rule asked: one more column."""

import sqlalchemy as sa
from alembic import op

from records.tables import types as kinds


def add_event_answers() -> None:
    """Word of the question -> answer; empty where nobody was asked."""
    op.add_column("adverse_event", sa.Column("answers", kinds.Json(), nullable=True))
