"""A TOML file as its single values, each under the names of the tables it stands in rather than their numbers.

`drug[1].dose.amount` is, in a file whose second drug is oxaliplatin, ("drug", "oxaliplatin", "dose", "amount"): the
same value keeps its place when a table is put in front of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

#: What tells the tables of one list apart, the first of these keys a table has.
NAMING = ("id", "name", "title", "analyte", "term", "below_kg")
#: A leaf of its own: in which order the tables of a list stand.
ORDER = "(order)"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of a file.

    place  keys and names from the outside in
    keys   the keys alone, names of tables left out
    value  as TOML has it
    """

    place: tuple[str, ...]
    keys: tuple[str, ...]
    value: object


def leaves(table: Mapping[str, object]) -> dict[tuple[str, ...], Leaf]:
    """Every value of a file by its place; a list of plain values is one value."""
    return {leaf.place: leaf for leaf in _walk(table, (), ())}


def exact(value: object) -> str:
    """A value so written that two values are written alike only when the file says exactly the same."""
    if isinstance(value, list):
        return f"[{', '.join(exact(each) for each in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key!r}: {exact(each)}' for key, each in value.items())}}}"
    return f"{type(value).__name__} {value!r}" if isinstance(value, str) else f"{type(value).__name__} {value}"


def _walk(value: object, place: tuple[str, ...], keys: tuple[str, ...]) -> Iterator[Leaf]:
    if isinstance(value, Mapping) and value:
        for key, each in value.items():
            yield from _walk(each, (*place, str(key)), (*keys, str(key)))
    elif isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
        names = _names(value)
        for name, each in zip(names, value, strict=True):
            if each:
                yield from _walk(each, (*place, name), keys)
            else:
                yield Leaf((*place, name), keys, each)
        if len(names) > 1:
            yield Leaf((*place, ORDER), (*keys, ORDER), names)
    else:
        yield Leaf(place, keys, value)


def _names(tables: list[Mapping[str, object]]) -> list[str]:
    """A name for each table of a list, none twice."""
    names: list[str] = []
    for number, table in enumerate(tables, 1):
        said = next((table[key] for key in NAMING if isinstance(table.get(key), str | int | Decimal)), None)
        name = f"no. {number}" if said is None else str(said)
        found, count = name, 1
        while found in names:
            count += 1
            found = f"{name} ({count})"
        names.append(found)
    return names


def shown(value: object, yes: str, no: str, empty: str) -> str:
    """A value for reading: days as runs, lists with commas."""
    if isinstance(value, bool):
        return yes if value else no
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, list):
        if len(value) > 2 and all(type(each) is int for each in value) and value == sorted(set(value)):
            return _runs(value)
        return ", ".join(shown(each, yes, no, empty) for each in value) or empty
    if isinstance(value, Mapping):
        return "; ".join(f"{key} = {shown(each, yes, no, empty)}" for key, each in value.items()) or empty
    return str(value) or empty


def _runs(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
