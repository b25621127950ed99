"""Histories of one order and one person, the check for a person with an anchor, and who may see what."""

from threading import Event
from uuid import uuid4

import pytest

from records.errors import NotAllowed, RecordError
from records.trail.anchor import Anchor, read_anchor
from tests.records.examples import LOGIN, PASSWORD, Store, busy


def test_the_history_of_an_order_holds_its_draft_checks_and_doses_and_nothing_of_other_cycles(
    sqlite_store: Store,
) -> None:
    store = sqlite_store
    busy(store)
    store.actions.sign_in(LOGIN, PASSWORD).result()
    first = next(o for o in orders(store) if o.cycle == 1 and o.state in ("signed", "given"))
    lines = store.actions.order_history(first.id).result()
    done = {(line.action, line.subject) for line in lines}
    assert {("sign order", "cycle order"), ("verify order", "signature"), ("administer", "administration")} <= done
    assert [line.seq for line in lines] == sorted((line.seq for line in lines), reverse=True)
    assert not any("cycle: 2" in line.new.splitlines() for line in lines)
    assert ("measure", "measurement") not in done


def orders(store: Store) -> list:  # type: ignore[type-arg]
    """Every order of every patient."""
    from sqlalchemy import select

    from records.tables import PatientRow

    ids = store.inside(lambda opened: opened.read(lambda s: list(s.scalars(select(PatientRow.id)))))
    return [order for one in ids for order in store.actions.workspace(one).result().orders]


def test_an_amended_value_stands_in_the_history_with_old_new_who_when_and_why(sqlite_store: Store) -> None:
    """Scenario 20: yesterday's height is changed; nothing of what was is lost."""
    from dataclasses import replace

    store = sqlite_store
    record = store.patient()
    entry = replace(record.entry, note="height measured again, 165 cm")
    store.actions.change_patient(store.person, record.id, record.version, entry, "read off the wrong line").result()
    line = store.actions.history(record.id).result()[0]
    assert f"note: {record.entry.note}" in line.old if record.entry.note else line.old == ""
    assert "note: height measured again, 165 cm" in line.new
    assert (line.by, line.role, line.why) == ("Priya Raman", "pharmacist", "read off the wrong line")
    assert line.at.tzinfo is not None


def test_a_person_sees_what_they_did_and_what_was_done_about_them(sqlite_store: Store) -> None:
    store = sqlite_store
    patient = store.patient()
    other = store.actions.add_person("Tomás Ferreira", "nurse").result()
    mine = store.actions.person_history(store.person.id).result()
    assert {line.action for line in mine.lines} == {"add person", "add patient"}
    assert not mine.hidden and not mine.more
    assert any("Łukasz" in line.new for line in mine.lines)
    assert [line.action for line in store.actions.person_history(other.id).result().lines] == ["add person"]
    newest = mine.lines[0].seq
    assert all(line.seq < newest for line in store.actions.person_history(store.person.id, newest).result().lines)
    with pytest.raises(RecordError):
        store.actions.person_history(patient.id).result()


def test_what_others_did_is_for_whoever_looks_after_people_and_never_shows_patients_to_them(
    sqlite_store: Store,
) -> None:
    store = sqlite_store
    store.patient()
    nurse = store.actions.add_person("Tomás Ferreira", "nurse").result()
    admin = store.actions.add_person("Sam Root", "administrator").result()
    store.actions.open_first_account(admin, "root", PASSWORD).result()
    store.actions.set_password(admin, nurse, "tomas", "three herons at the weir").result()
    seen = store.actions.person_history(store.person.id).result()
    assert seen.hidden
    added = next(line for line in seen.lines if line.action == "add patient")
    assert (added.old, added.new, added.why) == ("", "", "")
    assert "Łukasz" not in repr(seen)
    store.actions.sign_in("tomas", "three herons at the weir").result()
    store.actions.change_password("three herons at the weir", "four herons at the weir").result()
    with pytest.raises(NotAllowed):
        store.actions.person_history(store.person.id).result()
    assert store.actions.person_history(nurse.id).result().lines


def test_a_check_says_whether_the_trail_holds_an_anchor(sqlite_store: Store) -> None:
    store = sqlite_store
    store.patient()
    kept = store.actions.trail_end().result().anchor
    store.patient()
    moved: list[tuple[int, int]] = []
    check = store.actions.check_trail(
        read_anchor(kept.short()), lambda done, whole: moved.append((done, whole))
    ).result()
    assert (check.held, check.findings) == (True, ())
    assert check.anchor.seq > kept.seq
    assert moved and moved[-1][0] == moved[-1][1]
    wrong = store.actions.check_trail(Anchor(kept.seq, "0" * 16)).result()
    assert wrong.held is False
    assert "written anew" in wrong.findings[0]
    later = store.actions.check_trail(Anchor(kept.seq + 1000, kept.hash)).result()
    assert later.held is False and "cut off" in later.findings[0]
    assert store.actions.check_trail().result().held is None


def test_a_check_that_is_stopped_says_nothing_about_the_trail(sqlite_store: Store) -> None:
    cancel = Event()
    cancel.set()
    sqlite_store.patient()
    with pytest.raises(RecordError, match="nothing is said about the trail"):
        sqlite_store.actions.check_trail(None, None, cancel).result()


@pytest.mark.parametrize(
    "text", ["12", "12:", "12:xyz", "-1:" + "a" * 64, "12:" + "a" * 15, "12:" + "a" * 65, "01:" + "a" * 64]
)
def test_what_is_no_anchor_is_refused(text: str) -> None:
    with pytest.raises(RecordError):
        read_anchor(text)


def test_an_anchor_reads_as_it_is_printed() -> None:
    whole = Anchor(1234, "9f3a77c012de90ab" + "0" * 48)
    assert whole.short() == "1234:9f3a 77c0 12de 90ab"
    assert read_anchor(f" {whole.short().upper()} ") == Anchor(1234, "9f3a77c012de90ab")
    assert read_anchor(str(whole)) == whole


def test_a_key_of_no_order_is_refused(sqlite_store: Store) -> None:
    with pytest.raises(RecordError):
        sqlite_store.actions.order_history(uuid4()).result()
