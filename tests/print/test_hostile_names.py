"""No name stops a page, and none changes what else stands on it. `bench/hostile_names.py` runs ten thousand."""

import random
import re

import pytest

from tests.print.examples import capox_course, request
from tests.print.hostile import NASTY, names
from tests.print.reading import missing, squeezed, texts
from treatment_calendar.paper.fonts import REPLACEMENT
from treatment_calendar.paper.painter import paint
from treatment_calendar.paper.patient_calendar import calendar_sheets, patient_calendar

SHORT = capox_course(cycles=1)
CELL = re.compile(r"day \d+|NO TABLETS|Morning|Evening|\d × \d+ mg|\d+ [A-Z][a-z][a-z]".replace(" ", "[ \xa0]"))
PLAIN = [item.text for sheet in calendar_sheets(request(course=SHORT)) for item in sheet.texts]


def test_five_hundred_hostile_names_each_print_whole_pages() -> None:
    for name in names(500, seed=20261122):
        made = request(course=SHORT, patient_name=name, identifiers=(name[:60], "MRN 1"))
        sheets = calendar_sheets(made)
        pdf = paint(sheets, "calendar")
        assert pdf.startswith(b"%PDF") and pdf.rstrip().endswith(b"%%EOF")
        assert sum(sheet.ticks for sheet in sheets) == 28


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_name_prints_as_it_is_and_leaves_the_other_words_alone(name: str) -> None:
    made = request(course=SHORT, patient_name=name)
    sheets = calendar_sheets(made)
    assert missing(sheets, patient_calendar(made)) == []
    said = [item.text for sheet in sheets for item in sheet.texts]
    assert sorted(filter(CELL.fullmatch, said)) == sorted(filter(CELL.fullmatch, PLAIN))


def test_characters_that_cannot_be_printed_are_announced_beside_the_name() -> None:
    page = texts(patient_calendar(request(course=SHORT, patient_name="Al\u202eice")))[0]
    assert squeezed("This page cannot print some characters of the name") in page
    assert REPLACEMENT in "".join(item.text for item in calendar_sheets(request(patient_name="Al\u202eice"))[0].texts)
    assert "cannotprint" not in texts(patient_calendar(request(course=SHORT)))[0]


def test_a_name_of_ten_thousand_letters_is_cut_visibly() -> None:
    page = texts(patient_calendar(request(course=SHORT, patient_name="Long " * 2000)))[0]
    assert "(shortened)" in page


def test_hostile_words_in_every_other_field_do_no_harm() -> None:
    from treatment_calendar.paper.request import Contacts

    chance = random.Random(3)
    for name in names(60, seed=4):
        made = request(
            course=SHORT,
            printed_by=name,
            contacts=Contacts(name, name, "".join(chance.sample(name, len(name))), name),
            visit_times=((SHORT.cycles[0].day1, name),),
            revision_id=name[:40],
        )
        assert patient_calendar(made).startswith(b"%PDF")
