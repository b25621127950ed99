"""Several days of the clinic as of one moment: what a downtime pack is made from. They cross threads freely."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from records.course.clinical_use import SiteFacts
from records.values.audit import DayList, TrailEnd
from records.values.clinic import ClinicLine
from records.values.core import SiteSettings, Workspace


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
