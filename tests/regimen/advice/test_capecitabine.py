"""Capecitabine by grade and occurrence, never raised again, and what is left when an event is over."""

from decimal import Decimal
from typing import Any

import pytest

from regimen.errors import Refused
from tests.regimen.advice.course_cases import day, event, of, rules_of

CAPE = "capecitabine"
GRID = [
    # grade, occurrence -> action, percent (None: nothing is given)
    (1, 1, "continue", 100), (1, 4, "continue", 100),
    (2, 1, "hold", 100), (2, 2, "hold", 75), (2, 3, "hold", 50), (2, 4, "stop", None), (2, 5, "stop", None),
    (3, 1, "hold", 75), (3, 2, "hold", 50), (3, 3, "stop", None), (3, 4, "stop", None),
    (4, 1, "stop", 50), (4, 2, "stop", None),
]  # fmt: skip


def hand_foot(grade: int, start: int, gone: int | None = None, *laid: str) -> dict[str, Any]:
    return event("Palmar-plantar erythrodysesthesia syndrome", grade, start, gone, *laid)


@pytest.mark.parametrize(("grade", "occurrence", "action", "percent"), GRID)
def test_the_grid_of_the_label(grade: int, occurrence: int, action: str, percent: int | None) -> None:
    sore = "Mucositis oral"
    earlier = [event(sore, min(grade, 2), -100 + 10 * number, -95 + 10 * number) for number in range(occurrence - 1)]
    advice = of(CAPE, events=[*earlier, event(sore, grade, 5)])
    assert advice.action == action
    assert advice.next_percent == (None if percent is None else Decimal(percent))
    if action == "hold":
        assert advice.until == "grade 0-1" and advice.until_met is None
    if grade > 1:
        assert advice.occurrence == occurrence
    assert "Capecitabine label" in advice.source


def test_other_toxicities_are_counted_apart() -> None:
    events = [event("Mucositis oral", 2, -20, -15), event("Fatigue", 2, -14, -10), hand_foot(2, 5)]
    advice = of(CAPE, events=events)
    assert (advice.occurrence, advice.next_percent) == (1, Decimal(100))


def test_scenario_10_three_grade_3_diarrhoeas_go_75_50_stop() -> None:
    first = event("Diarrhea", 3, 9, 15, CAPE)
    second = event("Diarrhea", 3, -20, -12, CAPE)
    third = event("Diarrhea", 3, -60, -50, CAPE)
    found = [of(CAPE, events=events) for events in ([first], [second, first], [third, second, first])]
    assert [(one.action, one.next_percent) for one in found] == [
        ("hold", Decimal(75)), ("hold", Decimal(50)), ("stop", None),
    ]  # fmt: skip
    assert [one.rule for one in found] == ["capecitabine-g3-1", "capecitabine-g3-2", "capecitabine-g3-3"]
    assert of("pembrolizumab", events=[first]).action == "continue"
    assert of("pembrolizumab", events=[first]).next_percent is None


def test_scenario_10_the_next_cycle_after_it_is_given_75_percent_of_the_start() -> None:
    gone = event("Diarrhea", 3, -12, -5, CAPE)
    advice = of(CAPE, events=[gone])
    assert (advice.action, advice.next_percent, advice.rule) == ("reduce", Decimal(75), "capecitabine-g3-1")
    kept = of(CAPE, events=[gone], dose_percent={CAPE: 75})
    assert (kept.action, kept.next_percent) == ("continue", Decimal(75))


def test_scenario_10_going_back_to_100_percent_in_cycle_4_is_answered_with_75() -> None:
    history = [{"cycle": 1, "dose_percent": {CAPE: 100}}, {"cycle": 3, "dose_percent": {CAPE: 75}}]
    advice = of(CAPE, cycle=4, history=history)
    assert (advice.action, advice.next_percent, advice.rule) == ("reduce", Decimal(75), "not-raised-again")
    assert "cycle 3" in advice.why[0] and "signed by two" in advice.why[0]


def test_a_first_grade_2_does_not_raise_a_lowered_dose() -> None:
    history = [{"cycle": 1, "dose_percent": {CAPE: 75}}]
    advice = of(CAPE, history=history, dose_percent={CAPE: 75}, events=[hand_foot(2, 5)])
    assert (advice.action, advice.next_percent) == ("hold", Decimal(75))
    assert any(sentence.startswith("Not raised") for sentence in advice.why)


def test_a_reduction_stands_when_its_event_is_long_gone() -> None:
    long_ago = hand_foot(3, -90, -80, CAPE)
    advice = of(CAPE, cycle=6, events=[long_ago], dose_percent={CAPE: 100})
    assert (advice.action, advice.next_percent) == ("reduce", Decimal(75))


def test_an_end_within_the_cycle_is_told_with_the_hold() -> None:
    advice = of(CAPE, events=[hand_foot(3, 5, 9, CAPE)])
    assert advice.action == "hold"
    assert advice.until_met is not None and advice.until_met.isoformat() == "2026-03-31"
    assert advice.untils == ()


def test_on_the_day_an_event_is_over_the_tablets_go_on_with_less_and_the_day_before_they_are_held() -> None:
    tired = hand_foot(3, 5, 9, CAPE)
    assert of(CAPE, events=[tired], on=day(8)).action == "hold"
    over = of(CAPE, events=[tired], on=day(9))
    assert (over.action, over.next_percent, over.untils) == ("reduce", Decimal(75), ())
    with pytest.raises(Refused, match="a date is written like"):
        of(CAPE, on="tomorrow")


def test_an_event_laid_to_something_else_is_not_capecitabines() -> None:
    assert of(CAPE, events=[event("Diarrhea", 3, 5, None, "infection")]).action == "continue"
    earlier = event("Diarrhea", 3, -20, -12, "infection")
    assert of(CAPE, events=[earlier, event("Diarrhea", 3, 5, None, CAPE)]).occurrence == 1


def test_effects_the_label_calls_not_serious_change_nothing() -> None:
    advice = of(CAPE, events=[event("Alopecia", 2, 5), event("Dysgeusia", 2, 5)])
    assert advice.action == "continue" and rules_of(advice) == {"capecitabine-minor"}


def test_asked_and_not_present_fires_no_rule() -> None:
    assert of(CAPE, events=[hand_foot(0, 5)]).fired == ()


def test_entries_that_overlap_are_one_occurrence_and_an_entry_again_is_another() -> None:
    regraded = [hand_foot(2, -20, -5), hand_foot(3, -18, -5)]
    assert of(CAPE, events=regraded).occurrence == 1
    assert of(CAPE, events=[hand_foot(2, -20), hand_foot(2, 3)]).occurrence == 2


def test_the_highest_grade_of_an_episode_decides() -> None:
    assert of(CAPE, events=[hand_foot(2, 4, 9), hand_foot(3, 5, 9)]).next_percent == Decimal(75)


def test_febrile_neutropenia_goes_one_level_down_from_the_level_in_use() -> None:
    fever = event("Febrile neutropenia", 3, 8, None, CAPE, "oxaliplatin")
    assert of(CAPE, events=[fever]).next_percent == Decimal(75)
    history = [{"cycle": 1, "dose_percent": {CAPE: 75}}]
    assert of(CAPE, events=[fever], history=history, dose_percent={CAPE: 75}).next_percent == Decimal(50)
    lowest = of(CAPE, events=[fever], dose_percent={CAPE: 50})
    assert lowest.action == "hold" and lowest.questions and lowest.next_percent == Decimal(50)


def test_severe_toxicity_in_the_first_days_asks_for_dpd_deficiency() -> None:
    early = of(CAPE, cycle=1, events=[event("Diarrhea", 3, 6, None, CAPE)])
    assert "capecitabine-early" in rules_of(early) and early.action == "hold"
    late = of(CAPE, cycle=1, events=[event("Diarrhea", 3, 10, None, CAPE)])
    assert "capecitabine-early" not in rules_of(late)


def test_a_stopped_drug_stays_stopped() -> None:
    advice = of(CAPE, stopped={CAPE: "2026-03-20"})
    assert advice.action == "stop" and "stopped for good" in advice.why[0]
