"""What a preparation list is made from: plain frozen values, ready to be pickled to the worker process."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from regimen.order import Vial
from treatment_calendar.paper.imprint import Imprint


@dataclass(frozen=True, slots=True)
class InfusionRow:
    """One infusion of one patient; every text may come from a keyboard.

    waste_mg, drug_ml, bag_ml, minutes  None where it is not known
    check_code  of the signed order it follows
    """

    name: str
    identifiers: str
    cycle: int
    cycle_day: int
    check_code: str
    dose_mg: Decimal
    vials: tuple[Vial, ...]
    waste_mg: Decimal | None
    drug_ml: Decimal | None
    bag_ml: Decimal | None
    diluent: str
    minutes: int | None


@dataclass(frozen=True, slots=True)
class InfusionTable:
    """One drug over all patients. shared: vials, what is left and what is saved, mg; proof: each sum, a line."""

    drug: str
    rows: tuple[InfusionRow, ...]
    total_mg: Decimal
    vials: tuple[Vial, ...]
    waste_mg: Decimal | None
    shared: tuple[tuple[Vial, ...], Decimal, Decimal] | None
    proof: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TabletRow:
    """Tablets of one patient: strength mg and number."""

    name: str
    identifiers: str
    cycle: int
    check_code: str
    supply: tuple[tuple[Decimal, int], ...]


@dataclass(frozen=True, slots=True)
class TabletTable:
    """The tablets of one drug over all patients."""

    drug: str
    rows: tuple[TabletRow, ...]
    supply: tuple[tuple[Decimal, int], ...]
    proof: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A patient for whom nothing, or not this drug, is made now, and why."""

    name: str
    identifiers: str
    cycle: int
    cycle_day: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreparationRequest:
    """The list of one day.

    patients  how many have something to prepare
    sharing   the site shares vials between patients
    """

    day: date
    patients: int
    infusions: tuple[InfusionTable, ...]
    tablets: tuple[TabletTable, ...]
    waiting: tuple[WaitingRow, ...]
    sharing: bool
    imprint: Imprint
