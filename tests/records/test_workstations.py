"""Two programs on one PostgreSQL: nobody's edit is lost, and nobody is told a lie."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from records.actions import Actions
from records.errors import Conflict
from records.values.core import Person
from tests.records.conftest import Server
from tests.records.examples import ENTRY, Store

EDITS = 25
pytestmark = pytest.mark.postgres


@pytest.fixture
def two(postgres: Server) -> Iterator[tuple[Store, Store]]:
    """Two programs, one database."""
    postgres.execute("CREATE DATABASE shared_store TEMPLATE empty_store")
    opened = [Actions.open(postgres.url("shared_store")) for _ in range(2)]
    people = [actions.add_person(name, "pharmacist").result() for actions, name in zip(opened, "AB", strict=True)]
    yield Store(opened[0], people[0]), Store(opened[1], people[1])
    for actions in opened:
        actions.close()
    postgres.execute("DROP DATABASE shared_store WITH (FORCE)")


def edit(store: Store, patient: UUID, who: Person) -> int:
    """Add one word to the note again and again, reading anew after each conflict; answers the conflicts."""
    conflicts = 0
    for number in range(EDITS):
        while True:
            record = store.actions.workspace(patient).result().patient
            entry = replace(record.entry, note=f"{record.entry.note} {who.name}{number}".strip())
            refusal = store.actions.change_patient(store.person, patient, record.version, entry, "").exception()
            if refusal is None:
                break
            assert isinstance(refusal, Conflict)
            assert getattr(refusal.theirs, "version", 0) > record.version
            assert refusal.yours == entry
            conflicts += 1
    return conflicts


def test_contested_edits_are_all_there(two: tuple[Store, Store]) -> None:
    patient = two[0].patient(replace(ENTRY, note="")).id
    with ThreadPoolExecutor(2) as pool:
        conflicts = sum(pool.map(lambda store: edit(store, patient, store.person), two))
    record = two[1].actions.workspace(patient).result().patient
    assert sorted(record.entry.note.split()) == sorted(f"{who}{number}" for who in "AB" for number in range(EDITS))
    assert record.version == 2 * EDITS + 1
    assert conflicts > 0, "the two never met, so nothing was tried"
    assert two[0].actions.check_audit().result().findings == ()


def test_one_deed_sent_by_two_programs_is_done_once(two: tuple[Store, Store]) -> None:
    keys = [uuid4() for _ in range(10)]
    with ThreadPoolExecutor(2) as pool:
        adding = pool.map(lambda s: [s.actions.add_patient(two[0].person, k, ENTRY).result().id for k in keys], two)
        assert list(adding) == [keys, keys]
    assert two[0].sql("SELECT count(*) FROM patient") == [(10,)]
    assert two[0].actions.check_audit().result().findings == ()
