"""A proposed order of a day: the longest in the chair first, each on the chair that is free first. Pure.

The longest first is the usual rule for several chairs (R. L. Graham, SIAM J. Appl. Math. 1969;17:416): the day is then
never longer than 4/3 of the shortest possible. It is proposed, and nothing depends on it.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

DAY_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class Place:
    """Where one patient stands in the day.

    number  1 is the first; chair: 1 to the number of chairs, 0 where the site names none
    start, end  minutes after midnight; None where chairs, opening hour or the length are not known
    """

    number: int
    chair: int = 0
    start: int | None = None
    end: int | None = None


def sequence(minutes: Sequence[int | None], chairs: int, opening_minute: int | None) -> tuple[Place, ...]:
    """A place for each patient, in the order given.

    minutes         in the chair; None (not known) comes last, without a time
    chairs          how many the site has; 0: only the order is proposed
    opening_minute  minutes after midnight; None: only the order is proposed
    """
    order = sorted(range(len(minutes)), key=lambda at: (minutes[at] is None, -(minutes[at] or 0), at))
    free = [(opening_minute or 0, chair) for chair in range(1, chairs + 1)]
    found: dict[int, Place] = {}
    for number, at in enumerate(order, start=1):
        long = minutes[at]
        if long is None or opening_minute is None or not free:
            found[at] = Place(number)
            continue
        start, chair = heapq.heappop(free)
        heapq.heappush(free, (start + long, chair))
        found[at] = Place(number, chair, start, start + long)
    return tuple(found[at] for at in range(len(minutes)))


def shown_time(minute: int) -> str:
    """ "08:30"; after midnight the day is told: "00:10 next day"."""
    days, of_day = divmod(minute, DAY_MINUTES)
    return f"{of_day // 60:02d}:{of_day % 60:02d}" + (" next day" if days else "")


def read_time(text: str) -> int | None:
    """Minutes after midnight of "8:30" or "08:30"; None for anything else."""
    hours, colon, minutes = text.strip().partition(":")
    if not colon or not all(part.isascii() and part.isdigit() for part in (hours, minutes)):
        return None
    if not (1 <= len(hours) <= 2 and len(minutes) == 2) or int(hours) > 23 or int(minutes) > 59:
        return None
    return int(hours) * 60 + int(minutes)
