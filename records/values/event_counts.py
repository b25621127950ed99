"""Adverse events of everybody in the records, counted: each patient once a term, at the highest grade. Light."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
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


#: What was said of an event and what is asked about: laid to it, cleared of it, nobody said.
Relation = Literal["related", "not related", "not said"]
RELATIONS: Mapping[bool | None, Relation] = {True: "related", False: "not related", None: "not said"}


@dataclass(frozen=True, slots=True)
class Cause:
    """Only events of one relation. drug "": to any drug of the course, as the tables of cohorts have it."""

    relation: Relation = "related"
    drug: str = ""


@dataclass(frozen=True, slots=True)
class EventCounts:
    """The whole table, and the newest entry of the trail it was counted at: while that is the newest, it holds.

    patients  how many have a course
    every     all terms together, each patient once
    cause     the events counted are those of this relation alone; None: whatever caused them
    drugs     named in the attribution of any event, by name; empty where nothing was asked about causes
    """

    newest: int
    patients: int
    every: TermCount
    terms: tuple[TermCount, ...]
    cause: Cause | None = None
    drugs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sufferer:
    """One patient behind a count. grade: the highest of the term."""

    patient_id: UUID
    name: str
    identifiers: str
    grade: int
