"""What severe events, deaths, causes and values that came later mean, so that "continue" never means "passed over"."""

from typing import Any

import pytest

from regimen.advice.answer_text import as_text
from regimen.library import load_regimen, shipped_regimens
from tests.regimen.advice.course_cases import advised, day, event, lab, of, rules_of
from tests.regimen.advice.rule_cases import options_for

CAPE, OX, ICI = "capecitabine", "oxaliplatin", "pembrolizumab"
ANC, PLT, ALT = "Neutrophil count decreased", "Platelet count decreased", "Alanine aminotransferase increased"
COUNTS = {"neutrophils": lab("1.5", "10^9/L"), "platelets": lab("75", "10^9/L")}


def counts(neutrophils: str, platelets: str = "75", on: int = 1) -> dict[str, Any]:
    return {
        "neutrophils": {**lab(neutrophils, "10^9/L"), "date": day(on)},
        "platelets": {**lab(platelets, "10^9/L"), "date": day(on)},
    }


def test_grade_5_stops_every_drug_whatever_it_was_laid_to_and_proposes_no_later_day() -> None:
    advice = advised(events=[event("Diarrhea", 5, -3, None, CAPE)], labs=COUNTS)
    assert {(one.action, one.rule, one.next_percent) for one in advice.drugs} == {("stop", "death", None)}
    assert advice.treatment_day.delay is None
    assert {one.action for one in advised(events=[event("Sepsis", 5, -3, None, "disease")]).drugs} == {"stop"}


def test_a_stop_that_leaves_no_way_on_is_told_before_one_that_does() -> None:
    advice = of(CAPE, events=[event("Diarrhea", 4, -3, None, CAPE), event("Myocardial infarction", 3, -30, -20, CAPE)])
    assert (advice.action, advice.rule, advice.next_percent) == ("stop", "capecitabine-heart", None)


# What no rule speaks of


def test_a_severe_event_laid_to_a_drug_whose_rules_do_not_know_it_is_asked_about() -> None:
    nerve = event("Peripheral sensory neuropathy", 3, -3, None, CAPE)
    advice = of(CAPE, events=[nerve])
    assert (advice.action, advice.rule) == ("ask", "no-rule") and advice.source
    assert "what does the prescriber decide?" in advice.questions[0]
    assert of(CAPE, events=[{**nerve, "grade": 2}]).action == "continue"
    assert of(OX, events=[nerve]).action == "continue"


def test_what_nobody_laid_to_a_drug_is_asked_about_where_no_drugs_rules_read_it() -> None:
    fever = event("Febrile neutropenia", 3, -9, -3)
    assert {one.rule for one in advised("gc", events=[fever]).drugs} == {"no-rule"}
    assert of("gemcitabine", regimen="gc", events=[event("Febrile neutropenia", 3, -60, -50)]).action == "continue"
    assert of(ICI, events=[fever]).action == "continue"  # the rules of the pair read it


def test_counts_the_treatment_day_looks_at_are_no_question() -> None:
    nadir = [event(ANC, 4, -9, -3), event(PLT, 3, -9, -3, "gemcitabine")]
    assert {one.action for one in advised("gc", events=nadir, labs=counts("3.1", "210")).drugs} == {"continue"}


# What a hold waits for


@pytest.mark.parametrize(
    ("labs", "action"),
    [
        (counts("1.5", "75"), "reduce"), (counts("1.49", "75"), "hold"), (counts("1.5", "74"), "hold"),
        ({"neutrophils": lab("1.5", "10^9/L")}, "ask"), (counts("3", "200", -6), "ask"),
        (counts("3", "200", -11), "ask"),
        ({"neutrophils": lab("1500", "/uL"), "platelets": lab("75", "10^3/uL")}, "reduce"), (COUNTS, "reduce"),
    ],
)  # fmt: skip
def test_counts_of_the_day_end_the_hold_after_severe_blood_toxicity(labs: dict[str, Any], action: str) -> None:
    for term, grade in (("Febrile neutropenia", 3), (PLT, 4)):
        advice = of(OX, events=[event(term, grade, -10, -4, OX)], labs=labs)
        assert advice.action == action, (term, advice.why)
        assert advice.next_level == 100 and advice.level_unit == "mg/m2"


def test_good_counts_do_not_end_a_fever() -> None:
    assert of(OX, events=[event("Febrile neutropenia", 3, -10, None, OX)], labs=counts("3", "200")).action == "hold"


@pytest.mark.parametrize(
    ("steroid", "action"), [(None, "ask"), ("10", "continue"), ("10.1", "hold"), ("0", "continue")]
)
@pytest.mark.parametrize("term", ["Pneumonitis", ALT, "Blood bilirubin increased", "Creatinine increased"])
def test_an_inhibitor_waits_for_the_taper_when_its_event_is_gone(term: str, steroid: str | None, action: str) -> None:
    said = {} if steroid is None else {"steroid_mg_day": steroid}
    for practice in ("us", "eu"):
        advice = of(ICI, practice=practice, events=[event(term, 2, -15, -3, ICI, **said)])
        assert advice.action == action, (practice, advice.why)
        assert action == "continue" or advice.until == "grade 0-1 after the steroid taper"


@pytest.mark.parametrize("term", [ALT, "Creatinine increased"])
def test_what_was_mild_waits_for_no_taper(term: str) -> None:
    for practice in ("us", "eu"):
        assert of(ICI, practice=practice, events=[event(term, 1, -15, -3, ICI)]).action == "continue"
    assert of(ICI, events=[event(ALT, 4, -15, -3, ICI)]).rule == "immune-liver-restart"


def test_hormones_that_are_replaced_are_no_missing_recovery_and_a_long_steroid_stops_after_the_event() -> None:
    assert of(ICI, cycle=7, events=[event("Hypothyroidism", 2, -100, None, ICI)]).action == "continue"
    assert of(ICI, cycle=7, events=[event("Adrenal insufficiency", 2, -100, None, ICI, steroid_mg_day=20)]).action == (
        "continue"
    )
    weeks = [event(ALT, 3, start, -10, ICI, steroid_mg_day="10.5") for start in (-83, -84)]
    assert [of(ICI, cycle=7, events=[one]).rule for one in weeks] == ["immune-liver-restart", "immune-steroid"]


# Causes


@pytest.mark.parametrize("cause", ["obstruction", "disease", CAPE, "pembrolizumab"])
def test_bilirubin_above_three_times_the_limit_holds_capecitabine_whatever_the_cause(cause: str) -> None:
    raised = event("Blood bilirubin increased", 3, -3, None, cause)
    for value, action in (("60.1", "hold"), ("60", "continue")):
        labs = {"bilirubin": lab(value, "umol/L", "20", "20")}
        found = rules_of(of(CAPE, events=[raised], labs=labs))
        assert ("capecitabine-bilirubin" in found) == (action == "hold")


@pytest.mark.parametrize(("mg_dl", "asked"), [("1.6", False), ("1.61", True)])
def test_gemcitabine_asks_above_1_6_mg_dl_of_bilirubin_whatever_the_cause(mg_dl: str, asked: bool) -> None:
    blocked = event("Blood bilirubin increased", 2, -3, None, "obstruction")
    advice = of("gemcitabine", regimen="gc", events=[blocked], labs={"bilirubin": lab(mg_dl, "mg/dL", "1.2")})
    assert (advice.rule == "gemcitabine-bilirubin") is asked


def test_mild_cardiac_chest_pain_holds_capecitabine_until_ischaemia_is_excluded() -> None:
    pain = event("Chest pain - cardiac", 1, 3)
    assert of(CAPE, events=[pain]).until == "cardiac ischaemia excluded"
    assert of(CAPE, events=[event("Chest pain - cardiac", 1, -5, -4)]).action == "ask"
    assert of(CAPE, events=[{**pain, "reached": ["cardiac ischaemia excluded"]}]).action == "continue"


def test_a_stop_for_good_whose_cause_nobody_named_says_so() -> None:
    labs = {"creatinine": lab("310", "umol/L", "90")}
    why = of(ICI, practice="eu", labs=labs).why
    assert any("name it before anything is stopped for good" in sentence for sentence in why)


# One episode or two


def test_an_entry_that_grew_worse_is_one_occurrence_at_the_highest_grade() -> None:
    on_the_day = [event("Diarrhea", 2, -12, -9, CAPE), event("Diarrhea", 3, -9, -3, CAPE)]
    assert (of(CAPE, events=on_the_day).occurrence, of(CAPE, events=on_the_day).next_percent) == (1, 75)
    without_end = [event("Diarrhea", 2, -12, None, CAPE), event("Diarrhea", 3, -9, None, CAPE)]
    assert of(CAPE, events=without_end).next_percent == 75
    day_between = [event("Diarrhea", 2, -12, -10, CAPE), event("Diarrhea", 3, -9, -3, CAPE)]
    assert of(CAPE, events=day_between).next_percent == 50
    again = [event("Diarrhea", 3, -12, None, CAPE), event("Diarrhea", 3, -9, None, CAPE)]
    assert of(CAPE, events=again).next_percent == 50


def test_earlier_occurrences_and_an_end_nobody_entered_are_told() -> None:
    twice = [event("Diarrhea", 2, -30, None, CAPE), event("Diarrhea", 3, -9, -3, CAPE)]
    told = " ".join(of(CAPE, events=twice).why)
    assert f"no end entered although it was entered again from {day(-9)}" in told
    over = [event("Diarrhea", 2, -30, -25, CAPE), event("Diarrhea", 3, -9, -3, CAPE)]
    assert f"occurrence 2 (before: {day(-30)})" in of(CAPE, events=over).why[0]


def test_an_open_entry_of_a_blood_test_ended_with_a_later_normal_value() -> None:
    low = event(ANC, 4, -9, None, OX)
    advice = of(OX, events=[low], labs=counts("1.5", "75"))
    assert advice.action == "reduce" and f"gone on {day(1)} by its value" in advice.why[0]
    assert of(OX, events=[low], labs=counts("1.49", "75")).action == "hold"
    assert of(OX, events=[low], labs=counts("3", "200", -9)).action == "hold"  # a value of the same day ends nothing
    # 5 x ULN against a baseline of 4: grade 1 by the baseline, 3 by the limit; the entry goes on
    raised = {"alt": {**lab("200", "U/L", "40", "160"), "date": day(1)}}
    assert "immune-liver-restart" not in rules_of(of(ICI, events=[event(ALT, 3, -9, None, ICI)], labs=raised))


# What a person reads


def test_the_text_names_what_is_still_to_be_checked_and_every_hold_that_is_open() -> None:
    stale = {**counts("1.1", "210", -20), "platelets": {**lab("210", "10^9/L"), "date": day(1)}}
    advice = advised(labs=stale, events=[event("Diarrhea", 2, 3)])
    assert advice.treatment_day.delay is None
    text = as_text(advice)
    assert "too old: take it again" in text and "Still to be checked before it is given: Neutrophils." in text
    assert "all of these first: grade 0-1 after the steroid taper; the cause is decided" in text


def test_the_text_says_a_level_with_its_unit_and_why_a_dose_is_not_lowered_again() -> None:
    text = as_text(advised(events=[event(PLT, 3, -10, -4, OX)], labs=COUNTS))
    assert "oxaliplatin: reduce to 100 mg/m2" in text
    mouth = event("Mucositis oral", 3, -9, -3, CAPE)
    assert (
        "Already at 75 % of the start: the rule asks for no less."
        in of(CAPE, events=[mouth], dose_percent={CAPE: 75}).why
    )
    first = of(CAPE, events=[event("Mucositis oral", 2, 3, None, CAPE)], dose_percent={CAPE: 75})
    assert any(sentence.startswith("Not raised: 75 %") for sentence in first.why)


# What is normal asks for nothing

NORMAL = {
    **COUNTS, "platelets": lab("200", "10^9/L"), "creatinine": lab("80", "umol/L", "90"),
    "alp": lab("100", "U/L", "120"),
    "bilirubin": lab("20", "umol/L", "20"), "alt": lab("40", "U/L", "40"), "ast": lab("40", "U/L", "40"),
}  # fmt: skip


@pytest.mark.parametrize("practice", ["us", "eu", "cn"])
@pytest.mark.parametrize("regimen", shipped_regimens())
def test_normal_values_without_a_baseline_ask_for_nothing(regimen: str, practice: str) -> None:
    file = load_regimen(regimen)
    inhibitors = sorted({drug.name for drug in file.drugs if drug.role == "inhibitor"})
    for drug in inhibitors or [file.drugs[0].name]:
        advice = advised(regimen, practice=practice, labs=NORMAL, options=options_for(file, drug))
        assert {(one.action, one.questions) for one in advice.drugs} == {("continue", ())}


@pytest.mark.parametrize(("umol", "asked"), [("10", False), ("27.0", False), ("27.3", True), ("27.7", True)])
def test_a_value_clear_of_a_limit_is_compared_across_units_and_a_near_one_is_asked_for(umol: str, asked: bool) -> None:
    advice = of("gemcitabine", regimen="gc", labs={"bilirubin": lab(umol, "umol/L", "20")})
    assert (advice.action == "ask") is asked
    assert ("What is Bilirubin, total in mg/dL?" in advice.questions) is (umol == "27.3")


def test_where_no_level_is_left_the_person_is_asked_until_the_next_cycle() -> None:
    gut = event("Vomiting", 3, -15, -10, OX)
    advice = of(OX, events=[gut], dose_level={OX: 85}, history=[{"cycle": 1, "dose_percent": {OX: "65.38"}}])
    assert advice.action == "ask" and "stop it, or go on with what?" in advice.questions[0]
    old = event("Vomiting", 3, -40, -35, OX)
    history = [{"cycle": number, "dose_percent": {OX: "65.38"}} for number in (1, 2)]
    assert of(OX, cycle=3, events=[old], dose_level={OX: 85}, history=history).questions == ()


def test_what_a_rule_asks_is_told_also_where_another_rule_decides() -> None:
    early = of(CAPE, cycle=1, events=[event("Diarrhea", 3, 5, None, CAPE)])
    assert early.action == "hold" and any("uridine triacetate" in sentence for sentence in early.why)


def test_rules_that_say_the_same_of_one_value_are_told_together() -> None:
    told = " ".join(of(ICI, labs={"alt": lab("240", "U/L", "40")}).why)
    assert told.count("ALT 240 U/L, 6 x ULN (") == 1 and "shared-liver-transaminases, shared-liver-trans" in told


def test_a_start_that_was_lower_before_is_not_raised_unseen() -> None:
    history = [{"cycle": 1, "dose_percent": {CAPE: 100}, "starting_percent": {CAPE: 50}}]
    raised = of(CAPE, history=history)
    assert (raised.action, raised.rule, raised.next_percent) == ("reduce", "not-raised-again", 50)
    assert of(CAPE, history=history, starting_percent={CAPE: 50}).action == "continue"


@pytest.mark.parametrize(("start", "grade", "told"), [(-3, 2, True), (1, 2, True), (2, 2, False), (-3, 1, False)])
def test_what_holds_one_drug_of_the_pair_on_day_1_is_told_with_the_other(start: int, grade: int, told: bool) -> None:
    tired = event("Fatigue", grade, start, None, CAPE)
    advice = of(OX, events=[tired])
    assert advice.action == "continue" and ("pair-together" in rules_of(advice)) is told
    assert any("delay both" in sentence for sentence in advice.why) is told
    assert "pair-together" not in rules_of(of(CAPE, events=[tired]))


def test_a_term_only_ctcae_6_has_is_asked_about_from_grade_2() -> None:
    assert [of(OX, events=[event("Thrombocytopenia", grade, -3)]).action for grade in (1, 2)] == ["continue", "ask"]
