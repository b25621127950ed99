"""Plain values as TOML text: what `toml_check.parse` reads back unchanged. Used to write a merged practice profile."""

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from regimen.errors import Refusal, Refused

BARE = re.compile(r"[A-Za-z0-9_-]+\Z")


def toml_text(table: Mapping[str, object], name: str) -> str:
    """A TOML text; tables become [headings], tables inside lists stay on one line.

    raises  Refused for what TOML cannot say (None, a number that is not finite)
    """
    lines: list[str] = []
    _write(table, (), lines, name)
    return "\n".join(lines).strip() + "\n"


def _write(table: Mapping[str, object], path: tuple[str, ...], lines: list[str], name: str) -> None:
    if path:
        lines += ["", f"[{'.'.join(_key(part) for part in path)}]"]
    inner = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            inner.append((key, value))
        else:
            lines.append(f"{_key(key)} = {_value(value, '.'.join((*path, str(key))), name)}")
    for key, value in inner:
        _write(value, (*path, key), lines, name)


def _key(key: object) -> str:
    text = str(key)
    return text if BARE.match(text) else _string(text)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: object, place: str, name: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal) and value.is_finite():
        text = f"{value:f}"
        return text if "." in text else f"{text}.0"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(item, place, name) for item in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_key(k)} = {_value(v, place, name)}' for k, v in value.items())}}}"
    raise Refused([Refusal(place, f"{name}: {place}: this value cannot stand in a settings file.")])
