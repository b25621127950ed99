"""A cohort from CSV: what is read, refused and answered."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcomes.cohort.answer import as_json, as_text
from outcomes.cohort.csv_reader import read_cohort, read_events
from outcomes.cohort.patients import CohortEvent, worst_by_term, worst_of_all
from outcomes.cohort.summary import Choices, summarise
from outcomes.commands import outcomes
from regimen.errors import Refused

HEAD = (
    "id,start_date,progression_date,death_date,last_assessment_date,last_contact_date,best_response,response_date,"
    "treated,evaluable,site\n"
)
ROWS = (
    "P1,2024-01-01,2024-06-01,2024-12-01,2024-06-01,,PR,2024-02-15,yes,yes,liver\n"
    "P2,2024-01-05,,,2024-08-01,2024-09-01,SD,,yes,yes,gallbladder\n"
    "P3,2024-02-01,2024-03-15,,2024-03-15,2024-10-01,PD,,yes,yes,gallbladder\n"
    "P4,2024-02-01,,2024-02-20,,,,,yes,no,liver\n"
)
EVENTS = "id,term,grade,related\nP1,Diarrhea,3,yes\nP1,Diarrhea,2,yes\nP2,Nausea,1,no\nP4,Sepsis,5,\n"


def answered(rows: str = ROWS, events: str | None = EVENTS, choices: Choices | None = None) -> dict[str, Any]:
    patients = read_cohort(HEAD + rows, "cohort.csv")
    told = None if events is None else read_events(events, "events.csv", patients)
    return as_json(summarise(patients, choices or Choices(), told))


def test_rates_are_of_the_treated_and_of_the_evaluable_and_name_who_was_counted() -> None:
    found = answered()
    assert [(found["orr"][group]["n"], found["orr"][group]["N"]) for group in ("treated", "evaluable")] == [
        (1, 4), (1, 3),
    ]  # fmt: skip
    assert found["dcr"]["evaluable"]["ids"] == ["P1", "P2"]
    assert (found["os"]["n"], found["os"]["events"], found["dor"]["n"]) == (4, 2, 1)


def test_each_patient_counts_once_a_row_at_the_highest_grade() -> None:
    table = answered()["adverse_events"]
    assert (table["N"], table["any"]["any_grade"], table["any"]["grade_5"]) == (4, 3, 1)
    assert table["terms"][0] == {
        "term": "Diarrhea", "soc": "", "any_grade": 1, "any_grade_percent": "25.0", "grade_1_2": 0,
        "grade_1_2_percent": "0.0", "grade_3_4": 1, "grade_3_4_percent": "25.0", "grade_5": 0, "grade_5_percent": "0.0",
        "grades": {"3": ["P1"]},
    }  # fmt: skip
    assert table["related_any"]["any_grade"] == 1
    assert table["not_said_whether_related"] == 1


@given(st.lists(st.builds(CohortEvent, st.sampled_from("ABCD"), st.sampled_from("xyz"), st.integers(1, 5))))
def test_worst_grades_add_up_to_patients(events: list[CohortEvent]) -> None:
    for row in (*worst_by_term(events), worst_of_all(events)):
        ids = [id for grade in row.patients.values() for id in grade]
        assert len(ids) == len(set(ids)) == row.any_grade
    assert worst_of_all(events).any_grade == len({one.patient for one in events})


def test_curves_are_compared_by_a_further_column() -> None:
    found = answered(choices=Choices(by="site"))
    assert set(found["os"]["groups"]) == {"liver", "gallbladder"} and found["os"]["log_rank_p"] is not None


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("P1,2024-13-01,,,,,,,yes,yes,x\n", "no such day"),
        ("P1,01.03.2024,,,,,,,yes,yes,x\n", "written like"),
        ("P1,2024-01-01,2023-12-01,,,,,,yes,yes,x\n", "before start_date"),
        ("P1,2024-01-01,2024-03-01,2024-02-01,,,,,yes,yes,x\n", "after death_date"),
        ("P1,2024-01-01,,,,,good,,yes,yes,x\n", "best_response must be one of"),
        ("P1,2024-01-01,,,,,,,perhaps,yes,x\n", "must be yes or no"),
        ("P1,,,,,,,,yes,yes,x\n", "needs a start_date"),
        (",2024-01-01,,,,,,,yes,yes,x\n", "id is missing"),
        ("P1,2024-01-01,,,,,,,yes,yes,x\nP1,2024-01-01,,,,,,,yes,yes,x\n", "two rows"),
        ("P1,2024-01-01\n", "cells"),
        ("", "has no patient"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_with_its_line(rows: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read_cohort(HEAD + rows, "cohort.csv")
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("events", "reason"),
    [
        ("id,term,grade\nP9,Nausea,1\n", "nobody of the cohort"),
        ("id,term,grade\nP1,Nausea,6\n", "grade must be 1 to 5"),
        ("id,term,grade\nP1,,1\n", "term is missing"),
        ("id,grade\nP1,1\n", "no column term"),
    ],
)
def test_events_that_make_no_sense_are_refused(events: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        answered(events=events)
    assert reason in str(refused.value)


@given(st.text(max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    for given_text in (text, HEAD + text):
        try:
            read_cohort(given_text, "cohort.csv")
        except Refused as refused:
            assert refused.refusals


def test_the_command_answers_and_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cohort, events = tmp_path / "cohort.csv", tmp_path / "events.csv"
    cohort.write_text(HEAD + ROWS, encoding="utf-8")
    events.write_text(EVENTS, encoding="utf-8")
    assert outcomes([str(cohort), "--events", str(events), "--by", "site", "--km-ci", "plain", "--ci", "wilson"]) == 0
    told = capsys.readouterr().out
    assert "1/4 = 25.0 %" in told and "log-rank of 2 groups: p" in told and "Diarrhea: 1, 1, 0" in told
    assert outcomes([str(cohort), "--by", "ward", "--json"]) == 1
    out = capsys.readouterr()
    assert json.loads(out.out)["refused"][0]["field"] == "--by" and "no further column" in out.err
    assert outcomes([str(tmp_path / "none.csv")]) == 1


def test_few_events_and_untreated_patients_are_said() -> None:
    rows = ROWS + "P5,,,,,,,,no,no,liver\n"
    summary = summarise(read_cohort(HEAD + rows, "cohort.csv"), Choices())
    text = as_text(summary)
    assert "only 2 events" in text and "1 patients were not treated" in text and "not reached" in text
