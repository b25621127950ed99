"""A patient stays on the version begun until a person moves them; a withdrawn approval holds new signatures back."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from records.course.clinical_use import SiteFacts, missing_for_use
from records.course.course_plan import whole_course
from records.course.versions import course_at, withdrawn_words
from records.errors import Conflict, NotAllowed, RecordError
from records.trail.canonical import sha256
from records.values.core import CourseRecord, Person, SiteSettings
from records.values.governance import OwnFile
from regimen.answer import as_json
from regimen.case import read_case
from regimen.engine import answer_with
from regimen.library import load_profile, load_regimen
from regimen.practice_reader import read_profile
from regimen.reader import read_regimen
from tests.records.examples import (
    BLIND,
    DAY1,
    ENTRY,
    Store,
    answer_text,
    approval_id,
    approved,
    case_text,
    course_entry,
)

WEEKS4 = ("cycle_days = 21", "cycle_days = 28")


ON_A_FILE = pytest.mark.parametrize("target", ["sqlite"], indirect=True)


@pytest.fixture
def second(store: Store) -> Person:
    return store.actions.add_person("Quentin Ash", "pharmacist").result()


def own(store: Store, second: Person, version: str, *changes: tuple[str, str], base: str = "") -> OwnFile:
    """An own ICI + CAPOX of a version, with changes its own figures follow, approved by the second person."""
    copy = store.actions.copy_file(
        store.person, uuid4(), "regimen", base or load_regimen("ici-capox").text, "ici-capox-site", version
    ).result()
    text = copy.text.replace('title = "', f'title = "Ours {version}: ', 1)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    waiting = store.actions.ask_for_approval(
        store.person, uuid4(), store.actions.keep_file(store.person, copy, text).result()
    ).result()
    return store.actions.approve_file(second, uuid4(), waiting).result()


def weeks4(store: Store, second: Person, version: str = "2.0") -> OwnFile:
    return own(store, second, version, WEEKS4, ("cycle_days 21", "cycle_days 28"))


def move(store: Store, course: CourseRecord, file: OwnFile, why: str = "new version") -> Callable[[], CourseRecord]:
    cycle = store.actions.move_choice(course.id).result().from_cycle
    return store.actions.move_course(
        store.person, uuid4(), course, cycle, file.text_sha256, course.profile_sha256, why
    ).result


def read(store: Store, course: CourseRecord) -> CourseRecord:
    return store.actions.workspace(course.patient_id).result().courses[0]


def give(store: Store, course: CourseRecord, cycle: int, on: date) -> None:
    """Sign a cycle for a day on whatever its course goes by, and record it as given."""
    regimen, profile = read_regimen(course.regimen_text, "r"), read_profile(course.profile_text, "p")
    case = json.loads(case_text(cycle)) | {"day1": on.isoformat(), "regimen": regimen.id}
    answer = json.dumps(as_json(answer_with(regimen, profile, read_case(case))) | {"alerts": []})
    order = store.signing(course, cycle, case=json.dumps(case), answer=answer, day1=on).result()
    store.actions.mark_given(store.person, order.id, order.version, on).result()


def day_ones(store: Store, course: CourseRecord) -> list[date]:
    space = store.actions.workspace(course.patient_id).result()
    return [cycle.day1 for cycle in whole_course(space, space.courses[0], SiteSettings(country="US")).cycles]


def test_a_new_version_is_laid_out_from_its_cycle_on_and_cycles_before_it_stay(store: Store, second: Person) -> None:
    course = store.course()
    give(store, course, 1, DAY1)
    before = day_ones(store, course)
    file = weeks4(store, second)
    choice = store.actions.move_choice(course.id).result()
    assert (choice.from_cycle, choice.refused, [one.file_version for one in choice.regimens]) == (2, "", ["2.0"])
    moved = move(store, course, file, "four weeks by the new protocol")()
    after = day_ones(store, course)
    assert after[:2] == before[:2]
    assert [(b - a).days for a, b in pairwise(after)] == [21, *[28] * 6]
    assert (moved.entry.regimen_id, moved.entry.regimen_version) == ("ici-capox-site", "2.0")
    (said,) = moved.moves
    assert (said.from_cycle, said.by, said.reason) == (2, "Priya Raman", "four weeks by the new protocol")
    assert course_at(moved, 1).regimen_text == course.regimen_text and course_at(moved, 2).regimen_text == file.text
    space = store.actions.workspace(course.patient_id).result()
    (first,) = space.orders
    assert (first.regimen_sha256, first.state) == (course.entry.regimen_sha256, "given")
    line = next(one for one in store.actions.history(course.patient_id).result() if one.subject == "course move")
    assert line.why == "four weeks by the new protocol" and "ici-capox-site" in line.new
    give(store, read(store, course), 2, after[1])
    with pytest.raises(NotAllowed, match="goes by, not on others"):
        store.signing(course, 3, day1=after[2], case=case_text(3).replace("2026-03-02", after[2].isoformat())).result()


@ON_A_FILE
def test_delays_and_a_second_move_go_on_from_the_version_before(store: Store, second: Person) -> None:
    course = store.course()
    give(store, course, 1, DAY1)
    store.actions.delay_cycle(store.person, uuid4(), course.id, 2, 7, "all", "other", "").result()
    store.actions.delay_cycle(store.person, uuid4(), course.id, 3, 2, "this", "other", "").result()
    move(store, read(store, course), weeks4(store, second))()
    days = day_ones(store, course)
    assert [(day - DAY1).days for day in days[:4]] == [0, 28, 58, 84]
    give(store, read(store, course), 2, days[1])
    space = store.actions.workspace(course.patient_id).result()
    notes = whole_course(space, space.courses[0], SiteSettings(country="US")).notes
    assert [(n.cycle, n.date) for n in notes if n.kind == "delay"] == [(2, days[1]), (3, days[2])]
    back = store.actions.move_choice(course.id).result().regimens
    assert [(one.file_id, one.shipped) for one in back] == [("ici-capox", True)]
    store.actions.move_course(
        store.person, uuid4(), read(store, course), 3, back[0].sha256, course.profile_sha256, "back again"
    ).result()
    assert [(day - DAY1).days for day in day_ones(store, course)[:5]] == [0, 28, 58, 77, 98]
    assert [course_at(read(store, course), cycle).entry.regimen_version for cycle in (1, 2, 3)] == [
        course.entry.regimen_version, "2.0", course.entry.regimen_version,
    ]  # fmt: skip


@ON_A_FILE
def test_a_signed_order_falls_away_unless_something_of_it_was_begun(store: Store, second: Person) -> None:
    course = store.course()
    order = store.signing(course).result()
    file = weeks4(store, second)
    store.actions.verify_order(second, uuid4(), order.id, BLIND).result()
    assert store.actions.move_choice(course.id).result().falls_away == (1,)
    moved = move(store, course, file)()
    assert moved.moves[0].orders == (order.id,)
    assert store.actions.workspace(course.patient_id).result().orders[0].state == "replaced"

    other = store.course(store.patient(replace(ENTRY, identifiers=(("MRN", "2"),))))
    held = store.signing(other).result()
    store.actions.verify_order(second, uuid4(), held.id, BLIND).result()
    store.actions.prepare_order(second, uuid4(), held.id).result()
    assert "Cycle 1 was prepared" in store.actions.move_choice(other.id).result().refused
    with pytest.raises(NotAllowed, match="Cycle 1 was prepared"):
        move(store, other, file)()


@ON_A_FILE
def test_only_an_approved_version_of_the_same_regimen_is_moved_to(store: Store, second: Person) -> None:
    course, file = store.course(), weeks4(store, second)
    capox = approved(store, second)
    with pytest.raises(NotAllowed, match="another regimen"):
        move(store, course, capox)()
    copy = store.actions.copy_file(
        store.person, uuid4(), "regimen", file.text, "ici-capox-site", "3.0"
    ).result()  # fmt: skip
    with pytest.raises(NotAllowed, match="approved here can be moved to"):
        move(store, course, copy)()
    with pytest.raises(RecordError, match="Reason is empty"):
        move(store, course, file, " ")()
    with pytest.raises(NotAllowed, match="begins there"):
        store.actions.move_course(
            store.person, uuid4(), course, 3, file.text_sha256, course.profile_sha256, "x"
        ).result()
    moved = move(store, course, file)()
    with pytest.raises(NotAllowed, match="already"):
        move(store, moved, file)()
    with pytest.raises(Conflict):
        move(store, course, file)()
    nurse = store.actions.add_person("Nora Field", "nurse").result()
    with pytest.raises(NotAllowed, match="not for the role nurse"):
        store.actions.move_course(nurse, uuid4(), moved, 1, file.base_sha256, course.profile_sha256, "x").result()
    pembro = tuple(
        (f'{key} = {a}"pembrolizumab"', f'{key} = {a}"pembro"') for key, a in (("id", ""), ("ici", ""), ("ici", "["))
    )
    lost = own(store, second, "4.0", *pembro)
    with pytest.raises(RecordError, match="the choice ici = pembrolizumab"):
        move(store, moved, lost)()
    assert read(store, course).entry.regimen_version == "2.0"


def test_a_move_stays_as_it_was_said_even_for_who_goes_past_the_program(store: Store, second: Person) -> None:
    move(store, store.course(), weeks4(store, second))()
    for change in ("reason = 'other'", "from_cycle = 3"):
        with pytest.raises(DBAPIError, match="keeps what it says"):
            store.sql(f"UPDATE course_move SET {change}")
    with pytest.raises(DBAPIError, match="never deleted"):
        store.sql("DELETE FROM course_move")


def test_a_withdrawn_approval_shows_at_the_patient_and_holds_new_signatures_back(store: Store, second: Person) -> None:
    file = own(store, second, "1.0")
    entry = course_entry(regimen_id=file.file_id, regimen_version="1.0", regimen_sha256=file.text_sha256)
    course = store.actions.begin_course(
        store.person, uuid4(), store.patient().id, entry, file.text, load_profile("us").text
    ).result()  # fmt: skip
    for item in load_regimen("ici-capox").checklist:
        store.actions.answer_checklist(store.person, uuid4(), course.id, 1, item.id, "done", DAY1, "seen").result()
    give(store, course, 1, DAY1)
    given = store.actions.workspace(course.patient_id).result().orders[0]
    paper = (course.id, 1, "en", "a4", False, "AB12-CD34", "0" * 64, given.id, "{}")
    printed = store.actions.record_print(store.person, uuid4(), *paper).result()
    store.actions.withdraw_approval(second, approval_id(file), "day 8 is wrong").result()

    held = read(store, course)
    (gone,) = held.withdrawn
    words = withdrawn_words(gone)
    assert words.startswith("Approval of regimen ici-capox-site version 1.0 withdrawn on ")
    assert words.endswith(" by Quentin Ash: day 8 is wrong")
    later = DAY1 + timedelta(days=21)
    assert [line.missing[0] for line in store.actions.worklist(later).result()] == [words]
    case = json.loads(case_text(2)) | {"day1": later.isoformat()}
    named = {"id": file.file_id, "version": "1.0", "sha256": file.text_sha256}
    answer = answer_text(cycle=2, regimen=named)
    signing = {"case": json.dumps(case), "answer": answer, "day1": later}
    with pytest.raises(NotAllowed, match=r"day 8 is wrong\. No order is signed on it until"):
        store.signing(held, 2, **signing).result()
    assert store.actions.print_again(store.person, printed.id).result().id == printed.id
    site = store.actions.site_facts().result()
    space = store.actions.workspace(course.patient_id).result()
    ours = SiteFacts(True, False, True, site.approved, site.withdrawn)
    said = missing_for_use(space, ours, [given])
    assert not any("withdrawn" in one or "not approved" in one for one in said)
    assert any("was withdrawn" in one for one in missing_for_use(space, ours, [replace(given, state="signed")]))

    with pytest.raises(NotAllowed, match="wrote at this file"):
        store.actions.approve_again(store.person, uuid4(), file, "checked").result()
    with pytest.raises(RecordError, match="Reason is empty"):
        store.actions.approve_again(second, uuid4(), file, "").result()
    again = store.actions.approve_again(second, uuid4(), file, "day 8 was right").result()
    assert (again.state, again.approval and again.approval.said) == ("approved", "day 8 was right")
    assert read(store, course).withdrawn == ()
    store.signing(read(store, course), 2, **signing).result()
    with pytest.raises(NotAllowed, match="is not withdrawn"):
        store.actions.approve_again(second, uuid4(), file, "once more").result()


@ON_A_FILE
def test_the_patient_moved_away_from_a_withdrawn_version_can_be_signed_for(store: Store, second: Person) -> None:
    course = store.course()
    file = weeks4(store, second)
    moved = move(store, course, file)()
    store.actions.withdraw_approval(second, approval_id(file), "wrong").result()
    assert read(store, course).withdrawn
    (back,) = store.actions.move_choice(course.id).result().regimens
    here = store.actions.move_course(
        store.person, uuid4(), moved, 1, back.sha256, course.profile_sha256, "withdrawn"
    ).result()  # fmt: skip
    assert here.withdrawn == () and store.signing(here).result().state == "signed"


@ON_A_FILE
def test_an_own_profile_is_used_once_approved_and_a_course_can_be_moved_to_it(store: Store, second: Person) -> None:
    base = load_profile("us")
    copy = store.actions.copy_file(store.person, uuid4(), "profile", base.text, "us-site", "1").result()
    text = copy.text.replace("oxaliplatin = 5\n", "oxaliplatin = 10\n")
    kept = store.actions.keep_file(store.person, copy, text).result()
    site = replace(
        store.actions.settings().result(), practice="us-site", profile_text=text, profile_sha256=sha256(text)
    )
    with pytest.raises(NotAllowed, match="it is not chosen"):
        store.actions.save_settings(store.person, site, "own profile").result()
    with pytest.raises(NotAllowed, match="worked examples of this file do not give"):
        store.actions.ask_for_approval(store.person, uuid4(), kept).result()
    mended = store.actions.keep_file(
        store.person, kept, copy.text.replace('title = "', 'title = "Ours: ', 1)
    ).result()  # fmt: skip
    waiting = store.actions.ask_for_approval(store.person, uuid4(), mended).result()
    file = store.actions.approve_file(second, uuid4(), waiting).result()
    site = replace(site, profile_text=file.text)
    saved = store.actions.save_settings(store.person, site, "own profile").result()
    assert (saved.practice, saved.profile_sha256, saved.profile_text) == ("us-site", file.text_sha256, file.text)
    assert store.actions.settings().result() == saved
    course = store.course()
    profiles = store.actions.move_choice(course.id).result().profiles
    assert [one.file_id for one in profiles] == ["us-site", "cn", "eu"]
    moved = store.actions.move_course(
        store.person, uuid4(), course, 1, course.entry.regimen_sha256, file.text_sha256, "own profile"
    ).result()  # fmt: skip
    assert (moved.entry.practice, moved.profile_text) == ("us-site", file.text)
    with pytest.raises(RecordError, match="neither ships"):
        store.actions.save_settings(store.person, replace(saved, profile_text=""), "x").result()
    store.actions.withdraw_approval(second, approval_id(file), "typed in haste").result()
    assert [one.kind for one in read(store, course).withdrawn] == ["profile"]
