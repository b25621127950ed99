"""Which occurrence of a toxicity an event is, counted over the whole course, an earlier hospital included.

Every entry is an episode from its first day to the day it was gone. Entries that overlap are one episode; the count is
the greatest number of episodes that follow each other without overlap, so that one more entry never lowers it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

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


def occurrence(event: Event, events: Sequence[Event], terms: Collection[str], lowest_grade: int) -> int:
    """1 for the first occurrence, 2 for the second, ...; the event itself counts whatever its grade.

    events  those of the course; terms: what counts as the same toxicity; lowest_grade: what is counted at all
    """
    same = [one for one in same_toxicity(events, terms, lowest_grade) if one.date <= event.date]
    if event not in same:
        same.append(event)
    return _most_apart([_episode(one, events) for one in same])


def _episode(event: Event, events: Sequence[Event]) -> Episode:
    """An entry without an end goes on, unless the same term was entered again later: then it had ended."""
    next_day = event.date + timedelta(days=1)
    if event.resolved is not None:
        return Episode(event.date, max(event.resolved, next_day))
    term = event.term.casefold()
    again = any(other.term.casefold() == term and other.date > event.date for other in events)
    return Episode(event.date, next_day if again else date.max)


def _most_apart(episodes: Sequence[Episode]) -> int:
    """The most episodes of which no two overlap: always the one that ends first, then the next that begins after it."""
    count, free_from = 0, date.min
    for episode in sorted(episodes, key=lambda episode: (episode.gone, episode.first)):
        if episode.first >= free_from:
            count, free_from = count + 1, episode.gone
    return count
