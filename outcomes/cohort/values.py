"""What the window asks of a cohort and what it is answered: plain values that cross between processes."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from outcomes.cohort.patients import CohortEvent, CohortPatient
from outcomes.cohort.summary import Choices, Summary

DATA = Path(__file__).resolve().parent.parent.parent / "assets" / "outcomes" / "cohort.toml"
DEMO = DATA.parent.parent / "demo"
Group = Literal["baseline", "treatment"]
Kind = Literal["number", "words", "several", "day"]
#: Between the words of a factor of which a patient may have several.
SEVERAL = "; "


@dataclass(frozen=True, slots=True)
class Factor:
    """A further column: its title, where it stands, how it is counted, and whether a cohort is filtered by it."""

    id: str
    title: str
    group: Group = "baseline"
    kind: Kind | None = None
    filter: bool = False


@dataclass(frozen=True, slots=True)
class Cohort:
    """Patients and adverse events as read. events None: nothing is known of any.

    name, sha256  of the file, or of what was read from the records
    keys          id -> the patient's id in the records; empty for a file
    left_out      why somebody of the records is not in it, in words
    rules         by which versions of rules it came about, with how many patients each
    """

    name: str
    sha256: str
    patients: tuple[CohortPatient, ...]
    events: tuple[CohortEvent, ...] | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    def values_of(self, factor: str) -> tuple[str, ...]:
        """Every value of a factor, in order; empty where nobody has it."""
        return tuple(sorted({one.factors.get(factor, "") for one in self.patients} - {""}))


@dataclass(frozen=True, slots=True)
class Filter:
    """Who counts: values of factors, first dose from and to (both included). Empty: everybody."""

    where: Mapping[str, str] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None

    def takes(self, one: CohortPatient) -> bool:
        """Whether a patient counts."""
        if any(one.factors.get(factor, "") != value for factor, value in self.where.items()):
            return False
        early = self.first is not None and (one.start is None or one.start < self.first)
        return not early and not (self.last is not None and (one.start is None or one.start > self.last))


@dataclass(frozen=True, slots=True)
class ReadAsked:
    """Gives a `Cohort` from files. events "": none."""

    cohort: str
    events: str = ""


@dataclass(frozen=True, slots=True)
class SumAsked:
    """Gives an `Answer`. Raises Refused where the filter leaves nobody."""

    cohort: Cohort
    filter: Filter = field(default_factory=Filter)
    choices: Choices = field(default_factory=Choices)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many patients have one value of a factor. value "": not said."""

    value: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Characteristic:
    """One factor over the cohort: counts of each value, or median and range; missing: ids without a value."""

    factor: Factor
    counts: tuple[Counted, ...] = ()
    median: Decimal | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    known: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A cohort summed up. cohort: those who passed the filter, with their events."""

    cohort: Cohort
    filter: Filter
    of: int
    summary: Summary
    characteristics: tuple[Characteristic, ...]


@cache
def known_factors() -> Mapping[str, Factor]:
    """Id -> the factors the program knows by name, in their order."""
    found = tomllib.loads(DATA.read_text("utf-8"), parse_float=Decimal)["factor"]
    return {one["id"]: Factor(**one) for one in found}
