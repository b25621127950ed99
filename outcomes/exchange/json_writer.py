"""JSON that keeps decimals: 1.40 stays 1.40. What is empty is left out, as FHIR asks. Pure."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal

from outcomes.exchange.cells import decimal_text

#: FHIR strings hold no control characters but tab, carriage return and line feed.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def written(value: object, indent: int = 0) -> str:
    """A value as JSON text. TypeError for a binary fraction or anything else that has no exact text."""
    pad, inner = "  " * indent, "  " * (indent + 1)
    if value is None or isinstance(value, bool | int):
        return json.dumps(value)
    if isinstance(value, str):
        return json.dumps(CONTROL.sub("\ufffd", value), ensure_ascii=False)
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, Mapping):
        lines = (f"{inner}{json.dumps(str(key))}: {written(item, indent + 1)}" for key, item in value.items())
        return "{\n" + ",\n".join(lines) + f"\n{pad}}}"
    if isinstance(value, list | tuple):
        return "[\n" + ",\n".join(f"{inner}{written(item, indent + 1)}" for item in value) + f"\n{pad}]"
    raise TypeError(f"{type(value).__name__} has no exact text")


def pruned(value: object) -> object:
    """The same without anything empty: no null, no empty text, list or object."""
    if isinstance(value, Mapping):
        kept = {key: pruned(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if not is_empty(item)}
    if isinstance(value, list | tuple):
        return [item for item in map(pruned, value) if not is_empty(item)]
    return value


def is_empty(value: object) -> bool:
    """Nothing, or blank text, or something without content; 0 and no are content."""
    return value is None or (isinstance(value, str) and not value.strip()) or value in ({}, [])
