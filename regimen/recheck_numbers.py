"""Roots and powers for the second path, from whole numbers alone.

The engine takes them from the decimal library; here they come from integer square roots and power series in fixed
point, so that one wrong library or one wrong use of it cannot mislead both.
"""

from fractions import Fraction
from functools import cache
from math import floor, isqrt

PLACES = 60
ONE: int = 10**PLACES


def square_root(value: Fraction) -> Fraction:
    """Exact where the root is a fraction, else right to 60 places (never too large). value: not negative."""
    product = value.numerator * value.denominator  # sqrt(p/q) = sqrt(p*q) / q
    root = isqrt(product)
    if root * root == product:
        return Fraction(root, value.denominator)
    return Fraction(isqrt(product * ONE * ONE), value.denominator * ONE)


def _fixed(value: Fraction) -> int:
    return floor(value * ONE)


def _atanh_inverse(n: int) -> int:
    """atanh(1/n) in fixed point: the sum of 1 / ((2k+1) n^(2k+1))."""
    total, power, k = 0, ONE // n, 0
    while power:
        total += power // (2 * k + 1)
        power //= n * n
        k += 1
    return total


@cache
def _ln_two() -> int:
    return 2 * _atanh_inverse(3)


def _ln_fixed(value: Fraction) -> int:
    """Natural logarithm in fixed point: powers of two taken out, then 2 atanh((m - 1) / (m + 1)), m near 1."""
    twos = 0
    while value > Fraction(3, 2):
        value, twos = value / 2, twos + 1
    while value < Fraction(3, 4):
        value, twos = value * 2, twos - 1
    z = _fixed((value - 1) / (value + 1))
    square = z * z // ONE
    total, power, k = 0, z, 0
    while power and power != -1:
        total += power // (2 * k + 1)
        power = power * square // ONE
        k += 1
    return 2 * total + twos * _ln_two()


def _exp_fixed(exponent: int) -> Fraction:
    """e to a fixed-point exponent: whole multiples of ln 2 taken out, then the exponential series."""
    twos, rest = divmod(exponent, _ln_two())
    total, term, k = 0, ONE, 0
    while term:
        total += term
        k += 1
        term = term * rest // (ONE * k)
    return Fraction(total, ONE) * Fraction(2) ** twos


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """base (above 0) to a fraction, right to more than 50 digits."""
    return _exp_fixed(_fixed(exponent * Fraction(_ln_fixed(base), ONE)))


def log10(value: Fraction) -> Fraction:
    """Common logarithm, right to more than 50 digits."""
    return Fraction(_ln_fixed(value), _ln_fixed(Fraction(10)))
