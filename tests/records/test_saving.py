"""Nothing is saved twice, overwritten unseen, or called lost while it is there."""

from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import OperationalError

from records.errors import Conflict, NotSaved, RecordError, StoreUnavailable
from records.store import Deed
from records.store import Store as OpenStore
from tests.records.examples import DAY1, ENTRY, Store


def test_the_same_key_twice_is_the_same_patient(store: Store) -> None:
    key = uuid4()
    first = store.actions.add_patient(store.person, key, ENTRY).result()
    again = store.actions.add_patient(store.person, key, replace(ENTRY, name="somebody else")).result()
    assert first == again
    assert first.id == key
    assert store.sql("SELECT count(*) FROM patient") == [(1,)]


def test_a_key_used_for_another_deed_is_our_bug(store: Store) -> None:
    key, patient = uuid4(), store.patient()
    store.actions.measure(store.person, key, patient.id, "weight_kg", Decimal("58"), DAY1).result()
    other = store.actions.add_lab(store.person, key, patient.id, "platelets", Decimal("1"), "10^9/L", None, None, DAY1)
    assert isinstance(other.exception(), RuntimeError)


def test_a_change_against_an_older_version_shows_both(store: Store) -> None:
    record = store.patient()
    theirs = replace(record.entry, note="theirs")
    store.actions.change_patient(store.person, record.id, record.version, theirs, "typed wrong").result()
    yours = replace(record.entry, note="yours")
    conflict = store.actions.change_patient(store.person, record.id, record.version, yours, "typed wrong").exception()
    assert isinstance(conflict, Conflict)
    assert getattr(conflict.theirs, "entry", None) == theirs
    assert conflict.yours == yours
    assert store.actions.workspace(record.id).result().patient.entry == theirs


def test_a_change_that_overtakes_another_inside_the_database_is_a_conflict(store: Store) -> None:
    """Two programs on one PostgreSQL: the version was right when it was read, and stale when it was written."""
    record = store.patient()

    def overtaken(opened: OpenStore) -> BaseException | None:
        from records.deeds import patients

        deed = patients.change_patient(uuid4(), store.person.id, record.id, 1, replace(record.entry, note="n"), "")
        plain_do = deed.do

        def do(session: object) -> object:
            from sqlalchemy import text

            done = session.connection().execute(text("UPDATE patient SET version = 2"))  # type: ignore[attr-defined]
            assert done.rowcount == 1
            return plain_do(session)  # type: ignore[arg-type]

        with pytest.raises(Conflict) as refused:
            opened.write(replace(deed, do=do))  # type: ignore[arg-type]
        return refused.value

    row = store.inside(overtaken)
    assert row is not None
    assert store.actions.workspace(record.id).result().patient == record


def failing_once(opened: OpenStore, *, saved: bool) -> None:
    """The next COMMIT reports an error of the disk: after it was done, or before."""
    dialect: Any = opened.engine.dialect
    real = dialect.do_commit
    error = dialect.import_dbapi() if not opened.is_sqlite else None

    def commit(connection: object) -> None:
        dialect.do_commit = real
        if saved:
            real(connection)
        if error is not None:
            raise error.OperationalError("server closed the connection unexpectedly")
        from sqlcipher3 import dbapi2

        raise dbapi2.OperationalError("disk I/O error")

    dialect.do_commit = commit


def test_a_commit_that_failed_and_saved_all_the_same_is_found_by_its_key(store: Store) -> None:
    store.inside(lambda opened: failing_once(opened, saved=True))
    record = store.patient()
    assert record.entry == ENTRY
    assert store.sql("SELECT count(*) FROM patient") == [(1,)]
    assert store.actions.check_audit().result().findings == ()


def test_a_commit_that_failed_is_reported_only_after_a_look(sqlite_store: Store) -> None:
    store = sqlite_store
    store.inside(lambda opened: failing_once(opened, saved=False))
    key = uuid4()
    refusal = store.actions.add_patient(store.person, key, ENTRY).exception()
    assert isinstance(refusal, NotSaved)
    assert "This was not saved" in str(refusal)
    assert ENTRY.name not in str(refusal)
    assert store.sql("SELECT count(*) FROM patient") == [(0,)]
    assert store.actions.add_patient(store.person, key, ENTRY).result().entry == ENTRY
    assert store.actions.check_audit().result().findings == ()


@pytest.mark.parametrize("saved", [True, False])
@pytest.mark.parametrize("target", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True)
def test_a_save_whose_connection_broke_is_done_once_when_the_server_is_back(store: Store, saved: bool) -> None:
    store.inside(lambda opened: failing_once(opened, saved=saved))
    told: list[UUID] = []
    store.actions.changed.append(told.append)
    record = store.actions.add_patient(store.person, uuid4(), ENTRY).result()
    assert store.sql("SELECT count(*) FROM patient") == [(1,)]
    assert told == [record.id]
    assert store.actions.check_audit().result().findings == ()


def test_a_draft_whose_commit_failed_and_saved_is_found_by_its_content(store: Store) -> None:
    course = store.course()
    keep = ({"weight": "58,"}, "", "")
    store.actions.keep_draft(store.person, uuid4(), course.id, 1, {"weight": "5"}, "", "").result()
    store.inside(lambda opened: failing_once(opened, saved=True))
    assert store.actions.keep_draft(store.person, uuid4(), course.id, 1, *keep).result().texts == {"weight": "58,"}
    store.inside(lambda opened: failing_once(opened, saved=False))
    tried = store.actions.keep_draft(store.person, uuid4(), course.id, 1, {"weight": "58,3"}, "", "")
    if store.inside(lambda opened: opened.is_sqlite):
        assert isinstance(tried.exception(), NotSaved)
    else:
        assert tried.result().texts == {"weight": "58,3"}


def test_a_store_that_cannot_be_asked_does_not_say_not_saved(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("records.store.LOOKS", (0.0, 0.0))
    monkeypatch.setattr("records.store.PATIENCE_S", 0.1)

    def cut_off(opened: OpenStore) -> None:
        failing_once(opened, saved=True)
        monkeypatch.setattr(opened, "_reader", NoEngine())
        if not opened.is_sqlite:
            whole = opened._write_once

            def once(deed: Deed[Any], *, again: bool = False) -> Any:
                if again:
                    raise OperationalError("SELECT 1", {}, Exception("server closed"), connection_invalidated=True)
                return whole(deed)

            monkeypatch.setattr(opened, "_write_once", once)

    store.inside(cut_off)
    refusal = store.actions.add_patient(store.person, uuid4(), ENTRY).exception()
    assert isinstance(refusal, StoreUnavailable)
    assert "whether this was saved will show" in str(refusal)


class NoEngine:
    """An engine whose server is gone."""

    def __getattr__(self, name: str) -> object:
        raise OperationalError("gone", None, Exception("connection lost"))


def test_an_unknown_person_may_do_nothing(store: Store) -> None:
    stranger = replace(store.person, id=uuid4())
    refusal = store.actions.add_patient(stranger, uuid4(), ENTRY).exception()
    assert isinstance(refusal, RecordError)
    assert "please choose a person" in str(refusal)


def test_the_role_counts_that_the_store_knows_and_not_the_one_claimed(store: Store) -> None:
    admin = store.actions.add_person("Sam Root", "administrator").result()
    refusal = store.actions.add_patient(replace(admin, role="pharmacist"), uuid4(), ENTRY).exception()
    assert (
        str(refusal) == "'Add patient' is not for the role administrator; it needs a nurse, pharmacist or prescriber."
    )


def test_what_changed_is_told_with_the_patient(store: Store) -> None:
    heard: list[object] = []
    store.actions.changed.append(heard.append)
    patient = store.patient()
    store.actions.measure(store.person, uuid4(), patient.id, "weight_kg", Decimal("58"), DAY1).result()
    course = store.course(patient, answered=False)
    store.actions.keep_draft(store.person, uuid4(), course.id, 1, {"weight": "5"}, "", "").result()
    store.actions.keep_draft(store.person, uuid4(), course.id, 1, {"weight": "58"}, "", "").result()
    assert heard == [patient.id] * 5


def test_a_listener_that_fails_does_not_undo_the_deed(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    def broken(_subject: object) -> None:
        raise ValueError("a bug of the window")

    store.actions.changed.append(broken)
    assert store.patient().entry == ENTRY
    assert "a listener to changes of the records failed" in caplog.text
