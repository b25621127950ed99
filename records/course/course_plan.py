"""The whole dated course of one patient, put together from what the store keeps. Pure: values in, a value out."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache, partial

from records.course.cycle_case import NotMeasured, case_for, delays_of, holds_of, order_in_force, site_policy, stops_of
from records.course.restarts_in_force import tablets_from
from records.course.versions import course_at, stretches
from records.values.core import CourseRecord, OrderRecord, SiteSettings, Workspace
from regimen.answer import from_json
from regimen.case import read_case
from regimen.definition import Regimen
from regimen.given import Basis, Case, Delay, Hold, PastCycle
from regimen.order import Alert, CycleOrder
from regimen.policy import resolve_policy
from regimen.practice import Policy, Profile
from regimen.practice_reader import read_profile
from regimen.reader import read_regimen
from treatment_calendar.course import Course, CourseCycle, Note
from treatment_calendar.layout import lay_out

Fill = Callable[[CourseRecord, CourseCycle, Case], CourseCycle]


@dataclass(frozen=True, slots=True)
class CourseFiles:
    """The regimen and profile a course was begun with, read, and the policy that follows for the site."""

    regimen: Regimen
    profile: Profile
    policy: Policy
    defaults_used: tuple[str, ...]


@lru_cache(maxsize=64)
def kept_regimen(text: str, name: str) -> Regimen:
    """A regimen text as the store keeps it, read once."""
    return read_regimen(text, name)


@lru_cache(maxsize=16)
def kept_profile(text: str, name: str) -> Profile:
    """A practice profile's text as the store keeps it, read once."""
    return read_profile(text, name)


def files_of(course: CourseRecord, settings: SiteSettings) -> CourseFiles:
    """What the course goes by; a patient stays on it until a person moves them. For one cycle: of `course_at`."""
    texts = (course.regimen_text, course.entry.regimen_id), (course.profile_text, course.entry.practice)
    return files_from(*texts, course.entry.first_dose, settings)


def files_from(
    regimen_text: tuple[str, str], profile_text: tuple[str, str], first_dose: str, settings: SiteSettings
) -> CourseFiles:
    """The same from the kept texts, each with what it is called."""
    regimen, profile = kept_regimen(*regimen_text), kept_profile(*profile_text)
    policy, defaults = resolve_policy(profile, None, site_policy(settings, first_dose))
    return CourseFiles(regimen, profile, policy, defaults)


def whole_course(
    space: Workspace,
    course: CourseRecord,
    settings: SiteSettings,
    *,
    delays: tuple[Delay, ...] | None = None,
    holds: tuple[Hold, ...] | None = None,
    stopped: Mapping[str, date] | None = None,
    cycles: int | None = None,
) -> Course:
    """Every planned cycle on dates; signed cycles carry their doses.

    delays, holds, stopped  take the place of the stored ones: a proposal can be looked at before it is accepted
    cycles                  how many to lay out, counted from the course's first cycle; None: as planned
    """
    base = replace(
        _bare_case(space, course, settings),
        delays=delays_of(space, course) if delays is None else delays,
        holds=holds_of(space, course) if holds is None else holds,
        stopped=stops_of(space, course) if stopped is None else stopped,
    )
    count = cycles or course.entry.planned_cycles - course.entry.first_cycle + 1
    return joined(stretches(course), settings, base, count, partial(_with_doses, space, settings))


def day1_of(space: Workspace, course: CourseRecord, settings: SiteSettings, cycle: int) -> date:
    """Day 1 of one cycle by the plan as it stands."""
    ahead = cycle - course.entry.first_cycle + 1
    return whole_course(space, course, settings, cycles=max(ahead, 1)).cycle(cycle).day1


def next_cycle(space: Workspace, course: CourseRecord) -> int:
    """The first cycle that is not yet given."""
    given = [o.cycle for o in space.orders if o.course_id == course.id and o.state == "given"]
    return max(given) + 1 if given else course.entry.first_cycle


def order_value(record: OrderRecord) -> CycleOrder:
    """The answer of a stored order, as it was signed."""
    return from_json(json.loads(record.answer_json))


def cycle_days_of(course: CourseRecord, cycle: int, settings: SiteSettings) -> int:
    """The planned length of one cycle, by the version it goes by."""
    return files_of(course_at(course, cycle), settings).regimen.phase_of(cycle).cycle_days


def joined(
    parts: tuple[tuple[int, CourseRecord], ...], settings: SiteSettings, base: Case, count: int, fill: Fill
) -> Course:
    """The course over every version of its files: each lays out its own cycles, the next goes on where it ends.

    parts  first cycle and course of each version; the last one begins the course it becomes
    base   the case of the first cycle; count: cycles in all
    """
    last = base.cycle + count - 1
    cycles: list[CourseCycle] = []
    notes: list[Note] = []
    alerts: list[Alert] = []
    begun = [part for part in parts if part[0] <= last]
    for (start, course), after in zip(begun, [*(first for first, _ in begun[1:]), None], strict=True):
        files = files_of(course, settings)
        base = replace(base, regimen=course.entry.regimen_id, practice=course.entry.practice)
        until = last if after is None else after
        dates = lay_out(files.regimen, files.profile, files.policy, base, None, until - start + 1)
        own = [cycle for cycle in dates.cycles if after is None or cycle.cycle < after]
        cycles += [fill(course, cycle, base) for cycle in own]
        first_again = start if start != begun[0][0] else None  # told of by the version before, by its own cycle length
        end = None if after is None else next((c.day1 for c in dates.cycles if c.cycle == after), None)
        notes += [note for note in dates.notes if _is_own(note, first_again, after, end)]
        alerts += [alert for alert in dates.alerts if alert.params.get("cycle") != str(first_again)]
        if after is None or end is None:  # the treatment, or the regimen, ended before the next version
            break
        base = _from(after, end, base, tuple(PastCycle(c.cycle, {}, c.day1) for c in cycles))
    return Course(course.entry.regimen_id, tuple(cycles), tuple(sorted(notes, key=lambda n: n.date)), tuple(alerts))


def _is_own(note: Note, first: int | None, after: int | None, end: date | None) -> bool:
    """Whether a note is this version's to say: of its own days, and of how far the next version's first cycle lies."""
    between = note.kind.startswith("interval") or note.kind == "delay"
    if between and note.cycle is not None and note.cycle in (first, after):
        return note.cycle == after
    return end is None or note.date < end


def _from(cycle: int, day1: date, base: Case, past: tuple[PastCycle, ...]) -> Case:
    """The case in which the next version goes on: its day 1 holds every delay up to it but one of this cycle alone."""
    alone = tuple(delay for delay in base.delays if delay.cycle == cycle and delay.shift == "this")
    later = tuple(delay for delay in base.delays if delay.cycle > cycle)
    known = {one.cycle for one in past}
    return replace(
        base,
        cycle=cycle,
        day1=day1 - timedelta(days=sum(delay.days for delay in alone)),
        delays=(*alone, *later),
        history=(*(one for one in base.history if one.cycle not in known), *past),
    )


def _with_doses(
    space: Workspace, settings: SiteSettings, course: CourseRecord, cycle: CourseCycle, base: Case
) -> CourseCycle:
    record = order_in_force(space.orders, course, cycle.cycle)
    if record is None:
        return cycle
    files = files_of(course, settings)
    signed = read_case(json.loads(record.case_json))
    # Day 1 holds every delay up to this cycle. One that moved this cycle alone is taken out of it again and named, or
    # the next cycle would be counted from it.
    alone = tuple(delay for delay in base.delays if delay.cycle == cycle.cycle and delay.shift == "this")
    case = replace(
        signed,
        day1=cycle.day1 - timedelta(days=sum(delay.days for delay in alone)),
        cycle=cycle.cycle,
        delays=(*alone, *(delay for delay in base.delays if delay.cycle > cycle.cycle)),
        holds=base.holds,
        stopped=base.stopped,
        site=base.site,
    )
    policy, _ = resolve_policy(files.profile, None, signed.policy)
    changed = {cycle.cycle: tablets_from(space.restarts, record)}
    return lay_out(files.regimen, files.profile, policy, case, order_value(record), 2, changed=changed).cycles[0]


def _bare_case(space: Workspace, course: CourseRecord, settings: SiteSettings) -> Case:
    """Enough of a case for dates: a course can be laid out before anybody was weighed."""
    entry = course.entry
    try:
        return case_for(space, course, entry.first_cycle, entry.day1, settings)
    except NotMeasured:
        # Dates do not look at the basis. Nought is refused by every dose, should one ever be asked of this case.
        return case_for(space, course, entry.first_cycle, entry.day1, settings, Basis(Decimal(0), Decimal(0)))
