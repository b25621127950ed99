"""The second schema: what came after the first stores were kept; each part stands in a file of its own."""

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """All parts, in an order in which none needs a later one."""
