"""Each alert is raised where it should be and nowhere else, has words, and stands in the manual."""

import ast
import re
import runpy
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest

from regimen import library
from regimen.alerts import catalogue, words
from regimen.definition import Clock, LimitBand, Regimen
from regimen.order import Alert, CycleOrder
from regimen.renal_rules import alert_code
from regimen.supportive_rules import supportive_rules
from tests.regimen.alert_parts import codes, raised
from tests.regimen.samples import CAPECITABINE, LIMITS, OXALIPLATIN, PEMBROLIZUMAB, SAMPLE, case_json, order_of

D = Decimal
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


# The catalogue


def codes_in_checks(project_folder: Path) -> set[str]:
    found = set()
    files = sorted((project_folder / "regimen" / "checks").glob("*.py"))
    assert len(files) > 5
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                found.add(node.value)
    return found


def codes_from_data() -> set[str]:
    found = {entry.code for entry in library.interactions()} | {entry.code for entry in library.allergy_classes()}
    for name in library.shipped_regimens():
        for drug in library.load_regimen(name).drugs:
            for rule in drug.renal:
                if rule.action != "none":
                    found.add(alert_code(rule) + ("-ask" if rule.action == "ask" else ""))
    found |= supportive_rules().codes
    found |= {f"crcl-{action}" for action in ("reduce", "stop", "ask")}
    actions = get_args(LimitBand.__annotations__["action"])
    return found | {f"day1-limit-{action}" for action in actions if action != "give"}


def test_every_code_that_can_be_raised_has_words_and_every_entry_can_be_raised(project_folder: Path) -> None:
    assert codes_in_checks(project_folder) | codes_from_data() == set(catalogue())


def test_the_manual_lists_every_alert_in_its_own_words(project_folder: Path) -> None:
    page = runpy.run_path(str(project_folder / "tools" / "write_alert_docs.py"))["page"]()
    written = (project_folder / "docs" / "alerts.md").read_text(encoding="utf-8")
    assert written == page, "run tools/write_alert_docs.py"
    assert all(f"`{code}`" in written for code in catalogue())


def test_words_survive_braces_in_what_a_person_typed() -> None:
    alert = Alert("allergy-drug", "stop", "oxaliplatin", {"words": "{drug} {0} {x!r}"}, "")
    assert words(alert) == (
        "Allergy or earlier reaction to oxaliplatin",
        "Recorded: {drug} {0} {x!r}. Do not give it; ask the prescriber.",
    )


def test_a_code_of_another_version_is_shown_as_it_stands() -> None:
    assert words(Alert("from-elsewhere", "stop", "", {"value": "1"}, "")) == ("from-elsewhere", "value: 1")


# A quiet order


def test_a_good_case_raises_nothing_but_what_is_to_be_verified() -> None:
    order = order_of()
    assert set(codes(order)) == {"to-verify"}
    assert order.released


def test_stops_come_first_and_keep_the_order_from_being_released() -> None:
    order = order_of(labs=None, basis__weight_date=None, medicines=["warfarin"])
    severities = [alert.severity for alert in order.alerts]
    assert severities == sorted(severities, key=["stop", "warn", "note"].index)
    assert not order.released


def test_numbers_to_verify_are_said_once_a_file() -> None:
    alerts = [alert for alert in order_of(practice="eu").alerts if alert.code == "to-verify"]
    assert {alert.once for alert in alerts} == {"file"}
    assert len({alert.params["file"] for alert in alerts}) == len(alerts)


def second_cycle(last_day1: str) -> dict[str, Any]:
    return {"last_day1": last_day1, "cumulative": {"oxaliplatin": 130}}


# Cases: changes, code, severity

CASES: list[Any] = [
    ({"basis__weight_kg": "128"}, "confirm-value", "stop"),  # no last weight: BMI 47
    ({"basis__weight_date": None}, "weight-undated", "warn"),
    ({"basis__weight_date": "2026-02-23"}, None, ""),
    ({"basis__weight_date": "2026-02-22"}, "weight-stale", "stop"),
    ({"basis__weight_date": "2026-03-03"}, "confirm-value", "stop"),
    ({"basis__creatinine": None}, "creatinine-missing", "stop"),
    ({"basis__creatinine": {"value": 70, "unit": "umol/L"}}, "creatinine-undated", "warn"),
    ({"basis__creatinine": {"value": 70, "unit": "umol/L", "date": "2026-02-23"}}, None, ""),
    ({"basis__creatinine": {"value": 70, "unit": "umol/L", "date": "2026-02-22"}}, "creatinine-stale", "stop"),
    ({"basis__creatinine": {"value": "1.6", "unit": "mg/dL", "date": "2026-03-01"}}, "crcl-30-50", "warn"),
    ({"basis__creatinine": {"value": 160, "unit": "umol/L", "date": "2026-03-01"}}, "crcl-below-30", "stop"),
    ({"basis__creatinine": {"value": 160, "unit": "umol/L", "date": "2026-03-01"}}, "crcl-below-30-ask", "stop"),
    ({"basis__creatinine": {"value": 87, "unit": "umol/L", "date": "2026-03-01"}}, "crcl-near-limit", "note"),
    ({"basis__creatinine": {"value": 87, "unit": "umol/L", "date": "2026-03-01"}}, "crcl-weight-crosses", "note"),
    ({"basis__dpyd_activity_score": None}, "dpyd-missing", "stop"),
    ({"basis__dpyd_activity_score": None, "basis__dpyd": {"status": "pending"}}, "dpyd-pending", "stop"),
    (
        {"basis__dpyd_activity_score": None, "basis__dpyd": {"status": "not_tested", "reason": "urgent"}},
        "dpyd-missing", "stop",
    ),
    ({"practice": "cn", "basis__dpyd_activity_score": None}, "dpyd-reason-missing", "stop"),
    (
        {"practice": "cn", "basis__dpyd_activity_score": None, "basis__dpyd": {"reason": "no laboratory"}},
        "dpyd-not-tested", "note",
    ),
    ({"basis__dpyd_activity_score": "1.5"}, "dpyd-intermediate", "warn"),
    ({"basis__dpyd_activity_score": "1"}, "dpyd-intermediate", "warn"),
    ({"basis__dpyd_activity_score": "1", "starting_percent": {"capecitabine": 50}}, "dpyd-intermediate", "note"),
    ({"basis__dpyd_activity_score": "0.5"}, "dpyd-poor", "stop"),
    ({"basis__dpyd_activity_score": "0"}, "dpyd-poor", "stop"),
    (
        {"basis__dpyd_activity_score": None, "basis__dpyd": {"variants": ["reference", "c.1236G>A"]}},
        "dpyd-result-note", "note",
    ),
    ({"dose_level": {"oxaliplatin": "110"}}, "level-off-ladder", "note"),
    ({"dose_level": {"oxaliplatin": "100"}}, None, ""),
    ({"labs": None}, "lab-missing", "stop"),
    ({"labs__platelets": {"value": 210, "unit": "10^9/L"}}, "lab-undated", "warn"),
    ({"labs__platelets": {"value": 210, "unit": "10^9/L", "date": "2026-02-27"}}, None, ""),
    ({"labs__platelets": {"value": 210, "unit": "10^9/L", "date": "2026-02-26"}}, "lab-stale", "stop"),
    ({"labs__platelets": {"value": 99, "unit": "10^9/L", "date": "2026-03-01"}}, "day1-limit-delay", "stop"),
    ({"labs__platelets": {"value": 100, "unit": "10^9/L", "date": "2026-03-01"}}, None, ""),
    ({"labs__neutrophils": {"value": "1.499", "unit": "10^9/L", "date": "2026-03-01"}}, "day1-limit-delay", "stop"),
    ({"labs__neutrophils": {"value": "1500", "unit": "cells/uL", "date": "2026-03-01"}}, None, ""),
    ({"labs__neutrophils": {"value": "1499", "unit": "cells/uL", "date": "2026-03-01"}}, "day1-limit-delay", "stop"),
    ({"patient__allergies": ["Cisplatin, rash"]}, "allergy-platinum", "stop"),
    ({"patient__reactions": ["OXALIPLATIN anaphylaxis cycle 5"]}, "allergy-platinum", "stop"),
    ({"patient__allergies": ["fluorouracil"]}, "allergy-fluoropyrimidine", "stop"),
    ({"patient__allergies": ["penicillin", "latex"]}, None, ""),
    ({"medicines": ["Warfarin 3 mg"]}, "interaction-warfarin", "warn"),
    ({"medicines": ["phenytoin"]}, "interaction-phenytoin", "warn"),
    ({"medicines": ["brivudine"]}, "interaction-brivudine", "stop"),
    ({"medicines": [{"name": "brivudine", "last_taken": "2026-02-03"}]}, "interaction-brivudine", "stop"),
    ({"medicines": [{"name": "brivudine", "last_taken": "2026-02-02"}]}, "interaction-brivudine", "note"),
    ({"medicines": ["paracetamol"]}, None, ""),
    ({"cycle": 2, "previous": second_cycle("2026-02-10")}, "interval-short", "stop"),
    ({"cycle": 2, "previous": second_cycle("2026-02-09")}, None, ""),
    ({"cycle": 2, "previous": second_cycle("2026-02-08")}, "interval-long", "note"),
    ({"cycle": 2}, "cumulative-unknown", "note"),
    ({"cycle": 6, "previous": {"cumulative": {"oxaliplatin": "719.9"}}}, None, ""),
    ({"cycle": 6, "previous": {"cumulative": {"oxaliplatin": 720}}}, "cumulative-reached", "warn"),
    ({"cycle": 8, "previous": {"cumulative": {"oxaliplatin": 910}}}, "cumulative-reached", "warn"),
    ({"cycle": 8, "previous": {"cumulative": {"oxaliplatin": 860}}, "dose_level": {"oxaliplatin": 85}},
     "cumulative-reached", "note"),
    ({"cycle": 36, "previous": {"cumulative": {"oxaliplatin": 0}}}, "clock-reached", "stop"),
    ({"cycle": 35, "previous": {"cumulative": {"oxaliplatin": 0}}}, None, ""),
    ({"policy": {"diluents": {"oxaliplatin": "sodium chloride 0.9 %"}}}, "diluent-forbidden", "stop"),
    ({"policy": {"diluents": {"oxaliplatin": "tea"}}}, "diluent-unknown", "stop"),
    ({"policy": {"volumes_ml": {"pembrolizumab": 250}}}, "concentration-low", "warn"),
    ({"policy": {"volumes_ml": {"oxaliplatin": 250}}}, "concentration-high", "warn"),
    ({"policy": {"tablets_mg": [500]}}, "tablets-outside-limit", "stop"),
    ({"policy": {"tablets_mg": [500]}, "chosen_plan": {"capecitabine": 0}}, "tablets-outside-limit", "warn"),
    ({"policy": {"tablets_mg": [500]}}, "label-dose-unreachable", "note"),
    ({"starting_percent": {"capecitabine": 50}, "policy": {"max_variance_percent": {"oral": "1"}}},
     "label-rounding-variance", "note"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "code", "severity"), CASES, ids=lambda value: str(value)[:60])
def test_alert(changes: dict[str, Any], code: str | None, severity: str) -> None:
    order = order_of(**changes)
    others = set(codes(order)) - {"to-verify"}
    if code is None:
        assert not others
        return
    severities = {alert.severity for alert in order.alerts if alert.code == code}
    assert severities == {severity}, codes(order)
    title, text = words(raised(order, code))
    assert title
    assert not re.search(r"\{\w*\}", title + text), text


def test_a_soft_question_goes_away_when_the_person_confirms_that_field() -> None:
    asked = raised(order_of(basis__weight_kg="128"), "confirm-value")
    assert asked.params["field"] == "basis.weight_kg"
    confirmed = order_of(basis__weight_kg="128", basis__confirmed=[asked.params["confirm"]])
    assert "confirm-value" not in codes(confirmed)
    assert "confirm-value" in codes(order_of(basis__weight_kg="128", basis__confirmed=["height_cm"]))


# Kidney


def test_a_renal_rule_proposes_and_never_applies_itself() -> None:
    creatinine = {"value": 88, "unit": "umol/L", "date": "2026-02-28"}
    open_question = order_of(basis__creatinine=creatinine)
    alert = raised(open_question, "crcl-30-50")
    assert (alert.severity, alert.drug, alert.proposed_percent) == ("warn", "capecitabine", 75)
    assert open_question.dose_of("capecitabine").percent == 100
    for given in ({"dose_percent": {"capecitabine": 75}}, {"starting_percent": {"capecitabine": 75}}):
        assert raised(order_of(basis__creatinine=creatinine, **given), "crcl-30-50").severity == "note"
    assert (
        raised(order_of(basis__creatinine=creatinine, dose_percent={"capecitabine": 80}), "crcl-30-50").severity
        == "warn"
    )


def test_the_european_profile_changes_nothing_at_1000_and_says_so_in_the_proof_alone() -> None:
    order = order_of(practice="eu", basis__creatinine={"value": 88, "unit": "umol/L", "date": "2026-02-28"})
    assert not [code for code in codes(order) if code.startswith("crcl")]
    rule = next(step for step in order.dose_of("capecitabine").proof if step.step == "renal_rule")
    assert rule.result == "no change"


def test_a_clearance_just_below_30_is_below_30() -> None:
    for umol, code in (("145", "crcl-30-50"), ("146", "crcl-below-30")):
        order = order_of(basis__creatinine={"value": umol, "unit": "umol/L", "date": "2026-03-01"})
        assert order.renal is not None
        assert (order.renal.crcl_ml_min < 30) is (code == "crcl-below-30")
        assert code in codes(order)


def test_a_level_a_person_named_turns_ask_into_a_warning() -> None:
    low = {"value": 160, "unit": "umol/L", "date": "2026-03-01"}
    order = order_of(basis__creatinine=low, dose_level={"oxaliplatin": 85})
    assert raised(order, "crcl-below-30-ask").severity == "warn"


# Change since the last dose


def test_scenario_4_names_both_changes_and_both_limits() -> None:
    order = order_of(
        cycle=3, basis__weight_kg="51.5",
        previous={"weight_kg": "58.0", "doses_mg": {"oxaliplatin": "210"}, "cumulative": {"oxaliplatin": 260}},
    )  # fmt: skip
    weight = raised(order, "weight-change")
    assert weight.params["change_percent"] == "-11.2"
    assert weight.params["bsa_change_percent"] == "-5.8"
    dose = next(alert for alert in order.alerts if alert.code == "dose-change" and alert.drug == "oxaliplatin")
    assert dose.params["change_percent"] == "-5.8"
    assert dose.params["given"] == "210 to 200 mg (-4.8 %)"
    assert (dose.params["before_mg"], dose.params["now_mg"]) == ("212", "199.7")
    for alert in (weight, dose):
        assert (alert.params["weight_limit_percent"], alert.params["dose_limit_percent"]) == ("10", "5")
        assert "Keep (dose on the last weight), re-dose (on the new one) or ask" in words(alert)[1]
    assert not [alert for alert in order.alerts if alert.drug == "pembrolizumab"]


@pytest.mark.parametrize(("kg", "code"), [("63.0", True), ("63.1", False), ("77.0", True), ("76.9", False)])
def test_the_weight_limit_is_inclusive(kg: str, code: bool) -> None:
    order = order_of(basis__weight_kg=kg, previous={"weight_kg": "70"})
    assert ("weight-change" in codes(order)) is code


def test_a_reduction_somebody_decided_is_no_change_of_the_exact_dose() -> None:
    order = order_of(dose_percent={"capecitabine": 50}, previous={"weight_kg": "58.0"})
    assert "dose-change" not in codes(order)


def test_without_the_last_weight_the_last_exact_dose_is_compared() -> None:
    assert "dose-change" in codes(order_of(previous={"exact_mg": {"oxaliplatin": "225"}}))
    assert "dose-change" not in codes(order_of(previous={"exact_mg": {"oxaliplatin": "212"}}))
    decided = order_of(previous={"exact_mg": {"oxaliplatin": "225"}}, dose_level={"oxaliplatin": "100"})
    assert "dose-change" not in codes(decided)


# Day 1


def with_limit(**changes: Any) -> Regimen:
    limit = replace(LIMITS.limits[0], **changes)
    return replace(SAMPLE, limit_sets=(replace(LIMITS, limits=(limit,)),))


def test_limits_after_cycle_1_are_their_own() -> None:
    low = {"value": 80, "unit": "10^9/L", "date": "2026-03-01"}
    assert "day1-limit-delay" in codes(order_of(labs__platelets=low))
    second = order_of(labs__platelets=low, cycle=2, previous={"cumulative": {"oxaliplatin": 130}})
    assert "day1-limit-delay" not in codes(second)


def test_a_limit_in_multiples_of_normal_needs_the_upper_limit() -> None:
    bands = (LimitBand(D("1.5"), None, "ask", None, ()), LimitBand(None, D("1.5"), "give", None, ()))
    regimen = with_limit(analyte="bilirubin", times_uln=True, unit="umol/L", bands=bands)

    def order(**bilirubin: Any) -> CycleOrder:
        return order_of(regimen, labs__bilirubin={"unit": "umol/L", "date": "2026-03-01", **bilirubin})

    assert raised(order(value=20), "lab-uln-missing").severity == "stop"
    assert raised(order(value="31.5", uln=21), "day1-limit-ask").params["measured"] == "1.5"
    assert not [code for code in codes(order(value="31.4", uln=21)) if code.startswith(("day1", "lab"))]


def test_a_unit_without_an_exact_conversion_is_asked_for_and_not_guessed() -> None:
    bands = (LimitBand(D(50), None, "delay", None, ()), LimitBand(None, D(50), "give", None, ()))
    regimen = with_limit(analyte="bilirubin", unit="umol/L", bands=bands)
    order = order_of(regimen, labs__bilirubin={"value": 1, "unit": "mg/dL", "date": "2026-03-01"})
    alert = raised(order, "lab-unit")
    assert (alert.severity, alert.params["wanted_unit"]) == ("stop", "umol/L")


def test_a_band_with_a_percent_is_a_proposal_for_its_drug() -> None:
    bands = (
        LimitBand(D(2), None, "give", None, ()),
        LimitBand(D(1), D(2), "reduce", D(75), ("capecitabine",)),
        LimitBand(None, D(1), "omit", None, ("cisplatin",)),
    )
    regimen = with_limit(bands=bands)
    reduce = order_of(regimen, labs__neutrophils={"value": "1.9", "unit": "10^9/L", "date": "2026-03-01"})
    alert = raised(reduce, "day1-limit-reduce")
    assert (alert.drug, alert.proposed_percent) == ("capecitabine", 75)
    assert reduce.dose_of("capecitabine").percent == 100
    other = order_of(regimen, labs__neutrophils={"value": "0.9", "unit": "10^9/L", "date": "2026-03-01"})
    assert "day1-limit-omit" not in codes(other), "a rule for a drug that is not given here says nothing"


def test_a_toxicity_going_on_is_held_against_its_limit() -> None:
    regimen = with_limit(analyte="", term="Diarrhea", at_most_grade=1, bands=())
    event = {"term": "Diarrhea", "grade": 2, "date": "2026-02-25"}
    assert raised(order_of(regimen, events=[event]), "day1-toxicity").params["grade"] == "2"
    for settled in ({"grade": 1}, {"resolved": "2026-03-02"}, {"date": "2026-03-03"}, {"term": "Nausea"}):
        assert "day1-toxicity" not in codes(order_of(regimen, events=[event | settled]))


def test_a_practice_that_names_limits_the_file_does_not_have_is_told() -> None:
    order = order_of(profile_changes={"limit_sets": {"": "elsewhere"}})
    assert raised(order, "limit-set-unknown").severity == "stop"
    named = order_of(profile_changes={"limit_sets": {"": "elsewhere", "sample-capox": "default"}})
    assert named.limit_set == "default"


# The course


def test_each_clock_counts_for_its_own_drug() -> None:
    def order(clock: Clock, **changes: Any) -> CycleOrder:
        drug = replace(PEMBROLIZUMAB, clock=clock)
        return order_of(replace(SAMPLE, drugs=(drug, OXALIPLATIN, CAPECITABINE)), **changes)

    assert raised(order(Clock(None, 8, None, "s"), cycle=9), "clock-reached").params["what"] == "cycles"
    assert "clock-reached" not in codes(order(Clock(None, 8, None, "s"), cycle=8))
    history = [{"cycle": 1, "day1": "2024-03-02"}]
    assert (
        raised(order(Clock(None, None, 24, "s"), cycle=5, history=history), "clock-reached").params["what"] == "months"
    )
    history = [{"cycle": 1, "day1": "2024-03-03"}]
    assert "clock-reached" not in codes(order(Clock(None, None, 24, "s"), cycle=5, history=history))
    assert "most-cycles-reached" in codes(order_of(replace(SAMPLE, most_cycles=8), cycle=9))


def test_a_drug_that_needs_chloride_is_stopped_in_plain_glucose() -> None:
    assert OXALIPLATIN.infusion is not None
    infusion = replace(OXALIPLATIN.infusion, forbids=(), requires=("chloride",))
    regimen = replace(SAMPLE, drugs=(replace(OXALIPLATIN, infusion=infusion),))
    alert = raised(order_of(regimen), "diluent-forbidden")
    assert alert.params["rule"] == "it must contain chloride"


def test_an_allergy_to_the_inhibitor_stops() -> None:
    order = order_of(patient__allergies=["pembrolizumab"])
    assert [alert.severity for alert in order.alerts if alert.code.startswith("allergy")] == ["stop"]


def test_user_text_reaches_the_words_unchanged() -> None:
    text = words(raised(order_of(patient__allergies=["<b>oxaliplatin</b> & {x}"]), "allergy-platinum"))[1]
    assert "<b>oxaliplatin</b> & {x}" in text


def test_the_sample_case_is_not_changed_by_the_tests() -> None:
    assert case_json()["basis"]["weight_kg"] == "58.0"
