"""What a form of the Plan page asks for: the plan with it, and how it is stored once it is accepted."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any, Literal
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gui.plan.forms import DelayForm, EndHoldForm, HoldForm, WithdrawForm
from gui.plan.in_force import hold_words
from gui.plan.proposal import new_delay, new_hold
from gui.session import Session
from gui.workspace.state import PatientState
from records.reasons import said_reason
from records.values.core import DelayRecord, HoldRecord
from records.values.restarts import RestartRecord

AnyForm = DelayForm | HoldForm | EndHoldForm | WithdrawForm
Subject = DelayRecord | HoldRecord | RestartRecord


@dataclass(frozen=True, slots=True)
class Wanted:
    """A change: what it is, delays, holds and restarts with it, and the deed that stores it."""

    title: str
    delays: tuple[DelayRecord, ...]
    holds: tuple[HoldRecord, ...]
    restarts: tuple[RestartRecord, ...]
    store: Callable[[Session], "Future[Any]"]


def oral_drugs(state: PatientState) -> frozenset[str]:
    """The drugs of the course that are taken as tablets."""
    drugs = state.files.regimen.drugs if state.files is not None else ()
    return frozenset(drug.name for drug in drugs if drug.route == "po")


def wanted_of(form: AnyForm, state: PatientState, subject: Subject | None, key: UUID) -> Wanted | None:
    """What a form asks for, None while something is missing."""
    if isinstance(form, DelayForm):
        return _delay(form, state, key)
    if isinstance(form, HoldForm):
        return _hold(form, state, key)
    if isinstance(form, WithdrawForm):
        if isinstance(subject, RestartRecord):
            return _withdrawn_restart(form, state, subject)
        return _withdrawn_delay(form, state, subject) if isinstance(subject, DelayRecord) else None
    return _ended(form, state, subject) if isinstance(subject, HoldRecord) else None


def _delay(form: DelayForm, state: PatientState, key: UUID) -> Wanted | None:
    asked, course, space = form.asked(), state.course, state.space
    if asked is None or course is None:
        return None
    days, shift = asked
    words = said_reason(form.reason.value() or "", form.words.value())
    delay = new_delay(key, course.id, form.cycle, days, shift, words)
    title = QCoreApplication.translate("PlanPage", "Cycle {0}, {1} days later: old and new dates")
    delays = (*space.delays, delay)

    def store(session: Session) -> "Future[Any]":
        part: Literal["all", "this"] = "this" if shift == "this" else "all"
        return session.actions.delay_cycle(
            session.person, key, course.id, form.cycle, days, part, form.reason.value() or "", form.words.value()
        )

    return Wanted(title.format(form.cycle, days), delays, space.holds, space.restarts, store)


def _hold(form: HoldForm, state: PatientState, key: UUID) -> Wanted | None:
    asked, course, space = form.asked(), state.course, state.space
    if asked is None or course is None:
        return None
    words = said_reason(form.reason.value() or "", form.words.value())
    hold = new_hold(key, course.id, asked, form.stop, words)
    said = hold_words(hold)

    def store(session: Session) -> "Future[Any]":
        return session.actions.hold_drug(
            session.person, key, course.id, asked.drug, asked.start, asked.end, form.stop, form.reason.value() or "",
            form.words.value(), asked.start_half, asked.end_half,
        )  # fmt: skip

    return Wanted(said[:1].upper() + said[1:], space.delays, (*space.holds, hold), space.restarts, store)


def _withdrawn_delay(form: WithdrawForm, state: PatientState, delay: DelayRecord) -> Wanted:
    space = state.space
    rest = tuple(one for one in space.delays if one.id != delay.id)

    def store(session: Session) -> "Future[Any]":
        return session.actions.withdraw_delay(session.person, delay.id, form.why.value())

    return Wanted(form.heading.text(), rest, space.holds, space.restarts, store)


def _withdrawn_restart(form: WithdrawForm, state: PatientState, record: RestartRecord) -> Wanted:
    """The hold is again as it was before the restart ended it."""
    space = state.space
    rest = tuple(one for one in space.restarts if one.id != record.id)
    holds = tuple(
        replace(one, end=record.held_to, end_half=record.held_to_half) if one.id == record.hold_id else one
        for one in space.holds
    )

    def store(session: Session) -> "Future[Any]":
        return session.actions.withdraw_restart(session.person, record.id, form.why.value())

    return Wanted(form.heading.text(), space.delays, holds, rest, store)


def _ended(form: EndHoldForm, state: PatientState, hold: HoldRecord) -> Wanted | None:
    if not form.known():
        return None
    space, end, half = state.space, form.end_day(), form.end_half()
    ended = replace(hold, end=end, end_half=half, withdrawn=end is None)
    holds = tuple(ended if one.id == hold.id else one for one in space.holds)

    def store(session: Session) -> "Future[Any]":
        return session.actions.end_hold(session.person, hold.id, end, form.why.value(), half)

    return Wanted(form.heading.text(), space.delays, holds, space.restarts, store)
