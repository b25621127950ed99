"""Rows of a table under a mapping of its columns, read: patients, sizes, laboratory values, each refusal in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, cast

from records.errors import RecordError
from records.folding import fold
from records.hl7_labs.codes import codes, unit_as_written
from records.imports.columns import NOT_TAKEN, columns, lab_of, targets
from records.imports.styles import Asked, Styles, ask, read_day, read_number
from records.imports.tables import FileTable, TableRow, shown
from records.typed_text import IDENTIFIER, NAME, NOTE, words
from records.values.imports import ReadRow, SaidLab, SaidPatient, SaidSize, SizeKind
from regimen.analytes import analytes

SIZE_DECIMALS, LAB_DECIMALS = 2, 6
DATES = ("birth_date", "date")
NUMBERS = ("height_cm", "weight_kg", "value", "lln", "uln")
WATCHED = 500
Watch = Callable[[int], bool]


class Wrong(Exception):
    """Why a row cannot be taken: the whole sentence."""


def asked_of(table: FileTable, mapping: Sequence[str]) -> Asked:
    """What has to be said about dates and numbers of this table."""
    dates = [place for place, target in enumerate(mapping) if target in DATES]
    numbers = [place for place, target in enumerate(mapping) if target in NUMBERS or lab_of(target) is not None]
    return ask(
        (row.cells[place] for row in table.rows for place in dates),
        (row.cells[place] for row in table.rows for place in numbers),
    )


def read_rows(
    table: FileTable, mapping: Sequence[str], styles: Styles, watch: Watch = lambda _done: True
) -> tuple[ReadRow, ...]:
    """One answer a row. watch: told how many are read, answers whether to go on; else what was read is answered."""
    places = {target: place for place, target in enumerate(mapping) if target != NOT_TAKEN}
    read = []
    for done, row in enumerate(table.rows):
        if done % WATCHED == 0 and not watch(done):
            break
        read.append(_read(row, places, styles))
    return tuple(read)


def _read(row: TableRow, places: Mapping[str, int], styles: Styles) -> ReadRow:
    cells = {target: row.cells[place] for target, place in places.items()}
    title = shown(cells.get("number", "")) or f"row {row.place}"
    try:
        if row.wrong:
            raise Wrong(row.wrong)
        for target, place in places.items():
            if place in row.broken:
                raise Wrong(f"{targets()[target]}: {row.broken[place]}.")
        who = _who(cells, styles)
        sizes, labs, notes = _values(cells, styles)
        return ReadRow(row.place, title, who, sizes, labs, "", notes, row.cells)
    except Wrong as wrong:
        return ReadRow(row.place, title, wrong=str(wrong), cells=row.cells)
    except RecordError as error:
        return ReadRow(row.place, title, wrong=str(error), cells=row.cells)


def _who(cells: Mapping[str, str], styles: Styles) -> SaidPatient:
    numbers = []
    for target, kind in (("number", "MRN"), ("other_number", "")):
        if text := words(cells.get(target, ""), targets()[target], IDENTIFIER):
            numbers.append((kind, text))
    if not numbers or not cells.get("number", ""):
        raise Wrong("The patient number is missing.")
    born, _time = _day(cells, "birth_date", styles)
    name = words(cells.get("name", ""), "Name", NAME)
    family, given = (
        words(cells.get("family", ""), "Family name", NAME),
        words(cells.get("given", ""), "Given name", NAME),
    )
    name = name or ", ".join(part for part in (family, given) if part)
    if len(name) > NAME:
        raise Wrong("The name is too long.")
    allergies, asked = _allergies(cells.get("allergies", ""))
    return SaidPatient(
        tuple(numbers), born, name, _sex(cells.get("sex", "")), words(cells.get("diagnosis_site", ""), "Site"),
        _ecog(cells.get("ecog", "")), allergies, asked, words(cells.get("note", ""), "Note", NOTE, lines=True),
    )  # fmt: skip


def _sex(text: str) -> Literal["female", "male", ""]:
    if not text:
        return ""
    meaning = columns().words.get(fold(text))
    if meaning not in ("female", "male"):
        raise Wrong(f"Sex is “{shown(text)}”; female or male is read, the formulas know no other.")
    return cast(Literal["female", "male"], meaning)


def _ecog(text: str) -> int | None:
    if not text:
        return None
    if text not in ("0", "1", "2", "3", "4"):
        raise Wrong(f"ECOG is “{shown(text)}”; it goes from 0 to 4.")
    return int(text)


def _allergies(text: str) -> tuple[tuple[str, ...], bool]:
    """Allergies, and whether somebody asked; an empty cell says nothing."""
    if not text:
        return (), False
    if columns().words.get(fold(text)) == "no_allergy":
        return (), True
    return tuple(found for part in text.split(";") if (found := words(part, "Allergies"))), True


def _day(cells: Mapping[str, str], target: str, styles: Styles) -> tuple[date, str]:
    title, text = targets()[target], cells.get(target, "")
    if not text:
        raise Wrong(f"{title} is missing.")
    found = read_day(text, styles.dates)
    if isinstance(found, str):
        raise Wrong(f"{title} {found}.")
    return found


def _number(text: str, title: str, styles: Styles, decimals: int) -> Decimal:
    found = read_number(text, styles.numbers, decimals)
    if isinstance(found, str):
        raise Wrong(f"{title} {found}.")
    return found


def _values(
    cells: Mapping[str, str], styles: Styles
) -> tuple[tuple[SaidSize, ...], tuple[SaidLab, ...], tuple[str, ...]]:
    """Sizes and laboratory values of a row; a row without any needs no date."""
    wide = [(target, text) for target, text in cells.items() if text and lab_of(target) is not None]
    sizes = [kind for kind in ("height_cm", "weight_kg") if cells.get(kind)]
    tall = bool(cells.get("value"))
    if not tall and any(cells.get(target) for target in ("analyte", "loinc")):
        raise Wrong("The laboratory value is missing.")
    if not (wide or sizes or tall):
        return (), (), ()
    on, time = _day(cells, "date", styles)
    at = f"{on.isoformat()}T{time}" if time else ""
    made = tuple(
        SaidSize(cast(SizeKind, kind), _number(cells[kind], targets()[kind], styles, SIZE_DECIMALS), on)
        for kind in sizes
    )
    labs = [_wide(target, text, styles, on, at) for target, text in wide]
    if tall:
        labs.append(_tall(cells, styles, on, at))
    notes = ("The time of the day is not kept with a height or weight.",) if time and sizes else ()
    return made, tuple(labs), notes


def _wide(target: str, text: str, styles: Styles, on: date, at: str) -> SaidLab:
    analyte, unit = cast(tuple[str, str], lab_of(target))
    return SaidLab(analyte, _number(text, targets()[target], styles, LAB_DECIMALS), unit, None, None, on, at)


def _tall(cells: Mapping[str, str], styles: Styles, on: date, at: str) -> SaidLab:
    name, allowed = _test(cells)
    test = analytes().by_name[name]
    written = cells.get("unit", "")
    if not written and allowed != ("ratio",):
        raise Wrong(f"The unit of {test.title} is missing.")
    unit = unit_as_written(name, allowed, written or "1")
    if unit is None or unit.factor != 1:
        raise Wrong(f"The unit “{shown(written)}” of {test.title} is none that is read; {' or '.join(allowed)} can be.")
    value = _number(cells["value"], test.title, styles, LAB_DECIMALS)
    limits = dict(_limits(cells, styles))
    return SaidLab(name, value, unit.unit, limits.get("lln"), limits.get("uln"), on, at)


def _test(cells: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Which test a row is of, and the units it can have; code and name must not contradict each other."""
    code, text = cells.get("loinc", ""), cells.get("analyte", "")
    known = analytes().by_name.get(" ".join(text.lower().split()))
    if text and known is None:
        raise Wrong(f"“{shown(text)}” is no laboratory test known here.")
    if not code:
        if known is None:
            raise Wrong("The row does not say which laboratory test it is.")
        return known.name, tuple(known.units)
    if code in codes().apart:
        raise Wrong(f"LOINC {code}: {codes().apart[code]}.")
    if code not in codes().tests:
        raise Wrong(f"LOINC {shown(code)} is no laboratory test known here.")
    coded = codes().tests[code]
    if known is not None and known.name != coded.analyte:
        raise Wrong(f"The row says {known.title}, and the LOINC code of another test.")
    return coded.analyte, coded.units


def _limits(cells: Mapping[str, str], styles: Styles) -> Iterator[tuple[str, Decimal]]:
    for target in ("lln", "uln"):
        if cells.get(target):
            yield target, _number(cells[target], targets()[target], styles, LAB_DECIMALS)
