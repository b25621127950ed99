"""Laboratory values of one patient over time, each with its grade, the bands it lies in and its cycle day. Pure.

A value is graded in the unit it was reported in, by the limits reported with it and by the baseline: the last value of
that unit up to the first day of the course, which is also what a visit grades by.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from records.bedside.grade_bands import Band, Direction, Limits, bad_side, bands, graded, grades_beyond, measure_of
from records.course.cycle_of_day import cycle_of
from records.course.cycle_starts import CycleStart, begun
from records.values.core import LabResult
from regimen.analytes import analytes
from regimen.grading.measures import measures


@dataclass(frozen=True, slots=True)
class LabPoint:
    """One reported value.

    value, lln, uln, baseline  in `unit`, as reported; shown: the value in the unit of the series
    comparator   "<" and the like where the value was reported so, else ""
    nth, of      which of how many values of that day, from 1
    taken        the time of the sample, "07:50", "" where nobody said; corrected: a value the laboratory put right
    cycle, cycle_day  None before the first cycle; days above the length of a cycle are those of a delayed one
    grades       every grade it allows, rising; empty where none can be given, and `why` says why
    by_baseline  the grade comes from multiples of the baseline
    is_baseline  it is itself the value others are compared with
    """

    id: UUID
    on: date
    nth: int
    of: int
    value: Decimal
    unit: str
    lln: Decimal | None
    uln: Decimal | None
    baseline: Decimal | None
    shown: Decimal
    grades: tuple[int, ...]
    term: str
    why: str
    by_baseline: bool
    cycle: int | None = None
    cycle_day: int | None = None
    comparator: str = ""
    is_baseline: bool = False
    taken: str = ""
    corrected: bool = False

    @property
    def grade(self) -> int | None:
        """The grade shown until a person confirms: the highest of those possible."""
        return self.grades[-1] if self.grades else None

    @property
    def limits(self) -> tuple[str, Decimal | None, Decimal | None, Decimal | None]:
        """What it was graded against: values that share it lie in the same bands."""
        return self.unit, self.lln, self.uln, self.baseline


@dataclass(frozen=True, slots=True)
class BandSpan:
    """Bands that hold for the points from `first` to `last` (places in the series), in the unit of the series."""

    first: int
    last: int
    lln: Decimal | None
    uln: Decimal | None
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Extreme:
    """The worst value of one cycle after its day 1: the nadir of a count, the peak of a liver value.

    place  of the value in the series; of several equal ones the first
    count  how many values the cycle has after day 1; one value is the worst and says little
    also   cycle days on which the same value was found again
    """

    cycle: int
    cycle_day: int
    place: int
    count: int
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LabSeries:
    """One test in one unit; values of units that convert exactly stand together.

    worse   "low": nadirs are marked, "high": peaks; "": the CTCAE grades nothing by it
    """

    analyte: str
    title: str
    unit: str
    worse: Direction
    points: tuple[LabPoint, ...]
    spans: tuple[BandSpan, ...]
    extremes: tuple[Extreme, ...]

    def extreme_at(self, place: int) -> Extreme | None:
        """The extreme a point is, if it is one."""
        return next((one for one in self.extremes if one.place == place), None)


def lab_trends(
    labs: Iterable[LabResult], course_day1: date | None, starts: Sequence[CycleStart], version: str
) -> tuple[LabSeries, ...]:
    """Every test with a value, in the order of the list of tests.

    course_day1  first day of the course, up to which a value is a baseline; None: no course, so no baseline
    version      of the CTCAE
    """
    groups: dict[tuple[str, str], list[LabResult]] = {}
    for lab in sorted(labs, key=lambda one: one.on):  # of one day in the order they were entered
        key = next((key for key in groups if key[0] == lab.analyte and _factor(lab, key[1]) is not None), None)
        groups.setdefault(key or (lab.analyte, lab.unit), []).append(lab)
    order = {found.name: place for place, found in enumerate(analytes().all)}
    found = [_series(own, course_day1, starts, version) for own in groups.values()]
    return tuple(sorted(found, key=lambda one: (order.get(one.analyte, len(order)), one.unit)))


def _series(
    labs: Sequence[LabResult], course_day1: date | None, starts: Sequence[CycleStart], version: str
) -> LabSeries:
    """labs  of one test, oldest first."""
    newest, days = labs[-1], begun(starts, date.max)
    before = [lab for lab in labs if course_day1 is not None and lab.on <= course_day1]
    baselines = {lab.unit: lab for lab in before}
    by_day: dict[date, int] = {}
    points: list[LabPoint] = []
    known: dict[Limits, tuple[Band, ...]] = {}
    for lab in labs:
        by_day[lab.on] = by_day.get(lab.on, 0) + 1
        own = baselines.get(lab.unit)
        points.append(_point(lab, by_day[lab.on], own, newest.unit, days, known, version))
    points = [replace(point, of=by_day[point.on]) for point in points]
    worse = bad_side(newest.analyte, version)
    title = analytes().by_name[newest.analyte].title if newest.analyte in analytes().by_name else newest.analyte
    dosed = {start.cycle for start in starts if start.dosed}
    return LabSeries(
        newest.analyte, title, newest.unit, worse, tuple(points),
        _spans(newest.analyte, points, newest.unit, version, known), extremes(points, worse, dosed),
    )  # fmt: skip


def _point(
    lab: LabResult,
    nth: int,
    baseline: LabResult | None,
    unit: str,
    days: Mapping[int, date],
    known: dict[Limits, tuple[Band, ...]],
    version: str,
) -> LabPoint:
    limits = Limits(lab.analyte, lab.unit, lab.lln, lab.uln, baseline.value if baseline else None)
    answer = graded(limits, lab.value, version)
    comparator = comparator_of(lab)
    grades = answer.candidates if answer is not None else ()
    why = answer.why if answer is not None else f"The CTCAE v{version} gives no grade by this test."
    if limits not in known:
        known[limits] = bands(limits, version)
    if comparator and answer is not None:
        grades = grades_beyond(known[limits], comparator, lab.value)
        why = f"Reported as {comparator} {lab.value:f}: every grade on that side is possible. {why}"
    inside = next((band for band in known[limits] if band.holds(lab.value)), None)
    place = cycle_of(days, lab.on) or (None, None)
    return LabPoint(
        id=lab.id, on=lab.on, nth=nth, of=1, value=lab.value, unit=lab.unit, lln=lab.lln, uln=lab.uln,
        baseline=limits.baseline, shown=in_unit(lab, unit, lab.value), grades=grades,
        term=answer.term.name if answer is not None and answer.term is not None else "", why=why,
        by_baseline=inside is not None and inside.by_baseline, cycle=place[0], cycle_day=place[1],
        comparator=comparator, is_baseline=baseline is not None and baseline.id == lab.id,
        taken=lab.taken_at[11:16], corrected=lab.status == "C",
    )  # fmt: skip


def extremes(points: Sequence[LabPoint], worse: Direction, dosed: Iterable[int]) -> tuple[Extreme, ...]:
    """The worst value after day 1 of each cycle whose doses were given. A value of day 1 itself comes before the dose.

    A value reported as below a limit counts as that limit and is worse than the same number without the sign.
    """
    if not worse:
        return ()
    found: list[Extreme] = []
    for cycle in sorted(set(dosed)):
        own = [(place, p) for place, p in enumerate(points) if p.cycle == cycle and (p.cycle_day or 0) > 1]
        if not own:
            continue
        ranked = [(_rank(point, worse), place) for place, point in own]
        best = min(rank for rank, _place in ranked)
        places = [place for rank, place in ranked if rank == best]
        day = points[places[0]].cycle_day
        assert day is not None
        also = tuple(dict.fromkeys(d for p in places[1:] if (d := points[p].cycle_day) is not None and d != day))
        found.append(Extreme(cycle, day, places[0], len(own), also))
    return tuple(found)


def _rank(point: LabPoint, worse: Direction) -> tuple[Decimal, bool]:
    sign = "<" if worse == "low" else ">"
    return (point.shown if worse == "low" else -point.shown), not point.comparator.startswith(sign)


def _spans(
    analyte: str,
    points: Sequence[LabPoint],
    unit: str,
    version: str,
    known: dict[Limits, tuple[Band, ...]],
) -> tuple[BandSpan, ...]:
    """Points in a row that share limits and baseline lie in the same bands."""
    found: list[BandSpan] = []
    for place, point in enumerate(points):
        if found and points[found[-1].first].limits == point.limits:
            found[-1] = replace(found[-1], last=place)
            continue
        own = known[Limits(analyte, point.unit, point.lln, point.uln, point.baseline)]
        factor = _factor_of(analyte, point.unit, unit) or Decimal(1)
        found.append(
            BandSpan(place, place, _times(point.lln, factor), _times(point.uln, factor), tuple(
                replace(band, low=_times(band.low, factor), high=_times(band.high, factor)) for band in own
            ))
        )  # fmt: skip
    return tuple(found)


def comparator_of(lab: LabResult) -> str:
    """The sign a laboratory reported before the number, "" where it reported a number alone.

    The store keeps numbers alone so far, and leaves out with a reason what has a sign; a result that has one is read.
    """
    return str(getattr(lab, "comparator", None) or "")


def in_unit(lab: LabResult, unit: str, number: Decimal) -> Decimal:
    """A number of a result in another unit that converts exactly."""
    factor = _factor(lab, unit)
    return number if factor is None or factor == 1 else number * factor


def _factor(lab: LabResult, unit: str) -> Decimal | None:
    return _factor_of(lab.analyte, lab.unit, unit)


def _factor_of(analyte: str, unit: str, other: str) -> Decimal | None:
    """How many `other` one `unit` is, where that is exact: a power of ten; None where it is not."""
    if unit == other:
        return Decimal(1)
    measure = measure_of(analyte)
    if measure is None:
        return None
    own, wanted = measures().unit_of(measure, unit), measures().unit_of(measure, other)
    return measures().factor(own, wanted) if own is not None and wanted is not None else None


def _times(number: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if number is None else number if factor == 1 else number * factor
