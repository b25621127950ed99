"""A case is read strictly, every refusal at once, and written back the same."""

import copy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.case import read_case, write_case
from regimen.errors import Refused
from regimen.json_text import read_json
from tests.regimen.samples import case_json

FULL: dict[str, Any] = {
    "regimen": "ici-capox",
    "options": {"ici": "pembrolizumab"},
    "practice": "eu",
    "policy": {
        "bsa_formula": "du_bois", "bsa_cap_m2": None, "crcl_weight": "ideal", "capecitabine_rounding": "eu_table",
        "tablets_mg": [500, 150], "max_variance_percent": {"oral": 5, "iv": 10}, "unequal_am_pm": True,
        "first_dose": "evening", "dose_steps_mg": {"oxaliplatin": "5"}, "weight_change_percent": 10,
        "dose_change_percent": 5, "volumes_ml": {"oxaliplatin": 250}, "diluents": {"oxaliplatin": "glucose 5 %"},
        "vials_mg": {"oxaliplatin": [50, 100]}, "tablet_packs": {"150": 60, "500": 120},
        "bands": {"oxaliplatin": [{"from_mg": "195.0", "to_mg": 205, "dose_mg": 200}]}, "weight_valid_days": 7,
    },
    "site": {"country": "US", "region": "CA", "closing_days": ["2026-03-09"]},
    "patient": {
        "sex": "female", "birth_date": "1958-03-01", "name": "Ada Ünal 李", "identifiers": ["MRN 0042"],
        "allergies": ["penicillin"], "reactions": ["oxaliplatin: flushing"],
    },
    "basis": {
        "height_cm": 165, "weight_kg": "58.0", "weight_date": "2026-03-02", "height_date": "2026-01-02",
        "creatinine": {"value": 88, "unit": "umol/L", "date": "2026-02-28"},
        "dpyd": {"status": "done", "variants": ["reference", "c.1905+1G>A"], "date": "2026-02-01"},
        "confirmed": ["weight_kg"],
    },
    "labs": {"neutrophils": {"value": "3.1", "unit": "10^9/L", "lln": "2.0", "uln": "7.5", "baseline": None}},
    "previous": {
        "weight_kg": "58.0", "height_cm": 165, "doses_mg": {"oxaliplatin": "210"}, "exact_mg": {"oxaliplatin": "211.9"},
        "cumulative": {"oxaliplatin": 390}, "last_day1": "2026-02-09",
    },
    "medicines": ["warfarin", {"name": "brivudine", "last_taken": "2026-01-05"}],
    "starting_percent": {"capecitabine": 100},
    "dose_percent": {"capecitabine": 75},
    "dose_level": {"oxaliplatin": "130"},
    "chosen_plan": {"capecitabine": 1},
    "cycle": 4, "day1": "2026-03-02", "revision": 2,
    "delays": [{"cycle": 2, "days": 7, "reason": "neutropenia", "shift": "all"}],
    "holds": [{"drug": "pembrolizumab", "from": "2026-03-23", "to": None, "reason": "rash"}],
    "stopped": {"pembrolizumab": "2026-05-01"},
    "events": [{"term": "Diarrhea", "grade": 3, "date": "2026-03-31", "resolved": "2026-04-06",
                "attributed_to": ["capecitabine"]}],
    "history": [{"cycle": 1, "dose_percent": {"capecitabine": 100}, "day1": "2026-01-01",
                 "starting_percent": {"capecitabine": 75}}],
    "liver_involvement": True,
}  # fmt: skip


def refusals_of(given: object) -> dict[str, str]:
    with pytest.raises(Refused) as refused:
        read_case(given)
    return {refusal.field: refusal.reason for refusal in refused.value.refusals}


@pytest.mark.parametrize("given", [FULL, case_json(), case_json(practice=None, cycle=None, labs=None)])
def test_a_case_written_and_read_again_is_the_same(given: dict[str, Any]) -> None:
    case = read_case(given)
    assert read_case(write_case(case)) == case


def test_what_was_typed_is_what_is_used() -> None:
    case = read_case(FULL)
    assert str(case.basis.weight_kg) == "58.0"
    assert case.previous is not None
    assert case.previous.cumulative == {"oxaliplatin": Decimal(390)}
    assert case.medicines == ("warfarin", "brivudine")
    assert case.medicine_ended["brivudine"].isoformat() == "2026-01-05"
    assert case.holds[0].end is None
    assert case.chosen_plan == {"capecitabine": 1}


def test_what_was_left_out_is_told() -> None:
    assert read_case(case_json(practice=None, cycle=None)).left_out == ("practice", "cycle")
    assert read_case(FULL).left_out == ()


def test_every_reason_comes_at_once() -> None:
    wrong = copy.deepcopy(FULL)
    wrong["basis"]["weight_kg"] = "58,4"
    wrong["basis"]["creatinine"]["unit"] = "mg"
    wrong["patient"]["sex"] = "F"
    wrong["day1"] = "02.03.2026"
    wrong["nurse"] = "x"
    wrong["dose_percent"]["capecitabine"] = 120
    del wrong["basis"]["height_cm"]
    fields = refusals_of(wrong)
    assert set(fields) == {
        "basis.weight_kg", "basis.creatinine.unit", "patient.sex", "day1", "nurse", "dose_percent.capecitabine",
        "basis.height_cm",
    }  # fmt: skip
    assert all(reason.endswith(".") for reason in fields.values())


@pytest.mark.parametrize("key", ["regimen", "patient", "basis", "day1"])
def test_a_required_key_left_out_is_refused_by_name(key: str) -> None:
    assert refusals_of({name: value for name, value in FULL.items() if name != key}) == {key: f"{key} is missing."}


@pytest.mark.parametrize(
    ("place", "value", "field"),
    [
        (("basis", "weight_kg"), "NaN", "basis.weight_kg"),
        (("basis", "weight_kg"), 0, "basis.weight_kg"),
        (("basis", "weight_kg"), -58, "basis.weight_kg"),
        (("basis", "weight_kg"), 58.0, "basis.weight_kg"),
        (("basis", "height_cm"), "", "basis.height_cm"),
        (("basis", "weight_date"), "2026-02-30", "basis.weight_date"),
        (("basis", "weight_date"), "20260302", "basis.weight_date"),
        (("basis", "dpyd_activity_score"), "1.2", "basis.dpyd_activity_score"),
        (("patient", "birth_date"), "2030-01-01", "patient.birth_date"),
        (("patient", "name"), "A\nB", "patient.name"),
        (("patient", "name"), "A" * 501, "patient.name"),
        (("patient", "name"), "\ud800", "patient.name"),
        (("patient", "identifiers"), "0042", "patient.identifiers"),
        (("policy", "bsa_formula"), "mostela", "policy.bsa_formula"),
        (("policy", "tablets_mg"), [], "policy.tablets_mg"),
        (("policy", "tablets_mg"), [150, 150], "policy.tablets_mg"),
        (("policy", "tablets_mg"), [150, "x"], "policy.tablets_mg[1]"),
        (("policy", "tablets_mg"), [1], "policy.tablets_mg[0]"),
        (("policy", "max_variance_percent"), {"oral": -1}, "policy.max_variance_percent.oral"),
        (("policy", "max_variance_percent"), {"iv ": 1}, "policy.max_variance_percent.iv "),
        (("policy", "dose_steps_mg"), {"oxaliplatin": 0}, "policy.dose_steps_mg.oxaliplatin"),
        (("policy", "bsa_cap_m2"), 0, "policy.bsa_cap_m2"),
        (("policy", "unequal_am_pm"), "yes", "policy.unequal_am_pm"),
        (("policy", "bands"), {"x": [{"from_mg": 9, "to_mg": 8, "dose_mg": 9}]}, "policy.bands.x[0].to_mg"),
        (("starting_percent", "capecitabine"), 0, "starting_percent.capecitabine"),
        (("chosen_plan", "capecitabine"), "0.5", "chosen_plan.capecitabine"),
        (("labs", "neutrophils"), 3, "labs.neutrophils"),
        (("labs", "neutrophils"), {"value": -1, "unit": "10^9/L"}, "labs.neutrophils.value"),
        (("cycle",), 0, "cycle"),
        (("cycle",), "1.5", "cycle"),
        (("cycle",), True, "cycle"),
        (("delays",), [{"cycle": 1, "days": -1, "reason": "x"}], "delays[0].days"),
        (("holds",), [{"drug": "x", "from": "2026-03-02", "to": "2026-03-01", "reason": "x"}], "holds[0].to"),
        (("events",), [{"term": "Diarrhea", "grade": 6, "date": "2026-03-02"}], "events[0].grade"),
        (("medicines",), [{"name": "brivudine", "ended": "2026-01-01"}], "medicines[0].ended"),
        (("options",), {"ici": 1}, "options.ici"),
        (("liver_involvement",), "yes", "liver_involvement"),
        (("patient",), [], "patient"),
        (("regimen",), 5, "regimen"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_at_its_place(place: tuple[str, ...], value: object, field: str) -> None:
    wrong = copy.deepcopy(FULL)
    inner = wrong
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    assert field in refusals_of(wrong)


def test_percent_and_level_of_one_drug_exclude_each_other() -> None:
    wrong = FULL | {"dose_percent": {"oxaliplatin": 75}}
    assert "give one of the two" in refusals_of(wrong)["dose_level.oxaliplatin"]


@pytest.mark.parametrize(
    ("dpyd", "field"),
    [
        ({"status": "done"}, "basis.dpyd.status"),
        ({"status": "pending", "activity_score": 1}, "basis.dpyd.status"),
        ({"variants": ["reference"]}, "basis.dpyd.variants"),
        ({"activity_score": 1}, "basis.dpyd.activity_score"),
    ],
)
def test_a_dpyd_result_that_contradicts_itself_is_refused(dpyd: dict[str, Any], field: str) -> None:
    wrong = case_json()
    wrong["basis"]["dpyd"] = dpyd
    if field != "basis.dpyd.activity_score":
        del wrong["basis"]["dpyd_activity_score"]
    assert field in refusals_of(wrong)


@pytest.mark.parametrize("spelling", ["umol/L", "\u00b5mol/L", "\u03bcmol/L"])
def test_the_two_micro_signs_are_the_same_unit(spelling: str) -> None:
    case = read_case(case_json(basis__creatinine={"value": 88, "unit": spelling}))
    assert case.basis.creatinine is not None
    assert case.basis.creatinine.unit == "umol/L"


@pytest.mark.parametrize("text", ["", "{", '{"a": NaN}', '{"a": 1, "a": 2}', "[" * 100_000, '{"a": -Infinity}', "nul"])
def test_text_that_is_no_exact_json_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_json(text, "case.json")


def test_json_numbers_keep_every_digit() -> None:
    assert read_json('{"a": 0.1000000000000000055511151231257827}', "x") == {
        "a": Decimal("0.1000000000000000055511151231257827")
    }


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(FULL)), inner, max_size=4),
    max_leaves=10,
)


@given(JSON)
def test_nothing_but_a_refusal_comes_of_nonsense(given: object) -> None:
    try:
        read_case(given)
    except Refused as refused:
        assert refused.refusals


@given(st.sampled_from(sorted(FULL)), JSON)
def test_a_good_case_with_one_key_spoilt_is_read_or_refused(key: str, value: object) -> None:
    try:
        case = read_case(FULL | {key: value})
    except Refused as refused:
        assert refused.refusals
    else:
        assert read_case(write_case(case)) == case


def test_a_medicine_named_twice_with_two_answers_is_refused() -> None:
    ended = {"name": "brivudine", "last_taken": "2026-01-02"}
    with pytest.raises(Refused) as refused:
        read_case(case_json(medicines=[ended, "brivudine"]))
    assert [reason.field for reason in refused.value.refusals] == ["medicines[1]"]
    assert read_case(case_json(medicines=[ended, ended])).medicines == ("brivudine", "brivudine")
