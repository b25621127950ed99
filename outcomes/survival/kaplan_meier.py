"""Kaplan-Meier curves by scipy, with pointwise limits, medians and numbers at risk.

Sources: Kaplan and Meier 1958; Greenwood's variance; Brookmeyer and Crowley 1982 for the limits of the median; Schemper
and Smith 1996 for the follow-up. Events come before censorings on the same day.
"""

import math
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Band = Literal["loglog", "log", "plain"]
BANDS: tuple[Band, ...] = ("loglog", "log", "plain")
#: Limits meet one half within this, so that a binary fraction decides nothing.
TOLERANCE = 1e-9
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Time:
    """One patient's time in days and whether it ended with the event (else it is censored)."""

    days: int
    event: bool


@dataclass(frozen=True, slots=True)
class Step:
    """The curve from one time on.

    at_risk  still observed just before it
    exact    survival as a fraction; lower, upper: limits, None where they are not defined (survival 0)
    se       Greenwood's standard error, None where it is not defined
    """

    days: int
    at_risk: int
    events: int
    censored: int
    exact: Fraction
    survival: float
    se: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class Median:
    """Days; None: not reached."""

    days: int | None
    lower: int | None
    upper: int | None


@dataclass(frozen=True, slots=True)
class Curve:
    """A survival curve. steps: one a time at which something happened."""

    n: int
    events: int
    band: Band
    steps: tuple[Step, ...]

    def step_at(self, days: int) -> Step | None:
        """The step in force on a day; None before the first."""
        found = None
        for step in self.steps:
            if step.days > days:
                break
            found = step
        return found

    @property
    def median(self) -> Median:
        """The first time at which survival is one half or less, with the limits the band gives (Brookmeyer-Crowley)."""
        half = next((step.days for step in self.steps if step.exact <= Fraction(1, 2)), None)
        return Median(half, self._limit("lower"), self._limit("upper"))

    def _limit(self, which: Literal["lower", "upper"]) -> int | None:
        for step in self.steps:
            value = step.lower if which == "lower" else step.upper
            if value is not None and value <= 0.5 + TOLERANCE:
                return step.days
        return None

    @property
    def last_day(self) -> int:
        """The longest observation; the curve says nothing after it."""
        return self.steps[-1].days if self.steps else 0

    def at_risk(self, days: Sequence[float]) -> tuple[int, ...]:
        """How many are still observed just before each time."""
        gone = [(step.days, step.events + step.censored) for step in self.steps]
        return tuple(self.n - sum(count for day, count in gone if day < when) for when in days)


def curve_of(times: Sequence[Time], band: Band = "loglog") -> Curve:
    """The curve of some patients. band: log-log is the default of SAS, log that of R."""
    if not times:
        return Curve(0, 0, band, ())
    from scipy import stats

    events = Counter(one.days for one in times if one.event)
    censored = Counter(one.days for one in times if not one.event)
    sample = stats.CensoredData.right_censored([one.days for one in times], [not one.event for one in times])
    survival = stats.ecdf(sample).sf
    limits = _limits(survival, band)
    at_risk, exact, variance = len(times), Fraction(1), Fraction(0)
    steps = []
    for index, days in enumerate(sorted(events.keys() | censored.keys())):
        died = events[days]
        exact *= Fraction(at_risk - died, at_risk)
        variance += Fraction(died, at_risk * (at_risk - died)) if died < at_risk else 0
        value = float(survival.probabilities[index])
        se = None if exact == 0 else value * math.sqrt(variance)
        lower, upper = limits[index] if band != "log" else log_limits(value, variance)
        if exact == 1:
            lower = upper = 1.0  # nothing has happened yet: the formulas divide by log 1
        if exact == 0:
            lower = upper = None
        steps.append(Step(days, at_risk, died, censored[days], exact, value, se, lower, upper))
        at_risk -= died + censored[days]
    return Curve(len(times), events.total(), band, tuple(steps))


def _limits(survival: object, band: Band) -> list[tuple[float | None, float | None]]:
    """Pointwise limits by scipy, plain or log-log."""
    method = "linear" if band == "plain" else "log-log"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # undefined limits are told apart below
        low, high = survival.confidence_interval(confidence_level=CONFIDENCE, method=method)  # type: ignore[attr-defined]
    pairs = zip(low.probabilities, high.probabilities, strict=True)
    return [(_defined(float(lower)), _defined(float(upper))) for lower, upper in pairs]


def _defined(value: float) -> float | None:
    return None if math.isnan(value) else value


def log_limits(survival: float, variance: Fraction) -> tuple[float | None, float | None]:
    """Limits of the log survival with Greenwood's variance, as R's survfit gives them by default."""
    if survival <= 0:
        return None, None
    from scipy import stats

    reach = float(stats.norm.ppf(0.5 + CONFIDENCE / 2)) * math.sqrt(variance)
    return survival * math.exp(-reach), min(1.0, survival * math.exp(reach))


def follow_up(times: Sequence[Time], band: Band = "loglog") -> Curve:
    """Reverse Kaplan-Meier: being censored is the event. times: those of overall survival."""
    return curve_of([Time(one.days, not one.event) for one in times], band)


def symmetric_median(curve: Curve) -> tuple[float, float] | None:
    """Median -+ 1.96 standard errors with a density by finite difference, as one older package prints it (Collett).

    Off by default: the limits may lie outside the time of observation. None where the window has no two sides.
    """
    middle = curve.median.days
    before = [step.days for step in curve.steps if step.events and step.exact >= Fraction(55, 100)]
    after = next((step for step in curve.steps if step.exact <= Fraction(45, 100)), None)
    at_median = None if middle is None else curve.step_at(middle)
    if middle is None or not before or after is None or at_median is None or not at_median.se:
        return None
    left = curve.step_at(before[-1])
    assert left is not None
    density = float(left.exact - after.exact) / (after.days - before[-1])
    reach = 1.959963984540054 * at_median.se / density
    return middle - reach, middle + reach
