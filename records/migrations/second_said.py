"""What was said of each adverse event at a visit, also where it stands as it was: one more column."""

import sqlalchemy as sa
from alembic import op

from records.tables import types as kinds


def add_events_said() -> None:
    """Id of the event -> grade said on the day of the visit; empty where nothing was said."""
    op.add_column("visit", sa.Column("events_said", kinds.Json(), nullable=True))
