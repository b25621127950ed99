"""The demo clinic: synthetic patients kept by the very actions people use, so that every number in it was computed.

The same day always gives the same clinic, ids included; making it again after an interruption goes on where it stopped.
"""

import json
import tomllib
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from records.course.checklist import Offered, checklist_of
from records.course.course_plan import day1_of, files_of
from records.course.cycle_case import case_for
from records.course.disease import DiseaseAtStart
from records.course.overrides import open_stops
from records.course.supportive import starting_choice
from records.demo.scans import read_scans
from records.values.core import CourseEntry, CourseRecord, EarlierCycle, OrderRecord, PatientEntry, Person, SiteSettings
from records.values.visits import AdverseEventEntry, DecisionEntry, GradeOn
from regimen.answer import as_json
from regimen.case import write_case
from regimen.engine import ENGINE_VERSION, answer_with
from regimen.given import Case
from regimen.library import load_profile, load_regimen
from regimen.order import CycleOrder

if TYPE_CHECKING:
    from records.actions import Actions

CLINIC = Path(__file__).parent.parent.parent / "assets" / "demo" / "clinic.toml"
IDS = UUID("2f1c9f52-6a0b-4a55-8d7e-5f6f1a3c0de0")
Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Clinic:
    """What every patient of the clinic needs."""

    actions: "Actions"
    today: date
    settings: SiteSettings
    pharmacist: Person
    nurse: Person
    usual_labs: Mapping[str, list[str]]
    usual_findings: Mapping[str, str]

    def day(self, offset: int) -> date:
        """A date counted from the day the clinic is made."""
        return self.today + timedelta(days=offset)


def begin_demo(actions: "Actions", today: date) -> Future[None]:
    """Make the clinic on a thread of its own, one deed after the other through the store thread."""
    helper = ThreadPoolExecutor(max_workers=1, thread_name_prefix="demo")
    future = helper.submit(build_demo, actions, today)
    helper.shutdown(wait=False)
    return future


def build_demo(actions: "Actions", today: date) -> None:
    """Fill an empty store. Raises NotAllowed where there are patients already."""
    clinic = open_clinic(actions, today)
    for patient in tomllib.loads(CLINIC.read_text(encoding="utf-8"), parse_float=Decimal)["patient"]:
        add_patient(clinic, patient)


def open_clinic(actions: "Actions", today: date) -> Clinic:
    """People and settings in an empty store, marked as a demo for good. Raises NotAllowed where patients are."""
    given = tomllib.loads(CLINIC.read_text(encoding="utf-8"), parse_float=Decimal)
    known = {(person.name, person.role): person for person in actions.people().result()}
    people = [
        known.get((person["name"], person["role"])) or actions.add_person(person["name"], person["role"]).result()
        for person in given["person"]
    ]
    by_role = {person.role: person for person in people}
    pharmacist = by_role["pharmacist"]
    actions.mark_demo(pharmacist).result()
    site = given["site"]
    wanted = SiteSettings(
        site_name=site["name"], country=site["country"], practice=site["practice"], first_dose=site["first_dose"],
        day_phone=site["day_phone"], night_phone=site["night_phone"], paper="letter", person_id=pharmacist.id,
        set_up=True,
    )  # fmt: skip
    settings = actions.save_settings(pharmacist, wanted, "demo clinic").result()
    usual = given["usual_labs"], given["usual_findings"]
    return Clinic(actions, today, settings, pharmacist, by_role["nurse"], *usual)


def key_of(patient: Given, *parts: object) -> UUID:
    """The id of one fact of one patient, the same every time."""
    return uuid5(IDS, "/".join(str(part) for part in (patient["identifiers"][0][1], *parts)))


def entry_of(clinic: Clinic, patient: Given) -> PatientEntry:
    """A patient of the file as entered."""
    dpyd = patient.get("dpyd", {})
    return PatientEntry(
        name=patient["name"],
        identifiers=tuple((kind, value) for kind, value in patient["identifiers"]),
        birth_date=patient["born"],
        sex=patient["sex"],
        allergies=tuple(patient.get("allergies", ())),
        allergies_asked=True,
        medicines=tuple(patient.get("medicines", ())),
        dpyd_status=dpyd.get("status", "not_tested"),
        dpyd_score=Decimal(dpyd["score"]) if "score" in dpyd else None,
        dpyd_date=clinic.day(dpyd["days"]) if "days" in dpyd else None,
        dpyd_reason=dpyd.get("reason", ""),
        ecog=patient["ecog"],
        interpreter=patient.get("interpreter", ""),
        language=patient.get("language", "en"),
        drainage=patient.get("drainage", ""),
        diagnosis_site=patient["diagnosis"],
        note=patient.get("note", ""),
    )


def add_patient(clinic: Clinic, patient: Given) -> None:
    """One patient with everything that happened to them so far."""
    key = key_of(patient)
    clinic.actions.add_patient(clinic.nurse, key, entry_of(clinic, patient)).result()
    begun = patient.get("course")
    measured_on = clinic.day(begun["start"] - 7 if begun else -3)
    height = Decimal(patient["height"])
    clinic.actions.measure(clinic.nurse, key_of(patient, "height"), key, "height_cm", height, measured_on).result()
    if begun is None:
        return
    course = begin_course(clinic, patient, begun)
    first = course.entry.first_cycle
    if begun["signed"] or begun.get("soon"):
        prepare(clinic, patient, course, first)
        answer_checklist(clinic, patient, course)
    for cycle in range(first, first + begun["signed"]):
        prepare(clinic, patient, course, cycle)
        decide(clinic, patient, course, cycle)
        order = sign(clinic, patient, course, cycle)
        if cycle - first < begun["given"] and order.state == "signed":
            clinic.actions.mark_given(clinic.nurse, order.id, order.version, order.day1).result()
    if begun.get("soon"):
        prepare(clinic, patient, course, first + begun["signed"])
    if "go_ahead" in begun:
        day1 = clinic.day(begun["start"])
        clinic.actions.go_ahead(
            clinic.pharmacist, key_of(patient, "go ahead"), course.id, first, day1, min(day1, clinic.today),
            begun["go_ahead"],
        ).result()  # fmt: skip
    change_plan(clinic, patient, course)
    blood_between(clinic, patient, course)
    see(clinic, patient, course)
    read_scans(clinic.actions, clinic.nurse, clinic.today, patient, course, key_of)


def answer_checklist(clinic: Clinic, patient: Given, course: CourseRecord) -> None:
    """Every item but those the file leaves open: what the record offers, confirmed, else the usual finding."""
    space = clinic.actions.workspace(course.patient_id).result()
    on = min(course.entry.day1 - timedelta(days=2), clinic.today)
    files = files_of(course, clinic.settings)
    for line in checklist_of(space, course, files.regimen, clinic.today).lines:
        item, offer = line.item, line.offered
        if item.id in patient.get("checklist_open", ()):
            continue
        usual = clinic.usual_findings.get(item.id) or next(iter(item.findings), "")
        answer = offer or Offered("done", usual, "", on, "")
        clinic.actions.answer_checklist(
            clinic.nurse, key_of(patient, "checklist", item.id), course.id, course.entry.first_cycle, item.id,
            answer.result, min(answer.on, clinic.today), answer.value, answer.reason,
        ).result()  # fmt: skip


def confirmed_of(patient: Given, size: Decimal) -> str:
    """What a person typed a second time, where a size is unusual and true."""
    return format(size, "f") if patient.get("unusual") else ""


def begin_course(clinic: Clinic, patient: Given, begun: Given) -> CourseRecord:
    """The patient's course, begun here or taken over."""
    regimen, profile = load_regimen(begun["regimen"]), load_profile(begun.get("practice", clinic.settings.practice))
    earlier = tuple(
        EarlierCycle(
            past["cycle"], clinic.day(past["day1"]), decimals(past["dose_percent"]), decimals(past["doses_mg"])
        )
        for past in patient.get("earlier", ())
    )
    entry = CourseEntry(
        regimen_id=regimen.id, regimen_version=regimen.version, regimen_sha256=regimen.sha256, practice=profile.id,
        options=begun["options"], day1=clinic.day(begun["start"]), planned_cycles=regimen.planned_cycles,
        first_dose=begun.get("first_dose", clinic.settings.first_dose), first_cycle=begun.get("first_cycle", 1),
        starting_percent=decimals(patient.get("starting_percent", {})), earlier=earlier,
        cumulative=decimals(patient.get("cumulative", {})), earlier_toxicities=patient.get("earlier_toxicities", ""),
        intent="palliative", disease=DiseaseAtStart(begun["line"]),
    )  # fmt: skip
    key = key_of(patient, "course")
    begin = clinic.actions.begin_course(clinic.pharmacist, key, key_of(patient), entry, regimen.text, profile.text)
    return begin.result()


def decimals(values: Mapping[str, str]) -> dict[str, Decimal]:
    return {name: Decimal(text) for name, text in values.items()}


def prepare(clinic: Clinic, patient: Given, course: CourseRecord, cycle: int) -> None:
    """Weight and blood of the day before day 1, or of today where that is still to come."""
    space = clinic.actions.workspace(course.patient_id).result()
    day1 = day1_of(space, course, clinic.settings, cycle)
    on = min(day1 - timedelta(days=1), clinic.today)
    nth = cycle - course.entry.first_cycle
    weights = patient["weights"]
    weight = Decimal(weights[min(nth, len(weights) - 1)])
    key = key_of(patient, "weight", cycle)
    clinic.actions.measure(
        clinic.nurse, key, course.patient_id, "weight_kg", weight, on, confirmed_of(patient, weight)
    ).result()
    own = patient.get("labs", {})
    for analyte, (usual, unit, lln, uln) in clinic.usual_labs.items():
        values = own.get(analyte, [usual])
        value = Decimal(values[min(nth, len(values) - 1)])
        clinic.actions.add_lab(
            clinic.nurse, key_of(patient, analyte, cycle), course.patient_id, analyte, value, unit, Decimal(lln),
            Decimal(uln), on,
        ).result()  # fmt: skip


def sign(clinic: Clinic, patient: Given, course: CourseRecord, cycle: int) -> OrderRecord:
    """The order of a cycle as the engine answers it, with the first tablet plan where a person must choose."""
    space = clinic.actions.workspace(course.patient_id).result()
    day1 = day1_of(space, course, clinic.settings, cycle)
    files = files_of(course, clinic.settings)
    care = starting_choice(space, course, cycle, clinic.settings)
    case = replace(case_for(space, course, cycle, day1, clinic.settings), supportive=care)
    order = answer_with(files.regimen, files.profile, case)
    undecided = {dose.drug: 0 for dose in order.doses if dose.plans and dose.chosen is None}
    if undecided:
        case = replace(case, chosen_plan={**case.chosen_plan, **undecided})
        order = answer_with(files.regimen, files.profile, case)
    case_json, answer_json = texts_of(case, order)
    stops = open_stops(json.loads(answer_json)["alerts"], {})
    told = patient.get("overrides", {})
    reasons = {stop: told.get(stop.partition("#")[0], "") for stop in stops}
    signing = clinic.actions.sign_order(
        clinic.pharmacist, key_of(patient, "order", cycle), course.id, cycle, case_json, answer_json,
        course.regimen_text, course.profile_text, reasons, ENGINE_VERSION, day1,
    )  # fmt: skip
    return signing.result()


def texts_of(case: Case, order: CycleOrder) -> tuple[str, str]:
    """Case and answer as an order keeps them."""
    return (
        json.dumps(write_case(case), ensure_ascii=False, sort_keys=True),
        json.dumps(as_json(order), ensure_ascii=False, sort_keys=True),
    )


def decide(clinic: Clinic, patient: Given, course: CourseRecord, cycle: int) -> None:
    """What the file says was decided about the doses of a cycle, before its order is signed."""
    for nth, given in enumerate(patient.get("decision", ())):
        if given["cycle"] != cycle:
            continue
        entry = DecisionEntry(cycle, given["drug"], "change", percent=Decimal(given["percent"]), reason=given["reason"])
        clinic.actions.decide(clinic.pharmacist, key_of(patient, "decision", nth), course.id, entry).result()


def blood_between(clinic: Clinic, patient: Given, course: CourseRecord) -> None:
    """Blood values between two day 1s, with the limits of the usual ones."""
    for given in patient.get("between", ()):
        for analyte, value in given["values"].items():
            _usual, unit, lln, uln = clinic.usual_labs[analyte]
            clinic.actions.add_lab(
                clinic.nurse, key_of(patient, analyte, "day", given["days"]), course.patient_id, analyte,
                Decimal(value), unit, Decimal(lln), Decimal(uln), clinic.day(given["days"]),
            ).result()  # fmt: skip


def change_plan(clinic: Clinic, patient: Given, course: CourseRecord) -> None:
    """Delays and holds of the file."""
    for nth, delay in enumerate(patient.get("delay", ())):
        clinic.actions.delay_cycle(
            clinic.nurse, key_of(patient, "delay", nth), course.id, delay["cycle"], delay["days"], delay["shift"],
            delay["code"], delay["text"],
        ).result()  # fmt: skip
    for nth, hold in enumerate(patient.get("hold", ())):
        clinic.actions.hold_drug(
            clinic.pharmacist, key_of(patient, "hold", nth), course.id, hold["drug"], clinic.day(hold["start"]), None,
            False, hold["code"], hold["text"],
        ).result()  # fmt: skip


def see(clinic: Clinic, patient: Given, course: CourseRecord) -> None:
    """Visits and adverse events of the file."""
    do, nurse = clinic.actions, clinic.nurse
    for nth, given in enumerate(patient.get("visit", ())):
        visit = do.open_visit(nurse, key_of(patient, "visit", nth), course.id, clinic.day(given["days"])).result()
        entry = replace(
            visit.entry, asked_not_present=tuple(given["asked"]), patient_reported=given["reported"], note=given["note"]
        )
        if not visit.complete:
            do.complete_visit(nurse, visit.id, visit.version, entry).result()
    for nth, given in enumerate(patient.get("event", ())):
        do.report_event(nurse, key_of(patient, "event", nth), course.id, event_of(clinic, given)).result()


def event_of(clinic: Clinic, given: Given) -> AdverseEventEntry:
    """An adverse event of the file as entered."""
    grades = tuple(GradeOn(grade, clinic.day(days)) for days, grade in given["grades"])
    over = "until" in given
    return AdverseEventEntry(
        term=given["term"], start=grades[0].on.isoformat(), grades=grades, code=given["code"], soc=given["soc"],
        reported_words=given["words"], end=clinic.day(given["until"]).isoformat() if over else "", ongoing=not over,
        serious=False, attribution=given["laid"], cause=given["cause"], outcome="RECOVERED/RESOLVED" if over else "",
    )  # fmt: skip
