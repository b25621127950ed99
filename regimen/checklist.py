"""What is settled before the first cycle: the items of a regimen file, and to whom each of them applies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# What the records may already know of an item: offered with date and source, confirmed by a person, never taken.
Known = Literal["", "labs", "dpyd", "allergies", "drainage", "liver_involvement"]
KNOWN: tuple[Known, ...] = ("", "labs", "dpyd", "allergies", "drainage", "liver_involvement")


@dataclass(frozen=True, slots=True)
class Applies:
    """Whom an item is for; everything named has to fit.

    sex, age_from, age_below  of the patient, age in whole years at day 1; age_from is inside, age_below outside
    options    option id -> the choices with which the item is asked
    otherwise  the reason offered for "not applicable" where it does not fit
    """

    otherwise: str
    sex: Literal["", "female", "male"] = ""
    age_from: int | None = None
    age_below: int | None = None
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def fits(self, sex: str, age_y: int, chosen: Mapping[str, str]) -> bool:
        """Whether the item is for a patient of this sex and age, in a course with these options."""
        if self.sex and sex != self.sex:
            return False
        if (self.age_from is not None and age_y < self.age_from) or (
            self.age_below is not None and age_y >= self.age_below
        ):
            return False
        return all(chosen.get(option) in choices for option, choices in self.options.items())


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """Something to be settled before the first cycle (consent, hepatitis B, ...).

    findings  usual results in words, the commonest first: offered, never filled in
    analytes  tests whose values on record are offered; known: what else of the record is
    applies   None: for every patient of the regimen
    """

    id: str
    title: str
    source: str
    findings: tuple[str, ...] = ()
    analytes: tuple[str, ...] = ()
    known: Known = ""
    applies: Applies | None = None

    def is_for(self, sex: str, age_y: int, chosen: Mapping[str, str]) -> bool:
        """Whether the item applies; where it does not, a person still has to say so."""
        return self.applies is None or self.applies.fits(sex, age_y, chosen)
