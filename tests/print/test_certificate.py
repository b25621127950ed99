"""The self-test certificate: every example with its figures, the hashes, who and when; nothing of the machine."""

import re
import socket
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from regimen.engine import ENGINE_VERSION
from regimen.library import load_profile, load_regimen
from regimen.reader import read_regimen
from regimen.selftest import run
from treatment_calendar.paper.certificate import certificate, certificate_sheets
from treatment_calendar.paper.certificate_request import CertificateRequest, certified_file, used_profiles
from treatment_calendar.paper.jobs import answer
from treatment_calendar.program import PROGRAM_VERSION

AT = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)


def request(*texts: str, run_by: str = "Priya Raman, pharmacist") -> CertificateRequest:
    regimens = [read_regimen(text, "file.toml") for text in texts or (load_regimen("ici-capox").text,)]
    files = tuple(certified_file(regimen, run(regimen)) for regimen in regimens)
    return CertificateRequest(
        files, used_profiles(files), PROGRAM_VERSION, ENGINE_VERSION, run_by, AT, "Day Unit", "a4"
    )  # fmt: skip


def words(given: CertificateRequest) -> str:
    return " ".join(text.text for sheet in certificate_sheets(given) for text in sheet.texts)


def test_each_example_stands_there_with_what_was_expected_and_found() -> None:
    said = words(request())
    for result in run(load_regimen("ici-capox")):
        assert result.title in said
        for one in result.findings:
            assert f"{one.path}: " in said and one.expected in said
    assert "capecitabine.plans.0.daily_mg: expected 3300, found 3300" in said
    assert f"All {len(load_regimen('ici-capox').examples)} worked examples give the expected figures." in said


def test_hashes_versions_person_and_moment_stand_there() -> None:
    said = words(request())
    regimen, profile = load_regimen("ici-capox"), load_profile("us")
    for wanted in (
        f"SHA-256 of the file: {regimen.sha256}", f"(ici-capox, version {regimen.version})", profile.sha256,
        f"Program {PROGRAM_VERSION}, dose engine {ENGINE_VERSION}", "Priya Raman, pharmacist", "2026 March 2", "09:05",
        "Site: Day Unit", "came with the program, unchanged",
    ):  # fmt: skip
        assert wanted in said.replace("\u00a0", " "), wanted


def test_a_failed_example_is_said_first_and_in_capitals() -> None:
    once = load_regimen("ici-capox").text.replace("doses_per_day = 2", "doses_per_day = 1")
    said = words(request(load_regimen("gc").text, once))
    run_in_all = len(load_regimen("gc").examples) + len(load_regimen("ici-capox").examples)
    assert f"3 of {run_in_all} worked examples do NOT give" in said
    assert "DIFFERENT: capecitabine.plans.0.daily_mg: expected 3300, found 1650" in said
    assert "own file of the site" in said and f"FAILED: 3 of {len(load_regimen('ici-capox').examples)}" in said


def test_the_same_run_gives_the_same_bytes_and_another_file_another_check_code() -> None:
    first, other = request(), request(load_regimen("capox").text)
    assert certificate(first) == certificate(first)
    codes = [re.search(r"check (\w{6})", words(given)) for given in (first, other)]
    assert codes[0] and codes[1] and codes[0][1] != codes[1][1]


def test_nothing_of_the_machine_stands_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "zq-machine")
    for name in ("HOME", "USER", "LOGNAME", "USERNAME", "HOSTNAME"):
        monkeypatch.setenv(name, "/zq-somebody")
    pdf = pypdfium2.PdfDocument(certificate(request()))
    told = str(pdf.get_metadata_dict()) + "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "Self-test certificate" in told
    assert "zq-" not in told and str(Path(__file__).parent.parent.parent) not in told


def test_every_page_is_inside_its_margins_and_numbered() -> None:
    for paper in ("a4", "letter"):
        sheets = certificate_sheets(replace(request(), paper=paper))  # type: ignore[arg-type]
        assert len(sheets) >= 2
        for number, sheet in enumerate(sheets, 1):
            assert f"{number} of {len(sheets)}" in [text.text for text in sheet.texts]
            assert all(0 < text.x < sheet.width and 0 < text.y < sheet.height for text in sheet.texts)


def test_markup_and_strange_signs_are_printed_as_they_are() -> None:
    text = load_regimen("capox").text.replace('title = "CAPOX, every 21 days"', 'title = "<b>&热</b> CAPOX"')
    given = request(text, run_by="<font size=99>Żółć</font>, pharmacist")
    assert "<b>&热</b> CAPOX" in words(given) and "<font size=99>Żółć</font>" in words(given)
    assert len(pypdfium2.PdfDocument(certificate(given))) >= 1


def test_the_worker_makes_it() -> None:
    kind, pdf = answer(("certificate", request()))
    assert kind == "made" and pdf == certificate(request())


def test_the_version_printed_is_the_programs(project_folder: Path) -> None:
    assert f'version = "{PROGRAM_VERSION}"' in (project_folder / "pyproject.toml").read_text(encoding="utf-8")
