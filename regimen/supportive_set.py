"""A site's own supportive care, laid over the list of the regimen files: a TOML text a second person approves.

```toml
schema = 1
id = "our-supportive"
version = "1"
title = "Supportive care of the day unit"

[[source]]
id = "unit"
cite = "Day unit, antiemetic standard of 2026-03"

[[off]]                      # an item of the regimens that is not used here
item = "ondansetron-home"
regimens = ["ici-capox"]     # may; left out: every regimen
reason = "granisetron is used"

[[change]]                   # another dose, other days or times, or ordered by itself
item = "dexamethasone"
days = [1]
times = ["morning"]
reason = "steroids are spared beside an inhibitor"

[[item]]                     # an own item; its id begins with "site-"
id = "site-granisetron"
name = "granisetron"
dose = "1 mg"
...

[[example]]                  # what a patient gets by this set, worked out by hand
title = "CAPOX with an inhibitor, cycle 1"
regimen = "ici-capox"
options = { ici = "pembrolizumab" }
cycle = 1
clinic = ["site-granisetron"]
home = ["dexamethasone"]
```
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from regimen.reader_supportive import read_item
from regimen.supportive import TIMES, Supportive
from regimen.supportive_words import with_dose
from regimen.toml_check import Findings, Table, parse, unique

SCHEMA = 1
OWN = "site-"  # how the id of a site's own item begins, so that it never is that of a regimen's item


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """An item of the regimens that is not used here. regimens empty: of every one."""

    item: str
    regimens: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Another dose, other days or times, or another choice. What is None stays as the regimen lists it."""

    item: str
    regimens: tuple[str, ...]
    reason: str
    dose: str | None = None
    days: tuple[int, ...] | None = None
    times: tuple[str, ...] | None = None
    standard: bool | None = None

    def over(self, listed: Supportive) -> Supportive:
        """The listed item, changed."""
        item = listed if self.dose is None else with_dose(listed, self.dose)
        return replace(
            item,
            days=item.days if self.days is None else self.days,
            times=item.times if self.times is None else self.times,
            standard=item.standard if self.standard is None else self.standard,
        )


@dataclass(frozen=True, slots=True)
class OwnItem:
    """An item the site adds. regimens empty: to every one."""

    item: Supportive
    regimens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetExample:
    """What somebody worked out that a patient gets by the set: ids given at the clinic, and taken at home."""

    title: str
    regimen: str
    options: Mapping[str, str]
    cycle: int
    clinic: tuple[str, ...]
    home: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupportiveSet:
    """One set, read and checked. text, sha256: the file's exact text and its hash."""

    id: str
    version: str
    title: str
    off: tuple[SwitchedOff, ...]
    changes: tuple[Changed, ...]
    items: tuple[OwnItem, ...]
    examples: tuple[SetExample, ...]
    text: str
    sha256: str


def reaches(regimens: tuple[str, ...], regimen: str) -> bool:
    """Whether a rule for some regimens is for this one."""
    return not regimens or regimen in regimens


def read_supportive_set(text: str, name: str) -> SupportiveSet:
    """A set from its text. Raises Refused with every finding, by file and place."""
    findings = Findings(name)
    top = Table(findings, parse(text, name))
    if top.whole("schema", 0, 10**9) != SCHEMA:
        top.wrong("schema", f"this program reads schema {SCHEMA} only")
    ident, version, title = top.name("id"), top.text("version"), top.text("title")
    sources = _sources(top)
    read = SupportiveSet(
        id=ident,
        version=version,
        title=title,
        off=tuple(_off(table) for table in top.tables("off")),
        changes=tuple(_change(table) for table in top.tables("change")),
        items=_items(top, sources),
        examples=tuple(_example(table) for table in top.tables("example")),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    top.done()
    _once(findings, read)
    findings.raise_if_any()
    return read


def _once(findings: Findings, read: SupportiveSet) -> None:
    """One item has one rule for one regimen."""
    rules = [(one.item, one.regimens) for one in read.off] + [(one.item, one.regimens) for one in read.changes]
    for place, (item, regimens) in enumerate(rules):
        for other, others in rules[:place]:
            if item == other and (not regimens or not others or set(regimens) & set(others)):
                findings.add("", f"'{item}' has two rules for one regimen")


def _sources(top: Table) -> dict[str, str]:
    read = []
    for table in top.tables("source"):
        read.append((table, table.name("id"), table.text("cite")))
        table.done()
    unique([(table, ident) for table, ident, _ in read], "id", "source")
    return {ident: cite for _, ident, cite in read}


def _regimens(table: Table) -> tuple[str, ...]:
    return table.texts("regimens")


def _off(table: Table) -> SwitchedOff:
    read = SwitchedOff(table.name("item"), _regimens(table), table.text("reason"))
    table.done()
    return read


def _change(table: Table) -> Changed:
    read = Changed(
        item=table.name("item"),
        regimens=_regimens(table),
        reason=table.text("reason"),
        dose=table.text("dose") if table.has("dose") else None,
        days=table.wholes("days", 1, 84, empty=True) if table.has("days") else None,
        times=table.words("times", TIMES, "time of day", empty=True) if table.has("times") else None,
        standard=table.flag("standard") if table.has("standard") else None,
    )
    if read.days is not None and list(read.days) != sorted(read.days):
        table.wrong("days", "the days do not ascend")
    if (read.days is None) != (read.times is None) or bool(read.days) != bool(read.times):
        table.wrong("times", "days and times are changed together; both empty for a medicine taken as needed")
    if read.dose is None and read.days is None and read.standard is None:
        table.wrong("", "changes nothing; dose, days with times, or standard are missing")
    table.done()
    return read


def _items(top: Table, sources: Mapping[str, str]) -> tuple[OwnItem, ...]:
    read = []
    for table in top.tables("item"):
        source = table.text("source")
        if source and source not in sources:
            table.wrong("source", f"source '{source}' is not listed under [[source]] in this file")
        days = table.wholes("days", 1, 84, empty=True)
        if list(days) != sorted(days):
            table.wrong("days", "the days do not ascend")
        regimens = _regimens(table)
        item = read_item(table, days, sources.get(source, ""), own=True)
        if not item.id.startswith(OWN):
            table.wrong("id", f"the id of an own item begins with '{OWN}'")
        table.done()
        read.append((table, OwnItem(item, regimens)))
    unique([(table, own.item.id) for table, own in read], "id", "item")
    return tuple(own for _, own in read)


def _example(table: Table) -> SetExample:
    options = table.table("options")
    read = SetExample(
        title=table.text("title"),
        regimen=table.name("regimen"),
        options={} if options is None else {key: options.text(key) for key in options.entries()},
        cycle=table.whole("cycle", 1, 200),
        clinic=table.texts("clinic", empty=True),
        home=table.texts("home", empty=True),
    )
    if options is not None:
        options.done()
    table.done()
    return read
