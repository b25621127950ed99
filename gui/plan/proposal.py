"""A change of the plan looked at before it is made: both layouts, every event that moves, and what warns of it."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID

from gui.plan.forms import AskedHold
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.course.course_plan import whole_course
from records.course.cycle_case import delays_of, holds_of, stops_of
from records.values.core import DelayRecord, HoldRecord
from records.values.restarts import RestartRecord
from regimen.order import Alert
from treatment_calendar.course import Course, Moved
from treatment_calendar.replan import difference

_NOW = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `apply` stores it; `title` says what it is; the lists are those in force with the change."""

    title: str
    delays: tuple[DelayRecord, ...]
    holds: tuple[HoldRecord, ...]
    apply: Callable[[], "Future[DelayRecord] | Future[HoldRecord]"]


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a change would make of the course.

    alerts   those of the new layout that the old one does not have
    resign   cycles whose order was signed for a day 1 that moves: they have to be signed again
    printed  the newest printed revision that would become void, None when there is none
    """

    old: Course
    new: Course
    moved: tuple[Moved, ...]
    alerts: tuple[Alert, ...]
    resign: tuple[int, ...]
    printed: int | None


def propose(
    state: PatientState,
    delays: Sequence[DelayRecord],
    holds: Sequence[HoldRecord],
    restarts: Sequence[RestartRecord] | None = None,
) -> Proposed:
    """Both layouts and their difference: not for the window's thread. Raises Refused for what cannot be.

    restarts  None: as they stand
    """
    course = state.course
    assert course is not None
    kept = state.space.restarts if restarts is None else tuple(restarts)
    space = replace(state.space, delays=tuple(delays), holds=tuple(holds), restarts=kept)
    old = whole_course(state.space, course, state.settings)
    new = whole_course(
        space,
        course,
        state.settings,
        delays=delays_of(space, course),
        holds=holds_of(space, course),
        stopped=stops_of(space, course),
    )
    moved = difference(old, new)
    new_days = {cycle.cycle: cycle.day1 for cycle in new.cycles}
    signed = (state.order(cycle.cycle) for cycle in old.cycles)
    resign = tuple(
        order.cycle
        for order in signed
        if order is not None and order.state == "signed" and new_days.get(order.cycle, order.day1) != order.day1
    )
    valid = [p.revision for p in state.space.prints if p.course_id == course.id and p.valid]
    return Proposed(
        old=old,
        new=new,
        moved=moved,
        alerts=tuple(alert for alert in new.alerts if alert not in old.alerts),
        resign=resign,
        printed=max(valid, default=None),
    )


def new_delay(key: UUID, course_id: UUID, cycle: int, days: int, shift: str, words: str) -> DelayRecord:
    """A delay as it would be stored, for the layout of a proposal."""
    kept: Literal["all", "this"] = "this" if shift == "this" else "all"
    return DelayRecord(key, course_id, cycle, days, kept, words or "delay", "", "", _NOW)


def new_hold(key: UUID, course_id: UUID, asked: AskedHold, stop: bool, words: str) -> HoldRecord:
    """A hold as it would be stored, for the layout of a proposal."""
    return HoldRecord(
        key, course_id, asked.drug, asked.start, asked.end, stop, words or "hold", "", "", _NOW,
        start_half=asked.start_half, end_half=asked.end_half,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One line of the difference, in words. old or new "": the event appears or falls away."""

    cycle: int
    event: str
    old: str
    new: str
    moved: str


EVENT_WORDS = {
    "day1": "day 1",
    "visit": "visit",
    "blood_test": "blood test",
    "first_tablets": "first tablets",
    "last_tablets": "last tablets",
    "new_tablets": "another number of tablets from",
}


def difference_rows(moved: Sequence[Moved]) -> tuple[DifferenceRow, ...]:
    """Old and new date of each event in words; tablets that fall away or appear one after the other share a line."""
    rows: list[DifferenceRow] = []
    tablets: dict[tuple[int, bool], list[Moved]] = {}
    for change in moved:
        if change.event.startswith("tablets_"):
            tablets.setdefault((change.cycle, change.new is None), []).append(change)
        else:
            rows.append(_row(change))
    for (cycle, gone), changes in tablets.items():
        days = sorted({day for change in changes if (day := change.old if gone else change.new) is not None})
        span = shown_date(days[0]) if len(days) == 1 else f"{shown_date(days[0])} to {shown_date(days[-1])}"
        event = f"tablets, {len(changes)} times"
        old, new, words = (span, "", "fall away") if gone else ("", span, "new")
        rows.append(DifferenceRow(cycle, event, old, new, words))
    return tuple(sorted(rows, key=lambda row: row.cycle))


def _row(change: Moved) -> DifferenceRow:
    event = EVENT_WORDS.get(change.event, change.event.removeprefix("give:"))
    old = "" if change.old is None else shown_date(change.old)
    new = "" if change.new is None else shown_date(change.new)
    if change.old is None or change.new is None:
        return DifferenceRow(change.cycle, event, old, new, "new" if change.old is None else "falls away")
    days = (change.new - change.old).days
    return DifferenceRow(
        change.cycle,
        event,
        old,
        new,
        f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'earlier'}",
    )
