"""What was done at visits, before a cycle and about tablets, one line each; stored names as they are said."""

import re
from collections.abc import Mapping

from gui.history.scan_words import NAMES as SCAN_NAMES
from gui.history.scan_words import reading_words, scan_words
from records.course.disease import vocabulary
from records.course.release import in_words
from records.reasons import reason_words
from records.values.visits import ATTRIBUTIONS

_GRADE = re.compile(r"(?:^|, )(?:by [^,]*, )?(?:evidence [^,]*, )?grade (\d)", re.ASCII)
_RESULTS = {"done": "done", "not_done": "not done", "not_applicable": "does not apply", "taken_over": "taken over"}
_CAPITALS = {"dpyd": "DPYD", "tsh": "TSH", "t4": "T4", "b": "B", "ecg": "ECG", "hiv": "HIV"}
_TAKEN = {"accept": "proposal accepted", "change": "proposal changed", "decline": "proposal declined"}
#: Stored names whose bare words would not be understood, or that carry a unit.
NAMES = {
    "mg": "mg", "value": "value", "soc": "organ class", "code": "MedDRA code", "ctcae_version": "CTCAE version",
    "for_day": "for the treatment on", "on": "date", "way": "way", "taken": "answer", "rule_ids": "rules",
    "event_ids": "toxicities", "lln": "lower limit of normal", "uln": "upper limit of normal", "dpyd_score":
    "DPYD activity score", "dpyd_status": "DPYD test", "dpyd_date": "DPYD date", "dpyd_variants": "DPYD variants",
    "dpyd_reason": "DPYD not tested because", "ecog": "ECOG", "spo2_percent": "oxygen saturation (%)",
    "temperature_c": "temperature (°C)", "pulse_per_min": "pulse (per minute)", "systolic_mmhg": "systolic (mmHg)",
    "diastolic_mmhg": "diastolic (mmHg)", "weight_kg": "weight (kg)", "strength_mg": "strength (mg)", "packs": "packs",
    "any_event": "any toxicity", "asked_not_present": "asked, not present", "doses_told": "doses as told",
    "events_said": "grades said of toxicities",
    "hold_from": "on hold from", "hold_until": "on hold until", "stop_from": "stopped from", "regimen_sha256":
    "hash of the regimen", "profile_sha256": "hash of the profile", "sha256": "hash", "withdrawn_why": "taken back why",
    "reason_code": "reason", "cause_named_by": "cause named by", "highest_grade": "highest grade",
    "patient_reported": "patient's own report", "new_medicines": "new medicines", "texts": "as typed",
    "extent": "extent of the disease", "surgery": "earlier surgery", "line": "line of treatment",
    "liver_involvement": "tumour in the liver", "first_dose": "first tablets", "start_slot": "first half day",
    "immune": "immune-related", "dose_limiting": "dose-limiting", "criteria": "criteria of seriousness",
}  # fmt: skip


def name_words(name: str) -> str:
    """A stored name as it is said: "birth_date" is birth date, "uln" upper limit of normal."""
    return NAMES.get(name) or SCAN_NAMES.get(name, name.replace("_", " "))


def value_words(name: str, text: str) -> str:
    """A stored value as it is said; codes become words, anything else stays."""
    if name == "attribution":
        return ", ".join(_level(part) for part in text.split(", "))
    if name == "events_said":  # by the number of the event, which says nothing to a reader
        return ", ".join(f"grade {part.rpartition(' ')[2]}" for part in text.split(", "))
    if name in ("reason_code", "why"):
        return reason_words(text)
    if name in ("extent", "line", "surgery", "metastases", "diagnosis_site"):
        return disease_words(name, text)
    if name == "result":
        return _RESULTS.get(text, text)
    if name == "taken":
        return _TAKEN.get(text, text)
    reading = reading_words(name, text)
    if reading is not None:
        return reading
    return text.capitalize() if text.isupper() and len(text) > 4 else text


def disease_words(name: str, text: str) -> str:
    """Codes of the disease at the start of a course, and of its site, as words."""
    known = vocabulary()
    lists = {"extent": known.extents, "line": known.lines, "surgery": known.surgery, "metastases": known.metastases}
    words = lists.get(name, known.sites)
    return (
        ", ".join(words.get(part, part) for part in text.split(", ")) if name == "metastases" else words.get(text, text)
    )


def _level(part: str) -> str:
    suspect, _, level = part.rpartition(" ")
    return f"{suspect} {ATTRIBUTIONS[int(level)]}" if level.isdecimal() and int(level) in ATTRIBUTIONS else part


def last_grade(text: str) -> str:
    """The newest of the grades of an event as the trail keeps them, "" where there is none."""
    found = _GRADE.findall(text)
    return found[-1] if found else ""


def visit_words(action: str, subject: str, values: Mapping[str, str]) -> str | None:
    """One line for an entry about a visit, None for any other."""
    get = values.get
    done = {
        ("open visit", "visit"): _visit(values, "opened"),
        ("keep visit", "visit"): "Half-done visit kept",
        ("complete visit", "visit"): _visit(values, "complete"),
        ("report event", "adverse event"): _event(values, "entered"),
        ("grade event", "adverse event"): f"Toxicity graded anew: grade {last_grade(get('grades', '')) or '?'}",
        ("change event", "adverse event"): _changed(values),
        ("withdraw event", "adverse event"): "Toxicity entered by mistake, taken back",
        ("go ahead", "go ahead"): _go_ahead(values),
        ("withdraw go-ahead", "go ahead"): "Go-ahead taken back",
        ("withdraw decision", "decision"): "Decision taken back",
        ("withdraw dispensed", "dispensed"): "Tablets were not handed out after all",
    }.get((action, subject))
    if done is not None:
        return done
    if subject == "checklist answer" and "item" in values:
        item, result = _item(get("item", "")), get("result", "")
        return f"Checklist of cycle {get('cycle')}: {item}, {_RESULTS.get(result, result)}"
    if subject == "decision" and "drug" in values:
        return f"Cycle {get('cycle')}, {get('drug')}: {_TAKEN.get(get('taken', ''), 'decided')}"
    if subject == "dispensed" and "tablets" in values:
        again = " again" if get("leftover") == "yes" else ""
        return f"Cycle {get('cycle')}: {get('tablets')} × {get('strength_mg')} mg {get('drug')} handed out{again}"
    return _beside(action, subject, values)


def _beside(action: str, subject: str, values: Mapping[str, str]) -> str | None:
    """What a deed changed beside its own row."""
    get = values.get
    if subject == "measurement" and action != "measure" and "value" in values:
        name, _, unit = get("kind", "").partition("_")
        return f"{name.capitalize()} {get('value')} {unit}, {get('on')}"
    if subject == "patient" and action == "complete visit":
        return f"Patient changed at the visit: {', '.join(name_words(name) for name in values)}"
    if subject == "print" and "revision" not in values and "print" not in action:
        return "Printed calendar became void"
    if subject == "administration":
        if "given_mg" in values:
            if get("given_mg") == "0":
                return f"{get('drug')} not given, cycle {get('cycle')} day {get('cycle_day')}"
            return f"{get('drug')} {get('given_mg')} mg given, cycle {get('cycle')} day {get('cycle_day')}"
        return "Record of a dose given, taken back"
    if subject == "signature" and "meaning" in values:
        return _signature(values)
    if action == "restart drug":
        if subject == "hold":
            return f"Hold ends on {get('end')}, restarted" if "end" in values else "Hold ends with the restart"
        return f"{get('drug', 'drug')} restarted from {get('from_day')}" if "from_day" in values else None
    return scan_words(action, subject, values)


def _signature(values: Mapping[str, str]) -> str:
    """A signature beneath an order; of a check that differed only the names of the fields."""
    meaning = values.get("meaning", "")
    if meaning == "verify":
        if values.get("outcome") == "equal":
            return "Second check: equal, signed as verified"
        return f"Second check: differs: {in_words(values.get('differs', '').split(', '))}"
    return {"raise": "Raised dose agreed to", "prepare": "Signed as prepared"}.get(meaning, f"Signature: {meaning}")


def _item(ident: str) -> str:
    """An item of the checklist by its id: "inhibitor-free-t4" is inhibitor free T4."""
    words = ident.replace("-", " ").replace("_", " ").split()
    return " ".join(_CAPITALS.get(word, word) for word in words)


def _visit(values: Mapping[str, str], state: str) -> str:
    where = f", cycle {values['cycle']} day {values['cycle_day']}" if {"cycle", "cycle_day"} <= values.keys() else ""
    return f"Visit of {values['on']}{where} {state}" if "on" in values else f"Visit {state}"


def _event(values: Mapping[str, str], state: str) -> str:
    grade = last_grade(values.get("grades", ""))
    return f"Toxicity {state}: {values.get('term', '')}{f' grade {grade}' if grade else ''} from {values.get('start')}"


def _changed(values: Mapping[str, str]) -> str:
    if values.get("end"):
        return f"Toxicity gone on {values['end']}"
    return f"Toxicity changed: {', '.join(name_words(name) for name in values)}"


def _go_ahead(values: Mapping[str, str]) -> str:
    way = {"telephone": "by telephone", "person": "in person"}.get(values.get("way", ""), "")
    return f"Go-ahead for cycle {values.get('cycle')} day {values.get('cycle_day')}, {way}".rstrip(", ")
