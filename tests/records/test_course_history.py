"""The history of a course as the rules read it, and the checks of adverse events."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast
from uuid import uuid4

import pytest

from records.bedside.event_checks import check_entry, check_events, known_dates
from records.course.history import advise_case, events_of, spells_of
from records.partial_date import earliest, latest, whole
from records.values.core import SiteSettings, Workspace
from records.values.visits import AdverseEventEntry, AdverseEventRecord, ChecklistAnswer, GradeOn
from regimen.case import read_case
from regimen.case_writing import write_case
from tests.records.examples import CYCLE2, DAY1, EVENT, Store
from tests.records.test_decisions import measured

DRUGS = ("pembrolizumab", "oxaliplatin", "capecitabine")
MARCH = [date(2026, 3, day) for day in range(1, 32)]
SIMPLE = AdverseEventEntry("Diarrhea", "2026-03-10", (GradeOn(2, MARCH[9]),), serious=False)


def graded(*grades: tuple[int, int], **fields: Any) -> AdverseEventEntry:
    return replace(SIMPLE, grades=tuple(GradeOn(grade, MARCH[day - 1]) for day, grade in grades), **fields)


def test_an_episode_is_one_occurrence_at_its_highest_grade_until_it_is_grade_1() -> None:
    spells = spells_of(graded((10, 2), (12, 3), (15, 2), (18, 1)), DRUGS)
    assert [(s.grade, s.date, s.resolved) for s in spells] == [(3, MARCH[9], MARCH[17]), (1, MARCH[17], None)]


def test_a_rise_after_grade_1_is_a_new_occurrence() -> None:
    spells = spells_of(graded((10, 2), (12, 1), (20, 2), ongoing=False, end="2026-03-24"), DRUGS)
    assert [(s.grade, s.date, s.resolved) for s in spells] == [
        (2, MARCH[9], MARCH[11]), (1, MARCH[11], MARCH[19]), (2, MARCH[19], MARCH[23]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "laid_to"),
    [
        ({}, ()),
        ({"cause": "obstruction"}, ("obstruction",)),
        ({"attribution": {"capecitabine": 4}}, ()),
        ({"attribution": {"capecitabine": 4, "oxaliplatin": 1, "pembrolizumab": 2}}, ("capecitabine",)),
        ({"attribution": {"capecitabine": 4, "oxaliplatin": 1, "pembrolizumab": 3}}, ()),
        ({"attribution": {"capecitabine": 1, "oxaliplatin": 1, "pembrolizumab": 1, "disease": 5}}, ("disease",)),
        ({"attribution": {"capecitabine": 5, "pembrolizumab": 3}, "cause": "pembrolizumab"}, ("pembrolizumab",)),
    ],
)
def test_the_cause_is_open_until_one_suspect_is_left(fields: dict[str, Any], laid_to: tuple[str, ...]) -> None:
    assert spells_of(replace(SIMPLE, **fields), DRUGS)[0].attributed_to == laid_to


def test_advice_reads_the_very_value_that_the_command_reads(store: Store) -> None:
    course = measured(store)
    for value, on in (("40", DAY1), ("68", CYCLE2)):
        args = ("bilirubin", Decimal(value), "umol/L", Decimal(3), Decimal(20), on)
        store.actions.add_lab(store.person, uuid4(), course.patient_id, *args).result()
        args = ("creatinine", Decimal("88"), "umol/L", Decimal(45), Decimal(105), on)
        store.actions.add_lab(store.person, uuid4(), course.patient_id, *args).result()
    event = store.actions.report_event(store.person, uuid4(), course.id, EVENT).result()
    other = store.actions.report_event(store.person, uuid4(), course.id, replace(EVENT, term="Nausea")).result()
    store.actions.withdraw_event(store.person, other.id, other.version, "other patient").result()
    space = store.actions.workspace(course.patient_id).result()
    case = advise_case(space, course, 2, CYCLE2, SiteSettings())
    assert [(e.term, e.grade, e.date, e.attributed_to) for e in case.events] == [
        ("Diarrhea", 3, date(2026, 3, 20), ("capecitabine",))
    ]
    bilirubin = case.labs["bilirubin"]
    assert (bilirubin.value, bilirubin.uln, bilirubin.baseline) == (Decimal(68), Decimal(20), Decimal(40))
    assert case.labs["creatinine"].uln == 105
    assert case.liver_involvement is False
    assert read_case(write_case(case)) == case
    assert event.number == 1


def test_partial_dates_have_a_first_and_a_last_day() -> None:
    assert (earliest("2024-02"), latest("2024-02"), whole("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29), None)
    assert (earliest("2026"), latest("2026")) == (date(2026, 1, 1), date(2026, 12, 31))
    assert whole("2026-03-14") == date(2026, 3, 14)
    for wrong in ("", "26", "2026-3", "2026-00", "2026-13", "2026-02-29", "2026-03-14T10:00", "٢٠٢٦"):
        with pytest.raises(ValueError, match="no "):
            earliest(wrong) if wrong != "2026-02-29" else _leap(wrong)


def _leap(text: str) -> None:
    try:
        earliest(text)
    except ValueError as error:
        raise ValueError(f"no such day: {error}") from error


ENTRY_CHECKS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"ongoing": False, "end": "2026-03-09"}, {}, "end-before-start"),
    ({"start": "2026-03-11"}, {}, "grade-before-start"),
    ({}, {"today": MARCH[8]}, "start-in-future"),
    ({}, {"death": MARCH[8]}, "start-after-death"),
    ({}, {"consent": MARCH[10]}, "start-before-consent"),
    ({"end": "2026-03-12"}, {}, "ongoing-with-end"),
    ({"ongoing": False, "outcome": "RECOVERED/RESOLVED"}, {}, "ended-without-end"),
    ({"ongoing": False, "end": "2026-03-12"}, {}, "ended-without-outcome"),
    ({"outcome": "RECOVERED/RESOLVED"}, {}, "recovered-without-end"),
    ({"ongoing": False, "end": "2026-03", "outcome": "RECOVERING/RESOLVING"}, {}, "end-not-recovered"),
    ({"outcome": "FATAL"}, {}, "fatal-in-part"),
    ({"criteria": ("death",), "serious": True}, {}, "fatal-in-part"),
    ({"outcome": "FATAL"}, {}, "fatal-without-end"),
    ({"serious": True}, {}, "serious-without-criterion"),
    ({"criteria": ("admission",)}, {}, "criterion-not-serious"),
    ({"serious": None}, {}, "serious-not-said"),
    ({}, {"offered": (1, 3)}, "grade-not-offered"),
    ({"term": "Eye disorders - Other, specify"}, {}, "other-without-words"),
    ({"term": "Eye disorders - Other, specify", "specify": "dry eye"}, {"terms": ("Dry eye",)}, "other-is-a-term"),
    ({"term": "Dry eye", "soc": "Eye disorders"}, {}, "eye-without-side"),
    ({}, {"drugs_given": ("capecitabine",)}, "attribution-missing"),
    ({}, {"drugs_given": ("capecitabine",)}, "action-missing"),
]


@pytest.mark.parametrize(("fields", "known", "code"), ENTRY_CHECKS, ids=[code for _, _, code in ENTRY_CHECKS])
def test_what_does_not_add_up_in_an_event_is_found(fields: dict[str, Any], known: dict[str, Any], code: str) -> None:
    assert code in {finding.code for finding in check_entry(replace(SIMPLE, **fields), **known)}
    assert code not in {finding.code for finding in check_entry(SIMPLE)}


def test_what_cannot_be_kept_is_refused_and_everything_else_is_a_question() -> None:
    refused = {
        finding.code
        for fields, known, _ in ENTRY_CHECKS
        for finding in check_entry(replace(SIMPLE, **fields), **known)
        if finding.refuse
    }
    assert refused == {
        "end-before-start", "grade-before-start", "start-in-future", "ongoing-with-end", "grade-not-offered",
        "other-without-words",
    }  # fmt: skip


def test_consent_is_the_newest_answer_of_the_course_if_it_was_given() -> None:
    course, at = uuid4(), datetime(2026, 3, 1, 9, tzinfo=UTC)
    signed = ChecklistAnswer(uuid4(), course, 1, "consent", "done", "signed", MARCH[0], "", "Ines Duarte", at)
    open_now = replace(signed, result="not_done", reason="asks for time", on=MARCH[1], at=at + timedelta(days=1))
    other_item, other_course = replace(signed, item="ecg", on=MARCH[4]), replace(signed, course_id=uuid4(), on=MARCH[5])

    def consent(*answers: ChecklistAnswer) -> date | None:
        return known_dates(cast(Workspace, SimpleNamespace(follow_up=(), checklist=answers)), course).consent

    assert consent(signed) == consent(signed, other_item, other_course) == MARCH[0]
    assert consent(signed, open_now) is consent(open_now, signed) is consent(other_item) is None


def test_a_whole_event_asks_nothing() -> None:
    whole_event = replace(SIMPLE, attribution={"capecitabine": 4}, actions={"capecitabine": "DOSE NOT CHANGED"})
    assert check_entry(whole_event, today=DAY1.replace(month=4), offered=(1, 2, 3), drugs_given=("capecitabine",)) == ()


def stored(*entries: AdverseEventEntry) -> list[AdverseEventRecord]:
    at = datetime(2026, 3, 20, tzinfo=UTC)
    return [
        AdverseEventRecord(uuid4(), uuid4(), uuid4(), 1, number, entry, 1, 1, "P", at, "P", at)
        for number, entry in enumerate(entries, 1)
    ]


def test_what_does_not_add_up_between_events_is_found() -> None:
    fatal = graded((10, 5))
    later = replace(graded((12, 1)), start="2026-03-12")
    ended = replace(SIMPLE, ongoing=False, end="2026-03-11")
    reaction = replace(SIMPLE, term="Infusion related reaction")
    gone = replace(SIMPLE, actions={"oxaliplatin": "DRUG WITHDRAWN"})
    found = {
        "duplicate": check_events(stored(SIMPLE, SIMPLE)),
        "overlap": check_events(stored(SIMPLE, later)),
        "two-fatal": check_events(stored(fatal, replace(fatal, term="Sepsis"))),
        "two-reactions": check_events(stored(reaction, replace(SIMPLE, term="Allergic reaction"))),
        "withdrawn-but-given": check_events(stored(gone), last_given={"oxaliplatin": MARCH[22]}),
        "stopped-without-event": check_events(stored(SIMPLE), stopped={"oxaliplatin": MARCH[22]}),
        "lab-without-event": check_events((), lab_grades={"Platelet count decreased": 3}),
        "lab-grade-differs": check_events(stored(SIMPLE), lab_grades={"Diarrhea": 3}),
    }
    assert {code: [finding.code for finding in findings] for code, findings in found.items()} == {
        code: [code] for code in found
    }
    assert check_events(stored(ended, later)) == ()
    assert check_events(stored(SIMPLE), lab_grades={"Diarrhea": 2}) == ()
    assert check_events(stored(SIMPLE), lab_grades={"Diarrhea": 0}) == ()
    assert check_events((), lab_grades={"Platelet count decreased": 2}) == ()
    day = {"oxaliplatin": MARCH[22]}
    assert check_events(stored(gone), last_given=day, stopped=day) == ()
    assert check_events([replace(record, withdrawn=True) for record in stored(SIMPLE, SIMPLE)]) == ()
    assert events_of([replace(record, withdrawn=True) for record in stored(SIMPLE)], DRUGS) == ()
