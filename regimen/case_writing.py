"""A case written as the JSON object `regimen.case` reads, for snapshots and for other programs."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from regimen.given import Basis, Case, Event, Hold, Lab, PastCycle, Patient
from regimen.numbers import as_typed
from regimen.policy import write_policy
from regimen.supportive_json import write_supportive

# What a person may say about an event, beside its term, grade and dates (`Event.answers`).
YES_NO = ("painful", "functional_impairment", "lasts_to_next_cycle", "needs_systemic_immunosuppression")
EVENT_WORDS: Mapping[str, tuple[str, ...]] = {
    "pattern": ("transient", "persistent"),
    "certainty": ("suspected", "confirmed"),
}
STEROID = "steroid_mg_day"
# What a hold waits for, as the rule says it, that a person has said is reached, or is not: lists of texts.
REACHED: Mapping[str, str] = {"reached": "yes", "not_reached": "no"}
REACHED_WORD = "reached: "


def write_case(case: Case) -> dict[str, Any]:
    """The case as JSON; `read_case` of it gives the same case."""
    written: dict[str, Any] = {
        "regimen": case.regimen,
        "options": dict(case.options),
        "policy": write_policy(case.policy),
        "patient": _written_patient(case.patient),
        "basis": _written_basis(case.basis),
        "labs": {name: _written_lab(lab) for name, lab in case.labs.items()},
        "medicines": [_written_medicine(name, case.medicine_ended) for name in case.medicines],
        "starting_percent": _typed(case.starting_percent),
        "dose_percent": _typed(case.dose_percent),
        "dose_level": _typed(case.dose_level),
        "chosen_plan": dict(case.chosen_plan),
        "day1": case.day1.isoformat(),
        "delays": [_json_of(d, cycle="cycle", days="days", reason="reason", shift="shift") for d in case.delays],
        "holds": [_written_hold(hold) for hold in case.holds],
        "stopped": {drug: day.isoformat() for drug, day in case.stopped.items()},
        "revision": case.revision,
        "events": [_written_event(event) for event in case.events],
        "history": [_written_past(past) for past in case.history],
        "liver_involvement": case.liver_involvement,
    }
    for key in ("practice", "cycle"):
        if key not in case.left_out:
            written[key] = getattr(case, key)
    if case.supportive is not None:
        written["supportive"] = write_supportive(case.supportive)
    if case.site is not None:
        written["site"] = _json_of(case.site, country="country", region="region", closing_days="closing_days")
    if case.previous is not None:
        written["previous"] = _json_of(
            case.previous, weight_kg="weight_kg", height_cm="height_cm", doses_mg="doses_mg", exact_mg="exact_mg",
            cumulative="cumulative", last_day1="last_day1",
        )  # fmt: skip
    return written


def _json(value: object) -> Any:
    if isinstance(value, Decimal):
        return as_typed(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _json(entry) for key, entry in value.items()}
    if isinstance(value, tuple):
        return [_json(entry) for entry in value]
    return value


def _json_of(value: object, /, **names: str) -> dict[str, Any]:
    """Attributes of a value as JSON: attribute -> key."""
    return {key: _json(getattr(value, attribute)) for attribute, key in names.items()}


def _typed(amounts: Mapping[str, Decimal]) -> dict[str, str]:
    return {drug: as_typed(amount) for drug, amount in amounts.items()}


def _written_patient(patient: Patient) -> dict[str, Any]:
    return _json_of(
        patient, sex="sex", birth_date="birth_date", name="name", identifiers="identifiers", allergies="allergies",
        reactions="reactions",
    )  # fmt: skip


def _written_basis(basis: Basis) -> dict[str, Any]:
    written = _json_of(
        basis, height_cm="height_cm", weight_kg="weight_kg", height_date="height_date", weight_date="weight_date"
    )
    written["confirmed"] = sorted(basis.confirmed)
    if basis.kept_weight_kg is not None:
        written["kept_weight_kg"] = as_typed(basis.kept_weight_kg)
    if basis.creatinine is not None:
        written["creatinine"] = _json_of(basis.creatinine, value="value", unit="unit", date="date")
    written["dpyd"] = _json_of(
        basis.dpyd, status="status", variants="variants", not_tested_reason="reason", date="date",
        activity_score="activity_score",
    )  # fmt: skip
    return written


def _written_hold(hold: Hold) -> dict[str, Any]:
    """Half days only where they are not the ends of whole days."""
    written = _json_of(hold, drug="drug", start="from", end="to", reason="reason")
    written |= {"from_slot": hold.start_half} if hold.start_half != "am" else {}
    return written | ({"to_slot": hold.end_half} if hold.end_half != "pm" else {})


def _written_event(event: Event) -> dict[str, Any]:
    written = _json_of(
        event, term="term", grade="grade", date="date", resolved="resolved", attributed_to="attributed_to"
    )
    for name, said in event.answers.items():
        if name.startswith(REACHED_WORD):
            key = next(key for key, word in REACHED.items() if word == said)
            written.setdefault(key, []).append(name.removeprefix(REACHED_WORD))
        else:
            written[name] = said == "yes" if name in YES_NO else said
    return written


def _written_past(past: PastCycle) -> dict[str, Any]:
    return _json_of(past, cycle="cycle", dose_percent="dose_percent", day1="day1", starting_percent="starting_percent")


def _written_lab(lab: Lab) -> dict[str, Any]:
    return _json_of(lab, value="value", unit="unit", lln="lln", uln="uln", baseline="baseline", date="date")


def _written_medicine(name: str, ended: Mapping[str, date]) -> str | dict[str, str]:
    return {"name": name, "last_taken": ended[name].isoformat()} if name in ended else name
