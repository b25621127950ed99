"""Adverse events of everybody in the records, counted: each patient once a term, at the highest grade. Light."""

from dataclasses import dataclass
from uuid import UUID

GRADES = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class TermCount:
    """How many patients had a term, by their highest grade 1 to 5."""

    term: str
    by_grade: tuple[int, int, int, int, int]

    def count(self, *grades: int) -> int:
        """Patients whose highest grade is one of these."""
        return sum(self.by_grade[grade - 1] for grade in grades)

    @property
    def any_grade(self) -> int:
        return sum(self.by_grade)


@dataclass(frozen=True, slots=True)
class EventCounts:
    """The whole table, and the newest entry of the trail it was counted at: while that is the newest, it holds.

    patients  how many have a course
    every     all terms together, each patient once
    """

    newest: int
    patients: int
    every: TermCount
    terms: tuple[TermCount, ...]


@dataclass(frozen=True, slots=True)
class Sufferer:
    """One patient behind a count. grade: the highest of the term."""

    patient_id: UUID
    name: str
    identifiers: str
    grade: int
