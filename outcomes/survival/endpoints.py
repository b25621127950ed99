"""Endpoints of one patient from dates: PFS by two named rules, overall survival, duration of response."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from outcomes.survival.kaplan_meier import Time

Rule = Literal["strict", "treatment-policy"]
RULES: tuple[Rule, ...] = ("strict", "treatment-policy")
#: Days in a month, for printing.
MONTH_DAYS = Decimal("30.4375")
#: Planned days between scans; more than two of them and a week without a scan are two or more missed scans.
SCAN_EVERY_DAYS = 42
#: More is no plan of scans.
MOST_SCAN_DAYS = 366
GAP_GRACE_DAYS = 7
EVALUABLE = ("CR", "PR", "SD", "NON-CR/NON-PD", "PD")


@dataclass(frozen=True, slots=True)
class Assessed:
    """One scan with its overall response."""

    date: date
    overall: str


@dataclass(frozen=True, slots=True)
class Course:
    """What endpoints need of a patient.

    assessed   scans after the first dose, oldest first
    progressed date of progression by judgement, where it is kept apart from the scans
    response   first scan of the (confirmed) response; None: no responder
    last_alive the last day the patient was known to be alive
    cutoff     nothing after this day is used
    scan_before_known  False: of the scans only the one that showed the progression is known. What was missed before
                       it nobody can say, and no scan is taken to be missed: the strict rule lets it count on its day
    """

    start: date
    assessed: Sequence[Assessed] = ()
    progressed: date | None = None
    died: date | None = None
    last_alive: date | None = None
    new_therapy: date | None = None
    response: date | None = None
    cutoff: date | None = None
    scan_before_known: bool = True

    def known(self, day: date | None) -> date | None:
        """A date that counts: not after the cut-off."""
        return None if day is None or (self.cutoff is not None and day > self.cutoff) else day

    @property
    def scans(self) -> list[Assessed]:
        """Scans with an answer, up to the cut-off and not after progression."""
        found = [one for one in self.assessed if one.overall in EVALUABLE and self.known(one.date)]
        return sorted(found, key=lambda one: one.date)

    @property
    def progression(self) -> date | None:
        """The first progression."""
        days = [one.date for one in self.scans if one.overall == "PD"]
        if (kept := self.known(self.progressed)) is not None:
            days.append(kept)
        return min(days, default=None)


def overall_survival(course: Course) -> Time:
    """From the first dose to death; censored on the last day known alive."""
    died = course.known(course.died)
    if died is not None:
        return Time((died - course.start).days, True)
    last = [one.date for one in course.assessed if course.known(one.date)]
    # Who is known to have lived after the cut-off, or died after it, was alive on it.
    later = [day for day in (course.last_alive, course.died) if day is not None]
    if course.cutoff is not None:
        later = [min(day, course.cutoff) for day in later]
    return Time((max([course.start, *last, *later]) - course.start).days, False)


def progression_free(course: Course, rule: Rule, every_days: int = SCAN_EVERY_DAYS) -> Time:
    """From the first dose to progression or death."""
    return until_progression(course, course.start, rule, every_days)


def response_duration(course: Course, rule: Rule, every_days: int = SCAN_EVERY_DAYS) -> Time | None:
    """From the first scan of the response to progression or death; None for who did not respond."""
    began = course.known(course.response)
    return None if began is None else until_progression(course, began, rule, every_days)


def until_progression(course: Course, since: date, rule: Rule, every_days: int) -> Time:
    """The event, or the last evaluable scan.

    strict  a new therapy before the event, or an event after two or more missed scans, censors at the last evaluable
            scan before it; treatment-policy: the event counts whenever it comes
    """
    progressed, died = course.progression, course.known(course.died)
    event = min((day for day in (progressed, died) if day is not None), default=None)
    scans = [one.date for one in course.scans]
    if event is None:
        last = max(scans, default=course.start)
        therapy = course.known(course.new_therapy)
        if rule == "strict" and therapy is not None:
            last = max((day for day in scans if day <= therapy), default=course.start)
        return Time(max(0, (last - since).days), False)
    if rule == "strict":
        before = max((day for day in scans if day < event), default=course.start)
        therapy = course.known(course.new_therapy)
        if therapy is not None and therapy < event:
            kept = max((day for day in scans if day <= therapy), default=course.start)
            return Time(max(0, (kept - since).days), False)
        blind = event == progressed and not course.scan_before_known
        if not blind and (event - before).days > 2 * every_days + GAP_GRACE_DAYS:
            return Time(max(0, (before - since).days), False)
    return Time((event - since).days, True)


def months(days: int | float | Decimal) -> Decimal:
    """Months of 30.4375 days, unrounded."""
    return Decimal(days) / MONTH_DAYS
