"""What an event may be called and laid to; everything else is refused, all of it at once."""

import pytest

from regimen.advice.names import other_causes, term_of
from regimen.case import read_case, write_case
from regimen.errors import Refused
from tests.regimen.advice.course_cases import advised, course_json, event, of


def test_a_term_is_found_whatever_its_letters_and_may_say_more_after_other_specify() -> None:
    assert term_of(" diarrhea ") == "Diarrhea"
    assert (
        term_of("Gastrointestinal disorders - Other, specify: hiccups") == "Gastrointestinal disorders - Other, specify"
    )
    assert term_of("Diarrhoea") is None and term_of("Diarrhea: watery") is None and term_of("") is None
    assert of("capecitabine", events=[event("DIARRHEA", 3, 5)]).rule == "capecitabine-g3-1"


def test_unknown_terms_grades_and_causes_are_refused_at_once() -> None:
    events = [
        event("Sore thumb", 2, 1), event("Alopecia", 4, 1), event("Nausea", 2, 1, None, "aspirin"),
        event("Nausea", 2, 1, None, "durvalumab"),
    ]  # fmt: skip
    with pytest.raises(Refused) as refused:
        advised(events=events)
    fields = [one.field for one in refused.value.refusals]
    assert fields == ["events[0].term", "events[1].grade", "events[2].attributed_to", "events[3].attributed_to"]
    assert "no term of CTCAE 5.0" in str(refused.value) and "obstruction" in str(refused.value)
    with pytest.raises(Refused, match="It may be Diarrhea or"):
        advised(events=[event("Diarrhoea", 2, 1)])


def test_a_cycle_told_twice_is_refused() -> None:
    with pytest.raises(Refused, match=r"history\[1\]\.cycle names a cycle again"):
        advised(cycle=3, history=[{"cycle": 1}, {"cycle": 1, "dose_percent": {"capecitabine": 75}}])


def test_what_dose_refuses_is_refused_here_too() -> None:
    with pytest.raises(Refused, match=r"options\.ici"):
        advised(options={"ici": "aspirin"})
    with pytest.raises(Refused, match="never given in part"):
        advised(dose_percent={"pembrolizumab": 75})
    with pytest.raises(Refused) as refused:
        advised(events=[{"term": "Nausea", "grade": 7, "date": "2026-02-30", "mood": "low"}])
    assert {one.field for one in refused.value.refusals} == {"events[0].grade", "events[0].date", "events[0].mood"}


@pytest.mark.parametrize("key", ["painful", "functional_impairment", "needs_systemic_immunosuppression"])
def test_what_a_person_said_is_yes_or_no(key: str) -> None:
    with pytest.raises(Refused, match="true or false"):
        read_case(course_json(events=[event("Nausea", 2, 1, **{key: "perhaps"})]))


def test_what_was_said_about_an_event_comes_back_as_it_was_written() -> None:
    said = {"painful": True, "functional_impairment": False, "pattern": "persistent", "steroid_mg_day": "12.5"}
    case = read_case(course_json(events=[event("Paresthesia", 2, -10, 4, "oxaliplatin", **said)]))
    assert case.events[0].answers == {
        "painful": "yes", "functional_impairment": "no", "pattern": "persistent", "steroid_mg_day": "12.5",
    }  # fmt: skip
    assert read_case(write_case(case)) == case
    with pytest.raises(Refused, match="transient, persistent"):
        read_case(course_json(events=[event("Paresthesia", 2, -10, pattern="now and then")]))


def test_a_list_of_causes_with_one_id_twice_is_refused() -> None:
    twice = '[[cause]]\nid = "a"\ntitle = "one"\n' * 2
    with pytest.raises(Refused, match="stands there twice"):
        other_causes(f"schema = 1\n{twice}")
    assert {"disease", "infection", "obstruction", "other"} <= other_causes().keys()
