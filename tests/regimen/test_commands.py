"""The command line: shapes, exit status, refusals on both channels, never a traceback, nothing heavy loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from regimen import library
from tests.regimen.samples import case_json

HEAVY = ("PySide6", "sqlalchemy", "pandas", "numpy", "reportlab", "holidays", "icalendar", "records", "gui")


def good(**changes: Any) -> dict[str, Any]:
    return case_json(regimen="ici-capox", **changes)


class Ran:
    def __init__(self, done: subprocess.CompletedProcess[bytes]) -> None:
        self.status = done.returncode
        self.out, self.err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        assert "Traceback" not in self.err, self.err

    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def capox(project_folder: Path, tmp_path: Path) -> Any:
    def run(*arguments: str, given: object = None, folder: Path | None = None) -> Ran:
        text = given if isinstance(given, bytes) else json.dumps(given).encode()
        command = [sys.executable, str(project_folder / "main.py"), *arguments]
        environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": ""}
        environment.pop("CAPOX_TRACEBACK", None)
        return Ran(
            subprocess.run(
                command, input=text, capture_output=True, cwd=folder or tmp_path, env=environment, timeout=60
            )
        )

    return run


def test_a_case_from_standard_input_is_answered_as_json(capox: Any) -> None:
    ran = capox("dose", "-", "--json", given=good())
    assert (ran.status, ran.err) == (0, "")
    answer = ran.json()
    assert answer["regimen"]["id"] == "ici-capox"
    assert [dose["dose_mg"] for dose in answer["doses"]] == ["200", "210", "1650"]
    assert answer["released"] is True


def test_a_case_from_a_file_is_answered_for_a_person(capox: Any, tmp_path: Path) -> None:
    (tmp_path / "Fall 李.json").write_text(json.dumps(good()), encoding="utf-8-sig")
    ran = capox("dose", "Fall 李.json")
    assert ran.status == 0
    assert "210 mg" in ran.out
    assert "m²" in ran.out


def test_a_list_is_answered_in_order_with_refusals_in_place(capox: Any) -> None:
    cases = [good(), good(basis__weight_kg="58,4"), good(options={"ici": "nivolumab"}), "nonsense"]
    ran = capox("dose", "-", "--json", given=cases)
    assert ran.status == 1
    first, second, third, fourth = ran.json()
    assert first["doses"][0]["drug"] == "pembrolizumab"
    assert [reason["field"] for reason in second["refused"]] == ["basis.weight_kg"]
    assert third["doses"][0]["drug"] == "nivolumab"
    assert fourth["refused"]
    assert "case 2: " in ran.err
    assert capox("dose", "-", "--json", given=[]).json() == []
    text = capox("dose", "-", given=cases[:2])
    assert "Case 1" in text.out
    assert "Case 2\nRefused" in text.out


def test_every_reason_stands_on_a_line_of_its_own(capox: Any) -> None:
    wrong = good(basis__weight_kg="58,4", basis__height_cm="", patient__sex="x")
    ran = capox("dose", "-", "--json", given=wrong)
    assert ran.status == 1
    fields = [reason["field"] for reason in ran.json()["refused"]]
    assert sorted(fields) == ["basis.height_cm", "basis.weight_kg", "patient.sex"]
    assert len(ran.err.splitlines()) == 3
    plain = capox("dose", "-", given=wrong)
    assert (plain.status, plain.out) == (1, "")
    assert plain.err == ran.err


def test_options_drugs_and_sizes_are_refused_together(capox: Any) -> None:
    wrong = good(options={}, basis__height_cm="1.65", labs__platelets={"value": 1, "unit": "x"})
    fields = {reason["field"] for reason in capox("dose", "-", "--json", given=wrong).json()["refused"]}
    assert fields == {"options.ici", "basis.height_cm", "labs.platelets"}


@pytest.mark.parametrize(
    "given",
    [
        b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"a": NaN}', b"null", b"5", b'"x"', b'{"regimen": "\\ud800"}',
        b'{"regimen": 1e999999999}', b'{"a": 1, "a": 2}', b'{"\\ud800": 1}',
    ],
)  # fmt: skip
def test_anything_that_is_no_case_is_refused_in_words(capox: Any, given: bytes) -> None:
    ran = capox("dose", "-", "--json", given=given)
    assert ran.status == 1
    assert ran.json()["refused"]
    assert ran.err.strip()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"regimen": "folfox"}, "regimen"),
        ({"practice": "mars"}, "practice"),
        ({"options": {}}, "options.ici"),
        ({"basis__height_cm": "1.65"}, "basis.height_cm"),
        ({"basis__creatinine": {"value": 88, "unit": "mg/dL"}}, "basis.creatinine"),
        ({"labs__hope": {"value": 1, "unit": "mg"}}, "labs.hope"),
        ({"labs__platelets": {"value": 210, "unit": "sheep"}}, "labs.platelets"),
        ({"patient__birth_date": "2012-01-01"}, "patient.birth_date"),
        ({"basis__dpyd_activity_score": None, "basis__dpyd": {"variants": ["a", "b"]}}, "variants"),
    ],
)
def test_what_cannot_be_true_is_refused_at_its_field(capox: Any, changes: dict[str, Any], field: str) -> None:
    case = good()
    case.update(good(**{key: value for key, value in changes.items() if key != "regimen"}))
    case["regimen"] = changes.get("regimen", "ici-capox")
    ran = capox("dose", "-", "--json", given=case)
    assert ran.status == 1
    assert field in [reason["field"] for reason in ran.json()["refused"]]


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["dose"], ["dose", "-", "--nope"], ["dose", "a", "b"], ["calc"], ["calc", "nope"], ["Dose", "-"]],
)
def test_wrong_arguments_have_status_2(capox: Any, arguments: list[str]) -> None:
    ran = capox(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_cannot_be_read_is_refused(capox: Any, name: str) -> None:
    ran = capox("dose", name, "--json")
    assert ran.status == 1
    assert "cannot be read" in ran.json()["refused"][0]["reason"]


def test_a_profile_of_the_sites_own_takes_the_place_of_the_named_one(
    capox: Any, project_folder: Path, tmp_path: Path
) -> None:
    text = (project_folder / "assets" / "practices" / "us.toml").read_text(encoding="utf-8")
    own = text.replace('id = "us"', 'id = "our-site"').replace("oxaliplatin = 5\n", "oxaliplatin = 10\n")
    (tmp_path / "site.toml").write_text(own, encoding="utf-8")
    ran = capox("dose", "-", "--json", "--profile", "site.toml", given=good(basis__weight_kg="60"))
    answer = ran.json()
    assert ran.status == 0
    assert answer["practice"]["id"] == "our-site"
    assert answer["doses"][1]["dose_mg"] == "220"
    broken = capox("dose", "-", "--json", "--profile", "none.toml", given=good())
    assert (broken.status, "refused" in broken.json()) == (1, True)


def test_a_calculator_answers_and_refuses(capox: Any) -> None:
    ran = capox("calc", "bsa", "height_cm=165", "weight_kg=58.0", "formula=mosteller", "--json")
    assert ran.status == 0
    assert ran.json()["bsa_m2"].startswith("1.630439")
    assert ran.json()["source"]
    assert "bsa_m2" in capox("calc", "bsa", "height_cm=165", "weight_kg=58.0", "formula=mosteller").out
    refused = capox("calc", "bsa", "--json", "height_cm=1,65")
    assert refused.status == 1
    assert {reason["field"] for reason in refused.json()["refused"]} >= {"height_cm", "weight_kg"}


def test_the_worked_examples_run_from_the_command_line(capox: Any) -> None:
    ran = capox("selftest", "ici-capox", "--json")
    assert ran.status == 0
    assert ran.json()["passed"] is True
    assert ran.json()["run"] == len(ran.json()["examples"]) > 0
    assert "0 failed" in capox("selftest", "ici-capox").out
    assert capox("selftest", "nope").status == 1


def test_the_self_test_writes_a_certificate_and_runs_a_sites_own_file(capox: Any, tmp_path: Path) -> None:
    ran = capox("selftest", "capox", "gc", "-o", "certificate.pdf", "--by", "Priya Raman")
    assert ran.status == 0 and "certificate.pdf written" in ran.out
    assert (tmp_path / "certificate.pdf").read_bytes().startswith(b"%PDF")
    shipped = library.read_text(library.ASSETS / "regimens" / "capox.toml")
    (tmp_path / "own.toml").write_text(shipped.replace("doses_per_day = 2", "doses_per_day = 1"), encoding="utf-8")
    failed = capox("selftest", "own.toml", "-o", "failed.pdf")
    assert failed.status == 1 and "expected 3300, found 1650" in failed.out and (tmp_path / "failed.pdf").exists()
    assert capox("selftest", "capox", "-o", "no/certificate.pdf").status == 1
    assert capox("selftest", "--by", "Priya").status == 2


@pytest.mark.parametrize("arguments", [("dose", "-"), ("calc", "bsa", "height_cm=165", "weight_kg=58"), ("selftest",)])
def test_a_command_loads_nothing_heavy(project_folder: Path, arguments: tuple[str, ...]) -> None:
    program = (
        "import sys, main\n"
        f"status = main.main({list(arguments)!r})\n"
        f"heavy = sorted({{name.partition('.')[0] for name in sys.modules}} & {set(HEAVY)!r})\n"
        "sys.exit(f'loaded: {heavy}' if heavy or status else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(good()).encode(), capture_output=True, cwd=project_folder
    )
    assert done.returncode == 0, done.stderr.decode()


def test_an_error_of_the_program_shows_no_traceback_and_no_patient(project_folder: Path) -> None:
    program = (
        "import sys, main, regimen.engine\n"
        "def broken(*_): raise KeyError('Ada Sample')\n"
        "regimen.engine.answer = broken\n"
        "sys.exit(main.main(['dose', '-']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(good()).encode(), capture_output=True, cwd=project_folder
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"Ada" not in done.stderr
    assert b"an error of the program (KeyError" in done.stderr
