"""What the patient takes at home: on its dates with a box for each time, and for need with a call first."""

from dataclasses import replace
from decimal import Decimal

import pytest

from regimen.supportive import Supportive
from tests.print.examples import BRUSH, ICI_CAPOX, STOOL, capox_course, request
from tests.print.reading import squeezed
from tests.print.states import STATES
from tests.print.test_patient_calendar import said
from treatment_calendar.course import SupportiveToday
from treatment_calendar.paper.patient_calendar import calendar_sheets
from treatment_calendar.paper.sheet import Box, Sheet
from treatment_calendar.paper.text import plain
from treatment_calendar.paper.wording import words_of


def test_supportive_medicines_stand_on_their_dates_and_those_for_need_are_listed() -> None:
    assert said(request()).count("ondansetron") == 2
    assert "loperamide, only if needed: 2 mg" in said(request())


def squares(sheets: list[Sheet]) -> int:
    """Boxes to tick that are no dose of tablets, on the pages of dates of a cycle."""
    words = ("day ", "Tag ", "día ", "jour ", "第")
    pages = [sheet for sheet in sheets if sum(item.text.startswith(words) for item in sheet.texts) > 6]
    boxes = [shape for sheet in pages for shape in sheet.shapes if isinstance(shape, Box)]
    return sum(box.line == 1.2 and box.width == box.height for box in boxes)


@pytest.mark.parametrize("name", ["home-en", "home-de", "home-es", "home-fr", "home-zh"])
def test_each_time_a_medicine_is_taken_at_home_has_its_box_and_what_is_given_here_has_none(name: str) -> None:
    made = STATES[name]
    sheets = calendar_sheets(made)
    assert squares(sheets) == 4
    words = words_of(made.language, "dmy", "comma")
    text = squeezed(" ".join(item.text for sheet in sheets for item in sheet.texts))
    assert plain(squeezed(words.drug("dexamethasone"))) in text and "before infusion" not in text
    assert text.count(plain(squeezed(words.drug("ondansetron")))) == 1


def test_a_medicine_taken_twice_on_a_day_has_two_boxes() -> None:
    assert squares(calendar_sheets(request())) == 4
    assert "ondansetron 8 mg: morning 8 mg: evening" in said(request())


@pytest.mark.parametrize("name", ["home-en", "home-de", "home-es", "home-fr", "home-zh"])
def test_what_needs_a_call_first_says_so_before_its_dose_and_nothing_given_here_is_among_what_to_have_at_home(
    name: str,
) -> None:
    made = STATES[name]
    words = words_of(made.language, "dmy", "comma")
    text = squeezed(said(made))
    call = squeezed(plain(words("medicines.call_first", name=words.drug("loperamide"))))
    dose = squeezed(plain(words.dose(STOOL)))
    assert text.index(call) < text.index(dose) and "16mg" in dose
    care = squeezed(plain(words("grid.at_any_time", name=words.drug("mouth care"), dose=words.dose(BRUSH))))
    assert care in text and "500mL" not in text
    assert "Domperidone:ownwords{of}" in text  # a site's words in English where it gave no others


def test_only_what_the_cycle_has_is_printed_whatever_the_regimen_lists() -> None:
    listed = Supportive("other", "never ordered", "1 mg", (), "home", (), "other", "test")
    regimen = replace(ICI_CAPOX, supportive=(*ICI_CAPOX.supportive, listed))
    course = capox_course()
    without = replace(course, cycles=(replace(course.cycles[0], as_needed=()), *course.cycles[1:]))
    assert "never ordered" not in said(request(regimen=regimen))
    words = said(request(regimen=regimen, course=without))
    assert "loperamide" not in words and "Medicines to have at home" not in words


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "zh"])
def test_a_limit_that_the_dose_no_longer_says_is_printed_below_it(language: str) -> None:
    limits = {"most_per_day": Decimal(16), "unit": "mg", "most_days": 5}
    short = SupportiveToday("loperamide", "loperamide", "2 mg", "home", (), **limits)  # type: ignore[arg-type]
    whole = replace(short, id="other", dose="2 mg, at most 16 mg a day, at most 5 days")
    course = capox_course()
    first = replace(course.cycles[0], as_needed=(short, whole))
    made = request(course=replace(course, cycles=(first, *course.cycles[1:])), language=language)
    words = words_of(language, "dmy", "comma")
    text = squeezed(said(made))
    for limit in (words("medicines.limit_day", amount="16 mg"), words("medicines.limit_days", days=5)):
        assert text.count(squeezed(limit)) == 1
