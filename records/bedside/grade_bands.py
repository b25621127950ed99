"""Which values of a laboratory test make which grade, for given limits of normal and baseline.

The rules are asked, not read a second time: every number at which a grade can change is taken from them, and the values
at, below and above each are graded as a typed value would be. So a band can never say other than the grade beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from regimen.analytes import analytes
from regimen.errors import RegimenError
from regimen.grading.lab_grade import LabGrade, LabResult, grade_lab
from regimen.grading.lab_rules import lab_rules
from regimen.grading.measures import Measure, measures
from regimen.grading.scale_reading import EXACT, Figures, scales_for

Direction = Literal["low", "high", ""]
#: How far beside an outermost limit is looked, as a share of it: near enough to be a value of that test.
_BESIDE = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a value is graded against, in the unit reported; None: not known."""

    analyte: str
    unit: str
    lln: Decimal | None = None
    uln: Decimal | None = None
    baseline: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """Values from `low` to `high` that all make the same grades.

    low, high        None: no end on that side
    low_in, high_in  whether the end itself belongs to it
    grades           every grade such a value allows, rising; empty: no grade can be given there
    term             the CTCAE term; "" for grade 0 and where no grade can be given
    by_baseline      the grade there comes from multiples of the baseline
    """

    low: Decimal | None
    high: Decimal | None
    low_in: bool
    high_in: bool
    grades: tuple[int, ...]
    term: str = ""
    by_baseline: bool = False

    @property
    def grade(self) -> int | None:
        """The grade shown until a person confirms: the highest."""
        return self.grades[-1] if self.grades else None

    def holds(self, value: Decimal) -> bool:
        """Whether a value lies in it."""
        above = self.low is None or value > self.low or (self.low_in and value == self.low)
        return above and (self.high is None or value < self.high or (self.high_in and value == self.high))


def measure_of(analyte: str) -> Measure | None:
    """The measure CTCAE grades this test by, None where it grades none by it."""
    found = analytes().by_name.get(analyte)
    by_word = measures().by_word
    return by_word.get(analyte) or (by_word.get(found.title.lower()) if found else None)


def graded(limits: Limits, value: Decimal, version: str) -> LabGrade | None:
    """The grade of one value; None where the CTCAE grades nothing by this test."""
    measure = measure_of(limits.analyte)
    if measure is None:
        return None
    try:
        return grade_lab(
            LabResult("", measure.name, value, limits.unit, limits.lln, limits.uln, limits.baseline), version
        )
    except RegimenError:
        return None


def bands(limits: Limits, version: str) -> tuple[Band, ...]:
    """Every band from the lowest values to the highest, without a gap; none where no value can be graded at all."""
    cuts = _cuts(limits, version)
    if not cuts:
        return ()
    found: list[Band] = []
    low = cuts[0] * (1 - _BESIDE)
    high = cuts[-1] * (1 + _BESIDE)
    _join(found, _band(limits, version, low, None, cuts[0]))
    for place, cut in enumerate(cuts):
        _join(found, _band(limits, version, cut, cut, cut))
        after = cuts[place + 1] if place + 1 < len(cuts) else None
        probe = high if after is None else EXACT.divide(EXACT.add(cut, after), Decimal(2))
        _join(found, _band(limits, version, probe, cut, after))
    return tuple(found) if any(band.grades for band in found) else ()


def grades_beyond(found: Iterable[Band], comparator: str, value: Decimal) -> tuple[int, ...]:
    """Every grade that a result reported as below or above a value allows, rising; empty where one stays open.

    comparator  <, <=, > or >=
    """
    lower = comparator.startswith("<")
    own: set[int] = set()
    for band in found:
        end = band.low if lower else band.high
        inside = band.low_in if lower else band.high_in
        beyond = end is None or (end < value if lower else end > value)
        if beyond or (comparator.endswith("=") and inside and end == value):
            if not band.grades:
                return ()
            own |= set(band.grades)
    return tuple(sorted(own))


def bad_side(analyte: str, version: str) -> Direction:
    """Which way a test gets worse: low where any of its terms is graded by low values; "" where none is graded."""
    measure = measure_of(analyte)
    own = [rule for rule in lab_rules(version).rules.values() if measure and measure.name in rule.analytes]
    signs = {scale.steps[0].op[0] for rule in own for scale in rule.scales}
    return "low" if "<" in signs else "high" if signs else ""


def _cuts(limits: Limits, version: str) -> list[Decimal]:
    """The numbers at which a grade can change, in the unit reported."""
    measure = measure_of(limits.analyte)
    unit = measures().unit_of(measure, limits.unit) if measure else None
    if measure is None or unit is None:
        return []
    figures = Figures(Decimal(1), unit, limits.lln, limits.uln, limits.baseline)
    cuts: set[Decimal] = set()
    for rule in lab_rules(version).rules.values():
        if measure.name not in rule.analytes:
            continue
        for scale, inside in scales_for(rule, measure, figures) or ():
            back = measures().factor(inside.unit, unit) or Decimal(1)
            bounds = (inside.at(step.bound) for step in scale.steps)
            cuts |= {EXACT.multiply(bound, back).normalize(EXACT) for bound in bounds if bound is not None}
    return sorted(cut for cut in cuts if cut > 0)


def _band(limits: Limits, version: str, probe: Decimal, low: Decimal | None, high: Decimal | None) -> Band:
    """The band of one probe; low and high the same: of that number alone."""
    answer = graded(limits, probe, version)
    alone = low is not None and low == high
    grades = answer.candidates if answer is not None else ()
    by = any(one.by == "baseline" and one.used and max(one.grades, default=0) == max(grades, default=0)
             for one in (answer.readings if answer is not None else ()))  # fmt: skip
    term = answer.term.name if answer is not None and answer.term is not None and any(grades) else ""
    return Band(low, high, alone, alone, grades, term, by and any(grades))


def _join(found: list[Band], band: Band) -> None:
    """Put a band behind the last, or lengthen the last where both say the same."""
    last = found[-1] if found else None
    if last is not None and (last.grades, last.term, last.by_baseline) == (band.grades, band.term, band.by_baseline):
        found[-1] = Band(last.low, band.high, last.low_in, band.high_in, last.grades, last.term, last.by_baseline)
    else:
        found.append(band)
