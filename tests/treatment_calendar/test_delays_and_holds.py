"""Cycles put off, drugs held and stopped."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from regimen.errors import Refused
from regimen.given import Case, Delay, Hold, Previous


def held(case: Case, *holds: tuple[str, date, date | None]) -> Case:
    return replace(case, holds=tuple(Hold(drug, start, end, "asked by the doctor") for drug, start, end in holds))


class TestDelays:
    def test_cycle_2_a_week_later_moves_everything_after_it(self, small: Any) -> None:
        course = small.course(small.put_off((2, 7, "all")))
        assert [course.cycle(number).day1 for number in (1, 2, 3, 8)] == [
            date(2026, 3, 2), date(2026, 3, 30), date(2026, 4, 20), date(2026, 8, 3),
        ]  # fmt: skip
        assert course.cycle(1).length == 28 and course.cycle(1).last_day == date(2026, 3, 29)
        assert course.cycle(1).oral_doses == 28 and str(course.cycle(1).last_dose) == "2026-03-15 pm"
        (interval,) = [note for note in course.notes if note.kind == "interval"]
        assert (interval.date, interval.text) == (
            date(2026, 3, 30), "28 days since day 1 of the cycle before (planned: 21)",
        )  # fmt: skip
        assert [(alert.code, alert.severity) for alert in course.alerts] == [("interval-long", "note")]
        assert "cycle 2 put off by 7 days: neutropenia" in {note.text for note in course.notes}

    def test_putting_off_one_cycle_only_leaves_too_short_an_interval(self, small: Any) -> None:
        course = small.course(small.put_off((2, 7, "this")))
        assert [course.cycle(number).day1 for number in (2, 3)] == [date(2026, 3, 30), date(2026, 4, 13)]
        short = course.alerts[1]
        assert (short.code, short.severity) == ("interval-short", "stop")
        assert (short.params["cycle"], short.params["days"], short.params["cycle_days"]) == ("3", "14", "21")

    def test_tablets_never_run_into_the_next_cycle_and_a_note_counts_them(self, small: Any) -> None:
        course = small.course(small.put_off((2, 7, "this")), first_dose="evening")
        second = course.cycle(2)
        assert second.oral_doses == 27 and second.planned_oral_doses == 28
        assert [note.text for note in course.notes if note.kind == "tablets_cut"] == [
            "1 doses of capecitabine would fall on or after the next day 1 and are not planned"
        ]

    def test_the_delay_of_the_first_cycle_moves_its_day_1(self, small: Any) -> None:
        assert small.course(small.put_off((1, 3, "all"))).cycle(1).day1 == date(2026, 3, 5)

    def test_delays_of_earlier_cycles_are_already_in_day_1(self, small: Any) -> None:
        case = replace(small.put_off((2, 7, "all")), cycle=3)
        assert small.course(case).cycle(3).day1 == case.day1

    def test_a_delay_after_the_last_cycle_laid_out_moves_its_last_day(self, small: Any) -> None:
        only = small.course(small.put_off((2, 7, "all")), 1).cycle(1)
        assert only.last_day == date(2026, 3, 29) and only.next_day1 == date(2026, 3, 30)

    def test_a_delay_by_five_days_into_the_weekend_is_noted(self, small: Any) -> None:
        course = small.course(small.put_off((2, 5, "all")), 2)
        assert [(n.date, n.text) for n in course.notes if n.kind == "weekend"] == [
            (date(2026, 3, 28), "Saturday: treatment on a weekend")
        ]

    @pytest.mark.parametrize(
        ("delay", "field"),
        [
            pytest.param(Delay(2, -1, "x"), "delays[0].days", id="brought forward"),
            pytest.param(Delay(2, 366, "x"), "delays[0].days", id="more than a year"),
            pytest.param(Delay(0, 7, "x"), "delays[0].cycle", id="no such cycle"),
            pytest.param(Delay(2, 21, "x", "this"), "delays[0].days", id="on the next day 1"),
            pytest.param(Delay(2, 30, "x", "this"), "delays[0].days", id="after the next day 1"),
        ],
    )
    def test_a_delay_that_cannot_be_is_refused(self, small: Any, delay: Delay, field: str) -> None:
        with pytest.raises(Refused) as refused:
            small.course(replace(small.case, delays=(delay,)))
        assert refused.value.field == field

    def test_the_interval_to_the_cycle_before_is_counted_in_real_days(self, small: Any) -> None:
        case = replace(small.case, cycle=2, previous=Previous(last_day1=date(2026, 2, 16)))
        course = small.course(case, 1)
        assert [(alert.code, alert.params["days"]) for alert in course.alerts] == [("interval-short", "14")]

    @pytest.mark.parametrize("cycles", [0, -1, 201])
    def test_a_number_of_cycles_that_cannot_be_is_refused(self, small: Any, cycles: int) -> None:
        with pytest.raises(Refused, match="1 to 200"):
            small.course(cycles=cycles)

    @pytest.mark.parametrize("day1", [date(1, 1, 1), date(9999, 12, 31)])
    def test_a_date_far_away_is_refused(self, small: Any, day1: date) -> None:
        with pytest.raises(Refused, match="day1"):
            small.course(small.starting(day1))


class TestHolds:
    def test_the_inhibitor_on_hold_leaves_capox_running(self, small: Any) -> None:
        course = small.course(held(small.case, ("pembrolizumab", date(2026, 3, 23), None)))
        first, second = course.cycle(1), course.cycle(2)
        assert [give.drug for give in first.days[0].give] == ["pembrolizumab", "oxaliplatin"]
        assert [give.drug for give in second.days[0].give] == ["oxaliplatin"]
        assert second.days[0].held == ("pembrolizumab",) and second.oral_doses == 28
        assert all(cycle.days[0].held == ("pembrolizumab",) for cycle in course.cycles[1:])
        assert [n.text for n in course.notes if n.kind == "hold"] == [
            "pembrolizumab on hold from 23 Mar 2026 until further notice: asked by the doctor"
        ]

    def test_a_hold_of_tablets_takes_doses_away_and_moves_nothing(self, small: Any) -> None:
        course = small.course(held(small.case, ("capecitabine", date(2026, 3, 9), date(2026, 3, 11))))
        first = course.cycle(1)
        assert first.oral_doses == 22 and first.planned_oral_doses == 28
        assert dict(first.supply) == {Decimal(150): 22, Decimal(500): 66}
        assert str(first.last_dose) == "2026-03-15 pm" and course.cycle(2).day1 == date(2026, 3, 23)
        on_hold = [day for day in first.days if day.held]
        assert [day.date for day in on_hold] == [date(2026, 3, 9), date(2026, 3, 10), date(2026, 3, 11)]
        assert all(day.rest and not day.swallow and not day.take for day in on_hold)
        (said,) = [n for n in course.notes if n.kind == "hold_tablets"]
        assert "22 of 28 doses taken" in said.text and "not made up" in said.text

    def test_a_hold_over_the_last_tablets_does_not_move_them_into_the_rest_days(self, small: Any) -> None:
        first = small.course(held(small.case, ("capecitabine", date(2026, 3, 12), date(2026, 3, 20)))).cycle(1)
        assert str(first.last_dose) == "2026-03-11 pm" and first.oral_doses == 20
        assert [day.cycle_day for day in first.days if day.held] == [11, 12, 13, 14]

    def test_oxaliplatin_on_hold_on_day_1_is_not_given_later(self, small: Any) -> None:
        course = small.course(held(small.case, ("oxaliplatin", date(2026, 3, 2), date(2026, 3, 8))), 2)
        given = [
            day.date for cycle in course.cycles for day in cycle.days for give in day.give if give.drug == "oxaliplatin"
        ]
        assert given == [date(2026, 3, 23)]

    def test_a_visit_stays_when_every_drug_is_on_hold(self, small: Any) -> None:
        drugs = ("pembrolizumab", "oxaliplatin", "capecitabine")
        first = small.course(held(small.case, *((drug, date(2026, 3, 2), None) for drug in drugs))).cycle(1)
        assert first.days[0].visit and first.days[0].held == drugs
        assert (first.first_dose, first.oral_doses, dict(first.supply)) == (None, 0, {})

    def test_medicines_against_nausea_are_left_out_when_nothing_is_infused_and_a_note_says_so(self, small: Any) -> None:
        holds = (
            ("pembrolizumab", date(2026, 3, 2), date(2026, 3, 2)),
            ("oxaliplatin", date(2026, 3, 2), date(2026, 3, 2)),
        )
        course = small.course(held(small.case, *holds), 2)
        assert not any(day.supportive for day in course.cycle(1).days)
        assert [medicine.id for medicine in course.cycle(2).days[0].supportive] == ["ondansetron"]
        assert [n.date for n in course.notes if n.kind == "supportive_left_out"] == [date(2026, 3, 2)]

    @pytest.mark.parametrize(
        ("hold", "field"),
        [
            pytest.param(Hold("warfarin", date(2026, 3, 2), None, "x"), "holds[0].drug", id="not of the course"),
            pytest.param(Hold("oxaliplatin", date(2026, 3, 3), date(2026, 3, 2), "x"), "holds[0].to", id="backwards"),
        ],
    )
    def test_a_hold_that_cannot_be_is_refused(self, small: Any, hold: Hold, field: str) -> None:
        with pytest.raises(Refused) as refused:
            small.course(replace(small.case, holds=(hold,)))
        assert refused.value.field == field


class TestStops:
    def test_a_drug_stopped_is_never_given_again(self, small: Any) -> None:
        course = small.course(replace(small.case, stopped={"oxaliplatin": date(2026, 4, 13)}))
        given = [cycle.cycle for cycle in course.cycles for give in cycle.days[0].give if give.drug == "oxaliplatin"]
        assert given == [1, 2]
        assert [n.text for n in course.notes if n.kind == "stop"] == ["oxaliplatin stopped from 13 Apr 2026"]

    def test_a_stop_of_everything_ends_the_course_and_keeps_the_running_cycle_visible(self, small: Any) -> None:
        course = small.course(replace(small.case, stopped={"all": date(2026, 3, 30)}))
        assert [cycle.cycle for cycle in course.cycles] == [1, 2]
        second = course.cycle(2)
        assert second.oral_doses == 14 and str(second.last_dose) == "2026-03-29 pm"
        assert second.next_day1 is None and second.next_blood_test is None
        assert all(not day.visit and not day.supportive for day in second.days if day.date >= date(2026, 3, 30))
        assert not any(day.blood_test for day in second.days)

    def test_a_stop_on_day_1_leaves_that_cycle_out(self, small: Any) -> None:
        course = small.course(replace(small.case, stopped={"all": date(2026, 3, 23)}))
        assert [cycle.cycle for cycle in course.cycles] == [1]
        assert course.cycle(1).last_day == date(2026, 3, 23) - timedelta(days=1)

    def test_a_stop_of_a_drug_the_course_does_not_have_is_refused(self, small: Any) -> None:
        with pytest.raises(Refused, match="cisplatin is not a drug of this course"):
            small.course(replace(small.case, stopped={"cisplatin": date(2026, 3, 23)}))
