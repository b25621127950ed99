"""The first page of dates in every language, on every paper, in large print too: every word whole, numbers to call."""

import re
from datetime import date

import pytest

from tests.print.examples import MOVED, capox_course, request, with_hold, with_home
from treatment_calendar.paper import grid, patient_calendar
from treatment_calendar.paper.request import Paper
from treatment_calendar.paper.wording import languages

NUMBER = re.compile(r"020 7946 \d{4}")
COURSES = {
    "home": with_home(capox_course()),
    "held": with_hold(with_home(capox_course()), "capecitabine", range(9, 15), True),
    "evening": capox_course(first="evening"),
    "november": with_hold(with_home(capox_course(day1=date(2026, 11, 23))), "capecitabine", range(10, 15), True),
}
#: Two bands above the dates leave the least room.
BANDS = {"provisional": (1,), "signed": True, "changed": MOVED, "revision": 2, "replaces": 1}


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", languages())
def test_the_form_of_the_page_that_is_printed_has_every_word_whole(
    language: str, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[grid.Grid] = []
    monkeypatch.setattr(patient_calendar.grid, "draw", lambda sheet, made, x, y, rows, height: drawn.append(made) or y)
    for course in COURSES.values():
        patient_calendar.calendar_sheets(request(language=language, paper=paper, large_print=True, course=course))
        patient_calendar.calendar_sheets(
            request(language=language, paper=paper, large_print=True, course=course, **BANDS)
        )
    assert len(drawn) >= len(COURSES) and not any(made.broken for made in drawn)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", languages())
def test_the_numbers_to_call_stand_above_the_first_dates(language: str, paper: Paper) -> None:
    for large in (False, True):
        for course in (capox_course(), *COURSES.values()):
            for more in ({}, BANDS):
                asked = request(language=language, paper=paper, large_print=large, course=course, **more)
                first = " ".join(text.text for text in patient_calendar.calendar_sheets(asked)[0].texts)
                assert {"020 7946 0000", "020 7946 0999"} <= set(NUMBER.findall(first.replace("\u00a0", " ")))


def test_a_word_wider_than_its_column_is_known_to_be_broken() -> None:
    course = capox_course()
    facts = grid.CellFacts(patient_calendar.words_of("en", "dmy", "comma"), 14.0, True, False, False, {}, {})
    assert grid.measure(course.cycles[0], facts, 400.0).broken
    assert not grid.measure(course.cycles[0], facts, 1200.0).broken
