"""The treatment-day check: every item at once with number and limit, a delay with coded reasons, day 8."""

import tomllib
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from regimen.advice.course_case import read_course
from regimen.advice.engine import advise_with
from regimen.analytes import analyte
from regimen.day_check import in_unit
from regimen.delay_reasons import delay_reasons, read_delay_reasons
from regimen.errors import Refused
from regimen.library import load_profile, load_regimen
from tests.conftest import ROOT
from tests.regimen.advice.course_cases import DAY1, advised, course_json, day, event, lab, of

GREEN = {"neutrophils": lab("1.5", "10^9/L"), "platelets": lab("75", "10^9/L")}


def test_a_day_within_every_limit_is_green_at_the_edge() -> None:
    check = advised(labs=GREEN).treatment_day
    assert check.green and check.delay is None and len(check.items) == 5
    assert {item.finding for item in check.items} == {"met"}


def test_scenario_14_neutrophils_of_1_1_propose_a_week_with_a_coded_reason() -> None:
    values = {**GREEN, "neutrophils": {**lab("1.1", "10^9/L"), "date": "2026-03-23"}}
    advice = advised(labs=values)
    check = advice.treatment_day
    assert not check.green and check.delay is not None
    assert (check.delay.days, check.delay.new_date.isoformat()) == (7, "2026-03-30")
    assert check.delay.reasons == ("neutropenia",)
    (item,) = [item for item in check.items if not item.green]
    assert (item.analyte, item.measured, item.needed, item.action) == (
        "neutrophils", Decimal("1.1"), "at least 1.5", "delay",
    )  # fmt: skip
    for drug in ("pembrolizumab", "oxaliplatin", "capecitabine"):
        assert advice.of(drug).action == "hold" and "Neutrophils at least 1.5 10^9/L" in advice.of(drug).untils


def test_all_items_come_at_once_with_all_reasons() -> None:
    values = {"neutrophils": lab("0.9", "10^9/L"), "platelets": lab("60", "10^9/L")}
    check = advised(labs=values, events=[event("Diarrhea", 2, -2)]).treatment_day
    assert check.delay is not None and check.delay.reasons == ("neutropenia", "thrombocytopenia", "diarrhoea")
    assert sum(not item.green for item in check.items) == 3


@pytest.mark.parametrize(
    ("date", "age", "green"),
    [
        (day(1), "fresh", True), (day(-2), "fresh", True), (day(-3), "stale", False), (day(-60), "stale", False),
        (day(3), "later", False), (None, "undated", True),
    ],
)  # fmt: skip
def test_a_value_counts_by_its_day(date: str | None, age: str, green: bool) -> None:
    values = {**GREEN, "platelets": {**lab("210", "10^9/L"), **({} if date is None else {"date": date})}}
    check = advised(labs=values).treatment_day
    (item,) = [item for item in check.items if item.analyte == "platelets"]
    assert (item.age, item.green) == (age, green)


def test_a_value_of_mid_cycle_does_not_delay_a_day_1_that_was_given() -> None:
    values = {**GREEN, "neutrophils": {**lab("1.1", "10^9/L"), "date": day(9)}}
    advice = advised(labs=values)
    assert advice.treatment_day.delay is not None and advice.of("oxaliplatin").action == "continue"


def test_missing_values_and_missing_upper_limits_are_not_green() -> None:
    check = advised(limit_set="biliary-entry", labs={"bilirubin": lab("15", "umol/L")}).treatment_day
    found = {item.analyte: item.finding for item in check.items}
    assert found["bilirubin"] == "no_upper_limit" and found["neutrophils"] == "missing"
    assert not check.green


def test_toxicity_over_its_limit_delays_the_day_it_is_present_and_not_the_day_it_is_gone() -> None:
    present = advised(labs=GREEN, events=[event("Mucositis oral", 2, -3)]).treatment_day
    assert present.delay is not None and present.delay.reasons == ("mucositis",)
    assert advised(labs=GREEN, events=[event("Mucositis oral", 2, -3, 1)]).treatment_day.green


def test_a_limit_without_a_reason_of_its_own_is_other_only_where_nothing_else_delays() -> None:
    file = load_regimen("ici-capox")
    first, *rest = file.limit_sets
    limits = tuple(replace(one, term="Fatigue") if one.term == "Mucositis oral" else one for one in first.limits)
    changed = replace(file, limit_sets=(replace(first, limits=limits), *rest))

    def reasons(neutrophils: str) -> tuple[str, ...]:
        values = {**GREEN, "neutrophils": lab(neutrophils, "10^9/L")}
        case = read_course(course_json(labs=values, events=[event("Fatigue", 2, -3)])).case
        delay = advise_with(changed, load_profile("us"), case).treatment_day.delay
        assert delay is not None
        return delay.reasons

    assert reasons("1.5") == ("other",)
    assert reasons("1.4") == ("neutropenia",)


def test_a_practice_that_names_no_limits_of_the_file_is_never_green() -> None:
    check = advised(limit_set="nowhere", profile_changes={"limit_sets": {}}, labs=GREEN).treatment_day
    assert check.limit_set == "" and not check.green


@pytest.mark.parametrize(
    ("anc", "platelets", "action", "percent"),
    [("1.0", "100", "continue", 100), ("0.99", "100", "reduce", 75), ("1.0", "99", "reduce", 75),
     ("0.5", "75", "reduce", 75), ("0.49", "120", "hold", 100), ("3", "74", "hold", 100)],
)  # fmt: skip
def test_day_8_of_gemcitabine_and_cisplatin(anc: str, platelets: str, action: str, percent: int) -> None:
    values = {"neutrophils": lab(anc, "10^9/L"), "platelets": lab(platelets, "10^9/L")}
    advice = advised("gc", labs=values, day=8)
    gemcitabine = advice.of("gemcitabine")
    assert (gemcitabine.action, gemcitabine.next_percent) == (action, Decimal(percent))
    assert advice.treatment_day.date.isoformat() == day(8)
    if action == "hold":
        assert "not given later" in gemcitabine.until and advice.of("cisplatin").action == "hold"
    else:
        assert advice.of("cisplatin").action == "continue"


def test_a_limit_that_leaves_it_to_the_prescriber_asks_and_one_that_delays_does_not() -> None:
    values = {**GREEN, "creatinine": lab("1.6", "mg/dL")}
    asked = advised(limit_set="osaka-xelox", labs=values).of("oxaliplatin")
    assert (asked.action, asked.rule) == ("ask", "treatment-day-osaka-xelox")
    assert asked.questions == ("Creatinine: what does the prescriber decide?",)
    late = advised(limit_set="osaka-xelox", labs={**GREEN, "platelets": lab("74", "10^9/L")}).of("oxaliplatin")
    assert late.action == "hold" and not any("prescriber" in question for question in late.questions)


def test_a_reduction_of_one_day_is_no_lasting_one_for_gemcitabine() -> None:
    history = [{"cycle": 1, "dose_percent": {"gemcitabine": 75}}]
    assert of("gemcitabine", regimen="gc", history=history).next_percent == Decimal(100)


def test_a_day_without_treatment_is_refused() -> None:
    with pytest.raises(Refused, match="cycle days 1"):
        advised(day=8)
    with pytest.raises(Refused, match="whole number"):
        advised(day="1.5")


def test_every_reason_is_one_the_program_has_words_for() -> None:
    listed = tomllib.loads((ROOT / "assets" / "reasons" / "en.toml").read_text(encoding="utf-8"))["reason"]
    delays = {entry["code"] for entry in listed if "delay" in entry["use"]}
    proposed = delay_reasons()
    assert {*proposed.by_analyte.values(), *proposed.by_term.values()} <= delays
    assert proposed.code("ggt", "") == "liver" and proposed.code("", "Fatigue") == "other"


def test_a_value_with_two_reasons_is_refused() -> None:
    text = (ROOT / "assets" / "treatment_day.toml").read_text(encoding="utf-8")
    with pytest.raises(Refused, match="already has the reason neutropenia"):
        read_delay_reasons(text.replace('["platelets"]', '["platelets", "neutrophils"]'))


@pytest.mark.parametrize(("ahead", "counts"), [(0, True), (3, True), (4, False), (12, False)])
def test_what_is_known_longer_before_the_day_than_blood_tests_are_valid_holds_and_delays_nothing(
    ahead: int, counts: bool
) -> None:
    asked = DAY1 - timedelta(days=ahead)
    values = {"neutrophils": {**lab("0.9", "10^9/L"), "date": asked.isoformat()}}
    case = read_course(course_json(labs=values, events=[event("Diarrhea", 3, -20, None, "capecitabine")])).case
    advice = advise_with(load_regimen("ici-capox"), load_profile("us"), case, None, 1, asked, as_of=asked)
    check = advice.treatment_day
    assert (check.delay is not None) == counts
    assert (
        {item.age for item in check.items} >= {"fresh"} if counts else {item.age for item in check.items} == {"ahead"}
    )
    assert not check.green
    assert (advice.of("pembrolizumab").action == "hold") == counts
    assert (advice.of("oxaliplatin").action == "hold") == counts
    assert advice.of("capecitabine").action == "hold"  # by its own rule, on every day


def test_a_day_that_is_overdue_or_asked_about_as_itself_is_checked() -> None:
    case = read_course(course_json(labs={"neutrophils": lab("0.9", "10^9/L")})).case
    files = load_regimen("ici-capox"), load_profile("us")
    as_itself = advise_with(*files, case)
    assert as_itself == advise_with(*files, case, as_of=DAY1) == advise_with(*files, case, as_of=DAY1 + timedelta(30))
    assert as_itself.treatment_day.delay is not None


def test_between_treatment_days_two_possible_causes_hold_both_and_the_named_one_alone_is_held() -> None:
    asked = DAY1 - timedelta(days=12)
    files = load_regimen("ici-capox"), load_profile("us")

    def held(*laid: str) -> set[str]:
        case = read_course(course_json(events=[event("Diarrhea", 3, -14, None, *laid)])).case
        return {one.drug for one in advise_with(*files, case, as_of=asked).drugs if one.action == "hold"}

    assert held() >= {"capecitabine", "pembrolizumab"}
    assert held("capecitabine") == {"capecitabine"}


def test_a_value_moves_to_the_limits_unit_only_where_that_is_exact() -> None:
    neutrophils, bilirubin, creatinine = (analyte(name) for name in ("neutrophils", "bilirubin", "creatinine"))
    assert in_unit(neutrophils, Decimal(1499), "/uL", "10^9/L") == Decimal("1.499")
    assert in_unit(bilirubin, Decimal(51), "umol/L", "mg/dL") is None
    assert in_unit(bilirubin, Decimal(3), "mg/dL", "umol/L") is None
    assert in_unit(creatinine, Decimal("132.6"), "umol/L", "mg/dL") == Decimal("1.5")
