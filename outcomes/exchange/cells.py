"""Tables as values: columns that say what they hold, cells that are numbers, days or text. Pure."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from regimen.numbers import plain

Cell = str | int | bool | Decimal | date | datetime | UUID | None
#: What a column holds decides what becomes of it without names: see `outcomes.exchange.deidentified`.
#: fact: a number or a word the program chose; code: a word of a list; day, moment, part_day: when; clock: "09:30";
#: patient: whose row it is; row: which row; rows: several; age: years; trace: leads back into the records;
#: person: who did it; name: who the patient is; words: as somebody typed it
Holds = Literal[
    "fact", "code", "day", "moment", "part_day", "clock", "patient", "row", "rows", "age", "trace", "person", "name",
    "words",
]  # fmt: skip

CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
#: With these a program that calculates takes text for a formula (OWASP, CSV injection); NUL is cut off by some.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
#: The wide forms of the same signs, which some programs fold before they look.
WIDE = ("\uff1d", "\uff0b", "\uff0d", "\uff20")


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    name   of the heading: lower case, with the unit
    about  one sentence for the read-me
    known  for codes: whether a word is one of the list and not somebody's own
    """

    name: str
    about: str
    holds: Holds = "fact"
    known: Callable[[str], bool] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table. name: of the file or sheet; rows: as long as `columns`."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()

    def place(self, name: str) -> int:
        """Where a column stands; KeyError where there is none."""
        for place, column in enumerate(self.columns):
            if column.name == name:
                return place
        raise KeyError(name)

    def column(self, name: str) -> tuple[Cell, ...]:
        """All cells of one column."""
        place = self.place(name)
        return tuple(row[place] for row in self.rows)

    def dicts(self) -> tuple[dict[str, Cell], ...]:
        """Rows by the names of their columns."""
        names = tuple(column.name for column in self.columns)
        return tuple(dict(zip(names, row, strict=True)) for row in self.rows)


def filled(table: Table, rows: Iterable[Mapping[str, Cell]]) -> Table:
    """A table with rows given by name; a name that is no column is our bug, one left out is empty."""
    names = tuple(column.name for column in table.columns)
    known = frozenset(names)
    made: list[tuple[Cell, ...]] = []
    for row in rows:
        if not row.keys() <= known:
            raise KeyError(f"{table.name}: {sorted(row.keys() - known)}")
        made.append(tuple(row.get(name) for name in names))
    return Table(table.name, table.title, table.columns, tuple(made))


def joined(parts: Sequence[Table]) -> Table:
    """The same table of several patients as one."""
    first = parts[0]
    if any(part.columns != first.columns for part in parts):
        raise ValueError(f"{first.name}: tables of different columns")
    return Table(first.name, first.title, first.columns, tuple(row for part in parts for row in part.rows))


def text_of(cell: Cell) -> str:
    """A cell as plain text: decimals in their typed form, days and moments ISO (UTC), yes or no, nothing as nothing."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case Decimal():
            return decimal_text(cell)
        case datetime():
            return cell.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)


def decimal_text(number: Decimal) -> str:
    """A decimal without an exponent, its last zeros kept: 58.0 stays 58.0. A number that is none is our bug."""
    if not number.is_finite():
        raise ValueError("a cell holds a number that is none")
    return f"{number:f}"


def short_decimal(number: Decimal) -> Decimal:
    """A computed number without zeros at its end, as a contract writes it."""
    return Decimal(plain(number))


def is_number(cell: Cell) -> bool:
    """Whether a cell stays a number for whoever reads the file."""
    return isinstance(cell, int | Decimal) and not isinstance(cell, bool)


def harmless(text: str) -> str:
    """Text that no program takes for a formula: a leading apostrophe before what looks like one.

    Spaces and apostrophes before the sign are looked through: a program may strip them. NUL never stands in a file.
    """
    clean = text.replace("\0", "\ufffd")
    return f"'{clean}" if looks_like_formula(text) else clean


def looks_like_formula(text: str) -> bool:
    """Whether some program might calculate it."""
    start = text.lstrip("' \u00a0\u3000\ufeff")
    return start.startswith((*DANGEROUS, *WIDE))


def unharmed(text: str) -> str:
    """What `harmless` was given, where it had no NUL: for whoever reads such a file again."""
    return text[1:] if text.startswith("'") and looks_like_formula(text[1:]) else text
