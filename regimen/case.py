"""A case as JSON gives it, read strictly. Every refusal comes at once. `write_case` writes it back."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from regimen.case_writing import EVENT_WORDS, REACHED, REACHED_WORD, STEROID, YES_NO, write_case
from regimen.errors import Refusal, Refused
from regimen.fields import Fields, read_day, read_decimal
from regimen.given import (
    Basis,
    Case,
    Creatinine,
    CreatinineUnit,
    Delay,
    Dpyd,
    Event,
    Half,
    Hold,
    Lab,
    PastCycle,
    Patient,
    Previous,
    Sex,
    Shift,
    Site,
)
from regimen.kept_weight import refusals as kept_weight_refusals
from regimen.numbers import as_typed
from regimen.policy import read_policy
from regimen.supportive_json import read_supportive

__all__ = ("CASE_KEYS", "read_case", "write_case")

CASE_KEYS = (
    "regimen", "options", "practice", "policy", "site", "patient", "basis", "labs", "previous", "medicines",
    "starting_percent", "dose_percent", "dose_level", "chosen_plan", "cycle", "day1", "delays", "holds", "stopped",
    "revision", "events", "history", "liver_involvement", "supportive",
)  # fmt: skip
# Several spellings of one unit reach us from laboratories; each pair is exactly the same unit.
_CREATININE_UNITS = {"mg/dL": "mg/dL", "umol/L": "umol/L", "\u00b5mol/L": "umol/L", "\u03bcmol/L": "umol/L"}
_DPYD_SCORES = tuple(Decimal(score) for score in ("0", "0.5", "1", "1.5", "2"))
_SOME_DAY = date(2000, 1, 1)  # stands where a refused date was, so that reading goes on to the next reason


def read_case(given: object) -> Case:
    """The case an object from JSON describes (numbers as text, int or Decimal).

    raises  Refused with every reason: unknown or missing keys, text that is no plain number, wrong units, no such day
    """
    refusals: list[Refusal] = []
    top = Fields(given, "", refusals, CASE_KEYS)
    top.required("regimen", "patient", "basis", "day1")
    day1 = top.day("day1") or _SOME_DAY
    case = Case(
        regimen=top.text("regimen"),
        patient=_patient(top, day1),
        basis=_basis(top),
        day1=day1,
        cycle=top.whole("cycle", 1, 200) or 1,
        practice=top.text("practice", "us"),
        options={name: str(choice) for name, choice in top.mapping("options", _choice).items()},
        policy=read_policy(top.raw("policy") if top.has("policy") else {}, "policy", refusals),
        site=_site(top),
        labs=top.mapping("labs", _lab),
        previous=_previous(top),
        starting_percent=top.mapping("starting_percent", _percent),
        dose_percent=top.mapping("dose_percent", _percent),
        dose_level=top.mapping("dose_level", _level),
        chosen_plan=top.mapping("chosen_plan", _index),
        delays=tuple(_delay(entry, f"delays[{i}]", refusals) for i, entry in enumerate(top.entries("delays"))),
        holds=tuple(_hold(entry, f"holds[{i}]", refusals) for i, entry in enumerate(top.entries("holds"))),
        stopped=top.mapping("stopped", read_day),
        revision=top.whole("revision", 1, 10_000) or 1,
        events=tuple(_event(entry, f"events[{i}]", refusals) for i, entry in enumerate(top.entries("events"))),
        history=_history(top),
        liver_involvement=top.boolean("liver_involvement"),
        left_out=tuple(key for key in ("practice", "cycle") if not top.has(key)),
        supportive=read_supportive(top.raw("supportive"), "supportive", refusals) if top.has("supportive") else None,
        **_medicines(top),
    )
    for drug in sorted(case.dose_percent.keys() & case.dose_level.keys()):
        top.refuse(f"dose_level.{drug}", "is given together with dose_percent; give one of the two")
    refusals += kept_weight_refusals(case)
    if refusals:
        raise Refused(_unique(refusals))
    return case


def _unique(refusals: list[Refusal]) -> list[Refusal]:
    return list(dict.fromkeys(refusals))


def _choice(given: object, field: str, refusals: list[Refusal]) -> str | None:
    if isinstance(given, str) and given:
        return given
    refusals.append(Refusal(field, f"{field} must be the name of a choice."))
    return None


def _percent(given: object, field: str, refusals: list[Refusal]) -> Decimal | None:
    return read_decimal(given, field, refusals, above=0, most=100)


def _level(given: object, field: str, refusals: list[Refusal]) -> Decimal | None:
    return read_decimal(given, field, refusals, above=0, most=100_000)


def _amount(given: object, field: str, refusals: list[Refusal]) -> Decimal | None:
    return read_decimal(given, field, refusals, least=0, most=1_000_000)


def _index(given: object, field: str, refusals: list[Refusal]) -> int | None:
    value = read_decimal(given, field, refusals, least=0, most=10_000)
    if value is not None and value != value.to_integral_value():
        refusals.append(Refusal(field, f"{field} must be a whole number."))
        return None
    return None if value is None else int(value)


def _patient(top: Fields, day1: date) -> Patient:
    got = top.inner("patient", ("sex", "birth_date", "name", "identifiers", "allergies", "reactions"))
    if top.has("patient"):
        got.required("sex", "birth_date")
    birth = got.day("birth_date") or _SOME_DAY
    if got.has("birth_date") and top.has("day1") and birth > day1:
        got.refuse("birth_date", "is after day 1")
    return Patient(
        sex=cast(Sex, got.choice("sex", ("female", "male"), "female")),
        birth_date=birth,
        name=got.text("name"),
        identifiers=got.texts("identifiers"),
        allergies=got.texts("allergies"),
        reactions=got.texts("reactions"),
    )


def _basis(top: Fields) -> Basis:
    got = top.inner(
        "basis",
        ("height_cm", "weight_kg", "height_date", "weight_date", "creatinine", "dpyd", "dpyd_activity_score",
         "confirmed", "kept_weight_kg"),
    )  # fmt: skip
    if top.has("basis"):
        got.required("height_cm", "weight_kg")
    return Basis(
        height_cm=got.decimal("height_cm", above=0, most=100_000) or Decimal(1),
        weight_kg=got.decimal("weight_kg", above=0, most=1_000_000) or Decimal(1),
        height_date=got.day("height_date"),
        weight_date=got.day("weight_date"),
        creatinine=_creatinine(got),
        dpyd=_dpyd(got),
        confirmed=frozenset(got.texts("confirmed")),
        kept_weight_kg=got.decimal("kept_weight_kg", above=0, most=1_000_000),
    )


def _creatinine(basis: Fields) -> Creatinine | None:
    if not basis.has("creatinine"):
        return None
    got = basis.inner("creatinine", ("value", "unit", "date"))
    got.required("value", "unit")
    value = got.decimal("value", above=0, most=100_000)
    unit = got.choice("unit", tuple(_CREATININE_UNITS), "")
    if value is None or not unit:
        return None
    return Creatinine(value, cast(CreatinineUnit, _CREATININE_UNITS[unit]), got.day("date"))


def _dpyd(basis: Fields) -> Dpyd:
    got = basis.inner("dpyd", ("status", "variants", "reason", "date", "activity_score"))
    variants = got.texts("variants")
    if got.has("variants") and len(variants) != 2:
        got.refuse("variants", "must be two alleles, for instance reference and c.1905+1G>A")
    scores = [_score(where, key) for where, key in ((basis, "dpyd_activity_score"), (got, "activity_score"))]
    known = {score for score in scores if score is not None}
    if len(known) > 1:
        basis.refuse("dpyd.activity_score", "contradicts dpyd_activity_score")
    has_result = bool(known) or len(variants) == 2
    status = got.choice("status", ("done", "pending", "not_tested"), "done" if has_result else "not_tested")
    if has_result and status != "done":
        got.refuse("status", f"is {status}, but a result is given")
    if status == "done" and not has_result:
        got.refuse("status", "is done; the activity score or the two variants are missing")
    return Dpyd(
        activity_score=min(known) if known else None,
        variants=(variants[0], variants[1]) if len(variants) == 2 else None,
        status=cast(Any, status),
        not_tested_reason=got.text("reason"),
        date=got.day("date"),
    )


def _score(got: Fields, key: str) -> Decimal | None:
    score = got.decimal(key)
    if score is not None and score not in _DPYD_SCORES:
        got.refuse(key, f"is {score}; an activity score is 0, 0.5, 1, 1.5 or 2")
        return None
    return score


def _lab(given: object, field: str, refusals: list[Refusal]) -> Lab | None:
    got = Fields(given, field, refusals, ("value", "unit", "lln", "uln", "baseline", "date"))
    got.required("value", "unit")
    value = got.decimal("value", least=0, most=100_000_000)
    limits = {key: got.decimal(key, least=0, most=100_000_000) for key in ("lln", "uln", "baseline")}
    lln, uln = limits["lln"], limits["uln"]
    if lln is not None and uln is not None and lln > uln:
        got.refuse("lln", "is above uln")
    if value is None:
        return None
    return Lab(value, got.text("unit"), lln, uln, limits["baseline"], got.day("date"))


def _previous(top: Fields) -> Previous | None:
    if not top.has("previous"):
        return None
    got = top.inner("previous", ("weight_kg", "height_cm", "doses_mg", "exact_mg", "cumulative", "last_day1"))
    return Previous(
        weight_kg=got.decimal("weight_kg", least=10, most=500),
        height_cm=got.decimal("height_cm", least=50, most=300),
        doses_mg=got.mapping("doses_mg", _amount),
        exact_mg=got.mapping("exact_mg", _amount),
        cumulative=got.mapping("cumulative", _amount),
        last_day1=got.day("last_day1"),
    )


def _site(top: Fields) -> Site | None:
    if not top.has("site"):
        return None
    got = top.inner("site", ("country", "region", "closing_days"))
    got.required("country")
    days = (read_day(day, f"site.closing_days[{i}]", top.refusals) for i, day in enumerate(got.entries("closing_days")))
    return Site(got.text("country"), got.text("region") or None, tuple(day for day in days if day is not None))


def _medicines(top: Fields) -> dict[str, Any]:
    names: list[str] = []
    ended: dict[str, date] = {}
    told: dict[str, date | None] = {}
    for i, entry in enumerate(top.entries("medicines")):
        place = f"medicines[{i}]"
        if isinstance(entry, Mapping):
            got = Fields(entry, place, top.refusals, ("name", "last_taken"))
            got.required("name")
            name = got.text("name")
            last = got.day("last_taken")
            if last is not None:
                ended[name] = last
        else:
            name, last = Fields({"name": entry}, place, top.refusals, ("name",)).text("name"), None
        if name and told.setdefault(name, last) != last:
            top.refuse(f"medicines[{i}]", f"names {name} again with another day it was last taken")
        if name:
            names.append(name)
    return {"medicines": tuple(names), "medicine_ended": ended}


def _delay(given: object, field: str, refusals: list[Refusal]) -> Delay:
    got = Fields(given, field, refusals, ("cycle", "days", "reason", "shift"))
    got.required("cycle", "days", "reason")
    shift = got.choice("shift", ("all", "this"), "all")
    return Delay(
        got.whole("cycle", 1, 200) or 1, got.whole("days", 0, 365) or 0, got.text("reason"), cast(Shift, shift)
    )


def _hold(given: object, field: str, refusals: list[Refusal]) -> Hold:
    got = Fields(given, field, refusals, ("drug", "from", "from_slot", "to", "to_slot", "reason"))
    got.required("drug", "from", "reason")
    start, end = got.day("from") or _SOME_DAY, got.day("to")
    first = cast(Half, got.choice("from_slot", ("am", "pm"), "am"))
    last = cast(Half, got.choice("to_slot", ("am", "pm"), "pm"))
    if end is not None and got.has("from") and (end, last) < (start, first):
        got.refuse("to", "is before from")
    if end is None and got.has("to_slot"):
        got.refuse("to_slot", "needs the day in to")
    return Hold(got.text("drug"), start, end, got.text("reason"), first, last)


def _event(given: object, field: str, refusals: list[Refusal]) -> Event:
    known = ("term", "grade", "date", "resolved", "attributed_to", *YES_NO, *EVENT_WORDS, STEROID, *REACHED)
    got = Fields(given, field, refusals, known)
    got.required("term", "grade", "date")
    start, resolved = got.day("date") or _SOME_DAY, got.day("resolved")
    if resolved is not None and got.has("date") and resolved < start:
        got.refuse("resolved", "is before date")
    grade = got.whole("grade", 0, 5) or 0
    return Event(got.text("term"), grade, start, resolved, got.texts("attributed_to"), _event_answers(got))


def _event_answers(got: Fields) -> dict[str, str]:
    """What a person said about an event; what was not said is left out."""
    said = {name: "yes" if got.boolean(name) else "no" for name in YES_NO if got.boolean(name) is not None}
    said |= {name: got.choice(name, words, "") for name, words in EVENT_WORDS.items() if got.has(name)}
    steroid = got.decimal(STEROID, least=0, most=10_000)
    if steroid is not None:
        said[STEROID] = as_typed(steroid)
    for key, word in REACHED.items():
        said |= {REACHED_WORD + until: word for until in got.texts(key)}
    return said


def _history(top: Fields) -> tuple[PastCycle, ...]:
    past: list[PastCycle] = []
    for i, entry in enumerate(top.entries("history")):
        got = Fields(entry, f"history[{i}]", top.refusals, ("cycle", "dose_percent", "day1", "starting_percent"))
        got.required("cycle")
        cycle = got.whole("cycle", 1, 200)
        if any(one.cycle == cycle for one in past):
            got.refuse("cycle", "names a cycle again that stands there already")
        past.append(
            PastCycle(
                cycle or 1,
                got.mapping("dose_percent", _past_percent),
                got.day("day1"),
                got.mapping("starting_percent", _percent),
            )
        )
    return tuple(past)


def _past_percent(given: object, field: str, refusals: list[Refusal]) -> Decimal | None:
    return read_decimal(given, field, refusals, least=0, most=100)
