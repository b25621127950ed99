"""The reason of a grade in sentences a nurse can check with the report in hand."""

from regimen.grading.lab_rules import Bound, Rule, Step
from regimen.grading.measures import Measure
from regimen.grading.scale_reading import LIMIT_NAMES, Combined, Figures, Reading
from regimen.numbers import as_typed, plain

_HOLDS = {"<": "below", "<=": "at or below", ">": "above", ">=": "at or above"}
_HOLDS_NOT = {"<": "not below", "<=": "above", ">": "not above", ">=": "below"}
_SHORT = {"lln": "LLN", "uln": "ULN", "baseline": "baseline", "uln-or-baseline": "the higher of ULN and baseline"}
_ASKED = {
    "above": "Give the upper limit of normal: was the baseline above it?",
    "above_five": "Give the upper limit of normal: was the baseline above 5 times of it?",
    "below": "Give the lower limit of normal: was the baseline below it?",
    "anticoagulant": "Is the patient on an anticoagulant? Then multiples of the baseline count, else the plain limits.",
}


def unit_words(measure: Measure, written: str, rule: Rule | None = None) -> str:
    """Why a unit cannot be graded in."""
    units = measure.units
    if rule is not None:
        fitting = [scale for scale in rule.scales if not scale.analytes or measure.name in scale.analytes]
        units = tuple(dict.fromkeys(unit for scale in fitting for unit in scale.units))
    accepted = " or ".join(units)
    if not written.strip():
        return f"The unit is missing; {measure.title} is graded in {accepted}."
    return f'{measure.title} is not graded in "{written.strip()[:20]}"; give the value as reported in {accepted}.'


def missing_words(combined: Combined, readings: tuple[Reading, ...]) -> str:
    """Why no grade can be given: which limit is missing, and what is certain all the same."""
    names = " and the ".join(LIMIT_NAMES[name] for name in sorted(combined.missing))
    sure = [min(reading.grades) for reading in readings if reading.grades]
    least = max(sure, default=0)
    so_far = f" It is at least grade {least}." if least else ""
    asked = " ".join(_ASKED[key] for key in combined.unknown)
    return f"The {names} is missing, and without it no grade can be given.{so_far} {asked}".strip()


def _with_unit(number: str, figures: Figures) -> str:
    """A pH and a ratio have no unit to write."""
    return number if figures.unit in {"pH", "ratio"} else f"{number} {figures.unit}"


def _bound_words(bound: Bound, figures: Figures) -> str:
    number = figures.at(bound)
    shown = "" if number is None else plain(number)
    if not bound.reference:
        return _with_unit(shown, figures)
    alone = bound.reference == "uln-or-baseline" and figures.baseline is None
    name = _SHORT["uln" if alone else bound.reference]
    words = name if bound.factor == 1 else f"{plain(bound.factor)} x {name}"
    if bound.offset:
        words += f" {'-' if bound.offset < 0 else '+'} {plain(abs(bound.offset))}"
    if bound.least is not None:
        words = f"the higher of {words} and {plain(bound.least)}"
    return f"{words} ({_with_unit(shown, figures)})" if shown else words


def _step_words(step: Step, figures: Figures, held: bool) -> str:
    return f"{(_HOLDS if held else _HOLDS_NOT)[step.op]} {_bound_words(step.bound, figures)}"


def _reading_words(reading: Reading) -> str:
    figures, steps, place = reading.figures, reading.scale.steps, reading.step
    parts = []
    if place is not None:
        parts.append(_step_words(steps[place], figures, held=True))
    following = 0 if place is None else place + 1
    if following < len(steps):
        parts.append(_step_words(steps[following], figures, held=False))
    return f"{_with_unit(as_typed(figures.value), figures)} is {' and '.join(parts)}"


def why_words(counting: tuple[Reading, ...], candidates: tuple[int, ...]) -> str:
    """Where the value stands in the scale that gave the grade."""
    deciding = next((one for one in counting if max(one.grades) == candidates[-1]), counting[0])
    grades = " or ".join(str(grade) for grade in candidates)
    words = f"{_reading_words(deciding)}: grade {grades}."
    figures = deciding.figures
    low = deciding.scale.steps[0].op[0] == "<"
    limit = figures.lln if low else figures.uln
    inside = limit is not None and (figures.value >= limit if low else figures.value <= limit)
    if deciding.scale.by == "limit" and candidates[-1] and inside:
        words += " It lies inside the laboratory's own limits; the number in the text counts."
    return words


def baseline_words(given: Figures, readings: tuple[Reading, ...]) -> str:
    """For terms that hang on the baseline: which scale was used and what the other says, or that none is known."""
    whens = {reading.scale.when for reading in readings}
    if "baseline-normal" not in whens:
        unseen = whens & {"baseline-known", "baseline-low", "anticoagulant"} or any(
            step.bound.reference == "uln-or-baseline" for reading in readings for step in reading.scale.steps
        )
        asked = unseen and given.baseline is None
        return "No baseline is known, so nothing was compared with it." if asked else ""
    if given.baseline is None:
        return "No baseline is known; it was taken as normal, so multiples of the upper limit count."
    if given.uln is None:
        return ""
    shown = f"The baseline {_with_unit(as_typed(given.baseline), given)} is"
    if given.baseline <= given.uln:
        return f"{shown} not above the upper limit of normal, so multiples of that limit count."
    other = next((one for one in readings if one.scale.when == "baseline-normal" and one.grades), None)
    would = f" (they would give grade {max(other.grades)})" if other else ""
    return f"{shown} above the upper limit of normal, so its multiples count and not those of the limit{would}."


def open_words(rule: Rule, combined: Combined, counting: tuple[Reading, ...]) -> str:
    """What to ask where the number allows several grades."""
    words = [_ASKED[key] for key in combined.unknown]
    open_steps = [one.scale.steps[one.step] for one in counting if one.step is not None and len(one.grades) > 1]
    if len(combined.grades) > 1:
        if any(step.gap for step in open_steps):
            words.append(
                "The text's ranges are written in whole numbers and leave this value out; say how the site rounds."
            )
        if any(not step.gap for step in open_steps):
            words.append(rule.ask)
    return " ".join(words)
