"""Saves whose whole content follows from their key, so that the same deed can be sent again after a fault, and found.

Part of the scripts of bench/faults. Everything goes through records.actions: the program's own way of saving.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import keyring
from keyring.backend import KeyringBackend

from records.actions import Actions
from records.encryption.keys_in_use import key_of
from records.encryption.recovery_key import new_recovery_key
from records.encryption.unlock import Unlock
from records.keeping.damage import damage
from records.keeping.opening import protect
from records.values.core import Person
from records.values.typed_for_order import SizeTyped, TypedForOrder
from tests.records.examples import DAY1, ENTRY, EVENT, Store

KINDS = ("patient", "measurement", "lab", "adverse_event", "measurement", "patient", "lab", "cycle_order")
PASSPHRASE = "four random words here"
#: The keychain opens the store as on a workstation; the passphrase would cost 0.2 s of Argon2id at every opening.
UNLOCK = Unlock(keychain=True)


class MemoryKeychain(KeyringBackend):
    """A keychain of this process and of those forked from it."""

    priority = 9  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._kept.pop((service, username), None)


@dataclass(frozen=True, slots=True)
class Ground:
    """A store with what the saves need: a person, a patient and a course."""

    target: str
    person: Person
    patient_id: UUID
    course_id: UUID


def is_server(target: str) -> bool:
    return target.startswith("postgresql")


def use_memory_keychain() -> None:
    keyring.set_keyring(MemoryKeychain())


def opened(target: str) -> Actions:
    """The store, open. Raises what the opening raises."""
    actions = Actions.open(target, unlock=None if is_server(target) else UNLOCK)
    try:
        actions.opened.result()
    except BaseException:
        actions.close()
        raise
    return actions


def new_ground(target: str) -> Ground:
    """A new store, encrypted where it is a file, with one course; closed again."""
    if not is_server(target):
        protect(Path(target), new_recovery_key(), PASSPHRASE, use_keychain=True)
    actions = opened(target)
    try:
        return ground_in(actions, target)
    finally:
        actions.close()


def ground_in(actions: Actions, target: str) -> Ground:
    """A person, a patient and a course in an open store."""
    known = actions.people().result()  # of a beginning that was cut off
    store = Store(actions, known[0] if known else actions.add_person("Priya Raman", "pharmacist").result())
    course = store.course()
    return Ground(target, store.person, course.patient_id, course.id)


def kind_of(key: UUID) -> str:
    """Which deed a key stands for, which is the table it writes to."""
    return KINDS[key.int % len(KINDS)]


def save(actions: Actions, ground: Ground, key: UUID) -> UUID:
    """Do the deed of a key and wait until it is acknowledged. Answers the id of its row."""
    kind, by, on = kind_of(key), ground.person, DAY1 + timedelta(days=key.int // 8 % 3000)
    if kind == "patient":
        entry = replace(ENTRY, name=f"Patient {key.hex}", note=key.hex)
        return actions.add_patient(by, key, entry).result().id
    if kind == "measurement":
        return actions.measure(by, key, ground.patient_id, "weight_kg", Decimal("58.0"), on).result().id
    if kind == "lab":
        value = Decimal(100 + key.int % 200)
        return actions.add_lab(by, key, ground.patient_id, "platelets", value, "10^9/L", None, None, on).result().id
    if kind == "adverse_event":
        return actions.report_event(by, key, ground.course_id, replace(EVENT, note=key.hex)).result().id
    course = next(c for c in actions.workspace(ground.patient_id).result().courses if c.id == ground.course_id)
    return Store(actions, by).signing(course, key=key, typed=weighed(key)).result().id


def weighed(key: UUID) -> TypedForOrder:
    """What was typed for the order of a key: its row comes with the signature or not at all."""
    return TypedForOrder((SizeTyped("weight_kg", Decimal(40 + key.int % 60), DAY1),))


def ids_in(store: Store, table: str) -> set[UUID]:
    return {UUID(str(row[0])) for row in store.sql(f'SELECT id FROM "{table}"')}


def faults_of(ground: Ground, acknowledged: Iterable[UUID], tried: Iterable[UUID]) -> dict[str, int]:
    """Open the store as the program does and count what is wrong: lost, torn, twice, not asked for, damaged.

    torn   findings of the check of the whole trail: a row without its entry, an entry without its row, a broken chain
    twice  deeds of one key that made more than one row, or that are told more than once
    """
    actions = opened(ground.target)
    store = Store(actions, ground.person)
    key = None if is_server(ground.target) else key_of(Path(ground.target))
    try:
        found = _faults(store, ground.patient_id, set(acknowledged), set(tried))
    finally:
        actions.close()
    if not is_server(ground.target):  # closed, the log is written back, so that every page is in its place
        found["damaged"] = len(damage(Path(ground.target), key))
    return found


def _faults(store: Store, first: UUID, acknowledged: set[UUID], tried: set[UUID]) -> dict[str, int]:
    found = {"lost": 0, "torn": len(store.actions.check_audit().result().findings), "twice": 0, "unasked": 0}
    weighed_for = {uuid5(key, "weight_kg"): key for key in tried if kind_of(key) == "cycle_order"}
    orders, sizes = ids_in(store, "cycle_order"), ids_in(store, "measurement")
    found["torn"] += sum((row in sizes) != (key in orders) for row, key in weighed_for.items())
    for table in sorted(set(KINDS)):
        there = ids_in(store, table) - weighed_for.keys()
        found["lost"] += len({key for key in acknowledged if kind_of(key) == table} - there)
        found["unasked"] += len(there - tried - {first})
    for table, column in (("patient", "note"), ("adverse_event", "note")):
        ((rows, different),) = store.sql(f'SELECT count(*), count(DISTINCT "{column}") FROM "{table}"')
        found["twice"] += rows - different
    made = "SELECT count(*) FROM (SELECT deed_key FROM audit WHERE action = 'add patient'"
    found["twice"] += store.sql(f"{made} GROUP BY deed_key HAVING count(*) > 1) AS more")[0][0]
    ((patients,),) = store.sql("SELECT count(*) FROM patient")
    ((lines,),) = store.sql("SELECT count(*) FROM patient_line")
    found["torn"] += abs(patients - lines)
    return found


def added(total: dict[str, Any], more: dict[str, int]) -> None:
    """Add figures to those of before."""
    for name, count in more.items():
        total[name] = total.get(name, 0) + count


def forked(work: Callable[[], object]) -> int:
    """A child process that does something and ends without cleaning up after this one; answers its id."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)
