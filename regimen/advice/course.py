"""What the rules ask about a course: its days, how far an event has come, what dose was in use when it began."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from regimen.advice.advised import Stage, Target
from regimen.advice.graded import with_graded
from regimen.advice.names import newer_term, term_of
from regimen.day_check import given_labs
from regimen.definition import Drug, Regimen
from regimen.given import Case, Event, Lab, as_it_begins
from regimen.numbers import HUNDRED


@dataclass(frozen=True, slots=True)
class Course:
    """One case seen as a course.

    case      with the delays of its own cycle put into day 1
    labels    whose labels the practice follows: us, eu, cn
    labs      by the analyte's own name
    put_off   days by which those delays moved day 1
    graded    events of the case that a value has graded and nobody has entered, or not as high
    ended     events of the case without an end that a later value grades 0 or 1: gone on the day of that value
    on        the day the advice is asked for, None: not said, and the cycle is looked at as a whole
    unread    events of terms only CTCAE 6.0 has; they do not stand in the case, because no rule reads them
    valid_days  how old a value may be to count on the day the advice is for; None: as old as it is
    """

    regimen: Regimen
    case: Case
    labels: str
    labs: Mapping[str, Lab]
    put_off: int = 0
    graded: tuple[Event, ...] = ()
    on: date | None = None
    unread: tuple[Event, ...] = ()
    valid_days: int | None = None
    ended: tuple[Event, ...] = ()

    @property
    def today(self) -> date:
        """The day from which events are seen: day 1, or the later day the advice is asked for."""
        return self.case.day1 if self.on is None else max(self.on, self.case.day1)

    @property
    def cycle_days(self) -> int:
        """Length of the case's cycle."""
        return self.regimen.phase_of(self.case.cycle).cycle_days

    @property
    def next_day1(self) -> date:
        """Day 1 of the next cycle, if nothing is delayed."""
        return self.case.day1 + timedelta(days=self.cycle_days)

    def day1_of(self, cycle: int) -> date:
        """Day 1 of a cycle up to the case's own; counted back by the cycles' lengths where it was not given."""
        case = self.case
        given = {past.cycle: past.day1 for past in case.history if past.day1 is not None}
        if case.previous is not None and case.previous.last_day1 is not None:
            given.setdefault(case.cycle - 1, case.previous.last_day1)
        given[case.cycle] = case.day1
        later = min(known for known in given if known >= cycle)
        day = given[later]
        assert day is not None  # only cycles with a day are kept
        between = sum(self.regimen.phase_of(number).cycle_days for number in range(cycle, later))
        if later == case.cycle and cycle < later:
            between += self.put_off  # the cycles before were not moved by this one's delays
        return day - timedelta(days=between)

    def stage(self, event: Event) -> Stage:
        """How far an event has come by today."""
        if event.resolved is None or event.resolved > self.today:
            return "present"
        if self.case.cycle > 1 and event.resolved <= self.day1_of(self.case.cycle - 1):
            return "past"
        return "over"

    def goes_on_as(self, event: Event, other: Event) -> bool:
        """Whether a later entry is the same episode grown worse: the first has no end, and both lie in one cycle."""
        return (
            event.resolved is None
            and entered_again(event, other)
            and other.grade > event.grade
            and (other.date - event.date).days < self.cycle_days
            and self.cycle_of(event.date) == self.cycle_of(other.date)
        )

    def seen_on(self, event: Event) -> date:
        """The day an event is looked at: today, or its own first day where it began later."""
        return max(self.today, event.date)

    def days_lasted(self, event: Event) -> int:
        """Days from the first day until it was gone, or until it is looked at."""
        return ((event.resolved or self.seen_on(event)) - event.date).days

    def delay_days(self) -> int:
        """By how many days this cycle is put off: its own delays, or what lies between two days 1 beyond a cycle."""
        case = self.case
        last = case.previous.last_day1 if case.previous else None
        last = last or next((past.day1 for past in case.history if past.cycle == case.cycle - 1), None)
        if last is None or case.cycle == 1:
            return self.put_off
        wanted = self.regimen.phase_of(case.cycle - 1).cycle_days
        return max(self.put_off, (case.day1 - last).days - wanted)

    def cycle_of(self, day: date) -> int:
        """The cycle a day lies in; 1 for a day before the course."""
        return max((cycle for cycle in range(1, self.case.cycle + 1) if self.day1_of(cycle) <= day), default=1)


def entered_again(event: Event, other: Event) -> bool:
    """Whether another entry is of the same term and began later."""
    return other.term.casefold() == event.term.casefold() and other.date > event.date


def course_of(
    regimen: Regimen, case: Case, labels: str, on: date | None = None, valid_days: int | None = None
) -> Course:
    """The case as a course; the delays of its own cycle are put into day 1."""
    unread = tuple(sorted((event for event in case.events if newer_term(event.term)), key=_when))
    read = replace(case, events=tuple(event for event in case.events if not newer_term(event.term)))
    begun, graded, ended = with_graded(as_it_begins(read), regimen)
    # The order in which events were written down says nothing.
    begun = replace(begun, events=tuple(sorted(begun.events, key=_when)))
    return Course(
        regimen, begun, labels, given_labs(case), (begun.day1 - case.day1).days, graded, on, unread, valid_days, ended
    )


def _when(event: Event) -> tuple[date, str, int, str]:
    return event.date, event.term.casefold(), event.grade, repr(event)


def same_finding(course: Course, terms: tuple[str, ...]) -> list[Event]:
    """The events that are present and say the same as a value."""
    wanted = {term.casefold() for term in terms}
    return [
        event
        for event in course.case.events
        if event.grade > 0
        and (term_of(event.term) or event.term).casefold() in wanted
        and course.stage(event) == "present"
    ]


def start_amount(drug: Drug, case: Case) -> Decimal:
    """This patient's start in the drug's own unit: the regimen's level times the percent it was lowered to for good."""
    return drug.dose.level * case.starting_percent.get(drug.name, HUNDRED) / HUNDRED


def of_percent(drug: Drug, case: Case, percent: Decimal) -> Target:
    """A percent of this patient's start."""
    return Target(start_amount(drug, case) * percent / HUNDRED, percent, None)


def of_level(level: Decimal) -> Target:
    """A level in the drug's own unit."""
    return Target(level, None, level)


def planned(drug: Drug, case: Case) -> Target:
    """What the case itself says for its cycle: a level, a percent, or the whole start."""
    if drug.name in case.dose_level:
        return of_level(case.dose_level[drug.name])
    return of_percent(drug, case, case.dose_percent.get(drug.name, HUNDRED))


def given_in(drug: Drug, course: Course, up_to: int) -> dict[int, Target]:
    """Cycle -> what was given in it, for the earlier cycles up to one; a cycle without the drug is left out.

    As percents of the start as it is now, also where the start was lower then.
    """
    case = course.case
    now = case.starting_percent.get(drug.name, HUNDRED)
    return {
        past.cycle: of_percent(
            drug, case, past.dose_percent[drug.name] * past.starting_percent.get(drug.name, now) / now
        )
        for past in case.history
        if past.cycle < case.cycle and past.cycle <= up_to and past.dose_percent.get(drug.name, Decimal(0)) > 0
    }


def in_use(drug: Drug, course: Course, day: date | None) -> Decimal:
    """The amount in use on a day, in the drug's own unit: that of its cycle, or of the last cycle known before it.

    day  None: today, the case's own cycle
    """
    case = course.case
    cycle = case.cycle if day is None else course.cycle_of(day)
    if cycle == case.cycle:
        return min([planned(drug, case).amount, *lowest_given(drug, course)])
    known = given_in(drug, course, cycle)
    return known[max(known)].amount if known else start_amount(drug, case)


def lowest_given(drug: Drug, course: Course) -> list[Decimal]:
    """The lowest amount of the cycles before, where it must not be raised again; else nothing.

    Day rules of gemcitabine lower one day only, so a later full dose is no mistake there.
    """
    if drug.role in ("antimetabolite", "inhibitor"):
        return []
    earlier = [target.amount for target in given_in(drug, course, course.case.cycle).values()]
    return [min(earlier)] if earlier else []
