"""What is planned in one cycle: infusions, tablets, what a hold takes away, and how long cold is avoided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from regimen.definition import Drug, Regimen
from regimen.given import Case
from regimen.practice import Policy
from regimen.supportive import Supportive
from treatment_calendar import holds
from treatment_calendar.clocks import DrugClock
from treatment_calendar.course import Moment, Note
from treatment_calendar.intake import intakes
from treatment_calendar.notes import note


@dataclass(frozen=True, slots=True)
class Span:
    """Where one cycle lies: day 1 and the next day 1."""

    number: int
    day1: date
    next_day1: date


@dataclass(frozen=True, slots=True)
class Oral:
    """The tablets of one drug in one cycle: how many doses without holds, and the halves taken and held."""

    drug: str
    planned: int
    taken: tuple[Moment, ...]
    held: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Events:
    """What is planned in one cycle, drugs in the order of the day, before it is put on dates.

    treatment_days  cycle days with an infusion, given or held
    cold            dates with cold precautions, which may lie in the next cycle
    """

    infusions: tuple[tuple[date, str], ...]
    held: tuple[tuple[date, str], ...]
    tablets: tuple[Oral, ...]
    treatment_days: tuple[int, ...]
    cold: frozenset[date]


def events_of(
    regimen: Regimen, policy: Policy, case: Case, span: Span, clocks: Mapping[str, DrugClock], notes: list[Note]
) -> Events:
    """The events of one cycle. Moves the clocks on, and adds notes where a drug ends, is held or is cut off."""
    infusions: list[tuple[date, str]] = []
    held: list[tuple[date, str]] = []
    tablets: list[Oral] = []
    treatment_days: set[int] = set()
    cold: set[date] = set()
    for drug in regimen.drugs_of(span.number, case.options):
        clock = clocks.get(drug.name)
        if drug.route == "po":
            tablets.append(_oral(drug, policy, case, span, clock, notes))
            held += [(on, drug.name) for on in sorted({moment.date for moment in tablets[-1].held})]
            continue
        for day in drug.days:
            on = span.day1 + timedelta(days=day - 1)
            if on >= span.next_day1 or _over(drug, clock, span, on, notes):
                continue
            treatment_days.add(day)
            if holds.is_held(case, drug.name, on):
                held.append((on, drug.name))
                continue
            infusions.append((on, drug.name))
            cold |= {on + timedelta(days=later) for later in range(drug.cold_days)}
            if clock is not None:
                clock.count(span.number, on)
    given = {on for on, _ in infusions}
    medicines = _supportive(regimen, case, span)
    for day in sorted(treatment_days):
        on = span.day1 + timedelta(days=day - 1)
        if on not in given and any(day in medicine.days for medicine in medicines):
            notes.append(note(on, "supportive_left_out", span.number, cycle=span.number, day=day))
    return Events(tuple(infusions), tuple(held), tuple(tablets), tuple(sorted(treatment_days)), frozenset(cold))


def _supportive(regimen: Regimen, case: Case, span: Span) -> tuple[Supportive, ...]:
    """What was ordered with the case's own cycle, otherwise what the regimen lists."""
    if case.supportive is not None and span.number == case.cycle:
        return case.supportive.medicines
    return regimen.supportive_of(span.number, case.options)


def _over(drug: Drug, clock: DrugClock | None, span: Span, on: date, notes: list[Note]) -> bool:
    """Whether the drug's own limit is reached; the first time a note says so."""
    limit = clock.reached(span.number, on) if clock is not None else ""
    if limit and not any(n.kind == "limit" and n.params["drug"] == drug.name for n in notes):
        notes.append(note(on, "limit", span.number, drug=drug.name, limit=limit))
    return bool(limit)


def _oral(drug: Drug, policy: Policy, case: Case, span: Span, clock: DrugClock | None, notes: list[Note]) -> Oral:
    if _over(drug, clock, span, span.day1, notes):
        return Oral(drug.name, 0, (), ())
    every = intakes(drug, span.day1, policy.first_dose)
    inside = [moment for moment in every if moment.date < span.next_day1]
    if len(inside) < len(every):
        cut = len(every) - len(inside)
        notes.append(note(span.next_day1, "tablets_cut", span.number, count=cut, drug=drug.name))
    away = [bool(case.holds or case.stopped) and holds.is_held_at(case, drug.name, moment) for moment in inside]
    taken = tuple(moment for moment, gone in zip(inside, away, strict=True) if not gone)
    held = tuple(moment for moment, gone in zip(inside, away, strict=True) if gone)
    if held:
        counts = {"taken": len(taken), "planned": len(every)}
        notes.append(note(held[0].date, "hold_tablets", span.number, drug=drug.name, **counts))
    if taken and clock is not None:
        clock.count(span.number, taken[0].date)
    return Oral(drug.name, len(every), taken, held)
