"""Laboratory values by name: their units, exact conversions, believable ranges. The data are assets/analytes.toml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from regimen.errors import refuse
from regimen.toml_check import Findings, Table, parse

ASSET = Path(__file__).parent.parent / "assets" / "analytes.toml"
_LITRE = re.compile(r"/(d|m|u|\u00b5|\u03bc|mc)?l$")


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest and highest, both included."""

    low: Decimal
    high: Decimal

    def holds(self, value: Decimal) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class UnitOf:
    """One unit of one analyte: value x factor = value in the analyte's own unit; exact False: a rounded factor."""

    unit: str
    factor: Decimal
    exact: bool
    source: str


@dataclass(frozen=True, slots=True)
class Analyte:
    """One laboratory value.

    unit   the unit `hard` and `soft` are in
    hard   what can be entered at all; soft: what is taken without a question
    units  every accepted unit by its name, `unit` among them
    """

    name: str
    title: str
    aliases: tuple[str, ...]
    unit: str
    hard: Range
    soft: Range
    units: Mapping[str, UnitOf]
    source: str


@dataclass(frozen=True, slots=True)
class Analytes:
    """assets/analytes.toml, read.

    by_name    every name and alias in lower case
    spellings  every unit as written -> its name
    """

    by_name: Mapping[str, Analyte]
    spellings: Mapping[str, str]

    @property
    def all(self) -> tuple[Analyte, ...]:
        """Each analyte once, in the order of the file."""
        return tuple({analyte.name: analyte for analyte in self.by_name.values()}.values())


def _range(table: Table, key: str) -> Range:
    ends = table.table(key, required=True)
    if ends is None:
        return Range(Decimal(0), Decimal(0))
    found = Range(ends.number("low"), ends.number("high"))
    if found.low >= found.high:
        ends.wrong("high", "must lie above low")
    ends.done()
    return found


def _analyte(table: Table, sources: Mapping[str, str]) -> Analyte:
    name, unit = table.name("name"), table.text("unit")
    source = sources.get(table.one_of("source", tuple(sources)), "")
    units = {unit: UnitOf(unit, Decimal(1), True, source)}
    for also in table.tables("also") if table.has("also") else ():
        other = also.text("unit")
        if other in units:
            also.wrong("unit", f"{other!r} stands there twice")
        units[other] = UnitOf(
            other, also.amount("factor"), also.flag("exact"), sources.get(also.one_of("source", tuple(sources)), "")
        )
        also.done()
    hard, soft = _range(table, "hard"), _range(table, "soft")
    if not (hard.holds(soft.low) and hard.holds(soft.high)):
        table.wrong("soft", "must lie inside hard")
    title, aliases = table.text("title"), table.texts("aliases", empty=True)
    table.done()
    return Analyte(name, title, aliases, unit, hard, soft, units, source)


def read_analytes(text: str, name: str = "analytes.toml") -> Analytes:
    """The analytes from the text of a file like assets/analytes.toml. raises Refused, naming file and place."""
    findings = Findings(name)
    table = Table(findings, parse(text, name))
    table.whole("schema", 1, 1)
    sources: dict[str, str] = {}
    for entry in table.tables("source", required=True):
        sources[entry.name("id")] = entry.text("cite")
        entry.one_of("tag", ("confirmed", "secondary", "memory", "arithmetic", "proposal"))
        entry.done()
    findings.raise_if_any()
    by_name: dict[str, Analyte] = {}
    spellings: dict[str, str] = {}
    for entry in table.tables("analyte", required=True):
        analyte = _analyte(entry, sources)
        for word in (analyte.name, *analyte.aliases):
            if by_name.setdefault(word.lower(), analyte) is not analyte:
                entry.wrong("aliases", f"{word!r} already names another analyte")
        spellings |= {unit: unit for unit in analyte.units}
    for entry in table.tables("spelling"):
        unit = entry.text("unit")
        for written in entry.texts("also"):
            if spellings.setdefault(written, unit) != unit:
                entry.wrong("also", f"{written!r} already stands for {spellings[written]}")
        entry.done()
    table.done()
    findings.raise_if_any()
    return Analytes(by_name, spellings)


@cache
def analytes() -> Analytes:
    """The analytes shipped with the program."""
    return read_analytes(ASSET.read_text(encoding="utf-8"))


def analyte(name: str) -> Analyte:
    """One analyte by name or alias, case not minded. raises Refused."""
    found = analytes().by_name.get(name.strip().lower())
    if found is None:
        raise refuse("labs", f"{name!r} is not a laboratory value known here.")
    return found


def unit_of(found: Analyte, written: str) -> UnitOf:
    """The unit of this analyte that a written unit means. raises Refused, naming those accepted."""
    unit = analytes().spellings.get(written.strip(), written.strip())
    if unit not in found.units:
        accepted = ", ".join(found.units)
        raise refuse(f"labs.{found.name}.unit", f"{written!r} is not a unit of {found.title}; accepted are {accepted}.")
    return found.units[unit]


def converted(found: Analyte, value: Decimal, written: str) -> Decimal:
    """The value in the analyte's own unit, for a look at its range; exact only where the unit's factor is."""
    return value * unit_of(found, written).factor


def unit_spelled(written: str) -> str:
    """The name of a unit as a laboratory writes it, "/l" for "/L" too; the text itself where it names none."""
    known = analytes().spellings
    litre = _LITRE.sub(lambda found: f"/{found[1] or ''}L", written)
    return known.get(written) or known.get(litre, litre)
