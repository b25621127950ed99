"""Own regimen files: copied, typed, approved by a second person, used, withdrawn; anything else begins no course."""

import json
from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from records.errors import Conflict, NotAllowed, RecordError
from records.trail.canonical import sha256
from records.values.accounts import Proof
from records.values.core import CourseRecord, Person
from records.values.governance import OwnFile
from regimen.library import load_profile, load_regimen
from regimen.reader import read_regimen
from tests.records.examples import Store, answer_text, approved, busy, come_in, course_entry

ONCE_DAILY = ("doses_per_day = 2", "doses_per_day = 1")


@pytest.fixture
def second(store: Store) -> Person:
    return store.actions.add_person("Quentin Ash", "pharmacist").result()


def copy(store: Store, ident: str = "capox-site", version: str = "1.0", *, text: str = "") -> OwnFile:
    base = text or load_regimen("capox").text
    return store.actions.copy_file(store.person, uuid4(), "regimen", base, ident, version).result()


def changed(store: Store, file: OwnFile, old: str, new: str) -> OwnFile:
    assert old in file.text
    return store.actions.keep_file(store.person, file, file.text.replace(old, new)).result()


def ask(store: Store, file: OwnFile) -> OwnFile:
    return store.actions.ask_for_approval(store.person, uuid4(), file).result()


def begin(store: Store, text: str) -> Callable[[], CourseRecord]:
    regimen = read_regimen(text, "own.toml")
    entry = course_entry(
        regimen_id=regimen.id, regimen_version=regimen.version, regimen_sha256=regimen.sha256, options={}
    )
    begun = store.actions.begin_course(
        store.person, uuid4(), store.patient().id, entry, text, load_profile("us").text
    )  # fmt: skip
    return begun.result


def test_a_copy_differs_from_its_original_in_id_and_version_alone(store: Store) -> None:
    file = copy(store)
    base = load_regimen("capox")
    assert (file.state, file.file_id, file.file_version, file.authors) == (
        "draft",
        "capox-site",
        "1.0",
        ("Priya Raman",),
    )
    assert (file.base_id, file.base_version, file.base_sha256) == (base.id, base.version, base.sha256)
    pairs = zip(base.text.splitlines(), file.text.splitlines(), strict=True)
    assert [new for old, new in pairs if old != new] == ['id = "capox-site"', 'version = "1.0"']
    assert file.base_text == base.text and file.text_sha256 == sha256(file.text)


@pytest.mark.parametrize("ident, version, part", [
    ("capox", "9", "comes with the program"), ("Capox Site", "1", "is no id"), ("capox-site", " ", "version is empty"),
    ("", "1", "is no id"), ("capox-site", "1\n2", "cannot be printed"),
])  # fmt: skip
def test_a_copy_has_an_id_of_its_own_and_a_version(store: Store, ident: str, version: str, part: str) -> None:
    with pytest.raises(RecordError, match=part):
        copy(store, ident, version)
    assert store.actions.own_files().result() == ()


def test_only_what_ships_or_was_approved_is_copied(store: Store, second: Person) -> None:
    with pytest.raises(NotAllowed, match="can be copied"):
        copy(store, text=load_regimen("capox").text + "\n# mine\n")
    own = approved(store, second)
    again = copy(store, "capox-site", "1.1", text=own.text)
    assert (again.base_id, again.base_version, again.base_sha256) == ("capox-site", "1.0", own.text_sha256)


@pytest.mark.parametrize("typed", ["", "id = ", "\ufeff[[drug", 'id = "x"\nid = "x"', "名 = 热\r\n\t"])
def test_an_unreadable_draft_is_kept_as_typed(store: Store, typed: str) -> None:
    kept = store.actions.keep_file(store.person, copy(store), typed).result()
    assert store.actions.own_files().result() == (kept,)
    assert kept.text == typed and kept.state == "draft"


def test_what_cannot_be_kept_is_refused_and_the_last_text_stays(store: Store) -> None:
    file = copy(store)
    for text, part in (("a\0b", "cannot be kept"), ("\ud800", "half a character"), ("#" * 200_001, "too long")):
        with pytest.raises(RecordError, match=part):
            store.actions.keep_file(store.person, file, text).result()
    assert store.actions.own_files().result() == (file,)


def test_two_who_write_at_one_file_see_each_other(store: Store, second: Person) -> None:
    file = copy(store)
    theirs = store.actions.keep_file(second, file, file.text + "# hers\n").result()
    assert theirs.authors == ("Priya Raman", "Quentin Ash")
    with pytest.raises(Conflict) as caught:
        store.actions.keep_file(store.person, file, file.text + "# his\n").result()
    assert caught.value.theirs == theirs


def test_typing_goes_on_in_one_entry_of_the_audit_and_states_have_their_own(store: Store, second: Person) -> None:
    file = copy(store)
    for word in ("a", "b", "c"):
        file = store.actions.keep_file(store.person, file, file.text + f"# {word}\n").result()
    store.actions.approve_file(second, uuid4(), ask(store, file)).result()
    entries = store.sql("SELECT action FROM audit WHERE subject IN ('regimen_draft', 'approval') ORDER BY seq")
    assert [action for (action,) in entries] == ["copy file", "ask for approval", "approve file", "approve file"]
    assert store.actions.check_audit().result().findings == ()


def test_scenario_9_once_daily_fails_its_own_examples_and_is_not_even_asked_for(store: Store) -> None:
    file = changed(store, copy(store), *ONCE_DAILY)
    with pytest.raises(NotAllowed, match="worked examples of this file do not give"):
        ask(store, file)
    assert store.actions.own_files().result()[0].state == "draft"
    with pytest.raises(NotAllowed, match="second person approved"):
        begin(store, file.text)()


def test_an_unreadable_file_is_refused_with_every_reason(store: Store) -> None:
    file = changed(store, copy(store), *("doses_per_day = 2", "doses_per_day = 9\nextra = 1"))
    with pytest.raises(RecordError, match=r"drug\[1\]\.doses_per_day.*drug\[1\]\.extra"):
        ask(store, file)


def test_an_unchanged_waiting_or_missing_state_is_said(store: Store, second: Person) -> None:
    file = changed(store, copy(store), 'title = "CAPOX', 'title = "Ours: CAPOX')
    with pytest.raises(NotAllowed, match="not asked for"):
        store.actions.approve_file(second, uuid4(), file).result()
    waiting = ask(store, file)
    assert (waiting.state, waiting.asked_by) == ("waiting", "Priya Raman")
    with pytest.raises(NotAllowed, match="already"):
        ask(store, waiting)
    with pytest.raises(NotAllowed, match="neither one that came"):
        begin(store, waiting.text)()


def test_the_author_does_not_approve_whoever_else_typed_neither(store: Store, second: Person) -> None:
    file = store.actions.keep_file(second, copy(store), copy_text := copy(store, "other").text.replace(
        '"other"', '"capox-site"')).result()  # fmt: skip
    assert copy_text == file.text
    waiting = ask(store, store.actions.keep_file(store.person, file, file.text + "# looked at\n").result())
    for person in (store.person, second):
        with pytest.raises(NotAllowed, match=f"own work: {person.name}"):
            store.actions.approve_file(person, uuid4(), waiting).result()


def test_an_approved_file_begins_a_course_and_its_text_is_the_courses(store: Store, second: Person) -> None:
    own = approved(store, second)
    assert own.state == "approved" and own.approval is not None
    assert (own.approval.by, own.approval.role, own.approval.text_sha256) == (
        "Quentin Ash",
        "pharmacist",
        own.text_sha256,
    )
    assert own.approval.examples == len(load_regimen("capox").examples) > 0
    assert store.actions.files_in_use().result() == {own.text_sha256: own.text}
    course = begin(store, own.text)()
    assert (course.regimen_text, course.entry.regimen_id) == (own.text, "capox-site")


def test_what_was_typed_after_it_was_shown_is_not_approved(store: Store, second: Person) -> None:
    shown = ask(store, changed(store, copy(store), 'title = "CAPOX', 'title = "Ours: CAPOX'))
    later = store.actions.keep_file(store.person, shown, shown.text + "# one more\n").result()
    assert later.state == "draft"  # typing takes the request back
    ask(store, later)
    with pytest.raises(NotAllowed, match="changed since it was shown"):
        store.actions.approve_file(second, uuid4(), shown).result()


def test_an_approved_file_never_changes_and_its_version_is_used_up(store: Store, second: Person) -> None:
    own = approved(store, second)
    for deed in (
        store.actions.keep_file(store.person, own, "x"), store.actions.drop_file(store.person, own, "no"),
        store.actions.ask_for_approval(store.person, uuid4(), own),
    ):  # fmt: skip
        assert "stays as it is" in str(deed.exception())
    with pytest.raises(NotAllowed, match="choose another version"):
        copy(store)
    renamed = copy(store, "capox-new")
    store.actions.keep_file(store.person, renamed, own.text + "# other\n").result()
    with pytest.raises(NotAllowed, match="choose another version"):
        ask(store, store.actions.own_files().result()[0])


def test_a_withdrawn_file_begins_no_course_and_its_patients_are_listed(store: Store, second: Person) -> None:
    own = approved(store, second)
    course = begin(store, own.text)()
    assert own.approval is not None
    with pytest.raises(RecordError, match="Reason is empty"):
        store.actions.withdraw_approval(second, own.approval.id, " ").result()
    gone = store.actions.withdraw_approval(second, own.approval.id, "dose of day 8 is wrong").result()
    assert gone.state == "withdrawn" and gone.approval is not None
    assert store.actions.files_in_use().result() == {}
    with pytest.raises(NotAllowed, match="was withdrawn: dose of day 8 is wrong"):
        begin(store, own.text)()
    with pytest.raises(NotAllowed, match="withdrawn already"):
        store.actions.withdraw_approval(second, own.approval.id, "again").result()
    (listed,) = store.actions.treated_on().result()
    assert (listed.course_id, listed.cycle, listed.regimen_id, listed.regimen_version, listed.regimen_sha256) == (
        course.id, 1, "capox-site", "1.0", own.text_sha256,
    )  # fmt: skip


def test_a_tampered_regimen_or_profile_begins_no_course(store: Store) -> None:
    entry = course_entry()
    patient, regimen, profile = store.patient(), load_regimen("ici-capox").text, load_profile("us").text
    for texts in ((regimen.replace("amount = 130", "amount = 135"), profile), (regimen, profile + "# x\n")):
        entry = replace(entry, regimen_sha256=sha256(texts[0]))
        refusal = store.actions.begin_course(store.person, uuid4(), patient.id, entry, *texts).exception()
        assert isinstance(refusal, NotAllowed) and "neither one that came with the program" in str(refusal)
    assert store.actions.workspace(patient.id).result().courses == ()


def test_an_order_is_signed_on_the_text_its_course_was_begun_with(store: Store) -> None:
    course, other = store.course(), load_regimen("capox")
    answer = json.loads(answer_text())
    answer["regimen"] |= {"sha256": other.sha256}
    refusal = store.signing(course, regimen_text=other.text, answer=json.dumps(answer)).exception()
    assert isinstance(refusal, NotAllowed) and "goes by" in str(refusal)


def test_a_dropped_draft_leaves_the_list_and_stays_on_record(store: Store) -> None:
    file = copy(store)
    assert store.actions.drop_file(store.person, file, "not needed").result().state == "dropped"
    assert store.actions.own_files().result() == ()
    assert store.sql("SELECT state FROM regimen_draft") == [("dropped",)]


def test_an_own_practice_profile_is_approved_and_used_the_same_way(store: Store, second: Person) -> None:
    base = load_profile("us")
    draft = store.actions.copy_file(store.person, uuid4(), "profile", base.text, "us-site", "1").result()
    assert store.actions.own_files().result() == () and store.actions.own_files("profile").result() == (draft,)
    entry = course_entry(practice="us-site")
    text = load_regimen("ici-capox").text
    with pytest.raises(NotAllowed, match="practice profile is neither"):
        store.actions.begin_course(store.person, uuid4(), store.patient().id, entry, text, draft.text).result()
    own = store.actions.approve_file(second, uuid4(), ask(store, draft)).result()
    assert own.approval is not None and own.approval.examples == 3
    begun = store.actions.begin_course(store.person, uuid4(), store.patient().id, entry, text, draft.text).result()
    assert begun.profile_text == own.text


def test_the_same_key_is_the_same_deed(store: Store, second: Person) -> None:
    key = uuid4()
    made = [store.actions.copy_file(store.person, key, "regimen", load_regimen("gc").text, "gc-x", "1").result()
            for _ in range(2)]  # fmt: skip
    assert made[0] == made[1]
    waiting, key = ask(store, changed(store, made[0], "title =", "title  =")), uuid4()
    first = store.actions.approve_file(second, key, waiting).result()
    assert store.actions.approve_file(second, key, waiting).result() == first


def test_a_nurse_and_an_administrator_do_none_of_it(store: Store, second: Person) -> None:
    waiting = ask(store, changed(store, copy(store), 'title = "CAPOX', 'title = "Ours: CAPOX'))
    for role in ("nurse", "administrator"):
        person = store.actions.add_person(f"Nora {role}", role).result()  # type: ignore[arg-type]
        for deed in (
            store.actions.keep_file(person, waiting, "x"), store.actions.approve_file(person, uuid4(), waiting),
            store.actions.copy_file(person, uuid4(), "regimen", load_regimen("gc").text, "gc-x", "1"),
        ):  # fmt: skip
            assert "is not for the role" in str(deed.exception())


@pytest.mark.parametrize("statement", [
    "UPDATE approval SET text_sha256 = base_sha256 FROM regimen_draft",
    "UPDATE approval SET approver = 'Somebody'",
    "DELETE FROM approval",
    "DELETE FROM regimen_draft",
    "UPDATE regimen_draft SET text = text || ' '",
    "UPDATE regimen_draft SET authors = '[]'",
])  # fmt: skip
def test_the_database_keeps_what_was_approved(store: Store, second: Person, statement: str) -> None:
    approved(store, second)
    with pytest.raises(DBAPIError):
        store.sql(statement)


COLUMNS = "kind, text_sha256, file_id, engine_version, examples, results, authors, approver, approver_role, approved_at"
KEPT = "withdrawn, withdrawn_why, version, created_at, changed_at, audit_seq, row_hash"


@pytest.mark.parametrize("change, by_author, words", [
    ("", True, "own work"), ("authors = '[\"nobody\"]'", False, "as it stands"),
    ("kind = 'profile'", False, "as it stands"), ("authors = '[]'", False, "own work|as it stands"),
])  # fmt: skip
def test_the_database_lets_no_author_approve(
    store: Store, second: Person, change: str, by_author: bool, words: str
) -> None:
    own = approved(store, second)
    draft = ask(store, changed(store, copy(store, "capox-site", "2.0"), 'title = "CAPOX', 'title = "2: CAPOX'))
    assert own.approval is not None
    author = store.person if by_author else second
    named = [column.strip() for column in f"{COLUMNS}, {KEPT}".split(",")]
    taken = {name: f"approval.{name}" for name in named}
    taken |= {"text_sha256": "draft.text_sha256", "authors": "draft.authors"}
    if change:
        column, value = change.split(" = ")
        taken[column] = value
    store.sql(
        "INSERT INTO kept_text (sha256, kind, text, kept_at)"
        f" SELECT text_sha256, 'regimen', text, changed_at FROM regimen_draft WHERE id = '{draft.id}'"
    )
    with pytest.raises(DBAPIError, match=words):
        store.sql(
            f"INSERT INTO approval (id, draft_id, file_version, approver_id, person_id, {', '.join(named)})"
            f" SELECT draft.id, draft.id, '2.0', person.id, person.id, {', '.join(taken.values())}"
            " FROM approval, regimen_draft draft, person"
            f" WHERE approval.id = '{own.approval.id}' AND draft.id = '{draft.id}' AND person.id = '{author.id}'"
        )


def test_a_draft_changed_from_outside_is_not_shown(sqlite_store: Store) -> None:
    copy(sqlite_store)
    sqlite_store.sql("UPDATE regimen_draft SET text = 'x'")
    with pytest.raises(RecordError, match="changed from outside"):
        sqlite_store.actions.own_files().result()


def test_a_second_person_approves_at_the_same_screen_with_a_proof(store: Store) -> None:
    busy(store)
    come_in(store.actions)
    draft = copy(store, "capox-site", "3.0")
    waiting = ask(store, changed(store, draft, 'title = "CAPOX', 'title = "3: CAPOX'))
    other = next(person for person in store.actions.people().result() if person.name == "Quentin Ash")
    with pytest.raises(NotAllowed, match="Another person is signed in"):
        store.actions.approve_file(other, uuid4(), waiting).result()
    seat = store.actions._thread.seat
    wrong = seat.give_proof(other, "verify order")
    with pytest.raises(NotAllowed, match="for something else"):
        store.actions.approve_file(wrong, uuid4(), waiting).result()
    proof: Proof = seat.give_proof(other, "approve file")
    own = store.actions.approve_file(proof, uuid4(), waiting).result()
    assert own.approval is not None and own.approval.by == "Quentin Ash"
