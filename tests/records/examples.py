"""Patients, courses and orders that the tests of the store keep."""

import json
from collections.abc import Callable, Container
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar
from uuid import UUID, uuid4

from records.actions import Actions
from records.course.disease import DiseaseAtStart
from records.store import Store as OpenStore
from records.values.accounts import SignedIn
from records.values.administrations import AdministrationEntry, Batch, VitalSigns
from records.values.core import CourseEntry, CourseRecord, OrderRecord, PatientEntry, PatientRecord, Person
from records.values.governance import OwnFile
from records.values.labs import Identity, ImportedLab, LabImportEntry, MessageId
from records.values.signatures import BlindEntry
from records.values.visits import (
    AdverseEventEntry,
    DecisionEntry,
    DispensedEntry,
    DosesTold,
    GradeOn,
    Steroid,
    VisitEntry,
)
from regimen.answer import as_json
from regimen.case import read_case
from regimen.engine import answer
from regimen.grading.official import OfficialTerm, write_text
from regimen.grading.terms import terms
from regimen.library import load_profile, load_regimen

T = TypeVar("T")
DAY1 = date(2026, 3, 2)
#: The login and password that a store with a row in every table is entered by.
LOGIN, PASSWORD = "priya", "two magpies on a wire"

ENTRY = PatientEntry(
    name="Łukasz Żółkiewski",
    identifiers=(("MRN", "0042-118"), ("Insurance", "DE 7719")),
    birth_date=date(1958, 3, 1),
    sex="male",
    allergies=("penicillin", "latex"),
    allergies_asked=True,
    reactions=("oxaliplatin: flushing, 2024",),
    medicines=("warfarin",),
    dpyd_status="done",
    dpyd_score=Decimal("1.5"),
    dpyd_variants=("*1", "c.2846A>T"),
    dpyd_date=date(2026, 2, 1),
    dpyd_reason="",
    ecog=1,
    interpreter="Polish",
    language="pl",
    carer_contact="daughter, 555 0100\nafter 17:00",
    drainage="metal stent",
    liver_involvement=False,
    diagnosis_site="gallbladder",
    note="eats little",
)

CYCLE2 = date(2026, 3, 23)
VISIT = VisitEntry(
    on=CYCLE2, cycle=2, cycle_day=1, temperature_c=Decimal("36.80"), pulse_per_min=78, systolic_mmhg=128,
    diastolic_mmhg=76, spo2_percent=97, weight_kg=Decimal("57.60"), weight_confirmed="57.60", ecog=2, any_event=True,
    asked_not_present=("Nausea", "Vomiting"), patient_reported={"numbness": 2, "fatigue": 0},
    new_medicines=("phenytoin",), tablets_returned={Decimal("500"): 36, Decimal("150"): 12}, tablets_cycle=1,
    doses_told=DosesTold(9, "morning", 0, "stop until we call"), note="walks\nwith a stick",
)  # fmt: skip
EVENT = AdverseEventEntry(
    term="Diarrhea", start="2026-03-20", grades=(GradeOn(2, date(2026, 3, 20)), GradeOn(3, date(2026, 3, 21))),
    code="10012727", soc="Gastrointestinal disorders", reported_words="running all day\nand night",
    before_infusion=None, present_at_baseline=False, baseline_grade=0, serious=True, criteria=("admission",),
    attribution={"capecitabine": 4, "pembrolizumab": 3, "disease": 1}, immune="unsure",
    actions={"capecitabine": "DRUG INTERRUPTED", "pembrolizumab": "DRUG INTERRUPTED"},
    outcome="RECOVERING/RESOLVING", treated=True, treatment="loperamide",
    steroid=Steroid(date(2026, 3, 22), Decimal("1.0"), None), other_action="stool culture", dose_limiting=True,
    expected=True, reported_on=date(2026, 3, 22), cause="capecitabine", note="lives alone",
    answers={"needs_systemic_immunosuppression": "no", "steroid_mg_day": "7.5"},
)  # fmt: skip


#: What a checker types of `case_text`.
BLIND = BlindEntry(Decimal(165), Decimal("58.0"))


INFUSION = AdministrationEntry(
    "oxaliplatin", 1, DAY1, Decimal(210), "09:30", "11:30", (Batch("OX4711", date(2027, 4, 30)),), "port", "left chest",
    (VitalSigns("09:25", Decimal("36.8"), 78, 128, 76, 97), VitalSigns("11:35", pulse_per_min=80)), note="no complaint",
)  # fmt: skip


def course_entry(**changes: Any) -> CourseEntry:
    """ICI + CAPOX with pembrolizumab from a Monday in March."""
    regimen = load_regimen("ici-capox")
    entry = CourseEntry(
        regimen_id=regimen.id,
        regimen_version=regimen.version,
        regimen_sha256=regimen.sha256,
        practice="us",
        options={"ici": "pembrolizumab"},
        day1=DAY1,
        planned_cycles=8,
        first_dose="morning",
        disease=DiseaseAtStart("second", "metastatic", ("liver", "lung"), "resection"),
    )
    return replace(entry, **changes)


@cache
def computed(cycle: int) -> dict[str, Any]:
    """What the dose engine answers for `case_text(cycle)`."""
    return as_json(answer(read_case(json.loads(case_text(cycle)))))


def answer_text(alerts: list[dict[str, Any]] | None = None, cycle: int = 1, **changes: Any) -> str:
    """A computed answer with alerts of the test's own in the place of its own."""
    return json.dumps(computed(cycle) | {"alerts": alerts or []} | changes)


def stop(code: str, drug: str = "") -> dict[str, Any]:
    """A stop alert as an answer carries it."""
    return {
        "code": code,
        "severity": "stop",
        "drug": drug,
        "params": {},
        "source": "",
        "proposed_percent": None,
        "once": "cycle",
    }


@dataclass(frozen=True)
class Store:
    """An open store and who works at it."""

    actions: Actions
    person: Person

    def patient(self, entry: PatientEntry = ENTRY) -> PatientRecord:
        return self.actions.add_patient(self.person, uuid4(), entry).result()

    def course(self, patient: PatientRecord | None = None, *, answered: bool = True, **changes: Any) -> CourseRecord:
        """A course with its checklist answered, unless that is what the test is about."""
        regimen, profile = load_regimen("ici-capox"), load_profile("us")
        patient_id = (patient or self.patient()).id
        entry = course_entry(**changes)
        begin = self.actions.begin_course(self.person, uuid4(), patient_id, entry, regimen.text, profile.text)
        course = begin.result()
        if answered:
            self.answer_all(course)
        return course

    def answer_all(self, course: CourseRecord, *, but: Container[str] = ()) -> None:
        """Every item of the checklist answered, so that the first cycle can be signed and given.

        Each answer is a deed with its own key and its own entry in the trail; only the transaction is one.
        """
        from records.deeds.before_cycle import answer_checklist
        from records.keeping.server import begin_writing
        from records.store import doing_of
        from records.trail.audit_trail import AuditedSession

        items = [item.id for item in load_regimen(course.entry.regimen_id).checklist if item.id not in but]

        def answer(opened: OpenStore) -> None:
            with AuditedSession(opened._writer, autoflush=False) as session:
                if not opened.is_sqlite:
                    begin_writing(session, None)
                for item in items:
                    given = (course.id, course.entry.first_cycle, item, "done", DAY1, "looked at", "")
                    deed = answer_checklist(uuid4(), self.person.id, *given)
                    session.doing = doing_of(session, deed, opened.seat)
                    deed.do(session)
                    session.flush()
                session.commit()

        self.inside(answer)

    def signing(
        self, course: CourseRecord, cycle: int = 1, *, key: UUID | None = None, by: Person | None = None, **changes: Any
    ) -> "Future[OrderRecord]":
        """The signature of a cycle; `case` and `answer` are JSON texts, `overrides` reasons."""
        return self.actions.sign_order(
            by or self.person,
            key or uuid4(),
            course.id,
            cycle,
            changes.get("case", case_text(cycle)),
            changes.get("answer", answer_text(cycle=cycle)),
            changes.get("regimen_text", course.regimen_text),
            course.profile_text,
            changes.get("overrides", {}),
            "1",
            changes.get("day1", DAY1),
            changes.get("typed"),
        )

    def sql(self, statement: str, **given: object) -> list[Any]:
        """A statement of somebody who goes past the program, in a transaction of its own."""
        from sqlalchemy import text

        def run(opened: OpenStore) -> list[Any]:
            with opened.engine.execution_options(writing=True).begin() as connection:
                result = connection.execute(text(statement), given)
                return list(result) if result.returns_rows else []

        return self.inside(run)

    def inside(self, work: Callable[[OpenStore], T]) -> T:
        """Do something on the store thread, with the store itself."""
        return self.actions._thread.read(work).result()


def busy(store: Store) -> None:
    """A store with a row in every table."""
    course = store.course()
    patient = store.actions.workspace(course.patient_id).result().patient
    store.actions.save_settings(store.person, store.actions.settings().result(), "").result()
    entry = replace(patient.entry, note="changed")
    store.actions.change_patient(store.person, patient.id, patient.version, entry, "typed wrong").result()
    store.actions.measure(store.person, uuid4(), patient.id, "weight_kg", Decimal("58.0"), DAY1).result()
    store.actions.add_lab(
        store.person, uuid4(), patient.id, "platelets", Decimal("210"), "10^9/L", None, None, DAY1
    ).result()
    store.actions.keep_draft(store.person, uuid4(), course.id, 2, {"weight_kg": "5"}, "", "").result()
    order = store.signing(course).result()
    other = store.actions.add_person("Quentin Ash", "pharmacist").result()
    store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    store.actions.administer(store.person, uuid4(), order.id, INFUSION).result()
    store.actions.delay_cycle(store.person, uuid4(), course.id, 2, 7, "all", "other", "").result()
    store.actions.hold_drug(store.person, uuid4(), course.id, "pembrolizumab", DAY1, None, False, "other", "").result()
    given = (course.id, 1, "en", "a4", False, "AB12-CD34", "0" * 64, None, "{}")
    store.actions.record_print(store.person, uuid4(), *given).result()
    busy_visit(store, course)
    from tests.records.restart_examples import busy_restart  # it uses what stands here

    busy_restart(store, course)
    busy_labs(store, course.patient_id)
    from tests.records.response_examples import busy_response  # it uses what stands here

    busy_response(store, course)
    store.actions.load_grading(store.person, uuid4(), grading_text("5.0"), "0" * 64, "2017-11-27").result()
    store.actions.withdraw_approval(store.person, approval_id(approved(store, other)), "typed in haste").result()
    moved(store, other)
    store.actions.keep_form(store.person, "station 1", "patient-new", {"name": "Half"}).result()
    from tests.records.import_examples import busy_imports  # it uses what stands here

    busy_imports(store)
    from tests.records.handover_examples import busy_handover  # it uses what stands here

    busy_handover(store)
    busy_people(store)


def approval_id(file: OwnFile) -> UUID:
    assert file.approval is not None
    return file.approval.id


def moved(store: Store, second: Person) -> CourseRecord:
    """A course begun on ICI + CAPOX, moved to an own copy of it before anything was given."""
    course = store.course(store.patient(replace(ENTRY, identifiers=(("MRN", "77-1"),))))
    file = approved(store, second, "ici-capox-site", base="ici-capox")
    choice = store.actions.move_choice(course.id).result()
    return store.actions.move_course(
        store.person, uuid4(), course, choice.from_cycle, file.text_sha256, course.profile_sha256, "new version"
    ).result()


def approved(
    store: Store, second: Person, ident: str = "capox-site", version: str = "1.0", *, base: str = "capox"
) -> OwnFile:
    """An own copy with another title, written by the store's person and approved by the second."""
    begun = load_regimen(base).text
    copy = store.actions.copy_file(store.person, uuid4(), "regimen", begun, ident, version).result()
    text = copy.text.replace('title = "', 'title = "Ours: ', 1)
    waiting = store.actions.ask_for_approval(
        store.person, uuid4(), store.actions.keep_file(store.person, copy, text).result()
    ).result()
    return store.actions.approve_file(second, uuid4(), waiting).result()


def busy_labs(store: Store, patient_id: UUID) -> None:
    """A value from a message, and the correction that took its place."""
    first, second = uuid4(), uuid4()
    for lab_id, value, status, corrects in (
        (first, "187", "F", ()), (second, "178", "C", (first,)),
    ):  # fmt: skip
        message = MessageId(f"M{status}", "LAB", "20260323081500", status.lower() * 64)
        lab = ImportedLab(
            lab_id, "platelets", Decimal(value), "10^9/L", Decimal("150"), Decimal("400"), CYCLE2, "2026-03-23T07:50",
            "C" if status == "C" else "F", corrects,
        )  # fmt: skip
        who = Identity(("0042-118",), ENTRY.birth_date, ENTRY.sex)
        entry = LabImportEntry((message,), (who,), (lab,), {"PLT": "platelets"})
        store.actions.import_labs(store.person, uuid4(), patient_id, entry, CYCLE2).result()


def grading_text(version: str, word: str = "invented") -> str:
    """The kept text of a workbook with invented wording."""
    wording = [
        OfficialTerm(term, {grade: f"{word} {grade}" for grade in term.grades}, "what it is", "")
        for term in terms(version)
    ]
    return write_text(version, tuple(wording))


def busy_people(store: Store) -> None:
    """An account and an emergency; from here on people sign in to the store."""
    store.actions.open_first_account(store.person, LOGIN, PASSWORD).result()
    store.actions.break_glass(store.person, PASSWORD, "nobody else could be reached").result()
    store.actions.end_break_glass(store.person).result()


def come_in(actions: Actions) -> None:
    """Sit down at a store to which people sign in, as its first person, without a trace in the store."""
    if actions.accounts().result().any:
        person = actions.people().result()[0]
        actions._thread.seat.sit(SignedIn(uuid4(), person, LOGIN, datetime.now(UTC)))


def busy_visit(store: Store, course: CourseRecord) -> None:
    """A row in every table of visits."""
    do, by = store.actions, store.person
    visit = do.open_visit(by, uuid4(), course.id, CYCLE2).result()
    do.complete_visit(by, visit.id, visit.version, VISIT).result()
    event = do.report_event(by, uuid4(), course.id, EVENT).result()
    do.answer_checklist(by, uuid4(), course.id, 1, "consent", "done", DAY1, "signed on paper").result()
    do.go_ahead(by, uuid4(), course.id, 2, CYCLE2, CYCLE2, "telephone").result()
    entry = DecisionEntry(2, "capecitabine", "accept", '{"rule": "r"}', ("r",), (event.id,), reason_code="diarrhoea")
    do.decide(by, uuid4(), course.id, entry).result()
    handed = DispensedEntry(1, "capecitabine", Decimal("500"), 84, DAY1, 1, "XT7731", date(2027, 4, 30))
    do.dispense(by, uuid4(), course.id, handed).result()


def case_text(cycle: int, weight_kg: str = "58.0") -> str:
    """A case as the dose page signs it."""
    case = {
        "regimen": "ici-capox", "practice": "us", "options": {"ici": "pembrolizumab"}, "cycle": cycle,
        "patient": {"sex": "male", "birth_date": "1958-03-01"}, "day1": "2026-03-02",
        "basis": {"height_cm": "165", "weight_kg": weight_kg, "weight_date": "2026-03-02"},
        "chosen_plan": {"capecitabine": 0},
    }  # fmt: skip
    return json.dumps(case)
