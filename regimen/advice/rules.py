"""Which rules of the file fire for one drug: every rule against every event, value and delay of the course."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from regimen.advice.advised import Action, Fired, Stage
from regimen.advice.because import of_delay, of_event, of_value
from regimen.advice.conditions import Occasion, holds
from regimen.advice.course import Course, same_finding
from regimen.advice.episodes import occurrence
from regimen.advice.names import term_of
from regimen.advice.steps import target_of
from regimen.analytes import analyte
from regimen.definition import ChangeRule, Drug
from regimen.given import Event
from regimen.proof import citation

EITHER = {"alt_or_ast": ("alt", "ast")}  # names of a condition that stand for several values
WORST = 4  # grade 5 falls under what is said of grade 4
RESOLVED = "grade 0-1"  # the one `until` that the end of the event itself answers


@dataclass(frozen=True, slots=True)
class Found:
    """One rule whose occasion is there, before the stage of the event is looked at."""

    event: Event | None
    stage: Stage
    occurrence: int | None
    because: str
    holds: bool | None
    questions: tuple[str, ...]
    laid: bool
    undecided: bool


def fired(drug: Drug, course: Course) -> list[Fired]:
    """Every rule that says something about one drug, in the order of the file."""
    return [
        _fired(rule, drug, course, found)
        for rule in course.regimen.change_rules
        if drug.name in rule.drugs and (not rule.practices or course.labels in rule.practices)
        for found in _found(rule, drug, course)
        if _worth_telling(rule, found)
    ]


def _worth_telling(rule: ChangeRule, found: Found) -> bool:
    """A rule that waits for an answer about an event long gone has nothing left to ask."""
    return found.holds is True or found.stage == "present" or (found.stage == "over" and rule.action != "hold")


def _found(rule: ChangeRule, drug: Drug, course: Course) -> Iterator[Found]:
    if "analyte" in rule.condition:
        yield from _by_value(rule, drug, course)
    elif rule.terms or rule.grades or rule.condition.keys() - {"delay_days_above", "liver_involvement"}:
        for event in course.case.events:
            yield from _by_event(rule, drug, course, event)
    else:
        holding, questions = holds(Occasion(course, rule))
        if holding is not False:
            yield Found(None, "present", None, of_delay(course), holding, questions, False, False)


def _by_value(rule: ChangeRule, drug: Drug, course: Course) -> Iterator[Found]:
    name = rule.condition["analyte"]
    names = EITHER.get(name) or (analyte(name).name,)
    findings = same_finding(course, rule.terms)
    undecided = not findings or any(not event.attributed_to for event in findings)
    laid = any(drug.name in event.attributed_to for event in findings)
    if not (undecided or laid) or (rule.undecided_only and not undecided):
        return
    known = [one for one in names if one in course.labs]
    for one in known or (names[:1] if findings else ()):
        lab = course.labs.get(one)
        holding, questions = holds(Occasion(course, rule, name=one, lab=lab, findings=tuple(findings)))
        if holding is not False:
            because = of_value(one, lab)
            yield Found(None, "present", None, because, holding, questions, laid, undecided)


def _by_event(rule: ChangeRule, drug: Drug, course: Course, event: Event) -> Iterator[Found]:
    if not _concerns(rule, event) or (event.attributed_to and drug.name not in event.attributed_to):
        return
    laid, undecided = drug.name in event.attributed_to, not event.attributed_to
    if rule.undecided_only and not undecided:
        return
    count = _occurrence(rule, drug, course, event)
    if not _right_occurrence(rule, drug, course, event, count):
        return
    holding, questions = holds(Occasion(course, rule, event, recurrent=count > 1))
    if holding is False:
        return
    if rule.only_attributed and not laid:
        holding, questions = None, (f"Is {event.term} laid to {drug.name}?", *questions)
    because = of_event(event, count)
    yield Found(event, course.stage(event), count, because, holding, questions, laid, undecided)


def _concerns(rule: ChangeRule, event: Event) -> bool:
    """Whether term and grade are those of a rule. Grade 0 is "asked, not present" and concerns no rule."""
    term = (term_of(event.term) or event.term).casefold()
    return (
        event.grade > 0
        and (not rule.grades or min(event.grade, WORST) in rule.grades)
        and (not rule.terms or term in {name.casefold() for name in rule.terms})
        and term not in {name.casefold() for name in rule.except_terms}
    )


def _family(rule: ChangeRule, drug: Drug, course: Course) -> list[ChangeRule]:
    """The rules that count the same toxicity for the same drug: one system, one list of terms."""
    return [
        other
        for other in course.regimen.change_rules
        if other.occurrence is not None
        and other.system == rule.system
        and drug.name in other.drugs
        and (not other.practices or course.labels in other.practices)
        and other.terms == rule.terms
    ]


def _occurrence(rule: ChangeRule, drug: Drug, course: Course, event: Event) -> int:
    """Which occurrence the event is, of those that may be the drug's and meet the condition the rule counts by."""
    counted = rule.occurrence is not None
    grades = [grade for other in (*_family(rule, drug, course), rule) for grade in other.grades]
    lowest = min(grades if counted else rule.grades, default=1)
    same = [
        other
        for other in course.case.events
        if (not other.attributed_to or drug.name in other.attributed_to)
        and (not counted or holds(Occasion(course, rule, other))[0] is not False)
    ]
    return occurrence(event, same, rule.terms or (term_of(event.term) or event.term,), lowest)


def _right_occurrence(rule: ChangeRule, drug: Drug, course: Course, event: Event, count: int) -> bool:
    """The rule's own occurrence, or a later one than any that is listed for this grade."""
    if rule.occurrence is None or count == rule.occurrence:
        return True
    listed = [
        other.occurrence or 0
        for other in _family(rule, drug, course)
        if _concerns(other, event) and other.condition == rule.condition
    ]
    return count > rule.occurrence == max(listed)


def _fired(rule: ChangeRule, drug: Drug, course: Course, found: Found) -> Fired:
    waits = bool(rule.hold_first) and not found.laid
    target, no_lower = (None, "") if waits else target_of(rule, drug, course, found.event)
    questions = found.questions + ((no_lower,) if no_lower else ())
    until = rule.hold_first if waits else rule.until
    action: Action = "hold" if waits else rule.action
    open_cause = waits or rule.undecided_only
    if found.holds is None:
        action = "ask"
    elif found.stage != "present":
        action, asked = _after_the_event(action, until, found.stage, open_cause, target is not None)
        questions += asked
    elif no_lower and action == "reduce":
        action = "ask"
    return Fired(
        rule=rule.id,
        system=rule.system,
        drug=drug.name,
        rule_action=rule.action,
        action=action,
        until=until,
        until_met=_met(until, found.event),
        target=target,
        occurrence=found.occurrence,
        event=found.event,
        stage=found.stage,
        because=found.because,
        questions=questions,
        undecided=found.undecided,
        note=rule.note,
        source=citation(course.regimen, rule.source),
    )


def _after_the_event(
    action: Action, until: str, stage: Stage, open_cause: bool, lowered: bool
) -> tuple[Action, tuple[str, ...]]:
    """What is left of a rule once its event was gone before this day 1: the reduction, and what nobody has answered.

    An event gone before the day 1 before that was decided upon then; only a stop and a reduction stand.
    """
    left: Action = "reduce" if lowered else "continue"
    if action == "ask":
        return (action, ()) if stage == "over" else (left, ())
    if action != "hold":
        return action, ()
    if stage == "over" and open_cause:
        return "ask", ("What was the cause?",)
    if stage == "over" and until != RESOLVED:
        return "ask", (f"Has this been reached: {until}?",)
    return left, ()


def _met(until: str, event: Event | None) -> date | None:
    return event.resolved if event is not None and until == RESOLVED else None
