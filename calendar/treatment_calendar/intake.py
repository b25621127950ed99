"""When tablets are taken: the halves of days of one cycle."""

from datetime import date, timedelta

from regimen.definition import Drug
from regimen.errors import refuse
from regimen.practice import FirstDose
from treatment_calendar.course import Half, Moment

# Half days from the morning of day 1 to the first tablets.
_HALVES_LATER = {"morning": 0, "evening": 1, "next_morning": 2}


def intakes(drug: Drug, day1: date, first_dose: FirstDose) -> tuple[Moment, ...]:
    """Every half day on which the drug is due, in order, no hold applied.

    A drug taken twice a day on days 1 to 14 has 28 of them: from the morning of day 1 to the evening of day 14, from
    the evening of day 1 to the morning of day 15, or from the morning of day 2 to the evening of day 15.
    Once a day is taken in the morning, with an evening start in the evening.
    raises  Refused: more than two doses a day have no half of their own
    """
    if drug.doses_per_day not in (1, 2):
        reason = f"{drug.name} is taken {drug.doses_per_day} times a day; the calendar has a morning and an evening."
        raise refuse("doses_per_day", reason)
    later = _HALVES_LATER[first_dose]
    halves = [2 * (day - 1) + half + later for day in drug.days for half in range(drug.doses_per_day)]
    return tuple(Moment(day1 + timedelta(days=half // 2), _half(half)) for half in sorted(halves))


def _half(index: int) -> Half:
    return "pm" if index % 2 else "am"
