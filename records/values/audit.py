"""What is asked of and answered by the audit trail beside one patient's history. Plain values."""

from dataclasses import dataclass
from datetime import date, datetime

from records.trail.anchor import Anchor
from records.values.core import HistoryLine, WorklistLine


@dataclass(frozen=True, slots=True)
class TrailEnd:
    """The newest entry. at: the moment it names, None while there is none."""

    anchor: Anchor
    at: datetime | None


@dataclass(frozen=True, slots=True)
class TrailCheck:
    """A check of the whole trail. rows: records compared; findings: empty when all is as it was written.

    held  whether the trail still holds the anchor that was asked about; None where none was
    """

    anchor: Anchor
    rows: int
    findings: tuple[str, ...]
    at: datetime
    asked: Anchor | None = None
    held: bool | None = None


@dataclass(frozen=True, slots=True)
class PersonHistory:
    """What one person did and what was done about them, newest first.

    hidden  what patients' entries say is left out, for a reader who does not treat patients
    more    there are older entries, from before the last line shown
    """

    lines: tuple[HistoryLine, ...]
    hidden: bool
    more: bool


@dataclass(frozen=True, slots=True)
class DayList:
    """The list of a day and the end of the trail, of one and the same moment.

    site_missing  what the records as a whole still need before a page of theirs is for clinical use
    held_back     for each line what its signed order still needs; empty too where no order is signed, as the line says
    """

    on: date
    lines: tuple[WorklistLine, ...]
    end: TrailEnd
    read_at: datetime
    site_missing: tuple[str, ...]
    held_back: tuple[tuple[str, ...], ...]
