"""Which vials one dose is drawn from: least waste first, then fewest vials."""

from collections.abc import Sequence
from decimal import Decimal
from math import gcd

from regimen.order import Vial


def vials_for(dose_mg: Decimal, sizes_mg: Sequence[Decimal]) -> tuple[tuple[Vial, ...], Decimal | None]:
    """The vials (largest first) and what is left over, mg.

    dose_mg   mg, above 0
    sizes_mg  vial sizes in stock, mg; empty: nothing can be said and the waste is None
    """
    if not sizes_mg:
        return (), None
    unit = _unit(sizes_mg)
    sizes = sorted({int(size / unit) for size in sizes_mg}, reverse=True)
    needed = -int(-dose_mg // unit)  # rounded up: Decimal's // cuts towards zero
    if unit * needed < dose_mg:
        needed += 1
    # fewest[total] is the smallest number of vials that hold exactly `total` units, with the last one added.
    fewest: list[tuple[int, int] | None] = [(0, 0)]
    for total in range(1, needed + sizes[0] + 1):
        best: tuple[int, int] | None = None
        for size in sizes:
            before = fewest[total - size] if size <= total else None
            if before is not None and (best is None or before[0] + 1 < best[0]):
                best = (before[0] + 1, size)
        fewest.append(best)
        if best is not None and total >= needed:
            return _read_back(fewest, total, unit), total * unit - dose_mg
    raise ArithmeticError("one more of the largest vial always reaches the dose")


def _unit(sizes_mg: Sequence[Decimal]) -> Decimal:
    """The largest amount all sizes are multiples of."""
    places = max(max(0, -int(size.as_tuple().exponent)) for size in sizes_mg)
    scaled = [int(size.scaleb(places)) for size in sizes_mg]
    return Decimal(gcd(*scaled)).scaleb(-places)


def _read_back(fewest: list[tuple[int, int] | None], total: int, unit: Decimal) -> tuple[Vial, ...]:
    counts: dict[int, int] = {}
    while total:
        step = fewest[total]
        assert step is not None
        counts[step[1]] = counts.get(step[1], 0) + 1
        total -= step[1]
    return tuple(Vial(size * unit, counts[size]) for size in sorted(counts, reverse=True))
