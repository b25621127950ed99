"""A course for one rule, made from what the rule itself says, so that every shipped rule can be seen to fire."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import product
from typing import Any

from regimen.advice.names import grades_of, term_of
from regimen.definition import ChangeRule, Regimen
from regimen.reader_rules import OTHER_HELD
from tests.regimen.advice.course_cases import course_json, event

D = Decimal
ULN = D(100)
UNITS = {"bilirubin": "umol/L", "creatinine": "umol/L", "neutrophils": "10^9/L", "platelets": "10^9/L"}
SAID = {
    "painful", "functional_impairment", "lasts_to_next_cycle", "needs_systemic_immunosuppression", "pattern",
    "certainty",
}  # fmt: skip
CYCLE, FIRST_CYCLE_DAYS = 4, 3


def course_for(rule: ChangeRule, regimen: Regimen, drug: str) -> dict[str, Any]:
    """A course in which the rule holds for the drug, laid to it unless the rule is for an open cause."""
    condition = rule.condition
    case = course_json(regimen.id)
    case |= {"options": options_for(regimen, drug), "practice": (rule.practices or ("us",))[0], "cycle": CYCLE}
    if "liver_involvement" in condition:
        case["liver_involvement"] = condition["liver_involvement"] == "yes"
    if "delay_days_above" in condition:
        days = int(condition["delay_days_above"]) + 1
        case["delays"] = [{"cycle": CYCLE, "days": days, "reason": "other"}]
    if "within_days_of_start" in condition:
        case["cycle"] = 1
    if OTHER_HELD in condition:
        other = next(name for name in rule.drugs if name != drug)
        held = {"oxaliplatin": "Febrile neutropenia", "capecitabine": "Fatigue"}[other]
        return {**case, "events": [event(held, 3, -3, None, other)]}
    laid = () if rule.undecided_only else (drug,)
    if "analyte" in condition:
        case["labs"] = labs_for(condition)
        case["events"] = [event(rule.terms[0], 1, -20, None, *laid)]
    elif rule.grades or rule.terms or condition.keys() & {"weeks_without_recovery_above"}:
        case["events"] = events_for(rule, laid)
    return case


def options_for(regimen: Regimen, drug: str) -> dict[str, str]:
    """The first choices of the file with which the drug is given."""
    asked = [[(option.id, choice.id) for choice in option.choices] for option in regimen.options]
    for chosen in product(*asked):
        options = dict(chosen)
        asks = {option.id for option in regimen.options_of(options)}
        options = {name: choice for name, choice in options.items() if name in asks}
        if drug in {one.name for one in regimen.drugs_of(CYCLE, options)}:
            return options
    raise AssertionError(f"{regimen.id} never gives {drug}")


def labs_for(condition: Mapping[str, str]) -> dict[str, Any]:
    """One value inside every range of a condition."""
    name = "alt" if condition["analyte"] == "alt_or_ast" else condition["analyte"]
    unit = condition.get("unit") or UNITS.get(name, "U/L")
    baseline = _inside(condition, "baseline_times_uln") * ULN
    if {"value_below", "value_at_least", "value_above"} & condition.keys():
        below, above = condition.get("value_below"), condition.get("value_above")
        value = D(below) / 2 if below else D(above) + D("0.01") if above else D(condition["value_at_least"])
        return {name: {"value": str(value), "unit": unit}}
    value = _inside(condition, "times_uln") * ULN
    if "times_baseline_above" in condition:
        value = max(value, (D(condition["times_baseline_above"]) + 1) * baseline)
    if "rise_percent_at_least" in condition:
        value = baseline * (1 + D(condition["rise_percent_at_least"]) / 100)
    return {name: {"value": str(value), "unit": unit, "uln": str(ULN), "baseline": str(baseline)}}


def _inside(condition: Mapping[str, str], word: str) -> Decimal:
    """The highest value of a range that is closed above; else a little more than its lower end."""
    if f"{word}_up_to" in condition:
        return D(condition[f"{word}_up_to"])
    return D(condition.get(f"{word}_above", "1")) + D("0.5")


def events_for(rule: ChangeRule, laid: tuple[str, ...]) -> list[dict[str, Any]]:
    """As many episodes as the rule counts, ten days each, the last one still going on."""
    condition = rule.condition
    term = next(
        name for name in (rule.terms or ("Fatigue", "Mucositis oral", "Uveitis"))
        if term_of(name) and _has(name, rule.grades or (2,))
    )  # fmt: skip
    grade = next(grade for grade in rule.grades or (2,) if _has(term, (grade,)))
    said: dict[str, Any] = {word: _said(condition[word]) for word in SAID & condition.keys()}
    if "steroid_mg_day_above" in condition:
        said["steroid_mg_day"] = str(D(condition["steroid_mg_day_above"]) + 1)
    start, gone = -10, None
    for word in {"weeks_without_recovery_above", "weeks_since_start_above"} & condition.keys():
        start = -7 * int(condition[word]) - 1
    if condition.get("gone") == "yes":
        gone, said = -2, {**said, "not_reached": [rule.until]}
    if "within_days_of_start" in condition:
        start = FIRST_CYCLE_DAYS
    times = max(rule.occurrence or 1, 2 if condition.get("recurrent") == "yes" else 1)
    earlier = [event(term, grade, start - 20 * n, start - 20 * n + 10, *laid, **said) for n in range(1, times)]
    return [*earlier, event(term, grade, start, gone, *laid, **said)]


def _said(word: str) -> Any:
    return {"yes": True, "no": False}.get(word, word)


def _has(term: str, grades: tuple[int, ...]) -> bool:
    return bool({str(grade) for grade in grades} & grades_of(term))
