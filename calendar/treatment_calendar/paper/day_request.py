"""What a day list is made from: plain frozen values, ready to be pickled to the worker process."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from treatment_calendar.paper.request import Paper


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
    """The list of one day.

    read_at      when the records were read, local time with zone; anchor_at: of the newest entry, None without one
    anchor_seq, anchor_hash  the end of the audit trail at that moment, 64 hexadecimal digits
    anchor_short  the same as it is typed
    not_for_use  what the records as a whole still need; words here, or a line held back, print "not for clinical use"
                 on every page
    """

    day: date
    lines: tuple[DayLine, ...]
    site_name: str
    printed_by: str
    printed_at: datetime
    read_at: datetime
    anchor_seq: int
    anchor_hash: str
    anchor_short: str
    anchor_at: datetime | None
    paper: Paper = "a4"
    date_style: Literal["mdy", "dmy", "ymd"] = "ymd"
    not_for_use: tuple[str, ...] = ()

    @property
    def for_clinical_use(self) -> bool:
        """The rule of every page: the records have what they need, and so has each signed order on it."""
        return not self.not_for_use and not any(line.held_back for line in self.lines)
