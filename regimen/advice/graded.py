"""Events that stand in today's values alone: what nobody has entered, but a number grades; and entries it has ended.

Dose rules run on CTCAE 5.0, whatever version is shown. Only terms that a change rule names are looked for: a raised
alkaline phosphatase of the disease is no reason to hold tablets.
"""

from collections.abc import Iterator
from dataclasses import replace

from regimen.advice.names import term_of
from regimen.day_check import given_labs, going_on
from regimen.definition import Regimen
from regimen.given import Case, Event, Lab
from regimen.grading.lab_grade import LabGrade, LabResult, grade_lab
from regimen.grading.measures import measures

VERSION = "5.0"
GONE = 1  # "resolved" is grade 0 or 1


def with_graded(case: Case, regimen: Regimen) -> tuple[Case, tuple[Event, ...], tuple[Event, ...]]:
    """The case with its values' events, those events, and the entries that a later value has ended.

    An event of the same term that goes on is taken to the higher of the two grades; it stays the same event. One
    without an end that a later value grades 0 or 1, by the upper limit and by the baseline alike, was gone on its day.
    """
    named = {term.casefold() for rule in regimen.change_rules for term in rule.terms}
    events, graded, ended = list(case.events), [], []
    for found, low in _events(case):
        if found.term.casefold() not in named:
            continue
        if low:
            for event in [one for one in events if _open_before(one, found)]:
                over = replace(event, resolved=found.date)
                events[events.index(event)] = over
                ended.append(over)
        if not found.grade:
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
    return replace(case, events=tuple(events)), tuple(graded), tuple(ended)


def _open_before(event: Event, found: Event) -> bool:
    """Whether an entry of the value's term of more than grade 1 has no end and began before the value was taken."""
    term = (term_of(event.term) or event.term).casefold()
    return event.resolved is None and event.grade > GONE and event.date < found.date and term == found.term.casefold()


def _spelled(events: list[Event]) -> list[Event]:
    return [event for event in events if event.grade > 0]


def _events(case: Case) -> Iterator[tuple[Event, bool]]:
    """One event for each value that can be graded, grade 0 included, and whether it is grade 0 or 1 however it is read.

    Where several grades are possible the highest counts until a person confirms.
    """
    for name, lab in given_labs(case).items():
        if name not in measures().by_word:
            continue
        grade = _grade(name, lab)
        number = grade.grade
        if number is None and lab.lln is None:
            # Whatever the lower limit of normal may be: 1.5 x 10^9/L neutrophils are grade 0 or 1.
            grade = _grade(name, replace(lab, lln=lab.value + 1))
            number = 0 if grade.grade in (0, GONE) else None
        if grade.term is not None and number is not None:
            event = Event(term_of(grade.term.name) or grade.term.name, number, lab.date or case.day1)
            without = _grade(name, replace(lab, baseline=None)).grade if lab.baseline is not None else number
            yield event, number <= GONE and without is not None and without <= GONE


def _grade(name: str, lab: Lab) -> LabGrade:
    return grade_lab(LabResult("", name, lab.value, lab.unit, lab.lln, lab.uln, lab.baseline), VERSION)
