"""Guards inside the database about signatures: nothing of one changes, and nobody signs beneath their own order."""

from collections.abc import Iterator

from records.tables import SignatureRow
from records.tables.base import KEEPING


def signature_guards() -> Iterator[tuple[str, str, str, str, str]]:
    """Name, table, event, condition (true: refused) and words, as `records.guards.triggers.guards`."""
    fixed = (column.name for column in SignatureRow.__table__.columns if column.name not in KEEPING - {"created_at"})
    changed = " OR ".join(f'OLD."{name}" IS DISTINCT FROM NEW."{name}"' for name in fixed)
    yield "signature_content", "signature", "UPDATE", changed, "a signature keeps what it says"
    own = "NEW.signer_id = (SELECT signed_by_id FROM cycle_order WHERE cycle_order.id = NEW.order_id)"
    yield (
        "signature_own_work", "signature", "INSERT",
        f"NEW.signer_id <> NEW.person_id OR (NEW.meaning IN ('verify', 'raise') AND {own})",
        "nobody checks their own work",
    )  # fmt: skip
