"""The case of the next cycle carries what the last signed order decided."""

import json
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from records.course.cycle_case import case_for, cumulative, delays_of
from records.values.core import EarlierCycle
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


def total_after_cycle_1(store: Store, **held: Any) -> Decimal:
    course = store.course()
    order = store.signing(course, **signed()).result()
    if held:
        store.actions.hold_drug(
            store.person, uuid4(), course.id, held["drug"], held["start"], held.get("end"), held.get("stop", False),
            "other", "neuropathy",
        ).result()  # fmt: skip
    assert order.cycle == 1
    space, settings = store.actions.workspace(course.patient_id).result(), store.actions.settings().result()
    case = case_for(space, course, 2, DAY1 + timedelta(21), settings, Basis(D(165), D("58.0")))
    assert case.previous is not None
    return case.previous.cumulative["oxaliplatin"]


@pytest.mark.parametrize(
    ("held", "counts"),
    [
        ({}, True),
        ({"drug": "oxaliplatin", "start": DAY1}, False),
        ({"drug": "oxaliplatin", "start": DAY1, "stop": True}, False),
        ({"drug": "oxaliplatin", "start": DAY1 + timedelta(1)}, True),
        ({"drug": "capecitabine", "start": DAY1}, True),
    ],
)
def test_a_dose_on_hold_adds_nothing_to_the_cumulative_total(store: Store, held: dict[str, Any], counts: bool) -> None:
    assert (total_after_cycle_1(store, **held) > 120) == counts


def test_an_order_signed_while_a_drug_is_held_adds_nothing_of_it() -> None:
    hold = {"drug": "oxaliplatin", "from": "2026-03-02", "to": None, "reason": "neuropathy"}
    orders = [answer(read_case(json.loads(case_text(1)) | {"holds": held})) for held in ([hold], [])]
    (held, given) = (cumulative([order], {"oxaliplatin": D(260)})["oxaliplatin"] for order in orders)
    assert held == 260
    assert given > 380


def test_a_course_taken_over_goes_on_from_the_percent_last_given_and_never_at_none(store: Store) -> None:
    earlier = (
        EarlierCycle(1, None, {"oxaliplatin": D(75), "capecitabine": D(75)}, {}),
        EarlierCycle(2, None, {"oxaliplatin": D(0), "capecitabine": D(100), "pembrolizumab": D(0)}, {}),
    )
    course = store.course(first_cycle=3, earlier=earlier)
    space, settings = store.actions.workspace(course.patient_id).result(), store.actions.settings().result()
    case = case_for(space, course, 3, DAY1, settings, Basis(D(165), D("58.0")))
    assert case.dose_percent == {"oxaliplatin": 75}
    assert answer(case).dose_of("oxaliplatin").percent == 75


def test_of_two_weights_or_counts_of_one_day_the_later_entered_is_dosed_on(store: Store) -> None:
    course = store.course()
    on, patient = DAY1 - timedelta(1), course.patient_id
    for kind, values in (("height_cm", ("165", "160")), ("weight_kg", ("85.0", "58.0", "57.5"))):
        for value in values:
            store.actions.measure(store.person, uuid4(), patient, kind, D(value), on).result()
    for value in ("0.9", "1.9"):
        store.actions.add_lab(
            store.person, uuid4(), patient, "neutrophils", D(value), "10^9/L", None, None, on
        ).result()
    space, settings = store.actions.workspace(patient).result(), store.actions.settings().result()
    case = case_for(space, course, 1, DAY1, settings)
    assert (case.basis.height_cm, case.basis.weight_kg) == (160, D("57.5"))
    assert (case.labs["neutrophils"].value, case.labs["neutrophils"].baseline) == (D("1.9"), D("1.9"))


def test_a_coded_reason_reaches_calendar_and_staff_sheet_in_words(store: Store) -> None:
    course = store.course()
    for key, text in ((uuid4(), ""), (uuid4(), "ANC 1.1")):
        given = (store.person, key, course.id, 2, 7, "all", "neutropenia", text)
        store.actions.delay_cycle(*given).result()  # type: ignore[arg-type]
    space = store.actions.workspace(course.patient_id).result()
    assert sorted(delay.reason for delay in delays_of(space, course)) == ["low neutrophils", "low neutrophils: ANC 1.1"]
