"""What a downtime pack is made from: several days of the clinic, of one moment; and reading it from a store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from records.course.clinical_use import SiteFacts
from records.values.audit import DayList, TrailEnd
from records.values.clinic import ClinicLine
from records.values.core import SiteSettings, Workspace

if TYPE_CHECKING:
    from records.encryption.unlock import Unlock
    from records.store import Store


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day: its list as it goes on paper, and who comes."""

    list: DayList
    lines: tuple[ClinicLine, ...]


@dataclass(frozen=True, slots=True)
class ClinicWeek:
    """Days in a row and every patient treated on them.

    spaces  patient -> everything on record
    end     the end of the audit trail at that moment
    """

    first: date
    days: tuple[WeekDay, ...]
    spaces: Mapping[UUID, Workspace]
    settings: SiteSettings
    site: SiteFacts
    end: TrailEnd
    read_at: datetime


def clinic_week(store: "Store", first: date, days: int) -> ClinicWeek:
    """Read in one transaction, so that all pages say the same."""
    from records.deeds.clinic_week import week

    protected = store.file is None or store.file.key is not None
    now = datetime.now(UTC)
    return store.read(lambda session: week(session, first, days, now, protected=protected))


def read_week(target: str, unlock: "Unlock", first: date, days: int) -> ClinicWeek:
    """The same from a store that is opened for reading only, beside a window that has it open. Raises RecordError."""
    from records.command_line.target import reading

    with reading(target, unlock) as store:
        return clinic_week(store, first, days)
