"""What is asked of one patient's records for a cohort, what it gives, and the numbers patients stand under. Light."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from outcomes.cohort.patients import CohortEvent, CohortPatient
from outcomes.cohort.values import Cohort
from records.keeping.program_version import PROGRAM, written
from records.values.core import SiteSettings, Workspace


@dataclass(frozen=True, slots=True)
class RecordsAsked:
    """Gives a `Mapped`, or None for whom no course was given here."""

    space: Workspace
    settings: SiteSettings


@dataclass(frozen=True, slots=True)
class Mapped:
    """One patient of the records as a row; `patient.id` is the id in the records.

    more_courses  further courses given, which are not counted
    before        adverse events that were there at baseline and never got worse: not counted
    rules         by which versions of rules its figures came about
    """

    patient: CohortPatient
    events: tuple[CohortEvent, ...]
    more_courses: int
    before: int
    rules: tuple[str, ...] = ()


def cohort_of(mapped: Sequence[Mapped | None], on: date, name: str) -> Cohort:
    """Everybody mapped, numbered by first dose; the numbers stand in tables, plots and files in the place of names."""
    rows = sorted((one for one in mapped if one is not None), key=lambda one: (one.patient.start or on, one.patient.id))
    width = max(2, len(str(len(rows))))
    keys = {f"R{place:0{width}d}": one.patient.id for place, one in enumerate(rows, 1)}
    numbers = {key: number for number, key in keys.items()}
    patients = tuple(replace(one.patient, id=numbers[one.patient.id]) for one in rows)
    events = tuple(replace(event, patient=numbers[event.patient]) for one in rows for event in one.events)
    left = []
    if without := sum(one is None for one in mapped):
        left.append(f"{many(without, 'patient')} of the records without a cycle given here: not in the cohort.")
    if more := sum(one.more_courses > 0 for one in rows):
        left.append(f"{many(more, 'patient')} had further courses; the first one given counts.")
    if before := sum(one.before for one in rows):
        left.append(f"{many(before, 'adverse event')} there at baseline and never worse: not counted.")
    text = repr((patients, events))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Cohort(name, digest, patients, events, keys, tuple(left), rules_of(rows))


def many(number: int, thing: str) -> str:
    """ "1 patient", "3 patients"."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def rules_of(rows: Sequence[Mapped]) -> tuple[str, ...]:
    """Each version of a rule with how many patients' figures it made."""
    counted = Counter(rule for one in rows for rule in one.rules)
    made_by = f"figures by CAPOX Planner {written(PROGRAM)}"
    return (*(f"{rule}: {many(number, 'patient')}" for rule, number in sorted(counted.items())), made_by)
