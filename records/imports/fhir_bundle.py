"""FHIR R4 and R4B bundles as rows: Patient, and Observations of height, weight and laboratory values.

Every entry of a bundle becomes a row: what is not understood says so and is listed like everything else.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal, cast

from records.errors import RecordError
from records.hl7_labs.codes import codes, moved, unit_as_written
from records.imports.columns import SizeCode, columns
from records.imports.fhir_json import resources_of
from records.imports.fhir_parts import (
    LOINC,
    NotTaken,
    Resource,
    amount,
    codes_of,
    day,
    items,
    part,
    text_at,
    words_of,
)
from records.imports.tables import shown
from records.typed_text import IDENTIFIER, NAME, words
from records.values.imports import ReadRow, SaidLab, SaidPatient, SaidSize, SizeKind
from regimen.analytes import analytes

FINAL: Final = ("final", "amended", "corrected")
MOST_NUMBERS: Final = 20
LAB_DECIMALS: Final = 6
#: HL7's extension for a value in words, and a time in it as laboratories write one that name no zone.
RENDERED: Final = "http://hl7.org/fhir/StructureDefinition/rendered-value"
LOCAL: Final = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d", re.ASCII)
#: Elements that change what a resource means: one that has them is not read as if it had not.
CHANGING: Final = ("modifierExtension", "implicitRules")
Watch = Callable[[int], bool]


def read_bundle(data: bytes, name: str, watch: Watch = lambda _done: True) -> tuple[ReadRow, ...]:
    """One answer an entry. watch: told how many are read, answers whether to go on. raises ImportRefused"""
    entries = resources_of(data, name)
    people = _people(entries)
    read = []
    for place, (_address, resource) in enumerate(entries, 1):
        if place % 500 == 1 and not watch(place - 1):
            break
        read.append(_row(place, resource, people))
    return tuple(read)


def _people(entries: Sequence[tuple[str, Resource]]) -> Mapping[str, SaidPatient | str]:
    """Address -> the patient, or why the patient cannot be read; two patients at one address are none."""
    people: dict[str, SaidPatient | str] = {}
    for address, resource in entries:
        if resource.get("resourceType") != "Patient":
            continue
        try:
            said: SaidPatient | str = _patient(resource)[0]
        except (NotTaken, RecordError) as error:
            said = str(error)
        ident = resource.get("id")
        names = {address, *([f"Patient/{ident}", f"urn:uuid:{ident}"] if isinstance(ident, str) else [])} - {""}
        for one in names:
            same = one not in people or people[one] == said
            people[one] = said if same else "Two patients of the bundle have the same address."
    return people


def _row(place: int, resource: Resource, people: Mapping[str, SaidPatient | str]) -> ReadRow:
    kind = resource.get("resourceType")
    title = kind if isinstance(kind, str) and kind.isidentifier() else "entry"
    title = shown(title)
    cells = (title, _ident(resource))
    try:
        if kind == "Patient":
            _unchanged(resource)
            who, notes = _patient(resource)
            return ReadRow(place, f"Patient {who.numbers[0][1]}", who, notes=notes, cells=cells)
        if kind != "Observation":
            raise NotTaken(f"{title} is not taken over; only Patient and Observation are.")
        _unchanged(resource)
        return replace(_observation(place, resource, people), cells=cells)
    except (NotTaken, RecordError) as error:
        return ReadRow(place, title, wrong=str(error), cells=cells)


def _ident(resource: Resource) -> str:
    ident = resource.get("id")
    return shown(ident) if isinstance(ident, str) else ""


def _unchanged(resource: Resource) -> None:
    changing = [key for key in CHANGING if key in resource]
    if changing:
        raise NotTaken(f"It holds {changing[0]}, which may change its meaning.")


def _patient(resource: Resource) -> tuple[SaidPatient, tuple[str, ...]]:
    """The patient, and what is left out of them."""
    if resource.get("active") is False:
        raise NotTaken("The patient's record is marked as no longer active.")
    if any(True for _one in items(resource, "link")):
        raise NotTaken("The patient's record is linked to another one.")
    numbers = []
    for one in items(resource, "identifier"):
        if text_at(one, "use") == "old":
            continue
        kind = words_of(part(one, "type")) or text_at(one, "system").rsplit("/", 1)[-1][:40]
        if value := words(text_at(one, "value"), "Identifier", IDENTIFIER):
            numbers.append((words(kind, "Identifier", 40), value))
    if not 1 <= len(numbers) <= MOST_NUMBERS:
        raise NotTaken(f"The patient has {len(numbers)} numbers; 1 to {MOST_NUMBERS} are read.")
    sex = text_at(resource, "gender")
    if sex not in ("female", "male", ""):
        raise NotTaken(f"Sex is “{shown(sex)}”; female or male is read, the formulas know no other.")
    born, _time = day(text_at(resource, "birthDate"), "The birth date")
    notes = []
    if resource.get("deceasedBoolean") is True or "deceasedDateTime" in resource:
        notes.append("The bundle says the patient died; that is not taken over, enter it with the follow-up.")
    name = _name(resource)
    return SaidPatient(tuple(numbers), born, name, cast(Literal["female", "male", ""], sex)), tuple(notes)


def _name(resource: Resource) -> str:
    """The official name, else the usual one, else the first that is not old."""
    names = [one for one in items(resource, "name") if text_at(one, "use") not in ("old", "nickname", "maiden", "temp")]
    order = {"official": 0, "usual": 1}
    for one in sorted(names, key=lambda found: order.get(text_at(found, "use"), 2)):
        given = one.get("given", [])
        if not isinstance(given, list) or not all(isinstance(part, str) for part in given):
            raise NotTaken("Its name has not the shape FHIR R4 gives it.")
        family = text_at(one, "family")
        said = ", ".join(piece for piece in (family, " ".join(given)) if piece) or text_at(one, "text")
        if family == "" and text_at(one, "text"):
            said = text_at(one, "text")
        if said:
            return words(said, "Name", NAME)
    return ""


def _who(resource: Resource, people: Mapping[str, SaidPatient | str]) -> SaidPatient:
    address = text_at(part(resource, "subject"), "reference")
    found = people.get(address)
    if found is None and address.startswith("http"):
        found = people.get("/".join(address.split("/")[-2:]))
    if found is None:
        raise NotTaken("Its patient is not in the bundle.")
    if isinstance(found, str):
        raise NotTaken(f"Its patient cannot be read. {found}")
    return found


def _observation(place: int, resource: Resource, people: Mapping[str, SaidPatient | str]) -> ReadRow:
    code = part(resource, "code")
    known = codes_of(code, LOINC)
    title = words_of(code) or "Observation"
    size = next((columns().sizes[one] for one in known if one in columns().sizes), None)
    tests = {codes().tests[one].analyte: codes().tests[one].units for one in known if one in codes().tests}
    for one in known:
        if one in codes().apart:
            raise NotTaken(f"{title}: {codes().apart[one]}.")
    if (size is None) == (len(tests) != 1):
        told = f" (LOINC {', '.join(map(shown, known))})" if known else " and carries no LOINC code"
        raise NotTaken(f"{title} is neither height, weight nor a laboratory value known here{told}.")
    status = text_at(resource, "status")
    if status not in FINAL:
        raise NotTaken(f"{title} is “{shown(status)}” and not final.")
    if "dataAbsentReason" in resource or "component" in resource or "valueQuantity" not in resource:
        raise NotTaken(f"{title} has no single number as its value.")
    who = _who(resource, people)
    on, at = day(text_at(resource, "effectiveDateTime"), f"The day of {title}")
    at = at or _time_beside(resource, on)
    notes = tuple(
        f"Note of the sender, not taken over: {shown(text_at(one, 'text'))}" for one in items(resource, "note")
    )
    value, unit = amount(part(resource, "valueQuantity"))
    row = ReadRow(place, f"{title}, {who.numbers[0][1]}", who, notes=notes)
    if size is not None:
        made, converted = _size(size, value, unit, title)
        return replace(row, sizes=(SaidSize(cast(SizeKind, size.target), made, on),), notes=(*converted, *notes))
    ((analyte, allowed),) = tests.items()
    lab, told_of = _lab(resource, analyte, allowed, (value, unit))
    return replace(row, labs=(replace(lab, on=on, taken_at=at),), notes=(*told_of, *notes))


def _time_beside(resource: Resource, on: date) -> str:
    """A time without a zone, which the element itself cannot say: in HL7's extension for words as they were written."""
    for one in items(part(resource, "_effectiveDateTime"), "extension"):
        said = text_at(one, "valueString")
        if text_at(one, "url") == RENDERED and LOCAL.fullmatch(said) and said.startswith(on.isoformat()):
            return said
    return ""


def _size(size: SizeCode, value: Decimal, unit: str, title: str) -> tuple[Decimal, tuple[str, ...]]:
    """A height in cm or a weight in kg; what was converted says so, with the one rounding there is."""
    how = size.units.get(unit)
    if how is None:
        raise NotTaken(f"The unit “{shown(unit)}” of {title} is none that is read; {' or '.join(size.units)} can be.")
    wanted = size.target.rpartition("_")[2]
    if how.factor == 1:
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and -exponent > how.places:
            raise NotTaken(f"{title} is {value:f} {unit}, with more than {how.places} decimals.")
        return value, ()
    exact = value * how.factor
    made = exact.quantize(Decimal(1).scaleb(-how.places), rounding=ROUND_HALF_UP)
    rounded = "" if made == exact else f", rounded to {how.places} decimals"
    return made, (f"{value:f} {unit} = {made:f} {wanted}{rounded}.",)


def _lab(
    resource: Resource, analyte: str, allowed: tuple[str, ...], said: tuple[Decimal, str]
) -> tuple[SaidLab, tuple[str, ...]]:
    """The value in our unit of the same quantity, where that only moves the point. The day is put in by the caller."""
    test, (value, written) = analytes().by_name[analyte], said
    unit = unit_as_written(analyte, allowed, written or ("1" if allowed == ("ratio",) else ""))
    if unit is None:
        raise NotTaken(
            f"The unit “{shown(written)}” of {test.title} is none that is read; {' or '.join(allowed)} can be."
        )
    kept = moved(value, unit.factor)
    exponent = kept.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > LAB_DECIMALS:
        raise NotTaken(f"{test.title} is {value:f}, with more than {LAB_DECIMALS} decimals.")
    notes = [] if unit.factor == 1 else [f"{value:f} {written} = {kept:f} {unit.unit}."]
    limits: dict[str, Decimal] = {}
    ranges = list(items(resource, "referenceRange"))
    if len(ranges) > 1:
        notes.append("It has more than one range of normal; none is taken over.")
    for key in ("low", "high") if len(ranges) == 1 else ():
        if key in ranges[0]:
            limit, limit_unit = amount(part(ranges[0], key))
            if (limit_unit or written) == written:
                limits[key] = moved(limit, unit.factor)
            else:
                notes.append(f"Its {key} limit of normal is in another unit and is left out.")
    on, _time = day(text_at(resource, "effectiveDateTime"), f"The day of {test.title}")
    return SaidLab(analyte, kept, unit.unit, limits.get("low"), limits.get("high"), on), tuple(notes)
