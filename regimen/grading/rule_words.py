"""The steps of a rule in words, for the list of grades where nobody has written a sentence (v6.0)."""

from regimen.grading.lab_rules import Bound, Rule, Scale
from regimen.numbers import plain

_BEGIN = {"<": "below", "<=": "at or below", ">": "above", ">=": "from"}
_NAMES = {"lln": "LLN", "uln": "ULN", "baseline": "baseline", "uln-or-baseline": "ULN and baseline"}
_WHEN = {
    "baseline-normal": "baseline normal",
    "baseline-abnormal": "baseline abnormal",
    "baseline-high": "baseline above ULN",
    "baseline-very-high": "baseline above 5 x ULN",
    "baseline-low": "baseline below LLN",
    "anticoagulant": "on an anticoagulant",
}


def rule_words(rule: Rule, grade: int) -> str:
    """What number gives this grade, for instance "Below 1.0 to 0.5 10^9/L."; "" where no number does."""
    parts = dict.fromkeys(words for scale in rule.scales if (words := _scale_words(scale, grade)))
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _scale_words(scale: Scale, grade: int) -> str:
    places = [place for place, step in enumerate(scale.steps) if grade in step.grades and not step.gap]
    if not places:
        return ""
    first, last = scale.steps[places[0]], places[-1] + 1
    words = f"{_BEGIN[first.op]} {_bound(first.bound)}"
    if last < len(scale.steps):
        words += f" to {_bound(scale.steps[last].bound)}"
    words += f" {scale.units[0]}" if scale.units else ""
    words += (
        "" if all(len(scale.steps[place].grades) == 1 for place in places) else ", where the answer to a question fits"
    )
    when = _WHEN.get(scale.when)
    return f"{words} ({when})" if when else words


def _bound(bound: Bound) -> str:
    if not bound.reference:
        return plain(bound.factor)
    name = _NAMES[bound.reference]
    words = name if bound.factor == 1 else f"{plain(bound.factor)} x {name}"
    if bound.offset:
        words += f" {'-' if bound.offset < 0 else '+'} {plain(abs(bound.offset))}"
    return words if bound.least is None else f"the higher of {words} and {plain(bound.least)}"
