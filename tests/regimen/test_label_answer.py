"""The label's own rounding outside the variance limit, and what two sentences of the agreements mean together.

"The label's own rounding comes first where it is the policy, and its error is a note, not a warning": the answer leads
the list and its distance from the exact dose is told as a note, before and after a person has taken it.
"On a tie or outside the limit nothing is preselected" and "`chosen` is null where a person must choose" make no
exception for the label: outside the limit a person chooses, and until then the order is not released. So the error
never stops an order; the missing choice does, and taking the label's answer settles it without a warning.
"""

from typing import Any

import pytest

from regimen.case import read_case
from regimen.engine import answer
from regimen.order import CycleOrder
from tests.regimen.samples import case_json

# 50 % of 1000 mg/m2 x 1.4 m2 = 700 mg, label 750 (+7.1 %)
# 1000 mg/m2 x 2.5 m2 = 2500 mg, last row of the table 2300 (-8 %)
OUTSIDE: list[tuple[str, dict[str, Any], int]] = [
    ("us", {"basis__height_cm": "160", "basis__weight_kg": "44.1", "starting_percent": {"capecitabine": 50}}, 750),
    ("eu", {"basis__height_cm": "200", "basis__weight_kg": "112.5"}, 2300),
]
INSIDE: list[tuple[str, dict[str, Any], int]] = [("us", {}, 1650), ("eu", {}, 1600)]
OF_TABLETS = ("label-rounding-variance", "choose-tablets", "tablets-outside-limit", "tablets-tie")


def ordered(practice: str, **changes: Any) -> CycleOrder:
    return answer(read_case(case_json(regimen="ici-capox", practice=practice, **changes)))


def about_tablets(order: CycleOrder) -> list[tuple[str, str]]:
    return [(alert.code, alert.severity) for alert in order.alerts if alert.code in OF_TABLETS]


@pytest.mark.parametrize(("practice", "changes", "label_mg"), OUTSIDE)
def test_outside_the_limit_the_label_leads_with_a_note_and_a_person_chooses(
    practice: str, changes: dict[str, Any], label_mg: int
) -> None:
    order = ordered(practice, **changes)
    dose = order.dose_of("capecitabine")
    first = dose.plans[0]
    assert first.label_answer and not first.within_limit
    assert first.am_mg == label_mg
    assert dose.chosen is None and dose.dose_mg is None
    assert about_tablets(order) == [("choose-tablets", "stop"), ("label-rounding-variance", "note")]
    assert not order.released


@pytest.mark.parametrize(("practice", "changes", "label_mg"), OUTSIDE)
def test_once_the_labels_answer_is_taken_its_error_is_a_note_and_nothing_else(
    practice: str, changes: dict[str, Any], label_mg: int
) -> None:
    order = ordered(practice, **changes, chosen_plan={"capecitabine": 0})
    assert order.dose_of("capecitabine").dose_mg == label_mg
    assert about_tablets(order) == [("label-rounding-variance", "note")]
    assert order.released


@pytest.mark.parametrize(("practice", "changes", "label_mg"), OUTSIDE)
def test_another_plan_outside_the_limit_is_a_warning(practice: str, changes: dict[str, Any], label_mg: int) -> None:
    plans = ordered(practice, **changes).dose_of("capecitabine").plans
    other = next(index for index, plan in enumerate(plans) if not plan.within_limit and not plan.label_answer)
    order = ordered(practice, **changes, chosen_plan={"capecitabine": other})
    assert about_tablets(order) == [("tablets-outside-limit", "warn")]


@pytest.mark.parametrize(("practice", "changes", "label_mg"), INSIDE)
def test_inside_the_limit_the_labels_answer_is_preselected_without_a_word(
    practice: str, changes: dict[str, Any], label_mg: int
) -> None:
    order = ordered(practice, **changes)
    assert order.dose_of("capecitabine").chosen == 0
    assert order.dose_of("capecitabine").dose_mg == label_mg
    assert about_tablets(order) == []
    assert order.released
