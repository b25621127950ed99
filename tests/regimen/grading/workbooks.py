"""Workbooks of the same build as NCI's, with invented wording; NCI's own is only read from the shared folder."""

import io
from collections.abc import Callable
from functools import cache

import openpyxl

from regimen.grading.terms import terms

HEADINGS = [
    "MedDRA Code", "MedDRA SOC", "CTCAE Term", "Grade 1 \xa0", "Grade 2 \xa0", "Grade 3 \xa0", "Grade 4 \xa0",
    "Grade 5 \xa0", "Definition", "Navigational Note", "CTCAE v5.0 Change",
]  # fmt: skip


def made(
    change: Callable[[list[list[object]]], None] = lambda rows: None,
    title: str = "CTCAE v5.0 Clean Copy",
    version: str = "5.0",
    word: str = "invented",
) -> bytes:
    """A workbook of the same build with invented wording, after a change to its rows."""
    rows: list[list[object]] = [list(HEADINGS)]
    for term in terms(version):
        grades = [f"{word} {grade}" if grade in term.grades else " -" for grade in range(1, 6)]
        rows.append([int(term.code), term.soc, term.name, *grades, "what\n it\xa0 is", None, "none"])
    change(rows)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


@cache
def whole() -> bytes:
    """The unchanged one."""
    return made()
