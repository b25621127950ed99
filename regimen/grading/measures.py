"""What is graded by number: names, units, spellings, exact conversions. Data: assets/ctcae/analytes.toml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from regimen.grading.terms import FOLDER
from regimen.toml_check import Findings, Table, parse

_FORMS = str.maketrans(
    {"µ": "u", "μ": "u", "×": "x", "*": "^", "⁹": "^9", "⁴": "^4", "³": "^3", "²": "^2", "¹": "^1", "⁻": "-", "−": "-",
     "·": ".", "∙": ".", "⋅": ".", "ℓ": "l", "℃": "c", "℉": "f", "º": "°"}
)  # fmt: skip
# Other forms of the same sign, each pair read after the capitals, the spaces and the signs above are gone.
_SAME = (
    (re.compile(r"\^\^"), "^"),  # 10**9
    (re.compile(r"10\(([0-9])\)"), r"10^\1"),  # 10(9)/L
    (re.compile(r"(?:micro|(?<![a-z])mc)(?=l|g|mol|iu|u|kat)"), "u"),  # mcL, mcg, microL
    (re.compile(r"(?:cumm|cmm|mmc|mm\^3|cubicmm|cu\.mm)"), "mm3"),
    (re.compile(r"m\^2"), "m2"),
    (re.compile(r"(?<=[/l])(?:iter|itre)s?$"), ""),  # /liter, /litre (the l stays)
    (re.compile(r"[./]?(dl|ml|ul|nl|l|mm3|m2)\^?-\^?1$"), r"/\1"),  # mmol.L-1
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One laboratory value or bedside measurement; `units` are those it is reported in."""

    name: str
    title: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """assets/ctcae/analytes.toml, read.

    by_word    name, title and aliases in small letters -> measure
    spellings  a unit as written -> its names here ("" stands for pH and for ratio)
    folded     the same without regard to capitals, spaces and the forms of micro, times and superscripts
    factors    (unit, other): 1 unit = factor other, exactly
    """

    by_word: Mapping[str, Measure]
    spellings: Mapping[str, tuple[str, ...]]
    folded: Mapping[str, tuple[str, ...]]
    factors: Mapping[tuple[str, str], Decimal]

    def unit_of(self, measure: Measure, written: str) -> str | None:
        """The unit of this measure that a written unit means, None when it has no such unit."""
        for known, word in ((self.spellings, written.strip()), (self.folded, _fold(written))):
            for unit in known.get(word, ()):
                if unit in measure.units or any((unit, own) in self.factors for own in measure.units):
                    return unit
        return None

    def factor(self, unit: str, other: str) -> Decimal | None:
        """Exact factor from `unit` to `other`, None where there is none."""
        return Decimal(1) if unit == other else self.factors.get((unit, other))


def read_measures(text: str, name: str = "analytes.toml") -> Measures:
    """The measures from the text of a file like assets/ctcae/analytes.toml. raises Refused, naming file and place."""
    findings = Findings(name)
    table = Table(findings, parse(text, name))
    table.whole("schema", 1, 1)
    by_word: dict[str, Measure] = {}
    spellings: dict[str, tuple[str, ...]] = {}
    for entry in table.tables("analyte", required=True):
        measure = Measure(entry.name("name"), entry.text("title"), entry.texts("units", required=True))
        for word in (measure.name, measure.title, *entry.texts("aliases", empty=True)):
            if by_word.setdefault(word.lower(), measure) is not measure:
                entry.wrong("aliases", f"{word!r} already names another value")
        for unit in measure.units:
            spellings[unit] = (unit,)
        entry.done()
    for entry in table.tables("spelling"):
        unit = entry.text("unit")
        written = (*entry.texts("also", empty=True), *(("",) if entry.flag("none", default=False) else ()))
        for word in written:
            spellings[word] = (*spellings.get(word, ()), unit)
        entry.done()
    factors = _factors(table)
    table.done()
    findings.raise_if_any()
    folded: dict[str, tuple[str, ...]] = {}
    for written_unit, units in spellings.items():
        key = _fold(written_unit)
        folded[key] = tuple(dict.fromkeys((*folded.get(key, ()), *units)))
    return Measures(by_word, spellings, folded, factors)


def _fold(written: str) -> str:
    """ "x 10⁹/l" -> "10^9/l"; a unit of the measure is still the only thing it can mean."""
    word = "".join(written.split()).translate(_FORMS).casefold()
    for pattern, form in _SAME:
        word = pattern.sub(form, word)
    return word.removeprefix("x") if word.startswith("x10") else word


def _factors(table: Table) -> dict[tuple[str, str], Decimal]:
    """Both directions of each exact conversion; the factors are powers of ten, so the way back is exact too."""
    factors: dict[tuple[str, str], Decimal] = {}
    for entry in table.tables("exact"):
        unit, other, factor = entry.text("unit"), entry.text("other"), entry.amount("factor")
        if factor.normalize().as_tuple().digits != (1,):
            entry.wrong("factor", "must be a power of ten; any other conversion is not exact both ways")
            continue
        factors[unit, other] = factor
        factors[other, unit] = 1 / factor
        entry.done()
    return factors


@cache
def measures() -> Measures:
    """The measures shipped with the program."""
    return read_measures((FOLDER / "analytes.toml").read_text(encoding="utf-8"))
