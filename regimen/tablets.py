"""Whole-tablet plans for an oral dose, in the order a pharmacist wants to see them.

Listed are the daily totals near the dose, and always the nearest below and above it. For one amount a split into
tablets is left out when another has no more tablets and no more strengths.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from regimen.numbers import HUNDRED
from regimen.order import TabletPlan

Split = tuple[tuple[Decimal, int], ...]  # strength mg, tablets; largest strength first

# How far from the dose plans are still worth showing; a wider variance limit widens it. It decides nothing.
LISTED_WITHIN_PERCENT = Decimal(10)


@dataclass(frozen=True, slots=True)
class TabletTask:
    """What is to be made of whole tablets.

    exact_mg      mg per dose the variance is counted from
    target_mg     mg per dose the plans lie around: the exact dose, or less where a BSA cap is switched on
    label_mg      mg per dose the label's own rounding leads to; two on an exact half; empty: none
    strengths_mg  in stock
    days          days of tablets in the cycle
    doses_per_day 1 or 2
    limit_percent inclusive, against the target, unrounded
    unequal       morning and evening may differ, by at most `unequal_most_mg`
    packs         strength -> tablets in a pack
    """

    exact_mg: Decimal
    target_mg: Decimal
    label_mg: tuple[Decimal, ...]
    strengths_mg: tuple[Decimal, ...]
    days: int
    doses_per_day: int
    limit_percent: Decimal
    unequal: bool
    unequal_most_mg: Decimal
    packs: Mapping[Decimal, int]


def tablet_plans(task: TabletTask) -> tuple[tuple[TabletPlan, ...], bool]:
    """The plans in order, and whether the first ones are equally good (a tie a person must settle).

    Order: the label's own answer; inside the limit; fewest tablets a day; one strength before two; smallest error.
    """
    plans = sorted((_plan(task, am, pm) for am, pm in _pairs(task)), key=lambda plan: _rank(task, plan))
    labelled = [plan for plan in plans if plan.label_answer]
    if labelled:
        return tuple(plans), len({plan.am_mg for plan in labelled}) > 1
    return tuple(plans), len(plans) > 1 and _merit(task, plans[0]) == _merit(task, plans[1])


def preselected(plans: Sequence[TabletPlan], tie: bool) -> int | None:
    """0 where the first plan may stand without a choice: no tie, inside the limit."""
    return 0 if plans and not tie and plans[0].within_limit else None


def splits(amount_mg: Decimal, strengths_mg: tuple[Decimal, ...]) -> tuple[Split, ...]:
    """The ways to make an amount of whole tablets, fewest tablets first, without those another one outdoes."""
    found = sorted(_all_splits(amount_mg, tuple(sorted(strengths_mg, reverse=True))), key=_split_rank)
    kept: list[Split] = []
    fewest_strengths: int | None = None
    for split in found:
        if fewest_strengths is None or len(split) < fewest_strengths:
            kept.append(split)
            fewest_strengths = len(split)
    return tuple(kept)


def _split_rank(split: Split) -> tuple[int, int, tuple[Decimal, ...]]:
    return sum(count for _, count in split), len(split), tuple(-size * count for size, count in split)


@lru_cache(maxsize=4096)
def _all_splits(amount_mg: Decimal, strengths_mg: tuple[Decimal, ...]) -> tuple[Split, ...]:
    """Every split; strengths largest first. The last strength decides itself, so one loop fewer runs."""
    size, smaller = strengths_mg[0], strengths_mg[1:]
    if amount_mg == 0:
        return ((),)
    if not smaller:
        return (((size, int(amount_mg // size)),),) if amount_mg % size == 0 else ()
    found: list[Split] = []
    for count in range(int(amount_mg // size), -1, -1):
        mine: Split = ((size, count),) if count else ()
        found += [mine + rest for rest in _all_splits(amount_mg - count * size, smaller)]
    return tuple(found)


def _amounts(strengths_mg: Sequence[Decimal], most_mg: Decimal) -> list[Decimal]:
    """Every amount above 0 and up to `most_mg` that whole tablets can make, ascending."""
    reached = {Decimal(0)}
    for size in strengths_mg:
        reached |= {
            start + count * size for start in reached for count in range(int((most_mg - start) // size) + 1)
        }  # fmt: skip
    return sorted(reached - {Decimal(0)})


def _pairs(task: TabletTask) -> Iterable[tuple[Split, Split]]:
    """Morning and evening splits of every listed plan; once a day: an empty evening."""
    near = max(task.limit_percent, LISTED_WITHIN_PERCENT) / HUNDRED
    largest = max(task.strengths_mg)
    most = max(task.target_mg * (1 + near), task.target_mg + largest, *task.label_mg, Decimal(0))
    apart = task.unequal_most_mg if task.unequal and task.doses_per_day == 2 else Decimal(0)
    amounts = _amounts(task.strengths_mg, most + apart)
    low, high = 2 * task.target_mg * (1 - near), 2 * task.target_mg * (1 + near)
    totals = [
        (am, pm) for i, am in enumerate(amounts) for pm in amounts[i:] if pm - am <= apart
    ]  # a smaller morning only: the mirrored plan is the same one
    below = max((am + pm for am, pm in totals if am + pm <= 2 * task.target_mg), default=None)
    above = min((am + pm for am, pm in totals if am + pm >= 2 * task.target_mg), default=None)
    for am, pm in totals:
        wanted = low <= am + pm <= high or am + pm in (below, above) or (am == pm and am in task.label_mg)
        if wanted and am == pm:
            for split in splits(am, task.strengths_mg):
                yield split, (split if task.doses_per_day == 2 else ())
        elif wanted:
            yield splits(am, task.strengths_mg)[0], splits(pm, task.strengths_mg)[0]


def _plan(task: TabletTask, am: Split, pm: Split) -> TabletPlan:
    am_mg, pm_mg = _sum(am), _sum(pm)
    daily, exact_daily = am_mg + pm_mg, task.exact_mg * task.doses_per_day
    off_target = abs(daily - task.target_mg * task.doses_per_day) * HUNDRED
    supply: dict[Decimal, int] = {}
    for size, count in sorted((*am, *pm)):
        supply[size] = supply.get(size, 0) + count * task.days
    per_day = sum(count for _, count in (*am, *pm))
    is_label = am_mg in task.label_mg and (am == pm or not pm) and am == splits(am_mg, task.strengths_mg)[0]
    return TabletPlan(
        am=_counts(am),
        pm=_counts(pm),
        am_mg=am_mg,
        pm_mg=pm_mg,
        daily_mg=daily,
        variance_percent=(daily - exact_daily) * HUNDRED / exact_daily,
        tablets_per_day=per_day,
        supply=supply,
        packs={size: -(-count // task.packs[size]) for size, count in supply.items() if size in task.packs},
        within_limit=off_target <= task.limit_percent * task.target_mg * task.doses_per_day,
        label_answer=is_label,
    )


def _counts(split: Split) -> dict[Decimal, int]:
    return dict(sorted(split))


def _sum(split: Split) -> Decimal:
    return sum((size * count for size, count in split), Decimal(0))


def _merit(task: TabletTask, plan: TabletPlan) -> tuple[bool, int, int, Decimal]:
    off = abs(plan.daily_mg - task.target_mg * task.doses_per_day)
    return not plan.within_limit, plan.tablets_per_day, len(plan.supply), off


def _rank(task: TabletTask, plan: TabletPlan) -> tuple[object, ...]:
    if plan.label_answer:  # on an exact half the lower candidate first, both equally the label's
        return 0, plan.daily_mg
    return (1, *_merit(task, plan), plan.daily_mg, plan.pm_mg)
