"""What a change of dose, doses a day or days comes to for the dose of a day and of a cycle."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from regimen.numbers import plain
from regimen.unit_words import unit_words

#: after = before * multiplier / divisor -> the words that stand for it.
EXACT = ((1, 2, "half"), (2, 1, "double"), (3, 1, "triple"), (1, 3, "third"), (1, 4, "quarter"), (4, 1, "fourfold"))


def consequence(before: Mapping[str, object], after: Mapping[str, object], words: Mapping[str, Any]) -> str:
    """The words, "" where a side does not say enough to reckon with.

    before, after  `dose.amount`, `dose.unit`, `doses_per_day`, `days` of one drug, as the file has them
    """
    sides = [_doses(before), _doses(after)]
    old, new = sides
    if old is None or new is None:
        return ""
    said = words["consequence"]
    if old[0] != new[0]:
        return str(said["unit"].format(before=old[0], after=new[0]))
    told = []
    for name, one, other in (("daily", old[1], new[1]), ("cycle", old[2], new[2])):
        if one != other and not (name == "cycle" and other * old[1] == one * new[1]):
            ratio = ratio_words(one, other, words["ratio"])
            told.append(said[name].format(ratio=ratio, before=plain(one), after=plain(other), unit=unit_words(old[0])))
    return ", and ".join(told) or str(said["same"])


def ratio_words(before: Decimal, after: Decimal, words: Mapping[str, str]) -> str:
    """How one amount becomes another; both above nothing."""
    for times, parts, name in EXACT:
        if after * parts == before * times:
            return words[name]
    percent = (after * 100 / before).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    about = "" if percent * before == after * 100 else "_about"
    return words[("falls" if after < before else "rises") + about].format(percent=plain(percent))


def _doses(side: Mapping[str, object]) -> tuple[str, Decimal, Decimal] | None:
    """Unit, dose of a day and dose of a cycle; None when a part is missing or no number."""
    amount, unit, times, days = (side.get(name) for name in ("dose.amount", "dose.unit", "doses_per_day", "days"))
    if isinstance(amount, bool) or not isinstance(amount, int | Decimal) or not Decimal(amount).is_finite():
        return None
    if type(times) is not int or not isinstance(unit, str) or not isinstance(days, list) or not days:
        return None
    daily = Decimal(amount) * times
    return (unit, daily, daily * len(days)) if daily > 0 else None
