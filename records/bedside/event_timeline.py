"""The adverse events of one patient as lanes on a line of time: a segment for each grade. Pure.

Segments run from the day a grade was said to the day before the next one; the first begins with the event. Nothing is
said of the time between two visits but that: an event is shown at its last grade until somebody says another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from records.partial_date import earliest, latest, whole
from records.values.visits import AdverseEventEntry, AdverseEventRecord

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class GradeSegment:
    """One grade from its first day to its last, both included."""

    grade: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class EventLane:
    """One adverse event.

    start, end       as recorded: 2026, 2026-03 or 2026-03-14; end "" while it goes on or nobody knows
    start_certain    the day of the start is known
    ongoing          goes on after the last segment
    end_known        False: over, but nobody said when
    cycle, cycle_day of the onset, as the store keeps them
    elsewhere        happened before the course was taken over from another hospital
    """

    id: UUID
    number: int
    term: str
    start: str
    end: str
    start_certain: bool
    end_known: bool
    ongoing: bool
    segments: tuple[GradeSegment, ...]
    cycle: int | None
    cycle_day: int | None
    elsewhere: bool
    serious: bool | None
    baseline_grade: int | None
    cause: str

    @property
    def first(self) -> date:
        """The first day it can have been there."""
        return self.segments[0].first

    @property
    def last(self) -> date:
        """The last day shown."""
        return max(segment.last for segment in self.segments)

    @property
    def highest(self) -> int:
        """The highest grade so far."""
        return max(segment.grade for segment in self.segments)

    def days(self) -> int | None:
        """How long it lasted in days, first and last counted; None while it goes on or a date is not known."""
        start, end = whole(self.start), whole(self.end) if self.end else None
        return None if self.ongoing or start is None or end is None else (end - start).days + 1


def event_lanes(events: Iterable[AdverseEventRecord], until: date) -> tuple[EventLane, ...]:
    """Every event that was not withdrawn, in the order of their first days. until: today, where ongoing ones end."""
    lanes = [_lane(record, until) for record in events if not record.withdrawn]
    return tuple(sorted(lanes, key=lambda lane: (lane.first, lane.number)))


def _lane(record: AdverseEventRecord, until: date) -> EventLane:
    entry = record.entry
    return EventLane(
        id=record.id, number=record.number, term=f"{entry.term}: {entry.specify}" if entry.specify else entry.term,
        start=entry.start, end=entry.end, start_certain=whole(entry.start) is not None,
        end_known=entry.ongoing or bool(entry.end), ongoing=entry.ongoing, segments=segments_of(entry, until),
        cycle=record.cycle, cycle_day=record.cycle_day, elsewhere=entry.elsewhere, serious=entry.serious,
        baseline_grade=entry.baseline_grade if entry.present_at_baseline else None, cause=entry.cause,
    )  # fmt: skip


def segments_of(entry: AdverseEventEntry, until: date) -> tuple[GradeSegment, ...]:
    """The grades as spans of days. Two grades said on one day both keep that day: neither is lost."""
    grades = sorted(entry.grades, key=lambda one: one.on)
    begins = [min(earliest(entry.start), grades[0].on), *(one.on for one in grades[1:])]
    if entry.ongoing:
        end = max(until, begins[-1])
    elif entry.end:
        end = max(latest(entry.end) if whole(entry.end) else min(latest(entry.end), until), begins[-1])
    else:
        end = begins[-1]  # over, nobody said when: the last day it was seen
    lasts = [*(max(following - DAY, begin) for begin, following in pairwise(begins)), end]
    return tuple(GradeSegment(one.grade, begin, last) for one, begin, last in zip(grades, begins, lasts, strict=True))
