"""When tablets are taken: the halves of days of one cycle."""

from datetime import date

from regimen.definition import Drug
from regimen.errors import refuse
from regimen.holding import due_slots
from regimen.practice import FirstDose
from treatment_calendar.course import Moment


def intakes(drug: Drug, day1: date, first_dose: FirstDose) -> tuple[Moment, ...]:
    """Every half day on which the drug is due, in order, no hold applied; see `regimen.holding.due_slots`.

    raises  Refused: more than two doses a day have no half of their own
    """
    if drug.doses_per_day not in (1, 2):
        reason = f"{drug.name} is taken {drug.doses_per_day} times a day; the calendar has a morning and an evening."
        raise refuse("doses_per_day", reason)
    return tuple(Moment(on, half) for on, half in due_slots(drug, day1, first_dose))
