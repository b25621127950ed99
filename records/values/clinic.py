"""The clinic of one day as plain values: who comes, what is missing, how long it takes. They cross threads freely."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from records.values.audit import TrailEnd

#: What can be missing before a treatment, in the order in which it is usually put right.
NeedKind = Literal[
    "weight", "blood test", "dpyd", "allergies", "checklist", "order", "second check", "release", "go-ahead", "hold"
]


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that stands in the way of a treatment. words: "weight older than 7 days"."""

    kind: NeedKind
    words: str


@dataclass(frozen=True, slots=True)
class ClinicLine:
    """One cycle of one patient on the day.

    order_id  the signed or given order in force, None while there is none
    due       what is due: "cycle 2 day 1", "blood test"
    drugs     what is given or begun that day, with its dose once it is signed
    needs     empty: everything is there
    state     "not signed", or as the order stands: "signed", "released", "prepared", "given"
    treated   a drug is given or begun on this day
    minutes   in the chair, the site's own time around an infusion among them; None where it is not known
    """

    patient_id: UUID
    course_id: UUID
    order_id: UUID | None
    name: str
    identifiers: str
    regimen: str
    cycle: int
    cycle_day: int
    on: date
    due: tuple[str, ...]
    drugs: tuple[str, ...]
    needs: tuple[Need, ...]
    state: str
    treated: bool
    minutes: int | None

    @property
    def complete(self) -> bool:
        """Nothing is missing."""
        return not self.needs


@dataclass(frozen=True, slots=True)
class ClinicDay:
    """Everybody of a day, of one moment.

    site    the site's name; closed: why the site is closed on this day, "" when it is open
    before, after  the working days next to it
    end     the end of the audit trail when it was read
    """

    on: date
    site: str
    lines: tuple[ClinicLine, ...]
    closed: str
    before: date
    after: date
    end: TrailEnd
    read_at: datetime
