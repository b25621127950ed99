"""SDTM-style tables of one patient: subject and exposure here, findings and events beside. Pure.

"SDTM-style": names, order and words are those of SDTMIG 3.4; a submission would want more domains, a define file and
MedDRA. Drafts of orders, half-done visits' values that were not stored, and what was withdrawn are not in them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from outcomes.exchange import sdtm_columns as domains
from outcomes.exchange.cells import Cell
from outcomes.exchange.deidentified import OLDEST
from outcomes.exchange.rows import first_dose, orders_given
from records.course.course_plan import order_value
from records.course.cycle_case import not_given_of
from records.course.cycle_of_day import study_day
from records.course.cycle_tablets import doses_told, planned_doses, restarted_doses, returns_by_cycle
from records.values.core import OrderRecord
from records.values.exchange import Traced
from regimen.age import age_y

Row = dict[str, Cell]
Rows = Iterator[Row]


@dataclass(frozen=True, slots=True)
class Subject:
    """One patient on the way into the tables. names: reported words may stand in them."""

    traced: Traced
    first: date | None
    names: bool

    def row(self, domain: str, more: Mapping[str, Cell]) -> Row:
        """A row with what every row begins with."""
        start: Row = {"STUDYID": domains.STUDY, "DOMAIN": domain, "USUBJID": self.traced.space.patient.id}
        return start | dict(more)

    def when(self, prefix: str, on: date | None, time: str = "") -> Row:
        """--DTC and --DY of a day."""
        dtc: Cell = f"{on.isoformat()}T{time}" if on is not None and time else on
        return {f"{prefix}DTC": dtc, f"{prefix}DY": self.day(on)}

    def day(self, on: date | None) -> int | None:
        """Study day, None without a first dose."""
        return None if on is None or self.first is None else study_day(self.first, on)


def subject_of(traced: Traced, *, names: bool) -> Subject:
    """A patient with the day their study days count from."""
    return Subject(traced, first_dose(traced.space), names)


def numbered(rows: Iterable[Row], name: str) -> Rows:
    """--SEQ: 1, 2 ... within the patient."""
    for number, row in enumerate(rows, start=1):
        yield row | {name: number}


def last_before(subject: Subject, rows: Sequence[Row], prefix: str) -> Rows:
    """--LOBXFL: the last value of each test up to the day of the first dose."""
    before = [
        row
        for row in rows
        if isinstance(day := row[f"{prefix}DY"], int) and day <= 1 and row.get(f"{prefix}ORRES") not in (None, "")
    ]
    last = {row[f"{prefix}TEST"]: id(row) for row in before}  # in the order of days: a later one takes its place
    marked = set(last.values())
    for row in rows:
        yield row | ({f"{prefix}LOBXFL": "Y"} if id(row) in marked else {})


def dm_rows(subject: Subject) -> Rows:
    """The patient."""
    space = subject.traced.space
    entry = space.patient.entry
    dead = next((one.entry.death_on for one in space.follow_up if one.entry.death_on is not None), None)
    dosed = list(_doses_on(subject))
    age = None if subject.first is None else age_y(entry.birth_date, subject.first)
    old = age is not None and age > OLDEST and not subject.names
    settings = subject.traced.settings
    yield subject.row("DM", {
        "SUBJID": space.patient.id, "RFSTDTC": subject.first, "RFENDTC": max(dosed, default=None),
        "RFXSTDTC": subject.first, "RFXENDTC": max(dosed, default=None), "DTHDTC": dead, "ARMNRS": "NOT ASSIGNED",
        "DTHDY": subject.day(dead), "DTHFL": "Y" if dead is not None else None, "SITEID": settings.site_name or None,
        "AGE": None if old else age, "AGEU": None if age is None else "YEARS", "AGEGR1": "90+" if old else None,
        "SEX": "F" if entry.sex == "female" else "M", "COUNTRY": settings.country or None,
    })  # fmt: skip


def _doses_on(subject: Subject) -> Iterator[date]:
    for row in ex_rows(subject):
        last = row["EXENDTC"]
        if isinstance(last, date):
            yield last


def ex_rows(subject: Subject) -> Rows:
    """Exposure in the order of days."""
    rows = [*infusions(subject), *tablets(subject)]
    yield from numbered(sorted(rows, key=lambda row: (str(row["EXSTDTC"]), str(row["EXTRT"]))), "EXSEQ")


def infusions(subject: Subject) -> Rows:
    """What ran in at the chair; of orders given without such an entry, what they say less what was held."""
    space = subject.traced.space
    chair = [one for one in space.administrations if not one.withdrawn]
    for one in chair:
        entry = one.entry
        if entry.given_mg > 0:
            changed = "" if entry.given_mg == one.ordered_mg else "GIVEN DIFFERS FROM ORDER"
            yield _infusion(subject, one.id, entry.drug, entry.given_mg, entry.on, one.cycle, changed)
    written = {(one.order_id, one.entry.drug, one.entry.cycle_day) for one in chair}
    courses = {course.id: course for course in space.courses}
    for record in orders_given(space):
        held = not_given_of(space, courses[record.course_id])
        start = record.given_on or record.day1
        for dose in order_value(record).doses:
            for day in dose.days if dose.route == "iv" and dose.dose_mg is not None else ():
                on = date.fromordinal(start.toordinal() + day - 1)
                if (record.id, dose.drug, day) not in written and not held(dose.drug, on):
                    yield _infusion(subject, record.id, dose.drug, dose.dose_mg or Decimal(0), on, record.cycle, "")


def _infusion(
    subject: Subject, spid: Cell, drug: str, mg: Decimal, on: date, cycle: int, changed: str
) -> Row:  # fmt: skip
    return subject.row("EX", {
        "EXSPID": spid, "EXTRT": drug.upper(), "EXDOSE": mg, "EXDOSU": "mg", "EXDOSTOT": mg, "EXDOSFRM": "INFUSION",
        "EXDOSFRQ": "ONCE", "EXROUTE": "INTRAVENOUS", "EXADJ": changed or None, "VISITNUM": cycle,
        "EXSTDTC": on, "EXENDTC": on, "EXSTDY": subject.day(on), "EXENDY": subject.day(on),
    })  # fmt: skip


def tablets(subject: Subject) -> Rows:
    """Tablets of given cycles as the patient was told to take them: a row for each run of days with the same doses."""
    space, settings = subject.traced.space, subject.traced.settings
    courses = {course.id: course for course in space.courses}
    for record in orders_given(space):
        course = courses[record.course_id]
        holds = [hold for hold in space.holds if hold.course_id == course.id]
        visit = returns_by_cycle(space, course).get(record.cycle)
        told = visit.entry.doses_told if visit is not None else None
        for dose in order_value(record).doses:
            if dose.route == "po" and dose.plans:
                planned = planned_doses(record, course, settings, dose.drug)
                ordered = restarted_doses(planned, space.restarts, record, dose.drug)
                by_day: dict[date, list[Decimal]] = {}
                for one in doses_told(ordered, told, holds, dose.drug):
                    by_day.setdefault(one.at.date, []).append(mg_of(one.tablets))
                yield from _runs(subject, record, dose.drug, by_day)


def mg_of(counts: Mapping[Decimal, int]) -> Decimal:
    """mg of some tablets."""
    return sum((strength * count for strength, count in counts.items()), Decimal(0))


def _runs(subject: Subject, record: OrderRecord, drug: str, by_day: Mapping[date, Sequence[Decimal]]) -> Rows:
    """Days after one another with the same doses as one row."""
    days = sorted(by_day)
    keyed = ((day.toordinal() - place, tuple(by_day[day]), day) for place, day in enumerate(days))
    for (_run, doses), same in groupby(keyed, key=lambda one: one[:2]):
        run = [day for _place, _doses, day in same]
        yield subject.row("EX", {
            "EXSPID": record.id, "EXTRT": drug.upper(), "EXDOSE": doses[0] if len(set(doses)) == 1 else None,
            "EXDOSU": "mg", "EXDOSTOT": sum(doses, Decimal(0)), "EXDOSFRM": "TABLET",
            "EXDOSFRQ": {1: "QD", 2: "BID"}.get(len(doses)), "EXROUTE": "ORAL", "VISITNUM": record.cycle,
            "EXSTDTC": run[0], "EXENDTC": run[-1], "EXSTDY": subject.day(run[0]), "EXENDY": subject.day(run[-1]),
        })  # fmt: skip
