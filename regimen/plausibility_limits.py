"""Which sizes, dates, levels and percents are believed: assets/plausibility.toml, read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from regimen.analytes import Range
from regimen.toml_check import Findings, Table, parse

ASSET = Path(__file__).parent.parent / "assets" / "plausibility.toml"
_TAGS = ("confirmed", "secondary", "memory", "arithmetic", "proposal")


@dataclass(frozen=True, slots=True)
class Believed:
    """hard: outside it nothing is computed; soft: outside it a person is asked."""

    hard: Range
    soft: Range


@dataclass(frozen=True, slots=True)
class Limits:
    """The whole file.

    of              height_cm, weight_kg, bmi, bsa_m2, age_y, percent
    levels          drug -> level of one dose, mg/m2
    height_m        a height typed in metres; height_in: in inches
    usual_bmi       a weight in pounds is suspected when, read as pounds, the BMI comes nearer to this
    weight_percent, height_cm  changes that are questioned
    """

    of: Mapping[str, Believed]
    levels: Mapping[str, Believed]
    height_m: Range
    height_in: Range
    usual_bmi: Decimal
    weight_percent: Decimal
    height_cm: Decimal
    earliest_day1: date
    latest_day1: date


def _range(table: Table, key: str) -> Range:
    ends = table.table(key, required=True)
    if ends is None:
        return Range(Decimal(0), Decimal(0))
    found = Range(ends.number("low"), ends.number("high"))
    if found.low >= found.high:
        ends.wrong("high", "must lie above low")
    ends.done()
    return found


def _believed(table: Table, sources: tuple[str, ...]) -> Believed:
    hard, soft = _range(table, "hard"), _range(table, "soft")
    if not (hard.holds(soft.low) and hard.holds(soft.high)):
        table.wrong("soft", "must lie inside hard")
    table.one_of("source", sources)
    table.done()
    return Believed(hard, soft)


def read_limits(text: str, name: str = "plausibility.toml") -> Limits:
    """The limits from the text of a file like assets/plausibility.toml. raises Refused, naming file and place."""
    findings = Findings(name)
    table = Table(findings, parse(text, name))
    table.whole("schema", 1, 1)
    sources = []
    for entry in table.tables("source", required=True):
        sources.append(entry.name("id"))
        entry.text("cite")
        entry.one_of("tag", _TAGS)
        entry.done()
    parts = {
        key: table.table(key, required=True)
        for key in ("height_cm", "weight_kg", "bmi", "bsa_m2", "age_y", "percent", "slips", "change", "dates")
    }
    findings.raise_if_any()
    known = tuple(sources)
    present = {key: part for key, part in parts.items() if part is not None}
    slips, change, dates = (present.pop(key) for key in ("slips", "change", "dates"))
    levels = {entry.text("drug"): _believed(entry, known) for entry in table.tables("level", required=True)}
    earliest, latest = dates.maybe_date("earliest_day1"), dates.maybe_date("latest_day1")
    if earliest is None or latest is None:
        dates.wrong("earliest_day1", "and latest_day1 must both be dates")
        earliest = latest = date.min
    limits = Limits(
        of={key: _believed(part, known) for key, part in present.items()},
        levels=levels,
        height_m=_range(slips, "height_m"),
        height_in=_range(slips, "height_in"),
        usual_bmi=slips.amount("usual_bmi"),
        weight_percent=change.amount("weight_percent"),
        height_cm=change.amount("height_cm"),
        earliest_day1=earliest,
        latest_day1=latest,
    )
    for part in (slips, change, dates):
        part.one_of("source", known)
        part.done()
    table.done()
    findings.raise_if_any()
    return limits


@cache
def limits() -> Limits:
    """The limits shipped with the program."""
    return read_limits(ASSET.read_text(encoding="utf-8"))
