"""Proportions with their 95 % limits (scipy), and how a percentage is printed."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

Method = Literal["clopper-pearson", "wilson", "wilsoncc"]
METHODS: tuple[Method, ...] = ("clopper-pearson", "wilson", "wilsoncc")
#: Names by which scipy knows them.
SCIPY: dict[Method, Literal["exact", "wilson", "wilsoncc"]] = {
    "clopper-pearson": "exact", "wilson": "wilson", "wilsoncc": "wilsoncc",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proportion:
    """x of n patients; lower and upper limits as fractions of 1, None for 0 of 0."""

    x: int
    n: int
    method: Method
    lower: float | None
    upper: float | None

    @property
    def percent(self) -> Decimal | None:
        """Percent, unrounded to 28 digits."""
        return None if self.n == 0 else Decimal(self.x) * 100 / Decimal(self.n)


def proportion(x: int, n: int, method: Method = "clopper-pearson") -> Proportion:
    """Raises ValueError for x outside 0 to n."""
    if not 0 <= x <= n:
        raise ValueError("x lies outside 0 to n")
    if n == 0:
        return Proportion(x, n, method, None, None)
    from scipy import stats

    limits = stats.binomtest(x, n).proportion_ci(confidence_level=0.95, method=SCIPY[method])
    return Proportion(x, n, method, float(limits.low), float(limits.high))


def one_decimal(value: Decimal | Fraction | float) -> str:
    """Half up, from the unrounded number."""
    exact = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else Decimal(value)
    return f"{exact.quantize(Decimal('0.1'), ROUND_HALF_UP)}"
