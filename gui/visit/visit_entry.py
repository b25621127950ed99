"""A visit as it is kept: half-done as typed, complete as understood, and in words before it is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gui.visit.event_draft import EventDraft, draft_of, new_draft, stored_key, texts_of
from gui.visit.events_card import terms_asked
from gui.visit.lab_rows import LabRows
from gui.visit.no_events import NONE
from gui.visit.tablets_card import TabletsCard
from gui.visit.terms import Terms
from gui.visit.vitals_card import Vitals
from records.values.core import LabResult
from records.values.visits import AdverseEventRecord, VisitEntry
from regimen.numbers import plain
from regimen.unit_words import unit_words


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def draft_entry(on: date, texts: Mapping[str, str]) -> VisitEntry:
    """Half-done: nothing counts, everything stands exactly as typed."""
    return VisitEntry(on, texts={name: text for name, text in texts.items() if text})


def complete_entry(
    on: date,
    vitals: Vitals,
    weight_confirmed: str,
    drafts: Sequence[EventDraft],
    tablets: TabletsCard | None,
    *,
    none: bool = False,
) -> VisitEntry:
    """What is understood. "No adverse event" is only said where terms were asked for and none is there, or in words.

    none  "no adverse events at this visit" was said
    """
    asked = terms_asked(drafts)
    present = any(draft.present for draft in drafts)
    returned = tablets.returned() if tablets is not None else {}
    return VisitEntry(
        on=on,
        temperature_c=vitals.temperature_c,
        pulse_per_min=vitals.pulse_per_min,
        systolic_mmhg=vitals.systolic_mmhg,
        diastolic_mmhg=vitals.diastolic_mmhg,
        spo2_percent=vitals.spo2_percent,
        weight_kg=vitals.weight_kg,
        weight_confirmed=weight_confirmed,
        ecog=vitals.ecog,
        any_event=True if present else (False if asked or none else None),
        asked_not_present=asked,
        events_said=events_said(drafts),
        new_medicines=vitals.new_medicines,
        tablets_returned=returned,
        tablets_cycle=tablets.cycle if tablets is not None and returned else None,
        doses_told=tablets.told() if tablets is not None else None,
    )


def events_said(drafts: Sequence[EventDraft]) -> dict[UUID, int]:
    """Every event somebody was asked about today: the grade as said, also the same as before; 0: gone."""
    return {
        stored_key(draft): draft.grade
        for draft in drafts
        if draft.grade is not None and (draft.grade or draft.carried_over)
    }


def texts_of_entry(
    entry: VisitEntry, labs: Sequence[LabResult], terms: Terms, said: Sequence[EventDraft] = ()
) -> dict[str, str]:
    """A complete visit as texts, for its fields. said: the events graded on its day."""
    numbers = {
        "weight_kg": entry.weight_kg,
        "temperature_c": entry.temperature_c,
        "pulse_per_min": entry.pulse_per_min,
        "systolic_mmhg": entry.systolic_mmhg,
        "diastolic_mmhg": entry.diastolic_mmhg,
        "spo2_percent": entry.spo2_percent,
        "ecog": entry.ecog,
    }
    texts = {f"vital.{name}": str(value) for name, value in numbers.items() if value is not None}
    texts["vital.weight_confirm"] = entry.weight_confirmed
    texts["vital.new_medicines"] = ", ".join(entry.new_medicines)
    for lab in labs:
        if lab.on == entry.on:
            texts[f"lab.{lab.analyte}"] = f"{lab.value:f}"
            texts[f"lab.{lab.analyte}.unit"] = lab.unit
            texts[f"lab.{lab.analyte}.lln"] = "" if lab.lln is None else f"{lab.lln:f}"
            texts[f"lab.{lab.analyte}.uln"] = "" if lab.uln is None else f"{lab.uln:f}"
    for mg, count in entry.tablets_returned.items():
        texts[f"tablets.{plain(mg)}"] = str(count)
    if entry.doses_told is not None:
        texts["told.last_day"] = "" if entry.doses_told.last_day is None else str(entry.doses_told.last_day)
        texts["told.last_part"] = entry.doses_told.last_part
        texts["told.words"] = entry.doses_told.words
    if entry.any_event is False and not entry.asked_not_present:
        texts[NONE] = "yes"
    asked = [
        EventDraft(**{**_bare(term, terms), "grade": 0})  # type: ignore[arg-type]
        for term in entry.asked_not_present
        if terms.term(term) is not None
    ]
    return texts | texts_of((*said, *asked))


def said_on(events: Sequence[AdverseEventRecord], entry: VisitEntry, terms: Terms) -> tuple[EventDraft, ...]:
    """The events that go on and whose grade was said at a complete visit, new or the same as before.

    One whose grade has changed after that day stands as it was last said: that is the newer word.
    """
    return tuple(
        replace(draft_of(one, terms.grades(one.entry.term)), grade=one.entry.grade)
        for one in events
        if one.entry.ongoing
        and not one.entry.end
        and one.entry.grades
        and (one.entry.grades[-1].on == entry.on or entry.events_said.get(one.id) == one.entry.grade)
    )


def _bare(name: str, terms: Terms) -> dict[str, object]:
    found = terms.term(name)
    assert found is not None
    made = new_draft(found.name, found.code, found.soc, found.grades)
    return {"key": made.key, "term": made.term, "code": made.code, "soc": made.soc, "grades": made.grades}


def review_words(entry: VisitEntry, labs: LabRows, drafts: Sequence[EventDraft]) -> str:
    """What will be stored, one line a kind."""
    lines = []
    typed = labs.typed()
    if typed:
        said = []
        for name, lab in typed.items():
            found = labs.grades.get(name)
            grade = f" ({tr('grade {0}').format(found.grade)})" if found is not None and found.grade else ""
            said.append(f"{labs.rows[name].analyte.title} {lab.value:f} {unit_words(lab.unit)}{grade}")
        lines.append(tr("Laboratory: {0}").format("; ".join(said)))
    present = [f"{draft.term} {_graded(draft)}" for draft in drafts if draft.grade]
    gone = [f"{draft.term}{_worst(draft)}" for draft in drafts if draft.carried_over and draft.grade == 0]
    left = [draft.term for draft in drafts if draft.carried_over and not draft.ended and draft.grade is None]
    not_asked = [draft.term for draft in drafts if not draft.carried_over and draft.grade is None]
    for words, terms in (
        (tr("Toxicities: {0}"), present),
        (tr("Gone: {0}"), gone),
        (tr("Asked, not present: {0}"), list(entry.asked_not_present)),
        (tr("NOT ASKED TODAY, stays as last said: {0}"), left),
        (tr("Not asked: {0}"), not_asked),
    ):
        if terms:
            lines.append(words.format("; ".join(terms)))
    if entry.any_event is False and not entry.asked_not_present:
        lines.append(tr("No adverse events at this visit"))
    unattributed = [draft.term for draft in drafts if draft.grade and not draft.levels]
    if unattributed:
        lines.append(tr("No drug named yet for: {0}").format("; ".join(unattributed)))
    if entry.weight_kg is not None:
        lines.append(tr("Weight {0} kg").format(f"{entry.weight_kg:f}"))
    if entry.tablets_returned:
        back = ", ".join(f"{count} × {plain(mg)} mg" for mg, count in entry.tablets_returned.items())
        lines.append("; ".join((tr("Tablets returned: {0}").format(back), *_told(entry))))
    return "\n".join(lines) if lines else tr("Nothing was taken or said yet; an empty visit is stored.")


def _graded(draft: EventDraft) -> str:
    return tr("grade {0}").format(draft.grade) + _worst(draft)


def _worst(draft: EventDraft) -> str:
    """The worst grade since it was last said, where that is not today's."""
    if draft.peak_grade is None:
        return ""
    return tr(" (was grade {0} from {1})").format(draft.peak_grade, draft.peak_on.strip())


def _told(entry: VisitEntry) -> tuple[str, ...]:
    """What the patient had been told about the tablets."""
    told = entry.doses_told
    if told is None:
        return ()
    parts = {"morning": tr("morning"), "evening": tr("evening")}
    last = () if told.last_day is None else (
        tr("told to stop after day {0}, {1}").format(told.last_day, parts[told.last_part]),
    )  # fmt: skip
    return (*last, f"“{told.words}”") if told.words else last
