"""The synthetic cohort that comes with the program has the proportions of the study; its factors, filter and plots."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from outcomes.cohort.patients import CohortPatient
from outcomes.cohort.sum_up import characteristics, number, read_files, sum_up
from outcomes.cohort.summary import Choices
from outcomes.cohort.values import DEMO, Answer, Cohort, Filter, ReadAsked, SumAsked, known_factors
from outcomes.cohort.words import landmark_words, limits_words, median_words, percent_words
from outcomes.plots.draw import draw
from outcomes.plots.swimmer import ends
from outcomes.plots.values import KINDS, Kind, PlotAsked, PlotLook
from outcomes.plots.waterfall import changes_of
from outcomes.survival.kaplan_meier import curve_of
from regimen.errors import Refused

DAY = date(2026, 1, 5)


@pytest.fixture(scope="module")
def cohort() -> Cohort:
    return read_files(ReadAsked(str(DEMO / "cohort.csv"), str(DEMO / "cohort-events.csv")))


@pytest.fixture(scope="module")
def answer(cohort: Cohort) -> Answer:
    return sum_up(SumAsked(cohort, choices=Choices("wilsoncc")))


@pytest.mark.parametrize(
    ("rate", "n", "percent", "limits"),
    [("orr", "12/26", "46.2 %", "27.1 to 66.3"), ("dcr", "18/26", "69.2 %", "48.1 to 84.9")],
)
def test_response_and_disease_control(answer: Answer, rate: str, n: str, percent: str, limits: str) -> None:
    share = answer.summary.rates[rate]["evaluable"].proportion
    assert (f"{share.x}/{share.n}", percent_words(share), limits_words(share)) == (n, percent, limits)


def test_nine_of_28_had_a_related_event_of_grade_3_or_4(answer: Answer) -> None:
    table = answer.summary.events
    assert table is not None and (table.related.count(3, 4), table.related.count(5), table.of) == (9, 0, 28)


def test_the_other_limits_of_the_same_proportion(cohort: Cohort) -> None:
    exact = sum_up(SumAsked(cohort, choices=Choices("clopper-pearson"))).summary.rates["orr"]["evaluable"].proportion
    plain = sum_up(SumAsked(cohort, choices=Choices("wilson"))).summary.rates["orr"]["evaluable"].proportion
    assert (limits_words(exact), limits_words(plain)) == ("26.6 to 66.6", "28.8 to 64.5")


def test_the_strict_rule_says_where_it_cannot_know(cohort: Cohort) -> None:
    strict = sum_up(SumAsked(cohort, choices=Choices(rule="strict"))).summary
    assert strict.endpoints["pfs"].curve.events >= 20
    assert any("5 patients have no assessment before progression" in words for words in strict.warnings)
    policy = sum_up(SumAsked(cohort)).summary
    assert not any("strict" in words for words in policy.warnings)


def test_every_known_factor_of_the_demo_is_counted_for_everybody(answer: Answer) -> None:
    for one in answer.characteristics:
        counted = len(one.known) + len(one.missing)
        assert counted == 28 and (one.factor.id in known_factors() or one.factor.id.startswith("rdi_"))
    age = next(one for one in answer.characteristics if one.factor.id == "age")
    assert age.median == Decimal("59.5") and age.least == 42 and age.most == 76


def patient(ident: str, **factors: str) -> CohortPatient:
    return CohortPatient(ident, DAY, last_contact=date(2026, 3, 1), factors=factors)


def test_a_column_nobody_knows_is_a_number_only_where_all_are() -> None:
    found = characteristics([patient("a", own="3", mixed="3"), patient("b", own="4.5", mixed="x"), patient("c")])
    mixed, own = found
    assert (own.median, own.missing) == (Decimal("3.75"), ("c",))
    assert [(one.value, one.ids) for one in mixed.counts] == [("3", ("a",)), ("x", ("b",))]


def test_a_number_that_is_none_is_said_to_be_missing_and_never_guessed() -> None:
    (age,) = characteristics([patient("a", age="61"), patient("b", age="about 60"), patient("c", age="NaN")])
    assert (age.median, age.known, age.missing) == (Decimal(61), ("a",), ("b", "c"))


def test_the_filter_is_by_factor_and_by_first_dose_with_both_days_included(cohort: Cohort) -> None:
    starts = sorted(one.start for one in cohort.patients if one.start is not None)
    kept = sum_up(SumAsked(cohort, Filter({}, starts[3], starts[9]))).cohort
    assert {one.start for one in kept.patients} == set(starts[3:10])
    assert kept.events is not None and {one.patient for one in kept.events} <= {one.id for one in kept.patients}
    with pytest.raises(Refused, match="Nobody passes"):
        sum_up(SumAsked(cohort, Filter({"site": "kidney"})))


def test_nobody_untreated_passes_a_filter_by_days() -> None:
    assert not Filter(first=DAY).takes(CohortPatient("a", None, treated=False))
    assert Filter().takes(CohortPatient("a", None, treated=False))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("by", ["", "site"])
def test_each_plot_is_drawn_in_each_format_with_the_same_bytes_twice(cohort: Cohort, kind: Kind, by: str) -> None:
    found = sum_up(SumAsked(cohort, choices=Choices(by=by)))
    png = draw(PlotAsked(kind, found, "png", PlotLook(), 500, 1.5))
    assert png.startswith(b"\x89PNG") and int.from_bytes(png[16:20], "big") == 750
    svg = draw(PlotAsked(kind, found, "svg"))
    assert svg == draw(PlotAsked(kind, found, "svg")) and b"Noto Sans" in svg
    assert draw(PlotAsked(kind, found, "pdf")).startswith(b"%PDF")


def test_names_with_signs_of_markup_are_drawn_as_they_are() -> None:
    odd = Cohort("odd", "0", (patient("$x^2$ <b>&"), patient("b_{1}")))
    svg = draw(PlotAsked("swimmer", sum_up(SumAsked(odd)), "svg")).decode()
    assert "$x^2$ &lt;b&gt;&amp;" in svg and "b_{1}" in svg


def test_a_cohort_of_one_is_drawn() -> None:
    one = sum_up(SumAsked(Cohort("one", "0", (patient("a"),))))
    for kind in KINDS:
        assert draw(PlotAsked(kind, one)).startswith(b"\x89PNG")


def test_lanes_end_with_the_last_thing_known() -> None:
    assert ends(patient("a", last_dose_date="2026-02-04"), None) == pytest.approx((30 / 30.4375, 55 / 30.4375))
    assert ends(patient("a", last_dose_date="whenever"), None) == (None, pytest.approx(55 / 30.4375))


def test_bars_go_from_growth_to_shrinking_and_nobody_is_lost() -> None:
    bars, without = changes_of(
        (patient("a", best_change_percent="-40"), patient("b", best_change_percent="12"), patient("c"))
    )
    assert [one.id for _change, one in bars] == ["b", "a"] and [one.id for one in without] == ["c"]


def test_nothing_is_said_after_the_last_observation() -> None:
    empty = curve_of([])
    assert (median_words(empty), landmark_words(empty, 6)) == ("none", "-")


def test_the_demo_says_that_it_is_synthetic(project_folder: Path) -> None:
    assert "synthetic" in (project_folder / "docs" / "study.md").read_text("utf-8").casefold()


@pytest.mark.parametrize("text", ["1_000", "１２", "NaN", "Infinity", "12 kg", ""])
def test_a_factor_that_is_no_plain_number_is_none(text: str) -> None:
    assert number(text) is None and number("-12.5") == Decimal("-12.5")
