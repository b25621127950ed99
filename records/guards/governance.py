"""Guards inside the database about own regimen files: nobody approves their own, and what was approved stays."""

from collections.abc import Iterator

from records.tables.base import KEEPING
from records.tables.governance import ApprovalRow

#: Text, hash and authors of an approval are those of the draft it ends, as it waits.
DRAFT = "(SELECT {0} FROM regimen_draft WHERE regimen_draft.id = NEW.draft_id)"
#: A version of a file is one text for good.
OTHER = (
    "EXISTS (SELECT 1 FROM approval AS other WHERE other.kind = NEW.kind AND other.file_id = NEW.file_id"
    " AND other.file_version = NEW.file_version AND other.text_sha256 <> NEW.text_sha256)"
)
BEGUN = "substr({0}.authors, 1, length(OLD.authors) - 1)"  # canonical JSON: all but the closing bracket


def governance_guards() -> Iterator[tuple[str, str, str, str, str]]:
    """Name, table, event, condition (true: refused) and words, as `records.guards.triggers.guards`."""
    may = {"withdrawn", "withdrawn_why"} | (KEEPING - {"created_at"})
    fixed = (column.name for column in ApprovalRow.__table__.columns if column.name not in may)
    changed = " OR ".join(f'OLD."{name}" IS DISTINCT FROM NEW."{name}"' for name in fixed)
    yield (
        "approval_content", "approval", "UPDATE", f"{changed} OR (OLD.withdrawn AND NOT NEW.withdrawn)",
        "an approval keeps what it says",
    )  # fmt: skip
    same = " OR ".join(
        f"NEW.{name} IS DISTINCT FROM {DRAFT.format(name)}" for name in ("kind", "text_sha256", "authors")
    )
    yield (
        "approval_draft",
        "approval",
        "INSERT",
        f"NEW.withdrawn OR {same} OR {OTHER}",
        "an approval is of a draft as it stands",
    )
    own = "replace(NEW.authors, CAST(NEW.approver_id AS TEXT), '') <> NEW.authors"
    yield (
        "approval_own_work", "approval", "INSERT", f"NEW.approver_id <> NEW.person_id OR NEW.authors = '[]' OR {own}",
        "nobody approves their own work",
    )  # fmt: skip
    yield (
        "regimen_draft_content", "regimen_draft", "UPDATE",
        "OLD.state IN ('approved', 'dropped') OR OLD.id <> NEW.id OR OLD.kind <> NEW.kind"
        " OR OLD.base_sha256 <> NEW.base_sha256"
        f" OR {BEGUN.format('OLD')} <> {BEGUN.format('NEW')}"
        " OR (NEW.text_sha256 <> OLD.text_sha256 AND NEW.state <> 'draft')",
        "a draft that was approved or dropped stays, and its authors are only added to",
    )  # fmt: skip
