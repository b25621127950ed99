"""Severe events no rule of the file has a word for: asked about, so that "continue" never means "passed over"."""

from collections.abc import Iterator, Mapping, Sequence

from regimen.advice.advised import Fired
from regimen.advice.because import of_uncounted
from regimen.advice.course import Course
from regimen.advice.names import term_of
from regimen.advice.rules import EITHER
from regimen.analytes import analyte
from regimen.definition import ChangeRule, LimitSet
from regimen.given import Event
from regimen.grading.lab_rules import lab_rules

UNNAMED = "no-rule"
SOURCE = "Proposal of this project: what no rule of the regimen file speaks of is asked about from grade 3"
ASKED_FROM = 3


def unnamed(by_drug: Mapping[str, Sequence[Fired]], course: Course, limits: LimitSet | None) -> dict[str, list[Fired]]:
    """Drug -> a question for every severe event that may be its own, not gone a cycle ago, that no rule reads.

    An event nobody has laid to anything is asked about where no drug's rules read it. What the limits of the treatment
    day count on the day itself is no question.
    """
    counted = {analyte(limit.analyte).name for limit in (limits.limits if limits else ()) if limit.analyte}
    severe = [
        event
        for event in course.case.events
        if event.grade >= ASKED_FROM and course.stage(event) != "past" and not _counted(event, counted)
    ]
    return {
        drug: [_asked(drug, event, course) for event in severe if _passed_over(drug, event, by_drug, course)]
        for drug in by_drug
    }


def _counted(event: Event, counted: set[str]) -> bool:
    rule = lab_rules("5.0").rules.get(_term(event).lower())
    return rule is not None and bool(counted.intersection(rule.analytes))


def _term(event: Event) -> str:
    return term_of(event.term) or event.term


def _passed_over(drug: str, event: Event, by_drug: Mapping[str, Sequence[Fired]], course: Course) -> bool:
    if event.attributed_to:
        return drug in event.attributed_to and not _read(drug, event, by_drug[drug], course)
    return not any(_read(name, event, fired, course) for name, fired in by_drug.items())


def _read(drug: str, event: Event, fired: Sequence[Fired], course: Course) -> bool:
    """Whether a rule of the drug has said something of the event, or has looked at the value behind it."""
    return any(one.event == event for one in fired) or any(_by_value(drug, event, course))


def _by_value(drug: str, event: Event, course: Course) -> Iterator[bool]:
    for rule in course.regimen.change_rules:
        if drug in rule.drugs and (not rule.practices or course.labels in rule.practices):
            yield _term(event) in rule.terms and _known(rule, course)


def _known(rule: ChangeRule, course: Course) -> bool:
    name = rule.condition.get("analyte", "")
    return bool(name) and any(one in course.labs for one in EITHER.get(name) or (analyte(name).name,))


def _asked(drug: str, event: Event, course: Course) -> Fired:
    question = (
        f"No rule of the file says what {event.term} grade {event.grade} means for {drug}:"
        " what does the prescriber decide?"
    )
    return Fired(
        rule=UNNAMED, system=UNNAMED, drug=drug, rule_action="ask", action="ask", until="", until_met=None, target=None,
        occurrence=None, event=event, stage=course.stage(event), because=of_uncounted(event, course),
        questions=(question,), undecided=not event.attributed_to, note="", source=SOURCE,
    )  # fmt: skip
