"""An invented cycle order with proofs, for the staff sheet."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from regimen.given import Basis, Case, Creatinine, Delay, Dpyd, Hold, Lab, Patient
from regimen.order import (
    Alert,
    BodySize,
    CycleOrder,
    DrugDose,
    InfusionPlan,
    ProofStep,
    Renal,
    TabletPlan,
    Vial,
)
from regimen.supportive import LeftOut, OrderedItem, Supportive, SupportiveOrder
from tests.print.examples import DAY1, ICI_CAPOX, PLAN, capox_course, profile, with_home
from treatment_calendar.course import SupportiveToday
from treatment_calendar.paper.request import AlertWords, Signature, StaffSheetRequest

D = Decimal
BSA = D("1.630439204101341")


def step(name: str, title: str, formula: str, shown: str, unit: str, **inputs: str) -> ProofStep:
    return ProofStep(name, title, formula, inputs, shown, unit, shown, "made-up source, page 3")


OXALIPLATIN = DrugDose(
    "oxaliplatin", "iv", (1,), 1, D(130), "m2", D(100), D(100), D("211.957096533174"), D(210), D("-0.92334768"), False,
    InfusionPlan("glucose 5 %", D(500), D("0.42"), 120, "nominal", D(42), None, "ok", ""),
    (Vial(D(100), 2), Vial(D(50), 1)), D(40), (), None, False, 5,
    (
        step("bsa", "BSA, Mosteller", "√(165 × 58 / 3600)", "1.6304", "m²", height_cm="165", weight_kg="58.0"),
        step("exact", "Exact dose", "130 × 1.6304", "211.96", "mg", level_mg_m2="130"),
        step("rounding", "To the nearest 5 mg", "211.96 → 210", "210", "mg", step_mg="5"),
    ),
)  # fmt: skip
TABLETS = TabletPlan(
    PLAN, PLAN, D(1650), D(1650), D(3300), D("1.1997"), 8, {D(500): 84, D(150): 28}, {D(500): 1, D(150): 1}, True, True
)
CAPECITABINE = DrugDose(
    "capecitabine", "po", tuple(range(1, 15)), 2, D(1000), "m2", D(100), D(100), D("1630.439204101341"), D(1650),
    D("1.1997"), False, None, (), None, (TABLETS,), 0, False, 0,
    (step("exact", "Exact dose", "1000 × 1.6304", "1630.44", "mg per dose", level_mg_m2="1000"),),
)  # fmt: skip
PEMBROLIZUMAB = DrugDose(
    "pembrolizumab", "iv", (1,), 1, D(200), "fixed", D(100), D(100), D(200), D(200), D(0), False,
    InfusionPlan("sodium chloride 0.9 %", D(100), D("2"), 30, "nominal", D(8), None, "ok", ""),
    (Vial(D(100), 2),), D(0), (), None, False, 0, (step("level", "Fixed dose", "200 mg", "200", "mg"),),
)  # fmt: skip
ALERT = Alert("crcl-near-limit", "note", "capecitabine", {"crcl_ml_min": "49.5"}, "label")
STOP = Alert("dpyd-missing", "stop", "capecitabine", {"analyte": "DPYD"}, "label")
ORDER = CycleOrder(
    "ici-capox", "1", ICI_CAPOX.sha256, "eu", profile().sha256, 1, ("policy.bsa_formula",),
    BodySize("Mosteller", BSA, BSA, False, None), Renal(D("49.478"), "actual", D(58), {}, D(88)),
    (PEMBROLIZUMAB, OXALIPLATIN, CAPECITABINE), (ALERT, STOP),
)  # fmt: skip
CASE = Case(
    "ici-capox",
    Patient("female", date(1958, 3, 1), "Patient Seven, DEMO", ("MRN 0042-118", "NHS 999 000 0000"), ("penicillin",)),
    Basis(
        D(165),
        D("58.0"),
        DAY1,
        DAY1,
        Creatinine(D(88), "umol/L", date(2026, 2, 28)),
        Dpyd(D(2), None, "done", "", date(2026, 2, 10)),
    ),
    DAY1,
    labs={"neutrophils": Lab(D("3.1"), "10^9/L", D("2.0"), D("7.5"), None, date(2026, 2, 28))},
    medicines=("warfarin",),
    options={"ici": "pembrolizumab"},
    holds=(Hold("pembrolizumab", date(2026, 3, 23), None, "thyroiditis"),),
    delays=(Delay(2, 7, "neutropenia"),),
)


def staff_request(**changes: Any) -> StaffSheetRequest:
    made = StaffSheetRequest(
        course=capox_course(),
        regimen=ICI_CAPOX,
        profile=profile(),
        order=ORDER,
        case=CASE,
        alerts=(
            AlertWords("crcl-near-limit", "note", "Clearance near a limit", "49.5 mL/min is within 1 of 50.", "label"),
        ),
        printed_by="demo user",
        printed_at=datetime(2026, 2, 27, 14, 5, tzinfo=UTC),
        engine_version="0.1.0",
        revision_id="7b0f3f7e-0000-4000-8000-000000000002",
        signatures=(Signature("Ada Demo", "prescriber", "prescribed", datetime(2026, 2, 27, 13, 0, tzinfo=UTC)),),
    )
    return replace(made, **changes)


def supportive_request(**changes: Any) -> StaffSheetRequest:
    """Supportive care ordered with it: one dose changed, one item added, one left out, each with its reason."""
    course = with_home(capox_course())
    first = replace(course.cycles[0], supportive_ordered=True)
    steroid = Supportive("dexamethasone", "dexamethasone", "8 mg", (1, 2, 3), "home", ("morning",), "", "test")
    own = replace(steroid, id="patient-1", name="domperidone")
    ordered = SupportiveOrder(
        (OrderedItem(steroid, "regimen", "slept badly on 12 mg"), OrderedItem(own, "patient", "asked for it")),
        (LeftOut("cream", "hand and foot cream", "home", "has her own"),),
    )
    today = SupportiveToday("patient-1", "domperidone", "10 mg", "home", ())
    first = replace(first, as_needed=(*first.as_needed, today))
    return staff_request(
        course=replace(course, cycles=(first, *course.cycles[1:])), order=replace(ORDER, supportive=ordered), **changes
    )


def released_request() -> StaffSheetRequest:
    """Everything signed but one infusion."""
    at = datetime(2026, 3, 2, 9, 37, tzinfo=UTC)
    signatures = (
        Signature("Ada Demo", "prescriber", "signed as ordered, revision 1", at, "prescribed"),
        Signature("Ben Demo", "pharmacist", "values typed again from the source, equal", at, "verified"),
        Signature("Cleo Demo", "pharmacist", "made ready", at, "prepared"),
        Signature("Dora Demo", "nurse", "day 1, pembrolizumab 200 mg, 09:05 to 09:37", at, "administered"),
    )
    return staff_request(
        signatures=signatures, to_sign=("administered",), signed=True, for_clinical_use=True,
    )  # fmt: skip
