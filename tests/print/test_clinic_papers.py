"""The preparation list, the index of a downtime pack, and many documents as one job."""

from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from typing import Any

import pypdf
import pytest

from regimen.errors import Refused
from tests.print.clinic_examples import (
    ANCHOR,
    IMPRINT,
    INDEX,
    INFUSIONS,
    OTHER,
    PREPARATION,
    ROW,
    WAITING,
    WHO,
    pack_row,
)
from tests.print.examples import request as calendar_request
from tests.print.hostile import names
from tests.print.reading import missing, squeezed, texts
from tests.print.staff_examples import staff_request
from treatment_calendar.paper.batch import Batch, answer_batch
from treatment_calendar.paper.batch_request import ADD, DROP, WHOLE, Drawn, Part, Whole
from treatment_calendar.paper.downtime_index import downtime_index, index_sheets, stamp
from treatment_calendar.paper.jobs import answer
from treatment_calendar.paper.patient_calendar import patient_calendar
from treatment_calendar.paper.preparation_list import preparation_list, preparation_sheets
from treatment_calendar.paper.request import Paper
from treatment_calendar.paper.staff_sheet import staff_sheet
from treatment_calendar.paper.worker import PaperWorker


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_dose_vial_sum_and_whoever_is_to_wait_stands_on_the_preparation_list(paper: Paper) -> None:
    request = replace(PREPARATION, imprint=replace(IMPRINT, paper=paper))
    pdf = preparation_list(request)
    page = "".join(texts(pdf))
    for words in (
        *WHO, OTHER[0], "210 mg", "235 mg", "1 x 200 mg", "42 mL", "glucose 5 % 500 mL", "over 120 min", "40 mg",
        "oxaliplatin: 2 infusions, 445 mg", "Sum: 2 x 200 mg + 2 x 50 mg; 55 mg left over", *INFUSIONS.proof,
        "2 x 200 mg + 1 x 50 mg; 5 mg left over, 50 mg saved", "84 x 500 mg + 28 x 150 mg", "order AB12CD",
        "DO NOT PREPARE", *WAITING.reasons, ANCHOR.short(), "Not for clinical use",
        "As the records stood 2 March 2026, 07:12", "To prepare: 2 patients, 2 infusions. Not to prepare: 1.",
    ):  # fmt: skip
        assert squeezed(words) in page, words
    assert missing(preparation_sheets(request), pdf) == []


def test_without_sharing_the_list_says_that_each_patient_has_their_own_vials() -> None:
    table = replace(INFUSIONS, shared=None)
    page = "".join(texts(preparation_list(replace(PREPARATION, infusions=(table,), sharing=False))))
    assert squeezed("Vials are not shared") in page and "saved" not in page


def test_two_hundred_infusions_go_over_pages_that_all_say_what_they_are() -> None:
    rows = tuple(replace(ROW, name=f"Patient {number:03}") for number in range(200))
    request = replace(PREPARATION, infusions=(replace(INFUSIONS, rows=rows, total_mg=Decimal(42000)),))
    pages = texts(preparation_list(request))
    assert all(f"Patient{number:03}" in "".join(pages) for number in range(200))
    assert all(f"page{number}of{len(pages)}" in page for number, page in enumerate(pages, 1))


def test_the_index_says_how_old_the_pack_is_and_where_each_paper_stands() -> None:
    pdf = downtime_index(INDEX)
    page = "".join(texts(pdf))
    for words in (
        "7 days from Monday 2 March 2026", "As the records stood 2 March 2026, 07:12", *WHO[:1], OTHER[0],
        "Staff sheet: page 4, 2026-03-02/capox-2f1c9f00-cycle1-staff.pdf", "NOT IN THE PACK: Staff sheet: cycle 2",
        "Day list: page 2", "Sunday 8 March 2026: nobody is treated", ANCHOR.short(), ANCHOR.hash,
    ):  # fmt: skip
        assert squeezed(words) in page, words
    assert missing(index_sheets(INDEX), pdf) == []


def test_names_are_printed_as_they_are_and_never_read_as_markup() -> None:
    for name in names(20, 20261122):
        row = replace(ROW, name=name, identifiers=name, diluent=name, check_code=name)
        wait = replace(WAITING, name=name, reasons=(name,))
        request = replace(
            PREPARATION,
            infusions=(replace(INFUSIONS, rows=(row,)),),
            waiting=(wait,),
            imprint=replace(IMPRINT, site_name=name),
        )
        assert pypdf.PdfReader(BytesIO(preparation_list(request))).pages
        day = replace(INDEX.days[0], rows=(replace(pack_row(0), name=name, left_out=(name,)),))
        assert pypdf.PdfReader(BytesIO(downtime_index(replace(INDEX, days=(day,))))).pages


def test_a_batch_draws_each_document_as_alone_and_all_of_them_in_one_file() -> None:
    parts: list[tuple[str, Any, bytes]] = [
        ("preparation_list", PREPARATION, preparation_list(PREPARATION)),
        ("staff_sheet", staff_request(), staff_sheet(staff_request())),
        ("calendar", calendar_request(), patient_calendar(calendar_request())),
    ]
    batch = Batch()
    drawn = [batch.add(kind, request, keep=True) for kind, request, _alone in parts]
    assert [one.data for one in drawn] == [alone for _kind, _request, alone in parts]
    assert [one.sha256 for one in drawn] == [sha256(alone).hexdigest() for _kind, _request, alone in parts]
    whole = batch.whole([2, 0], "Clinic")
    alone = [*texts(parts[2][2]), *texts(parts[0][2])]
    assert texts(whole) == alone
    assert all(one.check_code in page for one, page in zip((drawn[2], drawn[0]), (alone[0], alone[-1]), strict=True))
    assert len(whole) < len(parts[2][2]) + len(parts[0][2])
    assert "kiewski" not in repr(pypdf.PdfReader(BytesIO(whole)).metadata)


def test_a_batch_of_the_worker_refuses_in_words_and_one_that_was_dropped_is_gone() -> None:
    kind, drawn = answer((ADD, Part("a", "staff_sheet", staff_request())))
    assert kind == "made" and isinstance(drawn, Drawn) and drawn.data == b""
    kind, whole = answer((WHOLE, Whole("a", (0,), "Clinic")))
    assert kind == "made" and isinstance(whole, bytes) and whole.startswith(b"%PDF")
    assert answer((DROP, "a")) == ("made", None)
    with pytest.raises(KeyError):
        answer_batch(WHOLE, Whole("a", (0,), "Clinic"))
    wrong = replace(calendar_request(), language="xx")
    assert answer((ADD, Part("b", "calendar", wrong)))[0] == "refused"


def test_the_process_for_pages_keeps_a_batch_between_its_tasks() -> None:
    worker = PaperWorker()
    try:
        added = [worker.batch(ADD, Part("a", "preparation_list", PREPARATION)) for _ in range(2)]
        assert [one.result(60).number for one in added] == [0, 1]  # type: ignore[attr-defined]
        whole = worker.batch(WHOLE, Whole("a", (0, 1), "Clinic")).result(60)
        assert isinstance(whole, bytes) and len(texts(whole)) == 2 * len(texts(preparation_list(PREPARATION)))
        wrong = worker.batch(ADD, Part("a", "calendar", replace(calendar_request(), language="xx")))
        assert isinstance(wrong.exception(60), Refused)
    finally:
        worker.close()


def test_a_stamp_stands_on_every_page_and_leaves_the_check_code_as_it_was() -> None:
    words = stamp(INDEX.imprint.read_at, ANCHOR.short(), "dmy", printed=True)
    for draw, request in ((patient_calendar, calendar_request()), (staff_sheet, staff_request())):
        plain, stamped = texts(draw(request)), texts(draw(replace(request, stamp=words)))  # type: ignore[operator, type-var]
        assert all(squeezed(words) in page for page in stamped) and not any(squeezed(words) in page for page in plain)
    batch = Batch()
    codes = [batch.add("calendar", replace(calendar_request(), stamp=text)).check_code for text in ("", words)]
    assert codes[0] == codes[1]
