"""Lab trends: cycle days of delayed cycles, nadirs, two values a day, other units, signs, and what is missing."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from records.bedside.lab_trend import LabSeries, lab_trends
from records.course.cycle_starts import CycleStart
from records.values.core import LabResult

D = Decimal
DAY1 = date(2026, 3, 2)
PATIENT = uuid4()


@dataclass(frozen=True, slots=True)
class Signed:
    """A result as an import keeps it, with the sign before its number."""

    id: UUID
    patient_id: UUID
    analyte: str
    value: Decimal
    unit: str
    lln: Decimal | None
    uln: Decimal | None
    on: date
    by: str
    comparator: str
    taken_at: str = ""
    status: str = ""


def starts(*days: int, planned: tuple[int, ...] = ()) -> tuple[CycleStart, ...]:
    return tuple(
        CycleStart(n, DAY1 + timedelta(days=day), "planned" if n in planned else "given")
        for n, day in enumerate(days, 1)
    )


def lab(day: int, value: str, name: str = "neutrophils", unit: str = "10^9/L", lln: str = "2.0") -> LabResult:
    limit = D(lln) if lln else None
    return LabResult(uuid4(), PATIENT, name, D(value), unit, limit, None, DAY1 + timedelta(days=day), "nurse")


def neutrophils(labs: list[LabResult], begun: tuple[CycleStart, ...]) -> LabSeries:
    (found,) = lab_trends(labs, DAY1, begun, "5.0")
    return found


def test_days_of_a_delayed_cycle_go_on_beyond_its_length() -> None:
    found = neutrophils([lab(-1, "4.0"), lab(10, "1.2"), lab(26, "2.2"), lab(28, "2.4")], starts(0, 28))
    assert [(point.cycle, point.cycle_day) for point in found.points] == [(None, None), (1, 11), (1, 27), (2, 1)]


def test_a_series_has_the_title_of_its_test_and_an_unknown_one_its_own_name() -> None:
    found = lab_trends([lab(0, "1"), lab(0, "1", name="xyz", unit="U/L")], DAY1, starts(0), "5.0")
    assert {one.analyte: one.title for one in found} == {"neutrophils": "Neutrophils", "xyz": "xyz"}


def test_the_nadir_is_the_lowest_value_after_day_one() -> None:
    labs = [lab(0, "0.9"), lab(7, "1.8"), lab(11, "1.1"), lab(20, "2.6"), lab(21, "0.4"), lab(30, "1.9")]
    found = neutrophils(labs, starts(0, 21))
    assert [(one.cycle, one.cycle_day, one.count) for one in found.extremes] == [(1, 12, 3), (2, 10, 1)]
    assert found.points[found.extremes[0].place].value == D("1.1"), "the value of day 1 is taken before the dose"


def test_of_equal_nadirs_the_first_counts_and_the_others_are_named() -> None:
    found = neutrophils([lab(7, "1.1"), lab(9, "1.10"), lab(9, "1.1"), lab(14, "1.3")], starts(0))
    (nadir,) = found.extremes
    assert (nadir.cycle_day, nadir.place, nadir.also) == (8, 0, (10,))


def test_a_cycle_whose_doses_were_not_given_has_no_nadir() -> None:
    found = neutrophils([lab(7, "1.1"), lab(30, "0.4")], starts(0, 21, planned=(2,)))
    assert [one.cycle for one in found.extremes] == [1]


def test_liver_values_have_a_peak() -> None:
    labs = [lab(n, value, "alt", "U/L", "") for n, value in ((3, "44"), (9, "120"), (14, "60"))]
    (found,) = lab_trends(labs, DAY1, starts(0), "5.0")
    assert found.worse == "high"
    assert [(one.cycle_day, found.points[one.place].value) for one in found.extremes] == [(10, D(120))]


def test_two_values_of_a_day_both_stand_in_the_order_they_were_entered() -> None:
    found = neutrophils([lab(7, "1.8"), lab(7, "1.2"), lab(8, "1.5")], starts(0))
    assert [(point.value, point.nth, point.of) for point in found.points] == [
        (D("1.8"), 1, 2), (D("1.2"), 2, 2), (D("1.5"), 1, 1),
    ]  # fmt: skip


def test_the_baseline_is_the_last_value_up_to_the_first_day_of_the_course() -> None:
    labs = [
        LabResult(uuid4(), PATIENT, "alt", D(value), "U/L", D(7), D(40), DAY1 + timedelta(days=day), "nurse")
        for day, value in ((-30, "33"), (0, "80"), (9, "200"))
    ]
    (found,) = lab_trends(labs, DAY1, starts(0), "5.0")
    assert [point.is_baseline for point in found.points] == [False, True, False]
    assert {point.baseline for point in found.points} == {D(80)}
    assert (found.points[2].grades, found.points[2].by_baseline) == ((1,), True), "200 is 2.5 times the baseline of 80"


def test_without_a_course_there_is_no_baseline_and_no_cycle() -> None:
    (found,) = lab_trends([lab(0, "1.4")], None, (), "5.0")
    assert (found.points[0].baseline, found.points[0].cycle, found.points[0].grade) == (None, None, 2)
    assert found.extremes == ()


def test_a_missing_limit_leaves_the_grade_open_and_says_why() -> None:
    found = neutrophils([lab(7, "1.8", lln=""), lab(8, "1.2", lln="")], starts(0))
    assert [point.grades for point in found.points] == [(), (2,)]
    assert "lower limit of normal" in found.points[0].why


def test_limits_that_change_make_bands_of_their_own() -> None:
    found = neutrophils([lab(1, "3.0"), lab(2, "3.0"), lab(9, "1.7", lln="1.8")], starts(0))
    assert [(span.first, span.last, span.lln) for span in found.spans] == [(0, 1, D("2.0")), (2, 2, D("1.8"))]


def test_units_that_convert_exactly_stand_in_one_series_and_others_apart() -> None:
    labs = [
        lab(1, "9.4", "haemoglobin", "g/dL", "12.0"), lab(8, "118", "haemoglobin", "g/L", "120"),
        lab(9, "7.1", "haemoglobin", "mmol/L", "7.4"),
    ]  # fmt: skip
    found = lab_trends(labs, DAY1, starts(0), "5.0")
    assert [(one.unit, [point.shown for point in one.points]) for one in found] == [
        ("g/L", [D(94), D(118)]), ("mmol/L", [D("7.1")]),
    ]  # fmt: skip
    first = found[0].points[0]
    assert (first.value, first.unit, first.grade) == (D("9.4"), "g/dL", 2), "graded as reported"
    assert found[0].spans[0].lln == D(120)


def test_a_result_below_what_can_be_measured_allows_every_grade_below_and_is_the_nadir() -> None:
    sign = Signed(
        uuid4(), PATIENT, "neutrophils", D("0.5"), "10^9/L", D(2), None, DAY1 + timedelta(days=9), "import", "<"
    )
    found = neutrophils([lab(7, "0.5"), sign], starts(0))  # type: ignore[list-item]
    assert [point.grades for point in found.points] == [(3,), (4,)]
    assert found.extremes[0].place == 1
    assert found.points[1].why.startswith("Reported as < 0.5")


def test_the_time_of_a_sample_and_a_correction_are_kept() -> None:
    sent = replace(lab(7, "1.1"), taken_at="2026-03-09T07:50", status="C")
    (point,) = neutrophils([sent], starts(0)).points
    assert (point.taken, point.corrected) == ("07:50", True)


def test_a_test_the_criteria_do_not_grade_is_shown_without_grades() -> None:
    (found,) = lab_trends([lab(1, "38", "ca19_9", "U/mL", "")], DAY1, starts(0), "5.0")
    assert (found.worse, found.spans[0].bands, found.points[0].grades) == ("", (), ())
    assert "gives no grade" in found.points[0].why
