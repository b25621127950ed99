"""Guards inside the database about people: whose an account is never changes, and an emergency keeps its reason."""

from collections.abc import Iterator


def people_guards() -> Iterator[tuple[str, str, str, str, str]]:
    """Name, table, event, condition (true: refused) and words, as `records.guards.triggers.guards`."""
    yield (
        "account_holder", "account", "UPDATE", "OLD.holder_id <> NEW.holder_id OR OLD.id <> NEW.id",
        "an account stays with its person",
    )  # fmt: skip
    fixed = ("id", "holder_id", "reason", "began_at", "until_at")
    changed = " OR ".join(f"OLD.{name} <> NEW.{name}" for name in fixed)
    yield (
        "break_glass_content", "break_glass", "UPDATE", f"{changed} OR OLD.ended_at IS NOT NULL",
        "an emergency keeps what it says",
    )  # fmt: skip
