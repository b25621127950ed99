"""Questions of the rules and their answers; what was decided upon before does not ask again."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from regimen.advice.advised import Advice, DrugAdvice, Settled
from regimen.advice.course_case import read_course
from regimen.advice.engine import advise_with
from regimen.advice.questions import QUESTIONS, asked_of, question_of
from regimen.case import read_case
from regimen.case_writing import write_case
from regimen.library import load_profile, load_regimen
from tests.regimen.advice.course_cases import advised, course_json, event, of

ICI, CAPE = "pembrolizumab", "capecitabine"
STABLE = "clinically stable"


def asked_words(advice: Advice) -> dict[str, bool]:
    """Word of each question -> whether it is needed first."""
    return {asked.question.word: asked.needed for asked in asked_of(advice)}


def test_every_question_of_a_condition_says_which_answer_it_waits_for() -> None:
    advice = advised(events=[event("Peripheral sensory neuropathy", 2, -10, None, "oxaliplatin")], practice="eu")
    assert asked_words(advice) == {"painful": True, "functional_impairment": True}
    words = {asked.question.words for asked in asked_of(advice)}
    assert words == set(advice.of("oxaliplatin").questions)


@pytest.mark.parametrize("word", sorted(QUESTIONS))
def test_a_question_is_found_again_by_its_word(word: str) -> None:
    question = question_of(word, "Rash")
    assert question is not None
    assert (question.word, "Rash" in question.words) == (word, True)


def test_a_word_no_rule_asks_has_no_question() -> None:
    assert question_of("mood", "Rash") is None


def test_a_hold_a_person_has_to_end_is_offered_and_its_answer_ends_it() -> None:
    held = [event("Hypothyroidism", 3, 1, None, ICI)]
    assert asked_words(advised(events=held)) == {f"reached: {STABLE}": False}
    said = [event("Hypothyroidism", 3, 1, None, ICI, reached=[STABLE])]
    assert of(ICI, events=said).action == "continue"
    still = [event("Hypothyroidism", 3, 1, None, ICI, not_reached=[STABLE])]
    assert of(ICI, events=still).action == "hold"


def test_a_hold_until_grade_1_is_ended_by_its_dates_and_not_asked_about() -> None:
    assert asked_words(advised(events=[event("Diarrhea", 3, 2, None, CAPE)])) == {}


@pytest.mark.parametrize(
    ("said", "action"), [({}, "ask"), ({"reached": True}, "continue"), ({"reached": False}, "hold")]
)
def test_what_a_hold_waited_for_is_asked_once_the_event_is_gone(said: dict[str, bool], action: str) -> None:
    until = "grade 0-1 after the steroid taper"
    key = {True: "reached", False: "not_reached"}
    answers = {key[value]: [until] for value in said.values()}
    advice = of(ICI, events=[event("Pneumonitis", 2, -12, -1, ICI, **answers)])
    assert advice.action == action


def test_answers_survive_being_written_and_read() -> None:
    given = course_json(events=[event("Hypothyroidism", 3, 1, None, ICI, reached=[STABLE], not_reached=["tea time"])])
    case = read_case(given)
    assert read_case(write_case(case)) == case
    assert case.events[0].answers == {f"reached: {STABLE}": "yes", "reached: tea time": "no"}


# What was decided upon before


GONE = event("Diarrhea", 4, -18, -3, CAPE)
LONG_AGO = date(2026, 1, 1)


def advice_with(settled: Collection[Settled], **changes: Any) -> DrugAdvice:
    """The advice for capecitabine when this was decided before."""
    asked = read_course(course_json(**changes))
    return advise_with(load_regimen("ici-capox"), load_profile("us"), asked.case, settled=settled).of(CAPE)


def decided_upon(advice: DrugAdvice, **changed: Any) -> list[Settled]:
    """All that fired, as a person decided upon it, or something like it."""
    decided = [
        Settled(advice.drug, one.rule, one.event.term, one.event.date, one.event.grade, one.action)
        for one in advice.fired
        if one.event is not None
    ]
    return [replace(one, **changed) for one in decided]


def test_a_stop_that_was_decided_upon_is_not_proposed_again_and_is_shown_as_settled() -> None:
    first = advice_with((), events=[GONE])
    assert first.action == "stop"
    advice = advice_with(decided_upon(first), events=[GONE])
    assert advice.action == "continue"
    assert {one.rule for one in advice.settled} == {one.rule for one in first.fired}


@pytest.mark.parametrize(
    "changed",
    [{"grade": 3}, {"action": "hold"}, {"action": "ask"}, {"rule": "another"}, {"drug": ICI}, {"date": LONG_AGO}],
)
def test_anything_more_or_other_than_was_decided_is_asked(changed: dict[str, Any]) -> None:
    decided = decided_upon(advice_with((), events=[GONE]), **changed)
    assert advice_with(decided, events=[GONE]).action == "stop"


def test_an_event_that_goes_on_is_asked_about_anew_unless_a_hold_still_stands() -> None:
    going_on = event("Diarrhea", 3, -18, None, CAPE)
    decided = decided_upon(advice_with((), events=[going_on]))
    assert advice_with(decided, events=[going_on]).action == "hold"
    standing = [replace(one, while_present=True) for one in decided]
    advice = advice_with(standing, events=[going_on])
    assert [one.system for one in advice.fired] == ["treatment-day"]  # the limit of the day holds it, no decided rule
    assert advice.settled != ()


def test_a_second_event_is_counted_although_the_first_was_settled() -> None:
    first, second = event("Diarrhea", 3, -18, -10, CAPE), event("Diarrhea", 3, -4, None, CAPE)
    decided = decided_upon(advice_with((), events=[first]))
    advice = advice_with(decided, events=[first, second])
    assert (advice.action, advice.occurrence, advice.next_percent) == ("hold", 2, 50)
