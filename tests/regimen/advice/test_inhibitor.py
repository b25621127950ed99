"""Immune events by organ, label and drug; liver values by their multiples; one event with two possible causes."""

from decimal import Decimal
from typing import Any

import pytest

from tests.regimen.advice.course_cases import advised, event, lab, of, rules_of

ICI = "pembrolizumab"
CAPE = "capecitabine"
BILIRUBIN_ULN = Decimal(20)


def bilirubin(times_uln: str, baseline_times_uln: str | None = "1") -> dict[str, Any]:
    baseline = None if baseline_times_uln is None else str(Decimal(baseline_times_uln) * BILIRUBIN_ULN)
    return lab(str(Decimal(times_uln) * BILIRUBIN_ULN), "umol/L", str(BILIRUBIN_ULN), baseline)


def alt(times_uln: str, baseline_times_uln: str | None = "1") -> dict[str, Any]:
    baseline = None if baseline_times_uln is None else str(Decimal(baseline_times_uln) * 40)
    return lab(str(Decimal(times_uln) * 40), "U/L", "40", baseline)


def test_scenario_18_a_thyroid_event_holds_the_inhibitor_alone_and_says_until_when() -> None:
    advice = advised(events=[event("Hypothyroidism", 3, 1, None, ICI)])
    held = advice.of(ICI)
    assert (held.action, held.until, held.rule) == ("hold", "clinically stable", "immune-endocrine")
    assert held.next_percent is None and held.next_level is None
    assert advice.of("oxaliplatin").action == "continue" == advice.of(CAPE).action


def test_scenario_18_an_endocrine_event_nobody_has_laid_to_a_drug_leaves_chemotherapy() -> None:
    advice = advised(events=[event("Adrenal insufficiency", 3, 2)])
    assert advice.of(ICI).action == "hold"
    assert advice.of("oxaliplatin").action == "continue" == advice.of(CAPE).action


def test_scenario_18_then_grade_2_diarrhoea_holds_both_until_the_cause_is_named() -> None:
    advice = advised(events=[event("Hypothyroidism", 3, 1, None, ICI), event("Diarrhea", 2, 9)])
    for drug in (ICI, CAPE):
        held = advice.of(drug)
        assert held.action == "hold" and "shared-diarrhea" in rules_of(held)
        assert "the cause is decided" in held.untils
        assert any("cause has not been named" in sentence for sentence in held.why)
    assert "immune-colitis-g2" in rules_of(advice.of(ICI)) and "capecitabine-g2-1" in rules_of(advice.of(CAPE))
    assert advice.of("oxaliplatin").action == "continue"


@pytest.mark.parametrize(("cause", "held", "goes_on"), [(CAPE, CAPE, ICI), (ICI, ICI, CAPE)])
def test_naming_the_cause_lets_the_other_drug_go_on(cause: str, held: str, goes_on: str) -> None:
    advice = advised(events=[event("Diarrhea", 2, 9, None, cause)])
    assert advice.of(held).action == "hold" and advice.of(goes_on).action == "continue"
    assert "shared-diarrhea" not in rules_of(advice.of(held))


def test_an_infection_lets_both_go_on() -> None:
    advice = advised(events=[event("Diarrhea", 3, 9, None, "infection")])
    assert advice.of(CAPE).action == advice.of(ICI).action == "continue"


def test_the_inhibitor_is_stopped_for_good_by_colitis_only_once_a_person_lays_it_to_it() -> None:
    waiting = of(ICI, events=[event("Colitis", 4, 5)])
    assert waiting.action == "hold" and waiting.rule == "immune-colitis-g4" and waiting.until == "the cause is decided"
    assert [one.rule_action for one in waiting.fired if one.rule == "immune-colitis-g4"] == ["stop"]
    assert of(ICI, events=[event("Colitis", 4, 5, None, ICI)]).action == "stop"


@pytest.mark.parametrize(
    ("term", "grade", "action"),
    [
        ("Pneumonitis", 1, "continue"), ("Pneumonitis", 2, "hold"), ("Pneumonitis", 3, "stop"),
        ("Colitis", 3, "hold"), ("Colonic perforation", 2, "stop"), ("Myocarditis", 1, "hold"),
        ("Myocarditis", 2, "stop"), ("Creatinine increased", 3, "hold"), ("Creatinine increased", 4, "stop"),
        ("Hyperthyroidism", 2, "continue"), ("Myasthenia gravis", 2, "hold"), ("Myasthenia gravis", 3, "stop"),
        ("Infusion related reaction", 2, "continue"), ("Infusion related reaction", 3, "stop"),
        ("Rash maculo-papular", 2, "continue"), ("Rash maculo-papular", 3, "hold"),
        ("Uveitis", 4, "stop"), ("Myocarditis", 5, "stop"),
    ],
)  # fmt: skip
def test_the_us_class_table_by_organ(term: str, grade: int, action: str) -> None:
    assert of(ICI, events=[event(term, grade, 5, None, ICI)]).action == action


@pytest.mark.parametrize("said", [{"certainty": "suspected"}, {"certainty": "confirmed"}])
def test_severe_skin_reactions_hold_while_suspected_and_stop_once_confirmed(
    said: dict[str, str],
) -> None:
    advice = of(ICI, events=[event("Stevens-Johnson syndrome", 3, 5, None, ICI, **said)])
    assert (advice.action == "stop") == (said["certainty"] == "confirmed")
    assert advice.action in ("hold", "stop")
    open_yet = of(ICI, events=[event("Stevens-Johnson syndrome", 3, 5, None, ICI)])
    assert open_yet.action == "hold" and any("suspected or confirmed" in ask for ask in open_yet.questions)
    assert of(ICI, events=[event("Erythema multiforme", 2, 5, None, ICI)]).action == "hold"


def test_a_second_grade_2_pneumonitis_stops_pembrolizumab_by_eu_labels_alone() -> None:
    events = [event("Pneumonitis", 2, -40, -20, ICI), event("Pneumonitis", 2, 5, None, ICI)]
    assert of(ICI, practice="eu", events=events).action == "stop"
    assert of(ICI, practice="us", events=events).action == "hold"


def test_no_recovery_within_12_weeks_stops_what_a_person_laid_to_the_inhibitor() -> None:
    weeks = event("Rash maculo-papular", 2, -90, None, ICI)
    assert of(ICI, cycle=6, events=[weeks]).rule == "immune-no-recovery"
    assert of(ICI, cycle=6, events=[event("Rash maculo-papular", 2, -80, None, ICI)]).action == "continue"
    unnamed = of(ICI, cycle=6, events=[event("Rash maculo-papular", 2, -90)])
    assert unnamed.action == "ask" and f"Is Rash maculo-papular laid to {ICI}?" in unnamed.questions


# Liver: what decides is the multiple of the upper limit, of the drug's own label.


@pytest.mark.parametrize(
    ("drug", "practice", "times_uln", "baseline", "liver", "action"),
    [
        ("tislelizumab", "us", "3", "1", False, "continue"), ("tislelizumab", "us", "3.01", "1", False, "hold"),
        ("tislelizumab", "us", "8", "1", False, "hold"), ("tislelizumab", "us", "8.01", "1", False, "stop"),
        ("tislelizumab", "us", "4", "2", True, "continue"), ("tislelizumab", "us", "5", "2", True, "continue"),
        ("tislelizumab", "us", "5.1", "2", True, "hold"), ("tislelizumab", "us", "10", "2", True, "hold"),
        ("tislelizumab", "us", "10.1", "2", True, "stop"), ("tislelizumab", "us", "8.1", "1", True, "stop"),
        ("tislelizumab", "us", "8", "4", True, "continue"), ("tislelizumab", "us", "8.1", "4", True, "hold"),
        ("tislelizumab", "us", "30", "6", True, "hold"),
        ("tislelizumab", "eu", "8", "1", False, "hold"), ("tislelizumab", "eu", "8.01", "1", False, "stop"),
        ("pembrolizumab", "us", "5.1", "1", False, "hold"), ("pembrolizumab", "eu", "5.1", "1", False, "stop"),
        ("pembrolizumab", "eu", "5", "1", False, "hold"), ("pembrolizumab", "eu", "9", "4", False, "stop"),
        ("pembrolizumab", "eu", "9", "4", True, "hold"), ("pembrolizumab", "eu", "5", "4", False, "hold"),
        ("pembrolizumab", "cn", "5.1", "1", False, "hold"),
    ],
)  # fmt: skip
def test_transaminases_by_drug_label_baseline_and_tumour_in_the_liver(
    drug: str, practice: str, times_uln: str, baseline: str, liver: bool, action: str
) -> None:
    course = {
        "ici": drug, "practice": practice, "liver_involvement": liver,
        "labs": {"alt": alt(times_uln, baseline), "bilirubin": bilirubin("1")},
        "events": [event("Alanine aminotransferase increased", 1, 1, None, drug)],
    }  # fmt: skip
    assert of(drug, **course).action == action


def test_eu_pembrolizumab_with_a_high_baseline_stops_on_a_rise_of_half_that_lasts_a_week() -> None:
    course: dict[str, Any] = {"practice": "eu", "liver_involvement": True, "labs": {"alt": alt("6", "4")}}
    week = event("Alanine aminotransferase increased", 3, -7, None, ICI)
    assert of(ICI, events=[week], **course).rule == "pembrolizumab-eu-hepatitis-metastases"
    assert of(ICI, events=[event("Alanine aminotransferase increased", 3, -2, None, ICI)], **course).action == "hold"


def test_without_a_named_cause_a_permanent_stop_for_the_liver_waits_for_obstruction_to_be_excluded() -> None:
    advice = of(ICI, liver_involvement=False, labs={"alt": alt("9"), "bilirubin": bilirubin("4")})
    assert advice.action == "hold" and advice.until == "obstruction excluded and the cause decided"
    stops = {one.rule for one in advice.fired if one.rule_action == "stop"}
    assert stops == {"pembrolizumab-hepatitis-no-tumour-stop", "pembrolizumab-hepatitis-bilirubin-stop"}
    named = event("Blood bilirubin increased", 3, 1, None, ICI)
    assert of(ICI, liver_involvement=False, labs={"bilirubin": bilirubin("4")}, events=[named]).action == "stop"
    blocked = event("Blood bilirubin increased", 3, 1, None, "obstruction")
    assert of(ICI, labs={"bilirubin": bilirubin("4")}, events=[blocked]).action == "continue"


def test_scenario_16_bilirubin_is_held_for_by_its_absolute_multiple_and_not_by_a_grade() -> None:
    advice = of(CAPE, labs={"bilirubin": bilirubin("3.4", "2.0")})
    assert (advice.action, advice.rule) == ("hold", "capecitabine-bilirubin")
    assert "3.4 x ULN, 1.7 x baseline (baseline 2 x ULN)" in advice.why[0]
    exactly = of(CAPE, labs={"bilirubin": bilirubin("3", "2.5")})
    assert "capecitabine-bilirubin" not in rules_of(exactly)
    just = of(CAPE, labs={"bilirubin": bilirubin("3.0001", "2.5")})
    assert just.rule == "capecitabine-bilirubin"


def test_what_is_not_known_is_asked_for_and_never_assumed() -> None:
    no_liver = of("tislelizumab", ici="tislelizumab", labs={"alt": alt("4")})
    assert "Is there tumour in the liver?" in no_liver.questions
    no_baseline = of("tislelizumab", ici="tislelizumab", liver_involvement=True, labs={"alt": alt("6", None)})
    assert any("at baseline" in question for question in no_baseline.questions)
    no_limit = of(CAPE, labs={"bilirubin": lab("60", "umol/L")})
    assert no_limit.action == "ask" and any("upper limit" in question for question in no_limit.questions)
    no_value = of(ICI, events=[event("Blood bilirubin increased", 3, 1)])
    assert any("today" in question for question in no_value.questions)


def test_eu_labels_hold_capecitabine_for_transaminases_and_counts_in_mid_cycle() -> None:
    values = {"alt": alt("2.6"), "neutrophils": lab("0.99", "10^9/L"), "platelets": lab("74", "10^9/L")}
    wanted = {
        "capecitabine-transaminases-eu", "capecitabine-midcycle-neutrophils", "capecitabine-midcycle-platelets",
    }  # fmt: skip
    assert wanted <= rules_of(of(CAPE, practice="eu", labs=values))
    assert not wanted & rules_of(of(CAPE, practice="us", labs=values))


def test_creatinine_by_its_multiple_for_eu_pembrolizumab() -> None:
    for value, action in (("150", "continue"), ("151", "hold"), ("300", "hold"), ("301", "stop")):
        assert of(ICI, practice="eu", labs={"creatinine": lab(value, "umol/L", "100")}).action == action
