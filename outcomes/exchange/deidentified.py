"""Tables without names: pseudonyms by a key, dates moved or counted, words left out, ages above 89 as 90+. Pure.

A pseudonym is the start of an HMAC-SHA256 of the row's id under a key made for one export: the same patient has one
sign in all tables of it and another in every other export, and without the key nothing leads back. Columns that hold
names, people, words somebody typed, moments of entering or numbers of the audit trail (both would tell the true days)
are not there at all. A word of a list stays only if the list ships with the program. This is pseudonymised, not
anonymous: who knows a patient well may know their course again.
"""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

from outcomes.exchange.cells import CLOCK, Cell, Column, Holds, Table
from outcomes.exchange.rows import first_dose
from records.course.cycle_of_day import study_day
from records.partial_date import whole
from records.values.core import Workspace

Dates = Literal["moved", "study_day"]
#: Years from which an age tells too much (HIPAA, 45 CFR 164.514(b)(2)(i)(C): ages over 89 as one group).
OLDEST = 89
OLD = "90+"
LEFT_OUT = "(left out)"
#: Days are moved back by 1 to so many.
MOST_DAYS = 365
#: Not there at all; moments of entering would tell the true days of everything else.
GONE: frozenset[Holds] = frozenset({"name", "person", "words", "trace", "moment"})


@dataclass(frozen=True, slots=True)
class Patient:
    """What one patient's days are told by. moved: days back; first: study day 1, None without a course."""

    sign: str
    moved: int
    first: date | None


@dataclass(frozen=True, slots=True)
class Mask:
    """How one export hides its patients. key: at least 16 bytes, made for this export alone."""

    key: bytes
    dates: Dates
    patients: Mapping[UUID, Patient]

    def sign_of(self, row: UUID) -> str:
        """The pseudonym of a row that is not a patient."""
        return "R" + digest(self.key, f"row {row}")


def digest(key: bytes, about: str) -> str:
    """64 bits of the keyed hash, so that no two of 20,000 patients share one."""
    return hmac.new(key, about.encode("utf-8"), hashlib.sha256).hexdigest()[:16].upper()


def mask_of(key: bytes, dates: Dates, spaces: Sequence[Workspace]) -> Mask:
    """The mask of an export of some patients. raises ValueError for a key that can be guessed"""
    if len(key) < 16:
        raise ValueError("a key of fewer than 16 bytes can be guessed")
    return Mask(key, dates, {space.patient.id: patient_of(key, space) for space in spaces})


def patient_of(key: bytes, space: Workspace) -> Patient:
    """One patient's sign, and by how many days their days move."""
    patient_id = space.patient.id
    moved = 1 + int(digest(key, f"days {patient_id}"), 16) % MOST_DAYS
    return Patient("P" + digest(key, f"patient {patient_id}"), moved, first_dose(space))


def masked(table: Table, mask: Mask) -> Table:
    """A table without what names, and with the rest under the mask."""
    stay = [place for place, column in enumerate(table.columns) if stays(column, mask.dates)]
    at = next(place for place, column in enumerate(table.columns) if column.holds == "patient")
    columns = tuple(told(table.columns[place], mask.dates) for place in stay)
    rows = []
    for row in table.rows:
        patient_id = row[at]
        assert isinstance(patient_id, UUID)
        of = mask.patients[patient_id]
        rows.append(tuple(masked_cell(row[place], table.columns[place], of, mask) for place in stay))
    return Table(table.name, table.title, columns, tuple(rows))


def stays(column: Column, dates: Dates) -> bool:
    """Whether a column is there at all; an SDTM date beside its study day is not, where study days were asked for."""
    return column.holds not in GONE and not (dates == "study_day" and column.name.endswith("DTC"))


def told(column: Column, dates: Dates) -> Column:
    """A column with the words of what was done to it."""
    words = {
        "patient": "A pseudonym of this export.", "row": "A pseudonym of this export.",
        "rows": "Pseudonyms of this export.", "age": f"Above {OLDEST} it says {OLD}.",
        "code": f"{LEFT_OUT}: a word no list of the program has.",
        "part_day": "Left empty where only month or year is known.",
    }  # fmt: skip
    more = words.get(column.holds, "")
    if column.holds in ("day", "part_day"):
        how = (
            "Study day, day 1 the first dose; no day 0." if dates == "study_day" else "Moved back, patient by patient."
        )
        more = f"{how} {more}".strip()
    return Column(column.name, f"{column.about} {more}".strip(), column.holds, column.known)


def masked_cell(cell: Cell, column: Column, of: Patient, mask: Mask) -> Cell:
    """One cell under the mask."""
    if cell is None or cell == "":
        return cell
    match column.holds:
        case "patient":
            return of.sign
        case "row":
            assert isinstance(cell, UUID)
            return mask.sign_of(cell) if cell not in mask.patients else mask.patients[cell].sign
        case "rows":
            return ", ".join(mask.sign_of(UUID(part)) for part in str(cell).split(", "))
        case "code":
            return cell if column.known is not None and column.known(str(cell)) else LEFT_OUT
        case "age":
            return OLD if isinstance(cell, int) and cell > OLDEST else cell
        case "clock":
            return cell if CLOCK.fullmatch(str(cell)) else None
        case "day" | "part_day":
            return masked_day(day_of(cell), of, mask.dates)
        case _:
            return cell


def day_of(cell: Cell) -> date | None:
    """The day a cell names; None where it names none, or only a month or year."""
    if isinstance(cell, date):
        return cell
    return whole(str(cell)[:10])  # a time of the day goes no further


def masked_day(day: date | None, of: Patient, dates: Dates) -> Cell:
    """A day as it leaves: moved back, or counted from the first dose."""
    if day is None:
        return None
    if dates == "moved":
        return day - timedelta(days=of.moved)
    return None if of.first is None else study_day(of.first, day)


def key_table(tables: Sequence[Table], mask: Mask) -> Table:
    """What leads back: each sign of an export with the row it stands for and the newest entry of the trail about it."""
    columns = (
        Column("sign", "Pseudonym in the export.", "fact"),
        Column("table", "Table of the export it stands in."),
        Column("patient_id", "Whose row it is, in the records."),
        Column("row_id", "The row in the records."),
        Column("audit_entry", "Newest entry of the audit trail about it."),
        Column("identifiers", "Of the patient; on the patient's own row."),
        Column(
            "days_moved", "By how many days back the patient's days were moved; empty where study days were counted."
        ),
    )
    rows: dict[tuple[str, str], tuple[Cell, ...]] = {}
    for table in tables:
        names = {column.name for column in table.columns}
        for row in table.dicts() if "row_id" in names else ():
            patient_id, row_id = row["patient"], row["row_id"]
            assert isinstance(patient_id, UUID) and isinstance(row_id, UUID)
            of = mask.patients[patient_id]
            own = row_id == patient_id
            sign = of.sign if own else mask.sign_of(row_id)
            moved = of.moved if own and mask.dates == "moved" else None
            rows.setdefault((sign, table.name), (
                sign, table.name, str(patient_id), str(row_id), row.get("audit_entry"), row.get("identifiers"), moved,
            ))  # fmt: skip
    return Table("key", "Key: from pseudonyms back to the records", columns, tuple(rows.values()))
