"""Values that nobody has entered as an event are graded by CTCAE 5.0 and fire the rules of their terms."""

from decimal import Decimal

from tests.regimen.advice.course_cases import day, event, lab, of, rules_of

OX = "oxaliplatin"


def neutrophils(value: str, number: int = 8) -> dict[str, dict[str, str]]:
    return {"neutrophils": {**lab(value, "10^9/L"), "date": day(number)}}


def test_grade_4_neutrophils_hold_oxaliplatin_without_an_entry() -> None:
    advice = of(OX, labs=neutrophils("0.4"))
    assert (advice.action, advice.rule, advice.next_level) == ("hold", "oxaliplatin-neutropenia-1", Decimal(100))
    assert "graded by its value" in advice.why[0]
    assert of(OX, labs=neutrophils("0.5")).action == "continue"


def test_an_entry_that_goes_on_is_taken_to_the_grade_of_the_value_and_stays_one_occurrence() -> None:
    entered = event("Neutrophil count decreased", 3, 3, None, OX)
    advice = of(OX, events=[entered], labs=neutrophils("0.4"))
    assert (advice.rule, advice.occurrence) == ("oxaliplatin-neutropenia-1", 1)
    assert of(OX, events=[entered], labs=neutrophils("0.9")).action == "continue"


def test_an_entry_laid_to_something_else_keeps_its_cause() -> None:
    entered = event("Neutrophil count decreased", 2, 3, None, "infection")
    assert of(OX, events=[entered], labs=neutrophils("0.4")).action == "continue"


def test_a_value_after_an_episode_that_is_over_is_the_next_occurrence() -> None:
    over = event("Neutrophil count decreased", 4, -12, -5, OX)
    assert of(OX, events=[over], labs=neutrophils("0.4")).rule == "oxaliplatin-neutropenia-2"


def test_a_baseline_above_the_limit_counts_as_ctcae_5_counts_it() -> None:
    raised = of("capecitabine", labs={"bilirubin": lab("38", "umol/L", "20", "30")})
    assert "shared-liver" not in rules_of(raised)
    assert "shared-liver" in rules_of(of("capecitabine", labs={"bilirubin": lab("38", "umol/L", "20", "18")}))


def test_values_no_rule_names_hold_nothing() -> None:
    values = {"alp": lab("900", "U/L", "120"), "ggt": lab("900", "U/L", "60"), "potassium": lab("2.8", "mmol/L")}
    assert of("capecitabine", labs=values).fired == ()
