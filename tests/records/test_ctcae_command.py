"""capox ctcae: a workbook is checked and kept, a term looked up, and everything else refused in sentences."""

import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from records.actions import Actions
from records.grading_commands import ctcae
from tests.records.account_examples import hash_quickly
from tests.records.examples import LOGIN, PASSWORD, Store
from tests.regimen.grading.workbooks import made, whole

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with a pharmacist and a nurse."""
    path = tmp_path / "clinic.db"
    actions = Actions.open(path)
    actions.add_person("Priya Raman", "pharmacist").result(30)
    actions.add_person("Nora Nurse", "nurse").result(30)
    actions.close()
    return path


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "CTCAE.xlsx"
    path.write_bytes(whole())
    return path


def answered(capsys: Capture, *words: object, status: int = 0) -> dict[str, Any]:
    assert ctcae([*map(str, words), "--json"]) == status
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_a_workbook_is_kept_and_its_words_are_shown(capsys: Capture, store: Path, book: Path) -> None:
    before = answered(capsys, "show", "Diarrhea", "--database", store)
    assert before["wording"] == "own"
    kept = answered(capsys, "load", book, "--database", store)
    assert (kept["ctcae"], kept["terms"], kept["kept"]) == ("5.0", 837, True)
    after = answered(capsys, "show", "diarrhea", "--database", store)
    assert after["wording"] == "nci" and after["grades"] == {str(n): f"invented {n}" for n in range(1, 6)}
    assert answered(capsys, "show", "diarrhea", "--ctcae", "6.0", "--database", store)["wording"] != "nci"
    (entry,) = answered(capsys, "list", "--database", store)["loaded"]
    assert (entry["by"], entry["in_use"], entry["file_sha256"]) == ("Priya Raman", True, kept["file_sha256"])


def test_the_trail_says_that_it_came_by_the_command_line(capsys: Capture, store: Path, book: Path) -> None:
    answered(capsys, "load", book, "--database", store, "--by", "priya raman")
    actions = Actions.open(store)
    look = Store(actions, actions.people().result(30)[0])
    ((content,),) = look.sql("SELECT content FROM audit WHERE subject = 'grading_text'")
    check = actions.check_audit().result(30)
    actions.close()
    assert check.findings == () and json.loads(content)["why"] == "by the command line"


def test_a_check_keeps_nothing_and_needs_no_store(capsys: Capture, book: Path) -> None:
    assert ctcae(["load", str(book), "--check-only"]) == 0
    assert "nothing was kept" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["Nora Nurse", "Somebody"])
def test_who_may_not_load_it_is_told_who_may(capsys: Capture, store: Path, book: Path, name: str) -> None:
    assert ctcae(["load", str(book), "--database", str(store), "--by", name]) == 1
    assert "Priya Raman (pharmacist)" in capsys.readouterr().err


def test_each_difference_is_a_line_and_a_reason(capsys: Capture, store: Path, tmp_path: Path) -> None:
    def leave_out(rows: list[list[object]]) -> None:
        del rows[5:7]

    path = tmp_path / "short.xlsx"
    path.write_bytes(made(leave_out))
    refused = answered(capsys, "load", path, "--database", store, status=1)["refused"]
    assert [one["reason"].endswith("is missing.") for one in refused] == [False, True, True]
    assert answered(capsys, "list", "--database", store)["loaded"] == []


def test_a_store_that_is_not_there_is_not_made(capsys: Capture, tmp_path: Path, book: Path) -> None:
    assert ctcae(["load", str(book), "--database", str(tmp_path / "none.db")]) == 1
    assert "There is no store" in capsys.readouterr().err and not (tmp_path / "none.db").exists()


def test_a_word_that_finds_several_terms_or_none_is_answered_with_what_there_is(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CAPOX_DATA_DIR", str(tmp_path))
    assert ctcae(["show", "tingling"]) == 1
    assert "Paresthesia" in capsys.readouterr().err
    assert ctcae(["show", "qqqq"]) == 1
    assert "has no term" in capsys.readouterr().err
    assert ctcae(["show", "10012727"]) == 0
    assert "Diarrhea" in capsys.readouterr().out


@contextmanager
def open_file(text: str) -> Iterator[int]:
    """The number of an open file to read `text` from."""
    reading, writing = os.pipe()
    os.write(writing, text.encode())
    os.close(writing)
    yield reading
    os.close(reading)


def test_where_people_sign_in_a_name_alone_writes_nothing_and_a_password_from_an_open_file_does(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, store: Path, book: Path
) -> None:
    hash_quickly(monkeypatch)
    actions = Actions.open(store)
    priya = next(one for one in actions.people().result(30) if one.role == "pharmacist")
    actions.open_first_account(priya, LOGIN, PASSWORD).result(30)
    actions.close()
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD))  # no terminal, and never read by itself

    def refused(*words: object) -> str:
        (why,) = answered(capsys, "load", book, "--database", store, *words, status=1)["refused"]
        return str(why["reason"])

    assert "--login" in refused() and "--login" in refused("--by", "Priya Raman")
    assert "no terminal" in refused("--login", LOGIN)
    with open_file("not the password\n") as wrong:
        assert "do not belong together" in refused("--login", LOGIN, "--password-fd", wrong)
    with open_file("") as empty:
        assert "no password" in refused("--login", LOGIN, "--password-fd", empty)
    assert answered(capsys, "list", "--database", store)["loaded"] == []
    with open_file(f"{PASSWORD}\n") as right:
        assert answered(capsys, "load", book, "--database", store, "--login", LOGIN, "--password-fd", right)["kept"]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: PASSWORD)
    assert "in use already" in refused("--login", LOGIN), "signed in at the terminal, and refused for what it is"
    actions = Actions.open(store)
    actions.sign_in(LOGIN, PASSWORD).result(30)
    own = [line.action for line in actions.person_history(priya.id).result(30).lines]
    check = actions.check_audit().result(30)
    actions.close()
    assert own[:8].count("sign in") == 3 and "load grading criteria" in own and "refuse sign-in" in own
    assert check.findings == ()
