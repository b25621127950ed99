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
from records.values.event_counts import GRADES, RELATIONS, Cause
from records.values.visits import AdverseEventEntry, GradeOn
from tests.records.examples import DAY1, Store

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


Laid = dict[str, int]
Event = tuple[int, int, int, bool, bool, int | None, Laid]
EVENTS = st.lists(
    st.tuples(
        st.integers(0, 3), st.integers(0, 2), st.integers(1, 5), st.booleans(), st.booleans(),
        st.none() | st.integers(0, 5),
        st.dictionaries(st.sampled_from(["oxaliplatin", 'a "drug":3', "disease", "other"]), st.integers(1, 5)),
    ),
    max_size=14,
)  # fmt: skip
CAUSES = (None, *(Cause(relation, drug) for relation in RELATIONS.values() for drug in ("", "oxaliplatin")))


def meant(laid: Laid, cause: Cause | None) -> bool:
    """Whether an event counts under a cause, said without the program's words for it."""
    if cause is None:
        return True
    drugs = [level for name, level in laid.items() if name not in ("disease", "other")]
    if cause.drug:
        drugs = [laid[cause.drug]] if cause.drug in laid else []
    others = max((laid.get(name, 0) for name in ("disease", "other")), default=0) >= 3 and not cause.drug
    said = "related" if max(drugs, default=0) >= 3 else "not related" if drugs or others else "not said"
    return said == cause.relation


def by_hand(events: list[Event], cause: Cause | None) -> dict[str, Counter[int]]:
    worst: dict[str, dict[int, int]] = {}
    for patient, term, grade, withdrawn, before, baseline, laid in events:
        if withdrawn or (before and baseline is not None and grade <= baseline) or not meant(laid, cause):
            continue
        for name in (TERMS[term], ""):
            of = worst.setdefault(name, {})
            of[patient] = max(grade, of.get(patient, 0))
    return {term: Counter(of.values()) for term, of in worst.items()}


@given(EVENTS, st.sets(st.integers(0, 13)), st.sampled_from(CAUSES))
@settings(max_examples=40, deadline=None)
def test_the_table_is_what_a_count_by_hand_gives_also_after_rows_changed(
    session: Session, events: list[Event], later_withdrawn: set[int], cause: Cause | None
) -> None:
    told = [(*event[:3], event[3] or place in later_withdrawn, *event[4:]) for place, event in enumerate(events)]
    for table in (AdverseEventRow, PatientLineRow):
        session.execute(delete(table))
    for place, (patient, term, grade, withdrawn, before, baseline, laid) in enumerate(told):
        row = filled(
            AdverseEventRow, patient_id=PATIENTS[patient], term=TERMS[term], highest_grade=grade, number=place + 1,
            withdrawn=withdrawn, present_at_baseline=before, baseline_grade=baseline, start="2026-03-02",
            attribution=laid,
        )  # fmt: skip
        session.execute(insert(AdverseEventRow).values(**row))
    for number, ident in enumerate(PATIENTS):
        line = filled(PatientLineRow, patient_id=ident, name=f"P{number}", folded=f"p{number}")
        session.execute(insert(PatientLineRow).values(**line))
    found, wanted = count_events(session, cause=cause), by_hand(told, cause)
    shown = {one.term: one for one in (*found.terms, found.every)}
    shown[""] = shown.pop("Any adverse event")
    for name in ("", *TERMS):
        counts = wanted.get(name, Counter())
        by_grade = shown[name].by_grade if name in shown else (0,) * 5
        assert by_grade == tuple(counts[grade] for grade in GRADES)
        behind = sufferers(session, name or None, (3, 4), cause)
        assert Counter(one.grade for one in behind) == Counter({grade: counts[grade] for grade in (3, 4)})
    assert [one.any_grade for one in found.terms] == sorted((one.any_grade for one in found.terms), reverse=True)


def test_counting_stops_between_two_terms(session: Session) -> None:
    row = filled(
        AdverseEventRow, patient_id=PATIENTS[0], term="Nausea", highest_grade=2, number=99, start="2026-03-02"
    )  # fmt: skip
    session.execute(insert(AdverseEventRow).values(**row))
    with pytest.raises(RecordError, match="stopped"):
        count_events(session, lambda: True)


def test_both_databases_count_by_cause_each_patient_once(store: Store) -> None:
    course = store.course()
    for term, grade, laid in (
        ("Nausea", 3, {"oxaliplatin": 3}), ("Nausea", 1, {"capecitabine": 5, "oxaliplatin": 1}),
        ("Fatigue", 4, {"disease": 5}), ("Rash", 2, {}),
    ):  # fmt: skip
        entry = AdverseEventEntry(term, DAY1.isoformat(), (GradeOn(grade, DAY1),), attribution=laid)
        store.actions.report_event(store.person, uuid4(), course.id, entry).result()

    def worst(cause: Cause | None) -> tuple[dict[str, tuple[int, ...]], tuple[int, ...]]:
        found = store.actions.event_counts(None, cause).result()
        (behind,) = store.actions.sufferers(None, GRADES, cause).result()
        assert found.every.by_grade[behind.grade - 1] == 1
        return {one.term: one.by_grade for one in found.terms}, found.every.by_grade

    one, two, three, four = ((*(int(grade == place) for place in GRADES),) for grade in (1, 2, 3, 4))
    assert worst(None) == ({"Fatigue": four, "Nausea": three, "Rash": two}, four)
    assert worst(Cause()) == ({"Nausea": three}, three)
    assert worst(Cause("not related")) == ({"Fatigue": four}, four)
    assert worst(Cause("not said")) == ({"Rash": two}, two)
    assert worst(Cause("not related", "oxaliplatin")) == ({"Nausea": one}, one)
    assert store.actions.event_counts(None, Cause()).result().drugs == ("capecitabine", "oxaliplatin")
