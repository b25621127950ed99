"""What differs by country and site, as values. `regimen.practice_reader` makes them from TOML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from regimen.definition import Example

BsaFormula = Literal[
    "mosteller", "du_bois", "haycock", "gehan_george", "boyd", "fujimoto", "takahira", "shuter_aslani", "schlich",
    "livingston_lee",
]  # fmt: skip
CrclWeight = Literal["actual", "ideal", "adjusted", "auto"]
Rounding = Literal["us_150", "eu_table", "nearest_plan"]
FirstDose = Literal["morning", "evening", "next_morning"]


@dataclass(frozen=True, slots=True)
class BandRow:
    """One row of an imported band table, mg: exact doses from `from_mg` to `to_mg`, both included, become `dose_mg`."""

    from_mg: Decimal
    to_mg: Decimal
    dose_mg: Decimal


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a capecitabine table, for BSA rounded to two decimals.

    upto_m2       inclusive upper end, None the last row
    dose_mg       percent of the start (100, 75, 50) -> mg per dose
    """

    upto_m2: Decimal | None
    dose_mg: Mapping[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class CapecitabineTable:
    """A label's dose table for one starting level, mg/m2 (assets/tables)."""

    id: str
    level: Decimal
    rows: tuple[TableRow, ...]
    source: str
    to_verify: bool


@dataclass(frozen=True, slots=True)
class Policy:
    """Every choice the dose engine makes, resolved: case over site over profile.

    bsa_cap_m2      m2, None: no cap (the default everywhere)
    tablets_mg      strengths in stock, ascending
    max_variance_*  percent, inclusive, compared unrounded
    dose_steps_mg   drug -> step in mg; a drug not named is not rounded beyond 1 mg step `default_step_mg`
    bands           drug -> imported band table; takes the place of the step
    vials_mg        drug -> vial sizes in stock
    volumes_ml      drug -> bag volume chosen by the site, overrides the regimen's volume rule
    diluents        drug -> diluent chosen by the site
    near_crcl_ml_min    a clearance this near to a limit gets a note
    weight_valid_days   days before day 1 a weight counts as fresh
    lab_valid_days      days before day 1 a day-1 blood test counts
    creatinine_valid_days, dpyd None
    height_change_cm    change since the last height that is questioned
    """

    bsa_formula: BsaFormula
    bsa_cap_m2: Decimal | None
    crcl_weight: CrclWeight
    capecitabine_rounding: Rounding
    tablets_mg: tuple[Decimal, ...]
    tablet_packs: Mapping[Decimal, int]
    max_variance_oral_percent: Decimal
    max_variance_iv_percent: Decimal
    unequal_am_pm: bool
    unequal_most_mg: Decimal
    first_dose: FirstDose
    dose_steps_mg: Mapping[str, Decimal]
    default_step_mg: Decimal
    bands: Mapping[str, tuple[BandRow, ...]]
    vials_mg: Mapping[str, tuple[Decimal, ...]]
    volumes_ml: Mapping[str, Decimal]
    diluents: Mapping[str, str]
    weight_change_percent: Decimal
    dose_change_percent: Decimal
    near_crcl_ml_min: Decimal
    weight_valid_days: int
    lab_valid_days: int
    creatinine_valid_days: int
    height_change_cm: Decimal
    share_vials: bool


@dataclass(frozen=True, slots=True)
class Fever:
    """The temperature at which the patient calls."""

    celsius: Decimal
    fahrenheit: Decimal | None
    source: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One practice profile (us, eu, cn or a site's own), read and checked.

    renal_rules     name of the renal rule set the regimen files offer
    limit_sets      regimen id -> id of its treatment-day limit set; "" is the default for any other regimen
    dpyd_duty       test_first: no result is a stop; may_record: "not tested" with a reason is enough
    blood_test_days_before  days before day 1 (and day 8) on which blood is taken, ascending
    closing_days    dates the site is closed, beside public holidays
    labels          whose labels the practice follows where a regimen file tells them apart (`edge_by_practice`): us, eu
                    or cn; a shipped profile's own id
    sources         dotted key (`policy.bsa_formula`) -> where its value comes from
    examples        worked examples the program re-runs with this profile; their cases name the regimen
    """

    id: str
    version: str
    title: str
    country: str
    region: str | None
    policy: Policy
    renal_rules: str
    limit_sets: Mapping[str, str]
    dpyd_duty: Literal["test_first", "may_record"]
    creatinine_unit: Literal["mg/dL", "umol/L"]
    blood_test_days_before: tuple[int, ...]
    fever: Fever
    ctcae: str
    date_style: Literal["mdy", "dmy", "ymd"]
    number_style: Literal["comma", "thin_space"]
    paper: Literal["a4", "letter"]
    language: str
    to_verify: tuple[str, ...]
    text: str
    sha256: str
    sources: Mapping[str, str] = field(default_factory=dict)
    labels: str = ""
    examples: tuple[Example, ...] = ()
