"""The rows of the page that says which dates have changed: every date is named, days in a row share one row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from treatment_calendar.course import Moved
from treatment_calendar.paper.text import clean
from treatment_calendar.paper.wording import Words

TABLETS = ("tablets_am", "tablets_pm")
ENDS = ("first_tablets", "last_tablets")
NEW_TABLETS = "new_tablets"
# Cycle, old and new date, and whether another number of tablets is taken: such a change has a row of its own.
Change = tuple[int, date | None, date | None, bool]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One row in words: which events of which cycle went from where to where."""

    cycle: int
    events: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Run:
    """Tablets of one cycle that fall away, or are new, on two or more days in a row. count: times, not days."""

    cycle: int
    gone: bool
    first: date
    last: date
    count: int


def changed_rows(changed: Sequence[Moved], words: Words) -> tuple[ChangedRow, ...]:
    """A row for each change from one date to one date, in the order given; a hold of tablets is one row a cycle."""
    runs = _runs(changed)
    rows: list[ChangedRow] = []
    told: set[Run] = set()
    together: dict[Change, list[str]] = {}
    order: list[Change | Run] = []
    for moved in sorted(changed, key=lambda one: one.event != NEW_TABLETS):  # what is swallowed stands first
        run = _run_of(moved, runs)
        if run is None:
            key = (moved.cycle, moved.old, moved.new, moved.event == NEW_TABLETS)
            if key not in together:
                order.append(key)
            together.setdefault(key, []).append(_event(words, moved))
        elif run not in told:
            told.add(run)
            order.append(run)
    for each in order:
        if isinstance(each, Run):
            rows.append(_run_row(each, words))
        else:
            cycle, old, new, tablets = each
            events = words("number.list").join(together[each])
            added = "changed.as_before" if tablets else "changed.added"
            rows.append(ChangedRow(cycle, events, _date_or(words, old, added), _date_or(words, new, "changed.dropped")))
    return tuple(rows)


def _day(moved: Moved) -> date | None:
    """The date of an event that only falls away or only appears."""
    if (moved.old is None) == (moved.new is None):
        return None
    return moved.old or moved.new


def _runs(changed: Sequence[Moved]) -> tuple[Run, ...]:
    found: list[Run] = []
    for cycle in dict.fromkeys(moved.cycle for moved in changed):
        for gone in (True, False):
            days = sorted(
                day
                for moved in changed
                if moved.cycle == cycle and moved.event in TABLETS and (moved.new is None) == gone
                if (day := _day(moved)) is not None
            )
            start = 0
            for place in range(1, len(days) + 1):
                if place == len(days) or days[place] - days[place - 1] > ONE_DAY:
                    if days[place - 1] > days[start]:
                        found.append(Run(cycle, gone, days[start], days[place - 1], place - start))
                    start = place
    return tuple(found)


def _run_of(moved: Moved, runs: Sequence[Run]) -> Run | None:
    """The run a change is told by: tablets in it, and the first or last tablets where they are its end."""
    day = _day(moved)
    if day is None or moved.event not in TABLETS + ENDS:
        return None
    gone = moved.new is None
    inside = (run for run in runs if run.cycle == moved.cycle and run.gone == gone and run.first <= day <= run.last)
    return next(inside, None)


def _run_row(run: Run, words: Words) -> ChangedRow:
    span = words("date.range", first=words.date_text(run.first, "weekday_"), last=words.date_text(run.last, "weekday_"))
    events = words("changed.tablets", count=run.count)
    if run.gone:
        return ChangedRow(run.cycle, events, span, words("changed.dropped"))
    return ChangedRow(run.cycle, events, words("changed.added"), span)


def _date_or(words: Words, day: date | None, key: str) -> str:
    return words(key) if day is None else words.date_text(day, "weekday_")


def _event(words: Words, moved: Moved) -> str:
    kind, _, drug = moved.event.partition(":")
    if kind == "give":
        return words("changed.give", drug=words.drug(drug))
    if words.has(f"changed.{kind}"):
        return words(f"changed.{kind}")
    return words("changed.other", event=clean(moved.event).text)
