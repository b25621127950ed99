"""The worked examples of a regimen file and of a practice profile."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from regimen.definition import Example
from regimen.reader_context import Context
from regimen.toml_check import MOST_NUMBER, Table, unique

MOST_DEPTH = 6


def read_examples(top: Table, context: Context) -> tuple[Example, ...]:
    """All [[example]] tables; a file without one cannot be tested by the program and is refused."""
    return _read(top, context.source, required=True)


def read_own_examples(top: Table) -> tuple[Example, ...]:
    """The [[example]] tables of a practice profile; their cases name the regimen, their source stands in words."""
    return _read(top, lambda table: table.text("source"), required=False)


def _read(top: Table, source: Callable[[Table], str], *, required: bool) -> tuple[Example, ...]:
    read = []
    for table in top.tables("example", required=required):
        given, expect = table.table("given", required=True), table.table("expect", required=True)
        example = Example(
            title=table.text("title"),
            given={} if given is None else _plain_table(given),
            expect={} if expect is None else _read_expect(expect),
            source=source(table),
        )
        table.done()
        read.append((table, example))
    unique([(table, example.title) for table, example in read], "title", "example")
    return tuple(example for _, example in read)


def _read_expect(table: Table) -> Mapping[str, str]:
    """Dotted path -> expected text; `oxaliplatin.dose_mg = "210"` with or without quotes round the key."""
    expected: dict[str, str] = {}
    for key in table.entries():
        if isinstance(table.data[key], dict):
            inner = table.table(key)
            if inner is not None:
                expected |= {f"{key}.{rest}": text for rest, text in _read_expect(inner).items()}
        else:
            expected[key] = table.text(key)
    if not expected:
        table.wrong("", "expects nothing")
    table.done()
    return expected


def _plain_table(table: Table) -> Mapping[str, object]:
    """A case as JSON would give it: numbers with a point become exact text, dates ISO text."""
    return {key: _plain(table, key, value, 1) for key, value in table.data.items()}


def _plain(table: Table, place: str, value: object, depth: int) -> object:
    if depth > MOST_DEPTH:
        table.wrong(place, "is nested too deeply")
        return None
    if isinstance(value, dict):
        return {key: _plain(table, f"{place}.{key}", inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(table, f"{place}[{index}]", inner, depth + 1) for index, inner in enumerate(value)]
    if isinstance(value, Decimal):
        if not value.is_finite() or value.copy_abs() > MOST_NUMBER:
            table.wrong(place, "is not a finite number of clinical size")
            return None
        return str(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value
