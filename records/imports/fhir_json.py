"""JSON from elsewhere: exact numbers, no key twice, and limits on size and depth before it is parsed."""

import json
import re
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from records.imports.tables import MOST_BYTES, ImportRefused

DEEPEST: Final = 60
MOST_DIGITS: Final = 60
MOST_RESOURCES: Final = 50_000
READ: Final = ("collection", "searchset", "document")
_OPENS, _CLOSES = (b"{", b"["), (b"}", b"]")
_MARKS: Final = re.compile(rb'"(?:[^"\\]+|\\.)*"?|[{}\[\]]', re.DOTALL)


def depth_of(data: bytes) -> int:
    """How deep objects and lists are nested; brackets within texts do not count."""
    deepest = depth = 0
    for found in _MARKS.finditer(data):
        sign = found[0]
        if sign in _OPENS:
            depth += 1
            deepest = max(deepest, depth)
            if deepest > DEEPEST:
                break
        elif sign in _CLOSES:
            depth -= 1
    return deepest


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ImportRefused("The bundle names the same thing twice in one place; nothing was read.")
    return found


def _exact(text: str) -> Decimal:
    if len(text) > MOST_DIGITS:
        raise ImportRefused("The bundle holds a number with more digits than any measurement; nothing was read.")
    try:
        found = Decimal(text)
    except InvalidOperation:
        raise ImportRefused("The bundle holds a number that cannot be read; nothing was read.") from None
    if found and abs(found.adjusted()) > MOST_DIGITS:  # 1e999999999 written out would fill the memory
        raise ImportRefused("The bundle holds a number larger or smaller than any measurement; nothing was read.")
    return found


def _no_number(_text: str) -> Decimal:
    raise ImportRefused("The bundle holds NaN or Infinity, which is no number; nothing was read.")


def parse(data: bytes, name: str) -> Any:
    """The value. raises ImportRefused"""
    if len(data) > MOST_BYTES:
        raise ImportRefused(f"{name} is longer than {MOST_BYTES // 1_000_000} MB; divide it.")
    if depth_of(data) > DEEPEST:
        raise ImportRefused(f"{name} is nested more than {DEEPEST} deep; no FHIR bundle is.")
    try:
        text = data.decode("utf-8-sig")
        return json.loads(
            text, parse_float=_exact, parse_int=_exact, parse_constant=_no_number, object_pairs_hook=_once
        )
    except UnicodeDecodeError:
        raise ImportRefused(f"{name} is not written in UTF-8, which FHIR asks for.") from None
    except (json.JSONDecodeError, RecursionError):
        raise ImportRefused(f"{name} is no JSON.") from None


def resources_of(data: bytes, name: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    """(full address, resource) of each entry of a bundle of R4 or R4B. raises ImportRefused"""
    bundle = parse(data, name)
    if not isinstance(bundle, dict) or bundle.get("resourceType") != "Bundle":
        raise ImportRefused(f"{name} is JSON, but no FHIR bundle.")
    if bundle.get("type") not in READ:
        raise ImportRefused(f"The bundle is none of the types {', '.join(READ)}; nothing was read.")
    entries = bundle.get("entry", [])
    if not isinstance(entries, list) or not entries:
        raise ImportRefused("The bundle has no entry.")
    if len(entries) > MOST_RESOURCES:
        raise ImportRefused(f"The bundle has {len(entries)} entries; at most {MOST_RESOURCES} are read.")
    found = []
    for entry in entries:
        resource = entry.get("resource") if isinstance(entry, dict) else None
        address = entry.get("fullUrl") if isinstance(entry, dict) else None
        found.append((address if isinstance(address, str) else "", resource if isinstance(resource, dict) else {}))
    return tuple(found)
