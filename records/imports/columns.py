"""What the columns of a table are taken for, guessed from their headings: the data are assets/imports/columns.toml."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from records.folding import fold
from records.hl7_labs.codes import check_digit_holds, unit_as_written
from regimen.analytes import analytes
from regimen.toml_check import Findings, Table, parse
from regimen.unit_words import unit_words

ASSET = Path(__file__).parent.parent.parent / "assets" / "imports" / "columns.toml"
#: A column of one laboratory test in one unit is called "lab:neutrophils:10^9/L".
LAB = "lab:"
NOT_TAKEN = ""
MEANINGS = ("female", "male", "no_allergy")
_WITH_UNIT = re.compile(r"(.+?)\s*[\[(]\s*([^\])(\[]{1,30}?)\s*[\])]\s*")


@dataclass(frozen=True, slots=True)
class SizeUnit:
    """How a unit of a size is written: value x factor = value in ours, rounded to places."""

    factor: Decimal
    places: int


@dataclass(frozen=True, slots=True)
class SizeCode:
    """A size in FHIR. units: written unit -> how it is converted."""

    target: str
    units: Mapping[str, SizeUnit]


@dataclass(frozen=True, slots=True)
class Columns:
    """assets/imports/columns.toml, read.

    titles   target -> its words, in the order of the file
    aliases  folded heading -> target
    words    folded word -> what it means
    sizes    LOINC code -> the size
    """

    titles: Mapping[str, str]
    aliases: Mapping[str, str]
    words: Mapping[str, str]
    sizes: Mapping[str, SizeCode]


def read_columns(text: str, name: str = "columns.toml") -> Columns:
    """The columns from the text of such a file. raises Refused, naming file and place."""
    findings = Findings(name)
    table = Table(findings, parse(text, name))
    table.whole("schema", 1, 1)
    titles: dict[str, str] = {}
    aliases: dict[str, str] = {}
    words: dict[str, str] = {}
    sizes: dict[str, SizeCode] = {}
    for entry in table.tables("column", required=True):
        target = entry.name("target")
        titles[target] = entry.text("title")
        for alias in entry.texts("aliases", required=True):
            if aliases.setdefault(fold(alias), target) != target:
                entry.wrong("aliases", f"{alias!r} stands for two columns")
        entry.done()
    for entry in table.tables("word", required=True):
        meaning = entry.one_of("means", MEANINGS)
        words |= {fold(word): meaning for word in entry.texts("words", required=True)}
        entry.done()
    for entry in table.tables("size", required=True):
        made = SizeCode(entry.one_of("target", ("height_cm", "weight_kg")), _units(entry))
        for code in entry.texts("codes", required=True):
            if not check_digit_holds(code):
                entry.wrong("codes", f"{code!r} fails its check digit")
            sizes[code] = made
        entry.done()
    table.done()
    findings.raise_if_any()
    return Columns(titles, aliases, words, sizes)


def _units(entry: Table) -> dict[str, SizeUnit]:
    units = {}
    for one in entry.tables("units", required=True):
        units[one.text("written")] = SizeUnit(one.amount("factor"), one.whole("places", 0, 2))
        one.done()
    return units


@cache
def columns() -> Columns:
    """The columns shipped with the program."""
    return read_columns(ASSET.read_text(encoding="utf-8"))


@cache
def targets() -> Mapping[str, str]:
    """Everything a column can be taken for, with its words; laboratory tests by unit come last."""
    found = dict(columns().titles)
    for test in analytes().all:
        found |= {f"{LAB}{test.name}:{unit}": f"{test.title}, {unit_words(unit)}" for unit in test.units}
    return found


def lab_of(target: str) -> tuple[str, str] | None:
    """Analyte and unit of a column of one laboratory test, None for any other."""
    if not target.startswith(LAB):
        return None
    name, _, unit = target.removeprefix(LAB).partition(":")
    return name, unit


def guess_columns(headings: Sequence[str]) -> tuple[str, ...]:
    """One target a heading, NOT_TAKEN where none fits or an earlier heading has it."""
    taken: list[str] = []
    for heading in headings:
        target = _target(heading)
        taken.append(NOT_TAKEN if target in taken else target)
    return tuple(taken)


def _target(heading: str) -> str:
    known = columns().aliases.get(fold(heading))
    if known is not None:
        return known
    named = _WITH_UNIT.fullmatch(heading)
    test = analytes().by_name.get(" ".join((named[1] if named else heading).lower().replace("_", " ").split()))
    if test is None:
        test = analytes().by_name.get((named[1] if named else heading).strip().lower())
    if test is None:
        return NOT_TAKEN
    if named:
        unit = unit_as_written(test.name, tuple(test.units), named[2])
        return NOT_TAKEN if unit is None or unit.factor != 1 else f"{LAB}{test.name}:{unit.unit}"
    return f"{LAB}{test.name}:{test.unit}" if len(test.units) == 1 else NOT_TAKEN


def lacking(mapping: Sequence[str]) -> str:
    """What has to be said of the columns before a row can be read, one sentence; "" nothing."""
    taken = [target for target in mapping if target != NOT_TAKEN]
    titles = targets()
    twice = sorted({target for target in taken if taken.count(target) > 1})
    if twice:
        return f"Two columns are taken for {titles[twice[0]]}."
    missing = [titles[target] for target in ("number", "birth_date") if target not in taken]
    if missing:
        return f"No column is taken for {' and '.join(missing)}; without them nobody can be told from anybody else."
    values = {"height_cm", "weight_kg", "value"} & set(taken) or {one for one in taken if one.startswith(LAB)}
    if values and "date" not in taken:
        return "No column is taken for the date of the values."
    if "value" in taken and not {"analyte", "loinc"} & set(taken):
        return "No column says which laboratory test a value is of."
    if {"analyte", "loinc"} & set(taken) and "value" not in taken:
        return "No column is taken for the laboratory value."
    if not values and not ({"sex"} <= set(taken) and {"name", "family"} & set(taken)):
        return "There is nothing to take over: neither name and sex of patients, nor sizes, nor laboratory values."
    return ""
