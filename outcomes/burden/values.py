"""The values of the comparison: what is asked and what is found. Plain and light, for the window and its processes."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

DATA = Path(__file__).resolve().parent.parent.parent / "assets" / "outcomes" / "burden.toml"
#: The option of a regimen file that names its immune checkpoint inhibitor.
INHIBITOR = "ici"
#: How the title of a file begins whose inhibitor is an option.
ANY_INHIBITOR = "ICI + "


@dataclass(frozen=True, slots=True)
class SiteTimes:
    """What the site says of its own day, in minutes; 0 where nothing was said.

    around_infusion  chair time at an IV visit beside the infusions (cannula, flushes, observation)
    blood_test       at a blood test on a day of its own
    travel           there and back
    """

    around_infusion: int = 0
    blood_test: int = 0
    travel: int = 0


@dataclass(frozen=True, slots=True)
class Burden:
    """Counts over the weeks; every one can be found again on the days listed.

    iv_visits       days on which something is infused
    infusion_minutes, infusion_ml  as the regimen file plans them; ml None where a bag volume is not known
    chair_minutes   infusions and the site's own time around them
    blood_tests     tests for the treatment days of these weeks; test_trips: those on a day without an infusion
    tablets         by strength in mg; tablet_days: days with tablets to take
    quiet_days      days with no visit, no test and no tablets
    travel_minutes  for all trips, as the site counts them
    unknown         what could not be counted, in words
    """

    regimen_id: str
    title: str
    weeks: int
    iv_days: tuple[date, ...]
    infusion_minutes: int
    infusion_ml: Decimal | None
    chair_minutes: int
    blood_test_days: tuple[date, ...]
    test_trips: int
    tablets: Mapping[Decimal, int]
    tablet_days: int
    quiet_days: int
    travel_minutes: int
    unknown: tuple[str, ...]

    @property
    def iv_visits(self) -> int:
        return len(self.iv_days)

    @property
    def blood_tests(self) -> int:
        return len(self.blood_test_days)

    @property
    def tablet_count(self) -> int:
        return sum(self.tablets.values())


@dataclass(frozen=True, slots=True)
class Size:
    """Whose doses are counted: cm, kg, creatinine in its unit; no name and no number.

    whose  "reference": the patient of assets/outcomes/burden.toml; "patient": measurements of one who is treated
    """

    sex: Literal["female", "male"]
    birth_date: date
    height_cm: Decimal
    weight_kg: Decimal
    creatinine: tuple[Decimal, str] | None
    whose: Literal["reference", "patient"] = "reference"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One regimen to compare. options: option id -> choice id."""

    regimen: str
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CompareAsked:
    """Gives `Comparison`. policy: the site's own choices over the practice profile; weeks 1 to 104.

    profile_text  of the site's own practice profile, "" for one that ships
    """

    size: Size
    practice: str
    day1: date
    weeks: int
    columns: tuple[Chosen, ...]
    times: SiteTimes = SiteTimes()
    policy: Mapping[str, object] = field(default_factory=dict)
    profile_text: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One regimen counted, or why it could not be.

    inhibitor   its title in the words of the file, "" without one; levels: the other options, in its words
    version, sha256, status, to_verify  of the regimen file: which it was, and how much of it is still to be checked
    refused     every reason; then burden is None
    """

    chosen: Chosen
    title: str
    inhibitor: str
    levels: tuple[str, ...]
    version: str
    sha256: str
    status: str
    to_verify: int
    burden: Burden | None
    refused: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Title and inhibitor in one line, the regimen before the inhibitor in each."""
        if not self.inhibitor:
            return self.title
        return f"{self.title.removeprefix(ANY_INHIBITOR)} + {self.inhibitor}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was asked and the columns in their order."""

    asked: CompareAsked
    columns: tuple[Column, ...]

    @property
    def counted(self) -> tuple[Column, ...]:
        """Those that could be counted."""
        return tuple(column for column in self.columns if column.burden is not None)


@cache
def burden_data() -> Mapping[str, Any]:
    """The reference patient, what is compared at first, and the words of the page."""
    found: Mapping[str, Any] = tomllib.loads(DATA.read_text("utf-8"), parse_float=Decimal)
    return found


def reference(day1: date) -> Size:
    """The reference patient on a day."""
    kept = burden_data()["reference"]
    return Size(
        kept["sex"], date(day1.year - int(kept["age_years"]), 1, 1), Decimal(kept["height_cm"]),
        Decimal(kept["weight_kg"]), (Decimal(kept["creatinine"]), str(kept["creatinine_unit"])),
    )  # fmt: skip


def usual_weeks() -> int:
    """The weeks compared at first."""
    return int(burden_data()["weeks"])


def usual_columns() -> tuple[Chosen, ...]:
    """The regimens compared at first, with their options."""
    return tuple(Chosen(one["regimen"], dict(one.get("options", {}))) for one in burden_data()["column"])


@dataclass(frozen=True, slots=True)
class PageAsked:
    """Gives the PDF as bytes. No name of a patient stands on it. person, site: who made it, as typed."""

    comparison: Comparison
    on: date
    person: str
    site: str
    paper: Literal["a4", "letter"] = "a4"
    large_print: bool = False
    language: str = "en"
    for_clinical_use: bool = False


@dataclass(frozen=True, slots=True)
class OptionChoices:
    """One option. choices: (id, title); when: option id -> choices with which it is asked at all."""

    id: str
    title: str
    choices: tuple[tuple[str, str], ...]
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def is_asked(self, values: Mapping[str, str]) -> bool:
        """Whether it is asked with these choices of the others."""
        return all(values.get(other) in choices for other, choices in self.when.items())


@dataclass(frozen=True, slots=True)
class RegimenChoices:
    """One regimen file."""

    id: str
    title: str
    options: tuple[OptionChoices, ...]


@dataclass(frozen=True, slots=True)
class RegimensAsked:
    """Gives a tuple of `RegimenChoices`, those of the files that can be read."""
