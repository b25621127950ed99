"""A restart at a lower dose within a cycle: doses left, plans, proof, and the second path."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.case import read_case
from regimen.engine import answer
from regimen.errors import Refused
from regimen.given import Case, Half, Hold, Slot
from regimen.library import load_profile, load_regimen
from regimen.recheck_restart import compare_restart, recheck_restart
from regimen.restart import Restart, RestartAsk, as_json, from_json, restart

DAY1 = date(2026, 3, 2)
DRUG = "capecitabine"
REGIMEN, PROFILE = load_regimen("ici-capox"), load_profile("us")
HALVES: tuple[Half, ...] = ("am", "pm")
FIRST = {"morning": 0, "evening": 1, "next_morning": 2}


def slot(half: int) -> Slot:
    """A half day by its number from the morning of day 1."""
    return DAY1 + timedelta(days=half // 2), HALVES[half % 2]


def case(first_dose: str, held: tuple[int, int], percent: str = "75", chosen: int | None = 0) -> Case:
    """Capecitabine held over half days first to last, and then at a percent."""
    written = {
        "regimen": "ici-capox", "practice": "us", "options": {"ici": "pembrolizumab"}, "cycle": 1,
        "patient": {"sex": "female", "birth_date": "1960-03-01"}, "day1": DAY1.isoformat(),
        "basis": {"height_cm": "165", "weight_kg": "58.0", "weight_date": DAY1.isoformat()},
        "policy": {"first_dose": first_dose}, "dose_percent": {DRUG: percent},
    }  # fmt: skip
    start, end = slot(held[0]), slot(held[1])
    hold = Hold(DRUG, start[0], end[0], "diarrhoea", start[1], end[1])
    return replace(read_case(written), holds=(hold,), chosen_plan={} if chosen is None else {DRUG: chosen})


def full_mg() -> Decimal:
    return answer(replace(case("morning", (0, 0), "100"), holds=())).dose_of(DRUG).exact_mg


def asked(first_dose: str, held: tuple[int, int], again: int, **more: object) -> RestartAsk:
    percent = str(more.get("percent", "75"))
    chosen = more.get("chosen", 0)
    assert chosen is None or isinstance(chosen, int)
    next_day1 = more.get("next_day1", DAY1 + timedelta(days=21))
    assert isinstance(next_day1, date)
    return RestartAsk(case(first_dose, held, percent, chosen), DRUG, slot(again), next_day1, full_mg())


def made(ask: RestartAsk) -> Restart:
    found = restart(REGIMEN, PROFILE, ask)
    again = recheck_restart(REGIMEN.text, PROFILE.text, ask.case, DRUG, ask.start, ask.next_day1)
    counts = (found.mornings, found.evenings, found.taken, found.missed)
    assert list(compare_restart(found.dose, counts, again, ask.case.chosen_plan.get(DRUG))) == []
    return found


def test_after_the_morning_of_day_9_the_restart_on_day_12_has_six_doses_at_its_own_tablets() -> None:
    found = made(asked("morning", (17, 21), 22))
    assert (found.taken, found.missed, found.mornings, found.evenings) == (17, 5, 3, 3)
    assert found.last == (date(2026, 3, 15), "pm")
    plan = found.plan
    assert plan is not None
    assert plan.supply == {size: (plan.am.get(size, 0) + plan.pm.get(size, 0)) * 3 for size in plan.supply}
    assert found.dose.percent == 75 and found.dose.exact_mg * 4 == full_mg() * 3
    steps = {one.step: one for one in found.dose.proof}
    assert steps["doses_left"].result == "6" and "5 missed, not made up" in steps["doses_left"].formula
    assert steps["supply"].formula.startswith("3 mornings, 3 evenings")


@pytest.mark.parametrize(("first_dose", "held", "again", "left"), [
    ("morning", (20, 26), 27, (0, 1)),  # the evening of day 14
    ("morning", (0, 0), 1, (13, 14)),  # the evening of day 1
    ("evening", (20, 27), 28, (1, 0)),  # the morning of day 15
    ("next_morning", (2, 28), 29, (0, 1)),  # the evening of day 15
])  # fmt: skip
def test_the_edges_of_the_days_of_tablets(
    first_dose: str, held: tuple[int, int], again: int, left: tuple[int, int]
) -> None:
    found = made(asked(first_dose, held, again))
    assert (found.mornings, found.evenings) == left
    assert found.plan is not None and all(found.plan.supply.values())


@pytest.mark.parametrize(("first_dose", "held", "again", "percent", "words"), [
    ("morning", (17, 27), 28, "75", "No dose of capecitabine is due on 2026-03-16, morning"),
    ("evening", (0, 0), 1, "75", "the first dose of the cycle"),
    ("morning", (17, 21), 23, "75", "is not on hold: a restart is the first dose after a hold"),
    ("morning", (17, 24), 22, "75", "still on hold or stopped"),
    ("morning", (17, 21), 22, "100", "end the hold"),
])  # fmt: skip
def test_what_is_no_restart_is_refused_in_a_sentence(
    first_dose: str, held: tuple[int, int], again: int, percent: str, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        restart(REGIMEN, PROFILE, asked(first_dose, held, again, percent=percent))


def test_a_restart_never_gives_more_than_the_one_before_it() -> None:
    first = made(asked("morning", (10, 12), 13, percent="50"))
    with pytest.raises(Refused, match="more than before"):
        restart(REGIMEN, PROFILE, replace(asked("morning", (17, 21), 22), before_mg=first.dose.exact_mg))


def test_an_infusion_and_a_drug_of_no_cycle_are_refused() -> None:
    for drug in ("oxaliplatin", "gemcitabine"):
        with pytest.raises(Refused):
            restart(REGIMEN, PROFILE, replace(asked("morning", (17, 21), 22), drug=drug))


def test_the_answer_is_written_and_read_whole() -> None:
    found = made(asked("morning", (17, 21), 22))
    assert from_json(as_json(found)) == found
    open_choice = restart(REGIMEN, PROFILE, asked("morning", (17, 21), 22, percent="50", chosen=None))
    assert from_json(as_json(open_choice)) == open_choice


def test_the_alerts_are_those_of_the_drug_and_not_of_the_cycle() -> None:
    codes = {(one.code, one.drug) for one in made(asked("morning", (17, 21), 22)).order.alerts}
    assert ("dpyd-missing", DRUG) in codes
    assert {drug for _code, drug in codes} == {DRUG} and not any(code == "drug-held" for code, _drug in codes)


@given(
    first_dose=st.sampled_from(sorted(FIRST)),
    first=st.integers(0, 28),
    length=st.integers(0, 28),
    percent=st.sampled_from(["75", "50", "62.5"]),
    cut=st.integers(10, 21),
)
def test_doses_taken_missed_and_left_make_up_the_cycle(
    first_dose: str, first: int, length: int, percent: str, cut: int
) -> None:
    later = FIRST[first_dose]
    due = [half for half in range(later, 28 + later) if half < 2 * cut]
    again = first + length + 1
    ask = asked(first_dose, (first, first + length), again, percent=percent, next_day1=DAY1 + timedelta(days=cut))
    if again not in due or due.index(again) == 0:
        with pytest.raises(Refused):
            restart(REGIMEN, PROFILE, ask)
        return
    found = made(ask)
    assert found.taken + found.missed + found.doses == len(due)
    plan = found.plan
    assert plan is not None
    for size in plan.supply:
        assert plan.supply[size] == plan.am.get(size, 0) * found.mornings + plan.pm.get(size, 0) * found.evenings
    assert sum(size * count for size, count in plan.supply.items()) == (
        plan.am_mg * found.mornings + plan.pm_mg * found.evenings
    )


def test_the_second_path_finds_a_wrong_count_and_a_wrong_supply() -> None:
    ask = asked("morning", (17, 21), 22)
    found = made(ask)
    again = recheck_restart(REGIMEN.text, PROFILE.text, ask.case, DRUG, ask.start, ask.next_day1)
    counts = (found.mornings, found.evenings, found.taken, found.missed)
    wrong = replace(found.dose.plans[0], supply={Decimal(500): 99})
    dose = replace(found.dose, plans=(wrong, *found.dose.plans[1:]))
    assert "plans[0].supply" in list(compare_restart(dose, counts, again, 0))
    assert "doses_left" in list(compare_restart(found.dose, (counts[0] + 1, *counts[1:]), again, 0))
    more = replace(found.dose, exact_mg=found.dose.exact_mg + 1)
    assert "exact_mg" in list(compare_restart(more, counts, again, 0))
