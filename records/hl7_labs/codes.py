"""LOINC codes and units of laboratory values: the data are assets/labs/loinc.toml. Nothing is matched by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from regimen.analytes import Analyte, analyte, analytes, unit_spelled
from regimen.toml_check import Findings, Table, parse

ASSET = Path(__file__).parent.parent.parent / "assets" / "labs" / "loinc.toml"
TAGS = ("given", "public")


@dataclass(frozen=True, slots=True)
class CodedTest:
    """What a LOINC code stands for. units: ours that fit its property; public: to be verified against LOINC."""

    analyte: str
    units: tuple[str, ...]
    public: bool


@dataclass(frozen=True, slots=True)
class Codes:
    """assets/labs/loinc.toml, read.

    tests    LOINC code -> what it stands for
    apart    LOINC code -> why it is not taken
    written  unit as written -> (our unit, factor); one spelling may fit two units of different tests
    """

    tests: Mapping[str, CodedTest]
    apart: Mapping[str, str]
    written: Mapping[str, tuple[tuple[str, Decimal], ...]]


@dataclass(frozen=True, slots=True)
class Unit:
    """One of our units: value x factor = value in it. `factor` is a power of ten."""

    unit: str
    factor: Decimal


def check_digit_holds(code: str) -> bool:
    """Whether the last digit of a LOINC code is its check digit (Luhn, mod 10)."""
    body, _, last = code.rpartition("-")
    if not (body.isascii() and body.isdigit() and len(last) == 1 and last.isascii() and last.isdigit()):
        return False
    total = 0
    for place, sign in enumerate(reversed(body)):
        doubled = int(sign) * (2 if place % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return (10 - total % 10) % 10 == int(last)


def read_codes(text: str, name: str = "loinc.toml") -> Codes:
    """The codes from the text of a file like assets/labs/loinc.toml. raises Refused, naming file and place."""
    findings = Findings(name)
    table = Table(findings, parse(text, name))
    table.whole("schema", 1, 1)
    tests: dict[str, CodedTest] = {}
    for entry in table.tables("test", required=True):
        known = analytes().by_name.get(entry.name("analyte"))
        if known is None:
            entry.wrong("analyte", "is not in analytes.toml")
            continue
        units = entry.texts("units", required=True)
        for unit in units:
            if unit not in known.units:
                entry.wrong("units", f"{unit!r} is no unit of {known.name}")
        made = CodedTest(known.name, units, entry.one_of("tag", TAGS) == "public")
        for code in entry.texts("codes", required=True):
            _check(entry, code, tests)
            tests[code] = made
        entry.done()
    apart = _apart(table, tests)
    written = _written(table)
    table.done()
    findings.raise_if_any()
    return Codes(tests, apart, written)


def _check(entry: Table, code: str, tests: Mapping[str, CodedTest]) -> None:
    if not check_digit_holds(code):
        entry.wrong("codes", f"{code!r} fails its check digit")
    if code in tests:
        entry.wrong("codes", f"{code!r} stands there twice")


def _apart(table: Table, tests: Mapping[str, CodedTest]) -> dict[str, str]:
    apart = {}
    for entry in table.tables("apart"):
        code = entry.text("code")
        if not check_digit_holds(code) or code in tests:
            entry.wrong("code", f"{code!r} fails its check digit, or is taken elsewhere")
        apart[code] = entry.text("why")
        entry.done()
    return apart


def _written(table: Table) -> dict[str, tuple[tuple[str, Decimal], ...]]:
    ours = {unit for one in analytes().all for unit in one.units}
    written: dict[str, tuple[tuple[str, Decimal], ...]] = {}
    for entry in table.tables("unit", required=True):
        unit, factor = entry.text("unit"), entry.amount("factor")
        if unit not in ours:
            entry.wrong("unit", f"{unit!r} is no unit of analytes.toml")
        if not power_of_ten(factor):
            entry.wrong("factor", "must be a power of ten: only such a conversion is exact")
        for text in entry.texts("written", required=True):
            written[text] = (*written.get(text, ()), (unit, factor))
        entry.done()
    return written


def power_of_ten(factor: Decimal) -> bool:
    """Whether multiplying by it only moves the point."""
    return factor > 0 and factor.normalize().as_tuple().digits == (1,)


@cache
def codes() -> Codes:
    """The codes shipped with the program."""
    return read_codes(ASSET.read_text(encoding="utf-8"))


def unit_as_written(name: str, allowed: tuple[str, ...], written: str) -> Unit | None:
    """The unit of a test that a written one means, None where it means none of those allowed."""
    known = analyte(name)
    for unit, factor in codes().written.get(written, ()):
        if unit in allowed:
            return Unit(unit, factor)
    spelled = unit_spelled(written)
    return Unit(spelled, Decimal(1)) if spelled in allowed and spelled in known.units else None


def to_unit(known: Analyte, found: Unit, wanted: str) -> Unit | None:
    """The same result in another unit of the test, where that only moves the point; None where it would not."""
    if wanted == found.unit:
        return found
    own, other = known.units.get(found.unit), known.units.get(wanted)
    if own is None or other is None or not (own.exact and other.exact):
        return None
    if not (power_of_ten(own.factor) and power_of_ten(other.factor)):
        return None
    return Unit(wanted, found.factor * own.factor / other.factor)


def moved(value: Decimal, factor: Decimal) -> Decimal:
    """A value times a power of ten, exact: 1.40 x 1000 = 1400, 72000 x 0.001 = 72 (72.000 would read as a thousand)."""
    shift = factor.normalize().as_tuple().exponent
    assert isinstance(shift, int)
    if shift == 0:
        return value
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    result = Decimal((sign, digits, exponent + shift)).normalize()
    return Decimal(format(result, "f"))
