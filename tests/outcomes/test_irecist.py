"""iRECIST (Seymour 2017): progression is unconfirmed until more of it is seen."""

from typing import Any

import pytest

from outcomes.recist.answer import answer
from outcomes.recist.case import read_case
from tests.outcomes.readings import case

LIVER = {"T1": ("liver", "non-node")}
FOUR_WEEKS = ("2024-04-15", "2024-05-13", "2024-06-10", "2024-07-08")


def immune(*scans: dict[str, Any], days: tuple[str, ...] = FOUR_WEEKS, **more: Any) -> dict[str, Any]:
    return answer(read_case(case(LIVER, *scans, days=days, criteria="irecist", **more)))[0]


def said(found: dict[str, Any]) -> list[str | None]:
    return [visit["irecist"] for visit in found["visits"]]


def test_an_unchanged_progression_stays_unconfirmed_and_dates_from_its_first_scan() -> None:
    found = immune({"T1": 50}, {"T1": 60}, {"T1": 62}, {"T1": 64})
    assert (said(found), found["ibor"], found["ipd_date"]) == (["iUPD", "iUPD", "iUPD"], "iUPD", "2024-04-15")


@pytest.mark.parametrize(("next_mm", "expected"), [("64.9", "iUPD"), ("65", "iCPD")])
def test_five_millimetres_more_confirm(next_mm: str, expected: str) -> None:
    assert said(immune({"T1": 50}, {"T1": 60}, {"T1": next_mm}))[1] == expected


def test_growth_before_four_weeks_confirms_nothing_but_a_new_lesion_of_new_symptoms_does() -> None:
    soon = ("2024-04-15", "2024-05-12")
    assert said(immune({"T1": 50}, {"T1": 60}, {"T1": 80}, days=soon)) == ["iUPD", "iUPD"]
    first = {"T1": 50, "new_lesions": {"A": {"mm": "12"}}}
    second = {"T1": 50, "new_lesions": {"A": {"mm": "12"}, "B": {"mm": "11"}}}
    assert said(immune({"T1": 50}, first, second, days=soon))[1] == "iUPD"
    assert said(immune({"T1": 50}, first, second | {"for_symptoms": True}, days=soon))[1] == "iCPD"


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ({"A": {"mm": "16"}}, "iUPD"),
        ({"A": {"mm": "17"}}, "iCPD"),
        ({"A": {"mm": "12"}, "B": {"mm": "10"}}, "iCPD"),
        ({"A": {"state": "present", "grew": True}}, "iCPD"),
        ({"A": {"state": "absent"}}, "iSD"),
    ],
)
def test_new_lesions_are_followed_on_their_own(later: dict[str, Any], expected: str) -> None:
    found = immune({"T1": 50}, {"T1": 50, "new_lesions": {"A": {"mm": "12"}}}, {"T1": 50, "new_lesions": later})
    assert said(found)[1] == expected
    assert found["visits"][1]["sum_mm"] == "50"


def test_other_disease_that_grows_on_confirms() -> None:
    seen = {"T1": 50, "nontarget": {"N": "unequivocal_pd"}}
    stays = immune({"T1": 50, "nontarget": {"N": "present"}}, seen, seen, nontarget=("N",))
    grows = immune({"T1": 50, "nontarget": {"N": "present"}}, seen, seen | {"nontarget_further_increase": True},
                   nontarget=("N",))  # fmt: skip
    assert (said(stays), said(grows)) == (["iUPD", "iUPD"], ["iUPD", "iCPD"])


def test_a_cancelled_progression_resets_the_bar_and_the_next_one_is_a_first_one() -> None:
    found = immune({"T1": 50}, {"T1": 62}, {"T1": 50}, {"T1": 61}, {"T1": 67})
    assert (said(found), found["ibor"]) == (["iUPD", "iSD", "iUPD", "iCPD"], "iSD")
    assert found["ipd_date"] == "2024-06-10"
    assert found["bor_unconfirmed"] == "PD"


def test_a_scan_without_an_answer_neither_confirms_nor_cancels() -> None:
    found = immune({"T1": 50}, {"T1": 62}, {"T1": "not_evaluated"}, {"T1": 67})
    assert said(found) == ["iUPD", "NE", "iCPD"]


def test_nothing_is_judged_after_confirmed_progression() -> None:
    found = immune({"T1": 50}, {"T1": 62}, {"T1": 70}, {"T1": 10})
    assert said(found) == ["iUPD", "iCPD", None]
