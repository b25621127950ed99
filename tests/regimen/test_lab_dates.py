"""Missing, old and undated blood tests: one alert for each reason and date, days in words, phases that ask for less."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from regimen.alerts import words
from regimen.case import read_case
from regimen.definition import LimitBand
from regimen.engine import answer
from regimen.errors import Refused
from regimen.library import load_regimen, shipped_regimens
from regimen.order import Alert, CycleOrder
from regimen.reader import read_regimen
from tests.regimen.samples import SAMPLE, case_json, order_of

D = Decimal
BLOOD = ("lab-missing", "lab-undated", "lab-stale", "creatinine-missing", "creatinine-undated", "creatinine-stale")


def lab(day: str | None) -> dict[str, Any]:
    return {"value": 210, "unit": "10^9/L", **({"date": day} if day else {})}


def neutrophils(day: str | None) -> dict[str, Any]:
    return {**lab(day), "value": "3.1"}


def creatinine(day: str | None) -> dict[str, Any]:
    return {"value": 70, "unit": "umol/L", **({"date": day} if day else {})}


def blood(order: CycleOrder) -> list[Alert]:
    return [alert for alert in order.alerts if alert.code in BLOOD]


def told(order: CycleOrder) -> list[tuple[str, str]]:
    return [(alert.code, alert.params.get("analytes", "")) for alert in blood(order)]


def test_all_missing_values_are_one_alert() -> None:
    order = order_of(labs=None)
    assert told(order) == [("lab-missing", "neutrophils, platelets")]
    assert words(blood(order)[0])[0] == "Neutrophils, platelets missing"


def test_values_of_one_blood_test_that_is_too_old_are_one_alert_with_creatinine_among_them() -> None:
    order = order_of(
        labs__platelets=lab("2026-02-20"), labs__neutrophils=neutrophils("2026-02-20"),
        basis__creatinine=creatinine("2026-02-20"),
    )  # fmt: skip
    assert told(order) == [("lab-stale", "neutrophils, platelets, creatinine")]
    title, text = words(blood(order)[0])
    assert title == "Neutrophils, platelets, creatinine too old"
    assert "from 20 Feb 2026, 10 days before day 1; the limit is 3 days (creatinine 7 days)" in text
    assert blood(order)[0].params["date"] == "2026-02-20"


def test_another_day_is_another_alert_and_creatinine_alone_keeps_its_code() -> None:
    order = order_of(
        labs__platelets=lab("2026-02-19"), labs__neutrophils=neutrophils("2026-02-20"),
        basis__creatinine=creatinine("2026-02-18"),
    )  # fmt: skip
    assert told(order) == [
        ("creatinine-stale", "creatinine"), ("lab-stale", "platelets"), ("lab-stale", "neutrophils"),
    ]  # fmt: skip
    assert "18 Feb 2026" in words(blood(order)[0])[1]


def test_creatinine_that_is_still_fresh_is_left_out_of_its_blood_test() -> None:
    order = order_of(labs__platelets=lab("2026-02-24"), basis__creatinine=creatinine("2026-02-24"))
    assert told(order) == [("lab-stale", "platelets")]


def test_undated_values_are_one_alert() -> None:
    every = order_of(labs__platelets=lab(None), labs__neutrophils=neutrophils(None), basis__creatinine=creatinine(None))
    assert told(every) == [("lab-undated", "neutrophils, platelets, creatinine")]
    assert told(order_of(basis__creatinine=creatinine(None))) == [("creatinine-undated", "creatinine")]


def test_each_reason_has_its_own_alert() -> None:
    order = order_of(labs={"platelets": lab("2026-02-20")}, basis__creatinine=None)
    assert told(order) == [("creatinine-missing", ""), ("lab-missing", "neutrophils"), ("lab-stale", "platelets")]


def test_values_without_their_upper_limit_are_one_alert() -> None:
    ask, give = LimitBand(D("1.5"), None, "ask", None, ()), LimitBand(None, D("1.5"), "give", None, ())
    limits = tuple(
        replace(SAMPLE.limit_sets[0].limits[0], analyte=name, times_uln=True, unit="x ULN", bands=(ask, give))
        for name in ("alt", "ast", "bilirubin")
    )
    regimen = replace(SAMPLE, asks=(), limit_sets=(replace(SAMPLE.limit_sets[0], limits=limits),))
    day = {"date": "2026-03-01"}
    order = order_of(
        regimen,
        labs={
            "alt": {"value": 30, "unit": "U/L", **day},
            "ast": {"value": 31, "unit": "U/L", **day},
            "bilirubin": {"value": 9, "unit": "umol/L", "uln": 21, **day},
        },
    )
    (found,) = [alert for alert in order.alerts if alert.code == "lab-uln-missing"]
    assert (found.severity, found.params["analytes"]) == ("stop", "alt, ast")
    assert "not given: ALT 30 U/L; AST 31 U/L." in words(found)[1]


def test_titles_read_as_one_sentence() -> None:
    regimen = replace(SAMPLE, asks=("alt", "bilirubin", "tsh"), limit_sets=())
    assert words(blood(order_of(regimen, labs=None))[0])[0] == "ALT, total bilirubin, TSH missing"


@pytest.mark.parametrize(
    ("changes", "code", "day"),
    [
        ({"basis__weight_date": "2025-11-02"}, "weight-stale", "2 Nov 2025"),
        ({"medicines": [{"name": "brivudine", "last_taken": "2026-02-03"}]}, "interaction-brivudine",
         "3 Feb 2026, 27 days before day 1"),
        ({"cycle": 2, "previous": {"last_day1": "2026-02-10"}}, "interval-short", "(2 Mar 2026)"),
        ({"stopped": {"oxaliplatin": "2026-03-01"}}, "drug-stopped", "1 Mar 2026"),
        ({"holds": [{"drug": "oxaliplatin", "from": "2026-03-01", "to": "2026-12-31", "reason": "2026-03-01, rash"}]},
         "drug-held", "31 Dec 2026"),
        ({"basis__weight_date": "2026-03-03"}, "confirm-value", "3 Mar 2026, is after day 1 (2 Mar 2026)"),
    ],
)  # fmt: skip
def test_days_stand_with_the_month_in_words(changes: dict[str, Any], code: str, day: str) -> None:
    alert = next(alert for alert in order_of(**changes).alerts if alert.code == code)
    assert day in words(alert)[1]
    if code == "drug-held":
        assert "2026-03-01, rash" in words(alert)[1], "what a person typed stays as typed"


def test_no_alert_of_an_order_shows_a_day_in_figures() -> None:
    case = case_json(regimen="ici-capox", labs=None, basis__weight_date="2026-01-02", cycle=2,
                     basis__creatinine=creatinine("2026-01-02"), previous={"last_day1": "2026-02-10"})  # fmt: skip
    order = answer(read_case(case))
    assert len(order.alerts) > 4
    assert not [text for text in (words(alert)[1] for alert in order.alerts) if "2026-" in text]


# Phases


def test_durvalumab_alone_asks_for_no_blood_count_and_is_not_held_back_by_one() -> None:
    low = {"platelets": lab("2026-03-02") | {"value": 20}}
    for labs in (None, low):
        order = answer(read_case(case_json(regimen="gc-durvalumab", options={}, cycle=9, labs=labs)))
        assert not [alert for alert in order.alerts if alert.code == "lab-missing" or alert.code.startswith("day1-")]
    eighth = answer(read_case(case_json(regimen="gc-durvalumab", options={}, cycle=8, labs=low)))
    assert {"lab-missing", "day1-limit-delay"} <= {alert.code for alert in eighth.alerts}


def test_creatinine_is_asked_for_only_in_the_phases_that_ask_for_it() -> None:
    phases = (replace(SAMPLE.phases[0], asks=()),)
    assert told(order_of(replace(SAMPLE, phases=phases, limit_sets=()), labs=None, basis__creatinine=None)) == []
    assert told(order_of(replace(SAMPLE, limit_sets=()), basis__creatinine=None)) == [("creatinine-missing", "")]


def test_a_phase_may_ask_for_fewer_values_and_for_none_that_the_head_does_not_name() -> None:
    text = load_regimen("gc-durvalumab").text
    assert read_regimen(text, "x.toml").asks_of(8) == ("creatinine", "neutrophils", "platelets")
    assert read_regimen(text, "x.toml").asks_of(9) == ("creatinine",)
    none = text.replace('asks = ["creatinine"]\n', "asks = []\n")
    assert read_regimen(none, "x.toml").asks_of(9) == ()
    for wrong, word in (('["tsh"]', "tsh"), ('["sodium"]', "sodium"), ('"creatinine"', "asks")):
        with pytest.raises(Refused, match=word):
            read_regimen(text.replace('asks = ["creatinine"]\n', f"asks = {wrong}\n"), "x.toml")


@pytest.mark.parametrize("ident", shipped_regimens())
def test_every_phase_with_a_cytotoxic_drug_asks_for_blood_counts(ident: str) -> None:
    regimen = load_regimen(ident)
    for phase in regimen.phases:
        drugs = [drug for drug in regimen.drugs if not drug.phases or phase.id in drug.phases]
        if any(drug.role != "inhibitor" for drug in drugs):
            assert {"neutrophils", "platelets"} <= set(regimen.asks_of(phase.first_cycle)), phase.id
