"""An export from start to end: whole or not at all, said in the trail, stopped without a trace, for whom it is."""

import csv
import hashlib
import io
import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args
from uuid import UUID, uuid4

import pytest
from openpyxl import load_workbook

from outcomes.exchange.exporting import ENDINGS, SUMS, Done, Stopped, Wanted, export, file_name, key_path
from records.actions import Actions
from records.errors import NotAllowed, RecordError
from records.values.core import HistoryLine, Person, Workspace
from records.values.exchange import ExportKind
from tests.outcomes.exchange_clinic import NAMES

MADE = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
KINDS: tuple[ExportKind, ...] = get_args(ExportKind)


def nobody_waits(_done: int, _whole: int) -> None:
    pass


def goes_on() -> bool:
    return False


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


class Clinic:
    """The store with its patient, and the pharmacist who exports."""

    def __init__(self, actions: Actions, folder: Path) -> None:
        self.actions, self.folder = actions, folder
        self.person = next(one for one in actions.people().result(60) if one.role == "pharmacist")
        self.patients = actions.all_patients().result(60)

    def wanted(self, kind: ExportKind = "xlsx", **more: object) -> Wanted:
        return Wanted(kind, self.folder / f"out{ENDINGS[kind]}", self.patients, **more)  # type: ignore[arg-type]

    def export(self, wanted: Wanted, by: Person | None = None, stopped: Callable[[], bool] = goes_on) -> Done:
        return export(self.actions, by or self.person, uuid4(), wanted, MADE, nobody_waits, stopped)

    def trail(self) -> list[HistoryLine]:
        """The exports in the history of the patient, newest first."""
        lines = self.actions.history(self.patients[0]).result(60)
        return [line for line in lines if line.action.startswith("export")]


@pytest.fixture
def clinic(exchange_store: Actions, tmp_path: Path) -> Clinic:
    return Clinic(exchange_store, tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_is_in_its_place_and_in_the_trail_with_its_hash(clinic: Clinic, kind: ExportKind) -> None:
    before = len(clinic.trail())
    done = clinic.export(clinic.wanted(kind))
    (path,) = done.files
    data = (path / SUMS if path.is_dir() else path).read_bytes()
    assert done.sha256 == hashlib.sha256(data).hexdigest() and done.rows > 20 and done.patients == 1
    line = clinic.trail()[0]
    assert len(clinic.trail()) == before + 1
    assert (line.action, line.by, line.old, line.new) == ("export", clinic.person.name, "", "")
    assert line.why.endswith(f"with names, 1 patient, {done.rows} rows, SHA-256 {done.sha256}")
    assert names_in(clinic.folder) == [path.name]  # nothing of the making is left behind
    assert clinic.actions.check_audit().result(60).findings == ()


@pytest.mark.parametrize("kind", ["csv", "sdtm"])
def test_a_folder_holds_a_file_a_table_with_the_hash_of_each(clinic: Clinic, kind: ExportKind) -> None:
    (folder,) = clinic.export(clinic.wanted(kind)).files
    sums = dict(reversed(line.split("  ")) for line in (folder / SUMS).read_text().splitlines())
    files = {path.name for path in folder.iterdir()} - {SUMS}
    assert set(sums) == files and "read-me.txt" in files
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    for path in folder.glob("*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1


def test_a_workbook_opens_and_says_how_it_was_made(clinic: Clinic) -> None:
    (path,) = clinic.export(clinic.wanted("xlsx")).files
    book = load_workbook(path)
    said = {row[0].value: row[1].value for row in book["read me"].iter_rows()}
    assert said["Made"] == "2026-03-02 09:30 UTC" and said["Program"] == "CAPOX Planner 0.1.0"
    assert f"{said['Audit trail']}".startswith("Read up to entry ")
    assert book["patients"]["B2"].value == "Łukasz Zebrafink Żółkiewski"


def test_a_bundle_is_json_and_needs_names(clinic: Clinic) -> None:
    (path,) = clinic.export(clinic.wanted("fhir")).files
    assert json.loads(path.read_bytes())["resourceType"] == "Bundle"
    with pytest.raises(RecordError, match="names its patient"):
        clinic.export(clinic.wanted("fhir", dates="moved"))


@pytest.mark.parametrize("kind", ["csv", "sdtm", "xlsx"])
@pytest.mark.parametrize("dates", ["moved", "study_day"])
def test_without_names_nothing_in_any_file_or_name_tells_who_it_is(
    clinic: Clinic, kind: ExportKind, dates: str
) -> None:
    (path,) = clinic.export(clinic.wanted(kind, dates=dates)).files
    if path.is_dir():
        said = "".join(one.name + one.read_text(encoding="utf-8") for one in path.iterdir())
    else:
        book = load_workbook(path)
        said = path.name + "".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    said = said.casefold()
    # As words: the signs of an export are chance letters and digits, which may hold "7719" one day.
    assert [name for name in NAMES if re.search(rf"\b{re.escape(name.casefold())}\b", said)] == []
    assert str(clinic.patients[0]) not in said and clinic.patients[0].hex not in said
    assert clinic.trail()[0].action == "export de-identified"


def test_two_exports_of_the_same_patient_share_no_sign(clinic: Clinic) -> None:
    first = clinic.export(Wanted("csv", clinic.folder / "a", clinic.patients, "moved")).files[0]
    second = clinic.export(Wanted("csv", clinic.folder / "b", clinic.patients, "moved")).files[0]
    one, other = ((folder / "patients.csv").read_text("utf-8-sig").splitlines()[1] for folder in (first, second))
    assert one.split(",")[0] != other.split(",")[0]


def test_a_key_file_stands_beside_and_makes_it_an_export_that_leads_back(clinic: Clinic) -> None:
    done = clinic.export(clinic.wanted("xlsx", dates="moved", key_file=True))
    path, key = done.files
    assert key == key_path(path) and "0042-118" in key.read_text(encoding="utf-8")
    assert clinic.trail()[0].action == "export" and "key file written" in clinic.trail()[0].why
    if os.name == "posix":
        assert key.stat().st_mode & 0o077 == 0 and path.stat().st_mode & 0o077 == 0


def test_the_key_of_an_earlier_export_is_never_written_over(clinic: Clinic) -> None:
    key = clinic.export(clinic.wanted("xlsx", dates="moved", key_file=True)).files[1]
    before = key.read_bytes()
    with pytest.raises(RecordError, match="the key of another export"):
        clinic.export(clinic.wanted("xlsx", dates="moved", key_file=True))
    assert key.read_bytes() == before


def test_a_nurse_exports_without_names_and_not_with_them(clinic: Clinic) -> None:
    nurse = clinic.actions.add_person("Nina Boyle", "nurse").result(60)
    with pytest.raises(NotAllowed, match="not for the role nurse"):
        clinic.export(clinic.wanted("xlsx"), nurse)
    with pytest.raises(NotAllowed, match="not for the role nurse"):
        clinic.export(clinic.wanted("xlsx", dates="moved", key_file=True), nurse)
    assert names_in(clinic.folder) == []  # refused before anything stood there
    assert clinic.export(clinic.wanted("xlsx", dates="moved"), nurse).patients == 1


@pytest.mark.parametrize("after", [0, 1])
def test_stopped_it_leaves_neither_a_file_nor_an_entry(clinic: Clinic, after: int) -> None:
    before, asked = len(clinic.trail()), iter([False] * after + [True] * 9)
    with pytest.raises(Stopped, match="Nothing was exported"):
        clinic.export(clinic.wanted("csv"), stopped=lambda: next(asked))
    assert names_in(clinic.folder) == [] and len(clinic.trail()) == before


def test_a_folder_that_is_there_or_a_place_that_is_not_is_refused_first(clinic: Clinic) -> None:
    before = len(clinic.trail())
    (clinic.folder / "out").mkdir()
    for wanted in (
        clinic.wanted("csv"), Wanted("xlsx", clinic.folder / "out", clinic.patients),
        Wanted("xlsx", clinic.folder / "no" / "out.xlsx", clinic.patients), Wanted("xlsx", clinic.folder / "x", ()),
    ):  # fmt: skip
        with pytest.raises(RecordError):
            clinic.export(wanted)
    assert len(clinic.trail()) == before


def test_what_cannot_be_put_in_its_place_is_said_and_the_old_file_stays(
    clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = clinic.wanted("xlsx").target
    target.write_bytes(b"old")

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(RecordError, match=r"could not be put in its place \(No space left on device\)"):
        clinic.export(clinic.wanted("xlsx"))
    assert target.read_bytes() == b"old" and names_in(clinic.folder) == [target.name]


def test_progress_goes_from_nobody_to_everybody(clinic: Clinic) -> None:
    told: list[tuple[int, int]] = []
    export(clinic.actions, clinic.person, uuid4(), clinic.wanted("fhir"), MADE, lambda *one: told.append(one), goes_on)
    assert told == [(0, 1), (1, 1)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_proposed_name_is_made_of_kind_day_and_an_id(kind: ExportKind) -> None:
    patient = UUID("579a21c1-d72e-4838-9706-1f720a53cca1")
    assert file_name(kind, MADE, patient, deidentified=False) == f"capox-{kind}-579a21c1-20260302{ENDINGS[kind]}"
    assert "579a21c1" not in file_name(kind, MADE, patient, deidentified=True)
    assert file_name(kind, MADE, None, deidentified=True) == f"capox-{kind}-all-20260302{ENDINGS[kind]}"


def test_the_store_refuses_an_export_of_nobody_or_of_one_twice(clinic: Clinic) -> None:
    from records.values.exchange import ExportNote

    note = ExportNote("csv", False, 1, "0" * 64)
    for patients in ((), clinic.patients * 2):
        with pytest.raises(RecordError):
            clinic.actions.export_with_names(clinic.person, uuid4(), patients, note).result(60)


def test_the_same_key_twice_is_one_entry(clinic: Clinic) -> None:
    from records.values.exchange import ExportNote

    note, key, before = ExportNote("csv", True, 1, "1" * 64), uuid4(), len(clinic.trail())
    for _try in range(2):
        clinic.actions.export_deidentified(clinic.person, key, clinic.patients, note).result(60)
    assert len(clinic.trail()) == before + 1


def test_without_names_patients_do_not_stand_in_the_order_in_which_they_were_entered(
    exchange_store: Actions, tmp_path: Path
) -> None:
    from outcomes.exchange.deidentified import mask_of
    from outcomes.exchange.exporting import tables_for

    first = exchange_store.traced(exchange_store.all_patients().result(60)[0]).result(60)
    several = [
        replace(first, space=Workspace(replace(first.space.patient, id=uuid4()), (), (), (), (), (), (), ()))
        for _number in range(8)
    ]
    mask = mask_of(bytes(32), "moved", [one.space for one in several])
    signs = tables_for("csv", several, mask)[0].column("patient")
    assert list(signs) == sorted(str(sign) for sign in signs) and len(set(signs)) == 8
