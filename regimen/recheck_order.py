"""The second path's arithmetic: an order computed in fractions, straight from the text of the files and the case."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import Any

from regimen.given import Case
from regimen.recheck_numbers import log10, power, square_root

Table = Mapping[str, Any]

_POWER_LAWS = {
    # formula: factor, exponent of weight in kg, exponent of height in cm; typed again from the publications
    "du_bois": ("0.007184", "0.425", "0.725"),
    "haycock": ("0.024265", "0.5378", "0.3964"),
    "gehan_george": ("0.0235", "0.51456", "0.42246"),
    "fujimoto": ("0.008883", "0.444", "0.663"),
    "takahira": ("0.007241", "0.425", "0.725"),
    "shuter_aslani": ("0.00949", "0.441", "0.655"),
    "schlich/female": ("0.000975482", "0.46", "1.08"),
    "schlich/male": ("0.000579479", "0.38", "1.24"),
    "livingston_lee": ("0.1173", "0.6466", "0"),
}


@dataclass(frozen=True, slots=True)
class DrugAgain:
    """One drug, computed again. Milligrams, millilitres and mg/mL as fractions; None where it does not apply.

    exact_mg   after starting percent and percent or level, before cap and rounding
    target_mg  the same after a cap, if one is switched on
    dose_mg    IV: after the one rounding, None where a band table has no single answer
    label_mg   oral: what the label's own rounding leads to, two amounts on an exact half, empty where it has none
    """

    drug: str
    route: str
    days: tuple[int, ...]
    doses_per_day: int
    exact_mg: Fraction
    target_mg: Fraction
    dose_mg: Fraction | None
    label_mg: tuple[Fraction, ...]
    volume_ml: Fraction | None
    concentration_mg_ml: Fraction | None
    vial_sizes_mg: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class OrderAgain:
    """The whole order, computed again. policy: every choice, case over profile, numbers as fractions."""

    bsa_m2: Fraction
    dosing_m2: Fraction
    crcl_ml_min: Fraction | None
    drugs: Mapping[str, DrugAgain]
    policy: Table


@lru_cache(maxsize=64)
def read(text: str) -> Table:
    """TOML with every number a fraction. Kept by its exact text, since a batch comes back to the same few files."""
    fractions: Table = _as_fractions(tomllib.loads(text, parse_float=Fraction))
    return fractions


def _as_fractions(value: object) -> Any:
    if isinstance(value, bool | str | Fraction) or value is None:
        return value
    if isinstance(value, int | Decimal):
        return Fraction(value)
    if isinstance(value, Mapping):
        return {str(key): _as_fractions(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_as_fractions(entry) for entry in value]
    return value


def _laid_over(below: Table, above: Table) -> dict[str, Any]:
    """What the case gives over what the profile gives; these tables are merged, all else is replaced."""
    merged = ("max_variance_percent", "dose_steps_mg", "bands", "vials_mg", "volumes_ml", "diluents")
    laid = {**below, **above}
    return laid | {key: {**below.get(key, {}), **above.get(key, {})} for key in merged}


def body_surface(formula: str, height_cm: Fraction, weight_kg: Fraction, sex: str) -> Fraction:
    """m2, exact or right to more than 50 digits."""
    if formula == "mosteller":
        return square_root(height_cm * weight_kg / 3600)
    if formula == "boyd":
        exponent = Fraction("0.6157") - Fraction("0.0188") * log10(weight_kg)
        return Fraction("0.0333") * power(weight_kg, exponent) * power(height_cm, Fraction("0.3"))
    law = _POWER_LAWS[f"schlich/{sex}" if formula == "schlich" else formula]
    factor, of_weight, of_height = (Fraction(number) for number in law)
    return factor * power(weight_kg, of_weight) * power(height_cm, of_height)


def nearest(value: Fraction, step: Fraction) -> Fraction:
    """The nearest multiple of step, an exact half upwards."""
    return floor(value / step + Fraction(1, 2)) * step


def nearest_both(value: Fraction, step: Fraction) -> tuple[Fraction, ...]:
    """The nearest multiple of step, on an exact half both neighbours, the lower first."""
    whole = floor(value / step)
    rest = value / step - whole
    if rest == Fraction(1, 2):
        return whole * step, (whole + 1) * step
    return ((whole + (rest > Fraction(1, 2))) * step,)


def _age(case: Case) -> int:
    born, day = case.patient.birth_date, case.day1
    had_birthday = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (0 if had_birthday else 1)


def _clearance(case: Case, setting: str) -> Fraction | None:
    creatinine = case.basis.creatinine
    if creatinine is None:
        return None
    height, actual = Fraction(case.basis.height_cm), Fraction(case.basis.weight_kg)
    female = case.patient.sex == "female"
    ideal = (Fraction("45.5") if female else 50) + Fraction("2.3") * (height / Fraction("2.54") - 60)
    obese = actual / (height / 100) ** 2 >= 30
    wanted = {"auto": "adjusted" if obese else "actual"}.get(setting, setting)
    weight = {"actual": actual, "ideal": ideal, "adjusted": ideal + Fraction("0.4") * (actual - ideal)}[wanted]
    weight = min(weight, actual)
    mg_dl = Fraction(creatinine.value) / (Fraction("88.4") if creatinine.unit == "umol/L" else 1)
    return (140 - _age(case)) * weight / (72 * mg_dl) * (Fraction("0.85") if female else 1)


def _active(regimen: Table, case: Case) -> list[Table]:
    """The drugs of this cycle for the chosen options, without those stopped on or before its day 1."""
    phases = [
        phase["id"]
        for phase in regimen["phase"]
        if phase["first_cycle"] <= case.cycle <= phase.get("last_cycle", case.cycle)
    ]
    return [
        drug
        for drug in regimen["drug"]
        if (not drug.get("phases") or set(phases) & set(drug["phases"]))
        and all(case.options.get(option) in choices for option, choices in drug.get("when", {}).items())
        and not (drug["name"] in case.stopped and case.stopped[drug["name"]] <= case.day1)
    ]


def _dosing_weight(case: Case) -> Fraction:
    """What doses are computed on: the weight of the last doses where a person kept it, else the one measured."""
    kept, last = case.basis.kept_weight_kg, case.previous
    if kept is None:
        return Fraction(case.basis.weight_kg)
    if last is None or last.weight_kg is None or Fraction(last.weight_kg) != Fraction(kept):
        raise ValueError("the kept weight is not that of the last doses")
    return Fraction(kept)


def _level(drug: Table, weight_kg: Fraction, labels: str) -> tuple[Fraction, str]:
    """Level and unit: that of the first tier the weight falls under, else the drug's own."""
    for tier in drug.get("tier", ()):
        edge = tier.get("edge_by_practice", {}).get(labels, tier["edge"])
        if weight_kg < tier["below_kg"] or (edge == "inclusive" and weight_kg == tier["below_kg"]):
            return tier["amount"], tier["unit"]
    return drug["dose"]["amount"], drug["dose"]["unit"]


def _banded(rows: Sequence[Any], exact_mg: Fraction) -> Fraction | None:
    """The dose of the only row that holds the value, looked up at the decimals of the table."""
    cells = [[_cell(row, key) for key in ("from_mg", "to_mg", "dose_mg")] for row in rows]
    places = 0
    while any((end * 10**places).denominator != 1 for row in cells for end in row[:2]):
        places += 1
    value = nearest(exact_mg, Fraction(1, 10**places))
    doses = {row[2] for row in cells if row[0] <= value <= row[1]}
    return doses.pop() if len(doses) == 1 else None


def _cell(row: Any, key: str) -> Fraction:
    return Fraction(row[key] if isinstance(row, Mapping) else getattr(row, key))


def _volume(drug: Table, policy: Table, dose_mg: Fraction) -> tuple[Fraction, Fraction]:
    """Bag volume and concentration by the file's own convention."""
    infusion = drug["infusion"]
    volume = policy.get("volumes_ml", {}).get(drug["name"])
    if volume is None:
        fitting = [row for row in infusion["volume"] if dose_mg <= row.get("up_to_mg", dose_mg)]
        volume = fitting[0]["volume_ml"]
    added = dose_mg / infusion["concentrate_mg_ml"] if infusion["convention"] == "added" else 0
    return volume, dose_mg / (volume + added)


def _label_answer(
    policy: Table, tables: Sequence[Table], level: Fraction, percent: Fraction, bsa: Fraction, target: Fraction
) -> tuple[Fraction, ...]:
    """The label's own rounding of one capecitabine dose: mg, two on an exact half, none where it has no answer."""
    rounding = policy["capecitabine_rounding"]
    if rounding == "us_150":
        return tuple(dose for dose in nearest_both(target, Fraction(150)) if dose > 0)
    if rounding == "nearest_plan":
        return ()
    size = nearest(bsa, Fraction(1, 100))
    for table in tables:
        if table["level_mg_m2"] != level:
            continue
        row = next(row for row in table["row"] if size <= row.get("upto_m2", size))
        cells = {Fraction(column): dose for column, dose in row["dose_mg"].items() if column != "to_verify"}
        return (cells[percent],) if percent in cells else ()
    return ()


def _rounded(policy: Table, name: str, target_mg: Fraction) -> Fraction | None:
    """By the imported band table where there is one, else by the drug's step."""
    bands = policy["bands"].get(name)
    if bands:
        return _banded(bands, target_mg)
    step = policy["dose_steps_mg"].get(name, policy["default_step_mg"])
    return nearest(target_mg, step) or None


def _drug_again(
    drug: Table, case: Case, policy: Table, tables: Sequence[Table], surfaces: tuple[Fraction, Fraction], labels: str
) -> DrugAgain:
    name, weight = drug["name"], _dosing_weight(case)
    level, unit = _level(drug, weight, labels)
    start = Fraction(case.starting_percent.get(name, 100)) / 100
    percent = start * Fraction(case.dose_percent.get(name, 100)) / 100
    if name in case.dose_level:
        percent = Fraction(case.dose_level[name]) / level
    uncapped, capped = ({"mg/m2": surface, "mg/kg": weight, "mg": Fraction(1)}[unit] for surface in surfaces)
    most = drug["dose"].get("most_mg")
    exact, target = (
        amount if most is None else min(amount, most)
        for amount in (level * percent * size for size in (uncapped, capped))
    )
    dose: Fraction | None = None
    volume: Fraction | None = None
    concentration: Fraction | None = None
    label: tuple[Fraction, ...] = ()
    if drug["route"] == "po":
        if drug["role"] == "fluoropyrimidine":
            label = _label_answer(policy, tables, level, percent * 100, surfaces[1], target)
    else:
        as_it_stands = target.denominator == 1 and (unit == "mg" or target == most)
        dose = target if as_it_stands else _rounded(policy, name, target)
        if dose is not None:
            volume, concentration = _volume(drug, policy, dose)
    return DrugAgain(
        drug=name,
        route=drug["route"],
        days=tuple(int(day) for day in drug["days"]),
        doses_per_day=int(drug["doses_per_day"]),
        exact_mg=exact,
        target_mg=target,
        dose_mg=dose,
        label_mg=label,
        volume_ml=volume,
        concentration_mg_ml=concentration,
        vial_sizes_mg=tuple(policy.get("vials_mg", {}).get(name, drug.get("vials_mg", ()))),
    )


def recheck(regimen_text: str, profile_text: str, case: Case, table_texts: Sequence[str] = ()) -> OrderAgain:
    """The order of one case, computed again from the exact texts the engine was given.

    table_texts  capecitabine tables, where the rounding is eu_table
    raises       KeyError, ValueError and the like for files the strict readers would have refused
    """
    regimen, profile = read(regimen_text), read(profile_text)
    policy = _laid_over(profile["policy"], _as_fractions(case.policy))
    tables = [read(text) for text in table_texts]
    height, weight = Fraction(case.basis.height_cm), _dosing_weight(case)
    surface = body_surface(policy["bsa_formula"], height, weight, case.patient.sex)
    cap = policy.get("bsa_cap_m2")
    dosing = min(surface, cap) if isinstance(cap, Fraction) else surface
    labels = profile.get("labels", profile["id"])
    drugs = {
        drug["name"]: _drug_again(drug, case, policy, tables, (surface, dosing), labels)
        for drug in _active(regimen, case)
    }
    return OrderAgain(surface, dosing, _clearance(case, policy["crcl_weight"]), drugs, policy)
