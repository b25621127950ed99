"""When a drug is due in a cycle, by half days, and what of it a hold or a stop takes away."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from regimen.definition import Drug
from regimen.errors import Refusal
from regimen.given import EVERYTHING, Case, Half, Hold, Slot
from regimen.practice import FirstDose

# Half days from the morning of day 1 to the first tablets.
_HALVES_LATER: dict[FirstDose, int] = {"morning": 0, "evening": 1, "next_morning": 2}
_ONE_DAY = timedelta(days=1)


def due_slots(drug: Drug, day1: date, first_dose: FirstDose) -> tuple[Slot, ...]:
    """Every half day of one cycle on which the drug is due, in order, no hold applied.

    Tablets twice a day on days 1 to 14 have 28: from the morning of day 1 to the evening of day 14, from the evening of
    day 1 to the morning of day 15, or from the morning of day 2 to the evening of day 15. Once a day is taken in the
    morning, with an evening start in the evening. An infusion stands in the morning of its day.
    """
    later = _HALVES_LATER[first_dose] if drug.route == "po" else 0
    halves = sorted(2 * (day - 1) + half + later for day in drug.days for half in range(drug.doses_per_day))
    return tuple((day1 + timedelta(days=half // 2), _half(half)) for half in halves)


def _half(index: int) -> Half:
    return "pm" if index % 2 else "am"


def slot_before(slot: Slot) -> Slot:
    """The half day before one."""
    return (slot[0], "am") if slot[1] == "pm" else (slot[0] - _ONE_DAY, "pm")


def dates_of(slots: Iterable[Slot]) -> tuple[date, ...]:
    """The dates of half days, each once, in order."""
    return tuple(sorted({on for on, _half_day in slots}))


def wrong_halves(holds: Iterable[Hold], oral: Iterable[str]) -> Iterator[Refusal]:
    """Holds by half days of a drug that is not taken by mouth."""
    tablets = frozenset(oral)
    for index, hold in enumerate(holds):
        if (hold.start_half, hold.end_half) != ("am", "pm") and hold.drug not in tablets:
            reason = f"{hold.drug} is no tablet: it is held by whole days, not from or to a half day."
            yield Refusal(f"holds[{index}].{'from_slot' if hold.start_half == 'pm' else 'to_slot'}", reason)


def covers(hold: Hold, on: date) -> bool:
    """Whether a hold touches a date; both its ends are included."""
    return hold.start <= on and (hold.end is None or on <= hold.end)


def takes_away(hold: Hold, slot: Slot) -> bool:
    """Whether a hold takes a half day away; both its ends are included."""
    return (hold.start, hold.start_half) <= slot and (hold.end is None or slot <= (hold.end, hold.end_half))


def holds_on(case: Case, drug: str, slots: Iterable[Slot]) -> tuple[Hold, ...]:
    """The holds of one drug that take at least one of the half days away, as the case lists them."""
    wanted = tuple(slots)
    return tuple(h for h in case.holds if h.drug == drug and any(takes_away(h, slot) for slot in wanted))


def stopped_from(case: Case, drug: str) -> date | None:
    """The date from which a drug, or everything, is stopped for good; None where it goes on."""
    return min((case.stopped[name] for name in (drug, EVERYTHING) if name in case.stopped), default=None)


def slots_left(case: Case, drug: str, slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The half days on which the drug stays: neither held nor stopped."""
    wanted, end = tuple(slots), stopped_from(case, drug)
    holds = holds_on(case, drug, wanted)
    return tuple(s for s in wanted if (end is None or s[0] < end) and not any(takes_away(h, s) for h in holds))


def was_given(case: Case, drug: Drug, cycle: int, first_dose: FirstDose) -> bool:
    """Whether a drug counts as given in an earlier cycle: unless the history says 0 percent or a hold covered it."""
    past = next((entry for entry in case.history if entry.cycle == cycle), None)
    if past is None:
        return True
    if past.dose_percent.get(drug.name) == 0:
        return False
    return past.day1 is None or bool(slots_left(case, drug.name, due_slots(drug, past.day1, first_dose)))


def is_held(drug: Drug, case: Case, first_dose: FirstDose) -> bool:
    """Whether holds alone cover every dose of the drug in this cycle."""
    slots = due_slots(drug, case.day1, first_dose)
    holds = holds_on(case, drug.name, slots)
    return bool(slots) and all(any(takes_away(hold, slot) for hold in holds) for slot in slots)
