"""Lanes of adverse events: segments of grades, partial dates, what goes on, what ended, what was withdrawn."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from records.bedside.event_timeline import GradeSegment, event_lanes, segments_of
from records.values.visits import AdverseEventEntry, AdverseEventRecord, GradeOn

TODAY = date(2026, 4, 1)
NEUROPATHY = AdverseEventEntry(
    "Peripheral sensory neuropathy", "2026-03-04",
    (GradeOn(1, date(2026, 3, 4)), GradeOn(2, date(2026, 3, 16)), GradeOn(1, date(2026, 3, 23))),
)  # fmt: skip


def stored(entry: AdverseEventEntry, number: int = 1, *, withdrawn: bool = False) -> AdverseEventRecord:
    at = datetime(2026, 3, 4, tzinfo=UTC)
    return AdverseEventRecord(
        uuid4(), uuid4(), uuid4(), 1, number, entry, 1, 3, "nurse", at, "nurse", at, withdrawn, "slip" * withdrawn
    )


def test_each_grade_lasts_to_the_day_before_the_next_and_the_last_to_today() -> None:
    (lane,) = event_lanes([stored(NEUROPATHY)], TODAY)
    assert lane.segments == (
        GradeSegment(1, date(2026, 3, 4), date(2026, 3, 15)), GradeSegment(2, date(2026, 3, 16), date(2026, 3, 22)),
        GradeSegment(1, date(2026, 3, 23), TODAY),
    )  # fmt: skip
    assert (lane.ongoing, lane.highest, lane.days()) == (True, 2, None)


def test_an_event_that_is_over_ends_on_its_last_day() -> None:
    (lane,) = event_lanes([stored(replace(NEUROPATHY, end="2026-03-25", ongoing=False))], TODAY)
    assert (lane.last, lane.ongoing, lane.end_known, lane.days()) == (date(2026, 3, 25), False, True, 22)


def test_over_without_a_date_ends_where_it_was_last_seen() -> None:
    (lane,) = event_lanes([stored(replace(NEUROPATHY, ongoing=False))], TODAY)
    assert (lane.last, lane.end_known) == (date(2026, 3, 23), False)


def test_a_partial_start_begins_with_its_month_and_is_called_uncertain() -> None:
    (lane,) = event_lanes([stored(replace(NEUROPATHY, start="2026-03", end="2026-03", ongoing=False))], TODAY)
    assert (lane.first, lane.start_certain, lane.last, lane.days()) == (
        date(2026, 3, 1), False, date(2026, 3, 31), None,
    )  # fmt: skip


def test_two_grades_of_one_day_both_stay() -> None:
    both = (GradeOn(3, date(2026, 3, 9)), GradeOn(1, date(2026, 3, 9)))
    found = segments_of(replace(NEUROPATHY, start="2026-03-09", grades=both), TODAY)
    assert [(one.grade, one.first, one.last) for one in found] == [
        (3, date(2026, 3, 9), date(2026, 3, 9)), (1, date(2026, 3, 9), TODAY),
    ]  # fmt: skip


def test_a_withdrawn_event_has_no_lane_and_the_others_stand_by_their_first_day() -> None:
    late = replace(NEUROPATHY, term="Nausea", start="2026-03-20", grades=(GradeOn(1, date(2026, 3, 20)),))
    lanes = event_lanes([stored(late, 1), stored(NEUROPATHY, 2), stored(NEUROPATHY, 3, withdrawn=True)], TODAY)
    assert [lane.number for lane in lanes] == [2, 1]


def test_reports_of_another_hospital_and_the_words_of_other_terms_are_kept() -> None:
    entry = replace(NEUROPATHY, term="Nervous system disorders - Other, specify", specify="cold jaw", elsewhere=True)
    (lane,) = event_lanes([stored(entry)], TODAY)
    assert (lane.term, lane.elsewhere) == ("Nervous system disorders - Other, specify: cold jaw", True)


@given(days=st.lists(st.integers(0, 40), min_size=1, max_size=6), ongoing=st.booleans())
def test_no_grade_is_lost_and_segments_go_forward(days: list[int], ongoing: bool) -> None:
    grades = tuple(
        GradeOn(1 + n % 5, date.fromordinal(date(2026, 3, 1).toordinal() + day)) for n, day in enumerate(days)
    )
    entry = replace(NEUROPATHY, start="2026-03-01", grades=grades, ongoing=ongoing)
    found = segments_of(entry, TODAY)
    assert sorted(one.grade for one in found) == sorted(one.grade for one in grades)
    assert all(one.first <= one.last for one in found)
    assert [one.first for one in found] == sorted(one.first for one in found)
