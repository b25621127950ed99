"""What the first pages of a downtime pack are made from: plain frozen values, ready to be pickled."""

from dataclasses import dataclass
from datetime import date

from treatment_calendar.paper.imprint import Imprint


@dataclass(frozen=True, slots=True)
class PackPaper:
    """One paper of the pack. page: the first it stands on in the whole PDF; file: its name in the folder of the day."""

    kind: str
    page: int
    file: str


@dataclass(frozen=True, slots=True)
class PackRow:
    """One patient of a day; left_out: what could not be put in, a sentence each."""

    name: str
    identifiers: str
    cycle: int
    cycle_day: int
    papers: tuple[PackPaper, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackDay:
    """One day: its list, then everybody who is treated."""

    on: date
    day_list: PackPaper | None
    rows: tuple[PackRow, ...]


@dataclass(frozen=True, slots=True)
class DowntimeIndexRequest:
    """The index."""

    days: tuple[PackDay, ...]
    imprint: Imprint
