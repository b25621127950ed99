"""Which lesions may be target lesions (RECIST 1.1, sections 3.1, 3.2 and 4.2; EORTC questions and clarifications)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from outcomes.recist.lesions import TargetLesion

MOST_TARGETS = 5
MOST_IN_AN_ORGAN = 2
#: Days before the first dose within which the baseline scan has to lie.
MOST_DAYS_BEFORE = 28
LEAST_MM = {"non-node": Decimal(10), "node": Decimal(15)}
#: Slices thicker than this ask for twice their thickness.
THICK_SLICE_MM = Decimal(5)
CHEST_FILM_MM = Decimal(20)


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule of the baseline that is broken: a stable code, the field it concerns and one sentence."""

    code: str
    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A lesion proposed as target: its size at baseline and how it was seen.

    slice_mm    thickness of the slices, None: at most 5 mm
    chest_film  measured on a chest film
    unfit       why it can never be measured (blastic bone, fluid, ...), or that it was treated and has not grown since
    """

    lesion: TargetLesion
    mm: Decimal
    slice_mm: Decimal | None = None
    chest_film: bool = False
    unfit: str = ""


def least_mm(candidate: Candidate) -> Decimal:
    """The smallest size a lesion may have to be measured, in mm."""
    least = CHEST_FILM_MM if candidate.chest_film else LEAST_MM[candidate.lesion.kind]
    if candidate.slice_mm is not None and candidate.slice_mm > THICK_SLICE_MM:
        least = max(least, 2 * candidate.slice_mm)
    return least


def broken_rules(
    candidates: Iterable[Candidate], start: date | None = None, scanned: date | None = None, *, whole_mm: bool = False
) -> tuple[Broken, ...]:
    """Every rule the proposed targets break.

    whole_mm  sizes are rounded half up to whole millimetres before they are compared with the smallest size, as
              reports give them; both limits include equality
    """
    given = tuple(candidates)
    found = []
    for one in given:
        name, least = f"target {one.lesion.id}", least_mm(one)
        size = one.mm.quantize(Decimal(1), ROUND_HALF_UP) if whole_mm else one.mm
        if one.unfit:
            found.append(Broken("target_not_measurable", name, f"{one.lesion.id} cannot be a target: {one.unfit}."))
        if size < least:
            axis = "short axis" if one.lesion.kind == "node" else "longest diameter"
            reason = f"{one.lesion.id} is {one.mm} mm; a target lesion there needs a {axis} of at least {least} mm."
            found.append(Broken("target_too_small", name, reason))
    if len(given) > MOST_TARGETS:
        found.append(
            Broken("too_many_targets", "target", f"There are {len(given)} target lesions; at most 5 are followed.")
        )
    for organ, count in Counter(one.lesion.organ for one in given).items():
        if count > MOST_IN_AN_ORGAN:
            reason = f"There are {count} target lesions in one organ ({organ}); at most 2 are followed."
            found.append(Broken("too_many_in_organ", "target", reason))
    if start is not None and scanned is not None:
        days = (start - scanned).days
        if days > MOST_DAYS_BEFORE:
            reason = f"The baseline scan is {days} days before the first dose; at most {MOST_DAYS_BEFORE} are allowed."
            found.append(Broken("baseline_too_early", "baseline", reason))
        elif days < 0:
            found.append(Broken("baseline_after_start", "baseline", "The baseline scan is after the first dose."))
    return tuple(found)
