"""What is checked of ordered supportive care: assets/supportive_checks.toml, read as strictly as a regimen file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from regimen.definition import Severity
from regimen.reader_drugs import SEVERITIES
from regimen.reference import open_list, small_words, source_of
from regimen.toml_check import Table, unique

PATH = Path(__file__).parent.parent / "assets" / "supportive_checks.toml"
Once = Literal["cycle", "course"]
ONCE: tuple[Once, ...] = ("cycle", "course")


@dataclass(frozen=True, slots=True)
class Substance:
    """A substance, or several that count as one, known by its words (small letters)."""

    id: str
    words: tuple[str, ...]
    groups: tuple[str, ...]

    @property
    def names(self) -> frozenset[str]:
        """What a rule may call it: itself or one of its groups."""
        return frozenset((self.id, *self.groups))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two substances that matter to each other.

    first    the ordered item's; second: another ordered item's or a taken medicine's; drugs: drugs of the cycle
    up_to_mg with that much of the first at one time, or less, it is a note; None: whatever the amount
    """

    code: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    drugs: tuple[str, ...]
    severity: Severity
    once: Once
    up_to_mg: Decimal | None
    source: str


@dataclass(frozen=True, slots=True)
class SingleFinding:
    """What the program finds in one item: how serious it is, and by which source."""

    severity: Severity
    source: str


@dataclass(frozen=True, slots=True)
class SupportiveRules:
    """All rules."""

    substances: tuple[Substance, ...]
    pairs: tuple[Pair, ...]
    findings: Mapping[str, SingleFinding]

    def of(self, words: Iterable[str]) -> tuple[Substance, ...]:
        """The substances some words name; a word that names none of the list stands for itself alone."""
        said = [word.casefold() for word in words]
        return tuple(one for one in self.substances if any(known in word for word in said for known in one.words))

    @property
    def codes(self) -> frozenset[str]:
        """Every code that can be raised."""
        return frozenset(pair.code for pair in self.pairs) | frozenset(self.findings)


@cache
def supportive_rules() -> SupportiveRules:
    """The rules that ship with the program. Raises Refused when the file is malformed, which is our bug."""
    return read_supportive_rules(PATH.read_text(encoding="utf-8"), PATH.name)


def read_supportive_rules(text: str, name: str) -> SupportiveRules:
    """The rules from a text. Raises Refused with every finding."""
    top, sources = open_list(text, name)
    substances = _substances(top)
    known = frozenset[str]().union(*(one.names for one in substances))
    pairs = tuple(_pair(table, sources, known) for table in top.tables("pair", required=True))
    findings = {}
    for table in top.tables("finding", required=True):
        code = table.name("code")
        if code in findings:
            table.wrong("code", f"'{code}' stands in the file twice")
        findings[code] = SingleFinding(table.one_of("severity", SEVERITIES), _cited(table, sources))
        table.done()
    top.done()
    top.findings.raise_if_any()
    return SupportiveRules(substances, pairs, findings)


def _cited(table: Table, sources: Mapping[str, str]) -> str:
    return source_of(table, sources) + (" (to be verified)" if table.flag("to_verify", default=False) else "")


def _substances(top: Table) -> tuple[Substance, ...]:
    read = []
    for table in top.tables("substance", required=True):
        read.append(
            (table, Substance(table.name("id"), small_words(table, "words", required=True), table.texts("groups")))
        )
        table.done()
    unique([(table, one.id) for table, one in read], "id", "substance")
    return tuple(one for _, one in read)


def _pair(table: Table, sources: Mapping[str, str], known: frozenset[str]) -> Pair:
    pair = Pair(
        code=table.name("code"),
        first=table.words("first", known, "substance or group", required=True),
        second=table.words("second", known, "substance or group"),
        drugs=table.texts("drugs"),
        severity=table.one_of("severity", SEVERITIES),
        once=table.one_of("once", ONCE, default="cycle"),
        up_to_mg=table.maybe_amount("up_to_mg"),
        source=_cited(table, sources),
    )
    if bool(pair.second) == bool(pair.drugs):
        table.wrong("second", "second or drugs; exactly one of them stands here")
    table.done()
    return pair
