"""The third schema: what came after the stores of the second; each part stands in a file of its own."""

from records.migrations.third_event_causes import add_event_causes
from records.migrations.third_handover import add_handover
from records.migrations.third_supportive import add_supportive_sets

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """All parts, in an order in which none needs a later one."""
    add_event_causes()
    add_handover()
    add_supportive_sets()
