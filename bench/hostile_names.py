"""Ten thousand hostile names through the whole program: python bench/hostile_names.py [names=10000]

Names are sent to the records, as from the form: kept to the letter, or refused in a sentence. Each that was kept must
be

- found by its number and by itself, and shown as it was typed (normalised to NFC, blanks at the ends off),
- painted in the patients list and in the banner, letter for letter and as plain text, without a fault,
- on paper: the calendar opens in a reader with all its pages and all 28 boxes to tick,
- in CSV: read back by another reader it is the same name, and nothing a spreadsheet takes for a formula; the first 500
  also through the export of the program.

Refused names are put on paper all the same, past the records. One line of figures at the end; exit status 1 if
anything failed.
"""

import csv
import io
import json
import os
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

HOUSE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2  # noqa: E402
from pypdf import PdfReader  # noqa: E402

from outcomes.exchange.cells import DANGEROUS, Column, Table  # noqa: E402
from outcomes.exchange.csv_writer import csv_bytes  # noqa: E402
from outcomes.exchange.exporting import Wanted, export  # noqa: E402
from records.actions import Actions  # noqa: E402
from records.errors import RecordError  # noqa: E402
from records.folding import fold  # noqa: E402
from records.lookup import Lookup  # noqa: E402
from records.values.core import Person  # noqa: E402
from tests.print.examples import capox_course, request  # noqa: E402
from tests.print.hostile import names  # noqa: E402
from tests.records.examples import DAY1, ENTRY  # noqa: E402
from treatment_calendar.paper.painter import paint  # noqa: E402
from treatment_calendar.paper.patient_calendar import calendar_sheets  # noqa: E402

EXPORTED = 500
ON_A_SCREEN = 18
Failed = Counter[str]


def wrong(failed: Failed, where: str, name: str, words: object = "") -> None:
    """One more that failed; the first few of each kind are shown."""
    failed[where] += 1
    if failed[where] <= 5:
        print(f"{where}: {name!a} {words}", flush=True)


def keep_names(actions: Actions, by: Person, count: int, failed: Failed) -> tuple[dict[UUID, str], list[str]]:
    """The names that were kept, as they must be shown, by their patients; and those refused."""
    kept: dict[UUID, str] = {}
    refused: list[str] = []
    for number, name in enumerate(names(count, seed=7)):
        entry = replace(ENTRY, name=name, identifiers=(("MRN", f"N{number:06d}"),))
        try:
            kept[actions.add_patient(by, uuid4(), entry).result().id] = unicodedata.normalize("NFC", name).strip()
        except RecordError as refusal:
            refused.append(name)
            if len(str(refusal)) > 250:
                wrong(failed, "refusal too long", name)
    return kept, refused


def search(store: Path, kept: dict[UUID, str], failed: Failed) -> None:
    """Each is found by itself where it has a letter or digit to look for, and shown as it was typed."""
    lookup = Lookup(store)
    lookup.gate = lambda: True
    shown = {line.id: line.name for line in lookup.first_lines(len(kept) + 1)}
    for patient_id, name in kept.items():
        if shown.get(patient_id) != name:
            wrong(failed, "list", name, shown.get(patient_id))
        if fold(name) and patient_id not in {line.id for line in lookup.search(name, len(kept))}:
            wrong(failed, "search", name)
    for payload in ("%", "_", "' OR 1=1 --", '"; DROP TABLE patient; --', "\\", "*"):
        if len(lookup.search(payload, len(kept))) == len(kept) > 100:
            wrong(failed, "search", payload, "found everybody")
    lookup.close()


def show(store: Path, actions: Actions, kept: dict[UUID, str], failed: Failed) -> None:
    """Every line of the list is painted, and every name in the banner."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from gui.patients.patient_list import PatientList
    from gui.theme.look import STYLE_ARGUMENTS, apply_look
    from gui.workspace.banner import Banner
    from gui.workspace.state import banner_facts, state_of

    app = QApplication(["names", *STYLE_ARGUMENTS])
    apply_look(app, "light", 100)
    faults: list[object] = []
    sys.excepthook = lambda _kind, error, _trace: faults.append(error)  # what is raised while painting ends here
    lookup = Lookup(store)
    lines = lookup.first_lines(len(kept) + 1)
    lookup.close()
    page = PatientList(None, ())
    page.resize(1100, 900)
    page.show()
    for start in range(0, len(lines), ON_A_SCREEN):
        page.rows.show_lines(lines[start : start + ON_A_SCREEN])
        page.grab()
        if faults:
            wrong(failed, "painting the list", kept[lines[start].id], faults.pop())
    first = actions.workspace(next(iter(kept))).result()
    facts = banner_facts(state_of(first, actions.settings().result()), DAY1)
    banner = Banner()
    banner.resize(1100, 120)
    banner.show()
    for number, name in enumerate(kept.values()):
        banner.show_facts(replace(facts, name=name, identifiers=(name[:60],)))
        banner.resize((700, 1100, 1500)[number % 3], 120)
        banner.grab()
        if banner.name.text() != name or banner.name.textFormat() != Qt.TextFormat.PlainText or faults:
            wrong(failed, "banner", name, faults)
            faults.clear()
    page.close()
    banner.close()
    app.processEvents()


def on_paper(wanted: Iterable[str], failed: Failed) -> int:
    """Each on whole calendars; how many."""
    course, count = capox_course(cycles=1), 0
    for count, name in enumerate(wanted, 1):
        try:
            sheets = calendar_sheets(request(course=course, patient_name=name, identifiers=(name[:60], "MRN 1")))
            pdf = paint(sheets, "calendar")
            document = pypdfium2.PdfDocument(pdf)
            pages = len(document)
            document.close()
            whole = pages == len(sheets) and sum(sheet.ticks for sheet in sheets) == 28
            if count % 10 == 0:
                whole = whole and len(PdfReader(io.BytesIO(pdf)).pages) == pages
        except Exception as error:  # noqa: BLE001  every failure is counted and shown
            wrong(failed, "paper", name, f"{type(error).__name__}: {error}")
            continue
        if not whole:
            wrong(failed, "paper", name, "not whole")
    return count


def check_csv(data: bytes, column: str, expected: Sequence[str], failed: Failed) -> None:
    """Read back, each cell is the name, but for the sign that keeps a spreadsheet from calculating."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    cells = [row[rows[0].index(column)] for row in rows[1:]]
    if len(cells) != len(expected):
        wrong(failed, "csv", "", f"{len(cells)} rows for {len(expected)} names")
        return
    for cell, name in zip(cells, expected, strict=True):
        if cell.startswith(DANGEROUS) or cell not in (name, f"'{name}"):
            wrong(failed, "csv", name, ascii(cell))


def as_csv(actions: Actions, by: Person, folder: Path, kept: dict[UUID, str], failed: Failed) -> None:
    """All in one table, and the first through the export."""
    table = Table("patients", "", (Column("name", "", "name"),), tuple((name,) for name in kept.values()))
    check_csv(csv_bytes(table), "name", list(kept.values()), failed)
    some = dict(list(kept.items())[:EXPORTED])
    target = folder / "exported"
    wanted = Wanted("csv", target, tuple(some))
    export(actions, by, uuid4(), wanted, datetime.now(UTC), lambda _done, _all: None, lambda: False)
    data = next(path for path in target.glob("*.csv") if b'"identifiers"' in path.read_bytes()[:400]).read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    told = Counter(row["name"] for row in rows)
    for name in some.values():
        if not told[name] and not told[f"'{name}"]:
            wrong(failed, "export", name)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    begun, failed = time.perf_counter(), Failed()
    with tempfile.TemporaryDirectory(prefix="capox-names-") as folder:
        store = Path(folder) / "capox.db"
        actions = Actions.open(store)
        by = actions.add_person("Priya Raman", "pharmacist").result()
        kept, refused = keep_names(actions, by, count, failed)
        print(f"{len(kept)} kept, {len(refused)} refused after {time.perf_counter() - begun:.0f} s", flush=True)
        search(store, kept, failed)
        print(f"searched after {time.perf_counter() - begun:.0f} s", flush=True)
        show(store, actions, kept, failed)
        print(f"shown after {time.perf_counter() - begun:.0f} s", flush=True)
        as_csv(actions, by, Path(folder), kept, failed)
        findings = len(actions.check_audit().result().findings)
        actions.close()
    print(f"in tables after {time.perf_counter() - begun:.0f} s", flush=True)
    papers = on_paper([*kept.values(), *refused], failed)
    figures = {
        "names": len(kept) + len(refused), "kept": len(kept), "refused": len(refused), "papers": papers,
        "failed": failed.total(), **failed, "findings": findings, "seconds": round(time.perf_counter() - begun),
    }  # fmt: skip
    print("FIGURES hostile_names " + json.dumps(figures))
    return 1 if failed or findings else 0


if __name__ == "__main__":
    sys.exit(main())
