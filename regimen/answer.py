"""A cycle order as JSON in the shape of the command line's contract, and back."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from regimen.alerts import words
from regimen.numbers import as_typed, plain
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
from regimen.proof import one_line
from regimen.supportive import SupportiveOrder
from regimen.supportive_json import supportive_from, write_supportive

Json = dict[str, Any]


def as_json(order: CycleOrder) -> Json:
    """The order in the contract's shape: decimals as text, dates ISO, units in the keys."""
    return {
        "regimen": {"id": order.regimen_id, "version": order.regimen_version, "sha256": order.regimen_sha256},
        "practice": {"id": order.practice_id, "sha256": order.practice_sha256},
        "engine_version": order.engine_version,
        "cycle": order.cycle,
        "day1": order.day1.isoformat() if order.day1 else None,
        "age_y": order.age_y,
        "options": dict(order.options),
        "limit_set": order.limit_set,
        "defaults_used": list(order.defaults_used),
        "bsa": {
            "formula": order.bsa.formula,
            "m2": plain(order.bsa.m2),
            "dosing_m2": plain(order.bsa.dosing_m2),
            "capped": order.bsa.capped,
            "cap_m2": _text(order.bsa.cap_m2),
            "kept_weight_kg": None if order.bsa.kept_weight_kg is None else as_typed(order.bsa.kept_weight_kg),
        },
        "renal": _renal(order.renal),
        "doses": [_dose(dose) for dose in order.doses],
        "supportive": _supportive(order),
        "alerts": [_alert(alert) for alert in order.alerts],
        "released": order.released,
    }


def _supportive(order: CycleOrder) -> Json | None:
    if order.supportive is not None:
        return write_supportive(order.supportive)
    return None if order.supportive_listed is None else write_supportive(order.supportive_listed, ordered=False)


def _supportive_from(written: Json | None) -> dict[str, SupportiveOrder]:
    if written is None:
        return {}
    return {"supportive" if written["ordered"] else "supportive_listed": supportive_from(written)}


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _renal(renal: Renal | None) -> Json | None:
    if renal is None:
        return None
    return {
        "crcl_ml_min": plain(renal.crcl_ml_min),
        "weight_used": renal.weight_used,
        "weight_kg": as_typed(renal.weight_kg),
        "others": {name: plain(crcl) for name, crcl in renal.others.items()},
        "creatinine_umol_l": plain(renal.creatinine_umol_l),
    }


def _dose(dose: DrugDose) -> Json:
    written: Json = {
        "drug": dose.drug,
        "route": dose.route,
        "days": list(dose.days),
        "doses_per_day": dose.doses_per_day,
        "level": _text(dose.level),
        "per": dose.per,
        "starting_percent": plain(dose.starting_percent),
        "percent": plain(dose.percent),
        "effective_level": _text(dose.effective_level),
        "dose_level": _text(dose.dose_level),
        "exact_mg": plain(dose.exact_mg),
        "dose_mg": _text(dose.dose_mg),
        "variance_percent": _text(dose.variance_percent),
        "capped": dose.capped,
        "held": dose.held,
        "cold_days": dose.cold_days,
    }
    if dose.route == "po":
        written |= {"plans": [_plan(plan) for plan in dose.plans], "chosen": dose.chosen, "tie": dose.tie}
    else:
        written |= {
            "infusion": _infusion(dose.infusion),
            "vials": [{"size_mg": plain(vial.size_mg), "count": vial.count} for vial in dose.vials],
            "waste_mg": _text(dose.waste_mg),
        }
    written["proof"] = [one_line(step) for step in dose.proof]
    written["proof_steps"] = [_step(step) for step in dose.proof]
    return written


def _plan(plan: TabletPlan) -> Json:
    return {
        "am": _counts(plan.am),
        "pm": _counts(plan.pm),
        "am_mg": plain(plan.am_mg),
        "pm_mg": plain(plan.pm_mg),
        "daily_mg": plain(plan.daily_mg),
        "variance_percent": plain(plan.variance_percent),
        "tablets_per_day": plan.tablets_per_day,
        "supply": _counts(plan.supply),
        "packs": _counts(plan.packs),
        "within_limit": plan.within_limit,
        "label_answer": plan.label_answer,
    }


def _counts(counts: Mapping[Decimal, int]) -> Json:
    return {plain(size): count for size, count in counts.items()}


def _infusion(plan: InfusionPlan | None) -> Json | None:
    if plan is None:
        return None
    return {
        "diluent": plan.diluent,
        "volume_ml": plain(plan.volume_ml),
        "concentration_mg_ml": plain(plan.concentration_mg_ml),
        "minutes": plan.minutes,
        "convention": plan.convention,
        "drug_volume_ml": _text(plan.drug_volume_ml),
        "final_volume_ml": _text(plan.final_volume_ml),
        "status": plan.status,
        "note": plan.note,
    }


def _step(step: ProofStep) -> Json:
    return {
        "step": step.step,
        "title": step.title,
        "formula": step.formula,
        "inputs": dict(step.inputs),
        "result": step.result,
        "unit": step.unit,
        "shown": step.shown,
        "source": step.source,
    }


def _alert(alert: Alert) -> Json:
    title, text = words(alert)
    return {
        "code": alert.code,
        "severity": alert.severity,
        "drug": alert.drug or None,
        "proposed_percent": _text(alert.proposed_percent),
        "title": title,
        "text": text,
        "params": dict(alert.params),
        "once": alert.once,
        "source": alert.source,
    }


def from_json(written: Mapping[str, Any]) -> CycleOrder:
    """The order `as_json` wrote, for snapshots. Anything else is our bug: KeyError, TypeError or ValueError."""
    bsa, day1 = written["bsa"], written["day1"]
    return CycleOrder(
        regimen_id=written["regimen"]["id"],
        regimen_version=written["regimen"]["version"],
        regimen_sha256=written["regimen"]["sha256"],
        practice_id=written["practice"]["id"],
        practice_sha256=written["practice"]["sha256"],
        cycle=written["cycle"],
        defaults_used=tuple(written["defaults_used"]),
        bsa=BodySize(
            bsa["formula"],
            Decimal(bsa["m2"]),
            Decimal(bsa["dosing_m2"]),
            bsa["capped"],
            _number(bsa["cap_m2"]),
            _number(bsa.get("kept_weight_kg")),  # snapshots of engine version 1 have no such key
        ),
        renal=_renal_from(written["renal"]),
        doses=tuple(_dose_from(dose) for dose in written["doses"]),
        alerts=tuple(_alert_from(alert) for alert in written["alerts"]),
        day1=None if day1 is None else date.fromisoformat(day1),
        age_y=written["age_y"],
        options=dict(written["options"]),
        limit_set=written["limit_set"],
        engine_version=written["engine_version"],
        **_supportive_from(written.get("supportive")),  # snapshots of engine version 3 have no such key
    )


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _renal_from(written: Json | None) -> Renal | None:
    if written is None:
        return None
    return Renal(
        Decimal(written["crcl_ml_min"]),
        written["weight_used"],
        Decimal(written["weight_kg"]),
        {name: Decimal(crcl) for name, crcl in written["others"].items()},
        Decimal(written["creatinine_umol_l"]),
    )


def _dose_from(written: Json) -> DrugDose:
    return DrugDose(
        drug=written["drug"],
        route=written["route"],
        days=tuple(written["days"]),
        doses_per_day=written["doses_per_day"],
        level=_number(written["level"]),
        per=written["per"],
        starting_percent=Decimal(written["starting_percent"]),
        percent=Decimal(written["percent"]),
        exact_mg=Decimal(written["exact_mg"]),
        dose_mg=_number(written["dose_mg"]),
        variance_percent=_number(written["variance_percent"]),
        capped=written["capped"],
        infusion=_infusion_from(written.get("infusion")),
        vials=tuple(Vial(Decimal(vial["size_mg"]), vial["count"]) for vial in written.get("vials", ())),
        waste_mg=_number(written.get("waste_mg")),
        plans=tuple(_plan_from(plan) for plan in written.get("plans", ())),
        chosen=written.get("chosen"),
        tie=written.get("tie", False),
        cold_days=written["cold_days"],
        proof=tuple(_step_from(step) for step in written["proof_steps"]),
        effective_level=_number(written["effective_level"]),
        dose_level=_number(written["dose_level"]),
        held=written["held"],
    )


def _plan_from(written: Json) -> TabletPlan:
    return TabletPlan(
        am=_counts_from(written["am"]),
        pm=_counts_from(written["pm"]),
        am_mg=Decimal(written["am_mg"]),
        pm_mg=Decimal(written["pm_mg"]),
        daily_mg=Decimal(written["daily_mg"]),
        variance_percent=Decimal(written["variance_percent"]),
        tablets_per_day=written["tablets_per_day"],
        supply=_counts_from(written["supply"]),
        packs=_counts_from(written["packs"]),
        within_limit=written["within_limit"],
        label_answer=written["label_answer"],
    )


def _counts_from(written: Json) -> dict[Decimal, int]:
    return {Decimal(size): count for size, count in written.items()}


def _infusion_from(written: Json | None) -> InfusionPlan | None:
    if written is None:
        return None
    return InfusionPlan(
        diluent=written["diluent"],
        volume_ml=Decimal(written["volume_ml"]),
        concentration_mg_ml=Decimal(written["concentration_mg_ml"]),
        minutes=written["minutes"],
        convention=written["convention"],
        drug_volume_ml=_number(written["drug_volume_ml"]),
        final_volume_ml=_number(written["final_volume_ml"]),
        status=written["status"],
        note=written["note"],
    )


def _step_from(written: Json) -> ProofStep:
    return ProofStep(
        written["step"],
        written["title"],
        written["formula"],
        dict(written["inputs"]),
        written["result"],
        written["unit"],
        written["shown"],
        written["source"],
    )


def _alert_from(written: Json) -> Alert:
    return Alert(
        code=written["code"],
        severity=written["severity"],
        drug=written["drug"] or "",
        params=dict(written["params"]),
        source=written["source"],
        proposed_percent=_number(written["proposed_percent"]),
        once=cast(Any, written["once"]),
    )
