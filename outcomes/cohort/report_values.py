"""What a report of a cohort is asked for: tables in words as they stand on the screen, and the plots drawn anew."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from outcomes.cohort.values import Answer


@dataclass(frozen=True, slots=True)
class Section:
    """One table. rules: by which its figures were made; shares: of the width; (): the first widest."""

    title: str
    rules: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportAsked:
    """Gives the PDF as bytes: the tables, then a page a plot."""

    answer: Answer
    sections: tuple[Section, ...]
    on: date
    person: str
    site: str
    paper: Literal["a4", "letter"] = "a4"
