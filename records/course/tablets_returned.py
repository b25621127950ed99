"""Tablets brought back against those handed out, planned and told. Pure; a mismatch is a question, never a number.

Doses are counted one after the other in the order of the plan: so many tablets used fit so many doses taken, or none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from regimen.numbers import exact_arithmetic

HUNDRED = Decimal(100)
Tablets = Mapping[Decimal, int]


@dataclass(frozen=True, slots=True)
class Question:
    """Something that does not add up, to be asked. code: stable, kebab-case; words: one question."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What came of the tablets of one cycle.

    planned_doses      of the cycle without holds; told_doses: as the patient was told
    expected_back      strength mg -> tablets that should come back when everything was taken as told
    used               strength mg -> handed out less brought back; empty while a count is missing
    taken_doses        None where no number of doses fits what was used
    missed, extra      doses not taken although told; taken beyond what was told
    delivered_percent  of the planned mg, by the tablets used; None while a count is missing, and where more came back
                       than was handed out
    told_percent       of the planned mg, had everything been taken as told
    """

    planned_doses: int
    told_doses: int
    expected_back: Tablets
    used: Tablets
    taken_doses: int | None
    missed: int
    extra: int
    delivered_percent: Decimal | None
    told_percent: Decimal
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class TopUp:
    """What the next cycle needs and what is left of it at home: only a proposal, a pharmacist decides about reuse."""

    strength_mg: Decimal
    needed: int
    left: int
    hand_out: int


@exact_arithmetic()
def reconcile(
    doses: Sequence[Tablets],
    told_doses: int,
    dispensed: Tablets,
    returned: Tablets,
    ordered: Sequence[Tablets] | None = None,
) -> Reconciliation:
    """Compare the tablets of one cycle.

    doses       the doses of the cycle in the order in which they are taken: strength mg -> tablets of each; those told
                first, those told to be left out after them
    ordered     the doses as the order of the cycle planned them, which a restart lowered; None: the same
    told_doses  how many of them, from the first, the patient was told to take
    dispensed, returned  strength mg -> tablets; a strength that is not in `returned` was not counted
    raises      ValueError when told_doses is not one of 0 to the number of doses
    """
    if not 0 <= told_doses <= len(doses):
        raise ValueError(f"{told_doses} of {len(doses)} doses cannot be told")
    strengths = sorted({*dispensed, *(strength for dose in doses for strength in dose)}, reverse=True)
    after = [{strength: _sum(doses[:count], strength) for strength in strengths} for count in range(len(doses) + 1)]
    expected = {strength: dispensed.get(strength, 0) - after[told_doses][strength] for strength in strengths}
    planned_mg = sum((_mg(dose) for dose in (doses if ordered is None else ordered)), Decimal(0))
    told_percent = _percent(_mg(after[told_doses]), planned_mg)
    questions = _counts(strengths, expected, dispensed, returned)
    missing = any(strength not in returned for strength in strengths)
    if missing:
        return Reconciliation(
            len(doses), told_doses, expected, {}, None, 0, 0, None, told_percent, tuple(questions)
        )  # fmt: skip
    used = {strength: dispensed.get(strength, 0) - returned[strength] for strength in strengths}
    fits = [count for count, total in enumerate(after) if total == used]
    taken = fits[0] if fits else None
    questions += _doses(taken, told_doses, strengths, expected, returned)
    return Reconciliation(
        planned_doses=len(doses),
        told_doses=told_doses,
        expected_back=expected,
        used=used,
        taken_doses=taken,
        missed=max(told_doses - taken, 0) if taken is not None else 0,
        extra=max(taken - told_doses, 0) if taken is not None else 0,
        delivered_percent=None if any(count < 0 for count in used.values()) else _percent(_mg(used), planned_mg),
        told_percent=told_percent,
        questions=tuple(questions),
    )


def top_up(needed: Tablets, left: Tablets) -> tuple[TopUp, ...]:
    """What would have to be handed out if what is left were used again. Never done by itself."""
    return tuple(
        TopUp(strength, count, left.get(strength, 0), max(count - left.get(strength, 0), 0))
        for strength, count in sorted(needed.items(), reverse=True)
    )


def whole_percent(percent: Decimal) -> str:
    """For reading: 57.14... is 57 %."""
    return f"{percent.quantize(Decimal(1), ROUND_HALF_UP)} %"


def _sum(doses: Sequence[Tablets], strength: Decimal) -> int:
    return sum(dose.get(strength, 0) for dose in doses)


def _mg(tablets: Tablets) -> Decimal:
    return sum((strength * count for strength, count in tablets.items()), Decimal(0))


def _percent(part_mg: Decimal, whole_mg: Decimal) -> Decimal:
    return HUNDRED * part_mg / whole_mg if whole_mg else Decimal(0)


def _counts(strengths: Sequence[Decimal], expected: Tablets, dispensed: Tablets, returned: Tablets) -> list[Question]:
    """What is wrong with the counts themselves."""
    questions = []
    for strength in strengths:
        if strength not in returned:
            questions.append(Question("not-counted", f"How many tablets of {strength} mg came back?"))
        elif returned[strength] > dispensed.get(strength, 0):
            words = f"{returned[strength]} tablets of {strength} mg came back"
            handed = f"{dispensed.get(strength, 0)} were handed out. From an earlier cycle?"
            questions.append(Question("more-than-handed-out", f"{words}, {handed}"))
        if expected[strength] < 0:
            words = f"{-expected[strength]} tablets of {strength} mg fewer were handed out than the doses told need."
            questions.append(Question("too-few-handed-out", f"{words} Is another supply not recorded?"))
    for strength in sorted(set(returned) - set(strengths), reverse=True):
        if returned[strength]:
            words = f"{returned[strength]} tablets of {strength} mg came back; none belong to this cycle."
            questions.append(Question("other-strength", f"{words} Where are they from?"))
    return questions


def _doses(
    taken: int | None, told: int, strengths: Sequence[Decimal], expected: Tablets, returned: Tablets
) -> list[Question]:
    """What the doses taken ask."""
    if taken == told:
        return []
    if taken is None:
        differs = ", ".join(
            f"{returned[strength]} of {strength} mg instead of {expected[strength]}"
            for strength in strengths
            if returned[strength] != expected[strength]
        )
        words = f"What came back fits no number of doses ({differs}). Which tablets were taken differently, or lost?"
        return [Question("no-number-of-doses", words)]
    if taken < told:
        words = f"{_many(told - taken)} more than expected came back. Missed?"
        return [Question("missed", words)]
    words = f"{_many(taken - told)} fewer than expected came back. Doubled, taken after the stop, or lost?"
    return [Question("extra", words)]


def _many(doses: int) -> str:
    return "One dose" if doses == 1 else f"{doses} doses"
