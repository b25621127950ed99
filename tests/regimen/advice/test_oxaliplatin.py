"""Oxaliplatin: blood counts, gut, neuropathy by how long it lasts and what it keeps from, allergy, delays."""

from decimal import Decimal
from typing import Any

import pytest

from tests.regimen.advice.course_cases import advised, event, of, rules_of

OX = "oxaliplatin"
NERVE = "Peripheral sensory neuropathy"
LEVEL = Decimal(100)


def test_grade_4_neutropenia_holds_and_goes_from_130_to_100_then_to_85() -> None:
    first = event("Neutrophil count decreased", 4, 8, None, OX)
    advice = of(OX, events=[first])
    assert (advice.action, advice.next_level) == ("hold", LEVEL)
    assert "1.5" in advice.until and advice.next_percent is None
    earlier = event("Neutrophil count decreased", 4, -12, -5, OX)
    assert of(OX, events=[earlier, first]).next_level == Decimal(85)


def test_another_toxicity_on_100_goes_to_85_and_below_85_a_person_is_asked() -> None:
    platelets = event("Platelet count decreased", 3, 8, None, OX)
    assert of(OX, events=[platelets], dose_level={OX: 100}).next_level == Decimal(85)
    # 76.9 % typed for 100 of 130 mg/m2 is the level of 100
    assert of(OX, events=[platelets], dose_percent={OX: "76.9"}).next_level == Decimal(85)
    lowest = of(OX, events=[platelets], dose_level={OX: 85})
    assert lowest.action == "hold" and lowest.next_level == Decimal(85)
    assert any("below the one in use" in question for question in lowest.questions)


def test_the_level_is_that_of_the_cycle_in_which_the_event_began() -> None:
    history = [{"cycle": 1, "dose_percent": {OX: 100}}, {"cycle": 2, "dose_percent": {OX: "76.92"}}]
    in_cycle_1 = event("Neutrophil count decreased", 4, -30, -25, OX)
    advice = of(OX, cycle=3, events=[in_cycle_1], history=history, dose_level={OX: 100})
    assert (advice.action, advice.next_level) == ("continue", LEVEL)


@pytest.mark.parametrize(
    ("practice", "said", "grade", "action", "level"),
    [
        ("us", {"pattern": "transient"}, 2, "continue", None),
        ("us", {"pattern": "persistent"}, 2, "reduce", 100),
        ("us", {"pattern": "persistent"}, 3, "ask", None),
        ("us", {}, 4, "stop", None),
        ("eu", {"pattern": "transient", "painful": False}, 2, "continue", None),
        ("eu", {"pattern": "persistent", "functional_impairment": False, "painful": False}, 1, "reduce", 100),
        ("eu", {"pattern": "persistent", "functional_impairment": True, "painful": False}, 2, "stop", None),
        ("eu", {"painful": True, "functional_impairment": False, "pattern": "transient",
                "lasts_to_next_cycle": False}, 2, "reduce", 100),
        ("cn", {"pattern": "persistent", "functional_impairment": True, "painful": False}, 2, "stop", None),
    ],
)  # fmt: skip
def test_neuropathy(practice: str, said: dict[str, Any], grade: int, action: str, level: int | None) -> None:
    advice = of(OX, practice=practice, events=[event(NERVE, grade, -12, None, OX, **said)])
    assert advice.action == action
    if level is not None:
        assert advice.next_level == Decimal(level)


def test_neuropathy_whose_course_nobody_has_told_is_asked_about() -> None:
    advice = of(OX, events=[event(NERVE, 2, 3)])
    assert advice.action == "ask"
    assert f"Does {NERVE} last to the next cycle?" in advice.questions
    eu = of(OX, practice="eu", events=[event(NERVE, 2, -12)])
    assert {f"Is {NERVE} painful?"} < set(eu.questions)


def test_neuropathy_gone_before_the_next_cycle_is_transient_and_one_that_goes_on_persistent() -> None:
    assert rules_of(of(OX, events=[event(NERVE, 2, -15, -5)])) == {"neuropathy-transient"}
    assert of(OX, events=[event(NERVE, 2, -15)]).rule == "neuropathy-persistent-g2-us-1"


def test_transient_neuropathy_in_every_cycle_is_no_occurrence_of_a_persistent_one() -> None:
    passing = [event(NERVE, 2, start, start + 5, OX) for start in (-60, -40)]
    advice = of(OX, cycle=4, events=[*passing, event(NERVE, 2, -15, None, OX)])
    assert (advice.occurrence, advice.next_level) == (1, LEVEL)


def test_cold_throat_changes_no_dose_and_allergy_ends_oxaliplatin() -> None:
    throat = of(OX, events=[event("Laryngopharyngeal dysesthesia", 2, 1)])
    assert throat.action == "continue" and any("6 h" in sentence for sentence in throat.why)
    assert of(OX, events=[event("Allergic reaction", 1, 1, 2)]).action == "stop"


def test_qt_prolongation_stops_by_eu_labels_and_is_asked_about_by_us_ones() -> None:
    heart = event("Electrocardiogram QT corrected interval prolonged", 2, 2)
    assert of(OX, practice="eu", events=[heart]).action == "stop"
    assert of(OX, practice="us", events=[heart]).action == "ask"


def test_a_sites_own_profile_follows_the_labels_it_names() -> None:
    heart = event("Electrocardiogram QT corrected interval prolonged", 2, 2)
    assert of(OX, events=[heart], profile_changes={"id": "north-clinic", "labels": "eu"}).action == "stop"


def test_grade_3_diarrhoea_laid_to_the_pair_lowers_both() -> None:
    both = event("Diarrhea", 3, 9, None, OX, "capecitabine")
    assert of(OX, events=[both]).next_level == LEVEL
    assert of("capecitabine", events=[both]).next_percent == Decimal(75)


def test_a_delay_of_more_than_three_weeks_is_asked_about_and_the_inhibitor_waits_by_choice() -> None:
    delay = [{"cycle": 2, "days": 22, "reason": "neutropenia"}]
    assert of(OX, delays=delay).rule == "pair-delay" and of(OX, delays=delay).action == "ask"
    week = [{"cycle": 2, "days": 7, "reason": "neutropenia"}]
    assert of(OX, delays=week).action == "continue"
    waits = of("pembrolizumab", delays=week)
    assert (waits.action, waits.rule) == ("continue", "shared-delay") and any(
        "waits with it" in why for why in waits.why
    )


def test_the_delays_of_the_own_cycle_move_the_day_that_is_checked() -> None:
    delayed = advised(delays=[{"cycle": 2, "days": 7, "reason": "neutropenia"}, {"cycle": 3, "days": 9, "reason": "x"}])
    assert delayed.day1.isoformat() == "2026-03-30" == delayed.treatment_day.date.isoformat()
    gone = event("Diarrhea", 3, -12, 5, OX)
    assert of(OX, events=[gone]).action == "hold"
    assert of(OX, events=[gone], delays=[{"cycle": 2, "days": 7, "reason": "x"}]).action == "reduce"


def test_a_delay_already_in_day_1_counts() -> None:
    assert of(OX, previous={"last_day1": "2026-01-20"}).rule == "pair-delay"
    assert of(OX, previous={"last_day1": "2026-03-02"}).action == "continue"


def test_an_event_over_before_day_1_whose_counts_are_not_known_is_asked_about() -> None:
    advice = of(OX, events=[event("Neutrophil count decreased", 4, -12, -5, OX)])
    assert advice.action == "ask" and advice.next_level == LEVEL
    assert any("neutrophils 1.5" in question for question in advice.questions)
