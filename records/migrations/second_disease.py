"""Line of treatment, extent, metastases and earlier surgery of a course: four more columns."""

import sqlalchemy as sa
from alembic import op

from records.tables import types as kinds


def add_disease() -> None:
    """All empty where nobody said them."""
    for name in ("line", "extent", "surgery"):
        op.add_column("course", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("course", sa.Column("metastases", kinds.Json(), nullable=True))
