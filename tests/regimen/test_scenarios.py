"""Scenarios 1 to 7 of the first hour with the program, on the shipped files."""

from decimal import Decimal
from typing import Any

import pytest

from regimen.alerts import words
from regimen.case import read_case
from regimen.engine import answer
from regimen.errors import Refused
from regimen.order import Alert, CycleOrder, DrugDose
from regimen.proof import one_line
from tests.regimen.samples import case_json

D = Decimal


def ordered(**changes: Any) -> CycleOrder:
    return answer(read_case(case_json(regimen="ici-capox", **changes)))


def alert_of(order: CycleOrder, code: str) -> Alert:
    found = [alert for alert in order.alerts if alert.code == code]
    assert found, [alert.code for alert in order.alerts]
    return found[0]


def near(value: Decimal | None, shown: str) -> bool:
    """Whether a number, at the decimals of `shown`, is `shown`."""
    assert value is not None
    wanted = D(shown)
    return abs(value - wanted) * 2 <= D(1).scaleb(int(wanted.as_tuple().exponent))


def plan(dose: DrugDose, am_mg: int) -> Any:
    return next(plan for plan in dose.plans if plan.am_mg == am_mg and plan.am == plan.pm)


def test_1_first_dose_by_hand() -> None:
    order = ordered()
    assert near(order.bsa.m2, "1.6304")
    oxaliplatin, capecitabine = order.dose_of("oxaliplatin"), order.dose_of("capecitabine")
    assert near(oxaliplatin.exact_mg, "211.96")
    assert oxaliplatin.dose_mg == 210
    assert near(oxaliplatin.variance_percent, "-0.9")
    proof = "\n".join(one_line(step) for step in capecitabine.proof)
    assert "1.6304 m2" in proof
    assert "Dose level, per dose: 1000 mg/m2" in proof
    assert "Exact dose, per day: 1630.44 mg per dose x 2 doses = 3260.88 mg" in proof
    assert order.dose_of("pembrolizumab").dose_mg == 200
    assert order.released


def test_2_tablets_with_both_strengths() -> None:
    dose = ordered(policy={"capecitabine_rounding": "nearest_plan"}).dose_of("capecitabine")
    first, second = dose.plans[:2]
    assert (first.am, first.tablets_per_day) == ({D(150): 1, D(500): 3}, 8)
    assert near(first.variance_percent, "1.2")
    assert first.supply == {D(150): 28, D(500): 84}
    assert (second.am, second.tablets_per_day) == ({D(150): 4, D(500): 2}, 12)
    assert near(second.variance_percent, "-1.9")
    assert ordered(practice="eu").dose_of("capecitabine").plans[0].am_mg == 1600


def test_2_tablets_of_500_mg_alone_are_flagged_and_none_is_preselected() -> None:
    order = ordered(policy={"tablets_mg": [500], "unequal_am_pm": True})
    dose = order.dose_of("capecitabine")
    listed = {int(plan.daily_mg): (plan.supply[D(500)], plan.within_limit) for plan in dose.plans}
    assert listed == {3500: (98, False), 3000: (84, False)}
    assert sorted(round(plan.variance_percent, 1) for plan in dose.plans) == [D("-8.0"), D("7.3")]
    assert dose.chosen is None
    assert not order.released


@pytest.mark.parametrize(
    "changes",
    [
        {"basis__height_cm": "1.65"},
        {"basis__height_cm": "58", "basis__weight_kg": "165"},
        {"basis__weight_kg": "58,4"},
        {"basis__weight_kg": "5 8"},
        {"basis__weight_kg": "1,058.4"},
        {"basis__weight_kg": ""},
        {"basis__weight_date": "2027-03-02"},
        {"basis__weight_kg": "128", "previous": {"weight_kg": "58.0"}},
    ],
)
def test_3_nonsense_is_refused_or_questioned_and_never_clamped(changes: dict[str, Any]) -> None:
    try:
        order = ordered(**changes)
    except Refused as refused:
        assert all(refusal.field.startswith("basis.") and refusal.reason for refusal in refused.refusals)
    else:
        assert alert_of(order, "confirm-value").severity == "stop"
        assert not order.released


def test_3_pounds_typed_for_kilograms_are_recognised_and_need_a_confirmation() -> None:
    twice: dict[str, Any] = {"basis__weight_kg": "128", "previous": {"weight_kg": "58.0"}}
    asked = alert_of(ordered(**twice), "confirm-value")
    assert "58" in asked.params["looks_like"]
    confirmed = ordered(**twice, basis__confirmed=[asked.params["confirm"]])
    assert "confirm-value" not in [alert.code for alert in confirmed.alerts]
    assert alert_of(confirmed, "weight-change").params["change_percent"] == "+120.7"


def test_4_a_changed_weight_names_both_limits() -> None:
    last = {"weight_kg": "58.0", "doses_mg": {"oxaliplatin": "210"}, "cumulative": {"oxaliplatin": 260}}
    order = ordered(cycle=3, basis__weight_kg="51.5", previous=last)
    assert near(order.bsa.m2, "1.5364")
    assert near(order.dose_of("oxaliplatin").exact_mg, "199.7")
    assert order.dose_of("oxaliplatin").dose_mg == 200
    capecitabine = order.dose_of("capecitabine")
    assert near(capecitabine.exact_mg, "1536")
    assert {1500, 1550, 1600} <= {int(plan.am_mg) for plan in capecitabine.plans}
    weight = alert_of(order, "weight-change")
    assert (weight.params["change_percent"], weight.params["bsa_change_percent"]) == ("-11.2", "-5.8")
    dose = next(alert for alert in order.alerts if alert.code == "dose-change" and alert.drug == "oxaliplatin")
    assert "-4.8 %" in dose.params["given"]
    assert "-5.8 %" in words(dose)[1]
    assert "Limits: exact dose 5 %, weight 10 %" in words(dose)[1]
    european = ordered(practice="eu", cycle=3, basis__weight_kg="51.5", previous=last)
    assert european.dose_of("capecitabine").plans[0].am_mg == 1600


def test_4_a_stale_weight_blocks_release() -> None:
    order = ordered(basis__weight_date="2026-02-01")
    assert alert_of(order, "weight-stale").severity == "stop"
    assert not order.released


def test_5_a_big_patient_is_not_capped_unless_a_cap_is_switched_on() -> None:
    big: dict[str, Any] = {"basis__height_cm": 182, "basis__weight_kg": "104"}
    free = ordered(**big)
    assert near(free.bsa.m2, "2.2930")
    assert near(free.dose_of("oxaliplatin").exact_mg, "298.1")
    assert "bsa-capped" not in [alert.code for alert in free.alerts]
    capped = ordered(**big, policy={"bsa_cap_m2": "2.0"})
    dose = capped.dose_of("oxaliplatin")
    assert (dose.dose_mg, dose.capped) == (260, True)
    assert near(dose.variance_percent, "-12.8")
    title, text = words(alert_of(capped, "bsa-capped"))
    assert "capped" in title
    assert "this order" in text


KIDNEY: dict[str, Any] = {"basis__creatinine": {"value": 88, "unit": "umol/L", "date": "2026-02-28"}}


def test_6_the_kidney_edge_in_the_us_profile() -> None:
    order = ordered(**KIDNEY)
    assert order.renal is not None
    assert near(order.renal.crcl_ml_min, "49.5")
    proposal = alert_of(order, "crcl-30-50")
    assert (proposal.drug, proposal.proposed_percent) == ("capecitabine", 75)
    assert order.dose_of("capecitabine").effective_level == 1000
    assert alert_of(order, "crcl-near-limit").severity == "note"
    renal = next(step for step in order.dose_of("capecitabine").proof if step.step == "renal")
    assert renal.formula == "(140 - 68) x 58 x 88.4 / (72 x 88) x 0.85"
    lowered = ordered(**KIDNEY, dose_percent={"capecitabine": 75}).dose_of("capecitabine")
    assert lowered.effective_level == 750
    assert near(lowered.exact_mg, "1223")
    for am_mg, tablets, variance in ((1200, 16, "-1.9"), (1250, 12, "2.2"), (1150, 6, "-6.0")):
        assert plan(lowered, am_mg).tablets_per_day == tablets
        assert near(plan(lowered, am_mg).variance_percent, variance)
    assert not plan(lowered, 1150).within_limit


def test_6_the_european_profile_changes_nothing_at_1000() -> None:
    order = ordered(**KIDNEY, practice="eu")
    assert "crcl-30-50" not in [alert.code for alert in order.alerts]


def test_6_88_typed_as_mg_per_dl_is_refused_and_recognised() -> None:
    with pytest.raises(Refused, match="umol/L"):
        ordered(basis__creatinine={"value": 88, "unit": "mg/dL", "date": "2026-02-28"})


def test_6_below_30_release_stops() -> None:
    order = ordered(basis__creatinine={"value": 150, "unit": "umol/L", "date": "2026-02-28"})
    assert alert_of(order, "crcl-below-30").severity == "stop"
    assert not order.released


def test_7_dpyd_and_warfarin() -> None:
    untested = ordered(basis__dpyd_activity_score=None, medicines=["warfarin"])
    assert alert_of(untested, "dpyd-missing").severity == "stop"
    assert not untested.released
    found = ordered(basis__dpyd_activity_score="1", medicines=["warfarin"])
    proposal = alert_of(found, "dpyd-intermediate")
    assert (proposal.severity, proposal.proposed_percent) == ("warn", 50)
    assert proposal.source
    assert found.dose_of("capecitabine").effective_level == 1000
    order = [alert.code for alert in found.alerts]
    assert order.index("interaction-warfarin") < order.index("to-verify"), "not buried among trivial alerts"
    assert alert_of(found, "interaction-warfarin").severity == "warn"
    assert len([alert for alert in found.alerts if alert.severity == "stop"]) == 0


def test_one_blocking_message_for_each_hazard() -> None:
    worst = ordered(
        basis__creatinine=None, basis__dpyd_activity_score=None, labs=None, patient__allergies=["carboplatin"]
    )
    stops = [(alert.code, alert.params.get("analyte", "")) for alert in worst.alerts if alert.severity == "stop"]
    assert len(stops) == len(set(stops))
    assert {code for code, _ in stops} == {"creatinine-missing", "dpyd-missing", "lab-missing", "allergy-platinum"}
