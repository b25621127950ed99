"""What a batch is asked for and answers: plain frozen values. Light: the window knows no library for pages."""

from dataclasses import dataclass
from typing import Any

ADD, WHOLE, DROP = "batch add", "batch whole", "batch drop"
TASKS = (ADD, WHOLE, DROP)


@dataclass(frozen=True, slots=True)
class Part:
    """One document for a batch. keep: answer its own bytes too."""

    batch: str
    kind: str
    request: Any
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document laid out. number: its place in the batch; sha256: of its own PDF; data: that PDF where it is kept."""

    number: int
    pages: int
    check_code: str
    sha256: str
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Whole:
    """Ask for one PDF of some documents of a batch, in this order. title: no patient in it."""

    batch: str
    numbers: tuple[int, ...]
    title: str
