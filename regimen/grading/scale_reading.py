"""What the scales of one rule say of one number. All comparisons are of exact products; nothing is divided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from itertools import product

from regimen.grading.lab_rules import Bound, Rule, Scale
from regimen.grading.measures import Measure, measures

# A value has at most 12 digits before the point and 40 after, a factor a handful: no product is ever rounded.
EXACT = Context(prec=200, rounding=ROUND_HALF_EVEN)
LIMIT_NAMES = {"lln": "lower limit of normal (lln)", "uln": "upper limit of normal (uln)", "baseline": "baseline"}


@dataclass(frozen=True, slots=True)
class Figures:
    """One result in one unit; None: not known."""

    value: Decimal
    unit: str
    lln: Decimal | None
    uln: Decimal | None
    baseline: Decimal | None

    def in_unit(self, unit: str, factor: Decimal) -> "Figures":
        """The same result in another unit, exactly."""

        def times(number: Decimal | None) -> Decimal | None:
            return None if number is None else EXACT.multiply(number, factor)

        value = EXACT.multiply(self.value, factor)
        return Figures(value, unit, times(self.lln), times(self.uln), times(self.baseline))

    def of(self, reference: str) -> Decimal | None:
        """The limit a bound refers to."""
        if reference == "uln-or-baseline":
            return self.uln if self.uln is None or self.baseline is None else max(self.uln, self.baseline)
        return {"lln": self.lln, "uln": self.uln, "baseline": self.baseline}[reference]

    def at(self, bound: Bound) -> Decimal | None:
        """The number a bound stands for here, None where its limit is not known."""
        if not bound.reference:
            return bound.factor
        limit = self.of(bound.reference)
        if limit is None:
            return None
        number = EXACT.add(EXACT.multiply(bound.factor, limit), bound.offset)
        return number if bound.least is None else max(number, bound.least)

    def certain(self, bound: Bound) -> Decimal | None:
        """A number below which the bound cannot lie although a limit is missing, None where there is none."""
        known = self.baseline if bound.reference == "uln-or-baseline" and self.uln is None else None
        return known if bound.least is None else bound.least


@dataclass(frozen=True, slots=True)
class Reading:
    """What one scale says.

    step     place of the step that gave the grades, None: none holds, so grade 0
    grades   empty where a missing limit leaves it open
    missing  the limits that are missing
    highest  the highest grade this scale could give at all
    """

    scale: Scale
    figures: Figures
    step: int | None
    grades: frozenset[int]
    missing: frozenset[str]
    highest: int


@dataclass(frozen=True, slots=True)
class Combined:
    """All scales together.

    grades    every grade the number allows; empty where it stays open
    missing   limits without which it stays open
    unknown   facts that would decide between several grades (a key of ASKED)
    counted   for each reading whether it counted, None where that hangs on an unknown fact
    """

    grades: frozenset[int]
    missing: frozenset[str]
    unknown: tuple[str, ...]
    counted: tuple[bool | None, ...]


def holds(op: str, value: Decimal, bound: Decimal) -> bool:
    """Whether value and bound stand in this relation."""
    if op[0] == "<":
        return value <= bound if op == "<=" else value < bound
    return value >= bound if op == ">=" else value > bound


def read_scale(scale: Scale, figures: Figures) -> Reading:
    """What one scale says of one result."""
    last, missing = None, set()
    for place, step in enumerate(scale.steps):
        bound = figures.at(step.bound)
        if bound is None:
            least = figures.certain(step.bound)
            if least is None or holds(step.op, figures.value, least):
                missing.add("uln" if step.bound.reference == "uln-or-baseline" else step.bound.reference)
        elif holds(step.op, figures.value, bound):
            last, missing = place, set()  # a milder step no longer matters
    highest = max(max(step.grades) for step in scale.steps)
    if missing:
        return Reading(scale, figures, last, frozenset(), frozenset(missing), highest)
    grades = frozenset({0}) if last is None else frozenset(scale.steps[last].grades)
    return Reading(scale, figures, last, grades, frozenset(), highest)


def scales_for(rule: Rule, measure: Measure, figures: Figures) -> tuple[tuple[Scale, Figures], ...] | None:
    """The scales of this rule for this value in this unit, each with the result in the scale's unit.

    returns None where the rule has limits of its own for this value and none in a unit it can be converted to exactly
    """
    found: list[tuple[Scale, Figures]] = []
    wanted: set[str] = set()
    met: set[str] = set()
    for scale in rule.scales:
        if scale.analytes and measure.name not in scale.analytes:
            continue
        if not scale.units:
            found.append((scale, figures))
            continue
        wanted.add(scale.when)
        if figures.unit in scale.units and scale.when not in met:
            met.add(scale.when)
            found.append((scale, figures))
    for scale in rule.scales:
        if scale.when not in wanted - met or (scale.analytes and measure.name not in scale.analytes):
            continue
        for unit in scale.units:
            factor = measures().factor(figures.unit, unit)
            if factor is not None and scale.when not in met:
                met.add(scale.when)
                found.append((scale, figures.in_unit(unit, factor)))
    return tuple(found) if met == wanted and found else None


def _facts(measure: Measure, figures: Figures) -> dict[str, bool | None]:
    """What is known of the patient's baseline and treatment; None: not known and it may matter."""
    baseline, lln, uln = figures.baseline, figures.lln, figures.uln
    known = baseline is not None
    above = above_five = below = None
    if baseline is None:
        above = above_five = below = False  # taken as normal, and said so
    else:
        if uln is not None:
            above, above_five = baseline > uln, baseline > EXACT.multiply(Decimal(5), uln)
        if lln is not None:
            below = baseline < lln
    anticoagulant = {"inr_on_anticoagulant": True, "inr_no_anticoagulant": False}.get(measure.name)
    if anticoagulant is None and not known:
        anticoagulant = False  # without a baseline only the plain limits can be used
    return {
        "known": known,
        "above": above,
        "above_five": above_five,
        "below": below,
        "anticoagulant": anticoagulant,
    }


def _counts(when: str, fact: Mapping[str, bool]) -> bool:
    return {
        "always": True,
        "baseline-normal": not fact["above"],
        "baseline-abnormal": fact["above"],
        "baseline-high": fact["above"] and not fact["above_five"],
        "baseline-very-high": fact["above"] and fact["above_five"],
        "baseline-low": fact["below"],
        "baseline-known": fact["known"],
        "baseline-unknown": not fact["known"],
        "anticoagulant": fact["anticoagulant"],
        "no-anticoagulant": not fact["anticoagulant"],
    }[when]


def _worlds(facts: Mapping[str, bool | None]) -> Iterator[dict[str, bool]]:
    """Every way in which the unknown facts can turn out."""
    unknown = [key for key, fact in facts.items() if fact is None]
    for answers in product((False, True), repeat=len(unknown)):
        yield {**{key: bool(fact) for key, fact in facts.items()}, **dict(zip(unknown, answers, strict=True))}


def combine(readings: tuple[Reading, ...], measure: Measure, figures: Figures) -> Combined:
    """The highest grade of the scales that count, in every way the unknown facts can turn out."""
    facts = _facts(measure, figures)
    grades: set[int] = set()
    missing: set[str] = set()
    outcomes: dict[frozenset[int], list[dict[str, bool]]] = {}
    seen: list[set[bool]] = [set() for _ in readings]
    for world in _worlds(facts):
        now = frozenset({0})
        counted = [_counts(reading.scale.when, world) for reading in readings]
        for place, counts in enumerate(counted):
            seen[place].add(counts)
        for reading, counts in zip(readings, counted, strict=True):
            if counts and reading.grades:
                now = frozenset(max(one, other) for one in now for other in reading.grades)
        for reading, counts in zip(readings, counted, strict=True):
            if counts and reading.missing and reading.highest > min(now):
                missing |= reading.missing
        outcomes.setdefault(now, []).append(world)
        grades |= now
    unknown = _deciding(outcomes, facts)
    settled = tuple(next(iter(ways)) if len(ways) == 1 else None for ways in seen)
    return Combined(frozenset() if missing else frozenset(grades), frozenset(missing), unknown, settled)


def _deciding(
    outcomes: Mapping[frozenset[int], list[dict[str, bool]]], facts: Mapping[str, bool | None]
) -> tuple[str, ...]:
    """The unknown facts on which the outcome hangs."""
    if len(outcomes) == 1:
        return ()
    by_world = {tuple(world.items()): grades for grades, worlds in outcomes.items() for world in worlds}
    deciding = []
    for key in (key for key, fact in facts.items() if fact is None):
        for world, grades in by_world.items():
            turned = tuple((name, not fact if name == key else fact) for name, fact in world)
            if by_world[turned] != grades:
                deciding.append(key)
                break
    return tuple(deciding)
