"""The treatment-day check as data: every limit of one treatment day with its number, met or not, and what to propose.

The day-1 alerts of an order (`checks/labs.py`) and the check on the visit page are views of the same items.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from regimen.analytes import Analyte, analyte, unit_of
from regimen.definition import DayLimit, Drug, LimitBand, LimitSet, Regimen
from regimen.delay_reasons import OTHER, delay_reasons
from regimen.given import Case, Event, Lab
from regimen.numbers import plain
from regimen.practice import Profile

# met; outside: the number is not in the full range; missing: no value; no_upper_limit: the limit is a multiple of an
# upper limit that was not given; unit: the unit cannot be converted exactly
Finding = Literal["met", "outside", "missing", "no_upper_limit", "unit"]
# fresh; undated; stale: older than the practice allows on this day; later: taken after this day; none: no value;
# ahead: asked so long before this day that whatever is known now does not count on it
Age = Literal["fresh", "undated", "stale", "later", "none", "ahead"]
DEATH = 5  # the grade: there is no later day to propose
DayAction = Literal["give", "reduce", "delay", "omit", "ask"]


@dataclass(frozen=True, slots=True)
class DayItem:
    """One limit on one treatment day.

    analyte, term  one of the two; title: the analyte's title or the term
    value, unit    as reported; a grade for a term (0: none is present); None: not known
    measured       the value in the limit's unit, unrounded; limit_unit: that unit ("x ULN" for multiples)
    needed         the range in which the full dose is given, in words
    action         what the file's rule says; give where the limit is met, ask where nothing can be said
    percent        with reduce
    drugs          the drugs the action is for; empty: all of this day
    reason         code of assets/reasons for a delay because of it
    at_most_grade  with a term: the highest grade with which treatment is given
    """

    analyte: str
    term: str
    title: str
    value: Decimal | None
    unit: str
    date: date | None
    measured: Decimal | None
    limit_unit: str
    needed: str
    finding: Finding
    age: Age
    action: DayAction
    percent: Decimal | None
    drugs: tuple[str, ...]
    reason: str
    at_most_grade: int | None = None

    @property
    def green(self) -> bool:
        """The limit is met by a value that counts today; an undated one is let pass and told of."""
        return self.finding == "met" and self.age in ("fresh", "undated")


@dataclass(frozen=True, slots=True)
class DelayProposal:
    """A first delay: so many days, to this date, for coded reasons. A person decides.

    A value that is too old proposes none: it is taken again first.
    """

    days: int
    new_date: date
    reasons: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class DayCheck:
    """Every limit of one treatment day at once.

    day          cycle day; date: the day itself
    limit_set    id of the set used, "" where the file has none the practice names; title, source: of that set
    delay        what is proposed where a limit asks for a delay
    """

    cycle: int
    day: int
    date: date
    limit_set: str
    title: str
    source: str
    items: tuple[DayItem, ...]
    delay: DelayProposal | None

    @property
    def green(self) -> bool:
        """Every item is green, and there is a set of limits to check against."""
        return bool(self.limit_set) and all(item.green for item in self.items)


def limit_set_of(regimen: Regimen, profile: Profile) -> LimitSet | None:
    """The treatment-day limits this practice uses for this regimen; None when the file has no such set."""
    for wanted in (profile.limit_sets.get(regimen.id), profile.limit_sets.get("")):
        for limits in regimen.limit_sets:
            if limits.id == wanted:
                return limits
    return None


def limits_on(limits: LimitSet | None, cycle: int, day: int) -> list[DayLimit]:
    """The limits of one cycle's treatment day."""
    return [
        limit
        for limit in (limits.limits if limits else ())
        if day in limit.days and limit.first_cycle <= cycle and (limit.last_cycle is None or cycle <= limit.last_cycle)
    ]


def given_labs(case: Case) -> dict[str, Lab]:
    """The labs of a case by the analyte's own name."""
    return {analyte(name).name: lab for name, lab in case.labs.items()}


def check_day(
    limits: LimitSet | None,
    case: Case,
    drugs: Sequence[Drug],
    day: int = 1,
    valid_days: int | None = None,
    as_of: date | None = None,
) -> DayCheck:
    """All limits of one treatment day of the case's cycle.

    limits      the named set, usually `limit_set_of`
    drugs       the drugs of the cycle; those not given on this day are left out of an item's drugs
    day         cycle day; its date is counted from the case's day 1
    valid_days  how old a value may be on that day; None: as old as it is
    as_of       the day of asking; further than valid_days before the treatment day every item is still to be checked,
                and nothing is proposed; None: the treatment day itself
    """
    on = case.day1 + timedelta(days=day - 1)
    of_day = tuple(drug.name for drug in drugs if day in drug.days)
    labs = _with_creatinine(given_labs(case), case)
    items = tuple(_items(limits_on(limits, case.cycle, day), labs, case, of_day, on, valid_days))
    if as_of is not None and valid_days is not None and (on - as_of).days > valid_days:
        items = tuple(replace(item, age="ahead", action="ask", percent=None) for item in items)
    return DayCheck(
        case.cycle, day, on, limits.id if limits else "", limits.title if limits else "",
        limits.source if limits else "", items, _delay(items, on),
    )  # fmt: skip


def _with_creatinine(labs: Mapping[str, Lab], case: Case) -> dict[str, Lab]:
    """The creatinine of the basis stands in where no laboratory value was given."""
    given = case.basis.creatinine
    basis = {} if given is None else {"creatinine": Lab(given.value, given.unit, date=given.date)}
    return basis | dict(labs)


def _items(
    limits: Sequence[DayLimit], labs: Mapping[str, Lab], case: Case, of_day: tuple[str, ...], on: date,
    valid_days: int | None,
) -> Iterator[DayItem]:  # fmt: skip
    for limit in limits:
        if limit.term:
            yield _grade_item(limit, case.events, of_day, on)
        else:
            item = _lab_item(limit, labs.get(analyte(limit.analyte).name), of_day, on, valid_days)
            if item is not None:
                yield item


def _lab_item(
    limit: DayLimit, lab: Lab | None, of_day: tuple[str, ...], on: date, valid_days: int | None
) -> DayItem | None:
    found = analyte(limit.analyte)
    band, measured, finding = None, None, "missing"
    if lab is not None:
        measured, finding = _measured(limit, found, lab)
        band = band_of(limit, measured) if measured is not None else None
    action: DayAction = band.action if band else "ask"
    drugs = tuple(name for name in (band.drugs if band else ()) if name in of_day)
    if band is not None and band.drugs and not drugs:
        return None  # a band for drugs that are not given on this day
    if finding == "met" and action != "give":
        finding = "outside"
    return DayItem(
        analyte=found.name,
        term="",
        title=found.title,
        value=lab.value if lab else None,
        unit=lab.unit if lab else limit.unit,
        date=lab.date if lab else None,
        measured=measured,
        limit_unit="x ULN" if limit.times_uln else limit.unit,
        needed=give_from(limit),
        finding=finding,  # type: ignore[arg-type]
        age=_age(lab, on, valid_days),
        action=action,
        percent=band.percent if band and action == "reduce" else None,
        drugs=drugs,
        reason=delay_reasons().code(found.name, ""),
    )


def _measured(limit: DayLimit, found: Analyte, lab: Lab) -> tuple[Decimal | None, str]:
    """The value in the limit's unit, or why there is none."""
    if limit.times_uln:
        return (lab.value / lab.uln, "met") if lab.uln else (None, "no_upper_limit")
    exact = in_unit(found, lab.value, lab.unit, limit.unit)
    return (exact, "unit" if exact is None else "met")


def in_unit(found: Analyte, value: Decimal, written: str, wanted: str) -> Decimal | None:
    """The value in another unit where the conversion is exact, else None."""
    have, want = unit_of(found, written), unit_of(found, wanted)
    if have.unit == want.unit:
        return value
    return value * have.factor / want.factor if have.exact and want.exact else None


def band_of(limit: DayLimit, measured: Decimal) -> LimitBand | None:
    """The band that holds an unrounded value, exact edges as the file's `edge` says; None where there are no bands."""
    return limit.band_of(measured) if limit.bands else None


def give_from(limit: DayLimit) -> str:
    """The range in which the full dose is given, in words."""
    for band in limit.bands:
        if band.action == "give":
            from_, to = ("at least", "below") if limit.edge == "inclusive" else ("more than", "at most")
            low = f"{from_} {plain(band.at_least)}" if band.at_least is not None else ""
            high = f"{to} {plain(band.below)}" if band.below is not None else ""
            return " and ".join(word for word in (low, high) if word)
    return "no range without a question"


def _age(lab: Lab | None, on: date, valid_days: int | None) -> Age:
    if lab is None:
        return "none"
    if lab.date is None:
        return "undated"
    if lab.date > on:
        return "later"
    return "stale" if valid_days is not None and (on - lab.date).days > valid_days else "fresh"


def going_on(events: Sequence[Event], term: str, on: date) -> list[Event]:
    """The events of one term that go on on a day: begun by then, and not yet gone."""
    return [
        event
        for event in events
        if event.term.strip().casefold() == term.casefold()
        and event.date <= on
        and (event.resolved is None or event.resolved > on)
    ]


def _grade_item(limit: DayLimit, events: Sequence[Event], of_day: tuple[str, ...], on: date) -> DayItem:
    present = max(going_on(events, limit.term, on), key=lambda event: event.grade, default=None)
    grade, most = present.grade if present else 0, limit.at_most_grade or 0
    met = grade <= most
    return DayItem(
        analyte="",
        term=limit.term,
        title=limit.term,
        value=Decimal(grade),
        unit="grade",
        date=present.date if present else None,
        measured=Decimal(grade),
        limit_unit="grade",
        needed=f"at most grade {most}",
        finding="met" if met else "outside",
        age="fresh",
        action="give" if met else "delay",
        percent=None,
        drugs=(),
        reason=delay_reasons().code("", limit.term),
        at_most_grade=most,
    )


def _delay(items: Sequence[DayItem], on: date) -> DelayProposal | None:
    counted = [item for item in items if item.age != "stale"]
    reasons = tuple(dict.fromkeys(item.reason for item in counted if item.action == "delay"))
    if not reasons or any(item.term and item.value == DEATH for item in items):
        return None
    known = tuple(code for code in reasons if code != OTHER) or reasons
    proposed = delay_reasons()
    new_date = on + timedelta(days=proposed.delay_days)
    return DelayProposal(proposed.delay_days, new_date, known, proposed.source)
