"""On which line of a TOML text a place stands: `drug[1].dose.amount` -> 214. For whoever edits it, not for reading it.

It follows headings and keys; where a place cannot be found, the nearest table around it is answered.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

HEADING = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
KEY = re.compile(
    r"""^\s*((?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'))*)\s*=(.*)$"""
)
PART = re.compile(r"""[A-Za-z0-9_-]+|"((?:[^"\\]|\\.)*)"|'([^']*)'""")
AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
LAST_PART = re.compile(r"(?:\[\d+\]|\.?[^.\[\]]+)\Z")
TOKENS = re.compile(r"""\"\"\"|'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#.*$|[\[\]{}]""", re.MULTILINE)


def line_of(text: str, place: str, reason: str = "") -> int:
    """The line, counted from 1. reason: a sentence of the TOML reader may name the line itself."""
    if found := AT_LINE.search(reason):
        return int(found[1])
    lines = _lines(text)
    while place:
        if place in lines:
            return lines[place]
        shorter = LAST_PART.sub("", place)
        place = shorter if shorter != place else place[:-1]
    return max(len(text.rstrip("\n").split("\n")), 1) if "end of document" in reason else 1


@lru_cache(maxsize=4)
def _lines(text: str) -> dict[str, int]:
    return dict(places(text))


def places(text: str) -> Iterator[tuple[str, int]]:
    """Each table and key with its line; the first line of a place that stands there twice."""
    seen: dict[str, int] = {}
    counts: dict[str, int] = {}
    table, open_until, depth = "", "", 0
    for number, line in enumerate(text.split("\n"), 1):
        if not open_until and not depth:
            if heading := HEADING.match(line):
                table = _table(heading[1] == "[[", _parts(heading[2]), counts)
                seen.setdefault(table, number)
                seen.setdefault(LAST_PART.sub("", table) if table.endswith("]") else table, number)  # the list itself
                continue
            if key := KEY.match(line):
                place = table
                for part in _parts(key[1]):
                    place = f"{place}.{part}" if place else part
                    seen.setdefault(place, number)
                line = key[2]
            else:
                continue
        open_until, depth = _still_open(line, open_until, depth)
    yield from seen.items()


def _parts(dotted: str) -> list[str]:
    return [found[1] or found[2] or found[0].strip("\"'") for found in PART.finditer(dotted)]


def _table(is_list: bool, parts: list[str], counts: dict[str, int]) -> str:
    """The place of a heading, with the number of the newest table of each list on the way."""
    place = ""
    for number, part in enumerate(parts, 1):
        place = f"{place}.{part}" if place else part
        if is_list and number == len(parts):
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = f"{place}[{counts[place]}]"
    return place


def _still_open(line: str, open_until: str, depth: int) -> tuple[str, int]:
    """Whether a text of several lines, or a list or table in brackets, goes on in the next line."""
    for found in TOKENS.finditer(line):
        token = found[0]
        if open_until:
            open_until = "" if token == open_until else open_until
        elif token in ('"""', "'''"):
            open_until = token
        elif token in "[{":
            depth += 1
        elif token in "]}":
            depth = max(depth - 1, 0)
    return open_until, depth
