"""Signing an order: what was typed for it and the signed snapshot reach the store in one transaction."""

import json
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, Protocol
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gui.dose.change_decision import ChangeDecision
from gui.dose.typed import KnownBasis
from gui.session import Session
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from gui.workspace.state import PatientState
from records.course.amended import AMENDMENT
from records.values.core import CourseRecord, Measurement, OrderRecord, PatientEntry
from records.values.typed_for_order import LabTyped, PatientTyped, SizeTyped, TypedForOrder
from regimen.answer import as_json
from regimen.case import write_case
from regimen.engine import ENGINE_VERSION
from regimen.given import Case
from regimen.order import CycleOrder


class Telling(Protocol):
    """A part of the page whose changes are told of a moment after the key."""

    def tell_now(self) -> bool: ...


def tell_all(*parts: Telling | None) -> bool:
    """Tell at once of everything that waits to be told of. Whether there was anything."""
    return any([part.tell_now() for part in parts if part is not None])  # noqa: C419  # each is asked


def unseen(message: Strip, *parts: Telling | None) -> bool:
    """Whether something was typed whose doses nobody has seen yet, as by a key and Ctrl+Return in one breath.

    It is reckoned now, and not signed: the signature goes to what stands on the screen.
    """
    if not tell_all(*parts):
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
    """`signed(OrderRecord)` at the end, or `refused(str)` with the sentence why; then nothing of it was stored."""

    signed = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def begin(self, given: ToSign) -> None:
        """One deed: what was typed for the order reaches the records with the signature or not at all."""
        self._session.link.ask(signature(self._session, given), self.signed.emit, self._on_refused, self)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.refused.emit(words)


def typed_for(given: ToSign) -> TypedForOrder:
    """Heights, weights, laboratory values and facts of the patient that the records do not have yet."""
    record = given.state.space.patient
    entry = entry_with(record.entry, given.case)
    patient = PatientTyped(record.version, entry) if entry != record.entry else None
    return TypedForOrder(tuple(_sizes(given)), tuple(_labs(given)), patient)


def _sizes(given: ToSign) -> Iterator[SizeTyped]:
    basis = given.case.basis
    sizes: tuple[tuple[Literal["height_cm", "weight_kg"], Decimal, date | None, Measurement | None], ...] = (
        ("height_cm", basis.height_cm, basis.height_date, given.known.height),
        ("weight_kg", basis.weight_kg, basis.weight_date, given.known.weight),
    )
    for kind, value, on, before in sizes:
        day = on or given.case.day1
        if before is None or (before.value, before.on) != (value, day):
            yield SizeTyped(kind, value, day, format(value, "f") if kind in basis.confirmed else "")


def _labs(given: ToSign) -> Iterator[LabTyped]:
    c = given.case.basis.creatinine
    if c is not None and c != given.known.creatinine:
        yield LabTyped("creatinine", c.value, c.unit, None, None, c.date or given.case.day1)
    for name, lab in given.case.labs.items():
        if lab != given.known.labs.get(name):
            yield LabTyped(name, lab.value, lab.unit, lab.lln, lab.uln, lab.date or given.case.day1)


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


def signature(session: Session, given: ToSign) -> "Future[OrderRecord]":
    """The snapshot: case, answer, the very texts of regimen and profile, overrides and engine version."""
    return session.actions.sign_order(
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
        typed_for(given),
    )


def case_text(case: Case) -> str:
    """The case as it is stored."""
    return json.dumps(write_case(case), ensure_ascii=False, sort_keys=True)


def answer_text(order: CycleOrder) -> str:
    """The answer as it is stored."""
    return json.dumps(as_json(order), ensure_ascii=False, sort_keys=True)
