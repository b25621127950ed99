"""Figures that cannot be true are refused, unusual ones questioned, and the usual slips named."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.analytes import analyte, analytes, converted, read_analytes, unit_of
from regimen.errors import Refused
from regimen.given import Basis, Case, Creatinine, Lab, Patient, Previous
from regimen.plausibility import (
    Finding,
    check_case,
    check_lab,
    check_level,
    check_limits_of,
    check_percent,
    check_size,
    refuse_hard,
)
from regimen.plausibility_limits import limits, read_limits

D = Decimal
CASE = Case(
    regimen="ici-capox",
    patient=Patient("female", date(1958, 3, 1)),
    basis=Basis(D(165), D(58), creatinine=Creatinine(D(88), "umol/L", date(2026, 2, 28))),
    day1=date(2026, 3, 2),
)


def size(height: str, weight: str, last_cm: str | None = None, last_kg: str | None = None) -> tuple[Finding, ...]:
    return check_size(D(height), D(weight), D(last_cm) if last_cm else None, D(last_kg) if last_kg else None)


@pytest.mark.parametrize(
    ("height", "weight"), [("165", "58.0"), ("182", "104"), ("155", "45"), ("140", "40"), ("205", "90"), ("170", "99")]
)
def test_ordinary_patients_are_not_questioned(height: str, weight: str) -> None:
    assert size(height, weight) == ()


@pytest.mark.parametrize(
    ("height", "weight", "field", "slip"),
    [
        pytest.param("1.65", "58", "basis.height_cm", "165 cm", id="metres"),
        pytest.param("65", "58", "basis.height_cm", "165.1 cm", id="inches"),
        pytest.param("58", "165", "basis.height_cm", "each other's place", id="swapped"),
        pytest.param("104", "182", "basis.weight_kg", "each other's place", id="swapped, both believable alone"),
        pytest.param("99.9", "58", "basis.height_cm", "", id="short"),
        pytest.param("231", "90", "basis.height_cm", "", id="tall"),
        pytest.param("165", "24.9", "basis.weight_kg", "", id="light"),
        pytest.param("165", "301", "basis.weight_kg", "", id="heavy"),
        pytest.param("165", "580", "basis.weight_kg", "", id="decimal point lost"),
        pytest.param("200", "39", "basis.weight_kg", "", id="body mass index below 10"),
        pytest.param("150", "181", "basis.weight_kg", "82.1 kg", id="body mass index above 80, pounds"),
        pytest.param("190", "200", "basis.weight_kg", "90.72 kg", id="body surface above 3.2, index only unusual"),
    ],
)  # fmt: skip
def test_impossible_sizes_are_refused_and_the_slip_named(height: str, weight: str, field: str, slip: str) -> None:
    found = [finding for finding in size(height, weight) if finding.hard]
    assert [finding.field for finding in found] == [field]
    assert slip in found[0].looks_like and found[0].looks_like in found[0].message
    with pytest.raises(Refused):
        refuse_hard(size(height, weight))


@pytest.mark.parametrize(
    ("height", "weight", "code", "slip"),
    [
        pytest.param("165", "128", "bmi-implausible", "58.06 kg", id="pounds of a woman of 58 kg"),
        pytest.param("165", "110", "weight-unit", "49.9 kg", id="pounds that make a believable weight"),
        pytest.param("139", "45", "height-implausible", "", id="short"),
        pytest.param("170", "43", "bmi-implausible", "", id="thin"),
        pytest.param("200", "148", "bsa-implausible", "", id="large surface"),
    ],
)
def test_unusual_sizes_are_questioned_not_refused(height: str, weight: str, code: str, slip: str) -> None:
    found = size(height, weight)
    assert [(finding.code, finding.hard) for finding in found] == [(code, False)]
    assert slip in found[0].looks_like
    refuse_hard(found)


def test_pounds_against_the_last_weight_say_by_how_much_and_what_was_probably_meant() -> None:
    (found,) = size("165", "128", last_kg="58")
    assert found.code == "weight-changed" and not found.hard
    assert "+120.7 %" in found.message and "58.06 kg" in found.message


def test_a_weight_that_agrees_with_the_last_one_is_not_questioned_again() -> None:
    assert size("165", "128", last_kg="127") == ()


def test_a_changed_weight_below_the_limit_is_left_to_the_weight_change_alert() -> None:
    assert size("165", "51.5", last_kg="58") == ()
    assert check_size(D(165), D("51.5"), None, D(58), weight_change_percent=D(10))[0].code == "weight-changed"


@pytest.mark.parametrize(("height", "asked"), [("168", False), ("168.1", True), ("162", False), ("161.9", True)])
def test_a_height_that_changed_by_more_than_3_cm_is_questioned(height: str, asked: bool) -> None:
    assert [finding.code for finding in size(height, "58", last_cm="165")] == (["height-changed"] if asked else [])


@given(st.decimals("0.01", "1000", places=2), st.decimals("0.01", "1000", places=2))
def test_any_two_numbers_get_at_most_one_finding_each(height: Decimal, weight: Decimal) -> None:
    found = check_size(height, weight)
    assert len({finding.field for finding in found}) == len(found) <= 2
    inside = limits().of["height_cm"].hard.holds(height) and limits().of["weight_kg"].hard.holds(weight)
    if not inside:
        assert any(finding.hard for finding in found)


@pytest.mark.parametrize(
    ("name", "value", "unit", "slip"),
    [
        ("creatinine", "88", "mg/dL", "88 umol/L"),
        ("creatinine", "0.9", "umol/L", "0.9 mg/dL"),
        ("neutrophils", "3100", "10^9/L", "3100 /uL"),
        ("platelets", "210000", "10^9/L", "210000 /uL"),
        ("haemoglobin", "120", "g/dL", "120 g/L"),
        ("haemoglobin", "12", "g/L", "12 g/dL"),
        ("bilirubin", "0.9", "umol/L", "0.9 mg/dL"),
        ("albumin", "38", "g/dL", "38 g/L"),
        ("calcium", "9.2", "mmol/L", "9.2 mg/dL"),
        ("glucose", "110", "mmol/L", "110 mg/dL"),
        ("inr", "100", "ratio", ""),
        ("potassium", "41", "mmol/L", ""),
        ("tsh", "900", "mIU/L", ""),
    ],
)
def test_a_value_in_the_wrong_unit_is_refused_and_the_likely_unit_named(
    name: str, value: str, unit: str, slip: str
) -> None:
    (found,) = check_lab(name, D(value), unit)
    assert found.hard and found.field == f"labs.{name}"
    assert found.looks_like.startswith(slip) if slip else found.looks_like == ""


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("ANC", "3.1", "10^9/L"), ("neutrophils", "3100", "cells/uL"), ("neutrophils", "3.1", "K/uL"),
        ("Neutrophils, absolute", "0.8", "10^9/L"), ("platelets", "72", "x10^9/L"), ("platelets", "210000", "/mm3"),
        ("hb", "12.1", "g/dL"), ("bilirubin", "17", "µmol/L"), ("alt", "35", "U/L"), ("ast", "300", "IU/L"),
        ("alp", "120", "U/L"), ("ggt", "60", "U/L"), ("creatinine", "88", "umol/L"), ("creatinine", "1.0", "mg/dL"),
        ("inr", "1.1", "ratio"), ("tsh", "2.5", "mIU/L"), ("potassium", "4.1", "mmol/L"),
    ],
)  # fmt: skip
def test_everyday_values_are_taken_in_every_usual_spelling_of_their_unit(name: str, value: str, unit: str) -> None:
    assert check_lab(name, D(value), unit) == ()


def test_unusual_values_are_questioned() -> None:
    for name, value, unit in (("neutrophils", "0.05", "10^9/L"), ("platelets", "8", "10^9/L"), ("alt", "1500", "U/L")):
        (found,) = check_lab(name, D(value), unit)
        assert not found.hard and found.code == "lab-implausible"


def test_unknown_values_and_units_are_refused() -> None:
    (unknown,), (unit,) = check_lab("wbcx", D(1), "10^9/L"), check_lab("alt", D(30), "mg/dL")
    assert unknown.hard and unit.hard and "U/L" in unit.message


def test_limits_of_normal_stand_the_right_way_round() -> None:
    lab = Lab(D("3.1"), "10^9/L", lln=D("7.5"), uln=D("2.0"))
    (found,) = check_limits_of("neutrophils", lab)
    assert found.hard and found.field == "labs.neutrophils.lln"
    assert check_limits_of("neutrophils", replace(lab, lln=D("2.0"), uln=D("7.5"))) == ()
    assert check_limits_of("neutrophils", replace(lab, lln=None, uln=D(-1)))[0].field == "labs.neutrophils.uln"


@pytest.mark.parametrize(
    ("drug", "level", "slip"),
    [("capecitabine", "1", "1000 mg/m2"), ("capecitabine", "0.85", "850 mg/m2"), ("oxaliplatin", "0.13", "130 mg/m2"),
     ("capecitabine", "3000", ""), ("oxaliplatin", "1000", "")],
)  # fmt: skip
def test_levels_in_grams_are_refused_and_named(drug: str, level: str, slip: str) -> None:
    (found,) = check_level(drug, D(level))
    assert found.hard and slip in found.looks_like


def test_usual_levels_pass_and_odd_ones_are_questioned() -> None:
    assert check_level("capecitabine", D(850)) == check_level("oxaliplatin", D(130)) == ()
    assert check_level("capecitabine", D(350))[0].code == "level-implausible"
    assert check_level("pembrolizumab", D(200)) == ()


@pytest.mark.parametrize(
    ("percent", "hard", "slip"), [("0.75", True, "75 %"), ("101", True, ""), ("4", True, ""), ("30", False, "")]
)
def test_percents_out_of_place(percent: str, hard: bool, slip: str) -> None:
    (found,) = check_percent("dose_percent.capecitabine", D(percent))
    assert found.hard is hard and slip in found.looks_like


def codes(case: Case, today: date | None = None) -> dict[str, str]:
    return {finding.field: finding.code for finding in check_case(case, today)}


def test_an_ordinary_case_has_no_finding() -> None:
    assert check_case(CASE, date(2026, 3, 2)) == ()


def test_every_part_of_a_case_is_looked_at_and_hard_findings_come_first() -> None:
    case = replace(
        CASE,
        patient=Patient("female", date(2012, 3, 1)),
        basis=replace(
            CASE.basis, weight_kg=D(128), weight_date=date(2026, 4, 1), creatinine=Creatinine(D(88), "mg/dL")
        ),
        labs={"neutrophils": Lab(D(3100), "10^9/L", date=date(1950, 1, 1))},
        dose_level={"capecitabine": D(1)},
        starting_percent={"oxaliplatin": D("0.75")},
    )
    found = check_case(case)
    assert {finding.field for finding in found} == {
        "patient.birth_date", "basis.weight_kg", "basis.weight_date", "basis.creatinine", "labs.neutrophils",
        "labs.neutrophils.date", "dose_level.capecitabine", "starting_percent.oxaliplatin",
    }  # fmt: skip
    assert [finding.hard for finding in found] == sorted((finding.hard for finding in found), reverse=True)
    with pytest.raises(Refused) as refused:
        refuse_hard(found)
    assert len(refused.value.refusals) == 6


def test_a_confirmed_question_is_answered_and_a_hard_finding_cannot_be_confirmed() -> None:
    keys = frozenset({"weight_kg", "height_cm"})
    asked = replace(CASE, basis=Basis(D(165), D(128), confirmed=keys))
    assert [finding.confirmed for finding in check_case(asked)] == [True]
    assert [
        finding.confirmed for finding in check_case(replace(asked, basis=Basis(D("1.65"), D(58), confirmed=keys)))
    ] == [False]


def test_dates_are_compared_with_today_only_where_the_caller_gives_it() -> None:
    case = replace(CASE, basis=replace(CASE.basis, weight_date=date(2026, 3, 1)))
    assert codes(case) == codes(case, date(2026, 3, 2)) == {}
    assert codes(case, date(2026, 2, 28)) == {"basis.weight_date": "date-in-future"}
    assert codes(replace(case, basis=replace(case.basis, weight_date=date(2026, 3, 3)))) == {
        "basis.weight_date": "date-after-day1"
    }
    assert codes(replace(case, basis=replace(case.basis, weight_date=date(1950, 3, 3)))) == {
        "basis.weight_date": "date-before-birth"
    }


@pytest.mark.parametrize(
    ("born", "code"),
    [("2008-03-03", True), ("2008-03-02", False), ("1915-03-02", True), ("1925-03-02", True), ("1940-03-02", False)],
)
def test_birth_dates_that_make_a_child_or_a_very_old_patient(born: str, code: bool) -> None:
    found = codes(replace(CASE, patient=Patient("male", date.fromisoformat(born))))
    assert found == ({"patient.birth_date": "birth-date-implausible"} if code else {})


def test_a_mistyped_year_of_day_1_is_refused() -> None:
    assert codes(replace(CASE, day1=date(2206, 3, 2)))["day1"] == "day1-implausible"


def test_the_last_weight_of_the_case_is_used() -> None:
    case = replace(CASE, basis=Basis(D(165), D(128)), previous=Previous(weight_kg=D(58)))
    assert codes(case) == {"basis.weight_kg": "weight-changed"}


# The data behind it


def test_every_laboratory_value_has_ranges_a_unit_and_a_source() -> None:
    names = {entry.name for entry in analytes().all}
    assert names >= {
        "neutrophils", "platelets", "haemoglobin", "bilirubin", "alt", "ast", "alp", "ggt", "creatinine", "inr", "tsh",
        "potassium", "magnesium", "calcium_corrected", "glucose", "cortisol", "free_t4", "troponin_t", "ck", "albumin",
        "leukocytes", "lymphocytes",
    }  # fmt: skip
    for entry in analytes().all:
        assert entry.source and entry.unit in entry.units
        assert entry.hard.low <= entry.soft.low < entry.soft.high <= entry.hard.high


def test_exact_units_convert_exactly() -> None:
    assert converted(analyte("creatinine"), D("1.0"), "mg/dL") == D("88.4")
    assert converted(analyte("neutrophils"), D(3100), "/mm3") == D("3.1")
    assert unit_of(analyte("creatinine"), "mg/dL").exact and not unit_of(analyte("bilirubin"), "mg/dL").exact


def test_a_malformed_list_of_values_is_refused_naming_the_place() -> None:
    good = 'schema = 1\n[[source]]\nid = "s"\ncite = "c"\ntag = "proposal"\n[[analyte]]\nname = "a"\ntitle = "A"\n'
    good += 'unit = "u"\nhard = { low = 0, high = 9 }\nsoft = { low = 1, high = 8 }\nsource = "s"\n'
    assert read_analytes(good).by_name["a"].unit == "u"
    for wrong, place in (
        (good.replace("high = 8", "high = 10"), "soft"),
        (good.replace("low = 1", "low = 8"), "soft.high"),
        (good.replace('source = "s"', 'source = "t"'), "source"),
        (good + "colour = 1\n", "colour"),
        (good + good[good.index("[[analyte]]") :], "aliases"),
    ):
        with pytest.raises(Refused, match=r"analytes\.toml: ") as refused:
            read_analytes(wrong)
        assert place in str(refused.value)


def test_malformed_limits_are_refused_naming_the_place() -> None:
    from regimen.plausibility_limits import ASSET

    good = ASSET.read_text(encoding="utf-8")
    for old, new, place in (
        ("low = 140, high = 205", "low = 90, high = 205", "height_cm.soft"),
        ("weight_percent = 20", "weight_percent = 0", "weight_percent"),
        ("schema = 1", "schema = 2", "schema"),
        ("[bmi]", "[body_mass]", "bmi"),
    ):
        with pytest.raises(Refused) as refused:
            read_limits(good.replace(old, new))
        assert place in str(refused.value)
