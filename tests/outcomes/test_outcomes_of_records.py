"""The study of the demo: entered through the program's own actions, its records give the study's figures.

The store is made once for all tests here; they only read it. Every figure is compared with the tables that ship.
"""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from outcomes.cohort.answer import as_json
from outcomes.cohort.baseline import baseline_json
from outcomes.cohort.cohort_csv import files_of
from outcomes.cohort.deidentified import without_names
from outcomes.cohort.sum_up import read_files, sum_up
from outcomes.cohort.summary import Choices
from outcomes.cohort.values import DEMO, Cohort, ReadAsked, SumAsked
from outcomes.commands import outcomes
from outcomes.survival.endpoints import RULES, Rule
from records.actions import Actions
from records.demo.study import make_study
from records.errors import RecordError
from records.values.core import PatientEntry
from tools.write_study_tables import read, under_study_numbers

TABLES = [str(DEMO / "cohort.csv"), "--events", str(DEMO / "cohort-events.csv")]
MEDIANS = {"pfs": "5.7", "os": "16.2", "dor": "5.5"}
KEY = b"a key of this test alone"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study, and beside it somebody who was never treated."""
    path = tmp_path_factory.mktemp("study") / "study.db"
    told: list[tuple[int, int]] = []
    make_study(path, lambda done, of: told.append((done, of)))
    assert told == [(done, 28) for done in range(29)] and [one.name for one in path.parent.iterdir()] == [path.name]
    actions = Actions.open(path, demo=True)
    nurse = next(one for one in actions.people().result() if one.role == "nurse")
    entry = PatientEntry("Never, Treated", (("MRN", "9-9"),), date(1950, 1, 1), "male")
    actions.add_patient(nurse, uuid4(), entry).result()
    assert actions.check_audit().result().findings == ()
    actions.close()
    return path


@pytest.fixture(scope="module")
def named(store: Path) -> Cohort:
    """The study as the command reads it."""
    return read(store)


@pytest.fixture(scope="module")
def cohort(named: Cohort) -> Cohort:
    """The same under its study numbers, as in the tables."""
    return under_study_numbers(named)


def figures(cohort: Cohort, rule: Rule = "treatment-policy") -> dict[str, Any]:
    """Every figure the command answers, with who was counted."""
    answer = sum_up(SumAsked(cohort, choices=Choices("wilsoncc", rule=rule)))
    found = as_json(answer.summary) | baseline_json(answer, of_records=False)
    return {name: value for name, value in found.items() if name not in ("source", "warnings")}


@pytest.mark.parametrize("rule", RULES)
def test_the_records_and_the_tables_give_the_same_figures_of_the_same_patients(cohort: Cohort, rule: Rule) -> None:
    found = figures(cohort, rule)
    assert found == figures(read_files(ReadAsked(TABLES[0], TABLES[2])), rule)
    rates = {name: found[name]["evaluable"] for name in ("orr", "dcr")}
    assert [(one["n"], one["N"]) for one in rates.values()] == [(12, 26), (18, 26)]
    limits = [float(one[bound]) for one in rates.values() for bound in ("lower_percent", "upper_percent")]
    assert limits == pytest.approx([27.138, 66.252, 48.103, 84.912], abs=0.001)
    assert (found["adverse_events"]["related_any"]["grade_3_4"], found["treated"]) == (9, 28)
    assert {name: found[name]["median_months"] for name in ("pfs", "os", "dor")} == MEDIANS


def test_each_patient_of_the_tables_is_the_very_patient_of_the_records(cohort: Cohort) -> None:
    patients, events = files_of(cohort)
    assert patients == Path(TABLES[0]).read_text("utf-8"), "run tools.write_study_tables"
    assert events == Path(TABLES[2]).read_text("utf-8")


def test_the_command_filters_the_records_and_tells_by_which_rules_they_were_judged(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = store.read_bytes()
    words = ("--site", "gallbladder", "--line", "first", "--from", "2025-06-01", "--json")
    assert outcomes(["--database", str(store), *words]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["source"]["patients"] == 28 and found["patients"] == 6
    assert found["filter"] == {
        "site": "gallbladder", "line": "first", "first_dose_from": "2025-06-01", "first_dose_to": None,
    }  # fmt: skip
    rules = " / ".join(found["rules"])
    for word in ("regimen ici-capox", "RECIST 1.1, response confirmed after 28 days", "CTCAE 5.0: 28 patients"):
        assert word in rules
    assert found["left_out"] == ["1 patient of the records without a cycle given here: not in the cohort."]
    ids = {ident for row in found["adverse_events"]["terms"] for group in row["grades"].values() for ident in group}
    assert len(ids) == 6 and all(ident.startswith("R") and ident[1:].isdigit() for ident in ids), "numbers, no names"
    assert store.read_bytes() == before, "a command that looks changes nothing"


def test_the_same_in_words_has_the_table_of_patients_and_what_was_left_out(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert outcomes(["--database", str(store), "--by", "inhibitor", "--metastases", "yes"]) == 0
    text = capsys.readouterr().out
    assert "Progression-free survival" in text and "inhibitor camrelizumab" in text
    assert "Note: 1 patient of the records without a cycle given here" in text
    assert "21 of 28 patients: metastases yes" in text and "Reason off treatment: " in text
    assert "Relative dose intensity of oxaliplatin, %: median" in text and "By these rules" in text


def test_a_word_nobody_has_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for words, told in ((("--by", "colour"), "colour"), (("--site", "kidney"), "Nobody passes this filter")):
        assert outcomes([*TABLES, *words]) == 1
        assert told in capsys.readouterr().err


def test_without_names_every_figure_stays_and_no_day_does(named: Cohort, tmp_path: Path) -> None:
    plain = without_names(named, KEY)
    cohort_file, events_file = tmp_path / "cohort.csv", tmp_path / "events.csv"
    texts = files_of(plain)
    cohort_file.write_text(texts[0], "utf-8")
    events_file.write_text(texts[1], "utf-8")
    first, again = (
        sum_up(SumAsked(one, choices=Choices("wilsoncc"))).summary
        for one in (named, read_files(ReadAsked(str(cohort_file), str(events_file))))
    )
    for name in ("pfs", "os", "dor"):
        assert again.endpoints[name].curve == first.endpoints[name].curve
    for name in ("orr", "dcr"):
        assert again.rates[name]["evaluable"].proportion == first.rates[name]["evaluable"].proportion
    assert first.events is not None and again.events is not None
    assert again.events.related.count(3, 4) == first.events.related.count(3, 4) == 9
    first_doses = {one.id: one.start for one in named.patients}
    assert len({one.start for one in plain.patients} - set(first_doses.values())) > 14, "days moved, each by its own"
    assert not any(key in "".join(texts) for key in named.keys.values()) and "left out" not in texts[0]


def test_words_somebody_typed_and_great_ages_do_not_leave(cohort: Cohort) -> None:
    told = {"age": "93", "site": "Mr Zebrafink's duct", "last_dose_date": "2025-04-28"}
    typed = replace(cohort.patients[0], factors=told)
    (found,) = without_names(replace(cohort, patients=(typed,), events=()), KEY).patients
    assert (found.factors["age"], found.factors["site"]) == ("90+", "(left out)")
    assert date.fromisoformat(found.factors["last_dose_date"]) < date(2025, 4, 28)
    assert typed.start is not None and found.start is not None
    assert typed.start - date(2025, 4, 28) == found.start - date.fromisoformat(found.factors["last_dose_date"])
    assert timedelta(days=1) <= typed.start - found.start <= timedelta(days=365)
    with pytest.raises(ValueError, match="guessed"):
        without_names(cohort, b"short")


def test_the_study_is_made_in_a_new_file_only(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = store.read_bytes()
    assert outcomes(["demo", "--database", str(store)]) == 1
    assert "There is a file study.db already" in capsys.readouterr().err and store.read_bytes() == before
    with pytest.raises(RecordError, match="cannot be made there"):
        make_study(store.parent / "nowhere" / "study.db")


def test_a_store_that_is_not_there_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcomes(["--database", str(tmp_path / "none.db")]) == 1
    assert "There is no store 'none.db'" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["a.csv", "--database"], ["--database", "--events", "e.csv"]])
def test_file_and_records_are_not_mixed(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        outcomes(words)
    assert left.value.code == 2 and "usage" in capsys.readouterr().err
