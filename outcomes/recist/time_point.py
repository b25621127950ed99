"""Response at one scan by RECIST 1.1: targets, non-targets, new lesions, overall, with the reason in words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from outcomes.recist.lesions import NORMAL_NODE_MM, Readings, Scan, Seen, TargetLesion

NON_CR_NON_PD = "NON-CR/NON-PD"
#: Progression: 20 % above the nadir and at least this many mm above it. Both limits count at equality.
LEAST_GROWTH_MM = Decimal(5)


@dataclass(frozen=True, slots=True)
class TimePoint:
    """One scan judged.

    sum_mm    sum of the diameters, None where a target was not evaluated or there are none
    measured_mm  the sum of those that were measured
    nadir_before_mm  smallest complete sum before this scan, the baseline included; None without targets
    target, nontarget  None where the patient has none
    target_pd, nontarget_pd, new  which parts progress
    scored    False after progression or a new therapy: it no longer counts for the best response
    note      what a reader should look at although it changes nothing
    """

    date: date
    sum_mm: Decimal | None
    measured_mm: Decimal
    baseline_mm: Decimal | None
    nadir_before_mm: Decimal | None
    target: str | None
    nontarget: str | None
    new: bool
    overall: str
    why: str
    note: str = ""
    scored: bool = True

    @property
    def change_from_baseline(self) -> Decimal | None:
        """Percent, unrounded."""
        return percent_change(self.sum_mm, self.baseline_mm)

    @property
    def change_from_nadir(self) -> Decimal | None:
        """Percent, unrounded; None against a nadir of 0."""
        return percent_change(self.sum_mm, self.nadir_before_mm)


@dataclass(frozen=True, slots=True)
class Before:
    """What earlier scans leave behind. after_cr: an overall complete response was seen."""

    nadir_mm: Decimal | None
    after_cr: bool
    after_pr: bool


def percent_change(now: Decimal | None, then: Decimal | None) -> Decimal | None:
    """(now - then) / then in percent."""
    return None if now is None or then is None or then == 0 else (now - then) * 100 / then


def seen(scan: Scan, lesion: TargetLesion) -> Seen:
    """What was seen of a lesion; one that is not mentioned was not evaluated."""
    return scan.target.get(lesion.id, Seen("not_evaluated", None))


def sum_of(scan: Scan, lesions: tuple[TargetLesion, ...]) -> tuple[Decimal | None, Decimal]:
    """The complete sum (None where one is missing, or without targets) and the sum of the measured ones, in mm."""
    sizes = [seen(scan, lesion).mm for lesion in lesions]
    measured = sum((size for size in sizes if size is not None), Decimal(0))
    return (measured if sizes and None not in sizes else None), measured


def is_pd(sum_mm: Decimal, nadir_mm: Decimal) -> bool:
    """At least 20 % and at least 5 mm above the nadir, exactly."""
    return sum_mm * 5 >= nadir_mm * 6 and sum_mm - nadir_mm >= LEAST_GROWTH_MM


def gone(lesion: TargetLesion, what: Seen) -> bool:
    """No longer tumour: a node below 10 mm, anything else 0."""
    if what.mm is None:
        return False
    return what.mm < NORMAL_NODE_MM if lesion.kind == "node" else what.mm == 0


def came_back(readings: Readings, scan: Scan) -> str:
    """After a complete response any tumour that is seen again is progression, whatever its size; "" where none is."""
    for lesion in readings.target:
        what = seen(scan, lesion)
        if what.mm is not None and not gone(lesion, what):
            return lesion.id
    return next((one for one in readings.nontarget if scan.nontarget.get(one) in ("present", "unequivocal_pd")), "")


def target_response(readings: Readings, scan: Scan, before: Before, baseline_mm: Decimal) -> tuple[str, str]:
    """CR, PD, PR, SD or NE of the targets, tested in this order, and why."""
    total, measured = sum_of(scan, readings.target)
    nadir = before.nadir_mm if before.nadir_mm is not None else baseline_mm
    if total is not None and all(gone(lesion, seen(scan, lesion)) for lesion in readings.target):
        return "CR", "every target lesion is gone, nodes are below 10 mm"
    if is_pd(measured, nadir):
        rest = "" if total is not None else ", of the measured lesions alone"
        return "PD", f"sum {_mm(measured)}{rest}: {_grown(measured, nadir)} on the nadir of {_mm(nadir)}"
    if total is None:
        missing = ", ".join(one.id for one in readings.target if seen(scan, one).mm is None)
        return "NE", f"{missing} was not evaluated and the others alone are no progression"
    if total * 10 <= baseline_mm * 7:
        return "PR", f"sum {_mm(total)}: {_percent(total, baseline_mm)} on the baseline of {_mm(baseline_mm)}"
    compared = f"{_percent(total, baseline_mm)} on the baseline, {_grown(total, nadir)} on the nadir of {_mm(nadir)}"
    return "SD", f"sum {_mm(total)}: {compared}, neither response nor progression"


def nontarget_response(readings: Readings, scan: Scan) -> tuple[str | None, str]:
    """CR, NON-CR/NON-PD, PD or NE of the rest, and why; None where there is no rest."""
    states = {one: scan.nontarget.get(one, "not_evaluated") for one in readings.nontarget}
    marker_counts = bool(readings.baseline.marker_above_uln)
    if not states and not (marker_counts and scan.marker_above_uln is not False):
        return None, ""
    grown = [one for one, state in states.items() if state == "unequivocal_pd"]
    if grown:
        return "PD", f"{', '.join(grown)} has grown beyond doubt"
    missing = [one for one, state in states.items() if state == "not_evaluated"]
    if missing:
        return "NE", f"{', '.join(missing)} was not evaluated"
    left = [one for one, state in states.items() if state == "present"]
    if left:
        return NON_CR_NON_PD, f"{', '.join(left)} is still there"
    if marker_counts and scan.marker_above_uln is None:
        return "NE", "the tumour marker, raised at baseline, was not reported"
    if marker_counts and scan.marker_above_uln:
        return NON_CR_NON_PD, "the tumour marker is still raised"
    return "CR", "all other disease is gone"


def overall_response(target: str | None, nontarget: str | None, new: bool) -> str:
    """RECIST 1.1, Tables 1 and 2."""
    if new or "PD" in (target, nontarget):
        return "PD"
    if target is None:
        return nontarget or "NE"
    if target == "CR":
        return "CR" if nontarget in (None, "CR") else "PR"
    return target


def judge(readings: Readings, scan: Scan, before: Before, baseline_mm: Decimal | None) -> TimePoint:
    """One scan after the baseline."""
    total, measured = sum_of(scan, readings.target)
    target, target_why = (None, "")
    if baseline_mm is not None:
        target, target_why = target_response(readings, scan, before, baseline_mm)
    nontarget, nontarget_why = nontarget_response(readings, scan)
    back = came_back(readings, scan) if before.after_cr else ""
    if back:
        why = f"{back} is seen again after a complete response"
        if back in readings.nontarget:
            nontarget, nontarget_why = "PD", why
        else:
            target, target_why = "PD", why
    new = scan.new_for_sure
    overall = overall_response(target, nontarget, new)
    parts = [f"targets {target}: {target_why}" if target else "", f"others {nontarget}: {nontarget_why}" if nontarget
             else "", "a new lesion beyond doubt" if new else ""]  # fmt: skip
    notes = ["A new lesion is in doubt; if a later scan proves it, progression is dated to this one."
             if scan.new_lesion == "equivocal" else "",
             "After a partial response this is not progression; once confirmed, the response goes on."
             if overall == "SD" and before.after_pr else ""]  # fmt: skip
    return TimePoint(
        scan.date, total, measured, baseline_mm, before.nadir_mm if baseline_mm is not None else None, target,
        nontarget, new, overall, f"{overall}; {'; '.join(part for part in parts if part)}.",
        " ".join(note for note in notes if note),
    )  # fmt: skip


def _mm(value: Decimal) -> str:
    return f"{value.normalize():f} mm"


def _percent(now: Decimal, then: Decimal) -> str:
    change = percent_change(now, then)
    return "no change" if change is None else f"{change:+.1f} %".replace("-", "\u2212")


def _grown(now: Decimal, nadir: Decimal) -> str:
    step = f"{now - nadir:+f} mm".replace("-", "\u2212")
    return step if nadir == 0 else f"{_percent(now, nadir)} and {step}"
