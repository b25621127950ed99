"""The checklist before the first cycle: what is offered, what waits while items are open, what is never taken."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from records.course.checklist import Checklist, checklist_of, offered, open_items, stop_key
from records.course.course_plan import kept_regimen
from records.errors import NotAllowed, RecordError
from records.values.core import CourseRecord, Person
from regimen.library import load_regimen
from tests.records.examples import DAY1, ENTRY, Store

HAZARDS = ("dpyd", "hepatitis-b", "pregnancy")
ALL_FILES = (
    "capox", "ici-capox", "gc", "gc-durvalumab", "gc-pembrolizumab", "gemox-q14", "gemox-d1d8", "gemox-both-days",
)  # fmt: skip


def standing(store: Store, course: CourseRecord) -> Checklist:
    """The checklist as a page reads it."""
    space = store.actions.workspace(course.patient_id).result()
    return checklist_of(space, course, kept_regimen(course.regimen_text, course.entry.regimen_id), DAY1)


@pytest.mark.parametrize("item", HAZARDS)
def test_the_first_cycle_is_not_signed_while_an_item_is_open(store: Store, item: str) -> None:
    course = store.course(answered=False)
    store.answer_all(course, but={item})
    refusal = store.signing(course).exception()
    assert isinstance(refusal, NotAllowed)
    assert standing(store, course).open[0].title in str(refusal)
    store.actions.answer_checklist(
        store.person, uuid4(), course.id, 1, item, "not_done", DAY1, "", "result awaited, treatment cannot wait"
    ).result()
    assert store.signing(course).result().state == "signed"


@pytest.mark.parametrize("item", HAZARDS)
def test_signed_with_a_reason_it_is_still_not_given_before_the_answer(store: Store, item: str) -> None:
    course = store.course(answered=False)
    store.answer_all(course, but={item})
    key = stop_key(standing(store, course).open)
    order = store.signing(course, overrides={key: "sent today, result by noon"}).result()
    assert order.overrides == {key: "sent today, result by noon"}
    refusal = store.actions.mark_given(store.person, order.id, order.version, DAY1).exception()
    assert isinstance(refusal, NotAllowed)
    assert "1 item of the checklist of cycle 1 still open" in str(refusal)
    store.answer_all(course)
    assert store.actions.mark_given(store.person, order.id, order.version, DAY1).result().state == "given"


def test_a_reason_for_other_open_items_does_not_count(store: Store) -> None:
    course = store.course(answered=False)
    store.answer_all(course, but={"dpyd", "hepatitis-b"})
    items = load_regimen("ici-capox").checklist
    of_one = stop_key([item for item in items if item.id == "dpyd"])
    assert isinstance(store.signing(course, overrides={of_one: "cannot wait"}).exception(), NotAllowed)


def test_the_go_ahead_of_the_first_cycle_waits_for_the_checklist_and_that_of_later_ones_does_not(store: Store) -> None:
    course = store.course(answered=False)
    go_ahead = store.actions.go_ahead
    refusal = go_ahead(store.person, uuid4(), course.id, 1, DAY1, DAY1, "telephone").exception()
    assert isinstance(refusal, NotAllowed)
    assert "The go-ahead waits: 19 items" in str(refusal)
    assert "Consent given and documented" in str(refusal)
    store.answer_all(course)
    assert go_ahead(store.person, uuid4(), course.id, 1, DAY1, DAY1, "telephone").result().way == "telephone"
    second = DAY1 + timedelta(days=21)
    assert go_ahead(store.person, uuid4(), course.id, 2, second, DAY1, "person").result().cycle == 2


def test_items_of_a_course_taken_over_are_answered_as_taken_over_at_its_first_cycle_here(store: Store) -> None:
    course = store.course(answered=False, first_cycle=4, planned_cycles=8)
    lines = standing(store, course).lines
    assert {line.offered.result for line in lines if line.offered is not None and line.item.id == "consent"} == {
        "taken_over"
    }
    assert standing(store, course).cycle == 4
    assert isinstance(store.signing(course, 4).exception(), NotAllowed)
    answer = store.actions.answer_checklist
    bare = answer(store.person, uuid4(), course.id, 4, "consent", "taken_over", DAY1).exception()
    assert isinstance(bare, RecordError)
    given = answer(store.person, uuid4(), course.id, 4, "consent", "taken_over", DAY1, "", "signed there").result()
    assert (given.result, given.by) == ("taken_over", "Priya Raman")


def test_in_a_course_begun_here_nothing_can_be_taken_over(store: Store) -> None:
    course = store.course(answered=False)
    refusal = store.actions.answer_checklist(
        store.person, uuid4(), course.id, 1, "consent", "taken_over", DAY1, "", "signed there"
    ).exception()
    assert isinstance(refusal, RecordError)


def test_an_item_the_regimen_does_not_have_is_no_answer_to_anything(store: Store) -> None:
    course = store.course(answered=False)
    for cycle, item in ((1, "horoscope"), (2, "consent")):
        refusal = store.actions.answer_checklist(
            store.person, uuid4(), course.id, cycle, item, "done", DAY1, "fine"
        ).exception()
        assert isinstance(refusal, RecordError)
    assert len(standing(store, course).open) == 19


def test_an_administrator_answers_nothing(store: Store) -> None:
    course = store.course(answered=False)
    admin: Person = store.actions.add_person("Ada Office", "administrator").result()
    refusal = store.actions.answer_checklist(admin, uuid4(), course.id, 1, "consent", "done", DAY1, "ok").exception()
    assert isinstance(refusal, NotAllowed)


def test_a_correction_is_a_new_answer_and_the_earlier_one_stays_with_who_and_when(store: Store, nurse: Person) -> None:
    course = store.course(answered=False)
    answer = store.actions.answer_checklist
    answer(nurse, uuid4(), course.id, 1, "hepatitis-b", "done", DAY1, "HBsAg negative").result()
    answer(store.person, uuid4(), course.id, 1, "hepatitis-b", "done", DAY1, "HBsAg positive").result()
    line = next(line for line in standing(store, course).lines if line.item.id == "hepatitis-b")
    assert [one.value for one in line.answers] == ["HBsAg negative", "HBsAg positive"]
    assert [one.by for one in line.answers] == [nurse.name, "Priya Raman"]
    assert line.answer is not None
    assert line.answer.value == "HBsAg positive"


def test_the_list_of_the_day_counts_the_checklist(store: Store) -> None:
    course = store.course(answered=False)
    store.answer_all(course, but={"dpyd", "consent"})
    (line,) = store.actions.worklist(DAY1).result()
    assert "checklist 17 of 19" in line.missing
    store.answer_all(course)
    (line,) = store.actions.worklist(DAY1).result()
    assert not [words for words in line.missing if "checklist" in words]
    assert line.state == "not signed, provisional"


def test_what_is_on_record_is_offered_with_date_and_origin_and_answers_nothing(store: Store) -> None:
    course = store.course(answered=False)
    for analyte, value, unit in (("tsh", "2.10", "mIU/L"), ("alt", "29", "U/L")):
        store.actions.add_lab(
            store.person, uuid4(), course.patient_id, analyte, Decimal(value), unit, None, Decimal(4), DAY1
        ).result()
    lines = {line.item.id: line for line in standing(store, course).lines}
    tsh, dpyd, liver = (lines[name].offered for name in ("inhibitor-tsh", "dpyd", "inhibitor-liver"))
    assert tsh is not None
    assert (tsh.value, tsh.on, tsh.origin) == ("TSH 2.10 mIU/L (up to 4), 2026-03-02", DAY1, "laboratory values")
    assert dpyd is not None
    assert (dpyd.on, dpyd.origin) == (date(2026, 2, 1), "patient record")
    assert dpyd.value.startswith("activity score 1.5, intermediate")
    assert liver is not None
    assert liver.value.endswith("not on record: AST; Bilirubin, total")
    assert lines["consent"].offered is None
    assert len(standing(store, course).open) == 19


def test_a_value_of_tomorrow_is_not_offered(store: Store) -> None:
    course = store.course(answered=False)
    later = DAY1 + timedelta(days=1)
    store.actions.add_lab(
        store.person, uuid4(), course.patient_id, "tsh", Decimal("2.1"), "mIU/L", None, None, later
    ).result()
    line = next(line for line in standing(store, course).lines if line.item.id == "inhibitor-tsh")
    assert line.offered is None


@pytest.mark.parametrize(
    ("sex", "born", "asked"),
    [
        ("female", date(1988, 4, 9), True),
        ("female", date(1970, 3, 3), True),  # 55 on day 1: the last year inside
        ("female", date(1970, 3, 2), False),  # 56 on day 1
        ("male", date(1988, 4, 9), False),
    ],
)
def test_pregnancy_is_asked_by_sex_and_age_and_never_left_out_by_itself(
    store: Store, sex: str, born: date, asked: bool
) -> None:
    patient = replace(ENTRY, sex=sex, birth_date=born)  # type: ignore[arg-type]
    course = store.course(store.patient(patient), answered=False)
    line = next(line for line in standing(store, course).lines if line.item.id == "pregnancy")
    assert line in standing(store, course).lines
    assert (line.offered is None) == asked
    if line.offered is not None:
        assert line.offered.result == "not_applicable"
        assert line.offered.reason


def test_a_pending_dpyd_result_is_no_answer_and_an_untested_one_offers_its_reason(store: Store) -> None:
    course = store.course(answered=False)
    item = next(item for item in load_regimen("ici-capox").checklist if item.id == "dpyd")
    pending = replace(ENTRY, dpyd_status="pending", dpyd_score=None, dpyd_variants=None, dpyd_date=None)
    assert offered(item, pending, (), course, DAY1) is None
    silent = replace(pending, dpyd_status="not_tested")
    assert offered(item, silent, (), course, DAY1) is None
    told = offered(item, replace(silent, dpyd_reason="refused by the patient"), (), course, DAY1)
    assert told is not None
    assert (told.result, told.reason) == ("not_done", "refused by the patient")


@pytest.mark.parametrize("name", ALL_FILES)
def test_every_regimen_asks_for_consent_hepatitis_and_pregnancy_and_what_its_drugs_need(name: str) -> None:
    regimen = load_regimen(name)
    ids = {item.id for item in regimen.checklist}
    drugs = {drug.name for drug in regimen.drugs}
    assert {"consent", "allergies", "hepatitis-b", "pregnancy", "drainage", "neuropathy", "electrolytes"} <= ids
    assert ("dpyd" in ids) == ("capecitabine" in drugs)
    assert ("hearing" in ids) == ("cisplatin" in drugs)
    assert ("heart" in ids) == ("oxaliplatin" in drugs)
    inhibitor = any(drug.role == "inhibitor" for drug in regimen.drugs)
    baselines = {f"inhibitor-{what}" for what in ("tsh", "free-t4", "cortisol", "glucose", "liver")}
    assert (baselines <= ids) == inhibitor
    assert all(item.source for item in regimen.checklist)


def test_without_an_inhibitor_its_baselines_are_offered_as_not_applicable() -> None:
    item = next(item for item in load_regimen("gemox-d1d8").checklist if item.id == "inhibitor-tsh")
    assert item.is_for("female", 50, {"ici": "durvalumab"})
    assert not item.is_for("female", 50, {"ici": "none"})


def test_an_answered_item_is_no_longer_open() -> None:
    items = load_regimen("capox").checklist
    assert open_items(items, [item.id for item in items]) == ()
    assert open_items(items, ()) == items
