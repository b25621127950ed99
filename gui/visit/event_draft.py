"""One toxicity on the Visit page as a value: what was said before, what is said today, and the same as kept text."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from uuid import UUID, uuid4

from gui.widgets.date_rule import Style, read_date
from records.visit_values import CRITERIA, AdverseEventEntry, AdverseEventRecord, Criterion, GradeOn
from regimen.grading.wording import version_of

PREFIX = "event."
RESOLVED = "RECOVERED/RESOLVED"


@dataclass(frozen=True, slots=True)
class EventDraft:
    """A row of the page.

    key      the stored event's id, or one made when the row was made: saving twice with it is saving once
    grades   the grades the term has, 0 apart
    before   the grade said last time, None for a row that is new
    grade    what is said today: 0 not present (or gone), None not asked today
    start, end  as typed; a new row begins on the day of the visit, until somebody says otherwise
    levels   drug, "disease" or "other" -> 1 to 5
    actions  drug -> action taken
    """

    key: str
    term: str
    code: str
    soc: str
    grades: tuple[int, ...]
    before: int | None = None
    grade: int | None = None
    start: str = ""
    end: str = ""
    levels: Mapping[str, int] = field(default_factory=dict)
    actions: Mapping[str, str] = field(default_factory=dict)
    serious: bool | None = None
    criteria: tuple[Criterion, ...] = ()
    specify: str = ""
    reported_words: str = ""
    outcome: str = ""
    cause: str = ""
    note: str = ""

    @property
    def carried_over(self) -> bool:
        """Whether it was there at an earlier visit."""
        return self.before is not None

    @property
    def present(self) -> bool:
        """Whether it is there today, said today or as last said."""
        return bool(self.before if self.grade is None else self.grade)

    @property
    def said(self) -> bool:
        """Whether today says anything of it."""
        return self.grade is not None


def new_draft(term: str, code: str, soc: str, grades: tuple[int, ...], reported_words: str = "") -> EventDraft:
    """A row for a term nobody has graded yet."""
    return EventDraft(str(uuid4()), term, code, soc, grades, reported_words=reported_words)


def draft_of(record: AdverseEventRecord, grades: tuple[int, ...]) -> EventDraft:
    """A stored event that goes on, as it was last said."""
    entry = record.entry
    return EventDraft(
        key=str(record.id),
        term=entry.term,
        code=entry.code,
        soc=entry.soc,
        grades=grades,
        before=entry.grade,
        start=entry.start,
        levels=dict(entry.attribution),
        actions=dict(entry.actions),
        serious=entry.serious,
        criteria=entry.criteria,
        specify=entry.specify,
        reported_words=entry.reported_words,
        outcome=entry.outcome,
        cause=entry.cause,
        note=entry.note,
    )


def texts_of(drafts: Iterable[EventDraft]) -> dict[str, str]:
    """The rows as texts of the half-done visit, in their order."""
    return {f"{PREFIX}{place:03d}": json.dumps(asdict(draft), sort_keys=True) for place, draft in enumerate(drafts)}


def drafts_of(texts: Mapping[str, str]) -> tuple[EventDraft, ...]:
    """The rows kept in a half-done visit."""
    kept = [json.loads(texts[name]) for name in sorted(texts) if name.startswith(PREFIX)]
    return tuple(_read(given) for given in kept)


def _read(given: dict[str, object]) -> EventDraft:
    draft = EventDraft(**given)  # type: ignore[arg-type]
    known = tuple(name for name in draft.criteria if name in CRITERIA)
    return replace(draft, grades=tuple(draft.grades), criteria=known)


def start_of(draft: EventDraft, on: date, style: Style) -> str:
    """The first day as the record keeps it: 2026, 2026-03 or 2026-03-14."""
    return _kept(draft.start, style) or on.isoformat()


def _kept(text: str, style: Style) -> str:
    """A typed date; a year, or a year and month, stands as it is."""
    text = text.strip()
    if len(text) in (4, 7) and text.replace("-", "").isdecimal():
        return text
    found = read_date(text, style) if text else ""
    return found.isoformat() if isinstance(found, date) else ""


def entry_of(
    draft: EventDraft, stored: AdverseEventRecord | None, on: date, style: Style, version: str, by: str
) -> AdverseEventEntry:
    """What is stored: the grades said before stay, today's is added where it is another one."""
    before = stored.entry.grades if stored else ()
    grade, now = draft.grade, before
    if grade and (not before or before[-1].grade != grade):
        now = (*before, GradeOn(grade, max(on, before[-1].on) if before else _first_day(draft, on, style), by))
    gone = draft.carried_over and grade == 0
    end = _kept(draft.end, style) or (on.isoformat() if gone else "")
    base = stored.entry if stored else AdverseEventEntry(draft.term, start_of(draft, on, style), now)
    return replace(
        base,
        term=draft.term,
        code=draft.code,
        soc=draft.soc,
        ctcae_version=stored.entry.ctcae_version if stored else version_of(draft.term, version),
        start=start_of(draft, on, style),
        end=end,
        ongoing=not end,
        grades=now,
        serious=draft.serious,
        criteria=draft.criteria if draft.serious else (),
        attribution=dict(draft.levels),
        actions=dict(draft.actions),
        specify=draft.specify,
        reported_words=draft.reported_words,
        outcome=draft.outcome or (RESOLVED if end else ""),
        cause=draft.cause,
        note=draft.note,
    )


def _first_day(draft: EventDraft, on: date, style: Style) -> date:
    kept = _kept(draft.start, style)
    return date.fromisoformat(kept) if len(kept) == 10 else on


def stored_key(draft: EventDraft) -> UUID:
    """The id a stored event has or a new one is saved under."""
    return UUID(draft.key)
