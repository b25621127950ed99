"""Whatever a course holds, the answer is an advice or a refusal in words, never a failure of ours."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from regimen.advice.answer import as_json
from regimen.advice.answer_text import as_text
from regimen.advice.course_case import read_course
from regimen.advice.engine import advise
from regimen.errors import RegimenError
from regimen.library import shipped_regimens
from tests.regimen.advice.course_cases import course_json, event, lab
from tests.regimen.advice.rule_cases import options_for
from tests.regimen.test_dose_fuzz import LEAVES, finite, paths, spoilt


def course_of(name: str) -> dict[str, Any]:
    """A course of a shipped regimen with something of everything a rule can ask about."""
    from regimen.library import load_regimen

    regimen = load_regimen(name)
    drug = regimen.drugs[-1].name
    made = course_json(
        name, cycle=3, day=1, on="2026-03-25", liver_involvement=True, stopped={}, dose_percent={}, dose_level={},
        labs={
            "alt": lab("200", "U/L", "40", "60"), "bilirubin": lab("70", "umol/L", "20", "40"),
            "neutrophils": {**lab("1.1", "10^9/L"), "date": "2026-03-22"}, "creatinine": lab("150", "umol/L", "90"),
        },
        events=[
            event("Diarrhea", 3, -40, -30), event("Diarrhea", 2, -5), event("Pneumonitis", 2, -3, None, drug),
            event("Peripheral sensory neuropathy", 2, -30, None, painful=True, pattern="persistent"),
            event("Rash maculo-papular", 3, -90, None, steroid_mg_day="20", certainty="suspected"),
        ],
        history=[{"cycle": 1, "day1": "2026-02-09", "dose_percent": {drug: 100}}, {"cycle": 2}],
        delays=[{"cycle": 3, "days": 7, "reason": "neutropenia"}], previous={"last_day1": "2026-03-02"},
    )  # fmt: skip
    return {**made, "options": options_for(regimen, drug)}


COURSES = [course_of(name) for name in shipped_regimens()]
PATHS = [*paths(COURSES[0]), ("day",), ("cycle",), ("events", 0, "term"), ("events", 0, "attributed_to")]


@settings(max_examples=400, deadline=None)
@given(course=st.sampled_from(COURSES), changes=st.lists(st.tuples(st.sampled_from(PATHS), LEAVES), max_size=4))
def test_a_course_with_anything_in_it_is_answered_or_refused(course: dict[str, Any], changes: list[Any]) -> None:
    made = spoilt(course, changes)
    try:
        asked = read_course(made)
        advice = advise(asked.case, None, asked.day, asked.on)
    except RegimenError as refused:
        assert str(refused).strip()
        return
    written = as_json(advice)
    assert finite(written)
    json.dumps(written)
    assert as_text(advice).endswith("a person decides.\n")


def test_the_courses_that_are_spoilt_here_are_good_ones() -> None:
    assert len(COURSES) == len(shipped_regimens())
    for course in COURSES:
        asked = read_course(course)
        assert advise(asked.case, None, asked.day, asked.on).drugs
