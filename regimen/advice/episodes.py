"""Which occurrence of a toxicity an event is, counted over the whole course, an earlier hospital included.

Every entry is an episode from its first day to the day it was gone. Entries that overlap are one episode; the count is
the greatest number of episodes that follow each other without overlap, so that one more entry never lowers it. An
entry that begins on the day another was gone goes on with it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from regimen.advice.course import Course, entered_again
from regimen.advice.names import term_of
from regimen.given import Event


@dataclass(frozen=True, slots=True)
class Episode:
    """One entry as days: from `first` on, until the day before `gone`."""

    first: date
    gone: date


def same_toxicity(events: Sequence[Event], terms: Collection[str], lowest_grade: int) -> list[Event]:
    """The events of some terms from a grade on."""
    wanted = {term.casefold() for term in terms}
    return [
        event
        for event in events
        if event.grade >= lowest_grade and (term_of(event.term) or event.term).casefold() in wanted
    ]


def occurrences(
    event: Event, course: Course, events: Sequence[Event], terms: Collection[str], lowest_grade: int
) -> tuple[date, ...]:
    """The first day of each occurrence up to this event, in order; the event counts whatever its grade.

    events  those that may count; terms: what counts as the same toxicity; lowest_grade: what is counted at all
    """
    same = [one for one in same_toxicity(events, terms, lowest_grade) if one.date <= event.date]
    if event not in same:
        same.append(event)
    return tuple(episode.first for episode in _apart([_episode(one, course) for one in same]))


def _episode(event: Event, course: Course) -> Episode:
    """An entry without an end goes on, unless the same term was entered again later: then it had ended.

    An entry that grew worse within its cycle had not ended: it goes on as the worse one.
    """
    next_day = event.date + timedelta(days=1)
    if event.resolved is not None:
        return Episode(event.date, max(event.resolved, next_day))
    again = min(
        (other for other in course.case.events if entered_again(event, other)),
        key=lambda other: other.date,
        default=None,
    )
    if again is None:
        return Episode(event.date, date.max)
    return Episode(event.date, again.date if course.goes_on_as(event, again) else next_day)


def _apart(episodes: Sequence[Episode]) -> list[Episode]:
    """The most episodes of which no two touch: always the one that ends first, then the next that begins after it."""
    apart: list[Episode] = []
    for episode in sorted(episodes, key=lambda episode: (episode.gone, episode.first)):
        if not apart or episode.first > apart[-1].gone:
            apart.append(episode)
    return apart
