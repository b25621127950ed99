"""The third schema: what came after the stores of the second; each part stands in a file of its own."""

from records.migrations.third_event_causes import add_event_causes

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """All parts, in an order in which none needs a later one."""
    add_event_causes()
