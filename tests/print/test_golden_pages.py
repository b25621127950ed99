"""Pages look as somebody accepted them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.print import golden
from tests.print.clinic_examples import INDEX, PREPARATION
from tests.print.letter_examples import card_request, whole_summary
from tests.print.staff_examples import released_request, staff_request, supportive_request
from tests.print.states import STATES
from tests.print.test_day_list import HELD_BACK, LINE, REQUEST
from treatment_calendar.paper.alert_card import alert_card
from treatment_calendar.paper.day_list import day_list
from treatment_calendar.paper.downtime_index import downtime_index
from treatment_calendar.paper.patient_calendar import patient_calendar
from treatment_calendar.paper.preparation_list import preparation_list
from treatment_calendar.paper.staff_sheet import staff_sheet
from treatment_calendar.paper.treatment_summary import treatment_summary

WHOLE = ("english-a4", "delay", "restart")
FIRST_PAGE = (
    "english-letter", "large-a4", "chinese-a4", "long-name-four-strengths", "evening", "hold", "gc", "provisional",
    "provisional-chinese", "german-a4", "french-large", "spanish-large", "home-en", "home-de", "home-es", "home-fr",
    "home-zh",
)  # fmt: skip

STAFF = {"staff": staff_request(), "staff-released": released_request(), "staff-supportive": supportive_request()}
PAPERS: dict[str, Callable[[], bytes]] = {
    "treatment-summary": lambda: treatment_summary(whole_summary()),
    "alert-card": lambda: alert_card(card_request(languages=("de", "zh"))),
    "preparation-list": lambda: preparation_list(PREPARATION),
    "day-list": lambda: day_list(replace(REQUEST, lines=(LINE, HELD_BACK))),
    "downtime-index": lambda: downtime_index(INDEX),
}


def pdf_of(name: str) -> bytes:
    """The pages under a name."""
    if name in PAPERS:
        return PAPERS[name]()
    return staff_sheet(STAFF[name]) if name in STAFF else patient_calendar(STATES[name])


@pytest.mark.parametrize("name", [*WHOLE, *FIRST_PAGE, *STAFF, *PAPERS])
def test_a_page_looks_as_the_stored_one(name: str) -> None:
    pages = golden.pictures(pdf_of(name))
    pages = pages[:1] if name in FIRST_PAGE else pages
    wrong = [golden.compare(f"{name}-{number}", page) for number, page in enumerate(pages, 1)]
    assert not any(wrong), "\n".join(text for text in wrong if text)


def test_a_changed_number_of_tablets_is_a_difference() -> None:
    from decimal import Decimal

    from tests.print.examples import capox_course, request

    one = golden.pictures(patient_calendar(request()))[0]
    other = golden.pictures(patient_calendar(request(course=capox_course(plan={Decimal(500): 2, Decimal(150): 1}))))[0]
    assert golden.difference(one, other)[0] > golden.MOST_PIXELS
    assert golden.difference(one, one)[0] == 0


def test_every_stored_page_is_still_compared() -> None:
    names = {path.stem.rsplit("-", 1)[0] for path in golden.STORED.glob("*.png")}
    assert names == {*WHOLE, *FIRST_PAGE, *STAFF, *PAPERS}
