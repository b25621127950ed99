"""Guards inside the database about scans and follow-up: a complete reading never changes."""

from collections.abc import Iterator

from records.tables import LesionRow, ScanRow
from records.tables.base import KEEPING


def response_guards() -> Iterator[tuple[str, str, str, str, str]]:
    """Name, table, event, condition (true: refused) and words, as `records.guards.triggers.guards`."""
    may = {"withdrawn", "withdrawn_why"} | (KEEPING - {"created_at"})
    lesion = " OR ".join(
        f'OLD."{column.name}" IS DISTINCT FROM NEW."{column.name}"'
        for column in LesionRow.__table__.columns
        if column.name not in may
    )
    yield (
        "lesion_content", "lesion", "UPDATE", f"{lesion} OR (OLD.withdrawn AND NOT NEW.withdrawn)",
        "a lesion keeps what it says",
    )  # fmt: skip
    fixed = " OR ".join(
        f'OLD."{column.name}" IS DISTINCT FROM NEW."{column.name}"'
        for column in ScanRow.__table__.columns
        if column.name not in may | {"replaced"}
    )
    back = "(OLD.replaced AND NOT NEW.replaced) OR (OLD.withdrawn AND NOT NEW.withdrawn)"
    yield (
        "scan_content", "scan", "UPDATE", f"(OLD.complete AND ({fixed})) OR {back}",
        "a complete scan keeps what it says",
    )  # fmt: skip
    same = " OR ".join(f"OLD.{name} <> NEW.{name}" for name in ("id", "patient_id", "course_id"))
    yield "follow_up_course", "follow_up", "UPDATE", same, "a follow-up stays with its course"
