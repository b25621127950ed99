"""RECIST 1.1 at its edges: sources are the paper (Eisenhauer 2009) and the EORTC questions and clarifications."""

from typing import Any

import pytest

from outcomes.recist.answer import answer
from outcomes.recist.case import read_case
from regimen.errors import Refused
from tests.outcomes.readings import case

LIVER = {"T1": ("liver", "non-node")}
TWO = LIVER | {"T2": ("liver", "non-node")}
NODE = {"T1": ("lymph node", "node")}
SCENARIO = TWO | {"N": ("portal node", "node")}


def judged(given: dict[str, Any]) -> dict[str, Any]:
    return answer(read_case(given))[0]


def overall(given: dict[str, Any]) -> list[str]:
    return [visit["overall"] for visit in judged(given)["visits"]]


def test_scenario_19_the_nadir_decides_although_the_baseline_is_far_away() -> None:
    found = judged(
        case(SCENARIO, {"T1": 40, "T2": 24, "N": 20}, {"T1": 26, "T2": 14, "N": 12}, {"T1": 34, "T2": 16, "N": 14})
    )
    first, second = found["visits"]
    assert (found["baseline_sum_mm"], first["sum_mm"], first["overall"]) == ("84", "52", "PR")
    assert first["pct_change_from_baseline"].startswith("-38.09")
    assert (second["sum_mm"], second["overall"]) == ("64", "PD")
    assert second["pct_change_from_nadir"].startswith("23.07") and "+23.1 % and +12 mm" in second["why"]
    assert second["pct_change_from_baseline"].startswith("-23.80")


@pytest.mark.parametrize(
    ("nadir", "now", "expected"),
    [("20", "24", "SD"), ("20", "25", "PD"), ("25", "29.9", "SD"), ("25", "30", "PD"), ("50", "59.9", "SD")],
)
def test_progression_needs_a_fifth_and_five_millimetres(nadir: str, now: str, expected: str) -> None:
    given = case(LIVER, {"T1": 30 if int(nadir) < 30 else 52}, {"T1": nadir}, {"T1": now})
    assert judged(given)["visits"][1]["target_response"] == expected


def test_a_fall_of_exactly_30_percent_is_a_response_and_one_shown_as_30_0_is_not() -> None:
    assert overall(case(LIVER, {"T1": "33.0"}, {"T1": "23.1"})) == ["PR"]
    found = judged(case(LIVER, {"T1": "200"}, {"T1": "140.1"}))
    assert (found["visits"][0]["overall"], found["visits"][0]["pct_change_from_baseline"]) == ("SD", "-29.95")
    assert "\u221230.0 %" in judged(case(LIVER, {"T1": "333"}, {"T1": "233.2"}))["visits"][0]["why"]


def test_a_node_below_10_mm_is_normal_although_it_is_not_0() -> None:
    found = judged(case(NODE, {"T1": 22}, {"T1": "9.9"}, {"T1": 10}))
    assert [visit["target_response"] for visit in found["visits"]] == ["CR", "PD"]
    assert overall(case(NODE, {"T1": 22}, {"T1": 5}, {"T1": "9.9"})) == ["CR", "CR"]


def test_after_a_complete_response_any_tumour_that_returns_is_progression() -> None:
    assert overall(case(LIVER, {"T1": 30}, {"T1": "absent"}, {"T1": 3})) == ["CR", "PD"]
    assert overall(case(LIVER, {"T1": 30}, {"T1": "absent"}, {"T1": "too_small"})) == ["CR", "PD"]
    back = case({}, {"nontarget": {"A": "present"}}, {"nontarget": {"A": "absent"}}, {"nontarget": {"A": "present"}},
                nontarget=("A",))  # fmt: skip
    assert overall(back) == ["CR", "PD"]


def test_a_missing_target_gives_no_answer_unless_the_others_already_progress() -> None:
    given = case(TWO, {"T1": 20, "T2": 30}, {"T1": "not_evaluated", "T2": 30}, {"T2": 60})
    found = judged(given)["visits"]
    assert [visit["overall"] for visit in found] == ["NE", "PD"]
    assert (found[0]["sum_mm"], found[0]["complete"], found[0]["measured_sum_mm"]) == (None, False, "30")
    assert "T1 was not evaluated" in found[0]["why"]


def test_a_scan_with_a_missing_target_never_sets_the_nadir() -> None:
    found = judged(case(TWO, {"T1": 20, "T2": 30}, {"T1": 15}, {"T1": 20, "T2": 30}))["visits"]
    assert found[1]["nadir_before_mm"] == "50"


def test_pieces_of_a_lesion_that_split_are_added() -> None:
    assert judged(case(LIVER, {"T1": 50}, {"T1": ("20", "14.5")}))["visits"][0]["sum_mm"] == "34.5"


def test_the_marker_keeps_a_complete_response_back_until_it_is_normal() -> None:
    seen = {"nontarget": {"A": "present"}, "tumour_marker_above_uln": True, "T1": 20}
    gone = {"nontarget": {"A": "absent"}, "T1": "absent"}
    later = (gone | {"tumour_marker_above_uln": True}, gone, gone | {"tumour_marker_above_uln": False})
    found = judged(case(LIVER, seen, *later, nontarget=("A",)))["visits"]
    assert [(one["nontarget_response"], one["overall"]) for one in found] == [
        ("NON-CR/NON-PD", "PR"), ("NE", "PR"), ("CR", "CR"),
    ]  # fmt: skip


def test_a_new_lesion_is_progression_and_one_in_doubt_is_not() -> None:
    given = case(LIVER, {"T1": 30}, {"T1": 12, "new_lesion": "unequivocal"})
    assert overall(given) == ["PD"]
    assert "in doubt" in judged(case(LIVER, {"T1": 30}, {"T1": 12, "new_lesion": "equivocal"}))["visits"][0]["note"]


def test_progression_is_dated_to_the_first_scan_that_showed_the_lesion_then_proved() -> None:
    doubt, sure = {"T1": 28, "new_lesion": "equivocal"}, {"T1": 28, "new_lesion": "unequivocal"}
    found = judged(case(LIVER, {"T1": 30}, {"T1": 28}, doubt, doubt, sure))
    assert (found["pd_date"], [visit["overall"] for visit in found["visits"]]) == (
        "2024-05-27", ["SD", "SD", "SD", "PD"],
    )  # fmt: skip
    apart = judged(case(LIVER, {"T1": 30}, doubt, {"T1": 28}, sure))
    assert apart["pd_date"] == "2024-07-08"


@pytest.mark.parametrize(
    ("sizes", "unconfirmed", "confirmed", "first"),
    [
        ([20, 20], "PR", "PR", "2024-04-15"),
        ([20, "not_evaluated", 20], "PR", "PR", "2024-04-15"),
        ([20, "not_evaluated", "not_evaluated", 20], "PR", "SD", None),
        ([20, 25, 20], "PR", "SD", None),
        ([20, 30], "PR", "SD", None),
        (["absent", "absent"], "CR", "CR", "2024-04-15"),
        (["absent", "not_evaluated"], "CR", "SD", None),
        ([20, "absent"], "CR", "PR", "2024-04-15"),
        ([30, 30], "SD", "SD", None),
        (["not_evaluated"], "NE", "NE", None),
        ([], "NE", "NE", None),
    ],
)
def test_best_response_with_and_without_confirmation(
    sizes: list[object], unconfirmed: str, confirmed: str, first: str | None
) -> None:
    found = judged(case(LIVER, {"T1": 30}, *({"T1": size} for size in sizes)))
    assert (found["bor_unconfirmed"], found["bor_confirmed"]) == (unconfirmed, confirmed)
    assert found["first_response_date"] == first


def test_stable_disease_needs_its_least_time_and_what_follows_decides_before_it() -> None:
    early = ("2024-04-14", "2024-05-27")  # day 41
    assert judged(case(LIVER, {"T1": 30}, {"T1": 30}, days=early))["bor_unconfirmed"] == "NE"
    assert judged(case(LIVER, {"T1": 30}, {"T1": 30}, {"T1": 60}, days=early))["bor_unconfirmed"] == "PD"
    assert judged(case(LIVER, {"T1": 30}, {"T1": 30}))["bor_unconfirmed"] == "SD"


def test_a_confirmation_needs_28_days() -> None:
    soon = judged(case(LIVER, {"T1": 30}, {"T1": 20}, {"T1": 20}, days=("2024-04-15", "2024-05-12")))
    just = judged(case(LIVER, {"T1": 30}, {"T1": 20}, {"T1": 20}, days=("2024-04-15", "2024-05-13")))
    assert (soon["bor_confirmed"], just["bor_confirmed"]) == ("SD", "PR")


def test_scans_after_progression_or_a_new_therapy_are_judged_and_do_not_count() -> None:
    found = judged(case(LIVER, {"T1": 30}, {"T1": 60}, {"T1": 10}))
    assert [visit["scored"] for visit in found["visits"]] == [True, False]
    assert found["bor_unconfirmed"] == "PD"
    therapy = judged(case(LIVER, {"T1": 30}, {"T1": 30}, {"T1": 10}, new_anticancer_therapy="2024-05-27"))
    assert (therapy["bor_unconfirmed"], therapy["visits"][1]["scored"]) == ("SD", False)


def refusals(given: dict[str, Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        read_case(given)
    return [one.reason for one in refused.value.refusals]


def test_a_baseline_that_breaks_the_rules_is_refused_with_each_reason() -> None:
    six = {f"T{i}": ("liver" if i < 4 else "lung", "non-node") for i in range(1, 7)}
    reasons = refusals(case(six, dict.fromkeys(six, 8), {}))
    assert len([one for one in reasons if "at least 10 mm" in one]) == 6
    assert any("6 target lesions; at most 5" in one for one in reasons)
    assert any("3 target lesions in one organ (liver)" in one for one in reasons)
    nodes = {name: (f"{name} node", "node") for name in ("A", "B", "C")}
    assert any("one organ (lymph nodes)" in one for one in refusals(case(nodes, dict.fromkeys(nodes, 16), {})))
    assert refusals(case(NODE, {"T1": 14}, {})) == [
        "T1 is 14 mm; a target lesion there needs a short axis of at least 15 mm."
    ]
    assert any("not measured at baseline" in one for one in refusals(case(LIVER, {"T1": "too_small"}, {})))
    assert any("31 days before" in one for one in refusals(case(LIVER, {"T1": 20}, {}) | {"start_date": "2024-03-29"}))


def test_a_size_below_the_limit_only_before_rounding_is_let_pass_and_said() -> None:
    found = judged(case(LIVER, {"T1": "9.7"}, {"T1": "9.7"}))
    assert "9.7 mm at baseline" in found["notes"][0]
    assert refusals(case(LIVER, {"T1": "9.4"}, {}))


@pytest.mark.parametrize(
    "change",
    [
        {"target": [{"id": "T1", "site": "liver", "kind": "tumour"}]},
        {"start_date": "04.03.2024"},
        {"settings": {"confirm_days": 28}},
        {"visits": []},
        {"criteria": "who"},
        {"target": [{"id": "T1", "site": "liver", "kind": "non-node"}] * 2},
    ],
)
def test_what_cannot_be_read_is_refused(change: dict[str, Any]) -> None:
    assert refusals(case(LIVER, {"T1": 20}, {"T1": 20}) | change)


@pytest.mark.parametrize("seen", [{}, {"mm": "20", "state": "absent"}, {"mm": "-1"}, {"mm": "NaN"}, {"mm": "2,5"}, 20])
def test_a_measurement_is_one_plain_number_or_one_state(seen: object) -> None:
    given = case(LIVER, {"T1": 20}, {"T1": 20})
    given["visits"][1]["target"]["T1"] = seen
    assert refusals(given)


def test_an_unknown_lesion_a_second_baseline_and_a_date_twice_are_refused() -> None:
    given = case(LIVER, {"T1": 20}, {"T1": 20})
    given["visits"][1]["target"]["T9"] = {"mm": "20"}
    assert refusals(given) == ["visits[1].target.T9 is no lesion of this patient."]
    twice = case(LIVER, {"T1": 20}, {"T1": 20}, days=("2024-02-27",))
    assert any("two visits of one date" in one for one in refusals(twice))
    both = case(LIVER, {"T1": 20}, {"T1": 20, "baseline": True})
    assert any("more than one baseline" in one for one in refusals(both))
