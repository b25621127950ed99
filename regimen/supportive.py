"""Supportive care: what a regimen file or a site lists, and what is ordered of it with one cycle. Values only.

What the patient takes at home and what is given at the clinic are two lists everywhere; `where` decides, and nothing
moves from one to the other unseen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Where = Literal["clinic", "home"]
Purpose = Literal["nausea", "allergy", "diarrhoea", "mouth", "skin", "hydration", "steroid", "other"]
Origin = Literal["regimen", "site", "patient"]

WHERE: tuple[Where, ...] = ("clinic", "home")
TIMES = ("morning", "noon", "evening", "night", "before infusion")
PURPOSES: tuple[Purpose, ...] = ("nausea", "allergy", "diarrhoea", "mouth", "skin", "hydration", "steroid", "other")
ORIGINS: tuple[Origin, ...] = ("regimen", "site", "patient")
UNITS = ("mg", "mcg", "g", "mL")
ADDED = "patient-"  # how the id of an item begins that is added for one patient
LANGUAGES = ("en", "zh", "de", "es", "fr")


@dataclass(frozen=True, slots=True)
class Supportive:
    """A medicine, or care, that goes with the cycle.

    dose    in words, as staff read it
    days    cycle days; empty: as needed
    where   clinic (given) or home (the patient takes it)
    words   key of the patient wording under assets/wording; "" for a site's own item, which brings `texts`
    phases  phase ids it goes with; empty: all
    when    option id -> choice ids it goes with; empty: always
    purpose what it is for
    amount, unit  how much at one time, exact; None where the dose is no figure (a cream, fluid by protocol)
    then_amount   each further one of the same day, where it differs from the first (loperamide 4 mg, then 2 mg)
    most_per_day  never more than this in one day, in `unit`
    most_days     never on more days in a row than this
    medicine      what is looked up in the checks, small letters; "" for care that is no medicine
    interacts     further words looked up in the checks (the parts of a combination)
    call_first_with  roles of drugs with which the patient calls before the first dose (inhibitor: it may be colitis)
    standard      ordered unless a person leaves it out with a reason; False: offered as a choice
    instead_of    ids of listed items it stands in for when it is chosen
    texts         language -> the patient's words, as the site typed them
    """

    id: str
    name: str
    dose: str
    days: tuple[int, ...]
    where: Where
    times: tuple[str, ...]
    words: str
    source: str
    phases: tuple[str, ...] = ()
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    purpose: Purpose = "other"
    amount: Decimal | None = None
    unit: str = ""
    then_amount: Decimal | None = None
    most_per_day: Decimal | None = None
    most_days: int | None = None
    medicine: str = ""
    interacts: tuple[str, ...] = ()
    call_first_with: tuple[str, ...] = ()
    standard: bool = True
    instead_of: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def as_needed(self) -> bool:
        """It has no days of its own: taken, or given, for need."""
        return not self.days

    @property
    def looked_up(self) -> tuple[str, ...]:
        """The words the checks look at, small letters; empty for care that is no medicine."""
        return tuple(word.casefold() for word in (self.medicine, *self.interacts) if word)


@dataclass(frozen=True, slots=True)
class OrderedItem:
    """One item as it is ordered, complete in itself.

    origin   whose item it is: the regimen's, the site's own, or added for this patient
    reason   why it differs from what is listed, or why it was added; "" as listed
    """

    item: Supportive
    origin: Origin = "regimen"
    reason: str = ""

    @property
    def changed(self) -> bool:
        """A person changed or added it, and said why."""
        return bool(self.reason)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A listed item that is not ordered, and why.

    by  person: left out of this order; site: switched off in the site's approved set; choice: another one chosen
        stands in for it
    """

    id: str
    name: str
    where: Where
    reason: str
    origin: Origin = "regimen"
    by: Literal["person", "site", "choice"] = "person"


@dataclass(frozen=True, slots=True)
class SetUsed:
    """The site's approved set an order was made with."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SupportiveOrder:
    """The supportive care ordered with one cycle.

    site_set    None: the regimen's own list, without a set of the site
    from_cycle  the cycle whose signed choice this one began with; None: it began with the list
    """

    items: tuple[OrderedItem, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    site_set: SetUsed | None = None
    from_cycle: int | None = None

    def at(self, where: Where) -> tuple[OrderedItem, ...]:
        """What is given at the clinic, or taken at home; never both."""
        return tuple(one for one in self.items if one.item.where == where)

    @property
    def medicines(self) -> tuple[Supportive, ...]:
        """The items themselves, in order."""
        return tuple(one.item for one in self.items)
