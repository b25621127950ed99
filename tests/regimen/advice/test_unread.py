"""Terms only CTCAE 6.0 has: no rule reads them, so they are named and asked about, and the course is still advised."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regimen.advice.advised import STRICTNESS
from regimen.advice.answer import as_json
from regimen.advice.answer_text import as_text
from regimen.advice.engine import advise
from regimen.advice.names import newer_term, older_terms, term_of
from regimen.advice.unread import UNREAD
from regimen.errors import Refused
from regimen.given import Case, Event
from regimen.grading.terms import by_name, terms
from tests.regimen.advice.course_cases import DAY1, advised, event
from tests.regimen.advice.test_advice_properties import courses

NEW = "Thrombocytopenia"  # in 5.0: Platelet count decreased
DRUGS = ("pembrolizumab", "oxaliplatin", "capecitabine")
ONLY_6 = [term for term in terms("6.0") if term.name.lower() not in by_name("5.0")]


def test_a_term_of_6_0_no_longer_refuses_the_course_and_is_asked_about_by_name() -> None:
    advice = advised(events=[event(NEW, 3, -2), event("Diarrhea", 3, -4, 1, "capecitabine")])
    assert [one.term for one in advice.unread] == [NEW]
    for drug in DRUGS:
        one = advice.of(drug)
        assert STRICTNESS[one.action] >= STRICTNESS["ask"]
        (asked,) = [question for question in one.questions if NEW in question]
        assert "read by no rule" in asked and "Platelet count decreased" in asked
    assert any(one.rule == "capecitabine-g3-1" for one in advice.of("capecitabine").fired)


def test_it_is_said_in_the_text_and_in_the_json() -> None:
    advice = advised(events=[event(NEW, 3, -2)])
    assert f"No rule reads {NEW} grade 3" in as_text(advice)
    (unread,) = as_json(advice)["unread_events"]
    assert (unread["term"], unread["grade"], unread["resolved"]) == (NEW, 3, None)
    assert as_json(advised())["unread_events"] == []


def test_a_mild_one_and_one_long_gone_are_told_and_ask_for_nothing() -> None:
    advice = advised(events=[event(NEW, 1, -2), event(NEW, 3, -60, -50)])
    one = advice.of("oxaliplatin")
    assert one.action == "continue" and not one.questions
    assert sum("no rule reads" in said for said in one.why) == 2
    assert len(advice.unread) == 2


def test_one_that_was_gone_before_this_day_1_is_still_asked_about() -> None:
    one = advised(events=[event(NEW, 3, -10, -2)]).of("oxaliplatin")
    assert one.action == "ask" and one.fired[0].stage == "over"


def test_one_laid_to_a_drug_or_to_the_disease_is_no_question_about_another() -> None:
    advice = advised(events=[event(NEW, 3, -2, None, "oxaliplatin")])
    assert [advice.of(drug).action for drug in DRUGS] == ["continue", "ask", "continue"]
    assert all("no rule reads" not in " ".join(advice.of(drug).why) for drug in ("pembrolizumab", "capecitabine"))
    disease = advised(events=[event(NEW, 3, -2, None, "disease")])
    assert disease.of("oxaliplatin").action == "continue" and [one.term for one in disease.unread] == [NEW]


def test_asked_and_not_present_is_no_event() -> None:
    advice = advised(events=[event(NEW, 0, -2)])
    assert advice.of("oxaliplatin").action == "continue"
    assert "no rule reads" not in " ".join(advice.of("oxaliplatin").why)


def test_general_rules_do_not_take_it_for_a_term_they_know() -> None:
    """Capecitabine's rule for "any other toxicity" does not count blood counts; a name it does not know it must not."""
    assert all(one.rule == UNREAD for one in advised(events=[event(NEW, 3, -2)]).of("capecitabine").fired)


def test_a_word_that_is_no_term_and_a_grade_that_is_none_are_still_refused() -> None:
    with pytest.raises(Refused, match=r"no term of CTCAE 5\.0 or 6\.0"):
        advised(events=[event("Sore thumb", 2, 1)])
    with pytest.raises(Refused, match="has the grades 1"):
        advised(events=[event("Thrombocytosis", 3, 1)])
    assert newer_term(f"{NEW}: much") is None


@pytest.mark.parametrize("term", ONLY_6, ids=lambda term: term.code)
def test_every_term_only_6_0_has_is_known_and_leads_to_terms_a_rule_could_read(term: object) -> None:
    name = term.name  # type: ignore[attr-defined]
    assert newer_term(name.upper()) == name and term_of(name) is None
    assert all(term_of(old) == old for old in older_terms(name))


@settings(max_examples=25)
@given(case=courses(), grade=st.integers(1, 4), start=st.integers(-60, 18), laid=st.booleans())
def test_one_more_event_that_no_rule_reads_makes_nothing_milder_and_is_never_lost(
    case: Case, grade: int, start: int, laid: bool
) -> None:
    more = Event(NEW, grade, DAY1 + timedelta(days=start), None, ("oxaliplatin",) if laid else ())
    before, after = advise(case), advise(replace(case, events=(*case.events, more)))
    assert after.unread == (more,)
    for one in before.drugs:
        same = after.of(one.drug)
        assert STRICTNESS[same.action] >= STRICTNESS[one.action]
        assert (same.next_percent, same.next_level) == (one.next_percent, one.next_level)
    assert NEW in " ".join((*after.of("oxaliplatin").why, *after.of("oxaliplatin").questions))
