"""Counting the adverse events of everybody, term by term, so that neither a long question nor a whole list is held.

Withdrawn events do not count, nor what was there at baseline and never got worse. One read-only transaction: the counts
belong to one moment. Each term is one range of an index that holds everything counted.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from records.errors import RecordError
from records.tables import AdverseEventRow, AuditRow, CourseRow
from records.tables.lists import PatientLineRow
from records.values.event_counts import GRADES, EventCounts, Sufferer, TermCount

MOST_SUFFERERS = 500


def counted() -> ColumnElement[bool]:
    """Which events count."""
    event = AdverseEventRow
    worse = or_(
        event.present_at_baseline.is_(None),
        ~event.present_at_baseline,
        event.baseline_grade.is_(None),
        event.highest_grade > event.baseline_grade,
    )
    return and_(~event.withdrawn, worse)


def newest_entry(session: Session) -> int:
    """The number of the newest entry of the trail, 0 in an empty store: one look at an index."""
    return session.scalar(select(func.max(AuditRow.seq))) or 0


def count_events(session: Session, stopped: Callable[[], bool] = lambda: False) -> EventCounts:
    """The whole table. stopped: asked between two terms. Raises RecordError when it says so."""
    newest = newest_entry(session)
    patients = session.scalar(select(func.count(CourseRow.patient_id.distinct()))) or 0
    one_term = _by_worst(AdverseEventRow.term == bindparam("term"))
    next_term = select(func.min(AdverseEventRow.term)).where(AdverseEventRow.term > bindparam("term"))
    terms = []
    term = session.scalar(select(func.min(AdverseEventRow.term)))
    while term is not None:
        if stopped():
            raise RecordError("Counting was stopped.")
        said = {"term": term}
        count = TermCount(term, _grades(session.execute(one_term, said)))
        if count.any_grade:
            terms.append(count)
        term = session.scalar(next_term, said)
    every = TermCount("Any adverse event", _grades(session.execute(_by_worst(None))))
    ordered = sorted(terms, key=lambda one: (-one.any_grade, one.term.casefold()))
    return EventCounts(newest, patients, every, tuple(ordered))


def _by_worst(of: ColumnElement[bool] | None) -> Select[tuple[int, int]]:
    """How many patients have each highest grade. Made once and asked with each term."""
    found = select(func.max(AdverseEventRow.highest_grade).label("grade")).where(counted())
    inside = (found if of is None else found.where(of)).group_by(AdverseEventRow.patient_id).subquery()
    return select(inside.c.grade, func.count()).group_by(inside.c.grade)


def _grades(rows: Iterable[Sequence[Any]]) -> tuple[int, int, int, int, int]:
    found: dict[int, int] = {row[0]: row[1] for row in rows}
    one, two, three, four, five = (found.get(grade, 0) for grade in GRADES)
    return one, two, three, four, five


def sufferers(session: Session, term: str | None, grades: tuple[int, ...]) -> tuple[Sufferer, ...]:
    """The patients behind a count, by name, at most MOST_SUFFERERS. term None: all terms together."""
    event, line = AdverseEventRow, PatientLineRow
    worst = func.max(event.highest_grade)
    found = select(event.patient_id, worst.label("grade")).where(counted())
    if term is not None:
        found = found.where(event.term == term)
    inside = found.group_by(event.patient_id).having(or_(*(worst == grade for grade in grades))).subquery()
    query = (
        select(line.patient_id, line.name, line.identifiers, inside.c.grade)
        .join(inside, inside.c.patient_id == line.patient_id)
        .order_by(line.folded, line.patient_id)
        .limit(MOST_SUFFERERS)
    )
    return tuple(Sufferer(UUID(str(row[0])), row[1], row[2], row[3]) for row in session.execute(query))
