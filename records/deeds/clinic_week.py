"""Several days of the clinic read in one transaction."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from records.deeds.clinic import clinic_day
from records.deeds.day_list import day_list
from records.deeds.people import settings
from records.deeds.site_facts import site_facts
from records.deeds.trail import trail_end
from records.deeds.workspace import workspace
from records.errors import RecordError
from records.values.clinic_week import ClinicWeek, WeekDay

MOST_DAYS = 31


def week(session: Session, first: date, days: int, now: datetime, *, protected: bool) -> ClinicWeek:
    """days: from the first on, 1 to 31. Raises RecordError for another number."""
    if not 1 <= days <= MOST_DAYS:
        raise RecordError(f"A downtime pack holds 1 to {MOST_DAYS} days.")
    dates = [first + timedelta(days=far) for far in range(days)]
    found = tuple(
        WeekDay(day_list(session, on, now, protected=protected), clinic_day(session, on, now).lines) for on in dates
    )
    patients = dict.fromkeys(line.patient_id for day in found for line in day.lines if line.treated)
    return ClinicWeek(
        first, found, {patient: workspace(session, patient) for patient in patients}, settings(session),
        site_facts(session, protected=protected), trail_end(session), now,
    )  # fmt: skip
