"""A day with many patients, made of one template through the actions; only what a test is about differs."""

import json
from dataclasses import dataclass, replace
from functools import lru_cache
from uuid import uuid4

from gui.session import Session
from records.course.course_plan import day1_of
from records.course.cycle_case import case_for
from records.course.overrides import override_key
from records.values.core import CourseRecord, OrderRecord, PatientRecord, Person
from records.values.signatures import BlindEntry, BlindLab
from regimen.answer import as_json
from regimen.case import read_case, write_case
from regimen.engine import ENGINE_VERSION, answer_with
from regimen.given import Case
from tests.gui.course_clinic import patient_with_course
from tests.gui.dose_clinic import DAY1, add_patient, begin

#: How far a patient of the crowd is: a course and nothing else; measured, tested and asked; signed; checked by a
#: second person; with the go-ahead.
STEPS = ("new", "begun", "signed", "checked", "ready")


@dataclass(frozen=True)
class Crowded:
    """One patient of the crowd."""

    patient: PatientRecord
    course: CourseRecord
    order: OrderRecord | None


def second_person(session: Session) -> Person:
    """A pharmacist who signed nothing."""
    known = {person.name: person for person in session.actions.people().result(30)}
    return known.get("Quentin Ash") or session.actions.add_person("Quentin Ash", "pharmacist").result(30)


def crowd(session: Session, steps: list[str], **changed: object) -> list[Crowded]:
    """One patient for each step, named Nr 00, Nr 01, ...; keywords change all of them."""
    return [_patient(session, number, step, **changed) for number, step in enumerate(steps)]


def _patient(session: Session, number: int, step: str, **changed: object) -> Crowded:
    name = f"Nr {number:02d}, Patient"
    entry = {"name": name, "identifiers": (("MRN", f"{number:04d}"),)}
    if step == "new":
        bare = add_patient(session, **entry)
        return Crowded(bare, begin(session, bare, answered=False, **changed), None)
    patient, course = patient_with_course(session, entry=entry, **changed)
    if step == "begun":
        return Crowded(patient, course, None)
    order = sign_alike(session, course)
    if step in ("checked", "ready"):
        check(session, order)
    if step == "ready":
        go_ahead(session, course)
    return Crowded(patient, course, order)


def sign_alike(session: Session, course: CourseRecord) -> OrderRecord:
    """Cycle 1 signed; patients of the same figures share one computation."""
    space = session.actions.workspace(course.patient_id).result(30)
    case = case_for(space, course, 1, day1_of(space, course, session.settings, 1), session.settings)
    bare = replace(case, patient=replace(case.patient, name="", identifiers=()))
    chosen, answer, stops = _computed(course.regimen_text, course.profile_text, json.dumps(write_case(bare)))
    own = replace(case, chosen_plan=chosen)
    given = (json.dumps(write_case(own)), answer, course.regimen_text, course.profile_text, dict(stops))
    signing = session.actions.sign_order(
        session.person, uuid4(), course.id, 1, *given, ENGINE_VERSION, case.day1 or DAY1
    )
    return signing.result(30)


@lru_cache(maxsize=4)
def _computed(regimen_text: str, profile_text: str, case_text: str) -> tuple[dict[str, int], str, dict[str, str]]:
    from regimen.practice_reader import read_profile
    from regimen.reader import read_regimen

    case: Case = read_case(json.loads(case_text))
    regimen, profile = read_regimen(regimen_text, "template"), read_profile(profile_text, "template")
    order = answer_with(regimen, profile, case)
    chosen = {dose.drug: 0 for dose in order.doses if dose.plans and dose.chosen is None}
    if chosen:
        order = answer_with(regimen, profile, replace(case, chosen_plan=chosen))
    stops = {
        override_key(one.code, one.drug, one.params): "looked at" for one in order.alerts if one.severity == "stop"
    }
    return chosen, json.dumps(as_json(order)), stops


def check(session: Session, order: OrderRecord) -> None:
    """The blind check, equal."""
    case = read_case(json.loads(order.case_json))
    assert case.basis.creatinine is not None
    labs = {name: BlindLab(lab.value, lab.unit) for name, lab in case.labs.items()}
    labs["creatinine"] = BlindLab(case.basis.creatinine.value, case.basis.creatinine.unit)
    entry = BlindEntry(case.basis.height_cm, case.basis.weight_kg, labs)
    found = session.actions.verify_order(second_person(session), uuid4(), order.id, entry).result(30)
    assert found.outcome == "equal", found.differs


def go_ahead(session: Session, course: CourseRecord) -> None:
    """For day 1."""
    day1 = course.entry.day1
    session.actions.go_ahead(session.person, uuid4(), course.id, 1, day1, day1, "person").result(30)
