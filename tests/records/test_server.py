"""Several programs on one PostgreSQL: word of changes, restarts, a newer program, the application's role."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, Queue
from time import monotonic
from uuid import UUID, uuid4

import psycopg
import pytest

from records.actions import Actions
from records.errors import StoreUnavailable
from records.keeping import program_version
from records.keeping.server_address import checked_target
from records.lookup import Lookup
from tests.records.conftest import Server
from tests.records.examples import ENTRY, Store
from tests.records.server_restarts import restart, save_through_restarts

pytestmark = pytest.mark.postgres
HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture
def database(postgres: Server) -> Iterator[str]:
    """The name of an empty store on the server."""
    name = f"served_{os.getpid()}"
    postgres.execute(f"CREATE DATABASE {name} TEMPLATE empty_store")
    yield name
    postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def opened(postgres: Server, database: str) -> Iterator[Callable[[], Actions]]:
    """Opens one more program on it."""
    made: list[Actions] = []

    def open_one() -> Actions:
        actions = Actions.open(postgres.url(database))
        actions.opened.result(30)
        made.append(actions)
        return actions

    yield open_one
    for actions in made:
        actions.close()


def heard_by(actions: Actions) -> "Queue[UUID | None]":
    heard: Queue[UUID | None] = Queue()
    actions.elsewhere.append(heard.put)
    return heard


def test_a_change_is_told_to_the_others_within_two_seconds_and_not_to_oneself(opened: Callable[[], Actions]) -> None:
    here, there = opened(), opened()
    person = here.add_person("A", "pharmacist").result()
    own, told = heard_by(here), heard_by(there)
    assert there.trail_end().result().anchor.seq >= 1  # its feed listens by now, or looks at the trail
    patient = here.add_patient(person, uuid4(), ENTRY).result().id
    began = monotonic()
    found: set[UUID | None] = set()
    while patient not in found:
        found.add(told.get(timeout=5))
    assert monotonic() - began < 4
    with pytest.raises(Empty):
        own.get(timeout=1)


def test_a_half_done_visit_is_told_although_it_leaves_no_entry(opened: Callable[[], Actions]) -> None:
    here, there = opened(), opened()
    store = Store(here, here.add_person("A", "pharmacist").result())
    course = store.course()
    key = uuid4()
    here.keep_draft(store.person, key, course.id, 1, {"weight_kg": "5"}, "", "").result()
    seq = here.trail_end().result().anchor.seq
    told = heard_by(there)
    here.keep_draft(store.person, key, course.id, 1, {"weight_kg": "58"}, "", "").result()
    assert here.trail_end().result().anchor.seq == seq, "nothing was to be told by the trail"
    while told.get(timeout=5) != course.patient_id:
        pass


def test_a_restart_in_the_middle_of_saves_loses_nothing_and_doubles_nothing(
    postgres: Server, database: str, opened: Callable[[], Actions]
) -> None:
    actions = opened()
    reached: Queue[bool] = Queue()
    actions.reached.append(reached.put)
    found = save_through_restarts(postgres, actions, restarts=2, saves_between=15)
    assert found.acknowledged == found.sent >= 30, found
    assert (found.lost, found.doubled) == (0, 0), found
    assert [reached.get(timeout=20), reached.get(timeout=20)] == [False, True]
    assert actions.check_audit().result().findings == ()


def test_a_list_of_patients_goes_on_after_a_restart(
    postgres: Server, database: str, opened: Callable[[], Actions]
) -> None:
    store = Store(actions := opened(), actions.add_person("A", "pharmacist").result())
    store.patient()
    lookup = Lookup(postgres.url(database))
    assert len(lookup.first_lines(5)) == 1
    restart(postgres)
    with pytest.raises(StoreUnavailable):
        lookup.first_lines(5)  # it said so once; the next look makes a new connection
    assert len(lookup.search("zolk", 5)) == 1
    lookup.close()


def test_a_program_that_is_running_refuses_to_write_once_a_newer_one_asks_for_more(
    opened: Callable[[], Actions], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = opened()
    person = old.add_person("A", "pharmacist").result()
    newer = (*program_version.PROGRAM[:2], program_version.PROGRAM[2] + 1)
    monkeypatch.setattr("records.keeping.least_program.NEEDS", newer)
    opened()
    refusal = old.add_patient(person, uuid4(), ENTRY).exception()
    assert isinstance(refusal, StoreUnavailable)
    assert f"need version {program_version.written(newer)}" in str(refusal)
    late = pytest.raises(StoreUnavailable, match="Please have it updated on this computer")
    with late:
        opened()


def test_the_application_role_works_and_can_neither_change_the_trail_nor_own_anything(
    postgres: Server, database: str, opened: Callable[[], Actions]
) -> None:
    opened()
    role = f'clinic "{database}'  # a name that has to be quoted
    quoted = role.replace('"', '""')
    words = [sys.executable, "main.py", "database", "grants", role, "--database", postgres.url(database)]
    said = subprocess.run(words, cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    postgres.execute(f'CREATE ROLE "{quoted}" LOGIN')
    try:
        with psycopg.connect(postgres.url(database), autocommit=True) as owner:
            owner.execute(said.encode())
        address = postgres.url(database).replace("capox@", "clinic%20%22" + database + "@")
        actions = Actions.open(address)
        actions.opened.result(30)
        store = Store(actions, actions.add_person("B", "pharmacist").result())
        store.signing(store.course()).result()
        assert actions.check_audit().result().findings == ()
        actions.close()
        with psycopg.connect(address, autocommit=True) as app:
            for forbidden in (
                "UPDATE audit SET action = 'x'", "DELETE FROM audit", "TRUNCATE audit", "DELETE FROM patient",
                "UPDATE kept_text SET text = ''", "ALTER TABLE audit DISABLE TRIGGER ALL", "DELETE FROM cycle_order",
                "DROP TRIGGER guard_audit_chain ON audit", "CREATE TABLE mine (x int)",
                "UPDATE least_program SET patch = 9", "UPDATE alembic_version SET version_num = ''",
                "SET session_replication_role = replica",
            ):  # fmt: skip
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    app.execute(forbidden.encode())
            owned = app.execute(
                "SELECT count(*) FROM pg_class JOIN pg_roles r ON r.oid = relowner WHERE rolname = %s", (role,)
            )
            assert owned.fetchone() == (0,)
    finally:
        with psycopg.connect(postgres.url(database), autocommit=True) as owner:
            owner.execute(f'DROP OWNED BY "{quoted}"'.encode())
        postgres.execute(f'DROP ROLE "{quoted}"')


def test_two_programs_on_one_record_meet_at_the_queue_and_never_at_a_deadlock(opened: Callable[[], Actions]) -> None:
    two = [opened(), opened()]
    person = two[0].add_person("A", "pharmacist").result()
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda a: [a.add_patient(person, uuid4(), ENTRY).result().id for _ in range(20)], two))
    assert len({*made[0], *made[1]}) == 40
    assert two[0].check_audit().result().findings == ()


@pytest.mark.parametrize("address", ["postgresql://a:secret@h/d", "postgresql://a@h/d?password=secret"])
def test_an_address_with_a_password_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(StoreUnavailable, match="password file") as refused:
        checked_target(address)
    assert "secret" not in str(refused.value)
