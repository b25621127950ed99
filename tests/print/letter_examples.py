"""A treatment summary and an alert card as the tests look at them: empty where nothing is known, and a whole course."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from treatment_calendar.paper.alert_card_request import AlertCardRequest
from treatment_calendar.paper.request import AlertWords, Contacts
from treatment_calendar.paper.treatment_summary_request import (
    Change,
    CycleGiven,
    DoseGiven,
    EventPointed,
    FileUsed,
    Inhibitor,
    Planned,
    ResponseShown,
    ScanJudged,
    Total,
    Toxicity,
    TreatmentSummaryRequest,
)

AT = datetime(2026, 4, 21, 9, 5, tzinfo=UTC)
LONG = "Maria-Magdalena Theodora Konstantinidou-Papadimitriou von Hohenfels-Württemberg"
D = Decimal
DIARRHOEA = EventPointed("Diarrhea", 3, "2026-03-10")


def card_request(**changes: Any) -> AlertCardRequest:
    made = AlertCardRequest(
        patient_name=LONG,
        identifiers=("MRN 0042-260", "Insurance GR-0003-5571-8890-1177-A"),
        birth_date=date(1966, 1, 30),
        inhibitors=(Inhibitor("pembrolizumab", date(2026, 3, 2), date(2026, 3, 30)),),
        elsewhere=False,
        contacts=Contacts("Day Unit for Gastrointestinal Oncology", "+49 30 555 0100", "+49 30 555 0199"),
        languages=("en", "en"),
        course_id="2f1c9f52",
        printed_by="Priya Raman",
        printed_at=AT,
    )
    return replace(made, **changes)


def summary_request(**changes: Any) -> TreatmentSummaryRequest:
    made = TreatmentSummaryRequest(
        patient_name="Patient Seven, DEMO", identifiers=("MRN 0042-118",), birth_date=date(1958, 3, 1), sex="female",
        allergies=(), allergies_asked=False, reactions=(), medicines=(), diagnosis=(("Site", "gallbladder"),),
        files=(), options=(), cycles=(), changes=(), earlier_toxicities="", toxicities=(), response=None,
        judged_progression=None, totals=(), planned=Planned(1, 8, date(2026, 3, 2), False, True, (), "", None),
        inhibitors=(), dpyd="not tested", alerts_cycle=0, alerts=(), course_id="2f1c9f52", site_name="Day Unit",
        phones=(), written_by="Priya Raman", written_role="pharmacist", written_at=AT, anchor_seq=49,
        anchor_hash="54c0dd92d49ffaed" * 4, anchor_short="49:54c0 dd92 d49f faed", not_for_use=(), date_style="dmy",
    )  # fmt: skip
    return replace(made, **changes)


def whole_summary() -> TreatmentSummaryRequest:
    """Two cycles given, one drug lowered, one cycle put off, one drug on hold, a response, a line from elsewhere."""
    chair = (
        DoseGiven("pembrolizumab", "chair", D(200), D(100)),
        DoseGiven("oxaliplatin", "chair", D(100), D(100), None, "flushing, stopped early", D(210)),
        DoseGiven("capecitabine", "counted", D(41550), D(100), D("89.9")),
    )
    signed = (
        DoseGiven("pembrolizumab", "order", D(200), D(100)),
        DoseGiven("oxaliplatin", "none", None, D(100), None, "platelets 61", D(210)),
        DoseGiven("capecitabine", "told", D(34650), D(75)),
    )
    return summary_request(
        patient_name="Łukasz Żółkiewski-Świątek", identifiers=("MRN 0042-118", "Insurance DE 7719"), sex="male",
        allergies=("penicillin",), allergies_asked=True, reactions=("oxaliplatin, cycle 1: flushing",),
        medicines=("warfarin", "pantoprazole"), diagnosis=(("Site", "gallbladder"), ("Intent", "palliative")),
        files=(FileUsed(1, "ICI + CAPOX", "ici-capox", "1", "9f3c2a1b" * 8, "eu", "01ab" * 16),),
        options=("Inhibitor: pembrolizumab",),
        cycles=(CycleGiven(1, date(2026, 3, 2), chair), CycleGiven(2, date(2026, 3, 30), signed)),
        changes=(
            Change("dose", "capecitabine", 2, None, None, D(75), D(100), D(750), 0, "diarrhoea of cycle 1",
                   (DIARRHOEA,), "Priya Raman"),
            Change("delay", "", 2, None, days=7, why="diarrhoea: not over in time", by="Priya Raman"),
            Change("hold", "pembrolizumab", 0, date(2026, 4, 21), None, why="thyroid looked into", by="Quentin Ash"),
        ),
        earlier_toxicities="neuropathy grade 1 at the hospital before",
        toxicities=(
            Toxicity("Diarrhea", 3, date(2026, 3, 10), 0, "2026-03-10", "2026-03-18", False, "recovered/resolved",
                     ("capecitabine",), False, True, False, "fluids, loperamide"),
            Toxicity("Peripheral sensory neuropathy", 1, date(2026, 3, 30), 1, "2026-03", "", True, "not recovered",
                     ("oxaliplatin",), False, False, False, ""),
        ),
        response=ResponseShown(
            date(2026, 2, 26), "SD", True, None, None, "", 0, "PR",
            (ScanJudged(date(2026, 4, 20), "PR", D(52), D("-38.1"), True),),
        ),
        totals=(
            Total("oxaliplatin", D("190.1"), None, False, D(0), D("73.2"), D("73.1"), 2, 42, 49, ()),
            Total("capecitabine", None, None, False, D(0), D("82.5"), D("88.4"), 2, 42, 49, (2,)),
        ),
        planned=Planned(3, 8, date(2026, 4, 20), False, True, ("pembrolizumab",), "", None),
        inhibitors=(Inhibitor("pembrolizumab", date(2026, 3, 2), date(2026, 3, 30)),), dpyd="normal (2)",
        alerts_cycle=2, alerts=(AlertWords("crcl-near-limit", "note", "Clearance near a limit", "49.5 mL/min", "x"),),
        phones=("Day: 555 0100", "Night: 555 0199"), not_for_use=("Nobody has to sign in to these records.",),
    )  # fmt: skip
