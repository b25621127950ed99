"""What stands in the fields of the Chair page: an infusion takes hours, and nothing typed is lost.

Of one order at a time: times, batch numbers, vital signs; no name and no number of the patient.
"""

from collections.abc import Mapping
from uuid import UUID

from gui.patients.form_draft import FormDrafts


def keep_chair(drafts: FormDrafts, order_id: UUID, texts: Mapping[str, str]) -> None:
    """Keep texts by field; none that says anything: nothing is left behind."""
    if any(texts.values()):
        drafts.keep(f"chair-{order_id}", texts)
    else:
        drafts.forget(f"chair-{order_id}")


def kept_chair(drafts: FormDrafts, order_id: UUID) -> dict[str, str]:
    """Texts by field, as they were typed."""
    return {name: text for name, text in drafts.kept(f"chair-{order_id}").items() if isinstance(text, str)}
