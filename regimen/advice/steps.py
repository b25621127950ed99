"""What a rule lowers a dose to: a percent of the start, a level of the ladder, or one level down from that in use."""

from decimal import Decimal

from regimen.advice.advised import Target
from regimen.advice.course import Course, in_use, of_level, of_percent, start_amount
from regimen.definition import ChangeRule, Drug
from regimen.given import Event
from regimen.numbers import HUNDRED
from regimen.same_level import nearly


def target_of(rule: ChangeRule, drug: Drug, course: Course, event: Event | None) -> tuple[Target | None, str]:
    """What the drug goes on with by one rule, and what a person has to answer where the ladder ends.

    A step that is not below the dose in use when the event began goes one level further down, where the rule says so.
    """
    first = _first_step(rule, drug, course)
    if first is None or not rule.one_level_down:
        return first, ""
    used = in_use(drug, course, event.date if event else None)
    if first.amount < used and not nearly(first.amount, used):
        return first, ""
    lower = [step for step in _ladder(rule, drug, course) if step.amount < used and not nearly(step.amount, used)]
    if not lower:
        return None, f"No source names a level of {drug.name} below the one in use: stop it, or go on with what?"
    return max(lower, key=lambda step: step.amount), ""


def _first_step(rule: ChangeRule, drug: Drug, course: Course) -> Target | None:
    if rule.next_percent is not None:
        return of_percent(drug, course.case, rule.next_percent)
    return None if rule.next_level is None else of_level(rule.next_level)


def _ladder(rule: ChangeRule, drug: Drug, course: Course) -> list[Target]:
    """The levels of the drug, said as the rule says its own: as percents of this patient's start, or as levels."""
    if rule.next_level is not None:
        start = start_amount(drug, course.case)
        return [of_level(level) for level in drug.dose.ladder if level <= start]
    top = drug.dose.ladder[0] if drug.dose.ladder else Decimal(1)
    return [of_percent(drug, course.case, level * HUNDRED / top) for level in drug.dose.ladder]
