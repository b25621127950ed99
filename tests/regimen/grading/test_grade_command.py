"""`capox grade` as a person or a program calls it: one case, a list, a refusal, standard input."""

import io
import json
from pathlib import Path

import pytest

from regimen.commands import grade

GOOD = {"results": [{"id": "n", "analyte": "neutrophils", "value": 0.8, "unit": "10^9/L", "lln": 2.0}]}
BAD = {"results": [{"analyte": "neutrophils", "value": "0,8", "unit": "10^9/L"}]}


def written(folder: Path, case: object) -> str:
    file = folder / "labs.json"
    file.write_text(json.dumps(case), encoding="utf-8")
    return str(file)


def test_numbers_and_text_are_read_as_the_exact_decimal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert grade([written(tmp_path, GOOD), "--json"]) == 0
    (answer,) = json.loads(capsys.readouterr().out)["grades"]
    assert (answer["id"], answer["grade"], answer["code"]) == ("n", 3, "10029366")


@pytest.mark.parametrize(("version", "number", "said"), [("5.0", "7", "7"), ("5", "7.0", "7"), ("6.0", "0", "0")])
def test_the_version_and_the_id_may_be_json_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], version: str, number: str, said: str
) -> None:
    text = json.dumps(GOOD).replace('"n"', number).replace("{", f'{{"ctcae": {version}, ', 1)
    file = tmp_path / "labs.json"
    file.write_text(text, encoding="utf-8")
    assert grade([str(file), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["ctcae"][0] == version[0] and answer["grades"][0]["id"] == said


def test_thousands_of_results_are_graded_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = {
        "results": [{"analyte": "neutrophils", "value": str(one), "unit": "/mm3", "lln": 1800} for one in range(3000)]
    }
    assert grade([written(tmp_path, many), "--json"]) == 0
    graded = [one["grade"] for one in json.loads(capsys.readouterr().out)["grades"]]
    assert [graded.count(one) for one in range(5)] == [1200, 300, 500, 500, 500]
    assert graded == sorted(graded, reverse=True)


def test_a_list_is_answered_in_order_with_a_refusal_in_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert grade([written(tmp_path, [GOOD, BAD, GOOD]), "--json"]) == 1
    printed = capsys.readouterr()
    first, second, third = json.loads(printed.out)
    assert first == third and second["refused"][0]["field"] == "results[0].value"
    assert printed.err.startswith("case 2: ") and "decimal sign" in printed.err


def test_for_a_person_the_answer_has_its_reason(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(GOOD).encode()))
    monkeypatch.setattr("sys.stdin", stream)
    assert grade(["-"]) == 0
    assert capsys.readouterr().out == (
        "CTCAE v5.0\n"
        "n  Neutrophil count decreased: grade 3\n"
        "    0.8 10^9/L is below 1 10^9/L and not below 0.5 10^9/L: grade 3.\n"
    )


def test_wrong_arguments_are_told_apart_from_a_refusal() -> None:
    with pytest.raises(SystemExit) as stopped:
        grade(["--colour"])
    assert stopped.value.code == 2
