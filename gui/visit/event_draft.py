"""One toxicity on the Visit page as a value: what was said before, what is said today, and the same as kept text."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from gui.widgets.date_rule import Style, read_date
from gui.widgets.naming import slug
from gui.widgets.number_rule import read_number
from records.values.visits import CRITERIA, AdverseEventEntry, AdverseEventRecord, Criterion, GradeOn, Immune, Steroid
from regimen.grading.wording import version_of

PREFIX = "event."
RESOLVED = "RECOVERED/RESOLVED"
STEROID_DECIMALS = 2


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
    ended    it is over; its grades stay, the rest can still be said
    immune   "yes", "no", "unsure" or "" while nobody was asked
    before_infusion  on the day of an infusion: before it began or after
    steroid_start, steroid_peak, steroid_end  as typed; the peak in mg/kg prednisone-equivalent a day
    reported_on      as typed
    answers  what the rules asked and a person said (`AdverseEventEntry.answers`)
    peak_grade, peak_on  the worst grade since it was last said, where that is not today's, and its first day as typed
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
    ended: bool = False
    location: str = ""
    immune: Immune = ""
    before_infusion: bool | None = None
    present_at_baseline: bool | None = None
    baseline_grade: int | None = None
    treated: bool | None = None
    treatment: str = ""
    steroid_start: str = ""
    steroid_peak: str = ""
    steroid_end: str = ""
    other_action: str = ""
    dose_limiting: bool | None = None
    expected: bool | None = None
    reported_on: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    peak_grade: int | None = None
    peak_on: str = ""

    @property
    def carried_over(self) -> bool:
        """Whether it was there at an earlier visit."""
        return self.before is not None

    @property
    def present(self) -> bool:
        """Whether it is there today, said today or as last said."""
        return not self.ended and bool(self.before if self.grade is None else self.grade)

    @property
    def said(self) -> bool:
        """Whether today says anything of it."""
        return self.grade is not None


def row_name(draft: EventDraft) -> str:
    """The object name of a row; an episode that is over has one beside the row of its term."""
    return f"event_{slug(draft.term)}" + (f"_{draft.key[:8]}" if draft.ended else "")


def new_draft(term: str, code: str, soc: str, grades: tuple[int, ...], reported_words: str = "") -> EventDraft:
    """A row for a term nobody has graded yet."""
    return EventDraft(str(uuid4()), term, code, soc, grades, reported_words=reported_words)


def draft_of(record: AdverseEventRecord, grades: tuple[int, ...]) -> EventDraft:
    """A stored event as it was last said."""
    entry = record.entry
    steroid = entry.steroid or Steroid()
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
        end=entry.end,
        ended=bool(entry.end) or not entry.ongoing,
        location=entry.location,
        immune=entry.immune,
        before_infusion=entry.before_infusion,
        present_at_baseline=entry.present_at_baseline,
        baseline_grade=entry.baseline_grade,
        treated=entry.treated,
        treatment=entry.treatment,
        steroid_start=_iso(steroid.start),
        steroid_peak="" if steroid.peak_mg_kg is None else f"{steroid.peak_mg_kg:f}",
        steroid_end=_iso(steroid.end),
        other_action=entry.other_action,
        dose_limiting=entry.dose_limiting,
        expected=entry.expected,
        reported_on=_iso(entry.reported_on),
        answers=dict(entry.answers),
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


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
    now = _grades(draft, stored.entry.grades if stored else (), on, style, by)
    gone = draft.carried_over and draft.grade == 0
    end = _kept(draft.end, style) or (on.isoformat() if gone else "")
    ended = bool(end) or (draft.ended and stored is not None and not stored.entry.ongoing)
    base = stored.entry if stored else AdverseEventEntry(draft.term, start_of(draft, on, style), now)
    return replace(
        base,
        term=draft.term,
        code=draft.code,
        soc=draft.soc,
        ctcae_version=stored.entry.ctcae_version if stored else version_of(draft.term, version),
        start=start_of(draft, on, style),
        end=end,
        ongoing=not ended,
        grades=now,
        serious=draft.serious,
        criteria=draft.criteria if draft.serious else (),
        attribution=dict(draft.levels),
        actions=dict(draft.actions),
        specify=draft.specify,
        reported_words=draft.reported_words,
        outcome=draft.outcome or (RESOLVED if end and not draft.ended else ""),
        cause=draft.cause,
        note=draft.note,
        location=draft.location,
        immune=draft.immune,
        before_infusion=draft.before_infusion,
        present_at_baseline=draft.present_at_baseline,
        baseline_grade=draft.baseline_grade if draft.present_at_baseline else None,
        treated=draft.treated,
        treatment=draft.treatment,
        steroid=_steroid(draft, style),
        other_action=draft.other_action,
        dose_limiting=draft.dose_limiting,
        expected=draft.expected,
        reported_on=_day(draft.reported_on, style),
        answers=dict(draft.answers),
    )


def _grades(draft: EventDraft, before: tuple[GradeOn, ...], on: date, style: Style, by: str) -> tuple[GradeOn, ...]:
    """The grades said before, the worst since then, and today's where it is another one than the last."""
    now, peak = before, peak_day(draft, style)
    fits = peak is not None and peak < on and (not before or before[-1].on <= peak)
    if draft.grade is not None and draft.peak_grade is not None and peak is not None and fits:
        now = (*before, GradeOn(draft.peak_grade, peak, by))
    if draft.grade and (not now or now[-1].grade != draft.grade):
        now = (*now, GradeOn(draft.grade, max(on, now[-1].on) if now else _first_day(draft, on, style), by))
    return now


def peak_day(draft: EventDraft, style: Style) -> date | None:
    """The first day of the worst grade, None where none is said or its day cannot be read."""
    return _day(draft.peak_on, style) if draft.peak_grade is not None else None


def _day(text: str, style: Style) -> date | None:
    found = read_date(text, style) if text.strip() else ""
    return found if isinstance(found, date) else None


def _steroid(draft: EventDraft, style: Style) -> Steroid | None:
    peak = read_number(draft.steroid_peak, STEROID_DECIMALS) if draft.steroid_peak else ""
    steroid = Steroid(
        _day(draft.steroid_start, style), peak if isinstance(peak, Decimal) else None, _day(draft.steroid_end, style)
    )
    return None if steroid == Steroid() else steroid


def _first_day(draft: EventDraft, on: date, style: Style) -> date:
    kept = _kept(draft.start, style)
    return date.fromisoformat(kept) if len(kept) == 10 else on


def stored_key(draft: EventDraft) -> UUID:
    """The id a stored event has or a new one is saved under."""
    return UUID(draft.key)
