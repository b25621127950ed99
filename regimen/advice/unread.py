"""Events no rule can read: terms that only CTCAE 6.0 has. They are named with every advice, and never dropped."""

from collections.abc import Sequence

from regimen.advice.advised import Fired
from regimen.advice.because import of_uncounted
from regimen.advice.course import Course
from regimen.advice.names import newer_term, older_terms
from regimen.definition import Drug
from regimen.given import Event

UNREAD = "unread-term"
SOURCE = "CTCAE 6.0; the regimen file names terms of CTCAE 5.0"
ASKED_FROM = 2  # a grade 1 is told, and asks for nothing: no rule of any file changes a dose for grade 1 alone


def unread_fired(drug: Drug, course: Course) -> list[Fired]:
    """A question for every unread event of grade 2 or more that may be the drug's and was not gone a cycle ago."""
    return [
        Fired(
            rule=UNREAD,
            system=UNREAD,
            drug=drug.name,
            rule_action="ask",
            action="ask",
            until="",
            until_met=None,
            target=None,
            occurrence=None,
            event=event,
            stage=course.stage(event),
            because=f"{of_uncounted(event, course)}; {_not_read(event)}",
            questions=(_question(event),),
            undecided=not event.attributed_to,
            note="",
            source=SOURCE,
        )
        for event in _concerning(drug, course.unread)
        if event.grade >= ASKED_FROM and course.stage(event) != "past"
    ]


def unread_words(drug: Drug, course: Course) -> tuple[str, ...]:
    """A sentence for every unread event that may be the drug's and asks for nothing: mild, or long gone."""
    asked = [one.event for one in unread_fired(drug, course)]
    return tuple(
        f"{event.term} grade {event.grade} from {event.date.isoformat()}: {_not_read(event)}."
        for event in _concerning(drug, course.unread)
        if event not in asked
    )


def _concerning(drug: Drug, events: Sequence[Event]) -> list[Event]:
    return [
        event for event in events if event.grade > 0 and (not event.attributed_to or drug.name in event.attributed_to)
    ]


def _not_read(event: Event) -> str:
    return f"no rule reads {newer_term(event.term) or event.term}, a term of CTCAE 6.0 only"


def _question(event: Event) -> str:
    older = older_terms(event.term)
    named = f" ({' or '.join(older)})" if older else ""
    return (
        f"{event.term} grade {event.grade} is read by no rule: which term and grade of CTCAE 5.0 is it{named},"
        " or what does the prescriber decide?"
    )
