"""The deeds a save consists of: laboratory values, toxicities, and the go-ahead."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID, uuid4, uuid5

from PySide6.QtCore import QCoreApplication

from gui.session import Session
from gui.visit.event_draft import EventDraft, entry_of, stored_key
from gui.visit.lab_rows import LabRows, TypedLab
from gui.visit.visit_saving import Step
from gui.widgets.date_rule import Style
from records.values.core import LabResult
from records.values.visits import AdverseEventEntry, AdverseEventRecord
from regimen.day_check import DayCheck


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


@dataclass(frozen=True, slots=True)
class Saved:
    """Where and for whom a visit is stored, and what is stored already.

    events  by id; labs: every value of the patient
    """

    session: Session
    patient_id: UUID
    course_id: UUID
    on: date
    style: Style
    version: str
    events: Mapping[str, AdverseEventRecord]
    labs: Sequence[LabResult]


def lab_steps(to: Saved, rows: LabRows) -> tuple[Step, ...]:
    """One deed for each value that is not stored yet; its key follows from what it says, so it is stored once."""
    actions, person = to.session.actions, to.session.person
    steps = []
    for lab in rows.typed().values():
        if _stored(lab, to):
            continue
        key = uuid5(to.course_id, f"{to.on} {lab.analyte} {lab.value} {lab.unit} {lab.lln} {lab.uln}")
        do = partial(
            actions.add_lab, person, key, to.patient_id, lab.analyte, lab.value, lab.unit, lab.lln, lab.uln, to.on
        )
        steps.append(Step(str(key), rows.rows[lab.analyte].analyte.title, do))
    return tuple(steps)


def _stored(lab: TypedLab, to: Saved) -> bool:
    """Whether the newest value of this test and day says exactly this."""
    same = [one for one in to.labs if one.analyte == lab.analyte and one.on == to.on]
    if not same:
        return False
    last = same[-1]
    return (last.value, last.unit, last.lln, last.uln) == (lab.value, lab.unit, lab.lln, lab.uln)


def event_steps(to: Saved, drafts: Sequence[EventDraft]) -> tuple[Step, ...]:
    """One deed for each toxicity that is new or says something else than what is stored."""
    actions, person = to.session.actions, to.session.person
    steps = []
    for draft in drafts:
        stored = to.events.get(draft.key)
        if stored is None and not draft.grade:
            continue
        entry = entry_of(draft, stored, to.on, to.style, to.version, person.name)
        if stored is not None and _same(entry, stored):
            continue
        why = tr("said at the visit of {0}").format(to.on.isoformat())
        do: Callable[[], Future[AdverseEventRecord]] = (
            partial(actions.report_event, person, stored_key(draft), to.course_id, entry)
            if stored is None
            else partial(actions.change_event, person, stored.id, stored.version, entry, why)
        )
        steps.append(Step(f"{draft.key} {entry!r}", draft.term, do))
    return tuple(steps)


def _same(entry: AdverseEventEntry, stored: AdverseEventRecord) -> bool:
    return replace(stored.entry, cause_named_by="") == replace(entry, cause_named_by="")


def go_ahead_step(session: Session, course_id: UUID, check: DayCheck, on: date, way: str) -> "Future[Any]":
    """The go-ahead for one treatment day."""
    said = "telephone" if way == "telephone" else "person"
    return session.actions.go_ahead(
        session.person, uuid4(), course_id, check.cycle, check.date, on,
        "telephone" if said == "telephone" else "person", "", check.day,
    )  # fmt: skip
