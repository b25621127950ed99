"""The list of a day as it goes on paper: its lines, what keeps it from clinical use, and the anchor of that moment."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.course.clinical_use import SiteFacts, lacking, site_missing
from records.deeds.signatures import release
from records.deeds.site_facts import site_facts
from records.deeds.trail import trail_end
from records.deeds.worklist import worklist
from records.tables import OrderRow
from records.values.audit import DayList
from records.values.core import WorklistLine


def day_list(session: Session, on: date, now: datetime, *, protected: bool) -> DayList:
    """Everything of one moment. protected: as `site_facts` takes it."""
    lines, site = worklist(session, on), site_facts(session, protected=protected)
    held_back = tuple(held_back_of(session, site, line) for line in lines)
    return DayList(on, lines, trail_end(session), now, site_missing(site), held_back)


def held_back_of(session: Session, site: SiteFacts, line: WorklistLine) -> tuple[str, ...]:
    """What the order in force of a line still needs. An order nobody signed is named on the line itself."""
    query = select(OrderRow).where(
        OrderRow.course_id == line.course_id, OrderRow.cycle == line.cycle, OrderRow.state != "replaced"
    )
    order = session.scalars(query).first()
    return () if order is None else lacking(release(session, order), order, site)
