"""What was typed for an order and its signature are one transaction: killed anywhere in between, neither is there."""

import multiprocessing
import os
import signal
from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from records.actions import Actions
from records.errors import Conflict
from records.values.core import CourseRecord, Person
from records.values.typed_for_order import LabTyped, PatientTyped, SizeTyped, TypedForOrder
from tests.records.examples import DAY1, ENTRY, Store

TAKEN = "aspirin 100 mg"
TYPED = TypedForOrder(
    (SizeTyped("height_cm", Decimal("165"), DAY1), SizeTyped("weight_kg", Decimal("58.0"), DAY1, "58.0")),
    (LabTyped("neutrophils", Decimal("3.1"), "10^9/L", None, None, DAY1),),
    PatientTyped(1, replace(ENTRY, medicines=(TAKEN,))),
)
NOTHING: tuple[object, ...] = ([], [], ENTRY.medicines, ["draft"])
EVERYTHING: tuple[object, ...] = (["height_cm 165", "weight_kg 58.0 58.0"], ["neutrophils 3.1"], (TAKEN,), ["signed"])
#: Where the program is killed: after what was typed was written, after the order was, and before the commit.
PLACES = ("refuse_open_checklist", "close_draft", "refresh_due")


def kept(actions: Actions, patient_id: UUID) -> tuple[object, ...]:
    """Sizes, laboratory values, medicines and states of orders on record."""
    space = actions.workspace(patient_id).result()
    sizes = sorted(f"{one.kind} {one.value} {one.confirmed}".strip() for one in space.measurements)
    labs = [f"{one.analyte} {one.value}" for one in space.labs]
    return sizes, labs, space.patient.entry.medicines, [one.state for one in space.orders]


def sign_and_die(place: str, target: str, person: Person, course: CourseRecord, key: UUID) -> None:
    """A program that signs, and is killed at a place in its transaction."""
    from records.deeds import orders

    actions = Actions.open(target)
    actions.opened.result()
    setattr(orders, place, lambda *_given: os.kill(os.getpid(), signal.SIGKILL))
    Store(actions, person).signing(course, key=key, typed=TYPED).result()


def test_killed_within_a_signature_nothing_of_it_is_there_and_the_same_key_signs_it_once(target: str) -> None:
    actions = Actions.open(target)
    store = Store(actions, actions.add_person("Priya Raman", "pharmacist").result())
    course = store.course()
    actions.keep_draft(store.person, uuid4(), course.id, 1, {"weight_kg": "58"}, "", "").result()
    actions.close()
    context, key = multiprocessing.get_context("forkserver"), uuid4()
    context.set_forkserver_preload(["records.store", "records.deeds.orders", "records.actions"])
    for place in PLACES:
        child = context.Process(target=sign_and_die, args=(place, target, store.person, course, key), daemon=True)
        child.start()
        child.join(60)
        assert child.exitcode == -signal.SIGKILL, place
        actions = Actions.open(target)
        assert kept(actions, course.patient_id) == NOTHING, place
        actions.close()
    actions = Actions.open(target)
    again = Store(actions, store.person)
    for _ in range(2):
        again.signing(course, key=key, typed=TYPED).result()
    assert kept(actions, course.patient_id) == EVERYTHING
    assert actions.check_audit().result().findings == ()
    told = {line.subject for line in actions.history(course.patient_id).result() if line.action == "sign order"}
    assert {"measurement", "patient", "cycle order"} <= told
    actions.close()


def test_a_signature_that_is_refused_leaves_nothing_of_what_was_typed_for_it(store: Store) -> None:
    course = store.course()
    read = store.actions.workspace(course.patient_id).result().patient
    other = replace(read.entry, note="changed by somebody else")
    store.actions.change_patient(store.person, read.id, read.version, other, "").result()
    with pytest.raises(Conflict):
        store.signing(course, typed=TYPED).result()
    assert kept(store.actions, course.patient_id) == ([], [], ENTRY.medicines, [])
