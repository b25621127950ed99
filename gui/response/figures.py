"""What the Response page shows, reckoned from one reading of the store and the scan being typed. Values only."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gui.workspace.state import PatientState
from outcomes.recist.baseline_rules import Broken
from outcomes.recist.irecist import ImmunePoint
from outcomes.recist.of_records import Judged, broken_baseline, first_dose, followed, judge_course, scans_of
from outcomes.recist.time_point import LEAST_GROWTH_MM, TimePoint
from records.values.core import CourseRecord
from records.values.responses import LesionRecord, ScanEntry, ScanRecord


@dataclass(frozen=True, slots=True)
class Dot:
    """One scan on the chart. pr_mm, pd_mm: the limits that stood when it was made; None where there are none."""

    on: date
    sum_mm: Decimal | None
    response: str
    typed: bool
    pr_mm: Decimal | None = None
    pd_mm: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """All of it. judged: stored scans alone; seen: with the one being typed, where it has a date.

    broken  rules that a baseline being typed breaks
    """

    course: CourseRecord
    lesions: tuple[LesionRecord, ...]
    scans: tuple[ScanRecord, ...]
    start: date
    on_inhibitor: bool
    judged: Judged | None
    seen: Judged | None
    typed: ScanEntry | None
    broken: tuple[Broken, ...] = ()

    def point(self, on: date | None) -> TimePoint | None:
        """The scan of a day as judged."""
        return next((one for one in self.seen.response.points if one.date == on), None) if self.seen else None

    def immune(self, on: date | None) -> ImmunePoint | None:
        """The same by iRECIST."""
        return next((one for one in self.seen.immune.points if one.date == on), None) if self.seen else None

    def dots(self) -> tuple[Dot, ...]:
        """The chart: the baseline, then every scan; the typed one is marked."""
        if self.seen is None or not self.seen.readings.target:
            return ()
        typed = self.typed.on if self.typed is not None else None
        baseline = self.seen.readings.baseline
        total = sum((one.mm for one in baseline.target.values() if one.mm is not None), Decimal(0))
        found = [Dot(baseline.date, total, "", baseline.date == typed)]
        for point in self.seen.response.points:
            nadir, first = point.nadir_before_mm, point.baseline_mm
            found.append(
                Dot(
                    point.date,
                    point.sum_mm,
                    point.overall,
                    point.date == typed,
                    None if first is None else first * 7 / 10,
                    None if nadir is None else max(nadir * 6 / 5, nadir + LEAST_GROWTH_MM),
                )
            )
        return tuple(found)


def figures_of(state: PatientState, typed: ScanEntry | None = None, corrects: ScanRecord | None = None) -> Figures:
    """Pure and quick: a few milliseconds for ten scans. The state must have a course."""
    course, files = state.course, state.files
    assert course is not None and files is not None
    space = state.space
    drugs = files.regimen.drugs_of(1, course.entry.options)
    judged = judge_course(space, course)
    instead = corrects.id if corrects is not None else None
    seen = judge_course(space, course, typed, instead) if typed is not None and typed.on is not None else judged
    lesions, start = followed(space, course), first_dose(space, course)
    broken = broken_baseline(lesions, typed, start)[0] if typed is not None and typed.baseline else ()
    return Figures(
        course,
        lesions,
        scans_of(space, course),
        start,
        any(drug.role == "inhibitor" for drug in drugs),
        judged,
        seen,
        typed,
        broken,
    )
