"""The comparison of several regimens and its page for the talk with the patient."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from outcomes.burden.comparison import compare
from outcomes.burden.figures import figures_of, hours
from outcomes.burden.page import BASE, talk_page, talk_sheets
from outcomes.burden.regimens import regimens_listed
from outcomes.burden.values import (
    Chosen,
    CompareAsked,
    Comparison,
    PageAsked,
    SiteTimes,
    reference,
    usual_columns,
    usual_weeks,
)
from treatment_calendar.paper.frame import MARGIN

DAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def usual() -> Comparison:
    return compare(
        CompareAsked(reference(DAY), "us", DAY, usual_weeks(), usual_columns(), SiteTimes(30, 15, 60))
    )  # fmt: skip


def words_of(asked: PageAsked) -> str:
    return " ".join(text.text for sheet in talk_sheets(asked) for text in sheet.texts)


def page(comparison: Comparison, *, large: bool = False) -> PageAsked:
    return PageAsked(comparison, DAY, "Priya Raman", "Day Unit", large_print=large)


def test_everything_compared_at_first_can_be_counted(usual: Comparison) -> None:
    assert [column.refused for column in usual.columns] == [()] * 7
    assert usual.columns[0].name == "CAPOX + pembrolizumab"
    visits = next(figure for figure in figures_of(usual) if figure.id == "visits")
    assert visits.words == ("8", "16", "16", "16", "16", "16", "12")


def test_a_regimen_that_cannot_be_counted_says_why_and_the_others_stand(usual: Comparison) -> None:
    asked = replace(usual.asked, columns=(Chosen("gemox-q14"), Chosen("gc")))
    found = compare(asked)
    assert found.columns[0].burden is None and "ici" in " ".join(found.columns[0].refused).casefold()
    assert [column.chosen.regimen for column in found.counted] == ["gc"]
    assert figures_of(found)[0].words == ("not counted", "16")


def test_a_file_that_is_not_there_is_said(usual: Comparison) -> None:
    found = compare(replace(usual.asked, columns=(Chosen("no-such-file"),)))
    assert found.columns[0].burden is None and found.columns[0].refused


def test_the_page_says_figures_limits_and_files_in_plain_words(usual: Comparison) -> None:
    text = words_of(page(usual))
    assert "8 visits" in text and "16 visits" in text and "12 visits" in text
    assert "896 tablets, on 112 of" in text and "no tablets" in text
    assert text.count("This is not advice.") >= 3  # above, below and in the footer
    assert "ici-capox, version 0.1 (draft)" in text and usual.columns[0].sha256[:12] in text


@pytest.mark.parametrize("large", [False, True])
def test_nothing_stands_outside_the_margins_and_patients_read_no_small_print(usual: Comparison, large: bool) -> None:
    sheets = talk_sheets(page(usual, large=large))
    for sheet in sheets:
        for text in sheet.texts:
            assert text.x >= MARGIN - 0.5 and text.y <= sheet.height - MARGIN + 0.5
            assert text.small or text.size >= BASE * 0.9
    assert (len(sheets) > 2) is large


def test_the_same_page_has_the_same_bytes(usual: Comparison) -> None:
    assert talk_page(page(usual)) == talk_page(page(usual))
    assert talk_page(page(usual)).startswith(b"%PDF")


def test_names_typed_at_the_site_are_no_markup(usual: Comparison) -> None:
    assert "<b>Day & Co" in words_of(replace(page(usual), site="<b>Day & Co"))


def test_the_files_are_listed_with_options_that_depend_on_others() -> None:
    capox = next(one for one in regimens_listed() if one.id == "ici-capox")
    rule = next(one for one in capox.options if one.id == "sintilimab_dose")
    assert rule.is_asked({"ici": "sintilimab"}) and not rule.is_asked({"ici": "nivolumab"})


@pytest.mark.parametrize(("minutes", "words"), [(0, "0 h"), (45, "45 min"), (60, "1 h"), (1520, "25 h 20 min")])
def test_hours_are_whole_hours_and_minutes(minutes: int, words: str) -> None:
    assert hours(minutes) == words


def test_another_size_has_another_number_of_tablets(usual: Comparison) -> None:
    size = replace(usual.asked.size, height_cm=Decimal(182), weight_kg=Decimal(104))
    found = compare(replace(usual.asked, size=size, columns=usual.asked.columns[:1]))
    assert found.columns[0].burden is not None and found.columns[0].burden.tablet_count > 896
