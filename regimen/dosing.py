"""The dose engine: one cycle order from a regimen, a practice profile, a case and the policy. Pure and exact."""

from collections.abc import Iterable
from dataclasses import replace

from regimen.checks import all_alerts
from regimen.definition import Drug, Regimen
from regimen.given import Case
from regimen.holding import is_held
from regimen.iv import iv_dose
from regimen.numbers import exact_arithmetic
from regimen.oral import oral_dose, renal_steps
from regimen.order import CycleOrder, DrugDose, ProofStep
from regimen.practice import CapecitabineTable, Policy, Profile
from regimen.proof import bsa_step
from regimen.situation import (
    Situation,
    active_drugs,
    body_size,
    check_names,
    dpyd_result,
    kidney,
    patient_age_y,
)
from regimen.supportive_offer import listed_order

# Raised whenever a dose, a date or an alert can come out differently; part of every order and page.
ENGINE_VERSION = "5"


def build_order(
    regimen: Regimen,
    profile: Profile,
    case: Case,
    policy: Policy,
    defaults_used: tuple[str, ...],
    tables: Iterable[CapecitabineTable] | None = None,
) -> CycleOrder:
    """Every dose of one cycle with its proof, and every alert.

    defaults_used  dotted keys that fell back to the profile (`resolve_policy`)
    tables         capecitabine tables of labels; None: those shipped
    raises         Refused: unknown drug or option, a percent of a drug that has none, a plan that does not exist
    """
    check_names(regimen, case)
    with exact_arithmetic():
        situation = assess(regimen, profile, case, policy, defaults_used, tables)
        doses = tuple(_dose(drug, situation) for drug in situation.drugs)
        situation = replace(situation, doses={dose.drug: dose for dose in doses})
        alerts = all_alerts(situation)
    limits = situation.limit_set()
    return CycleOrder(
        regimen_id=regimen.id,
        regimen_version=regimen.version,
        regimen_sha256=regimen.sha256,
        practice_id=profile.id,
        practice_sha256=profile.sha256,
        cycle=case.cycle,
        defaults_used=(*case.left_out, *defaults_used),
        bsa=situation.bsa,
        renal=situation.renal,
        doses=doses,
        alerts=alerts,
        day1=case.day1,
        age_y=situation.age_y,
        options=dict(case.options),
        limit_set=limits.id if limits else "",
        engine_version=ENGINE_VERSION,
        supportive=case.supportive,
        supportive_listed=None if case.supportive is not None else listed_order(regimen, case.cycle, case.options),
    )


def assess(
    regimen: Regimen,
    profile: Profile,
    case: Case,
    policy: Policy,
    defaults_used: tuple[str, ...],
    tables: Iterable[CapecitabineTable] | None = None,
) -> Situation:
    """What doses and checks look at, without the doses."""
    if tables is None and policy.capecitabine_rounding == "eu_table":
        tables = _shipped_tables()
    age = patient_age_y(case)
    return Situation(
        regimen=regimen,
        profile=profile,
        case=case,
        policy=policy,
        defaults_used=defaults_used,
        phase=regimen.phase_of(case.cycle),
        drugs=active_drugs(regimen, case),
        age_y=age,
        bsa=body_size(case, policy),
        renal=kidney(case, policy, age),
        dpyd=dpyd_result(case),
        tables=tuple(tables or ()),
        doses={},
    )


def _shipped_tables() -> tuple[CapecitabineTable, ...]:
    from regimen import library  # read only where a table is used

    return tuple(library.load_table(name) for name in library.shipped_tables() if name.startswith("eu_"))


def _dose(drug: Drug, situation: Situation) -> DrugDose:
    size: tuple[ProofStep, ...] = (bsa_step(situation.case, situation.bsa),) if drug.dose.per == "m2" else ()
    make = oral_dose if drug.route == "po" else iv_dose
    dose = make(drug, situation, size, is_held(drug, situation.case, situation.policy.first_dose))
    return replace(dose, proof=(*dose.proof, *renal_steps(drug, situation)))
