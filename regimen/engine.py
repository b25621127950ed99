"""The thin face of the dose engine: a case goes in, an order comes out. It loads what the case names."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from regimen import library
from regimen.definition import Regimen
from regimen.dosing import ENGINE_VERSION, build_order
from regimen.errors import Refusal, Refused
from regimen.given import Case
from regimen.numbers import exact_arithmetic
from regimen.order import CycleOrder
from regimen.plausibility import check_case
from regimen.policy import resolve_policy
from regimen.practice import Policy, Profile
from regimen.situation import check_names, planned_levels

__all__ = ("ENGINE_VERSION", "answer", "answer_with", "checked")


def answer(
    case: Case,
    profile: Profile | None = None,
    site_policy: Mapping[str, object] | None = None,
    today: date | None = None,
) -> CycleOrder:
    """The order of one cycle for a shipped regimen.

    profile      a site's own practice profile in the place of the one the case names
    site_policy  a site's settings, laid over the profile and under the case
    today        to refuse dates in the future; None: dates are compared with day 1 alone
    raises       Refused with every reason
    """
    regimen = library.load_regimen(case.regimen)
    return answer_with(regimen, profile or library.load_profile(case.practice), case, site_policy, today)


def answer_with(
    regimen: Regimen,
    profile: Profile,
    case: Case,
    site_policy: Mapping[str, object] | None = None,
    today: date | None = None,
) -> CycleOrder:
    """The same for a regimen and profile already read (a site's own, a snapshot's)."""
    case, policy, defaults_used = checked(regimen, profile, case, site_policy, today)
    return build_order(regimen, profile, case, policy, defaults_used)


def checked(
    regimen: Regimen,
    profile: Profile,
    case: Case,
    site_policy: Mapping[str, object] | None = None,
    today: date | None = None,
) -> tuple[Case, Policy, tuple[str, ...]]:
    """The case as it is worked on, its policy and what fell back to the profile.

    raises  Refused with every reason: names the regimen does not have, values nobody measures
    """
    if profile.id != case.practice and "practice" in case.left_out:
        case = replace(case, practice=profile.id, left_out=tuple(k for k in case.left_out if k != "practice"))
    policy, defaults_used = resolve_policy(profile, site_policy, case.policy)
    refusals: list[Refusal] = []
    levels: dict[str, Decimal] | None = None
    try:
        check_names(regimen, case)
        levels = planned_levels(regimen, case)
    except Refused as refused:
        refusals += refused.refusals
    with exact_arithmetic():
        findings = check_case(case, today, levels, height_change_cm=policy.height_change_cm)
    refusals += [Refusal(finding.field, finding.message) for finding in findings if finding.hard]
    if refusals:
        raise Refused(refusals)
    return case, policy, defaults_used
