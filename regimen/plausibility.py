"""Whether typed figures can be true, and which slip of the keyboard a wrong one looks like.

A hard finding refuses: nothing is computed. A soft one is a question that a person answers by confirming the field.
Nothing is ever put right by itself: a recognised slip is named, the figure stays as typed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext

from regimen.age import age_y
from regimen.alerts import day_words
from regimen.analytes import Analyte, analyte, unit_of
from regimen.body_size import bmi, bsa
from regimen.errors import Refusal, Refused
from regimen.given import Case, Lab
from regimen.numbers import DIGITS, decimals, percent_change, plain
from regimen.plausibility_limits import limits
from regimen.weights import CM_PER_INCH

KG_PER_LB = Decimal("0.45359237")  # the international pound, by definition

_SAME_WEIGHT_PERCENT = Decimal(10)  # read as pounds, a weight this near the last one is most likely pounds


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure that cannot be true (hard) or is questioned (soft).

    field       dotted key in the case: basis.weight_kg, labs.neutrophils, dose_level.capecitabine
    code        stable, kebab-case
    message     one whole sentence for the screen
    looks_like  the figure as it was probably meant, with its unit ("58.06 kg (128 lb)"); "" none recognised
    confirmed   a person has answered the question (soft only); it holds for the figure then on the screen
    """

    field: str
    hard: bool
    code: str
    message: str
    looks_like: str = ""
    confirmed: bool = False

    @property
    def confirm_key(self) -> str:
        """What `Basis.confirmed` holds when the question is answered: weight_kg, labs.neutrophils."""
        return self.field.removeprefix("basis.")


def refuse_hard(findings: tuple[Finding, ...]) -> None:
    """Raise Refused with every hard finding; return when there is none."""
    hard = [Refusal(finding.field, finding.message) for finding in findings if finding.hard]
    if hard:
        raise Refused(hard)


def _sentence(message: str, looks_like: str) -> str:
    return f"{message} It looks like {looks_like}." if looks_like else message


def _finding(field: str, hard: bool, code: str, message: str, looks_like: str = "") -> Finding:
    return Finding(field, hard, code, _sentence(message, looks_like), looks_like)


def _swapped(height_cm: Decimal, weight_kg: Decimal) -> bool:
    """Whether both figures would be believed the other way round."""
    believed = limits().of
    if not (believed["height_cm"].soft.holds(weight_kg) and believed["weight_kg"].soft.holds(height_cm)):
        return False
    return believed["bmi"].soft.holds(bmi(weight_kg, height_cm))


def _height_slip(height_cm: Decimal, weight_kg: Decimal) -> str:
    known = limits()
    if known.height_m.holds(height_cm):
        return f"metres ({plain(height_cm)} m is {plain(height_cm * 100)} cm)"
    if _swapped(height_cm, weight_kg):
        return "height and weight in each other's place"
    if known.height_in.holds(height_cm):
        return f"inches ({plain(height_cm)} in is {plain(height_cm * CM_PER_INCH)} cm)"
    return ""


def _weight_slip(height_cm: Decimal, weight_kg: Decimal, last_kg: Decimal | None) -> str:
    known = limits()
    if _swapped(height_cm, weight_kg):
        return "height and weight in each other's place"
    kg = weight_kg * KG_PER_LB
    pounds = f"pounds ({plain(weight_kg)} lb is {decimals(kg, 2)} kg)"
    if last_kg is not None and last_kg > 0:
        return pounds if abs(percent_change(kg, last_kg)) <= _SAME_WEIGHT_PERCENT else ""
    if not known.of["height_cm"].hard.holds(height_cm) or not known.of["weight_kg"].hard.holds(kg):
        return ""
    as_kg, as_lb = bmi(height_cm, weight_kg), bmi(height_cm, kg)
    return pounds if abs(as_lb - known.usual_bmi) < abs(as_kg - known.usual_bmi) else ""


def _check_height(
    height_cm: Decimal, weight_kg: Decimal, last_cm: Decimal | None, change_cm: Decimal
) -> Finding | None:
    believed = limits().of["height_cm"]
    field, shown = "basis.height_cm", plain(height_cm)
    slip = _height_slip(height_cm, weight_kg)
    if not believed.hard.holds(height_cm):
        accepted = f"{plain(believed.hard.low)} to {plain(believed.hard.high)} cm"
        return _finding(field, True, "height-implausible", f"Height {shown} cm is outside {accepted}.", slip)
    if last_cm is not None and abs(height_cm - last_cm) > change_cm:
        moved = plain(height_cm - last_cm)
        message = f"Height {shown} cm differs by {moved} cm from the last one ({plain(last_cm)} cm); is it right?"
        return _finding(field, False, "height-changed", message)
    if not believed.soft.holds(height_cm):
        return _finding(field, False, "height-implausible", f"Height {shown} cm is unusual; is it right?", slip)
    return None


def _weight_against_height(height_cm: Decimal, weight_kg: Decimal, slip: str) -> Finding | None:
    """BMI and BSA out of range; both are questions about the weight, which is measured anew each time.

    An impossible surface is told before an unusual index: a question must never stand in the place of a refusal.
    """
    questions: list[Finding] = []
    for name, title, value, unit in (
        ("bmi", "Body mass index", bmi(height_cm, weight_kg), "kg/m2"),
        ("bsa_m2", "Body surface", bsa("mosteller", height_cm, weight_kg), "m2"),
    ):
        believed = limits().of[name]
        code = "bmi-implausible" if name == "bmi" else "bsa-implausible"
        of_both = f"{title} from {plain(height_cm)} cm and {plain(weight_kg)} kg is {decimals(value, 2)} {unit}"
        if not believed.hard.holds(value):
            accepted = f"{plain(believed.hard.low)} to {plain(believed.hard.high)}"
            return _finding("basis.weight_kg", True, code, f"{of_both}, outside {accepted}.", slip)
        if not believed.soft.holds(value):
            questions.append(_finding("basis.weight_kg", False, code, f"{of_both}; are both right?", slip))
    return questions[0] if questions else None


def _check_weight(
    height_cm: Decimal, weight_kg: Decimal, last_kg: Decimal | None, change_percent: Decimal
) -> Finding | None:
    believed = limits().of["weight_kg"]
    field, shown = "basis.weight_kg", plain(weight_kg)
    slip = _weight_slip(height_cm, weight_kg, last_kg)
    if not believed.hard.holds(weight_kg):
        accepted = f"{plain(believed.hard.low)} to {plain(believed.hard.high)} kg"
        return _finding(field, True, "weight-implausible", f"Weight {shown} kg is outside {accepted}.", slip)
    height_holds = limits().of["height_cm"].hard.holds(height_cm)
    against_height = _weight_against_height(height_cm, weight_kg, slip) if height_holds else None
    if against_height is not None and against_height.hard:
        return against_height
    if last_kg is not None and last_kg > 0:
        change = percent_change(weight_kg, last_kg)
        if abs(change) < change_percent:
            return None  # the last weight bears this one out, however unusual
        sign = "+" if change > 0 else ""
        message = (
            f"Weight {shown} kg is {sign}{decimals(change, 1)} % on the last weight ({plain(last_kg)} kg); is it right?"
        )
        return _finding(field, False, "weight-changed", message, slip)
    if not believed.soft.holds(weight_kg):
        return _finding(field, False, "weight-implausible", f"Weight {shown} kg is unusual; is it right?", slip)
    if against_height is None and slip and height_holds:
        return _finding(field, False, "weight-unit", f"Was the weight {shown} typed in kg?", slip)
    return against_height


def check_size(
    height_cm: Decimal,
    weight_kg: Decimal,
    last_height_cm: Decimal | None = None,
    last_weight_kg: Decimal | None = None,
    weight_change_percent: Decimal | None = None,
    height_change_cm: Decimal | None = None,
) -> tuple[Finding, ...]:
    """Height and weight of an adult: at most one finding for each.

    height_cm, weight_kg            as typed
    last_height_cm, last_weight_kg  what the current dose was calculated on, where known; a weight that agrees with the
                                    last one is not questioned again for being unusual
    weight_change_percent           a change of at least this much is questioned; None: assets/plausibility.toml
    height_change_cm                more than this is questioned; None: assets/plausibility.toml
    """
    known = limits()
    with localcontext(prec=DIGITS):
        height = _check_height(
            height_cm, weight_kg, last_height_cm, known.height_cm if height_change_cm is None else height_change_cm
        )
        weight = _check_weight(
            height_cm,
            weight_kg,
            last_weight_kg,
            known.weight_percent if weight_change_percent is None else weight_change_percent,
        )
    return tuple(finding for finding in (height, weight) if finding is not None)


def _other_unit(found: Analyte, value: Decimal, unit: str) -> str:
    """The figure in the unit in which it would be an everyday one; "" none."""
    for other in found.units.values():
        if other.unit != unit and found.soft.holds(value * other.factor):
            typed = f"{plain(value)} {other.unit}"
            return typed if other.unit == found.unit else f"{typed} ({decimals(value * other.factor, 3)} {found.unit})"
    return ""


def check_lab(name: str, value: Decimal, unit: str, field: str = "") -> tuple[Finding, ...]:
    """One laboratory value in the unit reported.

    name    analyte or alias (assets/analytes.toml)
    field   dotted key for the finding; empty: labs.<analyte>
    """
    field = field or f"labs.{name}"
    try:
        found = analyte(name)
        reported = unit_of(found, unit)
    except Refused as refused:
        return tuple(Finding(field, True, "lab-unit", refusal.reason) for refusal in refused.refusals)
    shown = f"{found.title} {plain(value)} {reported.unit}"
    in_own = value * reported.factor
    if found.soft.holds(in_own):
        return ()
    slip = _other_unit(found, value, reported.unit)
    if not found.hard.holds(in_own):
        low, high = (decimals(end / reported.factor, 3) for end in (found.hard.low, found.hard.high))
        message = f"{shown} is outside {low} to {high} {reported.unit}."
        return (_finding(field, True, "lab-implausible", message, slip),)
    return (_finding(field, False, "lab-implausible", f"{shown} is unusual; is it right?", slip),)


def check_limits_of(name: str, lab: Lab, field: str = "") -> tuple[Finding, ...]:
    """Limits of normal and baseline of one value: not negative, the lower below the upper."""
    field = field or f"labs.{name}"
    found = []
    for key, figure in (("lln", lab.lln), ("uln", lab.uln), ("baseline", lab.baseline)):
        if figure is not None and figure < 0:
            found.append(
                Finding(f"{field}.{key}", True, "lab-limits", f"{name} has a negative {key}: {plain(figure)}.")
            )
    if lab.lln is not None and lab.uln is not None and lab.lln >= lab.uln:
        message = f"{name} has its lower limit of normal ({plain(lab.lln)}) not below the upper one ({plain(lab.uln)})."
        found.append(Finding(f"{field}.lln", True, "lab-limits", message))
    return tuple(found)


def check_level(drug: str, level: Decimal, planned: Decimal | None = None) -> tuple[Finding, ...]:
    """A dose level in mg/m2 per dose. planned: the regimen's own level, where the caller knows it."""
    believed = limits().levels.get(drug)
    if believed is None:
        return ()
    field, shown = f"dose_level.{drug}", f"Level {plain(level)} mg/m2 of {drug}"
    highest = believed.hard.high if planned is None else max(believed.hard.high, planned)
    in_grams = believed.hard.low <= level * 1000 <= highest
    slip = f"grams ({plain(level)} g/m2 is {plain(level * 1000)} mg/m2)" if in_grams else ""
    if not believed.hard.low <= level <= highest:
        message = f"{shown} is outside {plain(believed.hard.low)} to {plain(highest)} mg/m2."
        return (_finding(field, True, "level-implausible", message, slip),)
    if not believed.soft.holds(level) and level != planned:
        return (_finding(field, False, "level-implausible", f"{shown} is unusual; is it right?"),)
    return ()


def check_percent(field: str, percent: Decimal) -> tuple[Finding, ...]:
    """A starting percent or a percent of the start; above 100 is refused, 0.75 is taken for a fraction."""
    believed = limits().of["percent"]
    if not believed.hard.holds(percent):
        fraction = 0 < percent <= 1
        slip = f"a fraction ({plain(percent)} is {plain(percent * 100)} %)" if fraction else ""
        message = f"{plain(percent)} % is outside {plain(believed.hard.low)} to {plain(believed.hard.high)} %."
        return (_finding(field, True, "percent-implausible", message, slip),)
    if not believed.soft.holds(percent):
        return (_finding(field, False, "percent-implausible", f"{plain(percent)} % is unusual; is it right?"),)
    return ()


def _told_twice(case: Case) -> Iterator[Finding]:
    """One laboratory value under two names (ANC and neutrophils): only one of them would be looked at."""
    names: dict[str, str] = {}
    for name in case.labs:
        try:
            found = analyte(name)
        except Refused:  # told of by `check_lab`
            continue
        if (other := names.setdefault(found.name, name)) != name:
            message = f"{found.title} is given twice, as {other} and as {name}; give it once."
            yield Finding(f"labs.{name}", True, "lab-twice", message)


def _dated(case: Case) -> Iterator[tuple[str, str, date | None]]:
    basis = case.basis
    yield "basis.height_date", "height", basis.height_date
    yield "basis.weight_date", "weight", basis.weight_date
    yield "basis.creatinine.date", "creatinine", basis.creatinine.date if basis.creatinine else None
    yield "basis.dpyd.date", "DPYD result", basis.dpyd.date
    for name, lab in case.labs.items():
        yield f"labs.{name}.date", name, lab.date


def _check_dates(case: Case, today: date | None) -> Iterator[Finding]:
    known, birth = limits(), case.patient.birth_date
    if not known.earliest_day1 <= case.day1 <= known.latest_day1:
        message = (
            f"Day 1 on {day_words(case.day1)} is outside {day_words(known.earliest_day1)} to "
            f"{day_words(known.latest_day1)}."
        )
        yield Finding("day1", True, "day1-implausible", message)
    age, believed = age_y(birth, case.day1), known.of["age_y"]
    if today is not None and birth > today:
        yield Finding(
            "patient.birth_date", True, "birth-date-implausible", f"Birth date {day_words(birth)} lies in the future."
        )
    elif not believed.hard.holds(Decimal(age)):
        accepted = f"{plain(believed.hard.low)} to {plain(believed.hard.high)} years"
        message = (
            f"Born on {day_words(birth)}, the patient is {age} years old on day 1; this program is for {accepted}."
        )
        yield Finding("patient.birth_date", True, "birth-date-implausible", message)
    elif not believed.soft.holds(Decimal(age)):
        message = f"Born on {day_words(birth)}, the patient is {age} years old on day 1; is the birth date right?"
        yield Finding("patient.birth_date", False, "birth-date-implausible", message)
    for field, title, day in _dated(case):
        if day is None:
            continue
        if today is not None and day > today:
            yield Finding(field, True, "date-in-future", f"The date of {title}, {day_words(day)}, lies in the future.")
        elif day < birth:
            yield Finding(
                field, True, "date-before-birth", f"The date of {title}, {day_words(day)}, is before the birth date."
            )
        elif day > case.day1:
            message = f"The date of {title}, {day_words(day)}, is after day 1 ({day_words(case.day1)}); is it right?"
            yield Finding(field, False, "date-after-day1", message)


def check_case(
    case: Case,
    today: date | None = None,
    levels: Mapping[str, Decimal] | None = None,
    weight_change_percent: Decimal | None = None,
    height_change_cm: Decimal | None = None,
) -> tuple[Finding, ...]:
    """Every finding of a case, hard ones first; soft ones the person has answered carry `confirmed`.

    today   to notice dates in the future; None: dates are compared with day 1 only (nothing here asks the clock)
    levels  drug -> the regimen's level, mg/m2, so that a level above it is noticed
    """
    basis, last = case.basis, case.previous
    found = list(
        check_size(
            basis.height_cm,
            basis.weight_kg,
            last.height_cm if last else None,
            last.weight_kg if last else None,
            weight_change_percent,
            height_change_cm,
        )
    )
    if basis.creatinine is not None:
        found += check_lab("creatinine", basis.creatinine.value, basis.creatinine.unit, "basis.creatinine")
    for name, lab in case.labs.items():
        found += check_lab(name, lab.value, lab.unit)
        found += check_limits_of(name, lab)
    found += _told_twice(case)
    for drug, level in case.dose_level.items():
        found += check_level(drug, level, (levels or {}).get(drug))
    for key, percents in (("starting_percent", case.starting_percent), ("dose_percent", case.dose_percent)):
        for drug, percent in percents.items():
            found += check_percent(f"{key}.{drug}", percent)
    found += _check_dates(case, today)
    answered = (replace(f, confirmed=not f.hard and f.confirm_key in basis.confirmed) for f in found)
    return tuple(sorted(answered, key=lambda finding: not finding.hard))
