"""Guards inside the database about laboratory values: a value never changes, another one takes its place, once."""

from collections.abc import Iterator

SAID = ("id", "patient_id", "analyte", "value", "unit", "lln", "uln", "on", "taken_at", "status", "import_id")
STATUS = "coalesce(NEW.status, 'F') NOT IN ('F', 'C') OR NEW.superseded_by_id = NEW.id"


def lab_guards() -> Iterator[tuple[str, str, str, str, str]]:
    """Name, table, event, condition (true: refused) and words, as `records.guards.triggers.guards`."""
    changed = " OR ".join(f'OLD."{name}" IS DISTINCT FROM NEW."{name}"' for name in SAID)
    replaced = "(OLD.superseded_by_id IS NOT NULL AND OLD.superseded_by_id IS DISTINCT FROM NEW.superseded_by_id)"
    yield (
        "lab_content", "lab", "UPDATE", f"{changed} OR {replaced}",
        "a laboratory value keeps what it says; a new one takes its place",
    )  # fmt: skip
    for event in ("INSERT", "UPDATE"):
        yield f"lab_status_{event.lower()}", "lab", event, STATUS, "a laboratory value is final or a correction"
    fixed = ("id", "patient_id", "messages", "labs", "choices")
    changed = " OR ".join(f"OLD.{name} <> NEW.{name}" for name in fixed)
    yield "lab_import_content", "lab_import", "UPDATE", changed, "an import keeps what it says"
