"""What was signed for at the chair, as a question about one infusion: totals and intensity read it. Pure.

An infusion nobody signed for counts as ordered unless a hold takes it away: records from before the Chair page was
used, and cycles taken over from paper, have no such lines.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal

from records.values.administrations import AdministrationRecord
from records.values.core import CourseRecord
from regimen.order import DrugDose

#: (drug, cycle, cycle day) -> mg signed for, None where nobody signed for it.
GivenMg = Callable[[str, int, int], Decimal | None]


def given_mg_of(lines: Iterable[AdministrationRecord], course: CourseRecord) -> GivenMg:
    """The lines in force of one course."""
    known = {
        (one.entry.drug, one.cycle, one.entry.cycle_day): one.entry.given_mg
        for one in sorted(lines, key=lambda one: one.at)
        if one.course_id == course.id and not one.withdrawn
    }

    def ask(drug: str, cycle: int, cycle_day: int) -> Decimal | None:
        return known.get((drug, cycle, cycle_day))

    return ask


def total_mg(dose: DrugDose, cycle: int, given: GivenMg, held: Callable[[int], bool]) -> Decimal:
    """mg of one drug by infusion over a cycle.

    held  whether a hold takes the drug away on a cycle day; asked only of days nobody signed for
    """
    total = Decimal(0)
    for day in dose.days:
        signed = given(dose.drug, cycle, day)
        if signed is not None:
            total += signed
        elif not held(day):
            total += dose.dose_mg or Decimal(0)
    return total
