"""The course on dates: the examples a nurse counts on her fingers."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from regimen.given import Case, Hold, PastCycle, Previous, Site
from treatment_calendar.course import CourseCycle, CourseDay


def day_of(cycle: CourseCycle, on: date) -> CourseDay:
    return next(day for day in cycle.days if day.date == on)


def test_eight_cycles_from_monday_2_march_2026(small: Any) -> None:
    course = small.course()
    first = course.cycle(1)
    assert str(first.last_dose) == "2026-03-15 pm"
    assert [day.date for day in first.days if day.rest] == [date(2026, 3, day) for day in range(16, 23)]
    assert [cycle.day1 for cycle in course.cycles] == [
        date(2026, 3, 2) + timedelta(days=21 * number) for number in range(8)
    ]
    assert course.cycle(2).day1 == date(2026, 3, 23)
    assert course.cycle(8).day1 == date(2026, 7, 27)
    assert course.cycle(8).last_day == date(2026, 8, 16)
    assert course.alerts == ()


def test_bank_holidays_are_marked_and_nothing_is_moved(small: Any) -> None:
    course = small.course()
    marked = {note.date: note.text for note in course.notes if note.kind == "holiday"}
    assert marked == {
        date(2026, 5, 4): "public holiday: May Day",
        date(2026, 5, 25): "public holiday: Spring Bank Holiday",
    }
    assert [course.cycle(number).day1 for number in (4, 5)] == [date(2026, 5, 4), date(2026, 5, 25)]


def test_memorial_day_is_marked_in_the_united_states(small: Any) -> None:
    course = small.course(replace(small.case, site=None))
    assert ("public holiday: Memorial Day", date(2026, 5, 25)) in {(note.text, note.date) for note in course.notes}


def test_holidays_of_a_region_are_marked_only_there(small: Any) -> None:
    case = small.starting(date(2026, 8, 3))  # Summer Bank Holiday in Scotland
    in_scotland = small.course(replace(case, site=Site("GB", "SCT")), 1)
    in_england = small.course(replace(case, site=Site("GB", "ENG")), 1)
    assert [note.kind for note in in_scotland.notes if note.date == case.day1] == ["holiday"]
    assert not [note for note in in_england.notes if note.date == case.day1]


def test_a_closing_day_is_marked_on_a_visit(small: Any) -> None:
    course = small.course(replace(small.case, site=Site("GB", None, (date(2026, 3, 23), date(2026, 3, 24)))), 2)
    assert [note.date for note in course.notes if note.kind == "closed"] == [date(2026, 3, 23)]
    assert course.cycle(2).day1 == date(2026, 3, 23)


def test_an_unknown_country_is_said_and_stops_nothing(small: Any) -> None:
    course = small.course(replace(small.case, site=Site("XQ")), 1)
    assert [note.kind for note in course.notes] == ["holidays_unknown"]
    assert "XQ" in course.notes[0].text


def test_years_the_holidays_are_not_known_for_are_said(small: Any) -> None:
    beyond = small.course(small.starting(date(2149, 12, 1), site=Site("GB")), 1)
    assert "holidays_unknown" in {note.kind for note in beyond.notes}
    in_time = small.course(small.starting(date(2098, 1, 6), site=Site("GB")), 1)
    assert "holidays_unknown" not in {note.kind for note in in_time.notes}


@pytest.mark.parametrize("country", ["gb", "UK", "GB"])
def test_a_country_is_known_by_its_code_however_written(small: Any, country: str) -> None:
    course = small.course(small.starting(date(2026, 5, 4), site=Site(country)), 1)
    assert [note.text for note in course.notes if note.kind == "holiday"] == ["public holiday: May Day"]


@pytest.mark.parametrize("country", ["", "G", "GBR", "__", "G1", "英国"])
def test_what_is_no_country_stops_nothing(small: Any, country: str) -> None:
    assert len(small.course(small.starting(date(2026, 5, 4), site=Site(country)), 1).cycles) == 1


def test_the_leap_day_is_a_day(small: Any) -> None:
    course = small.course(small.starting(date(2028, 2, 14)), 2)
    assert str(course.cycle(1).last_dose) == "2028-02-27 pm"
    assert day_of(course.cycle(1), date(2028, 2, 29)).cycle_day == 16
    assert course.cycle(2).day1 == date(2028, 3, 6)


def test_a_cycle_runs_over_the_end_of_the_year(small: Any) -> None:
    course = small.course(small.starting(date(2026, 12, 21)), 2)
    assert str(course.cycle(1).last_dose) == "2027-01-03 pm"
    assert course.cycle(2).day1 == date(2027, 1, 11)


def test_each_day_says_what_is_given_and_taken(small: Any) -> None:
    first = small.course().cycle(1)
    day1, day2, day15 = first.days[0], first.days[1], first.days[14]
    assert [(give.drug, give.dose_mg, give.minutes) for give in day1.give] == [
        ("pembrolizumab", Decimal(210), 120), ("oxaliplatin", Decimal(210), 120),
    ]  # fmt: skip
    assert day1.visit and not day1.rest and day1.swallow == ("am", "pm")
    assert day1.take[0].am == day1.take[0].pm == {Decimal(500): 3, Decimal(150): 1}
    assert [medicine.id for medicine in day1.supportive] == ["ondansetron"]
    assert [medicine.id for medicine in day2.supportive] == ["dexamethasone"]
    assert not day2.visit and day2.give == ()
    assert day15.rest and day15.swallow == () and day15.take == ()
    assert dict(first.supply) == {Decimal(150): 28, Decimal(500): 84}


def test_later_cycles_are_dates_without_doses(small: Any) -> None:
    second = small.course().cycle(2)
    assert not second.decided
    assert dict(second.supply) == {}
    assert {give.dose_mg for day in second.days for give in day.give} == {None}
    assert second.days[0].swallow == ("am", "pm") and second.days[0].take == ()
    assert second.oral_doses == 28


def test_later_doses_as_planned_today_are_shown_but_not_decided(small: Any) -> None:
    order = small.course().cycle(1)
    from_order = small.course(planned={2: _order(small, 2)})
    assert from_order.cycle(2).supply == order.supply
    assert not from_order.cycle(2).decided


def test_signed_orders_of_other_cycles_are_decided(small: Any) -> None:
    course = small.course(signed={2: _order(small, 2)})
    assert [cycle.decided for cycle in course.cycles[:3]] == [True, True, False]


def _order(small: Any, cycle: int) -> Any:
    return small.order(cycle)


def test_without_a_chosen_tablet_plan_the_halves_stand_and_no_tablets_are_invented(small: Any) -> None:
    order = _order(small, 1)
    undecided = replace(order, doses=tuple(replace(dose, chosen=None) for dose in order.doses))
    first = small.course(order=undecided).cycle(1)
    assert first.days[0].swallow == ("am", "pm") and first.days[0].take == () and first.supply == {}
    assert first.oral_doses == 28


@pytest.mark.parametrize(
    ("first_dose", "first", "last", "day1", "day15"),
    [
        pytest.param("morning", "2026-03-02 am", "2026-03-15 pm", ("am", "pm"), (), id="morning"),
        pytest.param("evening", "2026-03-02 pm", "2026-03-16 am", ("pm",), ("am",), id="evening"),
        pytest.param("next_morning", "2026-03-03 am", "2026-03-16 pm", (), ("am", "pm"), id="next morning"),
    ],
)
def test_the_first_tablets_decide_the_last(
    small: Any, first_dose: str, first: str, last: str, day1: tuple[str, ...], day15: tuple[str, ...]
) -> None:
    cycle = small.course(first_dose=first_dose).cycle(1)
    assert (str(cycle.first_dose), str(cycle.last_dose)) == (first, last)
    assert (cycle.days[0].swallow, cycle.days[14].swallow) == (day1, day15)
    assert cycle.oral_doses == 28
    assert dict(cycle.supply) == {Decimal(150): 28, Decimal(500): 84}
    assert cycle.last_day == date(2026, 3, 22)


def test_shared_case_cal_02(small: Any, shared_cases: Path) -> None:
    with (shared_cases / "dosing.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    given = dict(pair.split("=") for pair in rows["CAL-02"]["inputs"].split(";"))
    expected = dict(pair.split("=") for pair in rows["CAL-02"]["expected"].split(";"))
    case = small.starting(date.fromisoformat(given["day1"]))
    course = small.course(case, 2, first_dose=given["start"])
    cycle = course.cycle(1)
    assert str(cycle.first_dose).upper() == expected["first_dose"].upper()
    assert str(cycle.last_dose).upper() == expected["last_dose"].upper()
    assert cycle.oral_doses == int(expected["doses"])
    assert course.cycle(2).day1.isoformat() == expected["next_day1"]


def test_cold_is_avoided_for_five_days_weekends_among_them(small: Any) -> None:
    first = small.course(small.starting(date(2026, 3, 5))).cycle(1)  # a Thursday
    cold = [day.date for day in first.days if day.cold_precautions]
    assert cold == [date(2026, 3, day) for day in (5, 6, 7, 8, 9)]


def test_without_oxaliplatin_no_cold_precautions(small: Any) -> None:
    hold = Hold("oxaliplatin", date(2026, 3, 2), date(2026, 3, 2), "neuropathy")
    first = small.course(replace(small.case, holds=(hold,))).cycle(1)
    assert not any(day.cold_precautions for day in first.days)
    assert first.days[0].held == ("oxaliplatin",)


class TestPhases:
    def test_maintenance_has_a_length_of_its_own(self, small: Any) -> None:
        course = small.course(cycles=10, regimen=small.gc_durvalumab)
        assert [cycle.length for cycle in course.cycles] == [21] * 8 + [28] * 2
        assert [cycle.phase for cycle in course.cycles[7:9]] == ["combination", "maintenance"]
        ninth = course.cycle(9)
        assert [give.drug for day in ninth.days for give in day.give] == ["durvalumab"]
        assert [(n.date, n.text) for n in course.notes if n.kind == "phase"] == [
            (ninth.day1, "durvalumab alone: every 28 days; no longer given: cisplatin, gemcitabine")
        ]
        assert course.cycle(10).day1 == ninth.day1 + timedelta(days=28)

    def test_day_8_has_its_infusions_and_its_blood_test(self, small: Any) -> None:
        first = small.course(regimen=small.gc_durvalumab).cycle(1)
        assert [give.drug for give in first.days[7].give] == ["cisplatin", "gemcitabine"]
        assert [(test.for_day, test.date) for test in first.blood_tests] == [
            (1, date(2026, 2, 27)), (8, date(2026, 3, 6)),
        ]  # fmt: skip
        assert [day.date for day in first.days if day.blood_test] == [date(2026, 3, 6), date(2026, 3, 20)]

    def test_a_regimen_without_tablets_has_no_tablet_dates(self, small: Any) -> None:
        first = small.course(regimen=small.gc_durvalumab).cycle(1)
        assert (first.first_dose, first.last_dose, first.oral_doses) == (None, None, 0)
        assert [day.cycle_day for day in first.days if not day.rest] == [1, 8]

    def test_a_regimen_that_ends_is_not_laid_out_further(self, small: Any) -> None:
        ends = replace(small.capox, most_cycles=6)
        course = small.course(cycles=8, regimen=ends)
        assert [cycle.cycle for cycle in course.cycles] == [1, 2, 3, 4, 5, 6]
        assert course.cycle(6).next_day1 is None and course.cycle(6).last_day == date(2026, 7, 5)
        assert [n.text for n in course.notes if n.kind == "no_more_cycles"] == [
            "the regimen ends with cycle 6; cycle 7 and later are not planned"
        ]


class TestClocks:
    def test_cisplatin_ends_after_eight_cycles(
        self, small: Any, make_drug: Any, make_regimen: Any, make_clock: Any
    ) -> None:
        regimen = make_regimen(
            make_drug("cisplatin", (1, 8), clock=make_clock(cycles=8)), make_drug("gemcitabine", (1, 8))
        )
        course = small.course(cycles=10, regimen=regimen)
        with_cisplatin = [c.cycle for c in course.cycles for d in c.days[:1] if "cisplatin" in {g.drug for g in d.give}]
        assert with_cisplatin == list(range(1, 9))
        notes = [note for note in course.notes if note.kind == "limit"]
        assert [(note.date, note.cycle) for note in notes] == [(course.cycle(9).day1, 9)]
        assert notes[0].text == "cisplatin is no longer planned: 8 cycles were the limit"
        assert course.cycle(9).days[0].held == ()

    def test_pembrolizumab_ends_after_35_doses_and_a_held_dose_does_not_count(
        self, small: Any, make_drug: Any, make_regimen: Any, make_clock: Any
    ) -> None:
        regimen = make_regimen(make_drug("pembrolizumab", clock=make_clock(doses=35)))
        hold = Hold("pembrolizumab", date(2026, 3, 23), date(2026, 3, 23), "hepatitis")
        given = small.course(cycles=40, regimen=regimen)
        held = small.course(replace(small.case, holds=(hold,)), cycles=40, regimen=regimen)
        assert [c.cycle for c in given.cycles if c.days[0].give] == list(range(1, 36))
        assert [c.cycle for c in held.cycles if c.days[0].give] == [1, *range(3, 37)]

    def test_doses_of_earlier_cycles_count(
        self, small: Any, make_drug: Any, make_regimen: Any, make_clock: Any
    ) -> None:
        regimen = make_regimen(make_drug("pembrolizumab", clock=make_clock(doses=35)))
        case = replace(small.case, cycle=34, history=(PastCycle(2, {"pembrolizumab": Decimal(0)}),))
        course = small.course(case, 5, regimen)
        assert [c.cycle for c in course.cycles if c.days[0].give] == [34, 35, 36]

    def test_months_are_counted_from_the_first_dose(
        self, small: Any, make_drug: Any, make_regimen: Any, make_clock: Any
    ) -> None:
        regimen = make_regimen(make_drug("nivolumab", clock=make_clock(months=3)))
        course = small.course(small.starting(date(2026, 11, 30)), 8, regimen)  # until 28 February: the shortest month
        given = [c.day1 for c in course.cycles if c.days[0].give]
        assert given == [date(2026, 11, 30) + timedelta(days=21 * k) for k in range(5)]
        assert given[-1] < date(2027, 2, 28) <= course.cycle(6).day1

    def test_a_first_dose_that_was_not_entered_is_named_as_taken(
        self, small: Any, make_drug: Any, make_regimen: Any, make_clock: Any
    ) -> None:
        regimen = make_regimen(make_drug("nivolumab", clock=make_clock(months=3)))
        course = small.course(replace(small.case, cycle=5), 3, regimen)
        (said,) = [note for note in course.notes if note.kind == "limit"]
        assert "was not entered and is taken as 8 Dec 2025" in said.text


class TestBloodTests:
    def test_friday_before_monday_in_every_cycle_but_not_after_the_last(self, small: Any) -> None:
        course = small.course()
        dates = [day.date for cycle in course.cycles for day in cycle.days if day.blood_test]
        assert dates == [cycle.day1 - timedelta(days=3) for cycle in course.cycles[1:]]
        assert course.cycle(1).next_blood_test == date(2026, 3, 20)
        assert course.cycle(8).next_blood_test is None and course.cycle(8).next_day1 is None

    def test_a_single_cycle_shows_the_test_for_the_next(self, small: Any) -> None:
        only = small.course(cycles=1).cycle(1)
        assert only.next_day1 == date(2026, 3, 23) and only.next_blood_test == date(2026, 3, 20)
        assert [day.date for day in only.days if day.blood_test] == [date(2026, 3, 20)]

    def test_a_closed_day_gives_way_to_the_next_allowed_one_and_says_so(self, small: Any) -> None:
        case = replace(small.case, day1=date(2026, 3, 4), site=Site("GB", None, (date(2026, 3, 24),)))
        course = small.course(case, 2, profile=replace(small.profile, blood_test_days_before=(1, 2, 3)))
        assert course.cycle(1).next_blood_test == date(2026, 3, 23)
        (said,) = [n for n in course.notes if n.kind == "blood_test_moved"]
        assert said.text == (
            "blood test for cycle 2 day 1 on Monday, 2 days before, "
            "because 24 Mar 2026 is a day on which the site is closed"
        )

    @pytest.mark.parametrize(
        ("day1", "taken"),
        [(2, date(2026, 2, 27)), (3, date(2026, 3, 2)), (4, date(2026, 3, 3)), (6, date(2026, 3, 5))],
    )
    def test_the_shipped_practices_take_blood_on_the_working_day_before(
        self, small: Any, day1: int, taken: date
    ) -> None:
        case = replace(small.case, day1=date(2026, 3, day1))
        course = small.course(case, 1)
        assert course.cycle(1).blood_tests[0].date == taken
        assert not [note for note in course.notes if note.kind.startswith("blood_test")]

    def test_where_no_allowed_day_is_open_the_first_stays_and_says_so(self, small: Any) -> None:
        case = replace(small.case, site=Site("GB", None, (date(2026, 3, 20),)))
        course = small.course(case, 2, profile=replace(small.profile, blood_test_days_before=(3,)))
        assert course.cycle(1).next_blood_test == date(2026, 3, 20)
        assert [n.date for n in course.notes if n.kind == "blood_test_closed"] == [date(2026, 3, 20)]

    def test_a_day_on_which_the_result_no_longer_counts_is_not_chosen(self, small: Any) -> None:
        profile = replace(small.profile, blood_test_days_before=(1, 7))
        course = small.course(profile=profile, cycles=1)
        assert course.cycle(1).next_blood_test == date(2026, 3, 22)
        too_early = small.course(profile=replace(small.profile, blood_test_days_before=(7,)), cycles=1)
        assert too_early.cycle(1).next_blood_test is None
        assert {n.kind for n in too_early.notes} == {"blood_test_validity"}


def test_the_case_of_a_later_cycle_is_laid_out_from_there(small: Any) -> None:
    case = replace(small.case, cycle=3, day1=date(2026, 4, 13), previous=Previous(last_day1=date(2026, 3, 16)))
    course = small.course(case, 2)
    assert [cycle.cycle for cycle in course.cycles] == [3, 4]
    assert [alert.code for alert in course.alerts] == ["interval-long"]
    assert course.alerts[0].params["days"] == "28"


def test_earlier_cycles_are_put_in_front_where_their_dates_are_known(small: Any) -> None:
    history = (PastCycle(1, {}, date(2026, 3, 2)), PastCycle(2, {}, date(2026, 3, 30)))
    case: Case = replace(small.case, cycle=3, day1=date(2026, 4, 20), history=history)
    course = small.course(case, 1, past=True)
    assert [(cycle.cycle, cycle.length, cycle.decided) for cycle in course.cycles] == [
        (1, 28, False), (2, 21, False), (3, 21, True),
    ]  # fmt: skip
