"""What plots show: their marks and tables, not their pixels; sums over time and events by cycle."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcomes.cohort.change_reader import read_changes
from outcomes.cohort.event_cycles import by_cycle, grades_by_cycle
from outcomes.cohort.patients import Change, CohortEvent, CohortPatient
from outcomes.cohort.sum_up import read_files, sum_up
from outcomes.cohort.values import DEMO, Answer, Cohort, ReadAsked, SumAsked
from outcomes.plots.cell_map import luminance, mixed, readable_on
from outcomes.plots.draw import scene, table_file
from outcomes.plots.spider import free_place
from outcomes.plots.values import KINDS, Kind, PlotAsked, PlotLook, Scene
from records.values.visits import AdverseEventEntry, GradeOn
from regimen.errors import Refusal

START = date(2026, 1, 5)
BEGUN = [(1, date(2026, 1, 5)), (2, date(2026, 1, 26)), (3, date(2026, 2, 16))]


def patient(ident: str, *changes: Change, cycles: tuple[int, ...] = (1, 2, 3)) -> CohortPatient:
    return CohortPatient(ident, START, best="PR", changes=changes, cycles=cycles, last_contact=date(2026, 9, 1))


@pytest.fixture(scope="module")
def demo() -> Answer:
    return sum_up(SumAsked(read_files(ReadAsked(str(DEMO / "cohort.csv"), str(DEMO / "cohort-events.csv")))))


@pytest.fixture(scope="module")
def small() -> Answer:
    """Two patients, three scans, one new lesion; nausea in two cycles, neuropathy related and not."""
    first = patient(
        "A", Change(date(2026, 3, 2), Decimal("-38.1")), Change(date(2026, 4, 27), None, new=True, progression=True)
    )
    second = patient("B", Change(date(2026, 3, 2), Decimal("12.345"), progression=False), cycles=(1,))
    events = (
        CohortEvent("A", "Nausea", 3, related=True, cycles=((1, 1), (2, 3))),
        CohortEvent("B", "Nausea", 2, related=False, cycles=((1, 2),)),
        CohortEvent("B", "Nausea", 1, related=True, cycles=((1, 1),)),
        CohortEvent("A", "Fatigue", 4, related=None),
    )
    return sum_up(SumAsked(Cohort("small", "0" * 64, (first, second), events)))


def shown(answer: Answer, kind: Kind, look: PlotLook | None = None) -> Scene:
    return scene(PlotAsked(kind, answer, "png", look or PlotLook(), 900))


def words(found: Scene) -> list[str]:
    return [mark.words for mark in found.marks]


@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_lies_on_the_picture_and_everybody_counted_is_known(demo: Answer, kind: Kind) -> None:
    found = shown(demo, kind, PlotLook("#16202a", "#e6edf3", scale=1.5))
    known = {one.id for one in demo.cohort.patients}
    assert found.data.startswith(b"\x89PNG") and found.marks and found.table.rows
    for mark in found.marks:
        assert 0 <= mark.left <= mark.left + mark.wide <= 1 and 0 <= mark.top <= mark.top + mark.high <= 1
        assert set(mark.ids) <= known and mark.words
    assert all(set(row.ids) <= known and len(row.cells) == len(found.table.heads) for row in found.table.rows)


def test_a_spider_line_says_change_new_lesion_and_an_unknown_sum(small: Answer) -> None:
    found = shown(small, "spider")
    assert words(found) == [
        "B (PR), 1.8 months, 2026-03-02: +12.3 % from baseline",
        "A (PR), 1.8 months, 2026-03-02: -38.1 % from baseline",
        "A (PR), 3.7 months, 2026-04-27: not every target measured; new lesion; progression",
    ]
    assert [row.cells[4:] for row in found.table.rows] == [
        ("+12.3", "no", "no"),
        ("-38.1", "no", ""),
        ("", "yes", "yes"),
    ]
    assert found.marks[0].top < found.marks[1].top  # growth is above shrinkage
    assert found.marks[1].top == pytest.approx(found.marks[2].top)  # an unknown sum stays at the last one


def test_the_heat_map_counts_each_patient_once_at_the_worst_and_related_apart(small: Answer) -> None:
    found = {mark.words.split(": ")[0]: mark.ids for mark in shown(small, "heat").marks}
    assert found["Nausea, any cause, grade 2"] == ("B",) and found["Nausea, any cause, grade 3-4"] == ("A",)
    assert found["Nausea, related to treatment, grade 1"] == ("B",)
    assert found["Nausea, related to treatment, any grade"] == ("A", "B")
    assert found["Fatigue, any cause, grade 4"] == ("A",) and found["Fatigue, related to treatment, any grade"] == ()


def test_a_cycle_counts_the_worst_in_it_among_those_given_it(small: Answer) -> None:
    found = words(shown(small, "cycles"))
    assert "Nausea, cycle 1, any grade: 2 of 2 patients (100.0 %): A, B" in found
    assert "Nausea, cycle 1, grade 3-4: 0 of 2 patients (0.0 %)" in found
    assert "Nausea, cycle 2, grade 3-4: 1 of 1 patients (100.0 %): A" in found
    related = shown(small, "cycles_related").table
    assert [row.cells for row in related.rows] == [
        ("Nausea", "1", "2", "2", "100.0", "0", "0"), ("Nausea", "2", "1", "1", "100.0", "1", "0"),
    ]  # fmt: skip


def test_steps_of_the_demo_curve_are_those_of_the_summary(demo: Answer) -> None:
    found = shown(demo, "os")
    curve = demo.summary.endpoints["os"].curve
    assert len(found.marks) == len(curve.steps) + 1 and found.nearest == "line"
    assert [len(mark.ids) for mark in found.marks[1:]] == [step.events + step.censored for step in curve.steps]


def test_a_table_keeps_numbers_numbers_and_no_text_is_a_formula(small: Answer) -> None:
    text = table_file(PlotAsked("spider", small)).decode("utf-8-sig")
    assert '"B","PR","2026-03-02",1.8,12.3,"no","no"' in text
    assert '"A","PR","2026-03-02",1.8,-38.1,"no",' in text


GRADED = (GradeOn(1, date(2026, 1, 10)), GradeOn(3, date(2026, 1, 26)), GradeOn(2, date(2026, 2, 1)))


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("", ((1, 1), (2, 3), (3, 2))), ("2026-02-15", ((1, 1), (2, 3))), ("2026-02-16", ((1, 1), (2, 3), (3, 2))),
        ("2026-01", ((1, 1), (2, 3))), ("2025-12", ()),
    ],
)  # fmt: skip
def test_an_event_is_in_every_cycle_it_lasted_into_at_its_worst_there(
    end: str, expected: tuple[tuple[int, int], ...]
) -> None:
    entry = AdverseEventEntry("Nausea", "2026-01-10", GRADED, end=end, ongoing=not end)
    assert grades_by_cycle(entry, BEGUN) == expected


@given(
    st.lists(
        st.tuples(st.sampled_from("ABC"), st.sampled_from(("Nausea", "Rash")), st.integers(1, 5), st.integers(1, 3)),
        max_size=15,
    )
)
def test_no_patient_counts_twice_in_a_cycle(told: list[tuple[str, str, int, int]]) -> None:
    events = [CohortEvent(ident, term, grade, cycles=((cycle, grade),)) for ident, term, grade, cycle in told]
    table = by_cycle([patient(ident) for ident in "ABC"], events)
    for term in ("Nausea", "Rash"):
        for cycle in (1, 2, 3):
            inside = {(ident, grade) for ident, name, grade, at in told if (name, at) == (term, cycle)}
            row = table.row(term, cycle)
            found = {} if row is None else {ident: grade for grade, ids in row.patients.items() for ident in ids}
            assert found == {ident: max(grade for who, grade in inside if who == ident) for ident, _grade in inside}


def test_sums_of_a_file_are_read_or_refused_with_their_line() -> None:
    refusals: list[Refusal] = []
    text = "2026-04-20 -38.1; 2026-06-15 - new; 2026-08-10 7.10 pd"
    assert read_changes(text, 2, START, refusals) == (
        Change(date(2026, 4, 20), Decimal("-38.1"), progression=False),
        Change(date(2026, 6, 15), None, new=True, progression=False),
        Change(date(2026, 8, 10), Decimal("7.10"), progression=True),
    )
    assert not refusals


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026-04-20", "must be a day, a percent or -"), ("2026-04-20 -38.1 maybe", "must be a day"),
        ("2026-13-20 -38.1", "there is no such day"), ("2026-04-20 -101", "at least -100"),
        ("2026-04-20 1e3", "line 7"), ("2025-04-20 1", "before start_date"),
        ("2026-04-20 1; 2026-04-20 2", "order of its days"),
    ],
)  # fmt: skip
def test_a_sum_that_cannot_be_is_refused(text: str, said: str) -> None:
    refusals: list[Refusal] = []
    read_changes(text, 7, START, refusals)
    assert len(refusals) == 1 and said in refusals[0].reason


@given(st.lists(st.floats(0, 5), max_size=12), st.floats(0, 5))
def test_names_of_lines_never_lie_on_each_other(taken: list[float], wanted: float) -> None:
    places: list[float] = []
    for one in (*taken, wanted):
        places.append(free_place(one, places, 0.1))
    ordered = sorted(places)
    assert all(later - earlier >= 0.1 - 1e-6 for earlier, later in pairwise(ordered))


@given(st.sampled_from(("#ffffff", "#16202a")), st.sampled_from(("#0072B2", "#D55E00")), st.floats(0, 1))
def test_a_number_can_be_read_on_every_cell(ground: str, hue: str, share: float) -> None:
    colour = mixed(ground, hue, share)
    light, ink = luminance(colour), 0.0 if readable_on(colour) == "#000000" else 1.0
    assert (max(light, ink) + 0.05) / (min(light, ink) + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def test_a_last_dose_that_is_not_on_record_is_no_treatment_that_goes_on(small: Answer, demo: Answer) -> None:
    found = scene(PlotAsked("swimmer", small))
    assert [row.cells[2] for row in found.table.rows] == ["not on record"] * 2
    assert {mark.words for mark in found.marks} == {
        f"{one} (PR): last dose not on record, known for 7.9 months; goes on" for one in "AB"
    }
    assert all(row.cells[2] != "not on record" for row in scene(PlotAsked("swimmer", demo)).table.rows)
