"""What does not add up in one toxicity as it stands on the page: said beside its fields and again at the review."""

from dataclasses import dataclass
from datetime import date

from gui.visit.event_draft import EventDraft, entry_of
from gui.widgets.date_rule import Style
from records.bedside.event_checks import KnownDates, check_entry
from records.values.visits import AdverseEventRecord
from regimen.grading.terms import by_name


@dataclass(frozen=True, slots=True)
class Where:
    """The day of a visit, the order of a date in digits, and the version of the CTCAE the rules run on."""

    on: date
    style: Style
    version: str


def draft_findings(
    draft: EventDraft, stored: AdverseEventRecord | None, to: Where, known: KnownDates
) -> tuple[str, ...]:
    """One sentence each; nothing where nothing would be stored of it."""
    if stored is None and not draft.grade:
        return ()
    entry = entry_of(draft, stored, to.on, to.style, to.version, "")
    terms = by_name(to.version) if draft.specify else ()
    findings = check_entry(
        entry, today=to.on, death=known.death, consent=known.consent, offered=draft.grades, terms=terms
    )
    return tuple(finding.words for finding in findings)
