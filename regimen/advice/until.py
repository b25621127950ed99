"""Whether what a hold waits for is reached: as a person said, by the blood tests it names, or by the steroid dose."""

from datetime import date
from decimal import Decimal

from regimen.advice.advised import RESOLVED, Stage
from regimen.advice.course import Course
from regimen.advice.questions import reached
from regimen.analytes import analyte
from regimen.case_writing import STEROID
from regimen.day_check import in_unit
from regimen.definition import ChangeRule, UntilValue
from regimen.given import Event


def reached_on(
    rule: ChangeRule, until: str, event: Event | None, stage: Stage, course: Course
) -> tuple[bool | None, date | None]:
    """Whether it is reached (None: not known), and the day that is known of.

    Blood tests and steroid dose tell only once the event itself is gone: a fever with good counts goes on.
    """
    if event is None:
        return None, None
    if until == RESOLVED:
        return None, event.resolved
    said = event.answers.get(reached("", until).word)
    if said is not None:
        return said == "yes", None
    if until != rule.until or stage == "present":
        return None, None
    if rule.until_values:
        return _by_values(rule.until_values, event, course)
    if rule.until_steroid_mg_day is not None and STEROID in event.answers:
        down = Decimal(event.answers[STEROID]) <= rule.until_steroid_mg_day
        return down, event.resolved if down else None
    return None, None


def _by_values(wanted: tuple[UntilValue, ...], event: Event, course: Course) -> tuple[bool | None, date | None]:
    answers = [_by_value(one, event, course) for one in wanted]
    if any(answer is False for answer, _ in answers):
        return False, None
    if any(answer is None for answer, _ in answers):
        return None, None
    return True, max((day for _, day in answers if day is not None), default=None)


def _by_value(wanted: UntilValue, event: Event, course: Course) -> tuple[bool | None, date | None]:
    """The newest value, where it was taken after the event began and is not too old to count today."""
    found = analyte(wanted.analyte)
    lab = course.labs.get(found.name)
    if lab is None:
        return None, None
    if lab.date is not None:
        too_old = course.valid_days is not None and (course.today - lab.date).days > course.valid_days
        if too_old or not event.date <= lab.date <= course.today:
            return None, None
    value = in_unit(found, lab.value, lab.unit, wanted.unit)
    return (None, None) if value is None else (value >= wanted.at_least, lab.date)
