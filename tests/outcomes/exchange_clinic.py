"""One patient with a row in every table, entered through the program's own actions, and names to look for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

from records.actions import Actions
from records.values.core import CourseRecord, PatientEntry
from records.values.exchange import Traced
from records.values.visits import DispensedEntry
from tests.records import examples, response_examples
from tests.records.examples import CYCLE2, DAY1, ENTRY, EVENT, Store, busy_labs, busy_visit
from tests.records.restart_examples import busy_restart

#: Stands in every field a person can type words into; must not be found in anything without names.
MARKER = "Zebrafink"
NAMES = (
    "Łukasz",
    "Żółkiewski",
    "0042-118",
    "7719",
    MARKER,
    "Priya",
    "Raman",
    "Quentin",
    "Ash",
    "1958",
    "OX4711",
    "XT7731",
)
MARKED = replace(
    ENTRY, name=f"Łukasz {MARKER} Żółkiewski", allergies=(f"penicillin {MARKER}",), medicines=(f"warfarin {MARKER}",),
    reactions=(f"oxaliplatin: {MARKER}",), note=MARKER, drainage=MARKER, carer_contact=MARKER, interpreter=MARKER,
    diagnosis_site="gallbladder",
)  # fmt: skip


def clinic(folder: Path) -> Actions:
    """A store with one such patient and their course; nobody has to sign in."""
    actions = Actions.open(folder / "clinic.db")
    person = actions.add_person("Priya Raman", "pharmacist").result(60)
    fill(Store(actions, person))
    return actions


def fill(store: Store, entry: PatientEntry = MARKED) -> None:
    """What `tests.records.examples.busy` enters, for this patient, without accounts."""
    do, by = store.actions, store.person
    course = store.course(store.patient(entry), intent=f"palliative, {MARKER}")
    patient_id = course.patient_id
    do.measure(by, uuid4(), patient_id, "height_cm", Decimal("165"), DAY1).result()
    do.measure(by, uuid4(), patient_id, "weight_kg", Decimal("58.0"), DAY1).result()
    for analyte, value, unit, lln, uln, on in (
        ("neutrophils", "3.10", "10^9/L", "2.0", "7.5", DAY1), ("neutrophils", "0.8", "10^9/L", "2.0", "7.5", CYCLE2),
        ("creatinine", "88", "umol/L", "60", "105", DAY1), ("haemoglobin", "10.4", "g/dL", "12.0", "16.0", DAY1),
    ):  # fmt: skip
        do.add_lab(
            by, uuid4(), patient_id, analyte, Decimal(value), unit, Decimal(lln), Decimal(uln), on
        ).result()  # fmt: skip
    order = store.signing(course).result()
    do.administer(by, uuid4(), order.id, replace(examples.INFUSION, site=MARKER, note=MARKER)).result()
    do.delay_cycle(by, uuid4(), course.id, 2, 7, "all", "other", MARKER).result()
    do.hold_drug(by, uuid4(), course.id, "pembrolizumab", DAY1, None, False, "other", MARKER).result()
    busy_visit(store, course)
    marked = replace(
        EVENT, reported_words=MARKER, treatment=MARKER, other_action=MARKER, note=MARKER, location=MARKER,
        start="2026-03",
    )  # fmt: skip
    do.report_event(by, uuid4(), course.id, marked).result()
    busy_restart(store, course)
    busy_labs(store, patient_id)
    more = DispensedEntry(1, "capecitabine", Decimal("150"), 28, DAY1, 1, MARKER, date(2027, 4, 30))
    do.dispense(by, uuid4(), course.id, more).result()
    first = next(one for one in do.workspace(patient_id).result().orders if one.state == "signed")
    do.mark_given(by, first.id, first.version, DAY1).result()
    respond(store, course)


def respond(store: Store, course: CourseRecord) -> None:
    """Lesions, two scans and a follow-up, marked where words are typed."""
    lesions = response_examples.named(
        store, course, *(
            replace(one, place=MARKER, organ=f"liver {MARKER}" if one.organ == "liver" else one.organ)
            for one in (response_examples.LIVER, response_examples.NODE, response_examples.ASCITES)
        ),
    )  # fmt: skip
    response_examples.stored(store, course, replace(response_examples.baseline(lesions, "62", "20"), note=MARKER))
    response_examples.stored(store, course, replace(response_examples.later(lesions, "40", "12"), note=MARKER))
    said = replace(response_examples.FOLLOW_UP, off_words=MARKER, note=MARKER)
    store.actions.save_follow_up(store.person, uuid4(), course.id, None, said).result()


def traced_of(actions: Actions) -> Traced:
    """The only patient."""
    (patient_id,) = actions.all_patients().result(60)
    return actions.traced(patient_id).result(60)
