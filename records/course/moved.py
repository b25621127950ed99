"""A move to another version as it would be, before anybody makes it: what differs, and the dates before and after."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from records.course.course_plan import CourseFiles, files_of, whole_course
from records.course.versions import texts_of, with_texts
from records.values.core import CourseRecord, SiteSettings, Workspace
from records.values.moves import CourseMove, MoveTarget
from regimen.difference import Difference, difference
from treatment_calendar.course import Course


@dataclass(frozen=True, slots=True)
class CycleDates:
    """Day 1 and length of one cycle before and after a move; None where it is not laid out."""

    cycle: int
    before: date | None
    after: date | None
    length_before: int | None
    length_after: int | None

    @property
    def changed(self) -> bool:
        """Whether anything of it moves."""
        return (self.before, self.length_before) != (self.after, self.length_after)


@dataclass(frozen=True, slots=True)
class MoveLook:
    """What a move comes to. regimen, profile: differences in words, empty where that file stays."""

    regimen: tuple[Difference, ...]
    profile: tuple[Difference, ...]
    dates: tuple[CycleDates, ...]


def as_moved(
    course: CourseRecord, from_cycle: int, regimen: MoveTarget | None, profile: MoveTarget | None
) -> CourseRecord:
    """The course as it would be. None: that file stays."""
    before = texts_of(course)
    after = before
    if regimen is not None:
        after = replace(
            after, regimen_id=regimen.file_id, regimen_version=regimen.file_version, regimen_sha256=regimen.sha256,
            regimen_text=regimen.text,
        )  # fmt: skip
    if profile is not None:
        after = replace(after, practice=profile.file_id, profile_sha256=profile.sha256, profile_text=profile.text)
    move = CourseMove(UUID(int=0), from_cycle, before, after, (), "", "", "", datetime.now(UTC))
    return replace(with_texts(course, after), moves=(*course.moves, move))


def look_at_move(
    space: Workspace, course: CourseRecord, settings: SiteSettings, from_cycle: int, regimen: MoveTarget | None,
    profile: MoveTarget | None,
) -> MoveLook:  # fmt: skip
    """Not for the window's thread: holidays are looked up. Raises Refused for what cannot be laid out."""
    moved = as_moved(course, from_cycle, regimen, profile)
    stands = tuple(
        order for order in space.orders
        if order.course_id != course.id or order.state != "signed" or order.cycle < from_cycle
    )  # fmt: skip
    before = whole_course(space, course, settings)
    after = whole_course(replace(space, orders=stands), moved, settings)
    regimens = difference(course.regimen_text, moved.regimen_text)
    limits = limits_differ(files_of(course, settings), files_of(moved, settings))
    return MoveLook((*limits, *regimens), difference(course.profile_text, moved.profile_text), dates_of(before, after))


def limits_differ(before: CourseFiles, after: CourseFiles) -> tuple[Difference, ...]:
    """The treatment-day limits a profile names for a regimen by its id: another id may have others."""
    old, new = (one.profile.limit_sets.get(one.regimen.id, one.profile.limit_sets[""]) for one in (before, after))
    if old == new:
        return ()
    return (Difference("Treatment-day limits", f"set of limits used: {old} → {new}", (), dose=True),)


def dates_of(before: Course, after: Course) -> tuple[CycleDates, ...]:
    """Every cycle of either, in order."""
    old, new = ({cycle.cycle: cycle for cycle in one.cycles} for one in (before, after))
    return tuple(
        CycleDates(
            number, old[number].day1 if number in old else None, new[number].day1 if number in new else None,
            old[number].length if number in old else None, new[number].length if number in new else None,
        )
        for number in sorted(old.keys() | new.keys())
    )  # fmt: skip
