"""The case of the next cycle carries what the last signed order decided."""

import json
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from records.cycle_case import case_for
from regimen.answer import as_json
from regimen.case import read_case
from regimen.engine import answer
from regimen.given import Basis, Case
from tests.records.examples import DAY1, Store, case_text

D = Decimal


def signed(**changes: Any) -> dict[str, Any]:
    case = json.loads(case_text(1)) | changes
    written = as_json(answer(read_case(case))) | {"alerts": []}
    return {"case": json.dumps(case), "answer": json.dumps(written)}


def next_case(store: Store, start: str, **changes: Any) -> Case:
    course = store.course(starting_percent={"capecitabine": D(start)})
    store.signing(course, **signed(**changes)).result()
    space, settings = store.actions.workspace(course.patient_id).result(), store.actions.settings().result()
    return case_for(space, course, 2, DAY1 + timedelta(21), settings, Basis(D(165), D("51.5")))


@pytest.mark.parametrize(("start", "raised"), [("50", False), ("75", True), ("100", True)])
def test_a_lowered_start_raised_in_the_course_is_a_stop_in_the_next_cycle(
    store: Store, start: str, raised: bool
) -> None:
    case = next_case(store, start, starting_percent={"capecitabine": "50"}, dose_percent={"oxaliplatin": "75"})
    (past,) = case.history
    assert past.starting_percent == {"pembrolizumab": 100, "oxaliplatin": 100, "capecitabine": 50}
    assert past.dose_percent == {"pembrolizumab": 100, "oxaliplatin": 75, "capecitabine": 100}
    found = [(alert.drug, alert.severity) for alert in answer(case).alerts if alert.code == "raise-after-reduction"]
    assert found == ([("capecitabine", "stop")] if raised else [])


def test_a_kept_weight_stays_the_weight_the_next_cycle_is_compared_with(store: Store) -> None:
    basis = {"height_cm": "165", "weight_kg": "51.5", "weight_date": "2026-03-02", "kept_weight_kg": "58.0"}
    case = next_case(store, "100", basis=basis, previous={"weight_kg": "58.0"})
    assert case.previous is not None
    assert case.previous.weight_kg == D("58.0")
    assert case.basis.kept_weight_kg is None, "each cycle is decided anew"
    assert "weight-change" in {alert.code for alert in answer(case).alerts}
