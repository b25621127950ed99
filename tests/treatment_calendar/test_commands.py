"""plan and calendar on the command line, as other programs call them."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from icalendar import Calendar

from treatment_calendar.commands import COMMANDS

CASE: dict[str, Any] = {
    "regimen": "ici-capox",
    "options": {"ici": "pembrolizumab"},
    "practice": "us",
    "patient": {"sex": "female", "birth_date": "1958-03-01", "name": "Zoë <b>Ñandú</b>", "identifiers": ["MRN 0042"]},
    "basis": {
        "height_cm": 165,
        "weight_kg": "58.0",
        "weight_date": "2026-03-02",
        "creatinine": {"value": 60, "unit": "umol/L", "date": "2026-02-28"},
        "dpyd_activity_score": "2.0",
    },
    "labs": {
        "neutrophils": {"value": "3.1", "unit": "10^9/L", "date": "2026-03-01"},
        "platelets": {"value": "210", "unit": "10^9/L", "date": "2026-03-01"},
    },
    "cycle": 1,
    "day1": "2026-03-02",
}
UK = {"country": "GB", "region": None, "closing_days": []}
PLAN_KEYS = {"cycle", "day1", "last_day", "days", "first_dose", "last_dose", "oral_doses", "supply"}
DAY_KEYS = {"date", "cycle_day", "visit", "blood_test", "cold_precautions", "give", "held", "take", "rest"}

Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on a case given as a value; status, answer (JSON read) and standard error."""

    def run_it(name: str, given: object, *arguments: str, read: bool = True) -> tuple[int, Any, str]:
        path = tmp_path / "case.json"
        path.write_text(given if isinstance(given, str) else json.dumps(given), encoding="utf-8")
        status = COMMANDS[name]([str(path), *arguments, *(["--json"] if read else [])])
        out = capsys.readouterr()
        return status, json.loads(out.out) if read else out.out, out.err

    return run_it


def test_plan_has_the_keys_and_values_of_the_contract(run: Run) -> None:
    status, answer, said = run("plan", CASE | {"site": UK}, "--cycles", "8")
    assert (status, said) == (0, "")
    assert {"cycles", "notes", "alerts"} <= answer.keys()
    first = answer["cycles"][0]
    assert first.keys() >= PLAN_KEYS and first["days"][0].keys() >= DAY_KEYS
    day1 = first["days"][0]
    assert (day1["date"], day1["cycle_day"], day1["visit"], day1["cold_precautions"]) == ("2026-03-02", 1, True, True)
    assert [(give["drug"], give["dose_mg"]) for give in day1["give"]] == [
        ("pembrolizumab", "200"),
        ("oxaliplatin", "210"),
    ]
    assert day1["take"] == {"am": {"150": 1, "500": 3}, "pm": {"150": 1, "500": 3}}
    assert (day1["held"], day1["rest"], first["days"][14]["rest"]) == ([], False, True)
    assert (first["first_dose"], first["last_dose"]) == ("2026-03-02 am", "2026-03-15 pm")
    assert (first["oral_doses"], first["supply"]) == (28, {"150": 28, "500": 84})
    assert [cycle["day1"] for cycle in answer["cycles"]][1::6] == ["2026-03-23", "2026-07-27"]
    assert answer["cycles"][7]["last_day"] == "2026-08-16"
    assert {(note["date"], note["text"]) for note in answer["notes"] if note["kind"] == "holiday"} == {
        ("2026-05-04", "public holiday: May Day"), ("2026-05-25", "public holiday: Spring Bank Holiday"),
    }  # fmt: skip
    assert answer["alerts"] == [] and answer["released"] is True


def test_later_cycles_have_their_planned_doses_and_are_marked_as_not_decided(run: Run) -> None:
    _, answer, _ = run("plan", CASE, "--cycles", "3")
    assert [cycle["decided"] for cycle in answer["cycles"]] == [True, False, False]
    third = answer["cycles"][2]
    assert third["supply"] == {"150": 28, "500": 84}
    assert [give["dose_mg"] for give in third["days"][0]["give"]] == ["200", "210"]


def test_without_a_site_the_profiles_country_decides_and_the_answer_says_so(run: Run) -> None:
    _, answer, _ = run("plan", CASE, "--cycles", "5")
    assert {"date": "2026-05-25", "text": "public holiday: Memorial Day"}.items() <= answer["notes"][-1].items()
    assert "site.country" in answer["defaults_used"]
    _, with_site, _ = run("plan", CASE | {"site": UK}, "--cycles", "1")
    assert "site.country" not in with_site["defaults_used"]


def test_a_delay_of_the_cases_own_cycle_counts_for_how_old_a_blood_test_is(run: Run) -> None:
    delays = [{"cycle": 1, "days": 7, "reason": "fever", "shift": "all"}]
    _, answer, _ = run("plan", CASE | {"delays": delays}, "--cycles", "1")
    assert answer["cycles"][0]["day1"] == "2026-03-09"
    assert "lab-stale" in {alert["code"] for alert in answer["order_alerts"]}
    assert answer["released"] is False


def test_a_short_interval_is_a_stop_with_words(run: Run) -> None:
    delays = [{"cycle": 2, "days": 7, "reason": "neutropenia", "shift": "this"}]
    status, answer, _ = run("plan", CASE | {"delays": delays}, "--cycles", "4")
    assert status == 0
    short = next(alert for alert in answer["alerts"] if alert["code"] == "interval-short")
    assert short["severity"] == "stop" and "14 days" in short["text"]
    assert answer["released"] is False


def test_a_hold_stands_on_every_date_it_concerns(run: Run) -> None:
    holds = [{"drug": "pembrolizumab", "from": "2026-03-23", "to": None, "reason": "hepatitis"}]
    _, answer, _ = run("plan", CASE | {"holds": holds}, "--cycles", "3")
    day1s = [cycle["days"][0] for cycle in answer["cycles"]]
    assert [day["held"] for day in day1s] == [[], ["pembrolizumab"], ["pembrolizumab"]]
    assert [[give["drug"] for give in day["give"]] for day in day1s[1:]] == [["oxaliplatin"]] * 2


def test_a_dose_that_nobody_has_chosen_yet_is_null_and_no_tablets_are_invented(run: Run) -> None:
    stock = CASE | {"policy": {"capecitabine_rounding": "nearest_plan", "tablets_mg": [500]}}
    _, answer, _ = run("plan", stock, "--cycles", "1")
    (cycle,) = answer["cycles"]
    assert cycle["supply"] == {} and cycle["oral_doses"] == 28
    assert cycle["days"][0]["take"] == {"am": {}, "pm": {}} and cycle["days"][0]["swallow"] == ["am", "pm"]


def test_an_evening_start_has_28_doses_too(run: Run) -> None:
    _, answer, _ = run("plan", CASE | {"policy": {"first_dose": "evening"}}, "--cycles", "1")
    (cycle,) = answer["cycles"]
    assert (cycle["first_dose"], cycle["last_dose"]) == ("2026-03-02 pm", "2026-03-16 am")
    assert (cycle["oral_doses"], cycle["supply"]) == (28, {"150": 28, "500": 84})
    assert cycle["days"][0]["take"] == {"am": {}, "pm": {"150": 1, "500": 3}}


def test_a_list_is_answered_by_a_list_and_a_refused_case_has_its_reasons_in_its_place(run: Run) -> None:
    wrong = CASE | {"delays": [{"cycle": 2, "days": -1, "reason": "x"}]}
    status, answer, said = run("plan", [CASE, wrong, {}], "--cycles", "1")
    assert status == 1
    assert [set(one) == {"refused"} for one in answer] == [False, True, True]
    assert answer[1]["refused"][0]["field"] == "delays[0].days"
    assert said.startswith("case 2: ") and "Traceback" not in said


@pytest.mark.parametrize(
    ("given", "field"),
    [
        pytest.param("{", "", id="not JSON"),
        pytest.param(CASE | {"colour": "blue"}, "colour", id="unknown key"),
        pytest.param(CASE | {"regimen": "no-such"}, "regimen", id="unknown regimen"),
        pytest.param(CASE | {"site": {"country": "US", "region": "ZZ"}}, "site.region", id="unknown region"),
        pytest.param(
            CASE | {"holds": [{"drug": "warfarin", "from": "2026-03-02", "reason": "x"}]}, "holds[0].drug", id="drug"
        ),
    ],
)
def test_what_is_wrong_is_refused_by_field(run: Run, given: object, field: str) -> None:
    status, answer, said = run("plan", given, "--cycles", "2")
    assert status == 1
    assert field in {reason["field"] for reason in answer["refused"]}
    assert len(said.splitlines()) == len(answer["refused"])


@pytest.mark.parametrize("cycles", ["0", "201"])
def test_too_few_or_too_many_cycles_are_refused(run: Run, cycles: str) -> None:
    status, answer, _ = run("plan", CASE, "--cycles", cycles)
    assert status == 1 and answer["refused"][0]["field"] == "cycles"


@pytest.mark.parametrize("arguments", [["--cycles", "two"], ["--cycles", "-1"], ["--months", "3"], []])
def test_wrong_arguments_end_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        COMMANDS["plan"](arguments)
    assert ended.value.code == 2


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert COMMANDS["plan"](["no-such-file.json", "--cycles", "1"]) == 1
    assert "no-such-file.json cannot be read" in capsys.readouterr().err


def test_a_case_comes_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(CASE).encode())))
    assert COMMANDS["plan"](["-", "--cycles", "1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["cycles"][0]["cycle"] == 1


def test_a_person_reads_the_same_dates(run: Run) -> None:
    delays = [{"cycle": 2, "days": 7, "reason": "neutropenia", "shift": "all"}]
    status, text, _ = run("plan", CASE | {"delays": delays}, "--cycles", "2", read=False)
    assert status == 0
    for line in (
        "Cycle 1  Mon 2026-03-02 to Sun 2026-03-29  (28 days)",
        "visit, pembrolizumab 200 mg, oxaliplatin 210 mg",
        "Mon 2026-03-02 morning to Sun 2026-03-15 evening, 28 doses",
        "supply     84 x 500 mg + 28 x 150 mg",
        "Cycle 2  Mon 2026-03-30 to Sun 2026-04-19  (21 days)  planned, do not start until told",
        "Mon 2026-03-30  28 days since day 1 of the cycle before (planned: 21)",
    ):
        assert line in text


def test_the_calendar_is_printed_and_its_appointments_written(run: Run, tmp_path: Path) -> None:
    pdf, ics = tmp_path / "a.pdf", tmp_path / "a.ics"
    status, answer, said = run("calendar", CASE, "--cycles", "3", "-o", str(pdf), "--ics", str(ics))
    assert (status, said, answer["signed"]) == (0, "", False)
    assert answer["files"] == {"pdf": str(pdf), "ics": str(ics)}
    pages = pypdf.PdfReader(pdf).pages
    assert all("NOT SIGNED" in page.extract_text() for page in pages)
    assert "<b>Ñandú</b>" in pages[0].extract_text()
    appointments = Calendar.from_ical(ics.read_bytes())
    assert sorted(event.decoded("dtstart").isoformat() for event in appointments.events) == [
        "2026-02-27", "2026-03-02", "2026-03-20",
    ]  # fmt: skip
    assert b"0042" not in ics.read_bytes()


def test_the_same_case_keeps_its_appointments_ids_from_revision_to_revision(run: Run, tmp_path: Path) -> None:
    found = []
    for revision in (1, 2):
        ics = tmp_path / f"{revision}.ics"
        run(
            "calendar", CASE | {"revision": revision}, "--cycles", "1", "-o", str(tmp_path / "a.pdf"), "--ics", str(ics)
        )
        events = Calendar.from_ical(ics.read_bytes()).events
        found.append({str(event["uid"]) for event in events})
        assert {event["sequence"] for event in events} == {revision}
    assert found[0] == found[1]


def test_each_case_of_a_list_has_a_calendar_of_its_own(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "ward.pdf"
    status, answer, _ = run("calendar", [CASE, CASE | {"cycle": 0}, CASE], "--cycles", "1", "-o", str(out))
    assert status == 1
    assert [one.get("files", {}).get("pdf") for one in answer] == [
        str(tmp_path / "ward-1.pdf"), None, str(tmp_path / "ward-3.pdf"),
    ]  # fmt: skip
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["ward-1.pdf", "ward-3.pdf"]


def test_large_print_in_chinese_on_letter_paper(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    arguments = ("--lang", "zh", "--paper", "letter", "--large-print", "--from-cycle", "1")
    assert run("calendar", CASE, "--cycles", "2", "-o", str(out), *arguments)[0] == 0
    page = pypdf.PdfReader(out).pages[0]
    assert {round(float(page.mediabox.width)), round(float(page.mediabox.height))} == {612, 792}


@pytest.mark.parametrize(
    ("arguments", "field"),
    [(["--from-cycle", "9"], "from_cycle"), (["--lang", "xx"], None), (["--from-cycle", "0"], "from_cycle")],
)
def test_a_page_that_cannot_be_printed_is_refused_and_nothing_is_written(
    run: Run, tmp_path: Path, arguments: list[str], field: str | None
) -> None:
    out = tmp_path / "a.pdf"
    status, answer, _ = run("calendar", CASE, "--cycles", "2", "-o", str(out), *arguments)
    assert status == 1 and not out.exists()
    assert field is None or answer["refused"][0]["field"] == field


def test_a_folder_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    status, answer, _ = run("calendar", CASE, "--cycles", "1", "-o", str(tmp_path / "none" / "a.pdf"))
    assert status == 1 and "cannot be written" in answer["refused"][0]["reason"]


@pytest.mark.parametrize(
    ("site", "absent"),
    [
        ('{"country": "GB"}', {"reportlab", "icalendar", "pypdfium2", "PySide6", "sqlalchemy", "pandas"}),
        (None, {"reportlab", "icalendar", "pypdfium2", "PySide6", "sqlalchemy", "pandas"}),
    ],
)
def test_plan_loads_no_page_and_no_window(
    project_folder: Path, tmp_path: Path, site: str | None, absent: set[str]
) -> None:
    case = CASE if site is None else CASE | {"site": json.loads(site)}
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    program = (
        "import sys; sys.path[1:1] = ['calendar']; from treatment_calendar.commands import COMMANDS;"
        "assert 'holidays' not in sys.modules;"
        f"COMMANDS['plan']([{str(path)!r}, '--cycles', '2', '--json']); print(*sys.modules, file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", program], cwd=project_folder, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert not {name.split(".")[0] for name in result.stderr.split()} & absent


def test_a_delay_or_hold_outside_the_cycles_laid_out_is_told_and_moves_nothing(run: Run) -> None:
    outside = {
        "cycle": 3,
        "delays": [{"cycle": 2, "days": 7, "reason": "neutropenia"}, {"cycle": 6, "days": 7, "reason": "a holiday"}],
        "holds": [
            {"drug": "capecitabine", "from": "2026-02-09", "to": "2026-03-01", "reason": "diarrhoea"},
            {"drug": "oxaliplatin", "from": "2026-04-13", "to": None, "reason": "numbness"},
        ],
        "stopped": {"pembrolizumab": "2026-04-13"},
    }
    _, plain, _ = run("plan", CASE | {"cycle": 3}, "--cycles", "2")
    status, answer, _ = run("plan", CASE | outside, "--cycles", "2")
    assert status == 0 and answer["cycles"] == plain["cycles"] and answer["alerts"] == plain["alerts"]
    laid_out = "2 Mar 2026 to 12 Apr 2026 is laid out"
    cycles = "moves nothing here: cycles 3 to 4 are laid out"
    assert [(note["date"], note["text"]) for note in answer["notes"] if note not in plain["notes"]] == [
        ("2026-02-09", f"the hold of capecitabine from 9 Feb 2026 (diarrhoea) takes nothing away here: {laid_out}"),
        ("2026-03-02", f"the delay of cycle 2 by 7 days (neutropenia) {cycles}"),
        ("2026-03-02", f"the delay of cycle 6 by 7 days (a holiday) {cycles}"),
        ("2026-04-13", f"the hold of oxaliplatin from 13 Apr 2026 (numbness) takes nothing away here: {laid_out}"),
        ("2026-04-13", "the stop of pembrolizumab from 13 Apr 2026 lies after the last day laid out, 12 Apr 2026"),
    ]
    inside = {"holds": [{"drug": "capecitabine", "from": "2026-02-09", "to": "2026-03-02", "reason": "x"}]}
    _, answer, _ = run("plan", CASE | {"cycle": 3} | inside, "--cycles", "2")
    assert not any("takes nothing away" in note["text"] for note in answer["notes"])
    next_one = {"delays": [{"cycle": 5, "days": 7, "reason": "neutropenia"}]}
    _, answer, _ = run("plan", CASE | {"cycle": 3} | next_one, "--cycles", "2")
    assert answer["cycles"][-1]["next_day1"] == "2026-04-20"
    assert [(note["date"], note["text"]) for note in answer["notes"]] == [
        ("2026-04-20", "cycle 5 put off by 7 days: neutropenia")
    ]
