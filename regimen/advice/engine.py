"""The thin face of the advice engine: a case with events, values and history goes in, the advice comes out."""

from collections.abc import Collection, Mapping
from datetime import date

from regimen import library
from regimen.advice.advised import Advice, Settled
from regimen.advice.course import course_of
from regimen.advice.names import wrong_names
from regimen.advice.rules import fired
from regimen.advice.unnamed import unnamed
from regimen.advice.verdict import advice_for
from regimen.day_check import check_day, limit_set_of
from regimen.definition import Regimen
from regimen.dosing import ENGINE_VERSION
from regimen.engine import checked
from regimen.errors import Refused, refuse
from regimen.given import Case
from regimen.numbers import exact_arithmetic
from regimen.practice import Profile

__all__ = ("advise", "advise_with")


def advise(
    case: Case, profile: Profile | None = None, day: int = 1, on: date | None = None, today: date | None = None
) -> Advice:
    """What the rules of a shipped regimen say for every drug of the case's cycle.

    profile  a site's own practice profile in the place of the one the case names
    day      the cycle day whose treatment is checked, 1 or another on which something is given
    on       the day the advice is asked for, within the cycle: what is over by then holds nothing any more; None: the
             cycle is looked at as a whole, and an end within it is told with the hold
    today    to refuse dates in the future; None: dates are not compared with a clock
    raises   Refused with every reason
    """
    regimen = library.load_regimen(case.regimen)
    return advise_with(regimen, profile or library.load_profile(case.practice), case, None, day, on, today)


def advise_with(
    regimen: Regimen,
    profile: Profile,
    case: Case,
    site_policy: Mapping[str, object] | None = None,
    day: int = 1,
    on: date | None = None,
    today: date | None = None,
    settled: Collection[Settled] = (),
    as_of: date | None = None,
) -> Advice:
    """The same for a regimen and profile already read (a site's own, a snapshot's).

    settled  what a person decided upon in earlier cycles
    as_of    the day of asking, for the treatment-day check alone: further before the treatment day than blood tests are
             valid its limits hold and delay nothing yet; None: the treatment day itself
    """
    case, policy, _ = checked(regimen, profile, case, site_policy, today)
    drugs = regimen.drugs_of(case.cycle, case.options)
    known = {drug.name for phase in regimen.phases for drug in regimen.drugs_of(phase.first_cycle, case.options)}
    refusals = list(wrong_names(case.events, sorted(known), regimen.short_title))
    if refusals:
        raise Refused(refusals)
    days = sorted({day for drug in drugs if drug.route == "iv" for day in drug.days} | {1})
    if day not in days:
        given = ", ".join(str(one) for one in days)
        raise refuse("day", f"day is {day}; {regimen.short_title} has treatment on cycle days {given}.")
    with exact_arithmetic():
        course = course_of(regimen, case, profile.labels, on, policy.lab_valid_days)
        limits = limit_set_of(regimen, profile)
        check = check_day(limits, course.case, drugs, day, policy.lab_valid_days, as_of)
        by_drug = {drug.name: fired(drug, course) for drug in drugs}
        passed_over = unnamed(by_drug, course, limits)
        advised = tuple(
            advice_for(drug, course, check, [*by_drug[drug.name], *passed_over[drug.name]], settled) for drug in drugs
        )
    return Advice(
        regimen_id=regimen.id,
        regimen_version=regimen.version,
        regimen_sha256=regimen.sha256,
        practice_id=profile.id,
        practice_sha256=profile.sha256,
        labels=profile.labels,
        cycle=case.cycle,
        day1=course.case.day1,
        drugs=advised,
        treatment_day=check,
        engine_version=ENGINE_VERSION,
        unread=course.unread,
    )
