"""Rows of files as they are read, and a store with an import and a kept cohort."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from records.values.imports import CohortEntry, ImportEntry, ImportRecord, ReadRow, SaidLab, SaidPatient, SaidSize
from tests.records.examples import DAY1, ENTRY, Store

BORN = date(1961, 7, 9)
TODAY = date(2026, 3, 23)
BEFORE = date(2026, 2, 20)


def who(number: str = "A-17", **changed: Any) -> SaidPatient:
    """Somebody who is not on record."""
    said: dict[str, Any] = {"numbers": (("MRN", number),), "birth_date": BORN, "name": "Vega, Ines", "sex": "female"}
    return SaidPatient(**(said | changed))


def weight(value: str = "61.5", on: date = DAY1) -> SaidSize:
    return SaidSize("weight_kg", Decimal(value), on)


def platelets(value: str = "212", on: date = DAY1, unit: str = "10^9/L", **changed: Any) -> SaidLab:
    return SaidLab("platelets", Decimal(value), unit, None, None, on, **changed)


def row(place: int, said: SaidPatient | None = None, *values: SaidSize | SaidLab, **changed: Any) -> ReadRow:
    """A row of a file."""
    one = said or who()
    sizes = tuple(value for value in values if isinstance(value, SaidSize))
    labs = tuple(value for value in values if isinstance(value, SaidLab))
    return ReadRow(place, one.numbers[0][1], one, sizes, labs, **changed)


def entry(*rows: ReadRow) -> ImportEntry:
    return ImportEntry("csv", "0" * 64, rows, choices={"mrn": "number"})


def store_rows(store: Store, *rows: ReadRow) -> ImportRecord:
    """Take rows over, as a person confirms them."""
    return store.actions.import_file(
        store.person, uuid4(), entry(*rows), TODAY, lambda _done, _whole: None, lambda: False
    ).result()


def busy_imports(store: Store) -> None:
    """A row in both tables; the patient is the one who is there."""
    said = who("0042-118", birth_date=ENTRY.birth_date, name="", sex="male")
    store_rows(store, row(2, said, weight(on=BEFORE), platelets(on=BEFORE)))
    text = "id,start_date\n1,2026-01-05\n"
    store.actions.keep_cohort(store.person, uuid4(), CohortEntry("Study", text, 1, "1" * 64)).result()
