"""Adverse events of everybody: each patient once a term at the highest grade, equal to a count by hand."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, delete, insert
from sqlalchemy.orm import Session

from records.deeds.event_counts import count_events, sufferers
from records.errors import RecordError
from records.tables import AdverseEventRow, Base, CourseRow
from records.tables import types as kinds
from records.tables.lists import PatientLineRow
from records.values.event_counts import GRADES

NOW = datetime(2026, 3, 2, tzinfo=UTC)
PATIENTS = tuple(UUID(int=number) for number in range(1, 5))
TERMS = ("Nausea", "Diarrhea", "Ünrest")


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    tables = [AdverseEventRow, CourseRow, PatientLineRow]
    Base.metadata.create_all(engine, [*(table.__table__ for table in tables), Base.metadata.tables["audit"]])  # type: ignore[misc]
    with Session(engine) as opened:
        yield opened


def filled(table: type[Base], **said: object) -> dict[str, object]:
    """A row with something in every column that must have something."""
    usual: dict[type, object] = {
        kinds.Key: UUID(int=9), kinds.Day: NOW.date(), kinds.Moment: NOW, kinds.Flag: False, kinds.Json: [],
        kinds.Count: 1,
    }  # fmt: skip
    must = {column.name: usual.get(type(column.type), "") for column in table.__table__.columns if not column.nullable}
    return {**must, "id": uuid4(), **said} if "id" in must else {**must, **said}


Event = tuple[int, int, int, bool, bool, int | None]
EVENTS = st.lists(
    st.tuples(
        st.integers(0, 3), st.integers(0, 2), st.integers(1, 5), st.booleans(), st.booleans(),
        st.none() | st.integers(0, 5),
    ),
    max_size=14,
)  # fmt: skip


def by_hand(events: list[Event]) -> dict[str, Counter[int]]:
    worst: dict[str, dict[int, int]] = {}
    for patient, term, grade, withdrawn, before, baseline in events:
        if withdrawn or (before and baseline is not None and grade <= baseline):
            continue
        for name in (TERMS[term], ""):
            of = worst.setdefault(name, {})
            of[patient] = max(grade, of.get(patient, 0))
    return {term: Counter(of.values()) for term, of in worst.items()}


@given(EVENTS, st.sets(st.integers(0, 13)))
@settings(max_examples=40, deadline=None)
def test_the_table_is_what_a_count_by_hand_gives_also_after_rows_changed(
    session: Session, events: list[Event], later_withdrawn: set[int]
) -> None:
    told = [(*event[:3], event[3] or place in later_withdrawn, *event[4:]) for place, event in enumerate(events)]
    for table in (AdverseEventRow, PatientLineRow):
        session.execute(delete(table))
    for place, (patient, term, grade, withdrawn, before, baseline) in enumerate(told):
        row = filled(
            AdverseEventRow, patient_id=PATIENTS[patient], term=TERMS[term], highest_grade=grade, number=place + 1,
            withdrawn=withdrawn, present_at_baseline=before, baseline_grade=baseline, start="2026-03-02",
        )  # fmt: skip
        session.execute(insert(AdverseEventRow).values(**row))
    for number, ident in enumerate(PATIENTS):
        line = filled(PatientLineRow, patient_id=ident, name=f"P{number}", folded=f"p{number}")
        session.execute(insert(PatientLineRow).values(**line))
    found, wanted = count_events(session), by_hand(told)
    shown = {one.term: one for one in (*found.terms, found.every)}
    shown[""] = shown.pop("Any adverse event")
    for name in ("", *TERMS):
        counts = wanted.get(name, Counter())
        by_grade = shown[name].by_grade if name in shown else (0,) * 5
        assert by_grade == tuple(counts[grade] for grade in GRADES)
        behind = sufferers(session, name or None, (3, 4))
        assert Counter(one.grade for one in behind) == Counter({grade: counts[grade] for grade in (3, 4)})
    assert [one.any_grade for one in found.terms] == sorted((one.any_grade for one in found.terms), reverse=True)


def test_counting_stops_between_two_terms(session: Session) -> None:
    row = filled(
        AdverseEventRow, patient_id=PATIENTS[0], term="Nausea", highest_grade=2, number=99, start="2026-03-02"
    )  # fmt: skip
    session.execute(insert(AdverseEventRow).values(**row))
    with pytest.raises(RecordError, match="stopped"):
        count_events(session, lambda: True)
