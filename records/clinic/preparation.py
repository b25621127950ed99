"""What the pharmacy makes for the patients of a day, summed by drug, with every sum shown. Pure and exact.

Only an order that is released, that holds for this very day and that nobody prepared yet is to be prepared. Everything
else is named apart with the reason: what is not on the list was not forgotten.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from records.values.audit import TrailEnd
from regimen.numbers import plain
from regimen.order import Vial
from regimen.vials import vials_for


@dataclass(frozen=True, slots=True)
class Infused:
    """One infusion to be made.

    dose_mg    as ordered, after the one rounding
    sizes_mg   vial sizes in stock for the order
    vials      as the order counts them; waste_mg what is left of them, None where no vial size is known
    drug_ml    volume drawn up, None where the vial's concentration is not known; bag_ml, diluent: into what
    """

    drug: str
    dose_mg: Decimal
    sizes_mg: tuple[Decimal, ...]
    vials: tuple[Vial, ...]
    waste_mg: Decimal | None
    drug_ml: Decimal | None
    bag_ml: Decimal | None
    diluent: str
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Dispensed:
    """Tablets of one cycle: strength mg -> tablets."""

    drug: str
    supply: tuple[tuple[Decimal, int], ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A patient whose drugs are to be made: who, which order, what."""

    patient_id: UUID
    order_id: UUID
    name: str
    identifiers: str
    cycle: int
    cycle_day: int
    check_code: str
    infused: tuple[Infused, ...]
    dispensed: tuple[Dispensed, ...]
    held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotPrepared:
    """A patient for whom nothing is to be made now, and why, a sentence each."""

    patient_id: UUID
    name: str
    identifiers: str
    cycle: int
    cycle_day: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """The vials of one drug if what is left of one patient's vial goes into the next patient's bag.

    saved_mg  waste of every patient's own vials less the waste that is then left
    """

    vials: tuple[Vial, ...]
    waste_mg: Decimal
    saved_mg: Decimal


@dataclass(frozen=True, slots=True)
class DrugSum:
    """One drug over all patients who get it from the same vial sizes.

    rows     place in `Preparation.prepared` and the infusion there
    shared   None: the site shares no vials, or no size is known
    proof    each sum with its parts, a line each
    """

    drug: str
    sizes_mg: tuple[Decimal, ...]
    rows: tuple[tuple[int, Infused], ...]
    total_mg: Decimal
    vials: tuple[Vial, ...]
    waste_mg: Decimal | None
    shared: Shared | None
    proof: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TabletSum:
    """The tablets of one drug over all patients, by strength."""

    drug: str
    supply: tuple[tuple[Decimal, int], ...]
    proof: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preparation:
    """The list of a day, of one moment.

    sharing  the site shares vials between patients
    missing_for_use  what keeps the list from clinical use, of the records themselves and of the orders to prepare
    """

    on: date
    prepared: tuple[Prepared, ...]
    waiting: tuple[NotPrepared, ...]
    infusions: tuple[DrugSum, ...]
    tablets: tuple[TabletSum, ...]
    sharing: bool
    end: TrailEnd
    read_at: datetime
    missing_for_use: tuple[str, ...]


def infusion_sums(prepared: Sequence[Prepared], *, sharing: bool) -> tuple[DrugSum, ...]:
    """Each drug once for each set of vial sizes, in the order of its name."""
    rows: dict[tuple[str, tuple[Decimal, ...]], list[tuple[int, Infused]]] = {}
    for place, patient in enumerate(prepared):
        for one in patient.infused:
            rows.setdefault((one.drug, one.sizes_mg), []).append((place, one))
    return tuple(_sum(drug, sizes, tuple(rows[drug, sizes]), sharing) for drug, sizes in sorted(rows))


def tablet_sums(prepared: Sequence[Prepared]) -> tuple[TabletSum, ...]:
    """Each drug's tablets, the largest strength first."""
    drugs: dict[str, dict[Decimal, list[int]]] = {}
    for patient in prepared:
        for one in patient.dispensed:
            for strength, count in one.supply:
                drugs.setdefault(one.drug, {}).setdefault(strength, []).append(count)
    found = []
    for drug, strengths in sorted(drugs.items()):
        order = sorted(strengths, reverse=True)
        supply = tuple((strength, sum(strengths[strength])) for strength in order)
        proof = tuple(f"{plain(strength)} mg: {_added(strengths[strength])} tablets" for strength in order)
        found.append(TabletSum(drug, supply, proof))
    return tuple(found)


def _sum(
    drug: str, sizes: tuple[Decimal, ...], rows: tuple[tuple[int, Infused], ...], sharing: bool
) -> DrugSum:  # fmt: skip
    doses = [one.dose_mg for _place, one in rows]
    total = sum(doses, Decimal(0))
    proof = [f"Doses: {_added(doses)} mg"]
    if not sizes or any(one.waste_mg is None for _place, one in rows):
        return DrugSum(drug, sizes, rows, total, (), None, None, (*proof, "No vial size is known: nothing is counted."))
    vials = _together(vial for _place, one in rows for vial in one.vials)
    for vial in vials:
        counts = [sum(own.count for own in one.vials if own.size_mg == vial.size_mg) for _place, one in rows]
        proof.append(f"Vials of {plain(vial.size_mg)} mg: {_added(counts)}")
    wasted = [one.waste_mg or Decimal(0) for _place, one in rows]
    waste, held = sum(wasted, Decimal(0)), _mg(vials)
    if held - total != waste:
        raise ArithmeticError(f"the vials of {drug} do not hold its doses and what is left")
    over = f"{plain(held)} mg in the vials - {plain(total)} mg = {plain(waste)} mg"
    proof.append(f"Left over: {_added(wasted)} mg; {over}")
    shared = None
    if sharing:
        own, left = vials_for(total, sizes)
        assert left is not None
        if _mg(own) - total != left or left > waste:
            raise ArithmeticError(f"shared vials of {drug} do not add up")
        shared = Shared(own, left, waste - left)
        proof.append(
            f"Shared: {vial_words(own)} = {plain(_mg(own))} mg; left over {plain(left)} mg; "
            f"saved {plain(waste)} - {plain(left)} = {plain(waste - left)} mg"
        )
    return DrugSum(drug, sizes, rows, total, vials, waste, shared, tuple(proof))


def vial_words(vials: Iterable[Vial]) -> str:
    """ "2 x 100 mg + 1 x 50 mg"."""
    return " + ".join(f"{vial.count} x {plain(vial.size_mg)} mg" for vial in vials)


def _together(vials: Iterable[Vial]) -> tuple[Vial, ...]:
    counts: dict[Decimal, int] = {}
    for vial in vials:
        counts[vial.size_mg] = counts.get(vial.size_mg, 0) + vial.count
    return tuple(Vial(size, counts[size]) for size in sorted(counts, reverse=True))


def _mg(vials: Iterable[Vial]) -> Decimal:
    return sum((vial.size_mg * vial.count for vial in vials), Decimal(0))


def _added(parts: Sequence[Decimal] | Sequence[int]) -> str:
    """ "210 + 195 = 405"; one part stands alone."""
    numbers = [part if isinstance(part, Decimal) else Decimal(part) for part in parts]
    whole = plain(sum(numbers, Decimal(0)))
    return whole if len(numbers) == 1 else f"{' + '.join(plain(one) for one in numbers)} = {whole}"
