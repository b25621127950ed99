"""The answer has the contract's shape and comes back the same."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from regimen.answer import as_json, from_json
from regimen.answer_text import as_text
from tests.regimen.samples import order_of

CONTRACT_DOSE_KEYS = {
    "drug", "route", "days", "level", "per", "percent", "exact_mg", "dose_mg", "variance_percent", "proof",
    "proof_steps",
}  # fmt: skip
VARIED: list[dict[str, Any]] = [
    {},
    {"practice": "eu", "basis__creatinine": None},
    {"policy": {"bsa_cap_m2": "1.5", "tablets_mg": [500], "unequal_am_pm": True}, "medicines": ["warfarin"]},
    {"dose_level": {"oxaliplatin": 100}, "labs": None, "basis__dpyd_activity_score": "1.5"},
    {"policy": {"bands": {"oxaliplatin": [{"from_mg": 1, "to_mg": 2, "dose_mg": 2}]}}},
    {"holds": [{"drug": "pembrolizumab", "from": "2026-03-01", "reason": "rash"}]},
    {"options": {"ici": "none"}, "patient__allergies": ["cisplatin <b>{x}"]},
]


def leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


@pytest.mark.parametrize("changes", VARIED, ids=str)
def test_an_order_written_and_read_again_is_the_same(changes: dict[str, Any]) -> None:
    order = order_of(**changes)
    text = json.dumps(as_json(order))
    assert from_json(json.loads(text)) == order
    assert json.dumps(as_json(from_json(json.loads(text)))) == text


@pytest.mark.parametrize("changes", VARIED, ids=str)
def test_no_number_is_a_float_and_none_is_written_with_an_exponent(changes: dict[str, Any]) -> None:
    answer = as_json(order_of(**changes))
    assert all(not isinstance(leaf, float | Decimal) for leaf in leaves(answer))
    for dose in answer["doses"]:
        for key in ("exact_mg", "dose_mg", "variance_percent", "percent"):
            assert dose[key] is None or "E" not in dose[key]


def test_the_keys_of_the_contract_are_all_there() -> None:
    answer = as_json(order_of(dose_percent={"capecitabine": 75}))
    assert set(answer) >= {"regimen", "practice", "defaults_used", "bsa", "renal", "doses", "alerts", "released"}
    assert set(answer["bsa"]) >= {"formula", "m2", "dosing_m2", "capped"}
    assert set(answer["renal"]) >= {"crcl_ml_min", "weight_used", "weight_kg"}
    pembrolizumab, oxaliplatin, capecitabine = answer["doses"]
    assert all(set(dose) >= CONTRACT_DOSE_KEYS for dose in answer["doses"])
    assert (pembrolizumab["exact_mg"], pembrolizumab["dose_mg"], pembrolizumab["variance_percent"]) == (
        "200",
        "200",
        "0",
    )
    assert oxaliplatin["infusion"]["diluent"] == "glucose 5 %"
    assert oxaliplatin["infusion"]["volume_ml"] == "500"
    assert oxaliplatin["infusion"]["concentration_mg_ml"] == "0.42"
    assert oxaliplatin["vials"] == [{"size_mg": "100", "count": 2}, {"size_mg": "50", "count": 1}]
    assert (oxaliplatin["waste_mg"], oxaliplatin["per"], oxaliplatin["level"]) == ("40", "m2", "130")
    assert capecitabine["doses_per_day"] == 2
    assert (capecitabine["starting_percent"], capecitabine["percent"]) == ("100", "75")
    plan = next(plan for plan in capecitabine["plans"] if plan["am_mg"] == "1150")
    assert plan["am"] == plan["pm"] == {"150": 1, "500": 2}
    assert (plan["daily_mg"], plan["tablets_per_day"], plan["supply"]) == ("2300", 6, {"150": 28, "500": 56})
    assert plan["variance_percent"].startswith("-5.95")
    assert answer["renal"]["weight_kg"] == "58.0"
    assert set(answer["alerts"][0]) >= {"code", "severity", "drug", "proposed_percent", "text", "source"}


def test_the_proof_is_the_same_in_lines_and_in_steps() -> None:
    for dose in as_json(order_of())["doses"]:
        assert len(dose["proof"]) == len(dose["proof_steps"])
        for line, step in zip(dose["proof"], dose["proof_steps"], strict=True):
            assert step["title"] in line
            assert step["shown"] in line
            assert "\n" not in line


@pytest.mark.parametrize("changes", VARIED, ids=str)
def test_the_text_says_what_is_given_what_is_open_and_that_it_is_no_signature(changes: dict[str, Any]) -> None:
    order = order_of(**changes)
    text = as_text(order)
    assert all(dose.drug in text for dose in order.doses)
    assert all(f"({alert.code})" in text for alert in order.alerts)
    assert ("Released" in text) is order.released
    assert "This is no signature." in text
    assert len(as_text(order, proof=False)) < len(text)


def test_the_text_labels_dose_and_day_and_shows_a_hold() -> None:
    assert "1,650 mg per dose, twice daily, 3,300 mg per day" in as_text(order_of())
    assert "ON HOLD, not to be given" in as_text(order_of(**VARIED[5]))
    assert "a person must choose" in as_text(order_of(policy={"tablets_mg": [500]}))
