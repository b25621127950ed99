"""The study of the demo: 28 synthetic patients entered by the very actions people use, on fixed dates.

Everything of assets/demo/study.toml goes through the door: patient, course, checklist, blood, signed orders, cycles
given, delays, lower doses, lesions, scans, adverse events, what became of them. So every figure of the study is one of
the records. The same file always gives the same records, ids included.
"""

import tomllib
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from records.course.course_plan import day1_of, files_of
from records.course.cycle_case import case_for
from records.course.disease import DiseaseAtStart
from records.demo.clinic import CLINIC, Clinic, key_of, open_clinic, texts_of
from records.demo.scans import read_study_scans
from records.values.core import CourseEntry, CourseRecord, PatientEntry, Workspace
from records.values.labs import Identity, ImportedLab, LabImportEntry, MessageId
from records.values.responses import FollowUpEntry
from records.values.visits import AdverseEventEntry, DecisionEntry, GradeOn
from regimen.engine import ENGINE_VERSION, answer_with
from regimen.grading.terms import terms
from regimen.library import load_profile, load_regimen

if TYPE_CHECKING:
    from records.actions import Actions

STUDY = CLINIC.parent / "study.toml"
REGIMEN = "ici-capox"
#: Reasons as assets/reasons has them, one after the other.
DELAYED_FOR = ("neutropenia", "thrombocytopenia", "patients_wish", "logistic")
REDUCED_FOR = {"capecitabine": "hand-foot syndrome in the cycle before", "oxaliplatin": "low platelets"}
LEVEL_PROBABLE = 4
#: Of the usual blood values those the file of a study keeps.
MEASURED = ("creatinine", "neutrophils", "platelets")
Given = Mapping[str, Any]
Progress = Callable[[int, int], None]


@dataclass
class Entering:
    """One patient on the way in. space: the records of the patient so far, as the deeds answered them."""

    clinic: Clinic
    given: Given
    space: Workspace
    course: CourseRecord
    waiting: list[Future[Any]] = field(default_factory=list)

    def key(self, *parts: object) -> UUID:
        """The id of one fact, the same every time."""
        return key_of(self.given, *parts)

    def wait(self) -> None:
        """Until everything asked for is stored. Raises what went wrong."""
        for future in self.waiting:
            future.result()
        self.waiting.clear()


def study() -> Given:
    """The file as it ships."""
    found = tomllib.loads(STUDY.read_text("utf-8"), parse_float=Decimal)
    for one in found["patient"]:
        one["identifiers"] = [["Study number", one["id"]]]
    return found


def build_study(actions: "Actions", progress: Progress | None = None) -> None:
    """Fill an empty store. Raises NotAllowed where there are patients already.

    progress  told how many patients are in, of how many
    """
    told = study()
    clinic = open_clinic(actions, told["today"])
    patients = told["patient"]
    for nth, given in enumerate(patients):
        if progress is not None:
            progress(nth, len(patients))
        enter(clinic, told, given)
    if progress is not None:
        progress(len(patients), len(patients))


def enter(clinic: Clinic, told: Given, given: Given) -> None:
    """One patient from the registration to what became of them."""
    one = begin(clinic, given, told["planned_cycles"])
    answer_checklist(one)
    for cycle in range(1, given["cycles"] + 1):
        give_cycle(one, told, cycle)
    read_study_scans(clinic.actions, clinic.nurse, told["baseline_days"], given, one.course, one.key)
    for nth, event in enumerate(given["events"]):
        do = clinic.actions.report_event(clinic.nurse, one.key("event", nth), one.course.id, event_of(*event))
        one.waiting.append(do)
    follow(one)
    one.wait()


def begin(clinic: Clinic, given: Given, planned_cycles: int) -> Entering:
    """Patient, height and course."""
    do, key, start = clinic.actions, key_of(given), given["start"]
    entry = PatientEntry(
        name=f"Study patient {given['id']}", identifiers=(("Study number", given["id"]),), birth_date=given["born"],
        sex=given["sex"], allergies_asked=True, dpyd_status="done", dpyd_score=Decimal(2),
        dpyd_date=start - timedelta(days=14), ecog=given["ecog"], diagnosis_site=given["site"],
        note="Synthetic: nobody of this study exists.",
    )  # fmt: skip
    do.add_patient(clinic.nurse, key, entry).result()
    height = Decimal(given["height_cm"])
    do.measure(clinic.nurse, key_of(given, "height"), key, "height_cm", height, start - timedelta(days=7)).result()
    regimen, profile = load_regimen(REGIMEN), load_profile(clinic.settings.practice)
    options = {"ici": given["inhibitor"]} | ({"sintilimab_dose": "flat"} if given["inhibitor"] == "sintilimab" else {})
    course = CourseEntry(
        regimen_id=regimen.id, regimen_version=regimen.version, regimen_sha256=regimen.sha256, practice=profile.id,
        options=options, day1=start, planned_cycles=planned_cycles, first_dose=clinic.settings.first_dose or "",
        intent="palliative",
        disease=DiseaseAtStart(given["line"], given["extent"], tuple(given["metastases"]), given["surgery"]),
    )  # fmt: skip
    begun = do.begin_course(
        clinic.pharmacist, key_of(given, "course"), key, course, regimen.text, profile.text
    ).result()
    return Entering(clinic, given, do.workspace(key).result(), begun)


def answer_checklist(one: Entering) -> None:
    """Every item before the first cycle: the usual finding."""
    clinic, course = one.clinic, one.course
    on = one.given["start"] - timedelta(days=2)
    for item in files_of(course, clinic.settings).regimen.checklist:
        finding = clinic.usual_findings.get(item.id) or next(iter(item.findings), "")
        answer = clinic.actions.answer_checklist(
            clinic.nurse, one.key("checklist", item.id), course.id, 1, item.id, "done", on, finding, ""
        )
        one.waiting.append(answer)


def give_cycle(one: Entering, told: Given, cycle: int) -> None:
    """Delay and lower dose where the file says so; weight, blood, signature, and the cycle given on its day."""
    clinic, course, given = one.clinic, one.course, one.given
    if cycle in given["delayed"]:
        code = DELAYED_FOR[cycle % len(DELAYED_FOR)]
        delay = clinic.actions.delay_cycle(
            clinic.nurse, one.key("delay", cycle), course.id, cycle, told["delay_days"], "all", code, ""
        ).result()
        one.space = replace(one.space, delays=(*one.space.delays, delay))
    for drug in (drug for drug, first in given["reduced"].items() if first == cycle):
        percent = Decimal(told["reduced_percent"])
        entry = DecisionEntry(cycle, drug, "change", percent=percent, reason=REDUCED_FOR[drug])
        decided = clinic.actions.decide(clinic.pharmacist, one.key("decision", drug), course.id, entry).result()
        one.space = replace(one.space, decisions=(*one.space.decisions, decided))
    day1 = day1_of(one.space, course, clinic.settings, cycle)
    prepare(one, cycle, day1 - timedelta(days=1))
    sign_and_give(one, cycle, day1)


def prepare(one: Entering, cycle: int, on: date) -> None:
    """Weight and blood of the day before day 1; the blood comes as a message of the laboratory."""
    clinic, patient = one.clinic, one.space.patient
    weight = Decimal(one.given["weight_kg"]) - Decimal("0.2") * (cycle - 1)
    measured = clinic.actions.measure(
        clinic.nurse, one.key("weight", cycle), patient.id, "weight_kg", weight, on
    ).result()
    one.space = replace(one.space, measurements=(*one.space.measurements, measured))
    labs = tuple(
        ImportedLab(one.key(analyte, cycle), analyte, Decimal(value), unit, Decimal(lln), Decimal(uln), on, "", "F")
        for analyte, (value, unit, lln, uln) in clinic.usual_labs.items()
        if analyte in MEASURED
    )
    message = MessageId(
        f"{one.given['id']}-{cycle}", "STUDY LAB", f"{on:%Y%m%d}", uuid5(patient.id, str(cycle)).hex * 2
    )
    who = Identity((one.given["id"],), patient.entry.birth_date, patient.entry.sex)
    entry = LabImportEntry((message,), (who,), labs)
    clinic.actions.import_labs(clinic.nurse, one.key("labs", cycle), patient.id, entry, clinic.today).result()
    known = tuple(lab_of(one, lab) for lab in labs)
    one.space = replace(one.space, labs=(*one.space.labs, *known))


def lab_of(one: Entering, lab: ImportedLab) -> Any:
    """A value as the records answer it."""
    from records.values.core import LabResult

    return LabResult(
        lab.id, one.space.patient.id, lab.analyte, lab.value, lab.unit, lab.lln, lab.uln, lab.on, one.clinic.nurse.name,
        lab.taken_at, lab.status,
    )  # fmt: skip


def sign_and_give(one: Entering, cycle: int, day1: date) -> None:
    """The order as the engine answers it, signed by the pharmacist; given on its day."""
    clinic, course = one.clinic, one.course
    files = files_of(course, clinic.settings)
    case = case_for(one.space, course, cycle, day1, clinic.settings)
    order = answer_with(files.regimen, files.profile, case)
    undecided = {dose.drug: 0 for dose in order.doses if dose.plans and dose.chosen is None}
    if undecided:
        case = replace(case, chosen_plan={**case.chosen_plan, **undecided})
        order = answer_with(files.regimen, files.profile, case)
    one.wait()  # the checklist is asked for in the same transaction
    signed = clinic.actions.sign_order(
        clinic.pharmacist, one.key("order", cycle), course.id, cycle, *texts_of(case, order), course.regimen_text,
        course.profile_text, {}, ENGINE_VERSION, day1,
    ).result()  # fmt: skip
    was_given = clinic.actions.mark_given(clinic.nurse, signed.id, signed.version, day1).result()
    one.space = replace(one.space, orders=(*one.space.orders, was_given))


def event_of(term: str, grade: int, first: date, last: date | str, cause: str) -> AdverseEventEntry:
    """An adverse event as entered: laid to one drug as probable, or to the disease."""
    official = next(known for known in terms("5.0") if known.name == term)
    end = last.isoformat() if isinstance(last, date) else ""
    serious = grade >= 3 and cause == "disease"  # the infections of this study were treated in hospital
    return AdverseEventEntry(
        term=term, start=first.isoformat(), grades=(GradeOn(grade, first),), code=official.code, soc=official.soc,
        end=end, ongoing=not end, serious=serious, criteria=("admission",) if serious else (),
        attribution={cause: LEVEL_PROBABLE}, cause="" if cause == "disease" else cause,
        outcome="RECOVERED/RESOLVED" if end else "NOT RECOVERED/NOT RESOLVED",
    )  # fmt: skip


def follow(one: Entering) -> None:
    """What became of the course and of the patient; a course that is over is ended."""
    clinic, given, course = one.clinic, one.given, one.course
    died, off = given.get("died"), given.get("off", "")
    entry = FollowUpEntry(
        off_on=given.get("off_on"), off_reason=off, death_on=died, last_alive_on=given.get("last_alive")
    )
    clinic.actions.save_follow_up(clinic.nurse, one.key("follow-up"), course.id, None, entry).result()
    if off:
        status = "completed" if off == "completed" else "stopped"
        one.waiting.append(clinic.actions.end_course(clinic.pharmacist, course.id, course.version, status, off))


def make_study(path: Path, progress: Progress | None = None) -> None:
    """A new store with the study at `path`, whole or not at all. Raises RecordError where something is there."""
    import shutil
    import tempfile

    from records.actions import Actions
    from records.errors import NotSaved, RecordError

    if path.exists():
        raise RecordError(f"There is a file {path.name} already; the study is made in a new one.")
    try:
        folder = Path(tempfile.mkdtemp(prefix=".study-", dir=path.parent))
    except OSError as error:
        raise NotSaved(f"{path.name} cannot be made there ({error.strerror}).") from None
    try:
        actions = Actions.open(folder / path.name, demo=True)
        try:
            actions.opened.result()
            build_study(actions, progress)
        finally:
            actions.close()
        (folder / path.name).rename(path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
