"""How long each drug may go on, counted for that drug alone."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from regimen.definition import Clock, Drug, Regimen
from regimen.given import Case, PastCycle
from treatment_calendar.day_ones import past_day_ones
from treatment_calendar.holds import is_chosen, is_held
from treatment_calendar.notes import words


@dataclass(slots=True)
class DrugClock:
    """Counts the doses of one drug through the course.

    first      date of the first dose, None before it; estimated: it was not entered
    cycles     numbers of the cycles with a dose
    """

    clock: Clock
    doses: int = 0
    cycles: set[int] = field(default_factory=set)
    first: date | None = None
    estimated: bool = False

    def reached(self, cycle: int, on: date) -> str:
        """The limit that no longer lets a dose be planned on the date, in words; "" while none is reached."""
        if self.clock.most_doses is not None and self.doses >= self.clock.most_doses:
            return words("most_doses", count=self.clock.most_doses)
        if self.clock.most_cycles is not None and len(self.cycles - {cycle}) >= self.clock.most_cycles:
            return words("most_cycles", count=self.clock.most_cycles)
        months = self.clock.most_months
        if months is not None and self.first is not None and on >= self.first + relativedelta(months=months):
            return words("most_months_estimated" if self.estimated else "most_months", count=months, first=self.first)
        return ""

    def count(self, cycle: int, on: date) -> None:
        """One dose given on the date."""
        self.doses += 1
        self.cycles.add(cycle)
        self.first = self.first or on


def clocks_at(regimen: Regimen, case: Case) -> dict[str, DrugClock]:
    """The clocks of the limited drugs when the case's own cycle begins, by drug.

    An earlier cycle counts as given unless the history says 0 percent for the drug or a hold covers its known date.
    Where an earlier day 1 is not known, the date of a first dose is counted back in cycle lengths and marked estimated.
    """
    limited = {
        drug.name: DrugClock(drug.clock)
        for drug in regimen.drugs
        if drug.clock is not None and is_chosen(drug, case.options)
    }
    past = {entry.cycle: entry for entry in case.history}
    known = past_day_ones(case)
    day1 = case.day1
    day_one_of: dict[int, date] = {}
    for number in range(case.cycle - 1, 0, -1):
        day1 = known.get(number, day1 - timedelta(days=regimen.phase_of(number).cycle_days))
        day_one_of[number] = day1
    for number in range(1, case.cycle):
        for drug in regimen.drugs_of(number, case.options):
            if drug.name in limited:
                _count_past(limited[drug.name], drug, number, day_one_of[number], past.get(number), case)
                if limited[drug.name].first == day_one_of[number] and number not in known:
                    limited[drug.name].estimated = True
    return limited


def _count_past(clock: DrugClock, drug: Drug, number: int, day1: date, past: PastCycle | None, case: Case) -> None:
    if past is not None and past.dose_percent.get(drug.name) == 0:
        return
    for day in drug.days:
        on = day1 + timedelta(days=day - 1)
        if not is_held(case, drug.name, on):
            clock.count(number, on)
