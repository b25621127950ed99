"""The figures of a comparison in words, one row each: the same for the table, the picture and the page."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from outcomes.burden.how import hours as hours
from outcomes.burden.how import how_of, strengths
from outcomes.burden.values import Burden, Comparison
from regimen.numbers import plain

LITRE_ML = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Figure:
    """One row. amounts: as numbers for bars, None where a column could not be counted; words and how it came
    about: in the same order.
    """

    id: str
    title: str
    amounts: tuple[Decimal | None, ...]
    words: tuple[str, ...]
    how: tuple[str, ...]


def _litres(burden: Burden) -> str:
    return "not known" if burden.infusion_ml is None else f"{plain(burden.infusion_ml / LITRE_ML)} L"


def _least(burden: Burden, words: str, about: str) -> str:
    """Says so where something of it is not in the file."""
    return f"at least {words}" if any(one.startswith(about) for one in burden.unknown) else words


def trips(burden: Burden) -> int:
    """Every way to the hospital: infusions, and blood tests on a day of their own."""
    return burden.iv_visits + burden.test_trips


def busy_days(burden: Burden) -> int:
    """Days with a visit, a test or tablets."""
    return burden.weeks * 7 - burden.quiet_days


_ROWS: tuple[tuple[str, str, Callable[[Burden], Decimal | int], Callable[[Burden], str]], ...] = (
    ("visits", "Visits for an infusion", lambda one: one.iv_visits, lambda one: str(one.iv_visits)),
    (
        "chair", "Chair time", lambda one: one.chair_minutes,
        lambda one: _least(one, hours(one.chair_minutes), "infusion time"),
    ),
    ("tests", "Blood tests", lambda one: one.blood_tests, lambda one: str(one.blood_tests)),
    ("test_trips", "Blood tests on a day of their own", lambda one: one.test_trips, lambda one: str(one.test_trips)),
    ("trips", "Trips in all", trips, lambda one: str(trips(one))),
    ("travel", "Time on the way", lambda one: one.travel_minutes, lambda one: hours(one.travel_minutes)),
    ("litres", "Infusions", lambda one: one.infusion_ml or 0, _litres),
    ("tablets", "Tablets", lambda one: one.tablet_count, lambda one: str(one.tablet_count)),
    ("strengths", "Tablets by strength", lambda one: one.tablet_count, strengths),
    (
        "tablet_days", "Days with tablets", lambda one: one.tablet_days,
        lambda one: f"{one.tablet_days} of {one.weeks * 7}",
    ),
    ("busy", "Days with something to do", busy_days, lambda one: f"{busy_days(one)} of {one.weeks * 7}"),
)  # fmt: skip


def figures_of(comparison: Comparison) -> tuple[Figure, ...]:
    """All rows over all columns."""
    return tuple(_figure(row, comparison) for row in _ROWS)


def _figure(
    row: tuple[str, str, Callable[[Burden], Decimal | int], Callable[[Burden], str]], comparison: Comparison
) -> Figure:
    ident, title, amount, words = row
    columns, times = comparison.columns, comparison.asked.times
    burdens = [column.burden for column in columns]
    return Figure(
        ident, title, tuple(None if one is None else Decimal(amount(one)) for one in burdens),
        tuple("not counted" if one is None else words(one) for one in burdens),
        tuple(how_of(ident, column, times) for column in columns),
    )  # fmt: skip
