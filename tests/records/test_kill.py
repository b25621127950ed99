"""kill -9 in the middle of saving: what was acknowledged is there, and nothing is half there.

The short form; a child process saves through the actions, says each key once it is acknowledged, and is killed.
"""

import multiprocessing
import random
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from uuid import UUID, uuid4

import pytest

from records.actions import Actions
from records.values.core import Person
from tests.records.examples import DAY1, ENTRY, EVENT, Store

KILLS = {"sqlite": 16, "postgresql": 8}
MOST_SAVES = 12


@pytest.fixture(scope="module")
def children() -> ForkServerContext:
    """Children fork from a helper that has loaded the libraries and opened nothing."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        ["records.store", "records.deeds.patients", "records.deeds.orders", "records.deeds.events", "records.actions"]
    )
    return context


def save_on_and_on(target: str, person: Person, course_id: UUID, tell: Connection) -> None:
    """Until killed: patients, measurements, a draft that counts, visits half-done and adverse events."""
    actions = Actions.open(target)
    number = 0
    while True:
        number += 1
        key = uuid4()
        actions.add_patient(person, key, replace(ENTRY, name=f"Patient {number}")).result()
        tell.send(("patient", key))
        key_of_weight = uuid4()
        on = DAY1 + timedelta(days=number)
        actions.measure(person, key_of_weight, key, "weight_kg", Decimal("58.0"), on).result()
        tell.send(("measurement", key_of_weight))
        kept = actions.keep_draft(person, uuid4(), course_id, 1, {"number": str(number)}, "", "").result()
        tell.send(("draft", kept.version))
        visit_key = uuid4()
        visit = actions.open_visit(person, visit_key, course_id, DAY1 + timedelta(days=chance_day(visit_key))).result()
        tell.send(("visit", visit.id))
        half = replace(visit.entry, note=f"half {number}")
        if not visit.complete:
            visit = actions.keep_visit(person, visit.id, visit.version, half).result()
            tell.send(("visit", visit.id))
        event_key = uuid4()
        actions.report_event(person, event_key, course_id, EVENT).result()
        tell.send(("adverse_event", event_key))


def chance_day(key: UUID) -> int:
    """A day of the course; a visit of a day that has one already is that visit."""
    return key.int % 150


def run_and_kill(
    children: ForkServerContext, target: str, person: Person, course: UUID, saves: int
) -> list[tuple[str, object]]:
    """What one child acknowledged before it was killed."""
    heard, tell = children.Pipe(duplex=False)
    child = children.Process(target=save_on_and_on, args=(target, person, course, tell), daemon=True)
    child.start()
    tell.close()
    acknowledged = [heard.recv() for _ in range(saves)]
    child.kill()
    child.join()
    try:
        while True:
            acknowledged.append(heard.recv())
    except EOFError:
        return acknowledged


def test_nothing_acknowledged_is_lost_and_nothing_is_half_saved(target: str, children: ForkServerContext) -> None:
    opened = Actions.open(target)
    store = Store(opened, opened.add_person("Priya Raman", "pharmacist").result())
    course = store.course()
    opened.close()
    chance = random.Random(20261122)
    kills = KILLS["postgresql" if target.startswith("postgresql") else "sqlite"]
    acknowledged: list[tuple[str, object]] = []
    for _ in range(kills):
        acknowledged += run_and_kill(children, target, store.person, course.id, chance.randint(1, MOST_SAVES))
    again = Actions.open(target)
    look = Store(again, store.person)
    for table in ("patient", "measurement", "visit", "adverse_event"):
        kept = {UUID(str(row[0])) for row in look.sql(f'SELECT id FROM "{table}"')}
        wanted = {key for kind, key in acknowledged if kind == table}
        assert wanted
        assert wanted <= kept
    (draft,) = again.workspace(course.patient_id).result().orders
    versions = [version for kind, version in acknowledged if kind == "draft" and isinstance(version, int)]
    assert draft.version >= max(versions)
    check = again.check_audit().result()
    assert check.findings == ()
    patients = look.sql("SELECT count(*) FROM patient")[0][0]
    assert look.sql("SELECT count(*) FROM patient_line") == [(patients,)]
    assert look.sql("SELECT count(DISTINCT patient_id) FROM search_part") == [(patients,)]
    if not target.startswith("postgresql"):
        assert look.sql("PRAGMA integrity_check") == [("ok",)]
    again.close()
