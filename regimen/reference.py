"""Lists beside the regimens: diluents, allergy classes, interacting medicines. Read as strictly as a regimen file."""

from collections.abc import Mapping
from dataclasses import dataclass

from regimen.definition import Severity
from regimen.reader_drugs import SEVERITIES
from regimen.toml_check import Findings, Table, parse, unique

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Diluent:
    """A fluid drugs are diluted in.

    name      as regimen files, orders and answers name it
    contains  what an infusion may forbid or require ("chloride", "glucose")
    titles    practice profile id -> the name used there, where it differs ("D5W")
    aliases   other spellings, small letters, read as this fluid
    """

    name: str
    contains: tuple[str, ...]
    titles: Mapping[str, str]
    aliases: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class AllergyClass:
    """Substances whose allergy, or an earlier reaction to which, concerns some drugs.

    code   the alert's code ("allergy-platinum")
    words  small-letter words; a typed allergy that contains one belongs to the class
    drugs  the drugs of the regimens it concerns
    """

    code: str
    title: str
    words: tuple[str, ...]
    drugs: tuple[str, ...]
    severity: Severity
    source: str
    to_verify: bool


@dataclass(frozen=True, slots=True)
class Interaction:
    """A medicine that matters to some drugs of the regimens.

    code          the alert's code ("interaction-warfarin")
    words         small-letter words; a typed medicine that contains one is meant
    drugs         drugs of the regimens it concerns
    washout_days  days between its end and the first dose, None where there is no such rule
    action        what to do, one sentence
    """

    code: str
    title: str
    words: tuple[str, ...]
    drugs: tuple[str, ...]
    severity: Severity
    washout_days: int | None
    action: str
    source: str
    to_verify: bool


def read_diluents(text: str, name: str) -> tuple[Diluent, ...]:
    """assets/diluents.toml. Raises Refused with every finding."""
    top, sources = open_list(text, name)
    read = []
    for table in top.tables("diluent", required=True):
        titles = table.table("titles")
        fluid = Diluent(
            name=table.text("name"),
            contains=table.texts("contains", empty=True),
            titles={} if titles is None else {key: titles.text(key) for key in titles.entries()},
            aliases=small_words(table, "aliases"),
            source=source_of(table, sources),
        )
        if titles is not None:
            titles.done()
        table.done()
        read.append((table, fluid))
    unique([(table, fluid.name) for table, fluid in read], "name", "diluent")
    _close(top)
    return tuple(fluid for _, fluid in read)


def read_allergy_classes(text: str, name: str) -> tuple[AllergyClass, ...]:
    """assets/allergies.toml. Raises Refused with every finding."""
    top, sources = open_list(text, name)
    read = []
    for table in top.tables("class", required=True):
        found = AllergyClass(
            code=table.name("code"),
            title=table.text("title"),
            words=small_words(table, "words", required=True),
            drugs=table.texts("drugs", required=True),
            severity=table.one_of("severity", SEVERITIES),
            source=source_of(table, sources),
            to_verify=table.flag("to_verify", default=False),
        )
        table.done()
        read.append((table, found))
    unique([(table, found.code) for table, found in read], "code", "allergy class")
    _close(top)
    return tuple(found for _, found in read)


def read_interactions(text: str, name: str) -> tuple[Interaction, ...]:
    """assets/interactions.toml. Raises Refused with every finding."""
    top, sources = open_list(text, name)
    read = []
    for table in top.tables("interaction", required=True):
        found = Interaction(
            code=table.name("code"),
            title=table.text("title"),
            words=small_words(table, "words", required=True),
            drugs=table.texts("drugs", required=True),
            severity=table.one_of("severity", SEVERITIES),
            washout_days=table.maybe_whole("washout_days", 1, 365),
            action=table.text("action"),
            source=source_of(table, sources),
            to_verify=table.flag("to_verify", default=False),
        )
        table.done()
        read.append((table, found))
    unique([(table, found.code) for table, found in read], "code", "interaction")
    _close(top)
    return tuple(found for _, found in read)


def open_list(text: str, name: str) -> tuple[Table, Mapping[str, str]]:
    """The file's top table and its sources, id -> citation."""
    top = Table(Findings(name), parse(text, name))
    if top.whole("schema", 0, 10**9) != SCHEMA:
        top.wrong("schema", f"this program reads schema {SCHEMA} only")
    sources = {}
    for table in top.tables("source", required=True):
        sources[table.name("id")] = table.text("cite")
        table.done()
    return top, sources


def source_of(table: Table, sources: Mapping[str, str]) -> str:
    ident = table.text("source")
    if ident and ident not in sources:
        table.wrong("source", f"source '{ident}' is not listed under [[source]] in this file")
    return sources.get(ident, "")


def small_words(table: Table, key: str, required: bool = False) -> tuple[str, ...]:
    words = table.texts(key, required=required)
    for word in words:
        if word != word.casefold():
            table.wrong(key, f"'{word}' is not in small letters")
    return words


def _close(top: Table) -> None:
    top.done()
    top.findings.raise_if_any()
