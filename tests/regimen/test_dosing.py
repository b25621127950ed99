"""Exact doses, modifiers in order, the one rounding, and the proof of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from regimen.errors import Refused
from regimen.numbers import exact_arithmetic
from regimen.order import DrugDose
from tests.regimen.samples import CAPECITABINE, OXALIPLATIN, PEMBROLIZUMAB, SAMPLE, order_of

D = Decimal


def steps(dose: DrugDose) -> list[str]:
    return [step.step for step in dose.proof]


def test_the_numbers_of_the_contract_come_out() -> None:
    order = order_of(dose_percent={"capecitabine": 75})
    assert str(order.bsa.m2).startswith("1.630439")
    oxaliplatin = order.dose_of("oxaliplatin")
    assert str(oxaliplatin.exact_mg).startswith("211.957")
    assert oxaliplatin.dose_mg == 210
    assert str(oxaliplatin.variance_percent).startswith("-0.92")
    assert oxaliplatin.infusion is not None
    assert oxaliplatin.infusion.concentration_mg_ml == D("0.42")
    assert [(vial.size_mg, vial.count) for vial in oxaliplatin.vials] == [(100, 2), (50, 1)]
    assert oxaliplatin.waste_mg == 40
    capecitabine = order.dose_of("capecitabine")
    assert str(capecitabine.exact_mg).startswith("1222.8")
    assert any(plan.am == {D(150): 1, D(500): 2} and plan.daily_mg == 2300 for plan in capecitabine.plans)


def test_the_exact_dose_is_level_times_bsa_and_nothing_is_rounded_before_the_end() -> None:
    order = order_of(basis__height_cm=172, basis__weight_kg="68")
    dose = order.dose_of("oxaliplatin")
    with exact_arithmetic():
        assert dose.exact_mg == 130 * order.bsa.m2
    assert steps(dose)[:4] == ["bsa", "level", "exact", "rounding"]


def test_starting_percent_and_percent_stand_in_order_and_percent_is_of_the_start() -> None:
    order = order_of(starting_percent={"capecitabine": 50}, dose_percent={"capecitabine": 75})
    dose = order.dose_of("capecitabine")
    assert (dose.level, dose.effective_level) == (1000, 375)
    assert (dose.starting_percent, dose.percent) == (50, 75)
    assert steps(dose)[1:5] == ["level", "starting_percent", "percent", "exact"]
    assert dose.proof[3].formula == "500 mg/m2 x 75 %"


def test_a_level_may_stand_in_the_place_of_a_percent() -> None:
    dose = order_of(dose_level={"oxaliplatin": "100"}).dose_of("oxaliplatin")
    assert (dose.level, dose.effective_level, dose.dose_level) == (130, 100, 100)
    assert str(dose.percent).startswith("76.923")
    assert str(dose.exact_mg).startswith("163.04")
    assert dose.dose_mg == 165


def test_the_full_level_given_is_the_full_dose() -> None:
    given = order_of(dose_level={"oxaliplatin": "130"}).dose_of("oxaliplatin")
    assert given.exact_mg == order_of().dose_of("oxaliplatin").exact_mg
    assert given.percent == 100
    assert "dose_level" not in steps(given)


def test_a_fixed_dose_does_not_move_with_the_body() -> None:
    small, large = (order_of(basis__weight_kg=kg).dose_of("pembrolizumab") for kg in ("45", "110"))
    assert small.dose_mg == large.dose_mg == 200
    assert "bsa" not in steps(small)
    assert small.variance_percent == 0


@pytest.mark.parametrize(
    ("practice", "kg", "mg"), [("us", "30.0", 1500), ("us", "29.9", 598), ("eu", "30.0", 600), ("eu", "30.1", 1500)]
)
def test_the_edge_of_a_weight_tier_is_the_practices(practice: str, kg: str, mg: int) -> None:
    order = order_of(
        practice=practice, basis__weight_kg=kg, basis__height_cm=150, options={"ici": "durvalumab"},
        policy={"dose_steps_mg": {"durvalumab": 1}},
    )  # fmt: skip
    assert order.dose_of("durvalumab").dose_mg == mg


def test_a_label_maximum_of_one_dose_is_never_passed_by_rounding() -> None:
    per_kg = replace(PEMBROLIZUMAB, dose=replace(PEMBROLIZUMAB.dose, level=D(2), per="kg", most_mg=D(200)))
    regimen = replace(SAMPLE, drugs=(per_kg, OXALIPLATIN, CAPECITABINE))
    policy = {"dose_steps_mg": {"pembrolizumab": 30}}
    heavy = order_of(regimen, basis__weight_kg="140", basis__height_cm=185, policy=policy).dose_of("pembrolizumab")
    assert (heavy.exact_mg, heavy.dose_mg) == (200, 200)
    assert "label_maximum" in steps(heavy)
    light = order_of(regimen, policy=policy).dose_of("pembrolizumab")
    assert (light.exact_mg, light.dose_mg) == (116, 120)


def test_a_cap_only_if_switched_on_and_then_both_areas_are_shown() -> None:
    big: dict[str, Any] = {"basis__height_cm": 182, "basis__weight_kg": "104"}
    free = order_of(**big)
    assert not free.bsa.capped
    assert str(free.dose_of("oxaliplatin").exact_mg).startswith("298.0")
    capped = order_of(**big, policy={"bsa_cap_m2": "2.0"})
    dose = capped.dose_of("oxaliplatin")
    assert capped.bsa.capped
    assert (capped.bsa.dosing_m2, dose.dose_mg) == (2, 260)
    assert str(dose.variance_percent).startswith("-12.7")
    assert str(dose.exact_mg).startswith("298.0")
    assert dose.capped
    assert "cap" in steps(dose)
    alert = next(alert for alert in capped.alerts if alert.code == "bsa-capped")
    assert (alert.severity, alert.params["set_by"]) == ("warn", "this order")
    assert "variance-outside-limit" not in [alert.code for alert in capped.alerts]
    assert capped.dose_of("capecitabine").plans[0].within_limit


def test_a_cap_above_the_patient_changes_nothing() -> None:
    capped = order_of(policy={"bsa_cap_m2": "2.0"})
    assert not capped.bsa.capped
    assert not any(dose.capped for dose in capped.doses)
    assert capped.doses[1].dose_mg == order_of().doses[1].dose_mg


def test_a_coarse_step_that_crosses_the_limit_stops() -> None:
    order = order_of(policy={"dose_steps_mg": {"oxaliplatin": 150}})
    assert order.dose_of("oxaliplatin").dose_mg == 150
    assert "variance-outside-limit" in [alert.code for alert in order.alerts if alert.severity == "stop"]
    assert not order.released


def test_the_first_infusion_may_run_longer() -> None:
    assert OXALIPLATIN.infusion is not None
    slow = replace(OXALIPLATIN, infusion=replace(OXALIPLATIN.infusion, minutes_first=360))
    regimen = replace(SAMPLE, drugs=(PEMBROLIZUMAB, slow, CAPECITABINE))
    minutes = [getattr(order_of(regimen, cycle=n).dose_of("oxaliplatin").infusion, "minutes", 0) for n in (1, 2)]
    assert minutes == [360, 120]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"options": {}}, "options.ici"),
        ({"options": {"ici": "aspirin"}}, "options.ici"),
        ({"options": {"ici": "none", "colour": "red"}}, "options.colour"),
        ({"dose_percent": {"cisplatin": 75}}, "dose_percent.cisplatin"),
        ({"dose_percent": {"pembrolizumab": 75}}, "dose_percent.pembrolizumab"),
        ({"starting_percent": {"pembrolizumab": 50}}, "starting_percent.pembrolizumab"),
        ({"dose_level": {"pembrolizumab": 100}}, "dose_level.pembrolizumab"),
        ({"dose_level": {"oxaliplatin": 131}}, "dose_level.oxaliplatin"),
        ({"starting_percent": {"oxaliplatin": 75}, "dose_level": {"oxaliplatin": 100}}, "dose_level.oxaliplatin"),
        ({"chosen_plan": {"capecitabine": 99}}, "chosen_plan.capecitabine"),
        ({"stopped": {"cisplatin": "2026-01-01"}}, "stopped.cisplatin"),
        ({"holds": [{"drug": "x", "from": "2026-03-02", "reason": "r"}]}, "holds[0].drug"),
    ],
)
def test_what_the_regimen_does_not_have_is_refused_at_its_place(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        order_of(**changes)
    assert field in [refusal.field for refusal in refused.value.refusals]


def test_a_cycle_no_phase_has_is_refused() -> None:
    phases = (replace(SAMPLE.phases[0], last_cycle=6),)
    with pytest.raises(Refused, match="no cycle 7"):
        order_of(replace(SAMPLE, phases=phases), cycle=7)


def test_a_plan_chosen_by_a_person_is_the_dose() -> None:
    order = order_of(chosen_plan={"capecitabine": 1})
    dose = order.dose_of("capecitabine")
    assert (dose.chosen, dose.dose_mg) == (1, 1600)
    assert dose.variance_percent == dose.plans[1].variance_percent


def test_the_european_table_is_looked_up_with_two_decimals_and_says_so() -> None:
    order = order_of(practice="eu")
    dose = order.dose_of("capecitabine")
    assert (dose.dose_mg, dose.plans[0].label_answer) == (1600, True)
    rounding = next(step for step in dose.proof if step.step == "rounding")
    assert "half up to two decimals" in rounding.inputs["looked_up_m2"]
    assert order.bsa.m2 != D("1.63")


@pytest.mark.parametrize(("percent", "mg"), [(100, 1600), (75, 1200), (50, 800)])
def test_the_columns_of_the_european_table(percent: int, mg: int) -> None:
    dose = order_of(practice="eu", dose_percent={"capecitabine": percent}).dose_of("capecitabine")
    assert dose.plans[0].am_mg == mg


def test_a_percent_the_table_does_not_print_is_listed_by_nearness_and_told() -> None:
    order = order_of(practice="eu", dose_percent={"capecitabine": 60})
    assert not any(plan.label_answer for plan in order.dose_of("capecitabine").plans)
    assert "label-no-answer" in [alert.code for alert in order.alerts]


@pytest.mark.parametrize(("kg", "capped"), [("104.1", False), ("104.3", True)])
def test_the_tables_last_row_is_a_hidden_cap_and_is_told(kg: str, capped: bool) -> None:
    order = order_of(practice="eu", basis__height_cm=165, basis__weight_kg=kg)
    assert ("eu-table-cap" in [alert.code for alert in order.alerts]) is capped


def test_an_exact_half_of_150_offers_both_and_stops_until_one_is_chosen() -> None:
    tie: dict[str, Any] = {"basis__height_cm": "172.5", "basis__weight_kg": "62.1"}  # BSA exactly 1.725 m2
    order = order_of(**tie)
    dose = order.dose_of("capecitabine")
    assert dose.exact_mg == 1725
    assert (dose.tie, dose.chosen, dose.dose_mg) == (True, None, None)
    assert [plan.am_mg for plan in dose.plans[:2]] == [1650, 1800]
    assert "tablets-tie" in [alert.code for alert in order.alerts if alert.severity == "stop"]
    chosen = order_of(**tie, chosen_plan={"capecitabine": 0})
    assert chosen.dose_of("capecitabine").dose_mg == 1650
    assert "tablets-tie" not in [alert.code for alert in chosen.alerts]


def test_a_hold_over_all_days_shows_the_drug_as_held_and_a_stopped_drug_is_left_out() -> None:
    held = order_of(holds=[{"drug": "pembrolizumab", "from": "2026-03-02", "to": None, "reason": "rash"}])
    assert held.dose_of("pembrolizumab").held
    assert "drug-held" in [alert.code for alert in held.alerts]
    later = order_of(holds=[{"drug": "capecitabine", "from": "2026-03-08", "to": None, "reason": "diarrhoea"}])
    assert not later.dose_of("capecitabine").held
    stopped = order_of(stopped={"pembrolizumab": "2026-03-02"})
    assert [dose.drug for dose in stopped.doses] == ["oxaliplatin", "capecitabine"]
    assert "drug-stopped" in [alert.code for alert in stopped.alerts]


def test_every_step_of_a_proof_can_be_read_and_names_dates() -> None:
    order = order_of()
    for dose in order.doses:
        assert dose.proof
        for step in dose.proof:
            assert step.title
            assert step.result
            assert step.shown
    bsa = order.dose_of("oxaliplatin").proof[0]
    assert bsa.formula == "sqrt(165 x 58.0 / 3600)"
    assert bsa.inputs == {
        "height_cm": "165", "height_date": "not given", "weight_kg": "58.0", "weight_date": "2026-03-02",
    }  # fmt: skip
    assert bsa.shown == "1.6304"
    assert bsa.result.startswith("1.630439613519")


def test_the_order_says_for_whom_when_and_by_what_it_was_made() -> None:
    order = order_of(practice=None)
    assert (order.day1, order.age_y, order.cycle) == (date(2026, 3, 2), 68, 1)
    assert order.defaults_used[0] == "practice"
    assert order.engine_version
