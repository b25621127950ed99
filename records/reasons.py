"""The coded reasons for delays, holds and stops, read from assets/reasons, and how a reason is said."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

Use = Literal["delay", "hold", "stop"]
FILE = Path(__file__).resolve().parent.parent / "assets" / "reasons" / "en.toml"


@dataclass(frozen=True, slots=True)
class Reason:
    """One coded reason. words_needed: free words must say more."""

    code: str
    words: str
    use: tuple[str, ...]
    words_needed: bool = False


@lru_cache(maxsize=1)
def all_reasons() -> tuple[Reason, ...]:
    """Every reason in the order of the file."""
    given = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(
        Reason(entry["code"], entry["words"], tuple(entry["use"]), entry.get("words_needed", False))
        for entry in given["reason"]
    )


def reasons_for(use: Use) -> tuple[Reason, ...]:
    """The reasons offered for one kind of change."""
    return tuple(reason for reason in all_reasons() if use in reason.use)


def reason_words(code: str) -> str:
    """A stored code in words; a code no longer in the file stands as it is."""
    return next((reason.words for reason in all_reasons() if reason.code == code), code)


def said_reason(code: str, text: str) -> str:
    """The coded reason in words with the person's own behind it; nobody has to read a code."""
    return ": ".join(part for part in (reason_words(code), text) if part)
