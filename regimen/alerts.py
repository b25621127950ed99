"""The words of alerts. Codes and parameters come from the checks, words from assets/alerts, one file a language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import cast

from regimen.definition import Severity
from regimen.order import Alert

FOLDER = Path(__file__).parent.parent / "assets" / "alerts"
LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class AlertWords:
    """One entry of the catalogue.

    severity  the usual one; a check may raise the same code as a note once a person has acted on it
    title     short, for a list; text: what was found, with {parameters}; action: what to do
    """

    code: str
    severity: Severity
    title: str
    text: str
    action: str


class _Params(dict[str, str]):
    """A parameter the check did not give stands as its name, so that words never stop an order."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


@cache
def catalogue(language: str = LANGUAGE) -> Mapping[str, AlertWords]:
    """Code -> words. A malformed file is our bug."""
    data = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"), parse_float=Decimal)
    entries = {}
    for entry in data["alert"]:
        words_of = AlertWords(
            str(entry["code"]),
            cast(Severity, entry["severity"]),
            str(entry["title"]),
            str(entry["text"]),
            str(entry["action"]),
        )
        if words_of.code in entries:
            raise ValueError(f"the alert catalogue names {words_of.code} twice")
        entries[words_of.code] = words_of
    return entries


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
    params = _Params(alert.params)
    params.setdefault("drug", alert.drug)
    text = f"{entry.text} {entry.action}".strip().format_map(params)
    return entry.title.format_map(params), " ".join(text.split())
