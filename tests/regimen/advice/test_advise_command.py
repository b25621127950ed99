"""`main.py advise`: the contract's answer, the same for a person, lists, standard input, refusals."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

import main
from tests.regimen.advice.course_cases import course_json, event, lab

DIARRHEA = event("Diarrhea", 3, 9, 15, "capecitabine")


def ask(capsys: pytest.CaptureFixture[str], folder: Path, given: object, *options: str) -> tuple[int, str, str]:
    file = folder / "course.json"
    file.write_text(json.dumps(given), encoding="utf-8")
    status = main.main(["advise", str(file), *options])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_the_contracts_answer(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, _ = ask(capsys, tmp_path, course_json(events=[DIARRHEA]), "--json")
    answer = json.loads(out)
    assert status == 0
    by_drug: dict[str, dict[str, Any]] = {one["drug"]: one for one in answer["advice"]}
    assert list(by_drug) == ["pembrolizumab", "oxaliplatin", "capecitabine"]
    found = by_drug["capecitabine"]
    assert {key: found[key] for key in ("action", "until", "next_percent", "occurrence", "rule")} == {
        "action": "hold", "until": "grade 0-1", "next_percent": "75", "occurrence": 1, "rule": "capecitabine-g3-1",
    }  # fmt: skip
    assert "Capecitabine label" in found["source"] and found["until_met"] == "2026-04-06"
    assert found["fired"][0]["event"]["term"] == "Diarrhea"
    assert by_drug["pembrolizumab"]["action"] == "continue" and by_drug["pembrolizumab"]["next_percent"] is None
    assert answer["treatment_day"]["limit_set"] == "default" and answer["treatment_day"]["green"] is False


def test_a_person_reads_what_decided_and_what_is_asked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    values = {"neutrophils": {**lab("1.1", "10^9/L"), "date": "2026-03-23"}, "platelets": lab("210", "10^9/L")}
    events = [DIARRHEA, event("Peripheral sensory neuropathy", 2, 3)]
    status, out, _ = ask(capsys, tmp_path, course_json(events=events, labs=values))
    assert status == 0
    for words in (
        "capecitabine: hold until grade 0-1 (reached on 2026-04-06), then 75 % of the start",
        "(treatment-day-default): hold until Neutrophils at least 1.5 10^9/L",
        "NO  Neutrophils 1.1 10^9/L", "needed: at least 1.5 10^9/L", "proposed: 7 days later, 2026-03-30 (neutropenia)",
        "? Does Peripheral sensory neuropathy last to the next cycle?", "a person decides",
        "ok  Platelets 210 10^9/L, not dated",
    ):  # fmt: skip
        assert words in out, words


def test_a_list_is_answered_by_a_list_with_refusals_in_their_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    wrong = course_json(events=[event("Sore thumb", 2, 1)])
    status, out, err = ask(capsys, tmp_path, [course_json(), wrong, course_json(day=8)], "--json")
    answers = json.loads(out)
    assert status == 1 and len(answers) == 3 and "advice" in answers[0]
    assert answers[1]["refused"][0]["field"] == "events[0].term" and answers[2]["refused"][0]["field"] == "day"
    assert err.splitlines()[0].startswith("case 2: ")


def test_standard_input_and_a_profile(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    heart = event("Electrocardiogram QT corrected interval prolonged", 2, 2)
    given = course_json(events=[heart])
    del given["practice"]

    class Piped:
        buffer = io.BytesIO(json.dumps(given).encode())

    monkeypatch.setattr("sys.stdin", Piped)
    assert main.main(["advise", "-", "--json", "--profile", "eu"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["practice"]["labels"] == "eu"
    assert next(one for one in answer["advice"] if one["drug"] == "oxaliplatin")["action"] == "stop"


def test_a_profile_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = ask(capsys, tmp_path, course_json(), "--json", "--profile", str(tmp_path / "none.toml"))
    assert status == 1 and json.loads(out)["refused"] and "cannot be read" in err
    assert ask(capsys, tmp_path, "no course", "--json")[0] == 1


@pytest.mark.parametrize("regimen", ["gc", "capox"])
def test_a_regimen_without_an_inhibitor(capsys: pytest.CaptureFixture[str], tmp_path: Path, regimen: str) -> None:
    given = course_json(regimen, labs={"bilirubin": lab("70", "umol/L", "20", "40")})
    status, out, _ = ask(capsys, tmp_path, given)
    assert status == 0 and ("capecitabine" in out) == (regimen == "capox")
    assert "3.5 x ULN, 1.75 x baseline" in out
