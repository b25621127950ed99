"""What an order signed in the place of another rests on otherwise: old and new value of each field, in words. Pure."""

import json
from collections.abc import Iterator
from decimal import Decimal

from regimen.case import read_case
from regimen.given import Case
from regimen.numbers import plain
from regimen.supportive_words import difference_words

#: Where the reason of an order signed in the place of another stands among its reasons.
AMENDMENT = "amendment"


def amended_words(before_json: str, now_json: str) -> str:
    """ "height 165 cm → 166 cm; weight 58 kg → 57.5 kg", empty where both orders rest on the same values."""
    first, second = read_case(json.loads(before_json)), read_case(json.loads(now_json))
    before, now = dict(_values(first)), dict(_values(second))
    changed = [
        f"{name} {before.get(name, 'none')} → {now.get(name, 'none')}"
        for name in dict.fromkeys((*before, *now))
        if before.get(name) != now.get(name)
    ]
    care = difference_words(first.supportive, second.supportive)
    return "; ".join([*changed, care] if care else changed)


def _values(case: Case) -> Iterator[tuple[str, str]]:
    yield "height", _said(case.basis.height_cm, "cm")
    yield "weight", _said(case.basis.weight_kg, "kg")
    if case.basis.creatinine is not None:
        yield "creatinine", _said(case.basis.creatinine.value, case.basis.creatinine.unit)
    for name, lab in sorted(case.labs.items()):
        yield name, _said(lab.value, lab.unit)


def _said(value: Decimal, unit: str) -> str:
    return f"{plain(value)} {unit}"
