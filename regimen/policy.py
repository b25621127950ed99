"""The choices the dose engine makes: what a case or site gives, laid over the practice profile."""

from collections.abc import Mapping
from dataclasses import fields, replace
from decimal import Decimal
from typing import get_args

from regimen.errors import Refusal, Refused
from regimen.fields import Fields, read_decimal, read_text
from regimen.numbers import as_typed
from regimen.practice import BandRow, BsaFormula, CrclWeight, FirstDose, Policy, Profile, Rounding

POLICY_KEYS = (
    "bsa_formula", "bsa_cap_m2", "crcl_weight", "capecitabine_rounding", "tablets_mg", "tablet_packs",
    "max_variance_percent", "unequal_am_pm", "unequal_most_mg", "first_dose", "dose_steps_mg", "default_step_mg",
    "bands", "vials_mg", "volumes_ml", "diluents", "weight_change_percent", "dose_change_percent",
    "near_crcl_ml_min", "weight_valid_days", "lab_valid_days", "creatinine_valid_days", "height_change_cm",
    "share_vials",
)  # fmt: skip
_WORDS = {
    "bsa_formula": get_args(BsaFormula),
    "crcl_weight": get_args(CrclWeight),
    "capecitabine_rounding": get_args(Rounding),
    "first_dose": get_args(FirstDose),
}
_BOOLEANS = ("unequal_am_pm", "share_vials")
_DAYS = ("weight_valid_days", "lab_valid_days", "creatinine_valid_days")
# Maps from drug names: a case that names one drug leaves the profile's others as they are.
_BY_DRUG = ("dose_steps_mg", "bands", "vials_mg", "volumes_ml", "diluents")
MOST_STRENGTHS = 6
# No capecitabine tablet is smaller, and no label has more strengths; smaller ones would only make longer lists.
LEAST_TABLET_MG, MOST_TABLETS = 50, 4
MOST_MG = 100_000


def read_policy(given: object, place: str, refusals: list[Refusal]) -> dict[str, object]:
    """The contract's `policy` object, read strictly: Decimals, tuples and plain mappings under the same keys.

    Reading what was read before changes nothing. Refusals are added to the list.
    """
    got = Fields(given, place, refusals, POLICY_KEYS)
    read: dict[str, object] = {}
    for key, words in _WORDS.items():
        if got.has(key) and (word := got.choice(key, words, "")):
            read[key] = word
    for key in _BOOLEANS:
        if (flag := got.boolean(key)) is not None:
            read[key] = flag
    for key in _DAYS:
        if (days := got.whole(key, 0, 3650)) is not None:
            read[key] = days
    if got.names("bsa_cap_m2"):
        read["bsa_cap_m2"] = got.decimal("bsa_cap_m2", least=1, most=4)
    _read_amounts(got, read)
    _read_strengths(got, read)
    _read_variance(got, read)
    _read_by_drug(got, read)
    return read


def _read_amounts(got: Fields, read: dict[str, object]) -> None:
    limits = {
        "weight_change_percent": ("0.1", 100), "dose_change_percent": ("0.1", 100), "near_crcl_ml_min": ("0", 30),
        "height_change_cm": ("0.1", 50), "default_step_mg": ("0.001", 1000), "unequal_most_mg": ("0", 2000),
    }  # fmt: skip
    for key, (least, most) in limits.items():
        amount = got.decimal(key, least=Decimal(least), most=most)
        if amount is not None:
            read[key] = amount


def _read_strengths(got: Fields, read: dict[str, object]) -> None:
    if got.has("tablets_mg"):
        sizes = _sizes(got.raw("tablets_mg"), got.name("tablets_mg"), got.refusals, LEAST_TABLET_MG, MOST_TABLETS)
        if sizes:
            read["tablets_mg"] = sizes
    if got.has("tablet_packs"):
        read["tablet_packs"] = _packs(got)


def _packs(got: Fields) -> dict[Decimal, int]:
    """Strength in mg -> tablets in a pack; the strengths are keys, text in JSON and numbers once read."""
    given, field = got.raw("tablet_packs"), got.name("tablet_packs")
    if not isinstance(given, Mapping):
        got.refuse("tablet_packs", "must be an object with strengths in mg as names")
        return {}
    packs: dict[Decimal, int] = {}
    for strength, tablets in given.items():
        size = read_decimal(strength, field, got.refusals, above=0, most=5000)
        count = _count(tablets, f"{field}.{strength}", got.refusals)
        if size is not None and count is not None:
            packs[size] = count
    return packs


def _read_variance(got: Fields, read: dict[str, object]) -> None:
    if not got.has("max_variance_percent"):
        return
    limits = got.inner("max_variance_percent", ("oral", "iv"))
    found = {key: limits.decimal(key, least=0, most=50) for key in ("oral", "iv") if limits.has(key)}
    read["max_variance_percent"] = {key: value for key, value in found.items() if value is not None}


def _read_by_drug(got: Fields, read: dict[str, object]) -> None:
    if got.has("dose_steps_mg"):
        read["dose_steps_mg"] = got.mapping("dose_steps_mg", _step)
    if got.has("volumes_ml"):
        read["volumes_ml"] = got.mapping("volumes_ml", _volume)
    if got.has("diluents"):
        read["diluents"] = got.mapping("diluents", _word)
    if got.has("vials_mg"):
        read["vials_mg"] = got.mapping("vials_mg", _sizes)
    if got.has("bands"):
        read["bands"] = got.mapping("bands", _bands)


def _count(given: object, field: str, refusals: list[Refusal]) -> int | None:
    value = read_decimal(given, field, refusals, least=1, most=10_000)
    if value is not None and value != value.to_integral_value():
        refusals.append(Refusal(field, f"{field} must be a whole number."))
        return None
    return None if value is None else int(value)


def _step(given: object, field: str, refusals: list[Refusal]) -> Decimal | None:
    return read_decimal(given, field, refusals, above=0, most=1000)


def _volume(given: object, field: str, refusals: list[Refusal]) -> Decimal | None:
    return read_decimal(given, field, refusals, above=0, most=5000)


def _word(given: object, field: str, refusals: list[Refusal]) -> str | None:
    return read_text(given, field, refusals, "") or None


def _sizes(
    given: object, field: str, refusals: list[Refusal], least: int = 1, many: int = MOST_STRENGTHS
) -> tuple[Decimal, ...] | None:
    if not isinstance(given, list | tuple) or not 1 <= len(given) <= many:
        refusals.append(Refusal(field, f"{field} must be a list of one to {many} strengths in mg."))
        return None
    sizes = [read_decimal(size, f"{field}[{i}]", refusals, least=least, most=10_000) for i, size in enumerate(given)]
    found = [size for size in sizes if size is not None]
    if len(set(found)) != len(found):
        refusals.append(Refusal(field, f"{field} names a strength twice."))
        return None
    return tuple(sorted(found)) if len(found) == len(sizes) else None


def _bands(given: object, field: str, refusals: list[Refusal]) -> tuple[BandRow, ...] | None:
    if isinstance(given, tuple) and all(isinstance(row, BandRow) for row in given):
        return given
    if not isinstance(given, list | tuple) or not given:
        refusals.append(Refusal(field, f"{field} must be a list of rows with from_mg, to_mg and dose_mg."))
        return None
    rows = []
    for i, entry in enumerate(given):
        row = Fields(entry, f"{field}[{i}]", refusals, ("from_mg", "to_mg", "dose_mg"))
        row.required("from_mg", "to_mg", "dose_mg")
        low, high = row.decimal("from_mg", least=0, most=MOST_MG), row.decimal("to_mg", above=0, most=MOST_MG)
        dose = row.decimal("dose_mg", above=0, most=MOST_MG)
        if low is None or high is None or dose is None:
            continue
        if low > high:
            row.refuse("to_mg", "is below from_mg")
        rows.append(BandRow(low, high, dose))
    return tuple(rows)


def resolve_policy(
    profile: Profile, site_policy: Mapping[str, object] | None, case_policy: Mapping[str, object]
) -> tuple[Policy, tuple[str, ...]]:
    """Case over site over profile, and the dotted keys that fell back to the profile.

    site_policy, case_policy  objects with the contract's `policy` keys, as JSON or as read
    raises  Refused
    """
    refusals: list[Refusal] = []
    site = read_policy(site_policy or {}, "site_policy", refusals)
    case = read_policy(case_policy, "policy", refusals)
    if refusals:
        raise Refused(refusals)
    policy = _lay_over(_lay_over(profile.policy, site), case)
    return policy, _fallen_back(policy, site, case)


def _lay_over(policy: Policy, given: Mapping[str, object]) -> Policy:
    changes: dict[str, object] = {}
    for key, value in given.items():
        if key == "max_variance_percent":
            assert isinstance(value, Mapping)
            changes |= {f"max_variance_{route}_percent": limit for route, limit in value.items()}
        elif key in _BY_DRUG:
            assert isinstance(value, Mapping)
            changes[key] = {**getattr(policy, key), **value}
        else:
            changes[key] = value
    return replace(policy, **changes)  # type: ignore[arg-type]


def _fallen_back(policy: Policy, *given: Mapping[str, object]) -> tuple[str, ...]:
    left = []
    for key in POLICY_KEYS:
        if key == "max_variance_percent":
            limits = [layer.get(key) for layer in given]
            named = {route for limit in limits if isinstance(limit, Mapping) for route in limit}
            left += [f"policy.{key}.{route}" for route in ("oral", "iv") if route not in named]
        elif not any(key in layer for layer in given) and getattr(policy, key) != {}:
            left.append(f"policy.{key}")
    return tuple(left)


def write_policy(read: Mapping[str, object]) -> dict[str, object]:
    """A read policy object as JSON, for the snapshot of a case."""
    return {key: _written(value) for key, value in read.items()}


def _written(value: object) -> object:
    if isinstance(value, Decimal):
        return as_typed(value)
    if isinstance(value, BandRow):
        return {field.name: as_typed(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(_written(key)): _written(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_written(entry) for entry in value]
    return value
