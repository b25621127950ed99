"""What stands in the fields of the Chair page, in a private file: an infusion takes hours, and nothing typed is lost.

Of one order at a time: times, batch numbers, vital signs; no name and no number of the patient.
"""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from gui.patients.form_draft import forget, keep, kept


def keep_chair(folder: Path | None, order_id: UUID, texts: Mapping[str, str]) -> None:
    """Keep texts by field; none that says anything: nothing is left behind."""
    if any(texts.values()):
        keep(folder, f"chair-{order_id}", dict(texts))
    else:
        forget(folder, f"chair-{order_id}")


def kept_chair(folder: Path | None, order_id: UUID) -> dict[str, str]:
    """Texts by field, as they were typed."""
    return {name: text for name, text in kept(folder, f"chair-{order_id}").items() if isinstance(text, str)}
