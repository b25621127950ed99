"""All scans of a patient in order, and the best overall response with and without confirmation (RECIST 1.1)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from outcomes.recist.lesions import Readings, Settings
from outcomes.recist.time_point import NON_CR_NON_PD, Before, TimePoint, judge, sum_of

#: From best to worst.
RANK = ("CR", "PR", "SD", NON_CR_NON_PD, "PD", "NE")
RESPONSE = ("CR", "PR")
CONTROL = ("CR", "PR", "SD", NON_CR_NON_PD)


@dataclass(frozen=True, slots=True)
class Best:
    """The best overall response, when it was first seen (responders only), and what a reader should look at."""

    response: str
    first_seen: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """A patient judged. pd_date: the first scan that showed it, also where it was in doubt there."""

    points: tuple[TimePoint, ...]
    unconfirmed: Best
    confirmed: Best
    pd_date: date | None
    settings: Settings

    @property
    def best(self) -> Best:
        """The one the settings ask for."""
        return self.confirmed if self.settings.confirmation_required else self.unconfirmed


def respond(readings: Readings) -> Response:
    """Every scan after the baseline, in order of dates, then the best of those that count."""
    baseline_mm, _ = sum_of(readings.baseline, readings.target)
    nadir, after_cr, after_pr, over = baseline_mm, False, False, False
    points: list[TimePoint] = []
    for scan in readings.scans:
        point = judge(readings, scan, Before(nadir, after_cr, after_pr), baseline_mm)
        points.append(replace(point, scored=not over and counts(readings, scan.date)))
        if point.sum_mm is not None and nadir is not None:
            nadir = min(nadir, point.sum_mm)
        after_cr, after_pr = after_cr or point.overall == "CR", after_pr or point.overall == "PR"
        over = over or point.overall == "PD"
    scored = [point for point in points if point.scored]
    return Response(
        tuple(points),
        best_unconfirmed(scored, readings),
        best_confirmed(scored, readings),
        progression(readings, scored),
        readings.settings,
    )


def counts(readings: Readings, on: date) -> bool:
    """From the first dose on and before any new anticancer drug."""
    therapy = readings.new_anticancer_therapy
    return on >= readings.start_date and (therapy is None or on < therapy)


def progression(readings: Readings, scored: Sequence[TimePoint]) -> date | None:
    """The date of progression; a new lesion that was in doubt before it was sure counts from the first doubt on."""
    first = next((point for point in scored if point.overall == "PD"), None)
    if first is None:
        return None
    if not first.new:
        return first.date
    on = first.date
    for scan in reversed([scan for scan in readings.scans if scan.date < first.date]):
        if scan.new_lesion != "equivocal":
            break
        on = scan.date
    return on


def stable_or_less(point: TimePoint, later: Sequence[TimePoint], readings: Readings) -> str:
    """What a scan without (confirmed) response is worth: stable from the minimum on, else PD if it follows, else NE."""
    if (point.date - readings.start_date).days >= readings.settings.sd_min_days:
        return "SD" if readings.target else NON_CR_NON_PD
    return "PD" if any(other.overall == "PD" for other in later) else "NE"


def best_unconfirmed(scored: Sequence[TimePoint], readings: Readings) -> Best:
    """The best of all scans; without a scan NE."""
    found = []
    for index, point in enumerate(scored):
        stable = point.overall in ("SD", NON_CR_NON_PD)
        found.append(stable_or_less(point, scored[index + 1 :], readings) if stable else point.overall)
    best = min(found, key=RANK.index, default="NE")
    return Best(best, first_response(scored, found) if best in RESPONSE else None)


def first_response(scored: Sequence[TimePoint], worth: Sequence[str]) -> date | None:
    """The first scan with a response."""
    return next((point.date for point, what in zip(scored, worth, strict=True) if what in RESPONSE), None)


def best_confirmed(scored: Sequence[TimePoint], readings: Readings) -> Best:
    """The best with every response confirmed by a later scan (RECIST 1.1, Table 3)."""
    found, note = [], ""
    for index, point in enumerate(scored):
        later = scored[index + 1 :]
        if point.overall == "CR" and confirmed(point, later, ("CR",), ("CR",), readings.settings):
            found.append("CR")
        elif point.overall in RESPONSE and confirmed(point, later, RESPONSE, RESPONSE, readings.settings):
            found.append("PR")
            if point.overall == "CR":
                note = "A complete response was followed by a partial one: ask the reader which of the two it was."
        elif point.overall in CONTROL:
            found.append(stable_or_less(point, later, readings))
        else:
            found.append(point.overall)
    best = min(found, key=RANK.index, default="NE")
    return Best(best, first_response(scored, found) if best in RESPONSE else None, note)


def confirmed(
    point: TimePoint, later: Sequence[TimePoint], by: Sequence[str], between: Sequence[str], settings: Settings
) -> bool:
    """Whether a later scan, far enough on, shows one of `by`, with nothing but `between` and few NE before it."""
    not_evaluable = stable = 0
    for other in later:
        if other.overall in by and (other.date - point.date).days >= settings.confirm_min_days:
            return True
        if other.overall == "NE":
            not_evaluable += 1
        elif other.overall == "SD" and settings.allow_sd_between_pr and "PR" in between:
            stable += 1
        elif other.overall not in between:
            return False
        if not_evaluable > settings.max_not_evaluable_between or stable > 1:
            return False
    return False
