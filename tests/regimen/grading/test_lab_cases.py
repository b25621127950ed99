"""Every shared laboratory case, put to the door of the program as JSON, and own cases where the conventions bite."""

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from regimen.errors import Refused
from regimen.grading.grade_case import as_json, as_text, grade_case
from tests.conftest import ROOT

FILE = ROOT.parent / "shared" / "cases" / "lab_grading.csv"
ROWS = list(csv.DictReader(FILE.open(encoding="utf-8", newline=""))) if FILE.exists() else []
KEYS = ("id", "term", "analyte", "value", "unit", "lln", "uln", "baseline")


def grade(version: str = "5.0", **result: str | None) -> dict[str, Any]:
    """The answer to one result."""
    (answer,) = as_json(grade_case({"ctcae": version, "results": [result]}))["grades"]
    assert isinstance(answer, dict)
    return answer


def quick(analyte: str, value: str, unit: str, version: str = "5.0", **more: str) -> tuple[str | None, int | None]:
    """Term and grade from an analyte alone."""
    answer = grade(version, analyte=analyte, value=value, unit=unit, **more)
    return answer["term"], answer["grade"]


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_shared_laboratory_case_comes_out_as_expected(row: dict[str, str]) -> None:
    answer = grade(**{key: row[key] or None for key in KEYS})
    expected = row["expected_grade"]
    if expected == "NA":
        assert (answer["grade"], answer["candidates"]) == (None, [])
    else:
        candidates = [int(one) for one in expected.split("|")]
        assert answer["candidates"] == candidates and answer["grade"] in candidates, answer["why"]
        assert answer["confirm"] is (len(candidates) > 1)
    assert answer["why"].endswith(".") and answer["term"] == row["term"]


def test_all_shared_laboratory_cases_are_read(shared_cases: Path) -> None:
    assert len(ROWS) >= 118 and (shared_cases / "lab_grading.csv").is_file()


@pytest.mark.parametrize(
    ("value", "uln", "grade_"),
    [
        ("1.8", "1.2", 1),
        ("1.80000000000000000000001", "1.2", 2),
        ("3.6", "1.2", 2),
        ("3.3", "1.1", 2),
        ("3.31", "1.1", 3),
    ],
)
def test_multiples_that_a_binary_fraction_would_miss(value: str, uln: str, grade_: int) -> None:
    assert quick("bilirubin", value, "mg/dL", uln=uln)[1] == grade_


def test_the_contract_s_example() -> None:
    answer = grade(
        id="1", term="Neutrophil count decreased", analyte="neutrophils", value="0.8", unit="10^9/L",
        lln="2.0", uln="7.5", baseline=None,
    )  # fmt: skip
    wanted = {"id": "1", "term": "Neutrophil count decreased", "grade": 3, "candidates": [3], "confirm": False}
    assert {key: answer[key] for key in wanted} == wanted
    assert answer["why"] == "0.8 10^9/L is below 1 10^9/L and not below 0.5 10^9/L: grade 3."


def test_a_limit_is_asked_for_only_where_it_matters() -> None:
    assert quick("neutrophils", "0.4", "10^9/L") == ("Neutrophil count decreased", 4)
    answer = grade(analyte="neutrophils", term="Neutrophil count decreased", value="1.7", unit="10^9/L")
    assert answer["grade"] is None and "lower limit of normal (lln) is missing" in answer["why"]
    assert grade(term="Creatinine increased", value="5.0", unit="mg/dL", baseline="1.0")["grade"] is None
    assert "at least grade 3" in grade(term="Creatinine increased", value="5.0", unit="mg/dL", baseline="1.0")["why"]


def test_v6_moves_neutrophils_and_platelets() -> None:
    assert quick("neutrophils", "0.4", "10^9/L", "6.0") == ("Neutrophil count decreased", 3)
    assert quick("neutrophils", "1.7", "10^9/L", "6.0", lln="2.0", uln="7.5")[1] == 0
    assert quick("platelets", "60", "10^9/L", "6.0") == ("Thrombocytopenia", 2)
    assert grade("6.0", term="Platelet count decreased", value="9", unit="10^9/L")["term"] == "Thrombocytopenia"
    assert quick("platelets", "9", "10^9/L", "6.0")[1] == 4 and quick("platelets", "24", "10^9/L", "6.0")[1] == 3


@pytest.mark.parametrize(
    ("version", "value", "baseline", "candidates"),
    [
        ("5.0", "89", "60", [0]), ("5.0", "90", "60", [1]), ("5.0", "100", "40", [1]), ("5.0", "100", None, [1]),
        ("6.0", "59", "60", [0]), ("6.0", "60", "60", [1]), ("6.0", "121", "60", [3]), ("6.0", "241", "60", [4]),
        ("6.0", "750", "300", [2, 3]),
        ("6.0", "400", "200", [2]), ("6.0", "401", "200", [3]), ("6.0", "401", "201", [2]),
    ],
)  # fmt: skip
def test_alt_by_its_baseline(version: str, value: str, baseline: str | None, candidates: list[int]) -> None:
    answer = grade(version, analyte="ALT", value=value, unit="U/L", uln="40", baseline=baseline)
    assert answer["candidates"] == candidates, answer["why"]


def test_both_readings_are_shown_and_which_was_used() -> None:
    answer = grade(analyte="ALT", value="100", unit="U/L", uln="40", baseline="80")
    assert answer["grade"] == 0 and "would give grade 1" in answer["why"]
    assert answer["readings"] == [
        {"by": "uln", "multiple": "2.5", "grades": [1], "used": False},
        {"by": "baseline", "multiple": "1.25", "grades": [0], "used": True},
    ]
    assert "taken as normal" in grade(analyte="ALT", value="100", unit="U/L", uln="40")["why"]


def test_creatinine_inside_the_range_can_be_grade_2_by_its_baseline() -> None:
    given = {"analyte": "creatinine", "value": "1.0", "unit": "mg/dL", "lln": "0.5", "uln": "1.2", "baseline": "0.6"}
    assert grade(**given)["grade"] == 2
    assert grade("6.0", **given)["grade"] == 0  # v6 asks for a baseline below the lower limit
    assert grade("6.0", **{**given, "baseline": "0.4"})["grade"] == 2
    unknown = grade("6.0", **{**given, "lln": None})
    assert unknown["candidates"] == [0, 2] and "was the baseline below it?" in unknown["why"]


@pytest.mark.parametrize(
    ("analyte", "value", "unit", "more", "candidates"),
    [
        ("sodium", "129.5", "mmol/L", {"lln": "135", "uln": "145"}, [1, 2, 3]),
        ("sodium", "127", "mmol/L", {"lln": "135", "uln": "145"}, [2, 3]),
        ("sodium", "124.5", "mmol/L", {"lln": "135", "uln": "145"}, [2, 3]),
        ("potassium", "3.0", "mmol/L", {"lln": "3.5", "uln": "5.0"}, [1, 2]),
        ("lipase", "130", "U/L", {"uln": "60"}, [2, 3]),
        ("lipase", "301", "U/L", {"uln": "60"}, [3, 4]),
        ("QTc", "480.5", "ms", {"baseline": "440"}, [1, 2]),
        ("QTc", "480.5", "ms", {"baseline": "420"}, [3]),
        ("temperature", "40.1", "°C", {}, [3, 4]),
        ("temperature", "102.25", "°F", {}, [1, 2]),
        ("temperature", "27.5", "°C", {}, [4]),
        ("LVEF", "51", "%", {"baseline": "65"}, [2]),
        ("LVEF", "40", "%", {"baseline": "55"}, [2]),
        ("LVEF", "51", "%", {"baseline": "71"}, [3]),
        ("LVEF", "39.5", "%", {}, [2, 3]),
        ("INR", "1.3", "", {"baseline": "1.3"}, [0, 1]),
        ("troponin t", "60", "ng/L", {"uln": "14"}, [1, 3]),
        ("SpO2", "87", "%", {}, [2, 3]),
        ("stools", "9", "/day", {"baseline": "2"}, [3]),
        ("stools", "8.5", "/day", {"baseline": "2"}, [2, 3]),
    ],
)
def test_a_number_that_cannot_decide_names_its_candidates(
    analyte: str, value: str, unit: str, more: dict[str, str], candidates: list[int]
) -> None:
    answer = grade(analyte=analyte, value=value, unit=unit, **more)
    assert answer["candidates"] == candidates, answer["why"]
    assert answer["confirm"] is (len(candidates) > 1)
    if answer["confirm"]:
        assert answer["grade"] == candidates[-1] and "Until a person confirms" in answer["why"]


def test_on_an_anticoagulant_multiples_of_the_baseline_count() -> None:
    assert quick("INR (on anticoagulant)", "2.6", "ratio", baseline="2.5")[1] == 1
    assert quick("INR (no anticoagulant)", "2.6", "ratio", baseline="2.5")[1] == 3
    assert grade(term="INR increased", value="2.6", unit="ratio", baseline="2.5")["candidates"] == [1, 3]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"analyte": "hemoglobin", "value": "9.1", "unit": ""}, "The unit is missing"),
        ({"analyte": "ALT", "value": "90", "unit": "", "uln": "40"}, "The unit is missing"),
        ({"analyte": "hemoglobin", "value": "9.1", "unit": "kg"}, 'not graded in "kg"'),
        ({"analyte": "ALT", "value": "90", "unit": "U/L"}, "upper limit of normal (uln) is missing"),
        ({"analyte": "weight", "value": "70", "unit": "kg", "term": "Weight loss"}, "baseline is missing"),
        ({"analyte": "glucose", "value": "12", "unit": "mmol/L", "term": "Hyperglycemia"}, "no numbers"),
        ({"analyte": "phosphate", "value": "0.5", "unit": "mmol/L"}, "no numbers"),
        ({"term": "Fatigue", "value": "2", "unit": ""}, "by judgement"),
        ({"term": "Anemia", "analyte": "ALT", "value": "90", "unit": "U/L"}, "not graded from ALT"),
        ({"analyte": "calcium", "value": "2.9", "unit": "mmol/L"}, "albumin-corrected or ionized"),
        ({"term": "Hypercalcemia", "value": "2.9", "unit": "mmol/L", "uln": "2.6"}, "say which this is"),
        ({"analyte": "neutrophils", "value": "3.1", "unit": "10^9/L", "lln": "1800"}, "does not look like a limit"),
        ({"term": "Thrombocytopenia", "value": "60", "unit": "10^9/L"}, "no term of CTCAE v5.0. There it is Platelet"),
        (
            {"analyte": "hemoglobin", "value": "5.0", "unit": "mmol/L", "term": "Hemoglobin increased", "uln": "10"},
            "g/dL",
        ),
    ],
)
def test_where_no_grade_can_be_given_the_reason_is_the_answer(given: dict[str, str], said: str) -> None:
    answer = grade(**given)
    assert (answer["grade"], answer["candidates"], answer["confirm"]) == (None, [], False)
    assert said in answer["why"]


def test_units_convert_by_powers_of_ten_only() -> None:
    assert quick("neutrophils", "800", "/µL", lln="1800", uln="7700") == ("Neutrophil count decreased", 3)
    assert quick("lymphocytes", "21", "G/L", lln="1.0", uln="4.0") == ("Lymphocyte count increased", 3)
    assert quick("fibrinogen", "0.49", "g/L", lln="2.0", uln="4.0")[1] == 4
    assert grade(term="Fibrinogen decreased", value="1.4", unit="umol/L", lln="5.9")["grade"] is None
    assert quick("urine protein, 24 h", "3500", "mg/24h", uln="150")[1] == 3


@pytest.mark.parametrize(
    "unit",
    ["10^9/L", "x10^9/L", "× 10⁹/L", "10*9/l", "10E9/L", "G/L", "10^3/µL", "10³/uL", "K/UL", "K/mcL", "10³/mm³",
     "10(9)/L", "10⁹·L⁻¹", "10^9/litre", "Tsd./µl", "10^6/mL"],
)  # fmt: skip
def test_a_unit_may_be_written_in_many_ways(unit: str) -> None:
    assert quick("neutrophils", "0.8", unit, lln="2.0")[1] == 3


@pytest.mark.parametrize("unit", ["10^6/L", "10^9", "/L", "mg/dL", "10^9/mL", "%"])
def test_a_unit_of_something_else_is_not_guessed(unit: str) -> None:
    assert quick("neutrophils", "0.8", unit, lln="2.0")[1] is None


@pytest.mark.parametrize(
    ("analyte", "value", "unit", "limit", "grade_"),
    [
        ("platelets", "4.9", "10^4/µL", {"lln": "15"}, 3), ("leukocytes", "25", "10^2/uL", {"lln": "40"}, 2),
        ("neutrophils", "499", "cells/mcL", {"lln": "1800"}, 4), ("neutrophils", "500", "/mmc", {"lln": "1800"}, 3),
        ("creatinine", "31", "mg/L", {"uln": "10"}, 3), ("glucose", "0.39", "g/L", {"lln": "0.7"}, 3),
        ("ALT", "121", "UI/L", {"uln": "40"}, 2), ("magnesium", "0.89", "mg%", {"lln": "1.7"}, 3),
        ("troponin T", "0.01", "ng/mL", {"uln": "0.014"}, 0), ("TSH", "4.1", "mcIU/mL", {"uln": "4.0"}, 1),
        ("temperature", "39.1", "℃", {}, 2),
    ],
)  # fmt: skip
def test_units_of_other_countries_are_read_exactly(
    analyte: str, value: str, unit: str, limit: dict[str, str], grade_: int
) -> None:
    assert quick(analyte, value, unit, **limit)[1] == grade_


@pytest.mark.parametrize(
    ("analyte", "unit"),
    [("magnesium", "mEq/L"), ("calcium, ionized", "mg/dL"), ("TSH", "U/L"), ("PaO2", "kPa"), ("eGFR", "mL/min"),
     ("potassium", "mg/dL"), ("bicarbonate", "mg/dL"), ("aptt", "ratio"), ("weight", "")],
)  # fmt: skip
def test_a_unit_that_does_not_convert_exactly_is_asked_for(analyte: str, unit: str) -> None:
    given = {"analyte": analyte, "value": "3", "unit": unit, "lln": "1", "uln": "5", "baseline": "3"}
    answer = grade(**given)
    assert answer["grade"] is None
    assert "is not graded in" in answer["why"] or "The unit is missing" in answer["why"]


def test_a_value_too_bad_to_be_believed_is_graded_all_the_same() -> None:
    assert quick("platelets", "0.5", "10^9/L", lln="150")[1] == 4
    assert quick("ALT", "90000", "U/L", uln="40")[1] == 4
    assert quick("creatinine", "1.2", "umol/L", uln="104")[1] is None  # mg/dL, most likely


def test_a_value_not_above_the_baseline_needs_no_upper_limit_to_be_no_eosinophilia() -> None:
    assert quick("eosinophils", "0.6", "10^9/L", baseline="0.6")[1] == 0
    assert quick("eosinophils", "0.7", "10^9/L", baseline="0.6")[1] is None


def test_of_two_readings_by_the_baseline_the_one_that_counts_is_shown() -> None:
    for value, baseline, shown in (("150", "60", [3]), ("500", "240", [2, 3])):
        answer = grade("6.0", analyte="ALT", value=value, unit="U/L", uln="40", baseline=baseline)
        by_baseline = [one for one in answer["readings"] if one["by"] == "baseline"]
        assert [one["grades"] for one in by_baseline] == [shown] and by_baseline[0]["used"]


def test_what_stays_open_does_not_hide_what_is_certain() -> None:
    answer = grade("6.0", analyte="neutrophils", value="1.9", unit="10^9/L")
    assert answer["grade"] is None and answer["also"].endswith("Neutrophil count decreased is grade 0.")


def test_a_pressure_of_v6_is_compared_with_its_baseline_only_where_one_counts() -> None:
    said = "No baseline is known, so nothing was compared with it."
    assert said in grade("6.0", analyte="systolic", value="150", unit="mmHg")["why"]
    assert said not in grade("6.0", analyte="diastolic", value="95", unit="mmHg")["why"]
    risen = grade("6.0", analyte="systolic", value="145", unit="mmHg", baseline="122")
    assert "above the higher of baseline + 20 and 140 (142 mmHg)" in risen["why"]


def test_what_was_not_compared_is_said() -> None:
    said = "No baseline is known, so nothing was compared with it."
    assert said in grade(analyte="QTc", value="455", unit="ms")["why"]
    assert said in grade(analyte="creatinine", value="1.3", unit="mg/dL", uln="1.2")["why"]
    assert said not in grade(analyte="QTc", value="455", unit="ms", baseline="450")["why"]
    assert said in grade(analyte="eosinophils", value="0.6", unit="10^9/L", uln="0.5")["why"]
    assert grade("6.0", analyte="ALP", value="130", unit="U/L", uln="120")["why"].startswith(
        "130 U/L is above ULN (120"
    )
    assert said not in grade(analyte="eosinophils", value="0.6", unit="10^9/L", uln="0.5", baseline="0.2")["why"]


def test_an_analyte_alone_finds_the_term_the_number_concerns() -> None:
    limits = {"lln": "3.5", "uln": "5.1"}
    assert quick("potassium", "5.8", "mmol/L", **limits) == ("Hyperkalemia", 2)
    assert quick("potassium", "2.4", "mmol/L", **limits) == ("Hypokalemia", 4)
    within = grade(analyte="potassium", value="4.0", unit="mmol/L", **limits)
    assert (within["term"], within["grade"]) == (None, 0) and "Hyperkalemia and Hypokalemia" in within["why"]
    assert grade(term="neutrophils", value="0.4", unit="10^9/L")["term"] == "Neutrophil count decreased"
    high = grade(analyte="glucose", value="20", unit="mmol/L", lln="3.9")
    assert (high["term"], high["grade"]) == ("Hypoglycemia", 0)
    assert "does not grade Hyperglycemia" in high["also"]
    assert quick("creatinine clearance", "20", "mL/min", "6.0")[1] is None  # two terms of v6.0


@pytest.mark.parametrize(
    ("case", "field"),
    [
        ({"ctcae": "4.0", "results": []}, "ctcae"),
        ({"ctcae": "5.0"}, "results"),
        ({"results": [{"term": "Anemia", "unit": "g/dL"}]}, "results[0].value"),
        ({"results": [{"term": "Anemia", "value": "9,1", "unit": "g/dL"}]}, "results[0].value"),
        ({"results": [{"term": "Anemia", "value": "-1", "unit": "g/dL"}]}, "results[0].value"),
        ({"results": [{"term": "Anemia", "value": 9.1, "unit": "g/dL"}]}, "results[0].value"),
        ({"results": [{"value": "9", "unit": "g/dL"}]}, "results[0].term"),
        ({"results": [{"term": "Anaemic", "value": "9", "unit": "g/dL"}]}, "results[0].term"),
        ({"results": [{"analyte": "unobtainium", "value": "9", "unit": "g/dL"}]}, "results[0].analyte"),
        ({"results": [{"term": "Anemia", "value": "9", "unit": "g/dL", "date": "2026-01-01"}]}, "results[0].date"),
        ({"results": [{"term": "Anemia", "value": "9", "unit": "g/dL", "lln": "12", "uln": "3"}]}, "results[0].lln"),
        ({"results": [{"term": "LDH", "analyte": "LDH", "value": "9", "unit": "U/L", "uln": "0"}]}, "results[0].uln"),
        ([1], ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_field(case: object, field: str) -> None:
    with pytest.raises(Refused) as refused:
        grade_case(case)
    assert field in {one.field for one in refused.value.refusals}


def test_all_refusals_come_at_once() -> None:
    results = [{"term": "Anaemic", "value": "9"}, {"analyte": "x", "value": "1"}, {"term": "Anemia", "value": "one"}]
    with pytest.raises(Refused) as refused:
        grade_case({"results": results})
    assert [one.field for one in refused.value.refusals] == [
        "results[0].term",
        "results[1].analyte",
        "results[2].value",
    ]


def test_the_form_for_a_person_says_the_same() -> None:
    results = [
        {"id": "a", "analyte": "ALT", "value": "100", "unit": "U/L", "uln": "40", "baseline": "80"},
        {"id": "b", "term": "Hypokalemia", "value": "3.2", "unit": "mmol/L", "lln": "3.5"},
        {"id": "c", "term": "Hyperglycemia", "value": Decimal(12), "unit": "mmol/L"},
    ]
    text = as_text(grade_case({"results": results}))
    assert text.startswith("CTCAE v5.0\na  Alanine aminotransferase increased: grade 0\n")
    assert "by the ULN (2.5 times): grade 1, not used" in text
    assert "b  Hypokalemia: grade 1 or 2, to be confirmed" in text and "c  Hyperglycemia: no grade" in text
