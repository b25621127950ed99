"""What a case says is looked at or refused: nothing is passed over because it stands twice or under another name."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from regimen.case import read_case
from regimen.commands import dose
from regimen.engine import answer
from regimen.errors import Refused
from regimen.given import as_it_begins
from regimen.order import Alert, CycleOrder
from tests.regimen.samples import case_json

COUNT: dict[str, Any] = {"unit": "10^9/L", "date": "2026-03-01"}


def order_of(**changes: Any) -> CycleOrder:
    return answer(read_case(case_json(regimen="ici-capox", **changes)))


def fields_refused(**changes: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        order_of(**changes)
    return [reason.field for reason in refused.value.refusals]


def alerts_of(order: CycleOrder, *codes: str) -> list[Alert]:
    return [alert for alert in order.alerts if alert.code in codes]


@pytest.mark.parametrize("names", [("ANC", "neutrophils"), ("neutrophils", "ANC")])
def test_one_blood_count_under_two_names_is_refused_and_neither_is_taken(names: tuple[str, str]) -> None:
    first, second = names
    labs = {first: COUNT | {"value": "0.4"}, second: COUNT | {"value": "3.1"}, "platelets": COUNT | {"value": "210"}}
    assert fields_refused(labs=labs) == [f"labs.{second}"]


@pytest.mark.parametrize(
    ("place", "changes"),
    [
        ("previous.cumulative", {"previous": {"cumulative": {"oxaliplatine": 900}}}),
        ("previous.doses_mg", {"previous": {"doses_mg": {"oxaliplatine": 210}}}),
        ("previous.exact_mg", {"previous": {"exact_mg": {"oxaliplatine": 210}}}),
        ("history[0].dose_percent", {"history": [{"cycle": 1, "dose_percent": {"oxaliplatine": 75}}]}),
        ("history[0].starting_percent", {"history": [{"cycle": 1, "starting_percent": {"oxaliplatine": 75}}]}),
    ],
)
def test_a_misspelt_drug_of_earlier_doses_is_refused(place: str, changes: dict[str, Any]) -> None:
    assert fields_refused(cycle=2, **changes) == [f"{place}.oxaliplatine"]


def test_earlier_doses_of_another_inhibitor_of_the_regimen_are_let_pass() -> None:
    past = [{"cycle": 1, "dose_percent": {"durvalumab": 100, "capecitabine": 75}}]
    order = order_of(cycle=2, history=past, options={"ici": "pembrolizumab"})
    assert [alert.drug for alert in alerts_of(order, "raise-after-reduction")] == ["capecitabine"]


def test_of_several_holds_of_a_drug_the_one_that_covers_the_cycle_is_told() -> None:
    old = {"drug": "pembrolizumab", "from": "2025-01-01", "to": "2025-02-01", "reason": "old"}
    new = {"drug": "pembrolizumab", "from": "2026-03-01", "to": None, "reason": "hepatitis"}
    (told,) = alerts_of(order_of(holds=[old, new]), "drug-held")
    assert (told.params["since"], told.params["reason"]) == ("2026-03-01", "hepatitis")


def test_a_hold_or_a_stop_within_the_cycle_is_told_with_the_days_that_stay() -> None:
    hold = {"drug": "capecitabine", "from": "2026-03-09", "to": "2026-03-12", "reason": "diarrhoea"}
    (held,) = alerts_of(order_of(holds=[hold]), "drug-held")
    assert (held.params["variant"], held.params["left_days"], held.params["planned_days"]) == ("part", "10", "14")
    (stopped,) = alerts_of(order_of(stopped={"capecitabine": "2026-03-09"}), "drug-stopped")
    assert (stopped.params["variant"], stopped.params["left_days"]) == ("part", "7")
    assert not alerts_of(order_of(stopped={"capecitabine": "2026-03-16"}), "drug-stopped"), "after the last tablets"


def test_tablets_begun_in_the_evening_are_not_held_while_the_morning_of_day_15_stays() -> None:
    hold = {"drug": "capecitabine", "from": "2026-03-02", "to": "2026-03-15", "reason": "surgery"}
    morning, evening = (
        order_of(holds=[hold], policy={"first_dose": first}).dose_of("capecitabine").held
        for first in ("morning", "evening")
    )
    assert (morning, evening) == (True, False)


def test_a_first_infusion_is_long_also_where_the_drug_was_not_given_in_the_cycles_before() -> None:
    hold = {"drug": "atezolizumab", "from": "2026-02-09", "to": "2026-02-09", "reason": "fever"}
    past = {"cycle": 1, "day1": "2026-02-09", "dose_percent": {"atezolizumab": 100}}
    not_given: list[dict[str, Any]] = [
        {"history": [past], "holds": [hold]},
        {"history": [past | {"dose_percent": {"atezolizumab": 0}}]},
    ]
    minutes = [
        infusion.minutes
        for more in (*not_given, {"history": [past]}, {})
        if (infusion := order_of(cycle=2, options={"ici": "atezolizumab"}, **more).dose_of("atezolizumab").infusion)
    ]
    assert minutes == [60, 60, 30, 30]


def test_a_cycle_without_the_inhibitor_does_not_count_towards_its_last_dose() -> None:
    def codes(**more: Any) -> list[Alert]:
        order = order_of(cycle=36, options={"ici": "pembrolizumab"}, **more)
        return alerts_of(order, "clock-reached")

    without = [{"cycle": 3, "dose_percent": {"pembrolizumab": 0}}]
    assert bool(codes()) > bool(codes(history=without))


def test_the_command_dose_counts_from_the_day_its_cycle_was_put_off_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    delays = [{"cycle": 1, "days": 30, "reason": "neutropenia"}, {"cycle": 2, "days": 7, "reason": "holiday"}]
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case_json(regimen="ici-capox", delays=delays)), encoding="utf-8")
    assert dose([str(path), "--json"]) == 0
    answered = json.loads(capsys.readouterr().out)
    assert answered["day1"] == "2026-04-01"
    assert "weight-stale" in [alert["code"] for alert in answered["alerts"]]
    begun = as_it_begins(read_case(case_json(delays=delays)))
    assert begun.day1 == date(2026, 4, 1)
    assert [delay.cycle for delay in begun.delays] == [2]


@pytest.mark.parametrize(("value", "unit", "told"), [("300", "umol/L", True), ("88", "umol/L", False)])
def test_two_values_of_creatinine_stop_the_order(value: str, unit: str, told: bool) -> None:
    labs = case_json()["labs"] | {"creatinine": {"value": value, "unit": unit, "date": "2026-03-01"}}
    basis = {"value": 88, "unit": "umol/L", "date": "2026-02-28"}
    order = order_of(labs=labs, basis__creatinine=basis)
    assert [alert.severity for alert in alerts_of(order, "creatinine-two-values")] == (["stop"] if told else [])


@pytest.mark.parametrize("term", ["diarrhoea", "Diarrhea grade 3", "loose stools"])
def test_an_event_under_a_name_no_limit_knows_is_refused(term: str) -> None:
    event = {"term": term, "grade": 3, "date": "2026-03-01"}
    assert fields_refused(cycle=2, events=[event]) == ["events[0].term"]
    stopped = order_of(cycle=2, events=[event | {"term": "diarrhea"}])
    assert alerts_of(stopped, "day1-toxicity")
