"""Adverse events, dose intensity and reasons off treatment in the table of patients: guessed, checked, counted."""

from pathlib import Path

import pytest

from outcomes.cohort.sum_up import cohort_of_texts, sum_up
from outcomes.cohort.values import SumAsked
from outcomes.commands import outcomes
from outcomes.exchange.cohort_reading import cohort_lacking, cohort_rows, cohort_targets, cohort_text, guess_cohort
from records.imports.styles import Styles
from records.imports.tables import FileTable, TableRow
from regimen.errors import Refused

HEADINGS = (
    "ID", "Start date", "AE anaemia", "Diarrhea grade", "Diarrhea related", "Fatigue (worst grade)", "Tumour grade",
    "RDI oxaliplatin (%)", "Reason off treatment", "AE: hiccups after lunch",
)  # fmt: skip
TARGETS = (
    "id", "start_date", "grade:Anemia", "grade:Diarrhea", "related:Diarrhea", "grade:Fatigue", "factor:tumour_grade",
    "factor:rdi_oxaliplatin", "factor:off_reason", "grade:hiccups after lunch",
)  # fmt: skip
ROWS = (
    ("A", "2026-01-05", "", "3", "yes", "0", "G2", "91.4", "progression", "0"),
    ("B", "2026-01-06", "", "1", "no", "2", "G3", "", "", "1"),
    ("C", "2026-01-07", "", "4", "", "", "G1", "88", "toxicity", "0"),
    ("D", "2026-01-08", "", "6", "yes", "0", "G1", "88", "", "0"),
    ("E", "2026-01-09", "", "0", "yes", "0", "G1", "88", "", "0"),
    ("F", "2026-01-10", "", "0", "", "0", "G1", "full", "", "0"),
)


def test_columns_of_events_are_known_by_their_headings_and_nothing_else_is_taken_for_one() -> None:
    assert guess_cohort(HEADINGS) == TARGETS
    targets = cohort_targets(HEADINGS)
    assert set(TARGETS) <= set(targets) and "grade:Tumour" in targets, "a person may still say that it is one"
    assert cohort_lacking(("id", "start_date", "related:Diarrhea")).startswith("Diarrhea has a column of its relation")


def test_what_is_previewed_is_what_is_kept_and_counted() -> None:
    mapping = ("id", "start_date", "", *TARGETS[3:])
    table = FileTable(HEADINGS, tuple(TableRow(place, cells) for place, cells in enumerate(ROWS, 2)))
    found = cohort_rows(table, mapping, Styles("iso", "point"))
    assert [(row.state, row.said or row.why) for row in found] == [
        ("store", "A: kept with 9 columns; adverse events: Diarrhea 3"),
        ("store", "B: kept with 9 columns; adverse events: Diarrhea 1, Fatigue 2, hiccups after lunch 1"),
        ("store", "C: kept with 9 columns; adverse events: Diarrhea 4"),
        ("refused", "The grade of Diarrhea must be 0 to 5."),
        ("refused", "Diarrhea is related to treatment without a grade."),
        ("refused", "Rdi oxaliplatin must be a number of percent from 0 to 300."),
    ]
    cohort = cohort_of_texts(cohort_text(table, mapping, Styles("iso", "point"), found), "", "study")
    assert cohort.left_out == (
        "Patients of whom no grade is said, counted as not having had the event: Fatigue 1.",
    )  # fmt: skip
    answer = sum_up(SumAsked(cohort))
    events = answer.summary.events
    assert events is not None and events.of == 3
    assert (events.related.count(3, 4), events.every.count(3, 4), events.unsaid) == (1, 2, 3)
    assert {row.term: row.any_grade for row in events.terms} == {"Diarrhea": 3, "Fatigue": 1, "hiccups after lunch": 1}
    there = {one.factor.id: len(one.known) for one in answer.characteristics}
    assert there == {"rdi_oxaliplatin": 2, "off_reason": 2, "tumour_grade": 3}


def test_a_second_table_of_events_or_a_relation_alone_is_refused_and_none_is_not_zero(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start = "id,start_date,grade:Rash\nA,2026-01-05,2\n"
    with pytest.raises(Refused, match="one too many"):
        cohort_of_texts(start, "id,term,grade\nA,Rash,2\n", "study")
    with pytest.raises(Refused, match="has no column grade:Itch"):
        cohort_of_texts("id,start_date,related:Itch\nA,2026-01-05,yes\n", "", "study")
    assert cohort_of_texts("id,start_date\nA,2026-01-05\n", "", "study").events is None
    path = tmp_path / "study.csv"
    path.write_text(start, "utf-8")
    assert outcomes([str(path)]) == 0
    told = capsys.readouterr().out
    assert "Rash: 1, 0, 0" in told and "Related to treatment: not said of any event" in told
