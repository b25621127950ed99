"""FHIR CarePlan, MedicationRequest and AdverseEvent of one patient. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from html import escape
from uuid import uuid5

from outcomes.exchange.codes import ATC, ICD10, MEDDRA, RXNORM, drug_codes, exchange_codes
from outcomes.exchange.fhir_observations import quantity
from outcomes.exchange.fhir_parts import URI, Resource, concept, instant, resource, subject, urn
from outcomes.exchange.rows import chosen_plan, plan_text
from records.course.course_plan import order_value
from records.course.disease import vocabulary
from records.values.core import CourseRecord, OrderRecord
from records.values.exchange import Traced
from records.values.visits import ATTRIBUTIONS, AdverseEventRecord
from regimen.order import DrugDose

GRADE = "http://hl7.org/fhir/uv/ae-research-backport-ig/StructureDefinition/ae-grade"
SERIOUSNESS = "http://terminology.hl7.org/CodeSystem/adverse-event-seriousness"
OUTCOME = "http://terminology.hl7.org/CodeSystem/adverse-event-outcome"
PLAN_STATUS = {"active": "active", "completed": "completed", "stopped": "revoked"}
#: CDISC C66768 -> FHIR R4 adverse-event-outcome (a required list).
OUTCOMES = {
    "RECOVERED/RESOLVED": "resolved", "RECOVERED/RESOLVED WITH SEQUELAE": "resolvedWithSequelae",
    "RECOVERING/RESOLVING": "recovering", "NOT RECOVERED/NOT RESOLVED": "ongoing", "FATAL": "fatal",
    "UNKNOWN": "unknown",
}  # fmt: skip


def in_force(traced: Traced, course: CourseRecord) -> list[OrderRecord]:
    """Signed and given orders of a course, by cycle."""
    own = (one for one in traced.space.orders if one.course_id == course.id and one.state in ("signed", "given"))
    return sorted(own, key=lambda one: one.cycle)


def care_plans(traced: Traced) -> Iterator[Resource]:
    """A plan a course; a cycle that is signed or given is one activity."""
    for course in traced.space.courses:
        entry = course.entry
        line = f", {vocabulary().lines[entry.disease.line]} line" if entry.disease.line else ""
        yield resource(traced, "CarePlan", course.id) | {
            "identifier": [{"system": URI, "value": f"urn:sha256:{entry.regimen_sha256}"}],
            "status": PLAN_STATUS[course.status],
            "intent": "plan",
            "title": f"{entry.regimen_id} version {entry.regimen_version}",
            "description": f"{entry.planned_cycles} cycles planned, first here {entry.first_cycle}{line}",
            "subject": subject(traced),
            "period": {"start": entry.day1.isoformat()},
            "activity": [
                {
                    "detail": {
                        "status": "completed" if order.state == "given" else "scheduled",
                        "scheduledPeriod": {"start": (order.given_on or order.day1).isoformat()},
                        "description": f"Cycle {order.cycle}",
                    }
                }
                for order in in_force(traced, course)
            ],
        }


def requests(traced: Traced) -> Iterator[Resource]:
    """A request a drug of each signed or given order."""
    for course in traced.space.courses:
        for record in in_force(traced, course):
            for dose in order_value(record).doses:
                if dose.dose_mg is not None:
                    yield _request(traced, course, record, dose)


def _request(traced: Traced, course: CourseRecord, record: OrderRecord, dose: DrugDose) -> Resource:
    status = "on-hold" if dose.held else "completed" if record.state == "given" else "active"
    site = traced.space.patient.entry.diagnosis_site
    icd10 = exchange_codes().sites.get(site, "")
    start = record.given_on or record.day1
    return resource(traced, "MedicationRequest", uuid5(record.id, dose.drug), record.id) | {
        "status": status,
        "intent": "order",
        "medicationCodeableConcept": drug_concept(dose.drug),
        "subject": subject(traced),
        "authoredOn": None if record.signed_at is None else instant(record.signed_at),
        "requester": {"display": record.signed_by},
        "reasonCode": [concept(site, (ICD10, icd10, site))] if site else None,
        "basedOn": [{"reference": urn(course.id)}],
        "groupIdentifier": {"system": URI, "value": urn(record.id)},
        "dosageInstruction": by_mouth(dose) if dose.route == "po" else [by_vein(dose, start)],
        "dispenseRequest": {
            "validityPeriod": {"start": start.isoformat(), "end": day_of(start, max(dose.days)).isoformat()},
        },
    }  # fmt: skip


def drug_concept(drug: str) -> Resource:
    """A drug by ATC and RxNorm where they are known, and by its name."""
    codes = drug_codes(drug)
    return concept(drug, (ATC, codes.atc, drug), (RXNORM, codes.rxnorm, drug))


def day_of(start: date, cycle_day: int) -> date:
    """The date of a cycle day."""
    return start + timedelta(days=cycle_day - 1)


def by_vein(dose: DrugDose, start: date) -> Resource:
    """An infusion on its days."""
    assert dose.dose_mg is not None
    plan = dose.infusion
    words = "" if plan is None else f"in {plan.volume_ml:f} mL {plan.diluent}, {plan.minutes} minutes"
    return {
        "text": f"{dose.dose_mg:f} mg {words}".strip(),
        "timing": {"event": [day_of(start, day).isoformat() for day in dose.days]},
        "route": {"text": "intravenous"},
        "doseAndRate": [{"doseQuantity": quantity(dose.dose_mg, "mg", "mg")}],
    }


def by_mouth(dose: DrugDose) -> list[Resource]:
    """Tablets: one instruction twice a day, or one for the morning and one for the evening where they differ."""
    plan = chosen_plan(dose)
    assert plan is not None
    bounds = {"boundsDuration": quantity(len(dose.days), "d", "d")}

    def instruction(mg: Decimal, repeat: Resource) -> Resource:
        return {
            "text": plan_text(plan),
            "timing": {"repeat": bounds | repeat | {"period": 1, "periodUnit": "d"}},
            "route": {"text": "by mouth"},
            "doseAndRate": [{"doseQuantity": quantity(mg, "mg", "mg")}],
        }

    if plan.am_mg == plan.pm_mg:
        return [instruction(plan.am_mg, {"frequency": 2})]
    parts = ((1, plan.am_mg, "MORN"), (2, plan.pm_mg, "EVE"))
    return [
        {"sequence": number} | instruction(mg, {"frequency": 1, "when": [when]}) for number, mg, when in parts if mg
    ]


def adverse_events(traced: Traced) -> Iterator[Resource]:
    """Events that were not taken back, each at its highest grade; the grades over time stand in words."""
    for record in traced.space.events:
        if not record.withdrawn:
            yield _event(traced, record)


def narrative(*lines: str) -> Resource:
    """What R4 has no field for, in words: the grades over time and the action taken with each drug."""
    inside = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{inside}</div>'}


def _event(traced: Traced, record: AdverseEventRecord) -> Resource:
    entry = record.entry
    grade = f"Grade {entry.highest_grade} (CTCAE {entry.ctcae_version})"
    grades = "; ".join(f"grade {one.grade} from {one.on.isoformat()}" for one in entry.grades)
    serious = None if entry.serious is None else "serious" if entry.serious else "non-serious"
    outcome = OUTCOMES.get(entry.outcome, "")
    begun = resource(traced, "AdverseEvent", record.id)
    actions = "; ".join(f"{drug}: {action}" for drug, action in sorted(entry.actions.items()))
    return begun | {
        "text": narrative(grades, actions),
        "extension": [{"url": GRADE, "valueCodeableConcept": {"text": grade}}],
        "identifier": {"system": URI, "value": urn(record.id)},
        "actuality": "actual",
        "event": concept(": ".join(part for part in (entry.term, entry.specify) if part),
                         (MEDDRA, entry.code, entry.term)),
        "subject": subject(traced),
        "date": entry.start,
        "recordedDate": instant(record.at),
        "seriousness": None if serious is None else concept(serious, (SERIOUSNESS, serious.capitalize(), serious)),
        "outcome": concept(outcome, (OUTCOME, outcome, outcome)) if outcome else None,
        "recorder": {"display": record.by},
        "suspectEntity": [
            {"instance": {"display": suspect}, "causality": [{"assessment": {"text": ATTRIBUTIONS[level]}}]}
            for suspect, level in sorted(entry.attribution.items())
        ],
    }  # fmt: skip
