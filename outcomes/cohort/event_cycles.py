"""In which cycles an adverse event was there, and how bad it was in each. Pure.

A cycle lasts from its first dose to the day before the next one's; the last cycle has whatever came after it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from outcomes.cohort.patients import CohortEvent, CohortPatient, WorstRow, worst_by_term
from records.partial_date import latest
from records.values.visits import AdverseEventEntry


@dataclass(frozen=True, slots=True)
class CycleTable:
    """Each patient once a term and cycle, at the highest grade in it.

    of        cycle -> the ids of those who were given it
    rows      cycle -> its rows
    unplaced  events of which no cycle is known
    """

    of: Mapping[int, tuple[str, ...]]
    rows: Mapping[int, tuple[WorstRow, ...]]
    unplaced: int

    def row(self, term: str, cycle: int) -> WorstRow | None:
        """One term in one cycle; None where nobody had it."""
        return next((row for row in self.rows.get(cycle, ()) if row.term == term), None)


def grades_by_cycle(entry: AdverseEventEntry, begun: Sequence[tuple[int, date]]) -> tuple[tuple[int, int], ...]:
    """(cycle, highest grade in force in it). begun: each cycle given with its first day, in order."""
    over = latest(entry.end) if entry.end else date.max
    grades = sorted(entry.grades, key=lambda one: one.on)
    ends = [later.on for later in grades[1:]] + [date.max]
    found = []
    for (cycle, first), (_next, until) in pairwise([*begun, (0, date.max)]):
        inside = [
            one.grade
            for one, replaced in zip(grades, ends, strict=True)
            if one.on < until and first <= over and replaced > first
        ]
        if inside:
            found.append((cycle, max(inside)))
    return tuple(found)


def by_cycle(
    patients: Sequence[CohortPatient], events: Sequence[CohortEvent], *, related_only: bool = False
) -> CycleTable:
    """The events of a cohort by the cycle in which they were there."""
    of: dict[int, list[str]] = {}
    for one in patients:
        for cycle in one.cycles:
            of.setdefault(cycle, []).append(one.id)
    inside: dict[int, list[CohortEvent]] = {}
    counted = [event for event in events if not related_only or event.related]
    for event in counted:
        for cycle, grade in event.cycles:
            placed = CohortEvent(event.patient, event.term, grade, event.soc, event.related)
            inside.setdefault(cycle, []).append(placed)
    return CycleTable(
        {cycle: tuple(of[cycle]) for cycle in sorted(of)},
        {cycle: worst_by_term(inside[cycle]) for cycle in sorted(inside)},
        sum(not event.cycles for event in counted),
    )
