"""A dated course as values: every page, the month grid and the ICS are views of this one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from regimen.given import Half
from regimen.order import Alert, TabletPlan
from regimen.supportive import Purpose

__all__ = (
    "BloodTest", "Course", "CourseCycle", "CourseDay", "Give", "Half", "Moment", "Moved", "Note", "SupportiveToday",
    "TabletsFrom", "Take",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Give:
    """One infusion on one date. dose_mg None: the dose is not decided yet (a later cycle). minutes: infusion time."""

    drug: str
    dose_mg: Decimal | None
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Take:
    """Tablets of one date: strength mg -> tablets. An empty half: nothing then."""

    drug: str
    am: Mapping[Decimal, int]
    pm: Mapping[Decimal, int]


@dataclass(frozen=True, slots=True)
class SupportiveToday:
    """A supportive medicine of one date, or for need.

    times       morning, noon, evening, night, before infusion; empty: as needed
    words       key of the patient wording; texts: language -> the patient's words of a site's own item
    call_first  the patient calls before the first dose: an inhibitor of the cycle may cause what it is taken for
    ordered     with a signed order of the cycle; otherwise planned by the regimen's list
    changed     otherwise than listed, or added, with a reason in the order
    most_per_day  never more than this in one day, in `unit`; most_days: never on more days in a row
    """

    id: str
    name: str
    dose: str
    where: Literal["clinic", "home"]
    times: tuple[str, ...]
    words: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    purpose: Purpose = "other"
    call_first: bool = False
    ordered: bool = False
    changed: bool = False
    most_per_day: Decimal | None = None
    unit: str = ""
    most_days: int | None = None


@dataclass(frozen=True, slots=True)
class CourseDay:
    """One date of one cycle.

    held        drugs planned for the date and not given because of a hold or stop; part_held: those of them of which
                another dose of the same date is taken
    swallow     halves of the date with tablets (also where the tablets are not decided yet); a held drug has none
    rest        a day without tablets, the days of a hold among them; in a cycle without an oral drug a day on which
                nothing is given
    cold_precautions  nothing cold today
    """

    date: date
    cycle: int
    cycle_day: int
    visit: bool
    blood_test: bool
    cold_precautions: bool
    give: tuple[Give, ...]
    held: tuple[str, ...]
    swallow: tuple[Half, ...]
    take: tuple[Take, ...]
    rest: bool
    supportive: tuple[SupportiveToday, ...]
    part_held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and half of the day, as in `2026-03-02 am`."""

    date: date
    half: Half

    def __str__(self) -> str:
        return f"{self.date.isoformat()} {self.half}"


@dataclass(frozen=True, slots=True)
class TabletsFrom:
    """Other tablets of a drug from a half day on: a restart at a lower dose within the cycle."""

    drug: str
    start: Moment
    plan: TabletPlan


@dataclass(frozen=True, slots=True)
class BloodTest:
    """Blood is taken on `date` so that the result is there on cycle day `for_day`."""

    date: date
    for_day: int


@dataclass(frozen=True, slots=True)
class CourseCycle:
    """One cycle on dates.

    last_day    the day before the next day 1
    length      days from this day 1 to the next
    oral_doses  how many times tablets are taken (28, or fewer with a hold)
    planned_oral_doses  how many times without holds and stops
    supply      strength mg -> tablets for the cycle; empty where they are not decided
    decided     its doses are known (the case's own cycle); otherwise dates only, or doses as planned today
    blood_tests for the treatment days of this cycle; that for day 1 lies in the cycle before
    next_day1   day 1 of the next cycle, None when none is planned
    next_blood_test  date of the blood test for that day 1
    as_needed   supportive care without days of its own, at the clinic and at home
    supportive_ordered  supportive care as ordered with the cycle; False: as the regimen lists it
    """

    cycle: int
    phase: str
    day1: date
    last_day: date
    length: int
    days: tuple[CourseDay, ...]
    first_dose: Moment | None
    last_dose: Moment | None
    oral_doses: int
    supply: Mapping[Decimal, int]
    decided: bool
    planned_oral_doses: int = 0
    blood_tests: tuple[BloodTest, ...] = ()
    next_day1: date | None = None
    next_blood_test: date | None = None
    as_needed: tuple[SupportiveToday, ...] = ()
    supportive_ordered: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about a date; nothing is moved because of it.

    kind    a key of assets/notes: holiday, closed, weekend, blood_test, clock_change, interval, hold, stop, limit ...
    text    the words in English; params are what they were filled with, for other languages
    cycle   None: of no cycle in particular
    """

    date: date
    kind: str
    text: str
    cycle: int | None
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Course:
    """The dated course."""

    regimen_id: str
    cycles: tuple[CourseCycle, ...]
    notes: tuple[Note, ...]
    alerts: tuple[Alert, ...]

    def cycle(self, number: int) -> CourseCycle:
        """Cycle by number; KeyError when it is not laid out."""
        for cycle in self.cycles:
            if cycle.cycle == number:
                return cycle
        raise KeyError(number)


@dataclass(frozen=True, slots=True)
class Moved:
    """One event that changes between two layouts. old or new None: it appears or falls away.

    event   `day1`, `visit`, `blood_test`, `first_tablets`, `last_tablets`, `new_tablets` (another number of tablets
            from then on), `give:oxaliplatin` ...;
            `tablets_am`, `tablets_pm`: tablets of one half day that fall away or appear
    """

    cycle: int
    event: str
    old: date | None
    new: date | None
