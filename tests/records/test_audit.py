"""The audit trail: complete, chained, guarded, and honest about what was changed behind its back."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy.exc import DBAPIError

from records.guards.triggers import CLINICAL
from records.store import Store as OpenStore
from records.tables import PatientRow
from records.trail.audit_trail import AuditedSession
from records.trail.canonical import sha256
from tests.records.examples import Store, busy


def test_the_trail_of_a_busy_store_is_whole(store: Store) -> None:
    busy(store)
    check = store.actions.check_audit().result()
    assert check.findings == ()
    assert store.sql("SELECT max(seq), count(*) FROM audit") == [(check.last_seq, check.last_seq)]
    counted = {table: store.sql(f'SELECT count(*) FROM "{table}"')[0][0] for table in CLINICAL}
    assert all(counted.values()), counted


def test_every_change_of_a_patient_can_be_read_with_old_and_new(store: Store) -> None:
    patient = store.patient()
    entry = replace(patient.entry, note="sleeps badly", medicines=("warfarin", "heparin"))
    store.actions.change_patient(store.person, patient.id, 1, entry, "told at the visit").result()
    newest, first = store.actions.history(patient.id).result()
    assert (newest.action, newest.by, newest.role, newest.why) == (
        "change patient",
        "Priya Raman",
        "pharmacist",
        "told at the visit",
    )
    assert newest.old == "medicines: warfarin\nnote: eats little"
    assert newest.new == "medicines: warfarin, heparin\nnote: sleeps badly"
    assert (first.action, first.old, first.seq) == ("add patient", "", newest.seq - 1)
    assert "name: Łukasz Żółkiewski" in first.new


def test_a_change_that_changes_nothing_leaves_no_entry(store: Store) -> None:
    patient = store.patient()
    again = store.actions.change_patient(store.person, patient.id, 1, patient.entry, "").result()
    assert again == patient
    assert len(store.actions.history(patient.id).result()) == 1


def test_a_clinical_row_is_not_written_without_a_deed_nor_deleted(store: Store) -> None:
    patient = store.patient()

    def write(opened: OpenStore) -> None:
        with AuditedSession(opened._writer) as session:
            session.get_one(PatientRow, patient.id).note = "unnamed"
            with pytest.raises(RuntimeError, match="named deed"):
                session.flush()
        with AuditedSession(opened._writer) as session:
            session.delete(session.get_one(PatientRow, patient.id))
            with pytest.raises(RuntimeError, match="never deleted"):
                session.flush()

    store.inside(write)


STATEMENTS = [
    "UPDATE audit SET content = '{}'",
    "UPDATE audit SET at = at",
    "DELETE FROM audit",
    "DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
    "UPDATE kept_text SET text = 'x'",
    "DELETE FROM kept_text",
    "UPDATE measurement SET value = '59.0'",
    *(f'DELETE FROM "{table}"' for table in CLINICAL),
]


def test_the_database_itself_refuses_to_forget(store: Store) -> None:
    busy(store)
    for statement in STATEMENTS:
        with pytest.raises(DBAPIError, match=r"only grows|never deleted|keeps its value"):
            store.sql(statement)
    assert store.actions.check_audit().result().findings == ()


@pytest.mark.parametrize("wrong", ["seq", "previous_hash", "hash"])
def test_an_entry_that_does_not_fit_the_chain_is_refused(store: Store, wrong: str) -> None:
    store.patient()
    (last,) = store.sql("SELECT * FROM audit ORDER BY seq DESC LIMIT 1")
    entry = dict(last._mapping)
    entry |= {"seq": entry["seq"] + 1, "previous_hash": entry["hash"]}
    entry["hash"] = sha256(entry["previous_hash"] + entry["content"])
    entry[wrong] = entry["seq"] + 1 if wrong == "seq" else "f" * 64
    columns = ", ".join(entry)
    values = ", ".join(f":{name}" for name in entry)
    forge: Callable[[], object] = lambda: store.sql(f"INSERT INTO audit ({columns}) VALUES ({values})", **entry)  # noqa: E731
    if wrong == "hash" and store.inside(lambda opened: opened.is_sqlite):
        forge()  # SQLite cannot compute the hash; the check of the program finds it
        assert store.actions.check_audit().result().findings != ()
        return
    with pytest.raises(DBAPIError, match="does not fit"):
        forge()


def without_guards(store: Store, statement: str) -> None:
    """What somebody with the file in their hands can do."""
    drop = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for (name,) in store.sql(drop):
        store.sql(f'DROP TRIGGER "{name}"')
    store.sql(statement)


CHANGED = [
    "UPDATE patient SET note = 'x'",
    "UPDATE measurement SET value = '59.0'",
    "UPDATE measurement SET value = '58.00'",
    "UPDATE lab SET unit = 'g/L'",
    "UPDATE cycle_order SET answer_json = replace(answer_json, '210', '410')",
    "UPDATE hold SET drug = 'oxaliplatin'",
    "UPDATE person SET role = 'nurse' WHERE name = 'Quentin Ash'",
    "UPDATE audit SET content = replace(content, '58.0', '85.0') WHERE action = 'measure'",
    "UPDATE audit SET at = '2020-01-01T00:00:00.000000+00:00' WHERE seq = 3",
    "DELETE FROM audit WHERE seq = 3",
    "UPDATE audit SET person_id = subject_id WHERE seq = 4",
]


@pytest.mark.parametrize("statement", CHANGED)
def test_what_was_changed_past_the_guards_is_found(sqlite_store: Store, statement: str) -> None:
    busy(sqlite_store)
    without_guards(sqlite_store, statement)
    assert sqlite_store.actions.check_audit().result().findings != ()


def test_a_regimen_text_changed_from_outside_is_not_shown(sqlite_store: Store) -> None:
    course = sqlite_store.course()
    without_guards(sqlite_store, "UPDATE kept_text SET text = text || '#' WHERE kind = 'regimen'")
    refusal = sqlite_store.actions.workspace(course.patient_id).exception()
    assert "changed from outside" in str(refusal)


def test_an_entry_holds_the_hash_of_a_snapshot_and_not_a_second_copy(store: Store) -> None:
    order = store.signing(store.course()).result()
    (row,) = store.sql("SELECT content FROM audit WHERE action = 'sign order' AND subject = 'cycle_order'")
    new = json.loads(row[0])["new"]
    assert new["case_json"].startswith("sha256:")
    assert new["check_code"] == order.check_code
    assert len(row[0]) < 5000
