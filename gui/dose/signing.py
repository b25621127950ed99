"""Signing an order: first what was measured reaches the store, then the signed snapshot; each step can be repeated."""

import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gui.dose.basis_panel import BasisPanel
from gui.dose.change_decision import ChangeDecision
from gui.dose.typed import KnownBasis
from gui.session import Session
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from gui.workspace.state import PatientState
from records.course.amended import AMENDMENT
from records.values.core import CourseRecord, OrderRecord, PatientEntry
from regimen.answer import as_json
from regimen.case import write_case
from regimen.engine import ENGINE_VERSION
from regimen.given import Case
from regimen.order import CycleOrder

Step = Callable[[], "Future[Any]"]


def unseen(basis: BasisPanel | None, message: Strip) -> bool:
    """Whether something was typed whose doses nobody has seen yet, as by a key and Ctrl+Return in one breath.

    It is reckoned now, and not signed: the signature goes to what stands on the screen.
    """
    if basis is None or not basis.tell_now():
        return False
    words = "The last change was taken up just now. Look at the doses, then sign."
    message.say(
        "note", QCoreApplication.translate("Signing", words), QCoreApplication.translate("Signing", "Not signed")
    )
    return True


@dataclass(frozen=True, slots=True)
class ToSign:
    """Everything one signature covers.

    overrides  key of `records.course.overrides` -> reason; reasons for changed doses stand beside them as `dose:DRUG`
    attempt    made new for each signature, the same when it is tried again: a second try never signs twice
    """

    state: PatientState
    course: CourseRecord
    cycle: int
    known: KnownBasis
    case: Case
    order: CycleOrder
    overrides: Mapping[str, str]
    attempt: UUID


def without_why(amending: bool, reason: TextField) -> str:
    """What is missing of a change of a signed order; "" nothing."""
    missing = amending and not reason.value().strip()
    return QCoreApplication.translate("Signing", "Say why the signed order is changed.") if missing else ""


def noted(decision: ChangeDecision, reason: TextField | None) -> dict[str, str]:
    """The reasons that belong to the whole order: of a changed weight or dose, and of a change of a signed order."""
    found = {"weight-or-dose-change": decision.note(), AMENDMENT: reason.value().strip() if reason is not None else ""}
    return {key: words for key, words in found.items() if words}


class Signing(QObject):
    """`signed(OrderRecord)` at the end, or `refused(str)` with the sentence of the step that was refused."""

    signed = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: list[Step] = []

    def begin(self, given: ToSign) -> None:
        """Take the steps one after the other; the signature is the last."""
        self._steps = [
            *measured(self._session, given),
            *patient_facts(self._session, given),
            signature(self._session, given),
        ]
        self._next(None)

    def _next(self, answer: object) -> None:
        if self._steps:
            step = self._steps.pop(0)
            self._session.link.ask(step(), self._next, self._on_refused, self)
        elif isinstance(answer, OrderRecord):
            self.signed.emit(answer)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._steps = []
        self.refused.emit(words)


def _key(given: ToSign, *parts: object) -> UUID:
    """The same fact of the same cycle has the same key, so that trying again stores it once."""
    return uuid5(NAMESPACE_URL, "/".join(str(part) for part in (given.course.id, given.cycle, *parts)))


def measured(session: Session, given: ToSign) -> Sequence[Step]:
    """Heights, weights and labs that the store does not have yet."""
    actions, by, patient = session.actions, session.person, given.state.space.patient.id
    basis = given.case.basis
    steps: list[Step] = []
    sizes = (
        ("height_cm", basis.height_cm, basis.height_date, given.known.height),
        ("weight_kg", basis.weight_kg, basis.weight_date, given.known.weight),
    )
    for kind, value, on, before in sizes:
        day = on or given.case.day1
        if before is None or (before.value, before.on) != (value, day):
            confirmed = format(value, "f") if kind in basis.confirmed else ""
            key = _key(given, kind, value, day)
            steps.append(partial(actions.measure, by, key, patient, kind, value, day, confirmed))
    if basis.creatinine is not None and basis.creatinine != given.known.creatinine:
        c, day = basis.creatinine, basis.creatinine.date or given.case.day1
        key = _key(given, "creatinine", c.value, c.unit, day)
        steps.append(partial(actions.add_lab, by, key, patient, "creatinine", c.value, c.unit, None, None, day))
    for name, lab in given.case.labs.items():
        if lab != given.known.labs.get(name):
            day = lab.date or given.case.day1
            key = _key(given, name, lab.value, lab.unit, lab.uln, day)
            steps.append(partial(actions.add_lab, by, key, patient, name, lab.value, lab.unit, lab.lln, lab.uln, day))
    return steps


def patient_facts(session: Session, given: ToSign) -> Sequence[Step]:
    """DPYD and medicines go back to the patient where they were changed on the page."""
    record = given.state.space.patient
    entry = entry_with(record.entry, given.case)
    if entry == record.entry:
        return []
    why = f"entered with the order of cycle {given.cycle}"
    return [lambda: session.actions.change_patient(session.person, record.id, record.version, entry, why)]


def entry_with(entry: PatientEntry, case: Case) -> PatientEntry:
    """The patient's entry with DPYD and medicines as the order used them."""
    dpyd = case.basis.dpyd
    return replace(
        entry,
        medicines=case.medicines,
        dpyd_status=dpyd.status,
        dpyd_score=dpyd.activity_score,
        dpyd_variants=dpyd.variants,
        dpyd_reason=dpyd.not_tested_reason,
        dpyd_date=dpyd.date,
    )


def signature(session: Session, given: ToSign) -> Step:
    """The snapshot: case, answer, the very texts of regimen and profile, overrides and engine version."""
    return lambda: session.actions.sign_order(
        session.person,
        given.attempt,
        given.course.id,
        given.cycle,
        case_text(given.case),
        answer_text(given.order),
        given.course.regimen_text,
        given.course.profile_text,
        dict(given.overrides),
        ENGINE_VERSION,
        given.case.day1,
    )


def case_text(case: Case) -> str:
    """The case as it is stored."""
    return json.dumps(write_case(case), ensure_ascii=False, sort_keys=True)


def answer_text(order: CycleOrder) -> str:
    """The answer as it is stored."""
    return json.dumps(as_json(order), ensure_ascii=False, sort_keys=True)
