"""Signatures beneath an order as plain values, and what a blind checker types. Nothing here knows SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

Meaning = Literal["verify", "raise", "prepare"]
Outcome = Literal["", "equal", "different"]
Standing = Literal["not signed", "prescribed", "differs", "verified", "released"]


@dataclass(frozen=True, slots=True)
class BlindLab:
    """A laboratory value as the checker read it from the source, in the unit reported there."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class BlindEntry:
    """What a checker types again from the source, without seeing what was typed first.

    height_cm, weight_kg  in these units
    labs    test -> value; those that `records.course.blind_check.asked_for` names
    note    needed after a check that differed: what was found out since
    """

    height_cm: Decimal
    weight_kg: Decimal
    labs: Mapping[str, BlindLab] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignatureRecord:
    """A stored signature.

    outcome  of a check: equal or different
    differs  names of the fields that differed: height_cm, weight_kg, a test, or computation (the second path)
    """

    id: UUID
    course_id: UUID
    order_id: UUID
    meaning: Meaning
    outcome: Outcome
    differs: tuple[str, ...]
    note: str
    by: str
    by_id: UUID
    role: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Release:
    """How far an order has come.

    standing  prescribed (signed by one), differs (a check disagreed), verified, released (nothing is missing)
    missing   what stands between the order and its release, one sentence each
    raised    drugs whose reduced dose it raises
    verified  the check that agreed; agreed: who agreed to the raised dose; prepared: who prepared it
    """

    standing: Standing
    missing: tuple[str, ...]
    raised: tuple[str, ...] = ()
    verified: SignatureRecord | None = None
    agreed: SignatureRecord | None = None
    prepared: SignatureRecord | None = None
