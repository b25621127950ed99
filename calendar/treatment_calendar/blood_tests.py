"""On which day blood is taken before a treatment day."""

from datetime import date, timedelta

from regimen.practice import Policy, Profile
from treatment_calendar.course import BloodTest, Note
from treatment_calendar.holidays import Closed, OpenDays
from treatment_calendar.notes import note, weekday, words


def blood_test(
    profile: Profile, policy: Policy, site: OpenDays, cycle: int, day: int, on: date
) -> tuple[BloodTest | None, Note | None]:
    """The blood test for cycle day `day`, which falls on `on`, and what there is to say about its date.

    The profile lists the days before treatment that are allowed and for how many days a result counts. The first is
    taken; where the site is closed then, the next one that is open. A note says so, except where only a weekend was
    passed over: a Friday for a Monday is what the list means. Where none is open the first stays, with a note.
    """
    allowed = [days for days in profile.blood_test_days_before if days <= policy.lab_valid_days]
    if not allowed and profile.blood_test_days_before:
        said_so = note(on, "blood_test_validity", cycle, cycle=cycle, day=day, valid_days=policy.lab_valid_days)
        return None, said_so
    if not allowed:
        return None, None
    first = on - timedelta(days=allowed[0])
    closed = site.why_closed(first)
    if closed is None:
        return BloodTest(first, day), None
    passed_over = {closed.kind}
    for days in allowed[1:]:
        other = on - timedelta(days=days)
        found = site.why_closed(other)
        if found is None and passed_over == {"weekend"}:
            return BloodTest(other, day), None
        if found is not None:
            passed_over.add(found.kind)
        else:
            moved = note(
                other, "blood_test_moved", cycle, cycle=cycle, day=day, days_before=days, weekday=weekday(other),
                closed_date=first, why=said(closed),
            )  # fmt: skip
            return BloodTest(other, day), moved
    return BloodTest(first, day), note(first, "blood_test_closed", cycle, cycle=cycle, day=day, why=said(closed))


def said(closed: Closed) -> str:
    """Why a date is closed, as part of a sentence."""
    return words(closed.kind, name=closed.name)
