"""The recovery key: 160 random bits in eight groups a person can write down and type again.

Each group is four signs and a check sign, computed in the field of 32 elements, so that any wrong sign, any two signs
exchanged within a group, and a group in the wrong place are noticed and the group is named.
"""

import secrets
from collections.abc import Sequence

from records.errors import RecordError

#: Without I, L, O and U, which are read as other signs.
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, DATA_SIGNS = 8, 4
_READ_AS = {"I": "1", "L": "1", "O": "0"}
#: x^5 + x^2 + 1, under which 2 generates all elements but 0.
_FIELD = 0b100101


def _times(one: int, other: int) -> int:
    """The product of two elements of the field."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 0b100000:
            one ^= _FIELD
        other >>= 1
    return product


def _power(exponent: int) -> int:
    power = 1
    for _ in range(exponent):
        power = _times(power, 2)
    return power


def _check_sign(signs: Sequence[int], group: int) -> int:
    check = _times(_power(DATA_SIGNS + 1), group + 1)
    for place, sign in enumerate(signs):
        check ^= _times(_power(place + 1), sign)
    return check


def new_recovery_key() -> str:
    """A new key as a person reads it: groups of five signs, a hyphen between."""
    groups = []
    for group in range(GROUPS):
        signs = [secrets.randbelow(len(SIGNS)) for _ in range(DATA_SIGNS)]
        groups.append("".join(SIGNS[sign] for sign in (*signs, _check_sign(signs, group))))
    return "-".join(groups)


def read_recovery_key(text: str) -> str:
    """The key as `new_recovery_key` wrote it, from what a person typed in any case and with any spaces.

    Raises RecordError naming the first group that cannot be right.
    """
    wanted = GROUPS * (DATA_SIGNS + 1)
    signs = [_READ_AS.get(sign, sign) for sign in text.upper() if not sign.isspace() and sign not in "-–—.,"]
    for place, sign in enumerate(signs):
        if sign not in SIGNS:
            raise RecordError(f"Group {place // (DATA_SIGNS + 1) + 1} of the recovery key holds a sign it cannot have.")
    if len(signs) != wanted:
        raise RecordError(f"The recovery key has {wanted} signs in {GROUPS} groups; {len(signs)} were typed.")
    groups = []
    for group in range(GROUPS):
        part = signs[group * (DATA_SIGNS + 1) : (group + 1) * (DATA_SIGNS + 1)]
        values = [SIGNS.index(sign) for sign in part]
        if values[-1] != _check_sign(values[:-1], group):
            raise RecordError(f"Group {group + 1} of the recovery key is mistyped.")
        groups.append("".join(part))
    return "-".join(groups)
