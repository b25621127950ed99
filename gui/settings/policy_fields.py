"""The site's choices over the practice profile, each beside what the profile says; empty means: as the profile."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from gui.widgets.choice import Segmented
from gui.widgets.combo import ComboField
from gui.widgets.field import Field
from gui.widgets.number_field import NumberField
from regimen.numbers import plain
from regimen.practice import Profile

AS_PROFILE = "profile"
STRENGTHS = ("150", "300", "500")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PolicyFields", text)


class PolicyFields(NamedTuple):
    """The fields in reading order; each keeps its own part of the contract's `policy` object."""

    bsa_formula: ComboField
    bsa_cap_m2: NumberField
    crcl_weight: ComboField
    capecitabine_rounding: ComboField
    tablets_mg: ComboField
    unequal_am_pm: Segmented
    oxaliplatin_step: NumberField
    variance_oral: NumberField
    variance_iv: NumberField
    weight_change_percent: NumberField
    dose_change_percent: NumberField

    def all(self) -> tuple[Field, ...]:
        """Every field."""
        return tuple(self)


_FORMULAS = (
    ("mosteller", "Mosteller"), ("du_bois", "Du Bois"), ("haycock", "Haycock"), ("gehan_george", "Gehan-George"),
    ("boyd", "Boyd"), ("fujimoto", "Fujimoto"), ("takahira", "Takahira"), ("shuter_aslani", "Shuter-Aslani"),
    ("schlich", "Schlich"), ("livingston_lee", "Livingston-Lee"),
)  # fmt: skip
_ROUNDINGS = (
    ("us_150", "nearest 150 mg (US label)"),
    ("eu_table", "table by BSA (EU label)"),
    ("nearest_plan", "nearest tablet plan"),
)
_WEIGHTS = (
    ("auto", "actual; adjusted 0.4 from BMI 30"),
    ("actual", "actual"),
    ("ideal", "ideal, never above actual"),
    ("adjusted", "adjusted 0.4"),
)
_TABLETS = (
    ("150 500", "150 and 500 mg"),
    ("500", "500 mg only"),
    ("150", "150 mg only"),
    ("150 300 500", "150, 300 and 500 mg"),
)


def make_policy_fields() -> PolicyFields:
    """Empty fields; `show_policy` fills them."""
    percent = {"least": Decimal("0.1"), "most": Decimal(50), "decimals": 1, "optional": True}
    profile = ((AS_PROFILE, _tr("as the profile")),)
    yes_no = ((AS_PROFILE, _tr("as the profile")), ("yes", _tr("allowed")), ("no", _tr("not allowed")))
    return PolicyFields(
        ComboField(_tr("BSA formula"), profile + _FORMULAS, name="policy_bsa_formula"),
        NumberField(
            _tr("BSA cap"), "m²", least=Decimal(1), most=Decimal(4), optional=True, name="policy_bsa_cap"
        ),
        ComboField(_tr("Weight for creatinine clearance"), profile + _WEIGHTS, name="policy_crcl_weight"),
        ComboField(_tr("Capecitabine rounding"), profile + _ROUNDINGS, name="policy_rounding"),
        ComboField(_tr("Capecitabine tablets in stock"), profile + _TABLETS, name="policy_tablets"),
        Segmented(yes_no, _tr("Unequal morning and evening"), name="policy_unequal"),
        NumberField(
            _tr("Oxaliplatin step"), "mg", least=Decimal(1), most=Decimal(50), decimals=0, optional=True,
            name="policy_oxaliplatin_step",
        ),
        NumberField(_tr("Largest rounding error, tablets"), "%", name="policy_variance_oral", **percent),  # type: ignore[arg-type]
        NumberField(_tr("Largest rounding error, infusions"), "%", name="policy_variance_iv", **percent),  # type: ignore[arg-type]
        NumberField(_tr("Weight change that is questioned"), "%", name="policy_weight_change", **percent),  # type: ignore[arg-type]
        NumberField(_tr("Dose change that is questioned"), "%", name="policy_dose_change", **percent),  # type: ignore[arg-type]
    )  # fmt: skip


def show_profile(fields: PolicyFields, profile: Profile) -> None:
    """Say beside each field what the profile has."""
    policy = profile.policy
    named = dict(_FORMULAS + _ROUNDINGS + _WEIGHTS)
    says = (
        named[policy.bsa_formula],
        _tr("no cap") if policy.bsa_cap_m2 is None else f"{plain(policy.bsa_cap_m2)} m²",
        named[policy.crcl_weight],
        named[policy.capecitabine_rounding],
        ", ".join(plain(strength) for strength in policy.tablets_mg) + " mg",
        _tr("allowed") if policy.unequal_am_pm else _tr("not allowed"),
        f"{plain(policy.dose_steps_mg.get('oxaliplatin', policy.default_step_mg))} mg",
        f"{plain(policy.max_variance_oral_percent)} %",
        f"{plain(policy.max_variance_iv_percent)} %",
        f"{plain(policy.weight_change_percent)} %",
        f"{plain(policy.dose_change_percent)} %",
    )
    for field, words in zip(fields.all(), says, strict=True):
        field.set_hint(_tr("profile {0}: {1}").format(profile.id.upper(), words))


def show_policy(fields: PolicyFields, policy: Mapping[str, object]) -> None:
    """Show the site's own choices; what the site left to the profile is empty."""
    steps, limits = _part(policy, "dose_steps_mg"), _part(policy, "max_variance_percent")
    for combo, key in (
        (fields.bsa_formula, "bsa_formula"), (fields.crcl_weight, "crcl_weight"),
        (fields.capecitabine_rounding, "capecitabine_rounding"),
    ):  # fmt: skip
        combo.choose(str(policy.get(key, AS_PROFILE)))
    strengths = policy.get("tablets_mg")
    fields.tablets_mg.choose(
        " ".join(str(strength) for strength in strengths) if isinstance(strengths, list | tuple) else AS_PROFILE
    )
    unequal = policy.get("unequal_am_pm")
    fields.unequal_am_pm.choose(AS_PROFILE if unequal is None else "yes" if unequal else "no")
    for number, value in (
        (fields.bsa_cap_m2, policy.get("bsa_cap_m2")), (fields.oxaliplatin_step, steps.get("oxaliplatin")),
        (fields.variance_oral, limits.get("oral")), (fields.variance_iv, limits.get("iv")),
        (fields.weight_change_percent, policy.get("weight_change_percent")),
        (fields.dose_change_percent, policy.get("dose_change_percent")),
    ):  # fmt: skip
        number.set_text("" if value is None else str(value))


def read_policy_fields(fields: PolicyFields, before: Mapping[str, object]) -> dict[str, object]:
    """The `policy` object the fields stand for; keys this form does not show are taken from `before`."""
    policy = {key: value for key, value in before.items() if key not in _SHOWN}
    for combo, key in (
        (fields.bsa_formula, "bsa_formula"), (fields.crcl_weight, "crcl_weight"),
        (fields.capecitabine_rounding, "capecitabine_rounding"),
    ):  # fmt: skip
        if combo.value() not in (None, AS_PROFILE):
            policy[key] = combo.value()
    strengths = fields.tablets_mg.value()
    if strengths not in (None, AS_PROFILE):
        policy["tablets_mg"] = (strengths or "").split()
    if fields.unequal_am_pm.value() in ("yes", "no"):
        policy["unequal_am_pm"] = fields.unequal_am_pm.value() == "yes"
    for number, key in (
        (fields.bsa_cap_m2, "bsa_cap_m2"), (fields.weight_change_percent, "weight_change_percent"),
        (fields.dose_change_percent, "dose_change_percent"),
    ):  # fmt: skip
        _put(policy, key, number)
    steps = {drug: step for drug, step in _part(before, "dose_steps_mg").items() if drug != "oxaliplatin"}
    _put(steps, "oxaliplatin", fields.oxaliplatin_step)
    limits: dict[str, object] = {}
    _put(limits, "oral", fields.variance_oral)
    _put(limits, "iv", fields.variance_iv)
    policy |= {key: part for key, part in (("dose_steps_mg", steps), ("max_variance_percent", limits)) if part}
    return policy


_SHOWN = frozenset(
    {
        "bsa_formula", "bsa_cap_m2", "crcl_weight", "capecitabine_rounding", "tablets_mg", "unequal_am_pm",
        "dose_steps_mg", "max_variance_percent", "weight_change_percent", "dose_change_percent",
    }
)  # fmt: skip


def _part(policy: Mapping[str, object], key: str) -> Mapping[str, object]:
    found = policy.get(key)
    return found if isinstance(found, Mapping) else {}


def _put(policy: dict[str, object], key: str, field: NumberField) -> None:
    value = field.value()
    if value is not None:
        policy[key] = plain(value)
