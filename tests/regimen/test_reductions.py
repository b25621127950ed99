"""Two reasons to lower a start, and reduced doses or starts that are raised again."""

from typing import Any

import pytest

from regimen.alerts import words
from tests.regimen.alert_parts import codes, raised
from tests.regimen.samples import order_of


def test_two_reasons_to_lower_the_start_stop_until_a_person_gives_one_percent() -> None:
    both: dict[str, Any] = {
        "basis__creatinine": {"value": 88, "unit": "umol/L", "date": "2026-02-28"},
        "basis__dpyd_activity_score": "1.5",
    }
    alert = raised(order_of(**both), "two-reductions")
    assert (alert.severity, alert.params["dpyd_percent"], alert.params["renal_percent"]) == ("stop", "50", "75")
    assert order_of(**both).dose_of("capecitabine").effective_level == 1000
    decided = order_of(**both, starting_percent={"capecitabine": 50})
    assert raised(decided, "two-reductions").severity == "note"
    assert "two-reductions" not in codes(order_of(basis__dpyd_activity_score="1.5"))


@pytest.mark.parametrize(("now", "raised_again"), [(100, True), (76, True), (75, False), (50, False)])
def test_a_reduced_dose_is_not_raised_again(now: int, raised_again: bool) -> None:
    history = [{"cycle": 1, "dose_percent": {"capecitabine": 100}}, {"cycle": 2, "dose_percent": {"capecitabine": 75}}]
    order = order_of(
        cycle=3, history=history, dose_percent={"capecitabine": now}, previous={"cumulative": {"oxaliplatin": 260}}
    )
    assert ("raise-after-reduction" in codes(order)) is raised_again
    if raised_again:
        alert = raised(order, "raise-after-reduction")
        assert (alert.severity, alert.params["lowest_percent"], alert.params["lowest_cycle"]) == ("stop", "75", "2")


def test_a_level_raised_again_is_seen_as_well() -> None:
    history = [{"cycle": 1, "dose_percent": {"oxaliplatin": 65}}]
    order = order_of(cycle=2, history=history, dose_level={"oxaliplatin": 100})
    assert raised(order, "raise-after-reduction").drug == "oxaliplatin"


@pytest.mark.parametrize(("before", "raised_again"), [("76.92", False), ("76.9", False), ("76.8", True)])
def test_one_level_once_typed_as_a_percent_is_not_raised(before: str, raised_again: bool) -> None:
    history = [{"cycle": 1, "dose_percent": {"oxaliplatin": before}}]
    order = order_of(cycle=2, history=history, dose_level={"oxaliplatin": 100})
    assert ("raise-after-reduction" in codes(order)) is raised_again


@pytest.mark.parametrize(("now", "raised_again"), [(100, True), (76, True), (75, False), (50, False)])
def test_a_start_lowered_for_good_is_not_raised_again(now: int, raised_again: bool) -> None:
    history = [
        {"cycle": 1, "dose_percent": {"capecitabine": 100}, "starting_percent": {"capecitabine": 75}},
        {"cycle": 2, "dose_percent": {"capecitabine": 100}},
    ]
    order = order_of(
        cycle=3, history=history, starting_percent={"capecitabine": now}, previous={"cumulative": {"oxaliplatin": 260}}
    )
    found = [alert for alert in order.alerts if alert.code == "raise-after-reduction"]
    assert bool(found) is raised_again
    if found:
        assert (found[0].severity, found[0].drug, found[0].params["lowest_start_cycle"]) == (
            "stop",
            "capecitabine",
            "1",
        )
        title, text = words(found[0])
        assert title == "A lowered start is raised again"
        assert f"lowered for good to 75 % (cycle 1) and is now {now} %" in text


def test_a_lowered_start_left_out_of_the_next_order_counts_as_raised() -> None:
    history = [{"cycle": 1, "starting_percent": {"capecitabine": 50, "oxaliplatin": 100}}]
    found = [alert for alert in order_of(cycle=2, history=history).alerts if alert.code == "raise-after-reduction"]
    assert [(alert.drug, alert.params["now_start_percent"]) for alert in found] == [("capecitabine", "100")]


def test_a_start_and_a_percent_raised_together_are_one_stop_that_names_both() -> None:
    history = [{"cycle": 1, "dose_percent": {"capecitabine": 75}, "starting_percent": {"capecitabine": 50}}]
    found = [alert for alert in order_of(cycle=2, history=history).alerts if alert.code == "raise-after-reduction"]
    assert [alert.severity for alert in found] == ["stop"]
    text = words(found[0])[1]
    assert "to 50 % (cycle 1) and is now 100 %" in text
    assert "at 75 % of the start (cycle 1) and is now ordered at 100 %" in text


def test_a_later_cycle_in_the_history_says_nothing_about_this_one() -> None:
    history = [{"cycle": 3, "starting_percent": {"capecitabine": 50}}]
    assert "raise-after-reduction" not in codes(order_of(cycle=2, history=history))
