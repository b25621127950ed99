"""The second path's look at a restart within a cycle: dose and plans computed again, doses left counted again.

Half days are counted here as whole numbers from the morning of day 1, straight from the text of the files; nothing of
the engine's own counting is used.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from regimen.given import Case
from regimen.order import DrugDose
from regimen.recheck_order import DrugAgain, Table, read, recheck
from regimen.recheck_tablets import check_plans

_FIRST_HALF = {"morning": 0, "evening": 1, "next_morning": 2}
_AGREE = Fraction(1, 10**28)  # engine numbers carry 34 digits


@dataclass(frozen=True, slots=True)
class RestartAgain:
    """A restart counted again. Half days are numbers from the morning of day 1 on."""

    drug: DrugAgain
    policy: Table
    mornings: int
    evenings: int
    taken: int
    missed: int


def recheck_restart(
    regimen_text: str,
    profile_text: str,
    case: Case,
    drug: str,
    start: tuple[date, str],
    next_day1: date | None,
    table_texts: Sequence[str] = (),
) -> RestartAgain:
    """Dose, plans and doses left of a restart, from the exact texts and the case the engine was given."""
    order = recheck(regimen_text, profile_text, case, table_texts)
    again = order.drugs[drug]
    shift = _FIRST_HALF[_first_dose(case, read(profile_text))]
    halves = sorted(2 * (day - 1) + nth + shift for day in again.days for nth in range(again.doses_per_day))
    if next_day1 is not None:
        halves = [half for half in halves if half < _number(case, (next_day1, "am"))]
    begin = _number(case, start)
    free = [half for half in halves if not _away(case, drug, half)]
    rest = [half for half in free if half >= begin]
    mornings = sum(half % 2 == 0 for half in rest) if again.doses_per_day > 1 else len(rest)
    earlier = [half for half in halves if half < begin]
    taken = len([half for half in earlier if half in free])
    return RestartAgain(again, order.policy, mornings, len(rest) - mornings, taken, len(earlier) - taken)


def _first_dose(case: Case, profile: Table) -> str:
    said = case.policy.get("first_dose", profile["policy"].get("first_dose"))
    return str(said)


def _number(case: Case, slot: tuple[date, str]) -> int:
    return 2 * (slot[0] - case.day1).days + (slot[1] == "pm")


def _away(case: Case, drug: str, half: int) -> bool:
    """Whether a hold or a stop takes a half day away."""
    for name in (drug, "all"):
        if name in case.stopped and half >= _number(case, (case.stopped[name], "am")):
            return True
    for hold in case.holds:
        first = _number(case, (hold.start, hold.start_half))
        last = half if hold.end is None else _number(case, (hold.end, hold.end_half))
        if hold.drug == drug and first <= half <= last:
            return True
    return False


def compare_restart(
    dose: DrugDose, counts: tuple[int, int, int, int], again: RestartAgain, chosen_by_person: int | None
) -> Iterator[str]:
    """The names of what a restart states otherwise than the second path: exact_mg, doses_left, plans[0].supply ...

    counts  mornings, evenings, doses taken before, doses missed
    """
    if counts != (again.mornings, again.evenings, again.taken, again.missed):
        yield "doses_left"
    if abs(Fraction(dose.exact_mg) - again.drug.exact_mg) > _AGREE * max(abs(again.drug.exact_mg), Fraction(1)):
        yield "exact_mg"
    left = (again.mornings, again.evenings)
    yield from check_plans(dose, again.drug, again.policy, chosen_by_person, left)
