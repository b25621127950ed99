"""What the Plan page shows of a course, as values: cycles with their state and gaps, holds, and a date in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from gui.widgets.dates import shown_date
from gui.workspace.provisional import is_provisional, treatment_days
from gui.workspace.state import PatientState
from records.course.course_plan import cycle_days_of, whole_course
from records.values.core import HoldRecord
from regimen.given import EVERYTHING, Half
from regimen.numbers import plain
from treatment_calendar.course import Course, CourseCycle, CourseDay, Note
from treatment_calendar.holidays import Closed, open_days

Mark = Literal["given", "signed", "signed_elsewhen", "draft", "planned"]
MARK_WORDS: Mapping[Mark, str] = {
    "given": "given",
    "signed": "signed",
    "signed_elsewhen": "sign again",
    "draft": "draft",
    "planned": "planned",
}


@dataclass(frozen=True, slots=True)
class CycleView:
    """One cycle on the time line.

    planned_days  as the regimen has it; the days of `laid_out.length` beyond it are a delay of the next cycle
    gap_days      days this cycle begins later than the one before ends by the regimen
    provisional   its day 1 waits for the go-ahead of a person
    mark          given, signed, signed for another day 1, draft, or only planned
    signed_for    day 1 the order in force was signed for
    """

    laid_out: CourseCycle
    planned_days: int
    gap_days: int
    mark: Mark
    signed_for: date | None = None
    provisional: bool = False

    @property
    def words(self) -> str:
        """How far the cycle is; a planned one is provisional by that word already."""
        words = MARK_WORDS[self.mark]
        return f"{words}, provisional" if self.provisional and self.mark != "planned" else words

    @property
    def end(self) -> date:
        """Last day by the regimen, cut short where the next cycle begins earlier."""
        return min(self.laid_out.day1 + timedelta(days=self.planned_days - 1), self.laid_out.last_day)


@dataclass(frozen=True, slots=True)
class HeldSpan:
    """A hold or stop in force. end None: until further notice; stop: for good; drug "all": the whole treatment.

    start_half, end_half  first and last half day of tablets not taken
    """

    drug: str
    start: date
    end: date | None
    stop: bool
    start_half: Half = "am"
    end_half: Half = "pm"


@dataclass(frozen=True, slots=True)
class CourseView:
    """Everything the page paints.

    closed    dates on which the site is closed, weekends left out
    go_aheads  treatment day -> whether it has its go-ahead, in words
    swallows  cycles in which tablets are planned, taken or held: only there a day can be one without tablets
    """

    course: Course
    cycles: tuple[CycleView, ...]
    held: tuple[HeldSpan, ...]
    closed: Mapping[date, Closed]
    days: Mapping[date, CourseDay] = field(default_factory=dict)
    notes: Mapping[date, tuple[Note, ...]] = field(default_factory=dict)
    swallows: frozenset[int] = frozenset()
    go_aheads: Mapping[date, str] = field(default_factory=dict)

    def cycle(self, number: int) -> CycleView | None:
        """One cycle, None when it is not laid out."""
        return next((view for view in self.cycles if view.laid_out.cycle == number), None)


def course_view(state: PatientState) -> CourseView:
    """Lays out the course and looks holidays up: not for the window's thread."""
    assert state.course is not None and state.files is not None
    course = whole_course(state.space, state.course, state.settings)
    notes: dict[date, list[Note]] = {}
    for note in course.notes:
        notes.setdefault(note.date, []).append(note)
    return CourseView(
        course=course,
        cycles=_cycle_views(state, course),
        held=_held(state),
        closed=_closed(state, course),
        days={day.date: day for cycle in course.cycles for day in cycle.days},
        notes={on: tuple(found) for on, found in notes.items()},
        go_aheads=_go_aheads(state, course),
        swallows=frozenset(cycle.cycle for cycle in course.cycles if cycle.planned_oral_doses),
    )


def mark_of(state: PatientState, cycle: int, day1: date) -> tuple[Mark, date | None]:
    """How far the order of a cycle is; an order signed for another day 1 has to be signed again."""
    order = state.order(cycle)
    if order is None:
        return ("draft" if state.draft(cycle) is not None else "planned"), None
    if order.state == "given":
        return "given", order.day1
    return ("signed" if order.day1 == day1 else "signed_elsewhen"), order.day1


def _cycle_views(state: PatientState, course: Course) -> tuple[CycleView, ...]:
    assert state.course is not None
    views: list[CycleView] = []
    due = state.course.entry.day1
    for cycle in course.cycles:
        mark, signed_for = mark_of(state, cycle.cycle, cycle.day1)
        days = cycle_days_of(state.course, cycle.cycle, state.settings)
        gap = max((cycle.day1 - due).days, 0)
        views.append(CycleView(cycle, days, gap, mark, signed_for, is_provisional(state, cycle.cycle)))
        due = cycle.day1 + timedelta(days=days)
    return tuple(views)


def _go_aheads(state: PatientState, course: Course) -> Mapping[date, str]:
    """Who gave the go-ahead for each treatment day from the last given cycle on; the others are provisional."""
    found: dict[date, str] = {}
    for cycle in (one.cycle for one in course.cycles if one.cycle >= state.cycle - 1):
        order = state.order(cycle)
        given = order is not None and order.state == "given"
        for day, on, one in treatment_days(state, cycle):
            if one is not None:
                way = "by telephone" if one.way == "telephone" else "in person"
                found[on] = f"{one.by}, {way}, {shown_date(one.on)}"
            elif not (given and day == 1):
                found[on] = "none yet: provisional"
    return found


def _held(state: PatientState) -> tuple[HeldSpan, ...]:
    assert state.course is not None
    kept = [h for h in state.space.holds if h.course_id == state.course.id and not h.withdrawn]
    return tuple(held_span(h) for h in sorted(kept, key=lambda h: (h.start, h.start_half)))


def held_span(record: HoldRecord) -> HeldSpan:
    """A stored hold as it is shown."""
    return HeldSpan(record.drug, record.start, record.end, record.stop, record.start_half, record.end_half)


def _closed(state: PatientState, course: Course) -> Mapping[date, Closed]:
    """Public holidays and closing days of all months the course touches."""
    assert state.files is not None
    first = course.cycles[0].day1.replace(day=1) - timedelta(days=7)
    last = course.cycles[-1].last_day + timedelta(days=38)
    settings, profile = state.settings, state.files.profile
    country, region = (settings.country, settings.region) if settings.country else (profile.country, profile.region)
    site = open_days(country, region, settings.closing_days, range(first.year, last.year + 1))
    found: dict[date, Closed] = {}
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        why = site.why_closed(day)
        if why is not None and why.kind != "weekend":
            found[day] = why
    return found


def drug_words(drug: str) -> str:
    """A drug as it is said, the whole treatment included."""
    return "the whole treatment" if drug == EVERYTHING else drug


def held_words(held: HeldSpan) -> str:
    """A hold or stop in one line."""
    if held.stop:
        return f"{drug_words(held.drug)} stopped from {shown_date(held.start)}"
    until = "until further notice"
    if held.end is not None:
        until = f"to {shown_date(held.end)}" + (", morning" if held.end_half == "am" else "")
    start = shown_date(held.start) + (", evening," if held.start_half == "pm" else "")
    return f"{drug_words(held.drug)} on hold from {start} {until}"


def tablets_words(tablets: Mapping[Decimal, int]) -> str:
    """Tablets of one half day: "3 × 500 mg + 1 × 150 mg"."""
    return " + ".join(
        f"{count} × {plain(strength)} mg" for strength, count in sorted(tablets.items(), reverse=True) if count
    )


def closed_words(closed: Closed) -> str:
    """Why the site is closed, in words."""
    return f"Public holiday: {closed.name}" if closed.kind == "holiday" else "The site is closed"


def day_lines(view: CourseView, on: date) -> tuple[tuple[str, str], ...]:
    """What stands on one date, as (heading, words); empty for a date outside the course."""
    day = view.days.get(on)
    lines: list[tuple[str, str]] = []
    closed = view.closed.get(on)
    if closed is not None:
        lines.append(("Closed", f"{closed_words(closed)}. Nothing is moved because of it."))
    if day is None:
        return tuple(lines)
    lines += _treatment_lines(day, swallows=day.cycle in view.swallows)
    if on in view.go_aheads:
        lines.append(("Go-ahead", view.go_aheads[on]))
    if day.visit:
        lines.append(("Visit", "yes"))
    if day.blood_test:
        lines.append(("Blood test", _test_words(view.course.cycles, on)))
    if day.cold_precautions:
        lines.append(("Cold", "nothing cold to drink or touch"))
    lines += _supportive_lines(view, day)
    lines += [("Note", note.text) for note in view.notes.get(on, ()) if note.kind not in ("holiday", "closed")]
    return tuple(lines)


def _supportive_lines(view: CourseView, day: CourseDay) -> list[tuple[str, str]]:
    """What is given here and what is taken at home, apart; on day 1 what is for need, and whether it was ordered."""
    lines: list[tuple[str, str]] = []
    for where, words in (("clinic", "given here"), ("home", "at home")):
        for one in (one for one in day.supportive if one.where == where):
            said = (one.dose, ", ".join(one.times), words, "changed" if one.changed else "")
            lines.append((one.name, " · ".join(part for part in said if part)))
    cycle = next((each for each in view.course.cycles if each.cycle == day.cycle), None)
    if cycle is None or day.cycle_day != 1:
        return lines
    for where, head in (("clinic", "For need here"), ("home", "For need at home")):
        found = [f"{one.name}: {one.dose}" for one in cycle.as_needed if one.where == where]
        lines += [(head, "; ".join(found))] if found else []
    if day.supportive or cycle.as_needed:
        ordered = "as ordered with this cycle" if cycle.supportive_ordered else "not ordered yet: as it is listed"
        lines.append(("Supportive care", ordered))
    return lines


def _treatment_lines(day: CourseDay, *, swallows: bool) -> list[tuple[str, str]]:
    lines: list[tuple[str, str]] = []
    for give in day.give:
        dose = f"{plain(give.dose_mg)} mg" if give.dose_mg is not None else "dose not decided yet"
        minutes = f" · over {give.minutes} min" if give.minutes else ""
        lines.append((give.drug, f"infusion · {dose}{minutes}"))
    for drug in day.held:
        part = "a dose is left out: on hold or stopped"
        lines.append((drug, part if drug in day.part_held else "not given: on hold or stopped"))
    if day.swallow:
        for half, name in (("am", "Morning"), ("pm", "Evening")):
            if half not in day.swallow:
                lines.append((name, "no tablets"))
                continue
            taken = [take.am if half == "am" else take.pm for take in day.take]
            lines.append((name, "; ".join(tablets_words(t) for t in taken if t) or "tablets, number not decided yet"))
    elif day.rest:
        lines.append(("Tablets", "NO TABLETS") if swallows else ("Treatment", "none today"))
    return lines


def _test_words(cycles: Iterable[CourseCycle], on: date) -> str:
    for cycle in cycles:
        for test in cycle.blood_tests:
            if test.date == on:
                return f"for cycle {cycle.cycle} day {test.for_day}"
        if cycle.next_blood_test == on:
            return f"for cycle {cycle.cycle + 1} day 1"
    return "yes"
