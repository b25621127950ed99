"""What the next order asks of a course taken over as a file, so that it starts as it would have started there. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from records.typed_text import NOTE
from records.values.core import CourseEntry, EarlierCycle
from records.values.handover import Handover, OrderSaid
from records.values.visits import DecisionEntry
from regimen.definition import Regimen

WHOLE = Decimal(100)


def course_entry(one: Handover, regimen: Regimen, practice: str, day1: date) -> CourseEntry:
    """The course as it goes on here. regimen: the one in use here; practice: of this hospital."""
    said, after = one.course, one.next
    return CourseEntry(
        regimen_id=regimen.id, regimen_version=regimen.version, regimen_sha256=regimen.sha256, practice=practice,
        options=dict(said.options), day1=day1, planned_cycles=max(said.planned_cycles, after.cycle),
        first_dose=said.first_dose, first_cycle=after.cycle, starting_percent=dict(said.starting_percent),
        earlier=earlier_cycles(one), cumulative=dict(after.cumulative),
        earlier_toxicities=said.earlier_toxicities, intent=said.intent, disease=said.disease,
    )  # fmt: skip


def earlier_cycles(one: Handover) -> tuple[EarlierCycle, ...]:
    """Every cycle before the next one, those of still earlier hospitals first."""
    own = sorted((order for order in one.orders if order.cycle < one.next.cycle), key=lambda order: order.cycle)
    return (*one.course.earlier, *(_cycle(order) for order in own))


def _cycle(order: OrderSaid) -> EarlierCycle:
    """As the dose engine counts it: percent and dose that the cycle ended with."""
    ended = {dose.drug: dose.ended or dose for dose in order.doses}
    return EarlierCycle(
        cycle=order.cycle, day1=order.day1,
        dose_percent={drug: dose.percent for drug, dose in ended.items()},
        doses_mg={dose.drug: dose.given_mg for dose in order.doses if dose.given_mg is not None},
        starting_percent={drug: dose.starting_percent for drug, dose in ended.items()},
        ordered_mg={drug: dose.dose_mg for drug, dose in ended.items() if dose.dose_mg is not None},
        exact_mg={drug: dose.exact_mg for drug, dose in ended.items()}, weight_kg=order.weight_kg,
        height_cm=order.height_cm,
    )  # fmt: skip


def decided(one: Handover, numbered: Mapping[int, UUID]) -> Iterable[DecisionEntry]:
    """A decision for each drug that does not start at its full dose, with why.

    numbered  number of an event in the file -> its id here
    """
    after = one.next
    last: dict[str, Decimal] = {}
    for past in sorted(earlier_cycles(one), key=lambda past: past.cycle):
        last |= {drug: percent for drug, percent in past.dose_percent.items() if percent > 0}
    for drug in sorted({*after.percent, *after.level, *after.starting_percent, *last}):
        start, percent, level = after.starting_percent.get(drug), after.percent.get(drug), after.level.get(drug)
        lowered = start is not None and start != WHOLE
        changed = level is not None or (percent or WHOLE) != WHOLE or last.get(drug, WHOLE) != WHOLE
        if not lowered and not changed:
            continue
        why, events = _why(one, drug)
        share = None if level is not None else percent or WHOLE
        yield DecisionEntry(
            cycle=after.cycle, drug=drug, taken="change", starting_percent=start if lowered else None,
            percent=share if changed else None, level=level, reason=why,
            event_ids=tuple(numbered[number] for number in events if number in numbered),
        )  # fmt: skip


def _why(one: Handover, drug: str) -> tuple[str, tuple[int, ...]]:
    """The last decision about the drug in its own words, with the events it points to."""
    own = [said for said in one.decisions if said.drug == drug and said.taken != "decline"]
    site = one.site or "the other hospital"
    if not own:
        return f"Taken over from {site}: as last given there.", ()
    said = own[-1]
    rules = f", rule {', '.join(said.rules)}" if said.rules else ""
    text = f"Taken over from {site}: {said.reason}{rules} ({said.by}, {said.at:%Y-%m-%d}, cycle {said.cycle})"
    short = f"Taken over from {site}: see the decisions in its file."
    return (text if len(text) <= NOTE else short), said.events
