"""Rows of patients, courses and orders, and of what was given and handed out. Pure."""

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from outcomes.exchange.cells import Cell, short_decimal
from outcomes.exchange.rows import (
    chosen_plan,
    courses_by_day,
    crcl_of,
    days_text,
    orders_given,
    pairs,
    plan_text,
    traced_row,
)
from records.course.course_plan import order_value
from records.values.core import OrderRecord
from records.values.exchange import Traced
from regimen.age import age_y
from regimen.order import CycleOrder, DrugDose
from regimen.proof import one_line

Rows = Iterator[dict[str, Cell]]


def patient_rows(traced: Traced) -> Rows:
    """The patient."""
    record = traced.space.patient
    entry = record.entry
    first = next(iter(courses_by_day(traced.space)), None)
    yield traced_row(traced, record.id, {
        "name": entry.name,
        "identifiers": "; ".join(f"{kind} {value}" for kind, value in entry.identifiers),
        "birth_date": entry.birth_date,
        "sex": entry.sex,
        "age_y": None if first is None else age_y(entry.birth_date, first.entry.day1),
        "diagnosis_site": entry.diagnosis_site,
        "liver_involvement": entry.liver_involvement,
        "ecog": entry.ecog,
        "dpyd_status": entry.dpyd_status,
        "dpyd_activity_score": entry.dpyd_score,
        "dpyd_alleles": " / ".join(entry.dpyd_variants or ()),
        "dpyd_date": entry.dpyd_date,
        "allergies": "; ".join(entry.allergies),
        "allergies_asked": entry.allergies_asked,
        "reactions": "; ".join(entry.reactions),
        "medicines": "; ".join(entry.medicines),
        "drainage": entry.drainage,
        "note": entry.note,
        "entered_at": record.created_at,
    })  # fmt: skip


def course_rows(traced: Traced) -> Rows:
    """Courses in the order they were begun."""
    given = orders_given(traced.space)
    for course in courses_by_day(traced.space):
        entry = course.entry
        yield traced_row(traced, course.id, {
            "course": course.id,
            "regimen": entry.regimen_id,
            "regimen_version": entry.regimen_version,
            "regimen_sha256": entry.regimen_sha256,
            "practice": entry.practice,
            "options": pairs(entry.options),
            "intent": entry.intent,
            "line": entry.disease.line,
            "extent": entry.disease.extent,
            "metastases": "; ".join(entry.disease.metastases),
            "surgery": entry.disease.surgery,
            "status": course.status,
            "day1": entry.day1,
            "first_cycle": entry.first_cycle,
            "planned_cycles": entry.planned_cycles,
            "cycles_given": sum(order.course_id == course.id for order in given),
            "starting_percent": pairs(entry.starting_percent),
            "earlier_cycles": len(entry.earlier),
            "earlier_toxicities": entry.earlier_toxicities,
        })  # fmt: skip


def dose_rows(traced: Traced) -> Rows:
    """One row a drug of each signed, given or replaced order; what is only being typed is no order yet."""
    for record in traced.space.orders:
        if record.state == "draft":
            continue
        order = order_value(record)
        of_order = _of_order(record, order)
        for dose in order.doses:
            yield traced_row(traced, record.id, of_order | _of_dose(dose))


def _of_order(record: OrderRecord, order: CycleOrder) -> dict[str, Cell]:
    return {
        "course": record.course_id, "order": record.id, "cycle": record.cycle, "revision": record.revision,
        "state": record.state, "day1": record.day1, "given_on": record.given_on,
        "bsa_formula": order.bsa.formula, "bsa_m2": short_decimal(order.bsa.m2),
        "dosing_m2": short_decimal(order.bsa.dosing_m2),
        "height_cm": basis_number(record, "height_cm"), "weight_kg": basis_number(record, "weight_kg"),
        "crcl_ml_min": crcl_of(order),
        "overrides": "; ".join(f"{key}: {why}" for key, why in sorted(record.overrides.items())),
        "regimen_sha256": record.regimen_sha256, "profile_sha256": record.profile_sha256,
        "engine_version": record.engine_version, "check_code": record.check_code,
        "signed_by": record.signed_by, "signed_role": record.signed_role, "signed_at": record.signed_at,
    }  # fmt: skip


def basis_number(record: OrderRecord, name: str) -> Decimal | None:
    """A size of the basis of an order in its typed form; None where its case has none."""
    basis = json.loads(record.case_json, parse_float=Decimal).get("basis", {}) if record.case_json else {}
    try:
        return Decimal(str(basis[name]))
    except (KeyError, InvalidOperation):
        return None


def _of_dose(dose: DrugDose) -> dict[str, Cell]:
    plan = chosen_plan(dose)
    return {
        "drug": dose.drug, "route": dose.route, "days": days_text(dose.days), "doses_per_day": dose.doses_per_day,
        "level": dose.level, "per": dose.per, "starting_percent": dose.starting_percent, "percent": dose.percent,
        "exact_mg": short_decimal(dose.exact_mg), "dose_mg": dose.dose_mg,
        "daily_mg": None if plan is None else plan.daily_mg, "tablets": plan_text(plan),
        "variance_percent": dose.variance_percent, "capped": dose.capped, "held": dose.held,
        "proof": " | ".join(one_line(step) for step in dose.proof),
    }  # fmt: skip


def restart_rows(traced: Traced) -> Rows:
    """Restarts within a cycle."""
    for record in traced.space.restarts:
        entry = record.entry
        yield traced_row(traced, record.id, {
            "course": record.course_id, "order": record.order_id, "cycle": entry.cycle, "drug": entry.drug,
            "start": entry.start[0], "start_half": entry.start[1], "percent": entry.percent, "level": entry.level,
            "reason": entry.reason, "regimen_sha256": record.regimen_sha256, "engine_version": record.engine_version,
            "check_code": record.check_code, "signed_by": record.signed_by, "signed_at": record.signed_at,
            "withdrawn": record.withdrawn, "withdrawn_why": record.withdrawn_why,
        })  # fmt: skip


def infusion_rows(traced: Traced) -> Rows:
    """Infusions as given, or that and why not."""
    for record in traced.space.administrations:
        entry = record.entry
        batches = (f"{one.number} exp. {one.expiry.isoformat()}" if one.expiry else one.number for one in entry.batches)
        yield traced_row(traced, record.id, {
            "course": record.course_id, "order": record.order_id, "cycle": record.cycle, "cycle_day": entry.cycle_day,
            "on": entry.on, "drug": entry.drug, "ordered_mg": record.ordered_mg, "given_mg": entry.given_mg,
            "started": entry.started, "stopped": entry.stopped, "access": entry.access, "site": entry.site,
            "batches": "; ".join(batches), "event": entry.event, "done": entry.done, "reason": entry.reason,
            "note": entry.note, "by": record.by, "at": record.at,
            "withdrawn": record.withdrawn, "withdrawn_why": record.withdrawn_why,
        })  # fmt: skip


def dispensed_rows(traced: Traced) -> Rows:
    """Tablets handed out."""
    for record in traced.space.dispensed:
        entry = record.entry
        yield traced_row(traced, record.id, {
            "course": record.course_id, "cycle": entry.cycle, "drug": entry.drug, "strength_mg": entry.strength_mg,
            "tablets": entry.tablets, "packs": entry.packs, "on": entry.on, "leftover": entry.leftover,
            "batch": entry.batch, "expiry": "" if entry.expiry is None else entry.expiry.isoformat(),
            "reason": entry.reason, "by": record.by,
            "withdrawn": record.withdrawn, "withdrawn_why": record.withdrawn_why,
        })  # fmt: skip


def delay_rows(traced: Traced) -> Rows:
    """Cycles put off."""
    for one in traced.space.delays:
        yield traced_row(traced, one.id, {
            "course": one.course_id, "cycle": one.cycle, "days": one.days, "shift": one.shift,
            "reason_code": one.reason_code, "reason": one.reason_text, "by": one.by, "at": one.at,
            "withdrawn": one.withdrawn,
        })  # fmt: skip


def hold_rows(traced: Traced) -> Rows:
    """Holds and stops."""
    for one in traced.space.holds:
        yield traced_row(traced, one.id, {
            "course": one.course_id, "drug": one.drug, "start": one.start, "start_half": one.start_half,
            "end": one.end, "end_half": None if one.end is None else one.end_half, "stop": one.stop,
            "reason_code": one.reason_code, "reason": one.reason_text, "by": one.by, "at": one.at,
            "withdrawn": one.withdrawn,
        })  # fmt: skip


def decision_rows(traced: Traced) -> Rows:
    """Decisions about drugs."""
    for record in traced.space.decisions:
        entry = record.entry
        yield traced_row(traced, record.id, {
            "course": record.course_id, "cycle": entry.cycle, "drug": entry.drug, "taken": entry.taken,
            "starting_percent": entry.starting_percent, "percent": entry.percent, "level": entry.level,
            "hold_from": entry.hold_from, "hold_until": entry.hold_until, "stop_from": entry.stop_from,
            "rules": ", ".join(entry.rule_ids), "events": ", ".join(str(one) for one in entry.event_ids),
            "reason_code": entry.reason_code, "reason": entry.reason, "by": record.by, "role": record.role,
            "at": record.at, "withdrawn": record.withdrawn, "withdrawn_why": record.withdrawn_why,
        })  # fmt: skip
