"""Everything the Trends page shows of one patient, reckoned beside the window's thread. Values only, no widgets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal
from uuid import UUID

from gui.trends.words import percent
from gui.visit.heat_map import WorstGrades, worst_grades
from gui.workspace.state import PatientState
from records.bedside.event_timeline import EventLane, event_lanes
from records.bedside.lab_trend import LabSeries, lab_trends
from records.course.cycle_case import begun_on
from records.course.cycle_starts import CycleStart, cycle_starts
from records.course.dose_trend import DrugTrend, dose_trends
from records.reasons import said_reason
from records.values.core import CourseRecord, Workspace

CTCAE = "5.0"  # the version visits are graded by
ChangeKind = Literal["hold", "stop", "delay", "dose"]


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A hold, stop, delay or changed dose on the line of time.

    first, last  both included; last None: until further notice; of a delay and a dose the day it begins to matter
    short, words what stands on the mark, and what it says when asked
    """

    kind: ChangeKind
    first: date
    last: date | None
    short: str
    words: str


@dataclass(frozen=True, slots=True)
class Figures:
    """course None: no course is begun yet, so there are no cycles and no baseline.

    elsewhere  drug -> total recorded of another hospital; None: no cycle was given elsewhere
    """

    patient: UUID
    course: UUID | None
    starts: tuple[CycleStart, ...]
    labs: tuple[LabSeries, ...]
    lanes: tuple[EventLane, ...]
    changes: tuple[PlanChange, ...]
    worst: WorstGrades
    drugs: tuple[DrugTrend, ...]
    today: date
    elsewhere: Mapping[str, Decimal] | None = None


def figures_of(state: PatientState, today: date) -> Figures:
    """Reads orders and grades every value: not for the window's thread."""
    space, course = state.space, state.course
    starts = cycle_starts(space.orders, course, state.day_ones) if course is not None else ()
    first = begun_on(course) if course is not None else None
    own = [one for one in space.events if course is None or one.course_id == course.id]
    day_ones = {start.cycle: start.day1 for start in starts}
    drugs = dose_trends(space, course, state.settings) if course is not None else ()
    return Figures(
        patient=space.patient.id,
        course=course.id if course is not None else None,
        starts=starts,
        labs=lab_trends(space.labs, first, starts, CTCAE),
        lanes=event_lanes(own, today),
        changes=changes_of(space, course, day_ones, drugs) if course is not None else (),
        worst=worst_grades(own, day_ones, today),
        drugs=drugs,
        today=today,
        elsewhere=dict(course.entry.cumulative) if course is not None and course.entry.first_cycle > 1 else None,
    )


def changes_of(
    space: Workspace, course: CourseRecord, day_ones: Mapping[int, date], drugs: Iterable[DrugTrend]
) -> tuple[PlanChange, ...]:
    """Everything that changed the plan or a dose."""
    own = tuple(drugs)
    return *plan_changes(space, course, day_ones), *dose_changes(own), *restarts(own)


def plan_changes(space: Workspace, course: CourseRecord, day_ones: Mapping[int, date]) -> tuple[PlanChange, ...]:
    """Holds, stops and delays in force, in the order of their days."""
    found: list[PlanChange] = []
    for hold in space.holds:
        if hold.course_id != course.id or hold.withdrawn:
            continue
        why = said_reason(hold.reason_code, hold.reason_text)
        whole = "treatment" if hold.drug == "all" else hold.drug
        verb = "stopped" if hold.stop else "on hold"
        found.append(
            PlanChange(
                "stop" if hold.stop else "hold", hold.start, None if hold.stop else hold.end, f"{whole} {verb}",
                f"{whole} {verb}: {why}" if why else f"{whole} {verb}",
            )
        )  # fmt: skip
    for delay in space.delays:
        day1 = day_ones.get(delay.cycle)
        if delay.course_id != course.id or delay.withdrawn or day1 is None:
            continue
        days = "1 day" if delay.days == 1 else f"{delay.days} days"
        why = said_reason(delay.reason_code, delay.reason_text)
        words = f"cycle {delay.cycle} put off by {days}: {why}"
        begins = day1 - timedelta(days=max(delay.days, 0))
        found.append(PlanChange("delay", begins, day1 - timedelta(days=1), f"+{delay.days} d", words))
    return tuple(sorted(found, key=lambda change: change.first))


def dose_changes(drugs: Iterable[DrugTrend]) -> tuple[PlanChange, ...]:
    """Cycles from which a drug has another dose than before."""
    return tuple(
        PlanChange(
            "dose", cycle.day1, cycle.day1, f"{trend.drug} {percent(cycle.whole_percent)}",
            f"cycle {cycle.cycle}: {trend.drug} at {percent(cycle.whole_percent)} of the regimen's level",
        )
        for trend in drugs
        for cycle in trend.cycles
        if cycle.changed
    )  # fmt: skip


def restarts(drugs: Iterable[DrugTrend]) -> tuple[PlanChange, ...]:
    """Drugs taken again within a cycle after a hold."""
    found = [(trend.drug, one) for trend in drugs for cycle in trend.cycles for one in cycle.restarts]
    return tuple(
        PlanChange(
            "dose", one.entry.start[0], one.entry.start[0],
            f"{drug} again" + (f" {percent(one.entry.percent)}" if one.entry.percent is not None else ""),
            f"{drug} restarted: {one.entry.reason}" if one.entry.reason else f"{drug} restarted",
        )
        for drug, one in found
    )  # fmt: skip
