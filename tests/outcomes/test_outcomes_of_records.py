"""`capox outcomes --database`: the cohort of a store, read beside whoever has it open; nothing is written."""

import json
from datetime import date
from pathlib import Path

import pytest

from outcomes.commands import outcomes
from records.actions import Actions

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo clinic, as a person would set it up."""
    path = tmp_path_factory.mktemp("clinic") / "capox-demo.db"
    actions = Actions.open(path, demo=True)
    actions.opened.result(60)
    actions.make_demo(DAY).result(300)
    actions.close()
    return path


def test_the_records_are_summed_up_under_numbers_and_without_names(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = store.read_bytes()
    assert outcomes(["--database", str(store), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["treated"] == found["patients"] > 5
    assert any("no cycle given here" in words for words in found["left_out"])
    ids = {ident for row in found["adverse_events"]["terms"] for group in row["grades"].values() for ident in group}
    assert ids and all(ident.startswith("R") and ident[1:].isdigit() for ident in ids)
    assert store.read_bytes() == before


def test_the_same_in_words_names_what_was_left_out(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcomes(["--database", str(store), "--by", "inhibitor"]) == 0
    text = capsys.readouterr().out
    assert "Progression-free survival" in text and "inhibitor pembrolizumab" in text
    assert "Note: " in text and "are not in the cohort" in text


def test_a_store_that_is_not_there_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcomes(["--database", str(tmp_path / "none.db")]) == 1
    assert "There is no store 'none.db'" in capsys.readouterr().err


def test_a_column_nobody_has_is_refused(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcomes(["--database", str(store), "--by", "colour"]) == 1
    assert "colour" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["a.csv", "--database"], ["--database", "--events", "e.csv"]])
def test_file_and_records_are_not_mixed(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        outcomes(words)
    assert left.value.code == 2 and "usage" in capsys.readouterr().err
