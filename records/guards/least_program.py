"""The guard of the oldest program allowed: it is only ever raised."""

from collections.abc import Iterator


def least_guards() -> Iterator[tuple[str, str, str, str, str]]:
    """Name, table, event, condition (true: refused) and words."""
    lower = "(NEW.major, NEW.minor, NEW.patch) < (OLD.major, OLD.minor, OLD.patch)"
    yield "least_program_lower", "least_program", "UPDATE", lower, "the oldest program allowed is only raised"
    yield "least_program_no_delete", "least_program", "DELETE", "1 = 1", "the oldest program allowed stays"
