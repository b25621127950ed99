"""On which days of a cycle a drug is due, and on which of them a hold or a stop takes it away."""

from collections.abc import Iterable
from datetime import date, timedelta

from regimen.definition import Drug
from regimen.given import EVERYTHING, Case, Hold
from regimen.practice import FirstDose

# Half days from the morning of day 1 to the first tablets.
_HALVES_LATER: dict[FirstDose, int] = {"morning": 0, "evening": 1, "next_morning": 2}


def due_days(drug: Drug, day1: date, first_dose: FirstDose) -> tuple[date, ...]:
    """The dates of one cycle on which the drug is given or taken; tablets begun in the evening end a morning later."""
    later = _HALVES_LATER[first_dose] if drug.route == "po" else 0
    halves = (2 * (day - 1) + half + later for day in drug.days for half in range(drug.doses_per_day))
    return tuple(day1 + timedelta(days=days) for days in sorted({half // 2 for half in halves}))


def covers(hold: Hold, on: date) -> bool:
    """Whether a hold takes a date away; both its ends are included."""
    return hold.start <= on and (hold.end is None or on <= hold.end)


def holds_on(case: Case, drug: str, days: Iterable[date]) -> tuple[Hold, ...]:
    """The holds of one drug that take at least one of the dates away, as the case lists them."""
    wanted = tuple(days)
    return tuple(hold for hold in case.holds if hold.drug == drug and any(covers(hold, day) for day in wanted))


def stopped_from(case: Case, drug: str) -> date | None:
    """The date from which a drug, or everything, is stopped for good; None where it goes on."""
    return min((case.stopped[name] for name in (drug, EVERYTHING) if name in case.stopped), default=None)


def days_left(case: Case, drug: str, days: Iterable[date]) -> tuple[date, ...]:
    """The dates on which the drug stays: neither held nor stopped."""
    wanted, end = tuple(days), stopped_from(case, drug)
    holds = holds_on(case, drug, wanted)
    return tuple(day for day in wanted if (end is None or day < end) and not any(covers(hold, day) for hold in holds))


def was_given(case: Case, drug: Drug, cycle: int, first_dose: FirstDose) -> bool:
    """Whether a drug counts as given in an earlier cycle: unless the history says 0 percent or a hold covered it."""
    past = next((entry for entry in case.history if entry.cycle == cycle), None)
    if past is None:
        return True
    if past.dose_percent.get(drug.name) == 0:
        return False
    return past.day1 is None or bool(days_left(case, drug.name, due_days(drug, past.day1, first_dose)))


def is_held(drug: Drug, case: Case, first_dose: FirstDose) -> bool:
    """Whether holds alone cover every day of the drug in this cycle."""
    days = due_days(drug, case.day1, first_dose)
    holds = holds_on(case, drug.name, days)
    return bool(days) and all(any(covers(hold, day) for hold in holds) for day in days)
