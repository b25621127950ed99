"""What people typed, checked before it is kept: nothing invisible, nothing endless, numbers exactly as typed."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from records.errors import RecordError

NAME: Final = 200
IDENTIFIER: Final = 64
LINE: Final = 200
NOTE: Final = 4000
ITEMS: Final = 100
DOCUMENT: Final = 4_000_000  # characters of a case, an answer or a regimen text
DRAFT_FIELD: Final = 20_000  # of one field of a draft; more is not typing
REFUSED: Final = {"Cc": "a control character", "Cs": "half a character", "Co": "a private character"}
JOINERS: Final = {"\u200c", "\u200d"}  # some scripts cannot be written without them
COMPUTED: Final = re.compile(r"[0-9]{1,12}(\.[0-9]{1,40})?", re.ASCII)
PLAIN_NUMBER: Final = re.compile(r"[0-9]{1,12}(\.[0-9]{1,12})?", re.ASCII)


def words(text: str, field: str, limit: int = LINE, *, lines: bool = False, needed: bool = False) -> str:
    """A text as it is kept: composed (NFC), trimmed; refused when it holds what nobody can see or is too long.

    lines   line breaks and tabs may stand in it
    raises  RecordError naming the field
    """
    kept = unicodedata.normalize("NFC", text).strip()
    if len(kept) > limit:
        raise RecordError(f"{field} has {len(kept)} characters; at most {limit} are kept.", field)
    for sign in kept:
        if lines and sign in "\n\t":
            continue
        kind = unicodedata.category(sign)
        if kind in REFUSED or (kind == "Cf" and sign not in JOINERS) or sign in "\u2028\u2029":
            what = REFUSED.get(kind, "an invisible character")
            raise RecordError(
                f"{field} holds {what} (U+{ord(sign):04X}) that cannot be shown; please type it again.", field
            )
    if needed and not any(sign.isprintable() and not sign.isspace() for sign in kept):
        raise RecordError(f"{field} is empty.", field)
    return kept


def words_list(items: Iterable[str], field: str, limit: int = LINE) -> list[str]:
    """Several short texts; empty ones fall away."""
    kept = [text for item in items if (text := words(item, field, limit))]
    if len(kept) > ITEMS:
        raise RecordError(f"{field} has {len(kept)} entries; at most {ITEMS} are kept.", field)
    return kept


def exact(value: Decimal, field: str, least: str, most: str) -> Decimal:
    """An exact number that keeps its typed form, between two limits, both inclusive."""
    if not value.is_finite() or not PLAIN_NUMBER.fullmatch(format(value, "f")):
        raise RecordError(f"{field} is {value}, which is no plain number of at most 12 digits and 12 decimals.", field)
    if not Decimal(least) <= value <= Decimal(most):
        raise RecordError(f"{field} is {format(value, 'f')}; the store keeps {least} to {most}.", field)
    return value


def exact_each(values: Mapping[str, Decimal], field: str, least: str, most: str) -> dict[str, str]:
    """Exact numbers by name, as text."""
    return {
        words(name, field): format(exact(value, f"{field} of {name}", least, most), "f")
        for name, value in values.items()
    }


def computed_each(values: Mapping[str, Decimal], field: str, most: str) -> dict[str, str]:
    """Numbers by name that a program computed, with every digit it carries, as text."""
    for name, value in values.items():
        if not value.is_finite() or not COMPUTED.fullmatch(format(value, "f")) or value > Decimal(most):
            raise RecordError(f"{field} of {name} is {value}; the store keeps 0 to {most}.", field)
    return {words(name, field): format(value, "f") for name, value in values.items()}


def document(text: str, field: str) -> str:
    """A long text made by the program (case, answer, regimen), kept to the letter."""
    if len(text) > DOCUMENT:
        raise RecordError(f"{field} is too long to be kept ({len(text)} characters).", field)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise RecordError(f"{field} holds half a character, which cannot be kept.", field) from None
    if "\0" in text:
        raise RecordError(f"{field} holds a character that cannot be kept (U+0000).", field)
    return text
