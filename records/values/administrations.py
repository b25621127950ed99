"""What was given at the chair, as plain values: each infusion is a row of its own. Nothing here knows SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

Access = Literal["peripheral", "port", "picc", "other"]
Event = Literal["none", "infusion reaction", "extravasation"]

#: Where the drug runs in, in words.
ACCESSES: Mapping[Access, str] = {
    "peripheral": "peripheral vein",
    "port": "port",
    "picc": "PICC or other central line",
    "other": "other",
}
EVENTS: Mapping[Event, str] = {
    "none": "none",
    "infusion reaction": "infusion reaction",
    "extravasation": "extravasation",
}


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch of the drug that was used."""

    number: str
    expiry: date | None = None


@dataclass(frozen=True, slots=True)
class VitalSigns:
    """Vital signs at a time of the day ("09:30"); what was not taken is None."""

    at: str
    temperature_c: Decimal | None = None
    pulse_per_min: int | None = None
    systolic_mmhg: int | None = None
    diastolic_mmhg: int | None = None
    spo2_percent: int | None = None


@dataclass(frozen=True, slots=True)
class AdministrationEntry:
    """One infusion of one drug, or that it was not given.

    given_mg        what ran in; 0: not given, with the reason
    reason          needed where less or more than ordered was given, or nothing
    started, stopped  times of the day, "09:30"; empty where nothing was given; stopped empty while it runs
    batches         at least one where something was given
    access, site    how and where it ran in ("left forearm")
    event           infusion reaction or extravasation; done: what was done about it, needed with one
    """

    drug: str
    cycle_day: int
    on: date
    given_mg: Decimal
    started: str = ""
    stopped: str = ""
    batches: tuple[Batch, ...] = ()
    access: Access = "peripheral"
    site: str = ""
    vital_signs: tuple[VitalSigns, ...] = field(default_factory=tuple)
    event: Event = "none"
    done: str = ""
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AdministrationRecord:
    """A stored infusion. ordered_mg: the dose of the order; by, role, at: who signed for it, and when."""

    id: UUID
    course_id: UUID
    order_id: UUID
    cycle: int
    ordered_mg: Decimal
    entry: AdministrationEntry
    by: str
    role: str
    at: datetime
    withdrawn: bool = False
    withdrawn_why: str = ""
