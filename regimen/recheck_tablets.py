"""The second path's look at tablet plans: every plan added up again, and none better left out.

All combinations of tablets are simply counted out; there is no search here that could share a mistake with the
engine's own.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import product
from math import ceil

from regimen.order import DrugDose, TabletPlan
from regimen.recheck_order import DrugAgain, Table

Counts = Mapping[Fraction, int]


@dataclass(frozen=True, slots=True)
class Stock:
    """What plans are made under: strengths, packs, the limit in percent, how far apart morning and evening may be."""

    strengths_mg: tuple[Fraction, ...]
    packs: Counts
    limit_percent: Fraction
    apart_mg: Fraction


def stock_of(policy: Table, doses_per_day: int) -> Stock:
    """The stock a policy names."""
    unequal = bool(policy["unequal_am_pm"]) and doses_per_day == 2
    return Stock(
        strengths_mg=tuple(sorted(policy["tablets_mg"])),
        packs={Fraction(size): int(count) for size, count in policy.get("tablet_packs", {}).items()},
        limit_percent=policy["max_variance_percent"]["oral"],
        apart_mg=policy["unequal_most_mg"] if unequal else Fraction(0),
    )


@lru_cache(maxsize=256)
def fewest_tablets(strengths_mg: tuple[Fraction, ...], most_mg: int) -> Mapping[Fraction, int]:
    """Amount in mg, up to `most_mg` -> the smallest number of whole tablets that make it."""
    fewest: dict[Fraction, int] = {}
    for counts in product(*(range(int(most_mg / size) + 1) for size in strengths_mg)):
        amount = sum((size * count for size, count in zip(strengths_mg, counts, strict=True)), Fraction(0))
        if 0 < amount <= most_mg and sum(counts) < fewest.get(amount, 10**6):
            fewest[amount] = sum(counts)
    return fewest


def _mg(counts: Counts) -> Fraction:
    return sum((size * count for size, count in counts.items()), Fraction(0))


def _counts(written: Mapping[Decimal, int]) -> dict[Fraction, int]:
    return {Fraction(size): count for size, count in written.items()}


def _close(value: Decimal, wanted: Fraction) -> bool:
    """Decimals carry 34 digits; everything exact must be equal, everything cut off nearly so."""
    got = Fraction(value)
    return got == wanted or abs(got - wanted) <= abs(wanted) * Fraction(1, 10**28) + Fraction(1, 10**28)


def _most(again: DrugAgain, stock: Stock) -> int:
    """A dose in mg generously above the target, in whole grams so that neighbouring doses share one count."""
    most = again.target_mg * 2 + stock.apart_mg + 2 * max(stock.strengths_mg)
    return ceil(most / 1000) * 1000


def _within(daily_mg: Fraction, again: DrugAgain, stock: Stock) -> bool:
    target = again.target_mg * again.doses_per_day
    return abs(daily_mg - target) * 100 <= stock.limit_percent * target


def check_plan(
    plan: TabletPlan,
    again: DrugAgain,
    stock: Stock,
    reach: Mapping[Fraction, int],
    left: tuple[int, int] | None = None,
) -> Iterator[str]:
    """The names of what one plan states wrongly.

    left  mornings and evenings the supply is for; None: every day of the cycle
    """
    am, pm = _counts(plan.am), _counts(plan.pm)
    daily, exact = _mg(am) + _mg(pm), again.exact_mg * again.doses_per_day
    both = {size: am.get(size, 0) + pm.get(size, 0) for size in sorted(am.keys() | pm.keys())}
    mornings, evenings = left or (len(again.days), len(again.days))
    supply = {size: am.get(size, 0) * mornings + pm.get(size, 0) * evenings for size in both}
    supply = {size: count for size, count in supply.items() if count}
    label = _mg(am) in again.label_mg and (am == pm or not pm) and sum(am.values()) == reach[_mg(am)]
    stated = {
        "am_mg": Fraction(plan.am_mg) == _mg(am),
        "pm_mg": Fraction(plan.pm_mg) == _mg(pm),
        "daily_mg": Fraction(plan.daily_mg) == daily,
        "variance_percent": _close(plan.variance_percent, (daily - exact) * 100 / exact),
        "tablets_per_day": plan.tablets_per_day == sum(both.values()),
        "supply": _counts(plan.supply) == supply,
        "packs": _counts(plan.packs)
        == {size: ceil(Fraction(count, stock.packs[size])) for size, count in supply.items() if size in stock.packs},
        "within_limit": plan.within_limit == _within(daily, again, stock),
        "strengths": set(both) <= set(stock.strengths_mg),
        "whole_tablets": all(count > 0 for count in (*am.values(), *pm.values())),
        "apart": again.doses_per_day == 1 or abs(_mg(am) - _mg(pm)) <= stock.apart_mg,
        "label_answer": not plan.label_answer or label,
    }
    yield from (name for name, right in stated.items() if not right)


@lru_cache(maxsize=256)
def _dailies(strengths_mg: tuple[Fraction, ...], most_mg: int, per_day: int, apart_mg: Fraction) -> list[Fraction]:
    """Every daily total whole tablets can make, ascending."""
    reach = fewest_tablets(strengths_mg, most_mg)
    possible = {dose * per_day for dose in reach}
    if apart_mg:
        possible |= {am + pm for am in reach for pm in reach if 0 < pm - am <= apart_mg}
    return sorted(possible)


def _left_out(plans: Sequence[TabletPlan], again: DrugAgain, stock: Stock, reach: Mapping[Fraction, int]) -> bool:
    """Whether an even plan inside the limit, the label's answer, or the nearest below or above is not listed."""
    per_day = again.doses_per_day
    fewest: dict[Fraction, int] = {}
    for plan in plans:
        if plan.am_mg == plan.pm_mg or per_day == 1:
            dose = Fraction(plan.am_mg)
            fewest[dose] = min(fewest.get(dose, 10**6), plan.tablets_per_day)
    possible = _dailies(stock.strengths_mg, _most(again, stock), per_day, stock.apart_mg)
    target = again.target_mg * per_day
    off = target * stock.limit_percent / 100
    inside = possible[bisect_left(possible, target - off) : bisect_right(possible, target + off)]
    wanted = {daily / per_day for daily in inside} | set(again.label_mg)
    if any(fewest.get(dose) != reach[dose] * per_day for dose in wanted if dose in reach):
        return True
    below, above = bisect_right(possible, target) - 1, bisect_left(possible, target)
    nearest = {possible[index] for index in (below, above) if 0 <= index < len(possible)}
    return not nearest <= {Fraction(plan.daily_mg) for plan in plans}


def _key(plan: TabletPlan, again: DrugAgain) -> tuple[Fraction | int | bool, ...]:
    """The order agreed: the label's answer, inside the limit, fewest tablets, one strength, smallest error."""
    if plan.label_answer:
        return (0,)
    off = abs(Fraction(plan.daily_mg) - again.target_mg * again.doses_per_day)
    return 1, not plan.within_limit, plan.tablets_per_day, len(plan.supply), off


def check_plans(
    dose: DrugDose,
    again: DrugAgain,
    policy: Table,
    chosen_by_person: int | None,
    left: tuple[int, int] | None = None,
) -> Iterator[str]:
    """The names of what is wrong with an oral dose's plans: plans[2].supply, plans, order, tie, chosen, dose_mg.

    left  see `check_plan`
    """
    stock = stock_of(policy, again.doses_per_day)
    reach = fewest_tablets(stock.strengths_mg, _most(again, stock))
    for index, plan in enumerate(dose.plans):
        yield from (f"plans[{index}].{name}" for name in check_plan(plan, again, stock, reach, left))
    written = [(tuple(sorted(plan.am.items())), tuple(sorted(plan.pm.items()))) for plan in dose.plans]
    if len(set(written)) != len(written) or _left_out(dose.plans, again, stock, reach):
        yield "plans"
    keys = [_key(plan, again) for plan in dose.plans]
    if keys != sorted(keys):
        yield "order"
    labelled = {Fraction(plan.am_mg) for plan in dose.plans if plan.label_answer}
    if labelled != {amount for amount in again.label_mg if amount in reach}:
        yield "label_answer"
    tie = len(labelled) > 1 if labelled else len(keys) > 1 and keys[0] == keys[1]
    if dose.tie != tie:
        yield "tie"
    free = 0 if dose.plans and not tie and dose.plans[0].within_limit else None
    if dose.chosen != (free if chosen_by_person is None else chosen_by_person):
        yield "chosen"
    chosen_mg = None if dose.chosen is None else dose.plans[dose.chosen].am_mg
    if dose.dose_mg != chosen_mg:
        yield "dose_mg"
