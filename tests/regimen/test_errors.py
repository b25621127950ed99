"""Refusals keep everything they say, also on their way out of another process."""

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from multiprocessing import get_context

import pytest

from regimen.case import read_case
from regimen.errors import OutOfRange, Refusal, Refused, RegimenError, refuse
from regimen.weights import devine_kg

TWO = Refused([Refusal("basis.height_cm", "Height is missing."), Refusal("day1", "Day 1 is missing.")])
REFUSALS = [
    TWO,
    refuse("name", "{x} and 'quotes' stay."),
    Refused([]),
    OutOfRange("height_cm", Decimal("10.50"), "heights from 50"),
]


@pytest.mark.parametrize("error", REFUSALS, ids=lambda error: f"{type(error).__name__} {error}"[:40])
@pytest.mark.parametrize("again", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy, copy.deepcopy])  # type: ignore[no-untyped-call]
def test_a_refusal_is_the_same_after_pickling_and_copying(error: RegimenError, again: object) -> None:
    came = again(error)  # type: ignore[operator]
    assert type(came) is type(error)
    assert (str(came), came.field, came.args) == (str(error), error.field, error.args)
    assert getattr(came, "refusals", None) == getattr(error, "refusals", None)


def test_refusals_raised_in_another_process_arrive_whole() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        with pytest.raises(Refused) as refused:
            pool.submit(read_case, {}).result()
        with pytest.raises(OutOfRange) as out_of_range:
            pool.submit(devine_kg, Decimal(10), "female").result()
    assert [refusal.field for refusal in refused.value.refusals] == ["regimen", "patient", "basis", "day1"]
    assert out_of_range.value.field == "height_cm"
