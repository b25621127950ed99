"""An oral drug taken again at a lower dose within a cycle: its tablet plans, and the tablets of the doses left.

The dose comes from the same basis as the order of the cycle, computed as any other dose of that percent or level. Doses
missed meanwhile are not made up, and the last day of tablets does not move.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from regimen.answer import as_json as order_as_json
from regimen.answer import from_json as order_from_json
from regimen.definition import Drug, Regimen
from regimen.engine import answer_with
from regimen.errors import refuse
from regimen.given import Case, Half, Slot
from regimen.holding import due_slots, slots_left
from regimen.numbers import decimals, plain
from regimen.order import CycleOrder, DrugDose, ProofStep, TabletPlan
from regimen.policy import resolve_policy
from regimen.practice import Policy, Profile
from regimen.proof import step

HALF_WORDS: Mapping[Half, str] = {"am": "morning", "pm": "evening"}
#: Of a whole cycle's order: what it says of holds and stops of the drug is said anew by the restart itself.
_OF_THE_CYCLE = ("drug-held", "drug-stopped")


@dataclass(frozen=True, slots=True)
class RestartAsk:
    """What a restart is computed from.

    case       the case the order of the cycle was signed on, with the percent or level and the plan of the restart,
               and with holds and stops as they stand once the drug is taken again
    start      the first half day taken again
    next_day1  tablets on or after it are not planned; None: nothing cuts them off
    before_mg  exact dose in force until then, mg: that of the order, or of an earlier restart of the cycle
    """

    case: Case
    drug: str
    start: Slot
    next_day1: date | None
    before_mg: Decimal


@dataclass(frozen=True, slots=True)
class Restart:
    """A restart computed.

    order     one dose, that of the drug: its plans carry supply and packs of the doses that are left
    start, last  the first and the last half day of tablets
    mornings, evenings  doses left; taken: doses of the cycle before the restart that were not held; missed: those held
    """

    order: CycleOrder
    start: Slot
    last: Slot
    mornings: int
    evenings: int
    taken: int
    missed: int

    @property
    def dose(self) -> DrugDose:
        return self.order.doses[0]

    @property
    def plan(self) -> TabletPlan | None:
        """The tablets chosen, None while nobody has."""
        return None if self.dose.chosen is None else self.dose.plans[self.dose.chosen]

    @property
    def doses(self) -> int:
        return self.mornings + self.evenings


def slot_text(slot: Slot) -> str:
    """ "2026-03-12, evening"."""
    return f"{slot[0].isoformat()}, {HALF_WORDS[slot[1]]}"


def restart(regimen: Regimen, profile: Profile, ask: RestartAsk) -> Restart:
    """The dose, plans and remaining tablets of a restart.

    raises  Refused: no oral drug of the cycle; no dose due then, or none held just before; no lower dose than before
    """
    policy, _ = resolve_policy(profile, None, ask.case.policy)
    drug = _drug(regimen, ask)
    due = [
        s for s in due_slots(drug, ask.case.day1, policy.first_dose) if ask.next_day1 is None or s[0] < ask.next_day1
    ]
    left = slots_left(ask.case, ask.drug, due)
    _check_start(ask, due, left)
    rest = [slot for slot in left if slot >= ask.start]
    order = answer_with(regimen, profile, ask.case)
    dose = order.dose_of(ask.drug)
    if dose.exact_mg >= ask.before_mg:
        more = "the same dose" if dose.exact_mg == ask.before_mg else "more than before"
        raise refuse(
            "percent",
            f"{decimals(dose.exact_mg, 2)} mg is {more} ({decimals(ask.before_mg, 2)} mg per dose): a restart lowers "
            "the dose; to go on as before, end the hold.",
        )
    mornings = len(rest) if drug.doses_per_day == 1 else sum(half == "am" for _on, half in rest)
    evenings = len(rest) - mornings
    before = [slot for slot in due if slot < ask.start]
    taken = sum(slot in left for slot in before)
    found = Restart(order, ask.start, rest[-1], mornings, evenings, taken, len(before) - taken)
    alerts = tuple(a for a in order.alerts if a.drug == ask.drug and a.code not in _OF_THE_CYCLE)
    lowered = _for_the_rest(dose, found, len(due), policy)
    return replace(found, order=replace(order, doses=(lowered,), alerts=alerts))


def _drug(regimen: Regimen, ask: RestartAsk) -> Drug:
    drugs = {drug.name: drug for drug in regimen.drugs_of(ask.case.cycle, ask.case.options)}
    if ask.drug not in drugs:
        raise refuse("drug", f"{ask.drug} is not given in cycle {ask.case.cycle} of this course.")
    if drugs[ask.drug].route != "po":
        raise refuse("drug", f"{ask.drug} is not taken as tablets; only tablets are restarted within a cycle.")
    return drugs[ask.drug]


def _check_start(ask: RestartAsk, due: list[Slot], left: Iterable[Slot]) -> None:
    """The restart is a dose of the cycle, and the first one after a hold."""
    if ask.start not in due:
        last = f"the last is due on {slot_text(due[-1])}" if due else "the next cycle begins before it"
        raise refuse(
            "start", f"No dose of {ask.drug} is due on {slot_text(ask.start)} in cycle {ask.case.cycle}; {last}."
        )
    stay = set(left)
    if ask.start not in stay:
        raise refuse("start", f"{ask.drug} is still on hold or stopped on {slot_text(ask.start)}.")
    place = due.index(ask.start)
    if place == 0:
        words = "it is the first dose of the cycle: the order of the cycle itself says what is taken."
        raise refuse("start", f"{ask.drug} cannot be restarted on {slot_text(ask.start)}; {words}")
    if due[place - 1] in stay:
        raise refuse(
            "start",
            f"The dose of {ask.drug} before, on {slot_text(due[place - 1])}, is not on hold: a restart is the first "
            "dose after a hold.",
        )


def _for_the_rest(dose: DrugDose, found: Restart, due: int, policy: Policy) -> DrugDose:
    """The dose with supply, packs and proof of the doses that are left."""
    plans = tuple(_plan_for(plan, found, policy) for plan in dose.plans)
    chosen = None if dose.chosen is None else plans[dose.chosen]
    kept = tuple(one for one in dose.proof if one.step != "supply")
    return replace(dose, plans=plans, proof=(*kept, *_steps(found, due, chosen)))


def _plan_for(plan: TabletPlan, found: Restart, policy: Policy) -> TabletPlan:
    sizes = sorted({*plan.am, *plan.pm})
    supply = {s: plan.am.get(s, 0) * found.mornings + plan.pm.get(s, 0) * found.evenings for s in sizes}
    supply = {size: count for size, count in supply.items() if count}
    packs = {s: -(-count // policy.tablet_packs[s]) for s, count in supply.items() if s in policy.tablet_packs}
    return replace(plan, supply=supply, packs=packs)


def _steps(found: Restart, due: int, chosen: TabletPlan | None) -> list[ProofStep]:
    """How many doses are left, and the tablets they need."""
    counts = {"planned": str(due), "taken_before": str(found.taken), "missed": str(found.missed)}
    formula = f"{due} doses of the cycle - {found.taken} before the hold - {found.missed} missed, not made up"
    steps = [step("doses_left", "Doses left in the cycle", formula, counts, Decimal(found.doses), "doses")]
    if chosen is not None:
        each = f"{found.mornings} mornings, {found.evenings} evenings"
        supply = ", ".join(f"{count} x {plain(size)} mg" for size, count in chosen.supply.items())
        total = Decimal(sum(chosen.supply.values()))
        span = {"from": slot_text(found.start), "to": slot_text(found.last)}
        steps.append(step("supply", "Tablets to the end of the cycle", f"{each}: {supply}", span, total, "tablets"))
    return steps


def as_json(found: Restart) -> dict[str, object]:
    """The order of the one drug in the contract's shape, with the restart beside it."""
    return order_as_json(found.order) | {
        "restart": {
            "from": found.start[0].isoformat(), "from_slot": found.start[1],
            "to": found.last[0].isoformat(), "to_slot": found.last[1],
            "mornings": found.mornings, "evenings": found.evenings, "taken": found.taken, "missed": found.missed,
        }
    }  # fmt: skip


def from_json(written: Mapping[str, object]) -> Restart:
    """A restart as it was written."""
    said = written["restart"]
    assert isinstance(said, Mapping)
    start, last = (
        (date.fromisoformat(said[on]), _half(said[half])) for on, half in (("from", "from_slot"), ("to", "to_slot"))
    )
    counts = (int(said[name]) for name in ("mornings", "evenings", "taken", "missed"))
    return Restart(order_from_json(written), start, last, *counts)


def _half(text: object) -> Half:
    return "pm" if text == "pm" else "am"
