"""A grade from a number: value, unit, limits of normal and baseline in, grade with its reason out.

Conventions: a range includes the end that is not marked < or >; a semicolon of the text means or, and the highest
grade counts; a baseline is abnormal above the upper limit in force; a value is graded in the unit reported; where the
number allows several grades all are named, the highest is offered, and a person confirms.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from regimen.analytes import analytes
from regimen.errors import Refusal, Refused, refuse
from regimen.grading.lab_rules import LabRules, Rule, Scale, lab_rules
from regimen.grading.lab_words import baseline_words, missing_words, open_words, unit_words, why_words
from regimen.grading.measures import Measure, measures
from regimen.grading.scale_reading import EXACT, Combined, Figures, Reading, combine, read_scale, scales_for
from regimen.grading.terms import VERSIONS, Term, by_name
from regimen.numbers import decimals


@dataclass(frozen=True, slots=True)
class LabResult:
    """One number to grade. Limits and baseline are in `unit`; term or analyte may be empty when the other decides."""

    term: str
    analyte: str
    value: Decimal
    unit: str
    lln: Decimal | None = None
    uln: Decimal | None = None
    baseline: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ShownReading:
    """One way to read the number, for terms that hang on the baseline.

    by        limit, uln, lln or baseline
    multiple  value over that limit, to three decimals, for reading only; "" where there is none
    grades    what this way alone would give; empty where a limit is missing
    used      whether it counted; None where a person has to say
    """

    by: str
    multiple: str
    grades: tuple[int, ...]
    used: bool | None


@dataclass(frozen=True, slots=True)
class LabGrade:
    """The answer.

    term        None where the analyte alone decides no term
    grade       None where no grade can be given; with several candidates the highest, until a person confirms
    candidates  every grade the number allows, rising
    why         the reason in sentences, with what to ask
    also        what beside the number decides the grade
    """

    term: Term | None
    grade: int | None
    candidates: tuple[int, ...]
    confirm: bool
    why: str
    also: str = ""
    readings: tuple[ShownReading, ...] = ()


def grade_lab(result: LabResult, version: str) -> LabGrade:
    """Grade one result by CTCAE "5.0" or "6.0". raises Refused: a term or analyte that is not known."""
    rules = lab_rules(version)
    measure = _measure(result.analyte) if result.analyte else None
    if not result.term:
        if measure is None:
            raise refuse("term", "term or analyte must be given.")
        return _by_measure(rules, measure, result)
    name = rules.formerly.get(result.term.strip().lower(), result.term.strip())
    term = by_name(version).get(name.lower())
    if term is None and measure is None and result.term.strip().lower() in measures().by_word:
        return _by_measure(rules, _measure(result.term), result)  # a value named in the place of the term
    if term is None:
        return _not_in_this_version(result.term, version)
    ungraded = rules.ungraded.get(term.name.lower())
    if ungraded and (measure is None or measure.name in ungraded.analytes):
        rule = rules.rules.get(term.name.lower())
        if measure is not None or rule is None:
            return _none(term, ungraded.why)
    rule = rules.rules.get(term.name.lower())
    if rule is None:
        return _none(term, f"{term.name} is graded by judgement, not by a number.")
    if measure is None:
        return _by_unit(rule, result)
    if measure.name not in rule.analytes:
        return _none(term, f"{term.name} is not graded from {measure.title}.")
    return _graded(rule, measure, result)


def check_names(term: str, analyte: str, version: str) -> None:
    """raises Refused: a term that is none of the CTCAE's in any version, an analyte that is not known."""
    refusals: list[Refusal] = []
    if analyte:
        try:
            _measure(analyte)
        except Refused as refused:
            refusals += refused.refusals
    if term and not (analyte == "" and term.strip().lower() in measures().by_word):
        try:
            if by_name(version).get(term.strip().lower()) is None:
                _not_in_this_version(term, version)
        except Refused as refused:
            refusals += refused.refusals
    if refusals:
        raise Refused(refusals)


def _measure(word: str) -> Measure:
    found = measures().by_word.get(" ".join(word.split()).lower())
    if found is None:
        raise refuse("analyte", f'analyte is "{word[:40]}"; that is no value known here.')
    return found


def _none(term: Term | None, why: str) -> LabGrade:
    return LabGrade(term, None, (), False, why)


def _not_in_this_version(written: str, version: str) -> LabGrade:
    """A term of the other version is answered, a word of no version is refused."""
    for other in VERSIONS:
        if written.strip().lower() in by_name(other):
            name = by_name(other)[written.strip().lower()].name
            here = next(
                (old for old, new in lab_rules(other).formerly.items() if new == name and old in by_name(version)), ""
            )
            hint = f" There it is {by_name(version)[here].name}." if here else ""
            return _none(None, f"{name} is no term of CTCAE v{version}.{hint}")
    raise refuse("term", f'term is "{written[:60]}"; that is no term of the CTCAE.')


def _by_unit(rule: Rule, result: LabResult) -> LabGrade:
    """The term is given alone: the unit has to tell which of its values this is."""
    names = {measure.name: measure for measure in measures().by_word.values()}
    own = [names[name] for name in rule.analytes]
    if len(own) == 1 or rule.plain:
        return _graded(rule, names[rule.plain] if rule.plain else own[0], result)
    fitting = [measure for measure in own if measures().unit_of(measure, result.unit) is not None]
    if not fitting:
        return _none(rule.term, unit_words(own[0], result.unit))
    graded = [_graded(rule, measure, result) for measure in fitting]
    if all(one == graded[0] for one in graded):
        return graded[0]
    titles = " or ".join(measure.title for measure in fitting)
    return _none(rule.term, f"{rule.term.name} is graded from several values; say which this is: {titles}.")


def _by_measure(rules: LabRules, measure: Measure, result: LabResult) -> LabGrade:
    """The analyte is given alone: of all terms it is graded by, the one that this number concerns."""
    own = [rule for rule in rules.rules.values() if measure.name in rule.analytes]
    ungraded = [one for one in rules.ungraded.values() if measure.name in one.analytes]
    if not own:
        if ungraded:
            return _none(ungraded[0].term, ungraded[0].why)
        return _none(None, f"No term of CTCAE v{rules.version} is graded from {measure.title}.")
    graded = [_graded(rule, measure, result) for rule in own]
    present = [one for one in graded if any(one.candidates)]
    if len(present) == 1 or len(graded) == 1:
        found = (present or graded)[0]
        unseen = " and ".join(one.term.name for one in ungraded)
        also = (
            f"{found.also} This number alone does not grade {unseen}.".strip()
            if unseen and not found.grade
            else found.also
        )
        return replace(found, also=also)
    titles = " and ".join(rule.term.name for rule in own)
    if len(present) > 1:
        terms = " and ".join(one.term.name for one in present if one.term)
        return _none(None, f"{measure.title} is graded under {terms}; say which term is meant.")
    unsettled = [one for one in graded if one.grade is None]
    if unsettled:
        certain = " and ".join(one.term.name for one in graded if one.candidates == (0,) and one.term)
        also = f"{unsettled[0].also} {certain} is grade 0.".strip() if certain else unsettled[0].also
        return replace(unsettled[0], also=also)
    return LabGrade(None, 0, (0,), False, f"Grade 0 for {titles}: {graded[0].why}", "", ())


def _graded(rule: Rule, measure: Measure, result: LabResult) -> LabGrade:
    unit = measures().unit_of(measure, result.unit)
    if unit is None:
        return _none(rule.term, unit_words(measure, result.unit))
    impossible = _impossible(rule, measure, unit, result.value)
    if impossible:
        return _none(rule.term, impossible)
    given = Figures(result.value, unit, result.lln, result.uln, result.baseline)
    scales = scales_for(rule, measure, given)
    if scales is None:
        return _none(rule.term, unit_words(measure, result.unit, rule))
    doubt = _doubtful_limit(rule, scales)
    if doubt:
        return _none(rule.term, doubt)
    readings = tuple(read_scale(scale, figures) for scale, figures in scales)
    combined = combine(readings, measure, given)
    shown = _all_shown(readings, combined)
    if not combined.grades:
        return LabGrade(rule.term, None, (), False, missing_words(combined, readings), rule.also, shown)
    candidates = tuple(sorted(combined.grades))
    counting = tuple(
        reading
        for reading, used in zip(readings, combined.counted, strict=True)
        if used is not False and reading.grades
    )
    sentences = [
        why_words(counting, candidates), baseline_words(given, readings), open_words(rule, combined, counting),
    ]  # fmt: skip
    if len(candidates) > 1:
        sentences.append(f"Until a person confirms, grade {candidates[-1]} is shown.")
    why = " ".join(sentence for sentence in sentences if sentence)
    return LabGrade(rule.term, candidates[-1], candidates, len(candidates) > 1, why, rule.also, shown)


def _impossible(rule: Rule, measure: Measure, unit: str, value: Decimal) -> str:
    """A value no patient has is most likely in another unit, and 15000 10^9/L platelets must not pass as normal.

    Only the harmless end is looked at: a value too bad to be believed is graded all the same.
    """
    known = analytes()
    found = known.by_name.get(measure.name)
    own = None if found is None else found.units.get(known.spellings.get(unit, unit))
    if found is None or own is None:
        return ""
    converted = EXACT.multiply(value, own.factor)
    worse_when_low = rule.scales[0].steps[0].op[0] == "<"
    if converted <= found.hard.high if worse_when_low else converted >= found.hard.low:
        return ""
    return f"{value:f} {unit} cannot be a value of {measure.title}; check number and unit."


def _doubtful_limit(rule: Rule, scales: tuple[tuple[Scale, Figures], ...]) -> str:
    """A limit of normal far from the text's own numbers is most likely in another unit: no grade from that."""
    for scale, figures in scales:
        own = [step.bound.factor for step in scale.steps if not step.bound.reference and step.bound.factor > 0]
        for name in sorted({step.bound.reference for step in scale.steps} & {"lln", "uln"}):
            limit = figures.of(name)
            if limit is None or not own:
                continue
            far = EXACT.multiply(rule.limit_within, own[0])
            if limit > far or EXACT.multiply(rule.limit_within, limit) < own[0]:
                return (
                    f"{name} is {limit:f} {figures.unit}; that does not look like a limit in this unit. Check its unit."
                )
    return ""


def _all_shown(readings: tuple[Reading, ...], combined: Combined) -> tuple[ShownReading, ...]:
    """Every way the number was read, where one of them is by the baseline; of two by the same limit the one used."""
    if not any(reading.scale.by == "baseline" for reading in readings):
        return ()
    both = tuple(zip(readings, combined.counted, strict=True))
    used = {reading.scale.by for reading, counted in both if counted is not False}
    found: list[ShownReading] = []
    for reading, counted in both:
        by = reading.scale.by
        if counted is not False or (by not in used and by not in {one.by for one in found}):
            found.append(_shown(reading, counted))
    return tuple(found)


def _shown(reading: Reading, used: bool | None) -> ShownReading:
    multiple = ""
    limit = reading.figures.of(reading.scale.by) if reading.scale.by != "limit" else None
    if limit:
        multiple = decimals(EXACT.divide(reading.figures.value, limit), 3)
    return ShownReading(reading.scale.by, multiple, tuple(sorted(reading.grades)), used)
