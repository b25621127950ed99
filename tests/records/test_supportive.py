"""Supportive care in the records: the site's approved set, the order that names it, the draft that goes on with it."""

import json
from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from records.course.amended import amended_words
from records.course.supportive import offer_of, signed_choice, site_set, starting_choice
from records.errors import NotAllowed, RecordError
from records.values.core import CourseRecord, OrderRecord, Person, SiteSettings, Workspace
from records.values.governance import OwnFile
from regimen.answer import as_json
from regimen.case import read_case, write_case
from regimen.engine import answer
from regimen.library import supportive_base
from regimen.supportive import SupportiveOrder
from regimen.supportive_offer import as_listed, changed, left_out
from regimen.supportive_words import with_dose
from tests.records.examples import Store, case_text

SETTINGS = SiteSettings()
OFF = '\n[[off]]\nitem = "ondansetron-home"\nreason = "not used here"\n'
EXAMPLE = 'home = ["ondansetron-home", "dexamethasone"', 'home = ["dexamethasone"'


@pytest.fixture
def second(store: Store) -> Person:
    return store.actions.add_person("Quentin Ash", "pharmacist").result()


def typed(store: Store, version: str, *changes: tuple[str, str]) -> OwnFile:
    """An own set, asked for; its own title makes it another text than the one it was copied from."""
    file = store.actions.copy_file(store.person, uuid4(), "supportive", supportive_base(), "unit", version).result()
    text = file.text.replace('title = "', 'title = "Ours: ', 1)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    kept = store.actions.keep_file(store.person, file, text).result()
    return store.actions.ask_for_approval(store.person, uuid4(), kept).result()


def in_use(store: Store, second: Person, version: str = "1") -> OwnFile:
    waiting = typed(store, version, EXAMPLE, ("\n[[example]]", f"{OFF}\n[[example]]"))
    return store.actions.approve_file(second, uuid4(), waiting).result()


def space_of(store: Store, course: CourseRecord) -> Workspace:
    return store.actions.workspace(course.patient_id).result()


def sign(store: Store, course: CourseRecord, order: SupportiveOrder | None, cycle: int = 1) -> OrderRecord:
    """An order with supportive care; what stands open beside it is answered."""
    case = replace(read_case(json.loads(case_text(cycle))), supportive=order)
    made = as_json(answer(case)) | {"alerts": []}
    return store.signing(course, cycle, case=json.dumps(write_case(case)), answer=json.dumps(made)).result()


def test_an_order_carries_its_supportive_care_in_the_snapshot_and_its_check_code(store: Store) -> None:
    course = store.course()
    space = space_of(store, course)
    start = starting_choice(space, course, 1, SETTINGS)
    assert start == as_listed(offer_of(space, course, 1, SETTINGS)) and start.from_cycle is None
    without = sign(store, course, None)
    assert signed_choice(space_of(store, course), course, 1) is None  # not ordered with the program
    less = left_out(start, "loperamide", "stoma")
    record = sign(store, course, less)
    assert signed_choice(space_of(store, course), course, 1) == less
    assert record.check_code != without.check_code and record.revision == 2
    said = amended_words(without.case_json, record.case_json)
    assert said == "supportive care: now ordered"
    again = sign(store, course, start)
    assert "loperamide: not ordered → loperamide" in amended_words(record.case_json, again.case_json)


def test_the_next_draft_begins_with_the_last_signed_choice_and_says_so(store: Store) -> None:
    course = store.course()
    offer = offer_of(space_of(store, course), course, 1, SETTINGS)
    listed = offer.item("dexamethasone")
    assert listed is not None
    choice = changed(as_listed(offer), offer, with_dose(listed.item, "4 mg"), "diabetes")
    sign(store, course, choice)
    assert starting_choice(space_of(store, course), course, 2, SETTINGS) == replace(choice, from_cycle=1)


def test_a_set_counts_only_once_a_second_person_approved_it_and_no_longer_when_withdrawn(
    store: Store, second: Person
) -> None:
    course = store.course()
    waiting = typed(store, "1", EXAMPLE, ("\n[[example]]", f"{OFF}\n[[example]]"))
    assert store.actions.supportive_set().result().text == ""
    with pytest.raises(NotAllowed, match="own work"):
        store.actions.approve_file(store.person, uuid4(), waiting).result()
    own = store.actions.approve_file(second, uuid4(), waiting).result()
    used = space_of(store, course).supportive
    assert used.text == own.text and used.file == own
    start = starting_choice(space_of(store, course), course, 1, SETTINGS)
    assert [(one.id, one.reason) for one in start.left_out] == [("ondansetron-home", "not used here")]
    assert start.site_set is not None and start.site_set.sha256 == own.text_sha256
    sign(store, course, start)
    later = store.actions.approve_file(second, uuid4(), typed(store, "2")).result()
    assert store.actions.supportive_set().result().text == later.text
    assert later.approval is not None
    store.actions.withdraw_approval(second, later.approval.id, "typed in haste").result()
    after = store.actions.supportive_set().result()
    assert after.text == "" and after.file is not None and after.file.state == "withdrawn"  # not version 1 again
    assert starting_choice(space_of(store, course), course, 1, SETTINGS).site_set is None
    assert store.actions.check_audit().result().findings == ()


def test_an_order_made_with_another_set_is_not_signed(store: Store, second: Person) -> None:
    course = store.course()
    before = starting_choice(space_of(store, course), course, 1, SETTINGS)
    in_use(store, second)
    with pytest.raises(NotAllowed, match="unit version 1 is in use now"):
        sign(store, course, before)
    now = starting_choice(space_of(store, course), course, 1, SETTINGS)
    site = site_set(space_of(store, course).supportive.text)
    assert site is not None
    with pytest.raises(NotAllowed, match="neither ordered nor left out with a reason: loperamide"):
        sign(store, course, replace(now, items=tuple(one for one in now.items if one.item.id != "loperamide")))
    hidden = tuple(replace(one, origin="site", item=with_dose(one.item, "1 mg")) for one in now.items[:1])
    with pytest.raises(NotAllowed, match="not as the site's set lists it"):
        sign(store, course, replace(now, items=(*hidden, *now.items[1:])))
    sign(store, course, now)


def test_an_answer_that_orders_other_supportive_care_than_its_case_is_refused(store: Store) -> None:
    course = store.course()
    start = starting_choice(space_of(store, course), course, 1, SETTINGS)
    case = replace(read_case(json.loads(case_text(1))), supportive=start)
    other = as_json(answer(replace(case, supportive=left_out(start, "hand-care", "own")))) | {"alerts": []}
    with pytest.raises(RecordError, match="other supportive care than was chosen"):
        store.signing(course, case=json.dumps(write_case(case)), answer=json.dumps(other)).result()


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ((EXAMPLE,), "worked examples of this file do not give"),
        ((("schema = 1", "schema = 1\nextra = 2"),), "extra"),
        ((("\n[[example]]", OFF.replace("home", "hoem") + "\n[[example]]"),), "listed by no regimen"),
    ],
)
def test_a_set_that_cannot_hold_is_not_even_asked_for(
    store: Store, changes: tuple[tuple[str, str], ...], part: str
) -> None:
    with pytest.raises(RecordError, match=part):
        typed(store, "1", *changes)


def test_the_database_keeps_to_the_kinds_of_files_there_are(store: Store, second: Person) -> None:
    in_use(store, second)
    with pytest.raises(DBAPIError):
        store.sql("UPDATE regimen_draft SET kind = 'other'")
    with pytest.raises(DBAPIError):
        store.sql("UPDATE approval SET kind = 'regimen'")
