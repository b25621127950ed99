"""One way to write a value as text, so that the same content always has the same hash."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID


def plain(value: object) -> object:
    """Dataclasses, decimals, dates and ids as what JSON knows; a decimal keeps its typed form as text.

    raises  TypeError for a binary fraction or anything else that has no exact text
    """
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise TypeError(f"{value} is not a finite number")
        return format(value, "f")
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, frozenset | set):
        return sorted(str(plain(item)) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} has no exact text")


def canonical(value: object) -> str:
    """JSON with sorted keys, no spaces and ASCII only: every character survives, even one that no page can show."""
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def sha256(text: str) -> str:
    """Hash of a text, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read(text: str) -> object:
    """A JSON text of ours back as plain values; a number with a point comes back as a Decimal."""
    value: object = json.loads(text, parse_float=Decimal)
    return value
