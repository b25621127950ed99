"""A small regimen and cases for the tests of the dose engine, so that they do not move with the shipped files."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from regimen import library
from regimen.case import read_case
from regimen.definition import (
    Choice,
    Clock,
    Cumulative,
    DayLimit,
    Dose,
    Drug,
    Infusion,
    LimitBand,
    LimitSet,
    Option,
    Phase,
    Regimen,
    RenalRule,
    Source,
    VolumeRule,
    WeightTier,
)
from regimen.dosing import build_order
from regimen.order import CycleOrder
from regimen.policy import resolve_policy
from regimen.practice import CapecitabineTable, TableRow

D = Decimal


def _infusion(diluent: str, volume: str, low: str | None, high: str | None, **more: Any) -> Infusion:
    given: dict[str, Any] = {
        "minutes_first": 120, "minutes_later": 120, "diluents": (diluent,), "forbids": (), "requires": (),
        "volumes": (VolumeRule(None, D(volume)),), "convention": "nominal", "concentrate_mg_ml": D(5),
        "min_mg_ml": D(low) if low else None, "max_mg_ml": D(high) if high else None, "outside": "warn",
        "note": "", "source": "s",
    }  # fmt: skip
    return Infusion(**(given | more))


def _drug(name: str, role: Any, dose: Dose, sequence: int, **more: Any) -> Drug:
    given: dict[str, Any] = {
        "name": name, "role": role, "route": "iv", "days": (1,), "doses_per_day": 1, "phases": (), "when": {},
        "sequence": sequence, "dose": dose, "infusion": None, "vials_mg": (), "renal": (), "cumulative": (),
        "clock": None, "cold_days": 0, "dpyd": False, "source": "s",
    }  # fmt: skip
    return Drug(**(given | more))


PEMBROLIZUMAB = _drug(
    "pembrolizumab",
    "inhibitor",
    Dose(D(200), "fixed", (), None, (), "s"),
    1,
    infusion=_infusion("sodium chloride 0.9 %", "100", "1", "10", minutes_first=30, minutes_later=30),
    vials_mg=(D(100),),
    when={"ici": ("pembrolizumab",)},
    clock=Clock(35, None, None, "s"),
)
DURVALUMAB = _drug(
    "durvalumab",
    "inhibitor",
    Dose(
        D(1500), "fixed", (), None,
        (WeightTier(D(30), "exclusive", {"eu": "inclusive"}, D(20), "kg", "s"),), "s",
    ),
    1,
    infusion=_infusion("sodium chloride 0.9 %", "250", "1", "15", minutes_first=60, minutes_later=60),
    vials_mg=(D(120), D(500)),
    when={"ici": ("durvalumab",)},
)  # fmt: skip
OXALIPLATIN = _drug(
    "oxaliplatin",
    "platinum",
    Dose(D(130), "m2", (D(130), D(100), D(85)), None, (), "s"),
    2,
    infusion=_infusion("glucose 5 %", "500", "0.2", "0.7", forbids=("chloride",)),
    vials_mg=(D(50), D(100)),
    renal=(
        RenalRule("oxaliplatin-us-30", ("us",), None, None, D(30), (), "ask", None, "s"),
        RenalRule("oxaliplatin-eu-30", ("eu",), None, None, D(30), (), "stop", None, "s"),
    ),
    cumulative=(
        Cumulative(D(850), "mg/m2", "lasting sensory loss in about 10 %", "s"),
        Cumulative(D(1020), "mg/m2", "lasting sensory loss in about 20 %", "s"),
    ),
    cold_days=5,
)
CAPECITABINE = _drug(
    "capecitabine",
    "fluoropyrimidine",
    Dose(D(1000), "m2", (D(1000), D(750), D(500)), None, (), "s"),
    3,
    route="po",
    days=tuple(range(1, 15)),
    doses_per_day=2,
    renal=(
        RenalRule("capecitabine-us-30-50", ("us",), D(30), D(50), None, (), "reduce", D(75), "s"),
        RenalRule("capecitabine-eu-30-50", ("eu",), D(30), D(50), None, (D(1000),), "none", None, "s"),
        RenalRule("capecitabine-below-30", ("us", "eu"), None, None, D(30), (), "stop", None, "s"),
    ),
    dpyd=True,
)


def _at_least(analyte: str, limit: str, first: int, last: int | None) -> DayLimit:
    bands = (LimitBand(D(limit), None, "give", None, ()), LimitBand(None, D(limit), "delay", None, ()))
    return DayLimit(analyte, "", None, first, last, (1,), "10^9/L", False, bands)


LIMITS = LimitSet(
    "default",
    "Default",
    (
        _at_least("neutrophils", "1.5", 1, None),
        _at_least("platelets", "100", 1, 1),
        _at_least("platelets", "75", 2, None),
    ),
    "s",
)
SAMPLE = Regimen(
    id="sample-capox",
    version="1",
    title="Inhibitor + CAPOX",
    short_title="ICI-CAPOX",
    indication="biliary tract cancer",
    status="draft",
    planned_cycles=8,
    most_cycles=None,
    phases=(Phase("all", "All cycles", 1, None, 21),),
    options=(
        Option(
            "ici", "Inhibitor", True,
            (Choice("pembrolizumab", "P"), Choice("durvalumab", "D"), Choice("none", "None")),
        ),
    ),
    drugs=(PEMBROLIZUMAB, DURVALUMAB, OXALIPLATIN, CAPECITABINE),
    supportive=(),
    limit_sets=(LIMITS,),
    change_rules=(),
    checklist=(),
    examples=(),
    sources=(Source("s", "A label", "confirmed"),),
    asks=("creatinine", "dpyd", "neutrophils", "platelets"),
    visit_days=(1,),
    to_verify=(),
    notes=(),
    text="",
    sha256="0" * 64,
)  # fmt: skip


def _rows(cells: str) -> tuple[TableRow, ...]:
    rows = []
    for line in cells.split():
        upto, full, three_quarters, half = line.split(",")
        doses = {D(100): D(full), D(75): D(three_quarters), D(50): D(half)}
        rows.append(TableRow(None if upto == "-" else D(upto), doses))
    return tuple(rows)


EU_1000 = CapecitabineTable(
    "eu_1000",
    D(1000),
    _rows(
        "1.26,1150,800,600 1.38,1300,1000,600 1.52,1450,1100,750 1.66,1600,1200,800 1.78,1750,1300,800 "
        "1.92,1800,1400,900 2.06,2000,1500,1000 2.18,2150,1600,1050 -,2300,1750,1100"
    ),
    "A table",
    True,
)

CASE: Mapping[str, Any] = {
    "regimen": "sample-capox",
    "options": {"ici": "pembrolizumab"},
    "practice": "us",
    "patient": {"sex": "female", "birth_date": "1958-03-01", "name": "Ada Sample", "identifiers": ["MRN 0042"]},
    "basis": {
        "height_cm": 165,
        "weight_kg": "58.0",
        "weight_date": "2026-03-02",
        "creatinine": {"value": 70, "unit": "umol/L", "date": "2026-02-28"},
        "dpyd_activity_score": "2",
    },
    "labs": {
        "neutrophils": {"value": "3.1", "unit": "10^9/L", "date": "2026-03-01"},
        "platelets": {"value": "210", "unit": "10^9/L", "date": "2026-03-01"},
    },
    "cycle": 1,
    "day1": "2026-03-02",
}


def case_json(**changes: Any) -> dict[str, Any]:
    """The sample case with changes; dotted keys written with two underscores reach inside (`basis__weight_kg`)."""
    made = {key: dict(value) if isinstance(value, Mapping) else value for key, value in CASE.items()}
    for name, value in changes.items():
        place: Any = made
        *outer, last = name.split("__")
        for key in outer:
            place = place.setdefault(key, {})
        if value is None:
            place.pop(last, None)
        else:
            place[last] = value
    return made


def order_of(regimen: Regimen = SAMPLE, profile_changes: Mapping[str, Any] | None = None, **changes: Any) -> CycleOrder:
    """The order for the sample case with changes."""
    case = read_case(case_json(**changes))
    profile = replace(library.load_profile(case.practice), **(profile_changes or {}))
    policy, defaults_used = resolve_policy(profile, None, case.policy)
    return build_order(regimen, profile, case, policy, defaults_used, (EU_1000,))


DAY1 = date(2026, 3, 2)
