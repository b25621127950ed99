"""The words of alerts. Codes and parameters come from the checks, words from assets/alerts, one file a language."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast

from regimen.definition import Severity
from regimen.order import Alert

FOLDER = Path(__file__).parent.parent / "assets" / "alerts"
LANGUAGE = "en"
VARIANT = "variant"  # the parameter that names which of an alert's wordings is meant
# Parameters that are, or begin with, a day: written out in the words, ISO in the parameters.
DAYS = ("date", "day1", "since", "until", "ended")
_LEADING_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=$|, )")


@dataclass(frozen=True, slots=True)
class AlertWords:
    """One entry of the catalogue.

    severity  the usual one; a check may raise the same code as a note once a person has acted on it
    title     short, for a list; text: what was found, with {parameters}; action: what to do
    variants  other wordings of the same alert, by the value of its parameter `variant`
    """

    code: str
    severity: Severity
    title: str
    text: str
    action: str
    variants: Mapping[str, "AlertWords"] = field(default_factory=dict)


class _Params(dict[str, str]):
    """A parameter the check did not give stands as its name, so that words never stop an order."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


@cache
def catalogue(language: str = LANGUAGE) -> Mapping[str, AlertWords]:
    """Code -> words. A malformed file is our bug."""
    entries = {}
    for entry in _data(language)["alert"]:
        words_of = _entry(entry, {})
        if words_of.code in entries:
            raise ValueError(f"the alert catalogue names {words_of.code} twice")
        entries[words_of.code] = words_of
    return entries


@cache
def _data(language: str) -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"), parse_float=Decimal)


def _entry(entry: Mapping[str, Any], base: Mapping[str, Any]) -> AlertWords:
    """One wording; a variant says only what differs from its entry."""
    said = {**base, **entry}
    variants = {str(name): _entry(other, said) for name, other in entry.get("variants", {}).items()}
    title, text, action = (str(said[key]) for key in ("title", "text", "action"))
    return AlertWords(str(said["code"]), cast(Severity, said["severity"]), title, text, action, variants)


def day_words(day: date, language: str = LANGUAGE) -> str:
    """A day with its month in words, which nobody reads as another day: 2 Nov 2026."""
    return f"{day.day} {_data(language)['months'][day.month - 1]} {day.year}"


def _shown(key: str, value: str, language: str) -> str:
    found = _LEADING_DAY.match(value) if key in DAYS else None
    if found is None:
        return value
    return day_words(date.fromisoformat(found.group()), language) + value[found.end() :]


def is_listed(code: str) -> bool:
    """Whether the catalogue has words for a code."""
    return code in catalogue()


def words(alert: Alert, language: str = LANGUAGE) -> tuple[str, str]:
    """Title and text of an alert, parameters filled in. Parameters are user text: show them as plain text only.

    An order stored by another version can carry a code this one has no words for: it is shown as it stands.
    """
    entry = catalogue(language).get(alert.code)
    if entry is None:
        return alert.code, "; ".join(f"{key}: {value}" for key, value in alert.params.items())
    entry = entry.variants.get(alert.params.get(VARIANT, ""), entry)
    params = _Params({key: _shown(key, value, language) for key, value in alert.params.items()})
    params.setdefault("drug", alert.drug)
    text = f"{entry.text} {entry.action}".strip().format_map(params)
    return entry.title.format_map(params), " ".join(text.split())
