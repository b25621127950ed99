"""Scenario 4: a person keeps the weight of the last doses. Doses use it, the kidney does not, nothing hides it."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regimen.alerts import words
from regimen.answer import as_json, from_json
from regimen.answer_text import as_text
from regimen.case import read_case, write_case
from regimen.engine import answer
from regimen.errors import Refused
from regimen.given import Case
from regimen.library import load_profile, load_regimen
from regimen.order import Alert, CycleOrder
from regimen.recheck import compare, recheck
from tests.regimen import dose_grid as grid
from tests.regimen.samples import case_json

D = Decimal
LAST: dict[str, Any] = {
    "weight_kg": "58.0", "doses_mg": {"oxaliplatin": "210"}, "cumulative": {"oxaliplatin": 260},
}  # fmt: skip
CHANGED: dict[str, Any] = {
    "regimen": "ici-capox", "cycle": 3, "basis__weight_kg": "51.5", "previous": LAST,
    "basis__creatinine": {"value": 88, "unit": "umol/L", "date": "2026-02-28"},
}  # fmt: skip


def case_of(**changes: Any) -> Case:
    return read_case(case_json(**{**CHANGED, **changes}))


def kept(**changes: Any) -> Case:
    return case_of(basis__kept_weight_kg="58.0", **changes)


def alerts_of(order: CycleOrder, code: str) -> list[Alert]:
    return [alert for alert in order.alerts if alert.code == code]


def test_doses_come_from_the_kept_weight_and_the_clearance_from_the_measured_one() -> None:
    order, redosed = answer(kept()), answer(case_of())
    before = answer(case_of(basis__weight_kg="58.0", previous={"cumulative": {"oxaliplatin": 260}}))
    assert order.bsa.m2 == before.bsa.m2 != redosed.bsa.m2
    assert order.dose_of("oxaliplatin").exact_mg == before.dose_of("oxaliplatin").exact_mg
    assert [each.dose_of("oxaliplatin").dose_mg for each in (order, redosed)] == [210, 200]
    assert order.renal is not None and redosed.renal is not None and before.renal is not None
    assert order.renal == redosed.renal
    assert (order.renal.weight_kg, before.renal.weight_kg) == (D("51.5"), D("58.0"))


def test_the_proof_of_the_body_surface_names_both_weights() -> None:
    step = answer(kept()).dose_of("oxaliplatin").proof[0]
    assert step.step == "bsa"
    assert "kept from the last doses by decision; measured 51.5 kg on 2 Mar 2026" in step.title
    assert "58.0" in step.formula and "51.5" not in step.formula
    assert step.inputs["kept_weight_kg"].startswith("58.0 (used")
    assert step.inputs["weight_kg"] == "51.5 (measured, not used here)"


def test_the_warning_stays_says_the_weight_was_kept_and_names_figures_limits_and_ways() -> None:
    order = answer(kept())
    (warning,) = alerts_of(order, "weight-change")
    assert warning.severity == "warn"
    title, text = words(warning)
    assert title == "Weight has changed, the last one is kept"
    for figure in ("58.0 kg", "51.5 kg on 2 Mar 2026", "-11.2 %", "oxaliplatin 212 to 199.7 mg (-5.8 %)",
                   "weight 10 %", "exact dose 5 %"):  # fmt: skip
        assert figure in text
    assert all(way in text for way in ("Keep", "re-dose", "ask"))
    assert not alerts_of(order, "dose-change"), "the exact dose has not changed, one message is enough"


def test_a_weight_kept_below_the_limit_is_not_silent() -> None:
    assert not alerts_of(answer(case_of(basis__weight_kg="57.0")), "weight-change")
    assert alerts_of(answer(kept(basis__weight_kg="57.0")), "weight-change")
    assert not alerts_of(answer(kept(basis__weight_kg="58.0")), "weight-change"), "nothing changed, nothing to say"


def test_a_kept_weight_does_not_settle_a_change_that_comes_from_the_height() -> None:
    taller = kept(previous={**LAST, "height_cm": "145"}, basis__confirmed=["height_cm", "weight_kg"])
    changes = alerts_of(answer(taller), "dose-change")
    assert {alert.drug: alert.severity for alert in changes} == {"oxaliplatin": "warn", "capecitabine": "warn"}
    assert {alert.params["change_percent"] for alert in changes} == {"+6.7"}


def test_the_words_before_a_decision_name_both_limits_both_figures_and_the_three_ways() -> None:
    order = answer(case_of())
    for code in ("weight-change", "dose-change"):
        text = words(alerts_of(order, code)[0])[1]
        for part in (
            "-11.2 %",
            "-5.8 %",
            "weight",
            "10 %",
            "exact dose",
            "5 %",
            "Keep",
            "re-dose",
            "ask the prescriber",
        ):
            assert part in text, (code, part)


@pytest.mark.parametrize(
    ("previous", "weight", "reason"),
    [
        (LAST, "57.9", "58.0 kg, can be kept, not 57.9 kg"),
        (None, "58.0", "no weight of the last doses"),
        ({"doses_mg": {"oxaliplatin": "210"}}, "58.0", "no weight of the last doses"),
        (LAST, "fifty", "not a plain number"),
    ],
)
def test_no_other_weight_can_be_kept(previous: Any, weight: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason) as refused:
        case_of(previous=previous, basis__kept_weight_kg=weight)
    assert [refusal.field for refusal in refused.value.refusals] == ["basis.kept_weight_kg"]


def test_a_case_made_without_reading_is_refused_as_well() -> None:
    case = kept()
    with pytest.raises(Refused, match="can be kept"):
        answer(replace(case, basis=replace(case.basis, kept_weight_kg=D(60))))


def test_the_decision_survives_writing_and_reading() -> None:
    case = kept()
    assert read_case(write_case(case)) == case
    assert "kept_weight_kg" not in write_case(case_of())["basis"]
    order = answer(case)
    written = as_json(order)
    assert written["bsa"]["kept_weight_kg"] == "58.0"
    assert from_json(written) == order
    assert "weight 58.0 kg kept from the last doses by decision" in as_text(order)
    del written["bsa"]["kept_weight_kg"]  # as engine version 1 wrote it
    assert from_json(written).bsa.kept_weight_kg is None


def test_a_dose_by_weight_and_its_tier_use_the_kept_weight_too() -> None:
    light: dict[str, Any] = {
        "options": {"ici": "durvalumab"}, "basis__height_cm": "140", "basis__weight_kg": "30.5",
        "previous": {**LAST, "weight_kg": "29.0"}, "basis__confirmed": ["height_cm", "weight_kg"],
    }  # fmt: skip
    order = answer(case_of(**light, basis__kept_weight_kg="29.0"))
    dose = order.dose_of("durvalumab")
    assert dose.per == "kg"
    assert dose.exact_mg == 580
    assert "measured 30.5 kg" in next(step for step in dose.proof if step.step == "exact").formula
    assert answer(case_of(**light)).dose_of("durvalumab").dose_mg == 1500


@settings(max_examples=150)
@given(
    last=st.decimals("28", "150", places=1),
    factor=st.decimals("0.8", "1.25", places=2),
    ici=st.sampled_from(["pembrolizumab", "durvalumab"]),
    practice=st.sampled_from(["us", "eu", "cn"]),
)
def test_engine_and_second_path_agree_on_a_kept_weight(last: Decimal, factor: Decimal, ici: str, practice: str) -> None:
    point = grid.Point(D("1.63"), (None, "75"), (None, "100"), "5", (150, 500), "us_150")
    case = replace(grid.case_of(point), options={"ici": ici}, practice=practice, policy={})
    measured = (last * factor).quantize(D("0.1"))
    decided = read_case(
        {
            **write_case(case),
            "basis": {**write_case(case)["basis"], "weight_kg": str(measured), "kept_weight_kg": str(last)},
            "previous": {"weight_kg": str(last)},
        }
    )
    assert grid.differences(decided, practice=practice) == ()


def test_the_second_path_notices_a_kept_weight_that_was_not_used() -> None:
    case = kept()
    regimen, profile = load_regimen("ici-capox"), load_profile("us")
    again = recheck(regimen.text, profile.text, case)
    assert compare(answer(case), again, case) == ()
    wrong = {found.field for found in compare(answer(case_of()), again, case)}
    assert {"bsa.m2", "oxaliplatin.exact_mg", "capecitabine.exact_mg"} <= wrong
    assert "renal.crcl_ml_min" not in wrong
    with pytest.raises(ValueError, match="not that of the last doses"):
        recheck(regimen.text, profile.text, replace(case, previous=None))
