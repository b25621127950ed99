"""Single elements of FHIR R4 resources, read strictly; whatever has another shape than R4 gives is a reason."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from records.imports.styles import EARLIEST, LATEST
from records.imports.tables import shown

LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
_DAY: Final = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}:[0-9]{2})[0-9:.]*(Z|[+-][0-9]{2}:[0-9]{2})?)?", re.ASCII
)

Resource = Mapping[str, Any]


class NotTaken(Exception):
    """Why a resource is not taken: the whole sentence."""


def items(resource: Resource, key: str) -> Iterator[Resource]:
    """The objects of a list; a list that is none, or holds anything else, is a reason."""
    found = resource.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise NotTaken(f"Its {key} has not the shape FHIR R4 gives it.")
    yield from found


def part(resource: Resource, key: str) -> Resource:
    """An object, empty where there is none."""
    found = resource.get(key, {})
    if not isinstance(found, dict):
        raise NotTaken(f"Its {key} has not the shape FHIR R4 gives it.")
    return found


def text_at(resource: Resource, key: str) -> str:
    """A text, "" where there is none."""
    found = resource.get(key, "")
    if not isinstance(found, str):
        raise NotTaken(f"Its {key} has not the shape FHIR R4 gives it.")
    return found


def day(said: str, what: str) -> tuple[date, str]:
    """A whole day, and "2026-03-02T07:50+01:00" where a time is told."""
    found = _DAY.fullmatch(said)
    if found is None:
        raise NotTaken(f"{what} is “{shown(said)}”; a whole day is needed.")
    try:
        on = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise NotTaken(f"{what} is “{shown(said)}”; there is no such day.") from None
    if not EARLIEST <= on.year < LATEST:
        raise NotTaken(f"{what} is “{shown(said)}”; the year cannot be right.")
    return on, f"{on.isoformat()}T{found[4]}{found[5] or ''}" if found[4] else ""


def codes_of(concept: Resource, system: str) -> tuple[str, ...]:
    """The codes of one system."""
    return tuple(text_at(one, "code") for one in items(concept, "coding") if one.get("system") == system)


def words_of(concept: Resource) -> str:
    """A concept as a person reads it."""
    for one in (concept, *items(concept, "coding")):
        for key in ("text", "display"):
            if said := text_at(one, key):
                return shown(said)
    return next((shown(text_at(one, "code")) for one in items(concept, "coding")), "")


def amount(quantity: Resource) -> tuple[Decimal, str]:
    """Number and unit as written: its UCUM code, else its words."""
    value = quantity.get("value")
    if not isinstance(value, Decimal):
        raise NotTaken("It has no single number as its value.")
    if comparator := text_at(quantity, "comparator"):
        raise NotTaken(f"Only “{shown(comparator)}{value:f}” is known, which is no number.")
    if value < 0 or value.adjusted() > 9:
        raise NotTaken("Its value cannot be right.")
    system, code = text_at(quantity, "system"), text_at(quantity, "code")
    if code and system not in ("", UCUM):
        raise NotTaken(f"Its unit is not written in UCUM but in “{shown(system)}”.")
    return value, code or text_at(quantity, "unit")
