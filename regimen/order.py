"""A cycle order: what the dose engine answers. Values only; `regimen.answer` gives the contract's JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from regimen.definition import Convention, Per, Route, Severity
from regimen.supportive import SupportiveOrder


@dataclass(frozen=True, slots=True)
class ProofStep:
    """One step of the proof of one dose.

    step     stable id: bsa, level, starting_percent, percent, dose_level, exact, label_maximum, cap, exact_per_day,
             rounding, band, variance, per_cycle, tablets, supply, infusion, vials, renal, renal_rule
    title    the step in the trade's words ("BSA, Mosteller")
    formula  as a person would write it, with the numbers filled in ("sqrt(165 x 58 / 3600)")
    inputs   name with unit -> exact text, dates included ("weight_kg" -> "58.0", "weight_date" -> "2026-03-02")
    result   exact text, full precision; unit its unit, "" none
    shown    the result as screen and paper round it for reading ("1.6304")
    source   whence the rule or level comes
    """

    step: str
    title: str
    formula: str
    inputs: Mapping[str, str]
    result: str
    unit: str
    shown: str
    source: str


@dataclass(frozen=True, slots=True)
class Vial:
    size_mg: Decimal
    count: int


@dataclass(frozen=True, slots=True)
class InfusionPlan:
    """How one IV dose is made up: volumes in mL, concentration in mg/mL by the named convention, minutes."""

    diluent: str
    volume_ml: Decimal
    concentration_mg_ml: Decimal
    minutes: int
    convention: Convention
    drug_volume_ml: Decimal | None
    final_volume_ml: Decimal | None
    status: Literal["ok", "below_min", "above_max", "no_limits"]
    note: str


@dataclass(frozen=True, slots=True)
class TabletPlan:
    """One way to take a dose in whole tablets.

    am, pm            strength mg -> tablets
    variance_percent  of the daily total against twice the exact dose, unrounded, signed
    supply            strength mg -> tablets for the whole cycle
    packs             strength mg -> packs, where a pack size is known
    within_limit      inside the oral variance limit
    label_answer      the label's own rounding (us_150, eu_table) leads here
    """

    am: Mapping[Decimal, int]
    pm: Mapping[Decimal, int]
    am_mg: Decimal
    pm_mg: Decimal
    daily_mg: Decimal
    variance_percent: Decimal
    tablets_per_day: int
    supply: Mapping[Decimal, int]
    packs: Mapping[Decimal, int]
    within_limit: bool
    label_answer: bool


@dataclass(frozen=True, slots=True)
class DrugDose:
    """One drug of the order.

    exact_mg   mg per administration after starting percent and percent or level, before cap and rounding
    dose_mg    mg per administration after the one rounding; for tablets that of the chosen plan's morning, None while
               none is chosen
    capped     the BSA cap was switched on and changed this dose
    plans      tablet plans in order; chosen: index, None where a person must choose
    tie        the first plans are equally good
    level      the regimen's own, before any reduction; effective_level: after starting percent and percent or level,
               in the drug's own unit; dose_level: the level a person gave in the place of a percent
    held       a hold covers every day of this drug in the cycle: shown, not to be given
    """

    drug: str
    route: Route
    days: tuple[int, ...]
    doses_per_day: int
    level: Decimal | None
    per: Per
    starting_percent: Decimal
    percent: Decimal
    exact_mg: Decimal
    dose_mg: Decimal | None
    variance_percent: Decimal | None
    capped: bool
    infusion: InfusionPlan | None
    vials: tuple[Vial, ...]
    waste_mg: Decimal | None
    plans: tuple[TabletPlan, ...]
    chosen: int | None
    tie: bool
    cold_days: int
    proof: tuple[ProofStep, ...]
    effective_level: Decimal | None = None
    dose_level: Decimal | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """One alert.

    code      stable kebab-case, listed in assets/alerts and docs/alerts.md
    params    what the words are filled with, exact text
    once      cycle (every order), course (advice that never changes) or file (to_verify)
    """

    code: str
    severity: Severity
    drug: str
    params: Mapping[str, str]
    source: str
    proposed_percent: Decimal | None = None
    once: Literal["cycle", "course", "file"] = "cycle"


@dataclass(frozen=True, slots=True)
class BodySize:
    """m2 unrounded; dosing_m2 is after a cap, if one is switched on.

    kept_weight_kg  the weight of the last doses that both come from, where a person decided to keep it
    """

    formula: str
    m2: Decimal
    dosing_m2: Decimal
    capped: bool
    cap_m2: Decimal | None
    kept_weight_kg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Renal:
    """Cockcroft-Gault clearance, unrounded, and the weight it was computed with."""

    crcl_ml_min: Decimal
    weight_used: str
    weight_kg: Decimal
    others: Mapping[str, Decimal]  # the other accepted weights -> their clearance
    creatinine_umol_l: Decimal


@dataclass(frozen=True, slots=True)
class CycleOrder:
    """What should be given in one cycle, with the proof of each number.

    supportive         supportive care ordered with it; None: not ordered with the program
    supportive_listed  what the regimen lists for the cycle, where nothing was ordered; None in orders of before
    """

    regimen_id: str
    regimen_version: str
    regimen_sha256: str
    practice_id: str
    practice_sha256: str
    cycle: int
    defaults_used: tuple[str, ...]
    bsa: BodySize
    renal: Renal | None
    doses: tuple[DrugDose, ...]
    alerts: tuple[Alert, ...]
    day1: date | None = None
    age_y: int | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    limit_set: str = ""
    engine_version: str = ""
    supportive: SupportiveOrder | None = None
    supportive_listed: SupportiveOrder | None = None

    @property
    def released(self) -> bool:
        """No `stop` is open. It is no signature."""
        return not any(alert.severity == "stop" for alert in self.alerts)

    def dose_of(self, drug: str) -> DrugDose:
        """The dose of one drug; KeyError when the order has none."""
        for dose in self.doses:
            if dose.drug == drug:
                return dose
        raise KeyError(drug)
