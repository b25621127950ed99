"""What a day list is made from: plain frozen values, ready to be pickled to the worker process."""

from dataclasses import dataclass
from datetime import date

from treatment_calendar.paper.imprint import Imprint


@dataclass(frozen=True, slots=True)
class DayLine:
    """One patient of the day; every text may come from a keyboard.

    on           the day the line is about; another one than the list's where a day 1 is overdue or near
    provisional  a treatment day still waits for its go-ahead
    held_back    what keeps the signed order of the line from clinical use
    """

    name: str
    identifiers: str
    regimen: str
    cycle: int
    cycle_day: int
    on: date
    due: tuple[str, ...]
    missing: tuple[str, ...]
    state: str
    provisional: bool
    held_back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayListRequest:
    """The list of one day. A line held back prints "not for clinical use" on every page, as the imprint's words do."""

    day: date
    lines: tuple[DayLine, ...]
    imprint: Imprint

    @property
    def for_clinical_use(self) -> bool:
        """The rule of every page: the records have what they need, and so has each signed order on it."""
        return not self.imprint.not_for_use and not any(line.held_back for line in self.lines)
