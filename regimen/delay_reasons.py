"""What the treatment-day check proposes: coded reasons by value and term, and the days of a first delay. The data are
assets/treatment_day.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from regimen.toml_check import Findings, Table, parse

ASSET = Path(__file__).parent.parent / "assets" / "treatment_day.toml"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class DelayReasons:
    """assets/treatment_day.toml, read.

    delay_days   days a cycle is put off at first; source: where that comes from
    by_analyte   analyte -> code of a reason for a delay
    by_term      CTCAE term in small letters -> the same
    """

    delay_days: int
    source: str
    by_analyte: Mapping[str, str]
    by_term: Mapping[str, str]

    def code(self, analyte: str, term: str) -> str:
        """The coded reason of one limit that is not met."""
        return self.by_term.get(term.casefold(), OTHER) if term else self.by_analyte.get(analyte, OTHER)


def read_delay_reasons(text: str, name: str = "treatment_day.toml") -> DelayReasons:
    """The proposals from the text of a file like assets/treatment_day.toml. raises Refused, naming file and place."""
    findings = Findings(name)
    top = Table(findings, parse(text, name))
    top.whole("schema", 1, 1)
    sources = {}
    for table in top.tables("source", required=True):
        sources[table.name("id")] = table.text("cite")
        table.done()
    first = top.table("first_delay", required=True)
    findings.raise_if_any()
    assert first is not None  # a missing table has just been refused
    days, source = first.whole("days", 1, 84), first.one_of("source", tuple(sources))
    first.done()
    by_analyte: dict[str, str] = {}
    by_term: dict[str, str] = {}
    for table in top.tables("reason", required=True):
        code = table.name("code")
        for key, found, words in (
            ("analytes", by_analyte, table.texts("analytes")),
            ("terms", by_term, tuple(term.casefold() for term in table.texts("terms"))),
        ):
            for word in words:
                if found.setdefault(word, code) != code:
                    table.wrong(key, f"{word!r} already has the reason {found[word]}")
        table.done()
    top.done()
    findings.raise_if_any()
    return DelayReasons(days, sources.get(source, ""), by_analyte, by_term)


@cache
def delay_reasons() -> DelayReasons:
    """The proposals shipped with the program."""
    return read_delay_reasons(ASSET.read_text(encoding="utf-8"))
