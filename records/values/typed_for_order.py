"""What a person typed for one order and the records do not have yet: it is stored with the signature or not at all."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from records.values.core import PatientEntry


@dataclass(frozen=True, slots=True)
class SizeTyped:
    """A height in cm or weight in kg; confirmed: what was typed when it looked implausible."""

    kind: Literal["height_cm", "weight_kg"]
    value: Decimal
    on: date
    confirmed: str = ""


@dataclass(frozen=True, slots=True)
class LabTyped:
    """A laboratory value in the unit reported, with the limits of normal that were typed."""

    analyte: str
    value: Decimal
    unit: str
    lln: Decimal | None
    uln: Decimal | None
    on: date


@dataclass(frozen=True, slots=True)
class PatientTyped:
    """The patient's entry with DPYD and medicines as the order used them, in the place of the one read as `version`."""

    version: int
    entry: PatientEntry


@dataclass(frozen=True, slots=True)
class TypedForOrder:
    """All of it."""

    sizes: tuple[SizeTyped, ...] = ()
    labs: tuple[LabTyped, ...] = ()
    patient: PatientTyped | None = None
