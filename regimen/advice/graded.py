"""Events that stand in today's values alone: what nobody has entered, but a number grades.

Dose rules run on CTCAE 5.0, whatever version is shown. Only terms that a change rule names are looked for: a raised
alkaline phosphatase of the disease is no reason to hold tablets.
"""

from collections.abc import Iterator
from dataclasses import replace

from regimen.advice.names import term_of
from regimen.day_check import given_labs, going_on
from regimen.definition import Regimen
from regimen.given import Case, Event, Lab
from regimen.grading.lab_grade import LabResult, grade_lab
from regimen.grading.measures import measures

VERSION = "5.0"


def with_graded(case: Case, regimen: Regimen) -> tuple[Case, tuple[Event, ...]]:
    """The case with its values' events, and those events.

    An event of the same term that goes on is taken to the higher of the two grades; it stays the same event.
    """
    named = {term.casefold() for rule in regimen.change_rules for term in rule.terms}
    events, graded = list(case.events), []
    for found in _events(case):
        if found.term.casefold() not in named:
            continue
        same = [event for event in events if event in going_on(_spelled(events), found.term, found.date)]
        if not same:
            events.append(found)
            graded.append(found)
        elif max(event.grade for event in same) < found.grade:
            latest = max(same, key=lambda event: event.date)
            raised = replace(latest, grade=found.grade)
            events[events.index(latest)] = raised
            graded.append(raised)
    return replace(case, events=tuple(events)), tuple(graded)


def _spelled(events: list[Event]) -> list[Event]:
    return [event for event in events if event.grade > 0]


def _events(case: Case) -> Iterator[Event]:
    """One event for each value with a grade; where several grades are possible, the highest until a person confirms."""
    for name, lab in given_labs(case).items():
        if name not in measures().by_word:
            continue
        grade = grade_lab(_result(name, lab), VERSION)
        if grade.term is not None and grade.grade:
            yield Event(term_of(grade.term.name) or grade.term.name, grade.grade, lab.date or case.day1)


def _result(name: str, lab: Lab) -> LabResult:
    return LabResult("", name, lab.value, lab.unit, lab.lln, lab.uln, lab.baseline)
