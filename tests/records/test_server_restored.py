"""A dump put back by `pg_restore`, past the program: noticed by whoever knew the records, told in the trail once."""

import os
from collections.abc import Iterator
from uuid import uuid4

import pytest

from records.actions import Actions
from records.values.core import Person
from tests.records.conftest import Server
from tests.records.examples import ENTRY


@pytest.fixture
def names(postgres: Server) -> Iterator[tuple[str, str]]:
    """A store at work, and an empty database that its dump is put back into."""
    found = (f"worked_{os.getpid()}", f"put_back_{os.getpid()}")
    postgres.execute(f"CREATE DATABASE {found[0]} TEMPLATE empty_store")
    postgres.execute(f"CREATE DATABASE {found[1]}")
    yield found
    for name in found:
        postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


def add(actions: Actions, person: Person) -> None:
    actions.add_patient(person, uuid4(), ENTRY).result(30)


@pytest.mark.postgres
def test_a_restored_dump_is_noticed_by_what_this_computer_knew_and_said_in_the_trail_once(
    postgres: Server, names: tuple[str, str]
) -> None:
    before, after = names
    actions = Actions.open(postgres.url(before))
    person = actions.add_person("Priya Raman", "pharmacist").result(30)
    add(actions, person)
    early = actions.look_for_restore(None).result(30)
    assert early.found == "" and early.now.table > 0 and len(early.now.system) > 10
    assert actions.look_for_restore(early.now).result(30).found == ""
    dump = str(postgres.folder / f"{before}.dump")
    postgres.run("pg_dump", "-Fc", "-h", str(postgres.folder), "-U", "capox", "-f", dump, before)
    add(actions, person)
    late = actions.look_for_restore(early.now).result(30)
    assert late.found == "", "entries that were added are no restore"
    actions.close()
    postgres.run("pg_restore", "-h", str(postgres.folder), "-U", "capox", "-d", after, dump)
    restored = Actions.open(postgres.url(after))
    moved, behind = restored.look_for_restore(early.now).result(30), restored.look_for_restore(late.now).result(30)
    assert (moved.found, behind.found) == ("moved", "behind")
    for known, seen in ((late.now, behind), (late.now, behind), (early.now, moved)):
        restored.notice_restore(person, known, seen).result(30)
    told = restored.look_for_restore(None).result(30).now
    assert told.seq == early.now.seq + 2, "the loss once, the move once"
    assert restored.look_for_restore(told).result(30).found == ""
    assert restored.look_for_restore(late.now).result(30).found == "other", "another entry stands at that number now"
    assert restored.check_audit().result(30).findings == ()
    (line, *_) = restored.person_history(person.id).result(30).lines
    assert line.action == "notice restore"
    restored.close()
