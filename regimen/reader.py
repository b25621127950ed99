"""A regimen file: TOML text in, `Regimen` out, or every reason why not."""

import hashlib
from dataclasses import replace

from regimen.definition import Choice, Option, Phase, Regimen, Source, Tag
from regimen.reader_checklist import read_checklist
from regimen.reader_context import Context
from regimen.reader_drugs import read_drugs
from regimen.reader_examples import read_examples
from regimen.reader_rules import read_change_rules, read_limit_sets
from regimen.reader_supportive import read_supportive
from regimen.toml_check import Findings, Table, parse, unique

SCHEMA = 1
TAGS: tuple[Tag, ...] = ("confirmed", "secondary", "memory", "arithmetic", "proposal")
STATUSES = ("draft", "published", "retired")
ASKABLE = (
    "creatinine", "dpyd", "neutrophils", "platelets", "bilirubin", "alt", "ast", "haemoglobin", "potassium",
    "magnesium", "tsh",
)  # fmt: skip
MOST_CYCLES = 200


def read_regimen(text: str, name: str) -> Regimen:
    """The regimen a file holds.

    text    the file's exact text; its SHA-256 is what a site approves
    name    the file's name, for refusals
    raises  Refused with every finding, each naming file and place
    """
    findings = Findings(name)
    top = Table(findings, parse(text, name))
    if top.whole("schema", -(10**9), 10**9) != SCHEMA:
        top.wrong("schema", f"this program reads schema {SCHEMA} only")
        findings.raise_if_any()
    context = Context(findings)
    _read_sources(top, context)
    _read_options(top, context)
    most_cycles = top.maybe_whole("most_cycles", 1, MOST_CYCLES)
    asks = top.words("asks", ASKABLE, "clinical value")
    phases = _read_phases(top, context, most_cycles, asks)
    drugs = read_drugs(top, context)
    planned = top.whole("planned_cycles", 1, MOST_CYCLES)
    if most_cycles is not None and planned > most_cycles:
        top.wrong("planned_cycles", f"{planned} is more than the most_cycles of {most_cycles}")
    regimen = Regimen(
        id=top.name("id"),
        version=top.text("version"),
        title=top.text("title"),
        short_title=top.text("short_title"),
        indication=top.text("indication"),
        status=top.one_of("status", STATUSES),
        planned_cycles=planned,
        most_cycles=most_cycles,
        phases=phases,
        options=tuple(context.options.values()),
        drugs=drugs,
        supportive=read_supportive(top, context),
        limit_sets=read_limit_sets(top, context, drugs),
        change_rules=read_change_rules(top, context, drugs),
        checklist=read_checklist(top, context),
        examples=read_examples(top, context),
        sources=tuple(context.sources.values()),
        asks=asks,
        visit_days=context.days(top, "visit_days", (), required=True),
        notes=top.texts("notes"),
        to_verify=tuple(findings.to_verify),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    top.done()
    findings.raise_if_any()
    return regimen


def _read_sources(top: Table, context: Context) -> None:
    seen = []
    for table in top.tables("source", required=True):
        source = Source(table.name("id"), table.text("cite"), table.one_of("tag", TAGS))
        table.done()
        seen.append((table, source.id))
        context.sources[source.id] = source
    unique(seen, "id", "source")


def _read_options(top: Table, context: Context) -> None:
    seen = []
    for table in top.tables("option"):
        ident = table.name("id")
        option = Option(
            id=ident,
            title=table.text("title"),
            required=table.flag("required"),
            choices=_read_choices(table),
            source=context.source(table) if table.has("source") else "",
            when=context.when(table),  # only options above this one are known here
        )
        table.done()
        seen.append((table, ident))
        context.options[ident] = option
    unique(seen, "id", "option")


def _read_choices(option: Table) -> tuple[Choice, ...]:
    choices, seen = [], []
    for table in option.tables("choice", required=True):
        choice = Choice(table.name("id"), table.text("title"))
        table.done()
        choices.append(choice)
        seen.append((table, choice.id))
    unique(seen, "id", "choice")
    return tuple(choices)


def _read_phases(top: Table, context: Context, most_cycles: int | None, asks: tuple[str, ...]) -> tuple[Phase, ...]:
    """Phases in order, from cycle 1 on without gap or overlap; a phase may ask for fewer values than the head."""
    seen: list[tuple[Table, str]] = []
    expected: int | None = 1
    for table in top.tables("phase", required=True):
        first = table.whole("first_cycle", 1, MOST_CYCLES)
        last = table.maybe_whole("last_cycle", 1, MOST_CYCLES)
        phase = Phase(
            id=table.name("id"),
            title=table.text("title"),
            first_cycle=first,
            last_cycle=last,
            cycle_days=table.whole("cycle_days", 7, 84),
            source=context.source(table),
            asks=table.words("asks", asks, "value asked for in the head", empty=True) if table.has("asks") else None,
        )
        context.phases[phase.id] = phase
        visit_days = context.days(table, "visit_days", (phase.id,), required=False)
        if visit_days:
            context.phases[phase.id] = replace(phase, visit_days=visit_days)
        _check_order(table, first, last, expected)
        expected = None if last is None else last + 1
        table.done()
        seen.append((table, phase.id))
    unique(seen, "id", "phase")
    if seen and expected is not None and most_cycles != expected - 1:
        table, _ = seen[-1]
        table.wrong("last_cycle", f"the last phase ends with cycle {expected - 1}, which is not the most_cycles")
    return tuple(context.phases.values())


def _check_order(table: Table, first: int, last: int | None, expected: int | None) -> None:
    if expected is None:
        table.wrong("first_cycle", "the phase before has no last_cycle, so no phase can follow it")
    elif first > expected:
        table.wrong("first_cycle", f"cycle {expected} belongs to no phase; this phase begins with cycle {first}")
    elif first < expected:
        table.wrong("first_cycle", f"cycle {first} belongs to the phase before as well")
    if last is not None and last < first:
        table.wrong("last_cycle", f"cycle {last} is before the first_cycle {first}")
