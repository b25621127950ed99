"""One export from start to end: read patients, make files beside their place, say so in the trail, put them there.

Meant for a thread of its own. Nothing stands at the target before the trail says that it left; what is stopped or fails
before that leaves neither a file nor an entry.
"""

import hashlib
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from outcomes.exchange.cells import Table
from outcomes.exchange.csv_writer import csv_bytes
from outcomes.exchange.deidentified import Dates, Mask, key_table, mask_of, masked
from outcomes.exchange.fhir import bundle_text, resources_of
from outcomes.exchange.read_me import Made, as_text, read_me
from outcomes.exchange.sdtm_tables import sdtm_of
from outcomes.exchange.tables import all_together, tables_of
from outcomes.exchange.workbook import workbook_bytes
from outcomes.exchange.xpt import HOW_TO_GET, available, xpt_files
from records.errors import NotSaved, RecordError
from records.keeping.program_version import PROGRAM, written
from records.values.exchange import ExportKind, ExportNote, Traced

if TYPE_CHECKING:
    from records.actions import Actions
    from records.values.core import Person

#: What each kind is saved as; "" is a folder.
ENDINGS: dict[ExportKind, str] = {"csv": "", "xlsx": ".xlsx", "sdtm": "", "xpt": "", "fhir": ".json"}
SUMS = "sha256.txt"
READ_ME = "read-me.txt"
Progress = Callable[[int, int], None]


class Stopped(RecordError):
    """A person stopped it; nothing was written."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export.

    target    file, or folder that is not there yet
    patients  at least one
    dates     how days are told without names; None: with names
    key_file  without names: a file beside the target that leads back
    """

    kind: ExportKind
    target: Path
    patients: tuple[UUID, ...]
    dates: Dates | None = None
    key_file: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What was written. files: those in place, the key file last; sha256: as in the trail."""

    files: tuple[Path, ...]
    rows: int
    patients: int
    sha256: str


def file_name(kind: ExportKind, on: datetime, patient_id: UUID | None, *, deidentified: bool) -> str:
    """A name to begin with: kind, day, and for one patient with names the start of their id; never a name."""
    who = "all" if patient_id is None else "one" if deidentified else patient_id.hex[:8]
    return f"capox-{kind}-{who}-{on:%Y%m%d}{ENDINGS[kind]}"


def key_path(target: Path) -> Path:
    """Where the key file stands: beside the export and not in it."""
    return target.with_name(f"{target.stem}-key.csv")


def export(
    actions: "Actions", by: "Person", key: UUID, wanted: Wanted, made_at: datetime, progress: Progress,
    stopped: Callable[[], bool],
) -> Done:  # fmt: skip
    """Do it. key: of the deed. raises RecordError with one sentence, Stopped among them"""
    check(wanted)
    traced = read(actions, wanted.patients, progress, stopped)
    made = Made(
        wanted.kind, made_at, f"CAPOX Planner {written(PROGRAM)}", traced[0].anchor, len(traced), wanted.dates,
        traced[0].settings.demo,
    )  # fmt: skip
    staging = stage(wanted.target.parent)
    try:
        rows, key_file = make(staging, wanted, traced, made)
        whole = staging / wanted.target.name
        note = ExportNote(wanted.kind, wanted.dates is not None, rows, digest_of(whole), key_file is not None)
        progress(len(traced), len(traced))
        if stopped():
            raise Stopped("Stopped. Nothing was exported.")
        deed = (
            actions.export_deidentified if wanted.dates is not None and key_file is None else actions.export_with_names
        )
        deed(by, key, wanted.patients, note).result()
        return Done(put(whole, key_file, wanted.target), rows, len(traced), note.sha256)
    except OSError as error:
        raise NotSaved(f"{wanted.target.name} cannot be written ({error.strerror}).") from None
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def check(wanted: Wanted) -> None:
    """Raises RecordError for what cannot be exported, or not there."""
    if not wanted.patients:
        raise RecordError("There is nobody to export.")
    if wanted.kind == "fhir" and wanted.dates is not None:
        raise RecordError("A FHIR bundle names its patient; choose tables for an export without names.")
    if wanted.kind == "xpt" and not available():
        raise RecordError(HOW_TO_GET)
    target = wanted.target
    if not target.parent.is_dir():
        raise RecordError("The folder to export into is not there.")
    if ENDINGS[wanted.kind] == "" and target.exists():
        raise RecordError(f"{target.name} is there already; choose a new name for the folder.")
    if wanted.key_file and wanted.dates is not None and key_path(target).exists():
        raise RecordError(f"{key_path(target).name} is there already: the key of another export; choose a new name.")
    if target.is_dir():
        raise RecordError(f"{target.name} is a folder; choose another name.")


def read(
    actions: "Actions", patients: Sequence[UUID], progress: Progress, stopped: Callable[[], bool]
) -> tuple[Traced, ...]:
    """Everybody, one after the other; others can work in between."""
    found = []
    for number, patient_id in enumerate(patients):
        progress(number, len(patients))
        if stopped():
            raise Stopped("Stopped. Nothing was exported.")
        found.append(actions.traced(patient_id).result())
    return tuple(found)


def stage(folder: Path) -> Path:
    """A private folder on the same disk, so that putting a file in its place is one step."""
    try:
        return Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    except OSError as error:
        raise NotSaved(f"Nothing can be written into {folder.name} ({error.strerror}).") from None


def make(staging: Path, wanted: Wanted, traced: Sequence[Traced], made: Made) -> tuple[int, Path | None]:
    """The files in the staging folder; answers how many rows they hold, and the key file if there is one."""
    whole = staging / wanted.target.name
    if wanted.kind == "fhir":
        found = [one for patient in traced for one in resources_of(patient)]
        save(whole, bundle_text(found, made.at, made.anchor).encode("utf-8"))
        return len(found), None
    mask = None
    if wanted.dates is not None:
        mask = mask_of(secrets.token_bytes(32), wanted.dates, [one.space for one in traced])
    tables = tables_for(wanted.kind, traced, mask)
    lines = read_me(made)
    if wanted.kind == "xlsx":
        save(whole, workbook_bytes(tables, lines, made.at))
    else:
        whole.mkdir(mode=0o700)
        if wanted.kind == "xpt":
            files = xpt_files(tables, staging)
        else:
            files = {f"{table.name}.csv": csv_bytes(table, mark=wanted.kind == "csv") for table in tables}
        files[READ_ME] = as_text(lines, tables).encode("utf-8", errors="replace")
        for name, data in files.items():
            save(whole / name, data)
        sums = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
        save(whole / SUMS, "".join(sums).encode("ascii"))
    rows = sum(len(table.rows) for table in tables)
    if mask is None or not wanted.key_file:
        return rows, None
    key_file = staging / "key"
    plain = all_together([tables_of(one) for one in traced])
    save(key_file, csv_bytes(key_table(plain, mask)))
    return rows, key_file


def tables_for(kind: ExportKind, traced: Sequence[Traced], mask: Mask | None) -> tuple[Table, ...]:
    """The tables of all patients, under the mask where there is one: then in the order of their signs."""
    if mask is not None:
        traced = sorted(traced, key=lambda one: mask.patients[one.space.patient.id].sign)
    if kind in ("sdtm", "xpt"):
        tables = all_together([sdtm_of(one, names=mask is None) for one in traced])
    else:
        tables = all_together([tables_of(one) for one in traced])
    return tables if mask is None else tuple(masked(table, mask) for table in tables)


def digest_of(whole: Path) -> str:
    """SHA-256 of a file; of a folder that of its list of hashes."""
    data = (whole / SUMS if whole.is_dir() else whole).read_bytes()
    return hashlib.sha256(data).hexdigest()


def save(path: Path, data: bytes) -> None:
    """A file for its owner alone, on the disk when this returns."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def put(whole: Path, key_file: Path | None, target: Path) -> tuple[Path, ...]:
    """Into their places, each in one step; the key file is first there and last in the answer. raises NotSaved"""
    beside = key_path(target)
    try:
        if key_file is not None:
            key_file.replace(beside)
        if whole.is_dir():
            whole.rename(target)  # refused where something stands there by now
        else:
            whole.replace(target)
    except OSError as error:
        if key_file is not None:
            beside.unlink(missing_ok=True)
        raise NotSaved(
            f"{target.name} could not be put in its place ({error.strerror}). The audit trail says already that it was "
            "exported; nothing left. Export it again."
        ) from None
    return (target,) if key_file is None else (target, beside)
