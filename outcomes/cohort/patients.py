"""A cohort as plain values: one row a patient, the columns of the contract, any further column a factor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from outcomes.survival.endpoints import Assessed, Course

#: The best responses a patient may have; empty: none known.
BEST = ("CR", "PR", "SD", "NON-CR/NON-PD", "PD", "NE")
RESPONDED = ("CR", "PR")
CONTROLLED = ("CR", "PR", "SD", "NON-CR/NON-PD")


@dataclass(frozen=True, slots=True)
class Change:
    """The sum of target diameters at one scan after the baseline.

    percent      of the baseline sum; None: not every target was measured, or there is none
    new          a new lesion beyond doubt
    progression  whether the overall response of the scan was PD; None: not known
    """

    on: date
    percent: Decimal | None
    new: bool = False
    progression: bool | None = None


@dataclass(frozen=True, slots=True)
class CohortPatient:
    """One patient.

    start           first dose; None: never treated
    last_assessed   the last evaluable scan
    best            best overall response, one of BEST or ""
    response        first scan of the (confirmed) response
    factors         further columns, in words
    scans           every scan after the baseline, where they are known one by one; else the last one stands for all
    changes         the sum of diameters at each scan, oldest first, where it is known
    cycles          numbers of the cycles given, where they are known
    """

    id: str
    start: date | None
    progressed: date | None = None
    died: date | None = None
    last_assessed: date | None = None
    last_contact: date | None = None
    new_therapy: date | None = None
    best: str = ""
    response: date | None = None
    treated: bool = True
    evaluable: bool = True
    factors: Mapping[str, str] = field(default_factory=dict)
    scans: tuple[Assessed, ...] = ()
    changes: tuple[Change, ...] = ()
    cycles: tuple[int, ...] = ()

    def course(self, cutoff: date | None) -> Course | None:
        """What the endpoints need; None for who was never treated."""
        if self.start is None:
            return None
        scans = list(self.scans)
        if not scans and self.last_assessed is not None:
            scans = [Assessed(self.last_assessed, "SD")]
        alive = [day for day in (self.last_contact, self.last_assessed) if day is not None]
        return Course(
            self.start, scans, self.progressed, self.died, max(alive, default=None), self.new_therapy, self.response,
            cutoff, not self.only_progression_scan,
        )  # fmt: skip

    @property
    def only_progression_scan(self) -> bool:
        """Whether the one scan that is known is that of the progression, or one after it: the one before is not."""
        if self.progressed is None or self.scans or self.last_assessed is None:
            return False
        return self.last_assessed >= self.progressed


@dataclass(frozen=True, slots=True)
class CohortEvent:
    """One adverse event of a patient. related None: not said. cycles: (cycle, highest grade in it), where known."""

    patient: str
    term: str
    grade: int
    soc: str = ""
    related: bool | None = None
    cycles: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class WorstRow:
    """How many patients had a term, each at the highest grade reached. patients: their ids by that grade."""

    term: str
    soc: str
    patients: Mapping[int, tuple[str, ...]]

    def count(self, *grades: int) -> int:
        """Patients whose highest grade is one of these."""
        return sum(len(self.patients.get(grade, ())) for grade in grades)

    @property
    def any_grade(self) -> int:
        return self.count(1, 2, 3, 4, 5)


def worst_by_term(events: Sequence[CohortEvent], *, related_only: bool = False) -> tuple[WorstRow, ...]:
    """Rows by frequency, each patient once a row at the highest grade; zero rows are left out."""
    worst: dict[str, dict[str, int]] = {}
    soc: dict[str, str] = {}
    for one in events:
        if related_only and not one.related:
            continue
        of_term = worst.setdefault(one.term, {})
        of_term[one.patient] = max(one.grade, of_term.get(one.patient, 0))
        soc[one.term] = one.soc
    rows = (_row(term, soc[term], of_term) for term, of_term in worst.items())
    return tuple(sorted(rows, key=lambda row: (-row.any_grade, row.term.casefold())))


def worst_of_all(events: Sequence[CohortEvent], *, related_only: bool = False) -> WorstRow:
    """Every patient with any event at the highest grade of all of them."""
    worst: dict[str, int] = {}
    for one in events:
        if not related_only or one.related:
            worst[one.patient] = max(one.grade, worst.get(one.patient, 0))
    return _row("Any adverse event", "", worst)


def _row(term: str, soc: str, worst: Mapping[str, int]) -> WorstRow:
    """worst: the highest grade of each patient."""
    grades: dict[int, list[str]] = {}
    for ident, most in sorted(worst.items()):
        grades.setdefault(most, []).append(ident)
    return WorstRow(term, soc, {grade: tuple(grades[grade]) for grade in sorted(grades)})
