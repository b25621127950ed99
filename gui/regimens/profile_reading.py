"""A practice profile in words: what differs by country and site, each value with where it comes from."""

from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal

from gui.regimens.reading import Part, Row
from regimen.numbers import plain
from regimen.practice import BandRow, Policy, Profile

NAMES: Mapping[str, str] = {
    "bsa_formula": "Body surface formula", "bsa_cap_m2": "Cap on body surface, m²",
    "crcl_weight": "Weight for creatinine clearance", "capecitabine_rounding": "Capecitabine rounding",
    "tablets_mg": "Tablet strengths, mg", "tablet_packs": "Tablets in a pack",
    "max_variance_oral_percent": "Largest rounding error of tablets, %",
    "max_variance_iv_percent": "Largest rounding error of infusions, %",
    "unequal_am_pm": "Unequal morning and evening", "unequal_most_mg": "Morning and evening apart at most, mg",
    "first_dose": "First tablets", "dose_steps_mg": "Dose steps, mg", "default_step_mg": "Step of any other drug, mg",
    "bands": "Dose bands, mg", "vials_mg": "Vial sizes, mg", "volumes_ml": "Bag volumes, mL", "diluents": "Diluents",
    "weight_change_percent": "Weight change that is questioned, %",
    "dose_change_percent": "Dose change that is questioned, %",
    "near_crcl_ml_min": "Clearance this near to a limit is pointed out, mL/min",
    "weight_valid_days": "Days a weight counts", "lab_valid_days": "Days a blood test counts",
    "creatinine_valid_days": "Days a creatinine counts", "height_change_cm": "Height change that is questioned, cm",
    "share_vials": "Vials shared between patients",
}  # fmt: skip
#: Two values stand under one key of the file.
KEYS = {"max_variance_oral_percent": "max_variance_percent", "max_variance_iv_percent": "max_variance_percent"}


def profile_in_words(profile: Profile) -> tuple[Part, ...]:
    """Everything the profile says, part by part; empty parts are left out."""
    source = profile.sources.get
    rules = (
        Row("Labels followed", profile.labels.upper()),
        Row("Kidney rules of the regimens", profile.renal_rules, source("renal_rules", "")),
        Row("DPYD", {"test_first": "a test comes first", "may_record": "'not tested' with a reason is enough"}[
            profile.dpyd_duty], source("dpyd_duty", "")),
        Row("CTCAE of dose rules", profile.ctcae, source("ctcae", "")),
        Row("Creatinine is typed in", profile.creatinine_unit),
        Row("Blood tests before day 1 and day 8", f"{_text(profile.blood_test_days_before)} days",
            source("blood_test_days_before", "")),
        Row("Fever from", _fever(profile), profile.fever.source),
        *(Row(f"Treatment-day limits, {name or 'all other regimens'}", chosen)
          for name, chosen in profile.limit_sets.items()),
    )  # fmt: skip
    paper = (
        Row("Country, region", ", ".join(part for part in (profile.country, profile.region) if part)),
        Row("Dates and numbers", f"{profile.date_style}, {profile.number_style}"),
        Row("Paper", profile.paper.upper()), Row("Language", profile.language),
    )  # fmt: skip
    parts = (
        Part("Rules", rules),
        Part("Doses", tuple(_policy(profile.policy, profile.sources))),
        Part("On paper", paper),
        Part("Still to be verified by the site", tuple(Row("", place) for place in profile.to_verify)),
    )
    return tuple(part for part in parts if part.rows)


def _policy(policy: Policy, sources: Mapping[str, str]) -> list[Row]:
    rows = []
    for each in fields(policy):
        value = getattr(policy, each.name)
        if isinstance(value, Mapping) and not value:
            continue
        says = "no cap" if each.name == "bsa_cap_m2" and value is None else _text(value)
        rows.append(Row(NAMES[each.name], says, sources.get(f"policy.{KEYS.get(each.name, each.name)}", "")))
    return rows


def _fever(profile: Profile) -> str:
    said = f"{plain(profile.fever.celsius)} °C"
    return said if profile.fever.fahrenheit is None else f"{said}, {plain(profile.fever.fahrenheit)} °F"


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, BandRow):
        return f"{plain(value.from_mg)} to {plain(value.to_mg)} gives {plain(value.dose_mg)}"
    if isinstance(value, Mapping):
        return "; ".join(f"{_text(key)}: {_text(each)}" for key, each in value.items())
    if isinstance(value, tuple):
        return ", ".join(_text(each) for each in value)
    return str(value).replace("_", " ")
