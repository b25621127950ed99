"""Which rules of the file fire for one drug: every rule against every event, value and delay of the course."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from regimen.advice.advised import RESOLVED, Action, Fired, Stage
from regimen.advice.because import of_delay, of_event, of_value
from regimen.advice.conditions import Occasion, holds
from regimen.advice.course import Course, same_finding
from regimen.advice.episodes import occurrences
from regimen.advice.names import term_of
from regimen.advice.questions import reached
from regimen.advice.steps import target_of
from regimen.advice.until import reached_on
from regimen.analytes import analyte
from regimen.definition import ChangeRule, Drug
from regimen.given import Event
from regimen.proof import citation
from regimen.reader_rules import OTHER_HELD

EITHER = {"alt_or_ast": ("alt", "ast")}  # names of a condition that stand for several values
WORST = 4  # grade 5 falls under what is said of grade 4


@dataclass(frozen=True, slots=True)
class Book:
    """The rules of the file for one drug and this practice's labels; those of `counting` name an occurrence."""

    drug: Drug
    course: Course
    rules: tuple[ChangeRule, ...]
    counting: tuple[ChangeRule, ...]

    @property
    def name(self) -> str:
        """The drug's name."""
        return self.drug.name


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


def fired(drug: Drug, course: Course, of_others: bool = True) -> list[Fired]:
    """Every rule that says something about one drug, in the order of the file.

    of_others  also those that look at what the other drugs' rules say
    """
    rules = tuple(
        rule
        for rule in course.regimen.change_rules
        if drug.name in rule.drugs
        and (not rule.practices or course.labels in rule.practices)
        and (of_others or OTHER_HELD not in rule.condition)
    )
    book = Book(drug, course, rules, tuple(rule for rule in rules if rule.occurrence is not None))
    return [_fired(rule, book, found) for rule in rules for found in _found(rule, book) if _worth_telling(rule, found)]


def _worth_telling(rule: ChangeRule, found: Found) -> bool:
    """A rule that waits for an answer about an event long gone has nothing left to ask."""
    return found.holds is True or found.stage == "present" or (found.stage == "over" and rule.action != "hold")


def _found(rule: ChangeRule, book: Book) -> Iterator[Found]:
    if OTHER_HELD in rule.condition:
        yield from _by_other(rule, book)
    elif "analyte" in rule.condition:
        yield from _by_value(rule, book)
    elif rule.terms or rule.grades or rule.condition.keys() - {"delay_days_above", "liver_involvement"}:
        for event in book.course.case.events:
            yield from _by_event(rule, book, event)
    else:
        holding, questions = holds(Occasion(book.course, rule))
        if holding is not False:
            yield Found(None, "present", None, of_delay(book.course), holding, questions, False, False)


def _by_other(rule: ChangeRule, book: Book) -> Iterator[Found]:
    """Another drug of the rule that its own rules hold on day 1 for what was there by then."""
    course = book.course
    others = [
        drug
        for drug in course.regimen.drugs_of(course.case.cycle, course.case.options)
        if drug.name in rule.drugs and drug.name != book.name
    ]
    for drug in others:
        held = next((one for one in fired(drug, course, of_others=False) if _held_on_day1(one, course)), None)
        if held is not None:
            because = f"{drug.name} is held on day 1 ({held.rule}): {held.because}"
            yield Found(None, "present", None, because, True, (), False, False)


def _held_on_day1(one: Fired, course: Course) -> bool:
    begun = one.event.date if one.event is not None else course.case.day1
    return one.action == "hold" and one.stage == "present" and begun <= course.case.day1


def _by_value(rule: ChangeRule, book: Book) -> Iterator[Found]:
    name = rule.condition["analyte"]
    names = EITHER.get(name) or (analyte(name).name,)
    findings = same_finding(book.course, rule.terms)
    undecided = not findings or any(not event.attributed_to for event in findings)
    laid = any(book.name in event.attributed_to for event in findings)
    if not (undecided or laid or rule.any_cause) or (rule.undecided_only and not undecided):
        return
    known = [one for one in names if one in book.course.labs]
    for one in known or (names[:1] if findings else ()):
        lab = book.course.labs.get(one)
        holding, questions = holds(Occasion(book.course, rule, name=one, lab=lab, findings=tuple(findings)))
        if holding is not False:
            because = of_value(one, lab)
            yield Found(None, "present", None, because, holding, questions, laid, undecided)


def _by_event(rule: ChangeRule, book: Book, event: Event) -> Iterator[Found]:
    if not _concerns(rule, event) or (event.attributed_to and book.name not in event.attributed_to):
        return
    laid, undecided = book.name in event.attributed_to, not event.attributed_to
    if rule.undecided_only and not undecided:
        return
    begun = _occurrences(rule, book, event)
    count = len(begun)
    if not _right_occurrence(rule, book, event, count):
        return
    holding, questions = holds(Occasion(book.course, rule, event, recurrent=count > 1, laid=laid))
    if holding is False:
        return
    if rule.only_attributed and not laid:
        holding, questions = None, (f"Is {event.term} laid to {book.name}?", *questions)
    because = of_event(event, begun, book.course)
    yield Found(event, book.course.stage(event), count, because, holding, questions, laid, undecided)


def _concerns(rule: ChangeRule, event: Event) -> bool:
    """Whether term and grade are those of a rule. Grade 0 is "asked, not present" and concerns no rule."""
    term = (term_of(event.term) or event.term).casefold()
    return (
        event.grade > 0
        and (not rule.grades or min(event.grade, WORST) in rule.grades)
        and (not rule.terms or term in {name.casefold() for name in rule.terms})
        and term not in {name.casefold() for name in rule.except_terms}
    )


def _family(rule: ChangeRule, book: Book) -> list[ChangeRule]:
    """The rules that count the same toxicity for the same drug: one system, one list of terms."""
    return [other for other in book.counting if other.system == rule.system and other.terms == rule.terms]


def _occurrences(rule: ChangeRule, book: Book, event: Event) -> tuple[date, ...]:
    """The first days of the occurrences up to the event, of those that may be the drug's and meet the condition."""
    counted = rule.occurrence is not None
    grades = [grade for other in (*_family(rule, book), rule) for grade in other.grades]
    lowest = min(grades if counted else rule.grades, default=1)
    same = [
        other
        for other in book.course.case.events
        if (not other.attributed_to or book.name in other.attributed_to)
        and (not counted or holds(Occasion(book.course, rule, other))[0] is not False)
    ]
    return occurrences(event, book.course, same, rule.terms or (term_of(event.term) or event.term,), lowest)


def _right_occurrence(rule: ChangeRule, book: Book, event: Event, count: int) -> bool:
    """The rule's own occurrence, or a later one than any that is listed for this grade."""
    if rule.occurrence is None or count == rule.occurrence:
        return True
    listed = [
        other.occurrence or 0
        for other in _family(rule, book)
        if _concerns(other, event) and other.condition == rule.condition
    ]
    return count > rule.occurrence == max(listed)


def _fired(rule: ChangeRule, book: Book, found: Found) -> Fired:
    waits = bool(rule.hold_first) and not found.laid
    target, no_lower = (None, "") if waits else target_of(rule, book.drug, book.course, found.event)
    if found.stage == "past":
        no_lower = ""  # it was decided upon then
    questions = found.questions + ((no_lower,) if no_lower else ())
    until = rule.hold_first if waits else rule.until
    action: Action = "hold" if waits else rule.action
    open_cause = waits or rule.undecided_only
    said, met = reached_on(rule, until, found.event, found.stage, book.course)
    if found.holds is None:
        action = "ask"
    elif found.stage != "present" or (action == "hold" and said and not open_cause):
        left = _After(action, until, found, said, open_cause, lowered=target is not None)
        action, asked = _after_the_event(left)
        questions += asked
    if no_lower and action in ("reduce", "continue"):
        action = "ask"
    return Fired(
        rule=rule.id,
        system=rule.system,
        drug=book.name,
        rule_action=rule.action,
        action=action,
        until=until,
        until_met=met,
        target=target,
        occurrence=found.occurrence,
        event=found.event,
        stage=found.stage,
        because=found.because,
        questions=questions,
        undecided=found.undecided,
        note=rule.note,
        source=citation(book.course.regimen, rule.source),
    )


@dataclass(frozen=True, slots=True)
class _After:
    """What is asked of a rule once its event is gone: what it said, and whether what it waits for is reached."""

    action: Action
    until: str
    found: Found
    said: bool | None
    open_cause: bool
    lowered: bool


def _after_the_event(one: _After) -> tuple[Action, tuple[str, ...]]:
    """What is left of a rule once its event was gone before this day 1: the reduction, and what nobody has answered.

    An event gone before the day 1 before that was decided upon then; only a stop and a reduction stand. A hold is also
    over where a person has said, or the counts say, that what it waits for is reached.
    """
    left: Action = "reduce" if one.lowered else "continue"
    term = one.found.event.term if one.found.event else ""
    over = one.found.stage == "over"
    if one.action == "ask":
        return (one.action, ()) if over else (left, ())
    if one.action != "hold":
        return one.action, ()
    if over and one.open_cause:
        return "ask", (f"What was the cause of {term}?",)
    if over and one.until != RESOLVED:
        return ("ask", (reached(term, one.until).words,)) if one.said is None else (left if one.said else "hold", ())
    return left, ()
