"""Whatever a case holds, the answer is an order with finite numbers or a refusal in words, never a failure of ours."""

import copy
import json
from decimal import Decimal, InvalidOperation
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from regimen import library
from regimen.answer import as_json
from regimen.answer_text import as_text
from regimen.case import read_case
from regimen.engine import answer
from regimen.errors import RegimenError
from tests.regimen.test_case import FULL

NUMBERS = st.one_of(
    st.integers(-5, 400).map(str),
    st.decimals("0.001", 300, places=3).map(str),
    st.sampled_from(["0", "1e9", "NaN", "999999999999", "0.0000000001", "58,4", "", "-0", "5000000000"]),
)
LEAVES = st.one_of(
    NUMBERS,
    st.none(),
    st.booleans(),
    st.integers(-3, 500),
    st.sampled_from(
        ["2026-03-02", "1900-01-01", "2199-12-31", "2024-02-29", "mg/dL", "umol/L", "x 10^9/L", "cells/uL"]
    ),
    st.sampled_from(["oxaliplatin", "capecitabine", "pembrolizumab", "eu", "cn", "eu_table", "boyd", "reference"]),
    st.text(max_size=8),
)


def paths(value: object, before: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    found = [before] if before else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += paths(inner, (*before, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found += paths(inner, (*before, index))
    return found


def case_of(name: str) -> dict[str, Any]:
    """A full case of a shipped regimen: the first choice of every option it asks for."""
    regimen, options = library.load_regimen(name), dict[str, str]()
    for _ in regimen.options:
        options |= {
            option.id: option.choices[0].id for option in regimen.options_of(options) if option.id not in options
        }
    drugs = {
        "starting_percent": {},
        "dose_percent": {},
        "dose_level": {},
        "chosen_plan": {},
        "stopped": {},
        "holds": [],
    }
    return FULL if name == "ici-capox" else FULL | drugs | {"regimen": name, "options": options}


CASES = [case_of(name) for name in library.shipped_regimens()]
PATHS = paths(FULL)


def spoilt(case: dict[str, Any], changes: list[tuple[tuple[object, ...], object]]) -> dict[str, Any]:
    made = copy.deepcopy(case)
    for path, value in changes:
        place: Any = made
        for key in path[:-1]:
            place = place[key] if isinstance(place, dict | list) and _has(place, key) else None
            if place is None:
                break
        if isinstance(place, dict) or (isinstance(place, list) and _has(place, path[-1])):
            place[path[-1]] = value
    return made


def _has(place: Any, key: object) -> bool:
    return key in place if isinstance(place, dict) else isinstance(key, int) and key < len(place)


def finite(value: object) -> bool:
    if isinstance(value, dict):
        return all(finite(inner) for inner in value.values())
    if isinstance(value, list):
        return all(finite(inner) for inner in value)
    assert not isinstance(value, float | Decimal)
    if not isinstance(value, str):
        return True
    try:
        return Decimal(value).is_finite() or value.casefold() in ("nan", "inf", "infinity", "snan")
    except InvalidOperation:
        return True


@settings(max_examples=400)
@given(
    case=st.sampled_from(CASES),
    changes=st.lists(st.tuples(st.sampled_from(PATHS), LEAVES), max_size=4),
)
def test_a_case_with_anything_in_it_is_answered_or_refused(case: dict[str, Any], changes: list[Any]) -> None:
    made = spoilt(case, changes)
    try:
        order = answer(read_case(made))
    except RegimenError as refused:
        assert str(refused).strip()
        return
    written = as_json(order)
    assert finite({key: value for key, value in written.items() if key != "alerts"})
    json.dumps(written)
    assert as_text(order)
    for dose in order.doses:
        assert dose.exact_mg > 0
        assert dose.dose_mg is None or dose.dose_mg > 0


def test_the_cases_that_are_spoilt_here_are_good_ones() -> None:
    assert len(CASES) == len(library.shipped_regimens())
    for case in CASES:
        assert answer(read_case(case)).doses
