"""Counting the adverse events of everybody, term by term, so that neither a long question nor a whole list is held.

Withdrawn events do not count, nor what was there at baseline and never got worse. One read-only transaction: the counts
belong to one moment. Each term is one range of an index that holds everything counted.
"""

from collections.abc import Callable, Mapping
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, Text, and_, bindparam, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from records.bedside.events_counted import relation, relation_to
from records.errors import RecordError
from records.tables import AdverseEventRow, AuditRow, CourseRow
from records.tables.lists import PatientLineRow
from records.trail.canonical import read
from records.values.event_counts import GRADES, RELATIONS, Cause, EventCounts, Sufferer, TermCount
from records.values.visits import NOT_A_DRUG

MOST_SUFFERERS = 500
#: Values that both databases take in one question.
MOST_ATTRIBUTIONS = 30_000

#: The text an attribution is kept as: compared as it is, not read and written again with every question.
LAID: ColumnElement[str] = type_coerce(AdverseEventRow.attribution, Text())
Attributions = Mapping[str, Mapping[str, int]]


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


def count_events(
    session: Session, stopped: Callable[[], bool] = lambda: False, cause: Cause | None = None
) -> EventCounts:
    """The whole table. stopped: asked between two terms. Raises RecordError when it says so."""
    newest = newest_entry(session)
    said: Attributions = {} if cause is None else attributions(session)
    inside = None if cause is None else _laid(said, cause)
    patients = session.scalar(select(func.count(CourseRow.patient_id.distinct()))) or 0
    one_term = _by_worst(AdverseEventRow.term == bindparam("term"), inside)
    next_term = select(func.min(AdverseEventRow.term)).where(AdverseEventRow.term > bindparam("term"))
    terms = []
    term = session.scalar(select(func.min(AdverseEventRow.term)))
    while term is not None:
        if stopped():
            raise RecordError("Counting was stopped.")
        named = {"term": term}
        count = TermCount(term, _grades(session.execute(one_term, named).one()))
        if count.any_grade:
            terms.append(count)
        term = session.scalar(next_term, named)
    every = TermCount("Any adverse event", _grades(session.execute(_by_worst(None, inside)).one()))
    ordered = sorted(terms, key=lambda one: (-one.any_grade, one.term.casefold()))
    return EventCounts(newest, patients, every, tuple(ordered), cause, drugs_of(said))


def attributions(session: Session) -> Attributions:
    """Every attribution that any event has, once, as it is kept: there are few; one function says what each means."""
    found = session.scalars(select(LAID).distinct()).all()
    return {text: cast(Mapping[str, int], read(text)) for text in sorted(found)}


def drugs_of(said: Attributions) -> tuple[str, ...]:
    """The drugs named in attributions."""
    return tuple(sorted({suspect for one in said.values() for suspect in one} - set(NOT_A_DRUG)))


def _laid(said: Attributions, cause: Cause) -> ColumnElement[bool]:
    """Events of one relation: those that have one of the attributions that mean it.

    raises  RecordError for more of them than a question can hold
    """
    meant = [
        text
        for text, one in said.items()
        if RELATIONS[relation_to(one, cause.drug) if cause.drug else relation(one)] == cause.relation
    ]
    if len(meant) > MOST_ATTRIBUTIONS:
        raise RecordError(f"There are more than {MOST_ATTRIBUTIONS} ways of attribution; this cannot be counted.")
    return LAID.in_(meant)


def _by_worst(of: ColumnElement[bool] | None, laid: ColumnElement[bool] | None = None) -> Select[*tuple[Any, ...]]:
    """How many patients have each highest grade, one row. Made once and asked with each term.

    Five counts in one pass: grouped by grade, every patient would be looked up in a table of five rows.
    """
    found = select(func.max(AdverseEventRow.highest_grade).label("grade")).where(counted())
    if laid is not None:
        found = found.where(laid)
    inside = (found if of is None else found.where(of)).group_by(AdverseEventRow.patient_id).subquery()
    patients: list[ColumnElement[int]] = [func.count().filter(inside.c.grade == grade) for grade in GRADES]
    return select(*patients).select_from(inside)


def _grades(row: Row[*tuple[Any, ...]]) -> tuple[int, int, int, int, int]:
    one, two, three, four, five = row
    return one, two, three, four, five


def sufferers(
    session: Session, term: str | None, grades: tuple[int, ...], cause: Cause | None = None
) -> tuple[Sufferer, ...]:
    """The patients behind a count, by name, at most MOST_SUFFERERS. term None: all terms together."""
    event, line = AdverseEventRow, PatientLineRow
    worst = func.max(event.highest_grade)
    found = select(event.patient_id, worst.label("grade")).where(counted())
    if term is not None:
        found = found.where(event.term == term)
    if cause is not None:
        found = found.where(_laid(attributions(session), cause))
    inside = found.group_by(event.patient_id).having(or_(*(worst == grade for grade in grades))).subquery()
    query = (
        select(line.patient_id, line.name, line.identifiers, inside.c.grade)
        .join(inside, inside.c.patient_id == line.patient_id)
        .order_by(line.folded, line.patient_id)
        .limit(MOST_SUFFERERS)
    )
    return tuple(Sufferer(UUID(str(row[0])), row[1], row[2], row[3]) for row in session.execute(query))
