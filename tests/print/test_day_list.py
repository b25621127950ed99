"""The list of a day on paper: everybody due is on it, hostile names stand as they are, the anchor can be typed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pypdf
import pytest

from records.trail.anchor import Anchor, read_anchor
from tests.print.hostile import names
from tests.print.reading import missing, squeezed, texts
from treatment_calendar.paper.day_list import day_list, day_list_sheets
from treatment_calendar.paper.day_request import DayLine, DayListRequest
from treatment_calendar.paper.imprint import Imprint
from treatment_calendar.paper.jobs import answer
from treatment_calendar.paper.request import Paper
from treatment_calendar.paper.sheet import Modules

DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 7, 12, tzinfo=UTC)
ANCHOR = Anchor(1234, "9f3a77c012de90ab" * 4)
LINE = DayLine(
    "Łukasz Żółkiewski", "MRN 0042-118 · Insurance DE 7719", "ICI + CAPOX", 2, 1, DAY,
    ("cycle 2 day 1", "blood test"), ("weight older than 7 days", "order not signed"), "not signed, provisional", True,
)  # fmt: skip
HELD_BACK = replace(
    LINE, name="王小明 (Wáng Xiǎomíng)", provisional=False, missing=(), state="signed",
    held_back=("The second check is still to be done, by somebody who did not sign.",),
)  # fmt: skip
REQUEST = DayListRequest(
    DAY, (LINE,),
    Imprint(
        "Day Unit", "Priya Raman", AT, AT, ANCHOR.seq, ANCHOR.hash, ANCHOR.short(), AT, date_style="dmy",
        not_for_use=("Nobody has to sign in to these records.",),
    ),
)  # fmt: skip


def imprinted(**said: object) -> DayListRequest:
    """The list with other words of its records and its print."""
    return replace(REQUEST, imprint=replace(REQUEST.imprint, **said))  # type: ignore[arg-type]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_who_comes_what_is_missing_and_the_anchor_are_on_the_page(paper: Paper) -> None:
    pdf = day_list(imprinted(paper=paper))
    (page,) = texts(pdf)
    for words in (
        "Monday 2 March 2026", LINE.name, "MRN 0042-118", "blood test", "weight older than 7 days", "order not signed",
        "PROVISIONAL", "Audit trail up to entry 1234", ANCHOR.short(), ANCHOR.hash, "Priya Raman", "1 due",
        "As the records stood 2 March 2026, 07:12", "Not for clinical use",
    ):  # fmt: skip
        assert squeezed(words) in page, words
    assert missing(day_list_sheets(imprinted(paper=paper)), pdf) == []


def test_the_anchor_on_paper_reads_as_the_one_in_the_records() -> None:
    assert read_anchor(REQUEST.imprint.anchor_short) == Anchor(1234, ANCHOR.hash[:16])
    assert read_anchor(f"{REQUEST.imprint.anchor_seq}:{REQUEST.imprint.anchor_hash}") == ANCHOR


def test_two_hundred_patients_go_over_pages_that_all_say_what_they_are() -> None:
    lines = tuple(replace(LINE, name=f"Patient {number:03}") for number in range(200))
    sheets = day_list_sheets(replace(REQUEST, lines=lines))
    pages = texts(day_list(replace(REQUEST, lines=lines)))
    assert len(sheets) == len(pages) > 10
    assert all(f"Patient{number:03}" in "".join(pages) for number in range(200))
    assert sum(sheet.ticks for sheet in sheets) == 200
    for number, (sheet, page) in enumerate(zip(sheets, pages, strict=True), start=1):
        assert f"page{number}of{len(pages)}" in page
        assert squeezed(ANCHOR.short()) in page
        assert any(isinstance(shape, Modules) for shape in sheet.shapes)
        assert all(text.y < sheet.height - 20 for text in sheet.texts), "nothing runs off the page"


def test_names_are_printed_as_they_are_and_never_read_as_markup() -> None:
    for name in names(60, 20261122):
        line = replace(LINE, name=name, identifiers=name, regimen=name, missing=(name,), state=name)
        request = replace(imprinted(site_name=name, printed_by=name), lines=(line,))
        assert pypdf.PdfReader(BytesIO(day_list(request))).pages


def test_an_empty_day_and_an_empty_trail_say_so() -> None:
    (page,) = texts(day_list(replace(imprinted(anchor_at=None), lines=())))
    assert squeezed("Nobody is due on this day.") in page
    assert squeezed("The audit trail had no entry yet.") in page


def test_no_patient_stands_in_the_data_of_the_file() -> None:
    reader = pypdf.PdfReader(BytesIO(day_list(REQUEST)))
    assert "kiewski" not in repr(reader.metadata)


def test_the_worker_makes_it() -> None:
    kind, made = answer(("day_list", REQUEST))
    assert kind == "made" and isinstance(made, bytes) and made.startswith(b"%PDF")


def test_the_mark_goes_only_when_neither_the_records_nor_any_order_on_the_list_needs_anything() -> None:
    lines = tuple(replace(LINE, name=f"Patient {number:03}") for number in range(40))
    whole = replace(imprinted(not_for_use=()), lines=lines)
    assert whole.for_clinical_use and not any("clinicaluse" in page for page in texts(day_list(whole)))
    held = replace(lines[7], held_back=("The second check is still to be done, by somebody who did not sign.",))
    for request in (REQUEST, replace(whole, lines=(*lines[:7], held, *lines[8:]))):
        pages = texts(day_list(request))
        assert pages and all("Notforclinicaluse" in page for page in pages)
    assert sum(page.count("NOTRELEASED:Thesecondcheckisstill") for page in pages) == 1
    assert "Notforclinicaluse:Nobodyhastosignin" in texts(day_list(REQUEST))[0]
