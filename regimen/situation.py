"""Everything a dose or a check of one cycle order looks at, worked out once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from regimen import dpyd, kept_weight, library
from regimen.age import age_y
from regimen.body_size import bsa
from regimen.day_check import limit_set_of
from regimen.definition import Drug, LimitSet, Phase, Regimen
from regimen.errors import Refusal, Refused
from regimen.given import EVERYTHING, Case
from regimen.holding import wrong_halves
from regimen.kidney import cockcroft_gault, creatinine_umol_l
from regimen.numbers import HUNDRED, plain
from regimen.order import BodySize, DrugDose, Renal
from regimen.practice import CapecitabineTable, Policy, Profile
from regimen.weights import crcl_weight


@dataclass(frozen=True, slots=True)
class Situation:
    """One patient, one cycle, one file and one practice.

    drugs   active in this cycle, in the order of the day, those stopped for good left out
    dpyd    the result read, None without one
    tables  capecitabine tables of labels, where the rounding uses one
    doses   drug -> dose; empty while doses are being worked out
    """

    regimen: Regimen
    profile: Profile
    case: Case
    policy: Policy
    defaults_used: tuple[str, ...]
    phase: Phase
    drugs: tuple[Drug, ...]
    age_y: int
    bsa: BodySize
    renal: Renal | None
    dpyd: dpyd.DpydResult | None
    tables: tuple[CapecitabineTable, ...]
    doses: Mapping[str, DrugDose]

    def starting_percent(self, drug: str) -> Decimal:
        """What the start is lowered to for good, 100 where nothing was said."""
        return self.case.starting_percent.get(drug, HUNDRED)

    def limit_set(self) -> LimitSet | None:
        """The treatment-day limits this practice uses for this regimen; None when the file has no such set."""
        return limit_set_of(self.regimen, self.profile)


def active_drugs(regimen: Regimen, case: Case) -> tuple[Drug, ...]:
    """The drugs of this cycle that have not been stopped on or before its day 1."""
    return tuple(
        drug
        for drug in regimen.drugs_of(case.cycle, case.options)
        if all(case.stopped.get(name, date.max) > case.day1 for name in (drug.name, EVERYTHING))
    )


def check_names(regimen: Regimen, case: Case) -> None:
    """Refuse options and drugs the regimen does not have, percentages of a drug that has none, a wrong kept weight.

    raises  Refused with every reason
    """
    refusals = [*_wrong_options(regimen, case), *kept_weight.refusals(case)]
    if not any(p.first_cycle <= case.cycle and (p.last_cycle is None or case.cycle <= p.last_cycle)
               for p in regimen.phases):  # fmt: skip
        refusals.append(Refusal("cycle", f"{regimen.short_title} has no cycle {case.cycle}."))
    if refusals:
        raise Refused(refusals)
    known = {drug.name for drug in regimen.drugs if _fits(drug, case.options)}
    places: Mapping[str, Mapping[str, object]] = {
        "starting_percent": case.starting_percent,
        "dose_percent": case.dose_percent,
        "dose_level": case.dose_level,
        "chosen_plan": case.chosen_plan,
        "stopped": case.stopped,
    }
    for place, drugs in places.items():
        for name in drugs:
            if name not in known and (place, name) != ("stopped", EVERYTHING):
                field = f"{place}.{name}"
                refusals.append(Refusal(field, f"{field}: {regimen.short_title} has no such drug."))
    refusals += _unknown_in_past(regimen, case)
    if case.events:
        from regimen.advice.names import wrong_names  # the terms of CTCAE are read only where an event is given

        wrong = tuple(wrong_names(case.events, tuple(sorted(known)), regimen.short_title))
        if any(not one.field.endswith("attributed_to") for one in wrong):  # no dose looks at causes alone
            refusals += wrong
    for i, hold in enumerate(case.holds):
        if hold.drug not in known:
            refusals.append(Refusal(f"holds[{i}].drug", f"{hold.drug} is not a drug of {regimen.short_title}."))
    refusals += _days_outside(regimen, case)
    if not refusals:
        refusals += wrong_halves(case.holds, {drug.name for drug in regimen.drugs if drug.route == "po"})
    if not refusals:
        for drug in regimen.drugs_of(case.cycle, case.options):
            refusals += _wrong_percent(drug, case)
    if refusals:
        raise Refused(refusals)


def _days_outside(regimen: Regimen, case: Case) -> Iterator[Refusal]:
    """Supportive care on a day the cycle does not have."""
    length = regimen.phase_of(case.cycle).cycle_days
    for one in case.supportive.items if case.supportive is not None else ():
        if one.item.days and one.item.days[-1] > length:
            field = f"supportive.{one.item.where}.{one.item.id}"
            yield Refusal(field, f"{field}: day {one.item.days[-1]} is outside the cycle (1 to {length}).")


def _unknown_in_past(regimen: Regimen, case: Case) -> Iterator[Refusal]:
    """Names of earlier doses that no regimen knows: a misspelt drug, which nothing would ever look at."""
    own = {drug.name for drug in regimen.drugs}
    places: list[tuple[str, Iterable[str]]] = []
    if (last := case.previous) is not None:
        places += [(f"previous.{what}", getattr(last, what)) for what in ("doses_mg", "exact_mg", "cumulative")]
    for i, past in enumerate(case.history):
        places.append((f"history[{i}].dose_percent", past.dose_percent))
        places.append((f"history[{i}].starting_percent", past.starting_percent))
    for place, names in places:
        for name in names:
            if name not in own and name not in _shipped_drugs():  # a drug of the treatment before is let pass
                yield Refusal(f"{place}.{name}", f"{place}.{name}: {regimen.short_title} has no such drug.")


@cache
def _shipped_drugs() -> frozenset[str]:
    shipped = (library.load_regimen(name) for name in library.shipped_regimens())
    return frozenset(drug.name for regimen in shipped for drug in regimen.drugs)


def _fits(drug: Drug, options: Mapping[str, str]) -> bool:
    return all(options.get(option) in choices for option, choices in drug.when.items())


def _wrong_options(regimen: Regimen, case: Case) -> list[Refusal]:
    refusals = []
    asked = {option.id: option for option in regimen.options_of(case.options)}
    for option in asked.values():
        choices = [choice.id for choice in option.choices]
        field, given = f"options.{option.id}", case.options.get(option.id)
        if given is None and option.required:
            refusals.append(Refusal(field, f"{field} is missing; choose one of {', '.join(choices)}."))
        elif given is not None and given not in choices:
            refusals.append(Refusal(field, f'{field} is "{given}"; choose one of {", ".join(choices)}.'))
    for name in case.options:
        if name not in asked:
            field = f"options.{name}"
            refusals.append(Refusal(field, f"{field} is not asked by {regimen.short_title} with these choices."))
    return refusals


def _wrong_percent(drug: Drug, case: Case) -> list[Refusal]:
    refusals = []
    name = drug.name
    if drug.role == "inhibitor":
        for place, given in (("starting_percent", case.starting_percent), ("dose_percent", case.dose_percent)):
            if given.get(name, HUNDRED) != HUNDRED:
                field = f"{place}.{name}"
                refusals.append(Refusal(field, f"{name} is never given in part: hold it or stop it."))
        if name in case.dose_level and case.dose_level[name] != drug.dose.level:
            refusals.append(Refusal(f"dose_level.{name}", f"{name} has no lower level: hold it or stop it."))
    elif name in case.dose_level:
        start = drug.dose.level * case.starting_percent.get(name, HUNDRED) / HUNDRED
        if case.dose_level[name] > start:
            field = f"dose_level.{name}"
            reason = f"{field} is {plain(case.dose_level[name])}, above this patient's start of {plain(start)}."
            refusals.append(Refusal(field, reason))
    return refusals


def body_size(case: Case, policy: Policy) -> BodySize:
    """BSA of the dosing weight, unrounded, and what doses are computed on when a cap is switched on."""
    m2 = bsa(policy.bsa_formula, case.basis.height_cm, case.basis.dosing_weight_kg, case.patient.sex)
    cap = policy.bsa_cap_m2
    capped = cap is not None and m2 > cap
    dosing_m2 = cap if capped and cap is not None else m2
    return BodySize(policy.bsa_formula, m2, dosing_m2, capped, cap, case.basis.kept_weight_kg)


def kidney(case: Case, policy: Policy, age: int) -> Renal | None:
    """Clearance by the weight the policy names, and by every other accepted weight; None without creatinine.

    Always from the measured weight: a weight kept for the doses says nothing about the kidney today.
    """
    given, sex = case.basis.creatinine, case.patient.sex
    if given is None:
        return None
    umol = creatinine_umol_l(given.value, given.unit)
    weight = crcl_weight(policy.crcl_weight, case.basis.height_cm, case.basis.weight_kg, sex)
    others = {
        name: cockcroft_gault(age, kg, umol, sex) for name, kg in weight.candidates.items() if name != weight.name
    }
    return Renal(cockcroft_gault(age, weight.kg, umol, sex), weight.name, weight.kg, others, umol)


def dpyd_result(case: Case) -> dpyd.DpydResult | None:
    """The DPYD result read, None where none was given."""
    given = case.basis.dpyd
    if given.status != "done":
        return None
    return dpyd.result(given.variants, given.activity_score)


def patient_age_y(case: Case) -> int:
    """Whole years at day 1."""
    return age_y(case.patient.birth_date, case.day1)


def planned_levels(regimen: Regimen, case: Case) -> dict[str, Decimal]:
    """Drug -> the regimen's own level in mg/m2, for the plausibility of a level given in its place."""
    return {drug.name: drug.dose.level for drug in regimen.drugs_of(case.cycle, case.options) if drug.dose.per == "m2"}
