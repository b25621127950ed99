"""iRECIST beside RECIST 1.1: progression is unconfirmed until a later scan shows more of it (Seymour 2017)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from outcomes.recist.lesions import Readings, Scan
from outcomes.recist.response import counts
from outcomes.recist.time_point import (
    LEAST_GROWTH_MM,
    NON_CR_NON_PD,
    Before,
    TimePoint,
    judge,
    sum_of,
)

#: Least days after an unconfirmed progression from which growth confirms it; the scan is wanted within 8 weeks.
CONFIRM_MIN_DAYS = 28
NON_ICR_NON_IUPD = "NON-iCR/NON-iUPD"
WORDS = {"CR": "iCR", "PR": "iPR", "SD": "iSD", NON_CR_NON_PD: NON_ICR_NON_IUPD, "NE": "NE"}
RANK = ("iCR", "iPR", "iSD", NON_ICR_NON_IUPD)


@dataclass(frozen=True, slots=True)
class Bar:
    """An unconfirmed progression and what a later scan is compared with.

    parts  which of "target", "nontarget", "new" progressed
    new_mm, new_known  sum of the measured new lesions and their ids (the unmeasured too) at that scan
    """

    since: date
    parts: frozenset[str]
    sum_mm: Decimal
    new_mm: Decimal
    new_known: frozenset[str]


@dataclass(frozen=True, slots=True)
class ImmunePoint:
    """One scan by iRECIST; response None once progression was confirmed or a new therapy began."""

    date: date
    response: str | None
    why: str


@dataclass(frozen=True, slots=True)
class ImmuneResponse:
    """All scans, the best response and the date of progression."""

    points: tuple[ImmunePoint, ...]
    best: str
    pd_date: date | None


def respond_immune(readings: Readings) -> ImmuneResponse:
    """Every scan after the baseline in order; ends with the first confirmed progression."""
    baseline_mm, _ = sum_of(readings.baseline, readings.target)
    nadir, bar, after_cr = baseline_mm, None, False
    points: list[ImmunePoint] = []
    confirmed_since: date | None = None
    for scan in readings.scans:
        if confirmed_since is not None or not counts(readings, scan.date):
            points.append(ImmunePoint(scan.date, None, "after confirmed progression or outside the time that counts"))
            continue
        point = judge(readings, scan, Before(nadir, after_cr, False), baseline_mm)
        said, bar_after = step(scan, point, bar)
        if said.response == "iCPD":
            assert bar is not None
            confirmed_since = bar.since
        bar = bar_after
        points.append(said)
        if point.sum_mm is not None and nadir is not None:
            nadir = min(nadir, point.sum_mm)
        after_cr = after_cr or said.response == "iCR"
    pd_date = confirmed_since if confirmed_since is not None else bar.since if bar is not None else None
    return ImmuneResponse(tuple(points), best(points, readings), pd_date)


def step(scan: Scan, point: TimePoint, bar: Bar | None) -> tuple[ImmunePoint, Bar | None]:
    """One scan: the response, and the bar that stands afterwards."""
    parts = progressing(point)
    if bar is None:
        if not parts:
            return ImmunePoint(scan.date, WORDS[point.overall], point.why), None
        why = f"first progression of {words(parts)}: unconfirmed, scan again after 4 to 8 weeks"
        return ImmunePoint(scan.date, "iUPD", why), bar_of(scan, point, parts)
    more = worse(scan, point, parts, bar)
    if more:
        return ImmunePoint(scan.date, "iCPD", f"progression since {bar.since} confirmed: {more}"), bar
    if parts:
        grown = replace(bar, parts=bar.parts | parts)
        return ImmunePoint(scan.date, "iUPD", f"progression since {bar.since} neither grew on enough nor went"), grown
    if point.overall == "NE":
        return ImmunePoint(scan.date, "NE", f"{point.why} Progression since {bar.since} stays unconfirmed."), bar
    why = f"progression since {bar.since} is cancelled; {point.why}"
    return ImmunePoint(scan.date, WORDS[point.overall], why), None


def progressing(point: TimePoint) -> frozenset[str]:
    """The parts of the disease that progress on this scan against nadir and baseline."""
    found = {"target": point.target == "PD", "nontarget": point.nontarget == "PD", "new": point.new}
    return frozenset(part for part, grows in found.items() if grows)


def worse(scan: Scan, point: TimePoint, parts: frozenset[str], bar: Bar) -> str:
    """What confirms the progression, in words; "" where nothing does."""
    known = new_of(scan)
    further = sorted(known - bar.new_known)
    soon = (scan.date - bar.since).days < CONFIRM_MIN_DAYS
    if soon:
        return f"further new lesion {', '.join(further)}" if further and scan.for_symptoms and bar.new_known else ""
    if "target" in bar.parts and point.measured_mm - bar.sum_mm >= LEAST_GROWTH_MM:
        return f"the targets grew on by {point.measured_mm - bar.sum_mm} mm"
    if "nontarget" in bar.parts and scan.nontarget_grew:
        return "the other disease grew on"
    if "new" in bar.parts:
        grown = new_mm(scan) - bar.new_mm
        if further:
            return f"further new lesion {', '.join(further)}"
        if grown >= LEAST_GROWTH_MM:
            return f"the new lesions grew on by {grown} mm"
        if any(one.grew for one in scan.new_lesions.values()):
            return "a new lesion that is not measured grew on"
    joined = parts - bar.parts
    return f"{words(joined)} progress as well" if joined else ""


def bar_of(scan: Scan, point: TimePoint, parts: frozenset[str]) -> Bar:
    """The comparison for the scans to come."""
    return Bar(scan.date, parts, point.measured_mm, new_mm(scan), new_of(scan))


def new_of(scan: Scan) -> frozenset[str]:
    """The new lesions that are there; one that was only said to be there has no name of its own."""
    named = {name for name, one in scan.new_lesions.items() if one.present}
    return frozenset(named or ({"new lesion"} if scan.new_lesion == "unequivocal" else ()))


def new_mm(scan: Scan) -> Decimal:
    """Sum of the measured new lesions; never part of the target sum."""
    return sum((one.mm for one in scan.new_lesions.values() if one.mm is not None), Decimal(0))


def best(points: Sequence[ImmunePoint], readings: Readings) -> str:
    """The best of iCR, iPR and iSD, also after an unconfirmed progression; else iCPD, else iUPD, else NE."""
    said = [point for point in points if point.response is not None]
    found = []
    for index, point in enumerate(said):
        worth = point.response
        if worth in ("iCR", "iPR") and readings.settings.confirmation_required:
            worth = confirmed_worth(point, said[index + 1 :], readings)
        stable = worth in ("iSD", NON_ICR_NON_IUPD)
        if stable and (point.date - readings.start_date).days < readings.settings.sd_min_days:
            continue
        if worth in RANK:
            found.append(worth)
    if found:
        return min(found, key=RANK.index)
    rest = {point.response for point in said}
    return next((one for one in ("iCPD", "iUPD") if one in rest), "NE")


def confirmed_worth(point: ImmunePoint, later: Sequence[ImmunePoint], readings: Readings) -> str:
    """A response that a later scan confirms, else stable disease."""
    not_evaluable = 0
    for other in later:
        far = (other.date - point.date).days >= readings.settings.confirm_min_days
        if far and (other.response == "iCR" or (point.response == "iPR" and other.response == "iPR")):
            return str(point.response)
        if far and point.response == "iCR" and other.response == "iPR":
            return "iPR"
        not_evaluable += other.response == "NE"
        if other.response not in ("iCR", "iPR", "NE") or not_evaluable > readings.settings.max_not_evaluable_between:
            break
    return "iSD" if readings.target else NON_ICR_NON_IUPD


def words(parts: frozenset[str]) -> str:
    """Parts of the disease in words."""
    spoken = {"target": "the targets", "nontarget": "the other disease", "new": "new lesions"}
    return " and ".join(spoken[part] for part in ("target", "nontarget", "new") if part in parts)
