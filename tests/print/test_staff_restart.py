"""A restart within the cycle on the staff sheet."""

from dataclasses import replace
from datetime import UTC, date, datetime

from regimen.order import TabletPlan
from tests.print.examples import LESS
from tests.print.reading import missing
from tests.print.staff_examples import CAPECITABINE, D, staff_request
from treatment_calendar.course import Moment
from treatment_calendar.paper.request import AlertWords, RestartShown, Signature, StaffSheetRequest
from treatment_calendar.paper.staff_sheet import staff_sheet, staff_sheets


def said(made: StaffSheetRequest) -> str:
    return " ".join(item.text.replace("\xa0", " ") for sheet in staff_sheets(made) for item in sheet.texts)


def test_a_restart_within_the_cycle_stands_below_the_doses_with_tablets_proof_and_signature() -> None:
    plan = TabletPlan(LESS, LESS, D(1150), D(1150), D(2300), D("-6"), 6, {D(500): 10, D(150): 5}, {}, False, False)
    dose = replace(CAPECITABINE, percent=D(75), exact_mg=D("1222.83"), dose_mg=D(1150), plans=(plan,), chosen=0)
    shown = RestartShown(
        dose=dose, start=Moment(date(2026, 3, 13), "pm"), last=Moment(date(2026, 3, 15), "pm"), mornings=2, evenings=3,
        missed=6, reason="diarrhoea <b>down</b> to grade 1",
        signature=Signature("Ada Demo", "pharmacist", "restart signed", datetime(2026, 3, 13, 9, 0, tzinfo=UTC)),
        check_code="AB12-CD34",
        alerts=(AlertWords("dpyd-missing", "stop", "DPYD not tested", "Test first.", "label", "tested elsewhere"),),
    )  # fmt: skip
    words = " ".join(said(staff_request(restarts=(shown,))).split())
    assert "capecitabine: restarted at a lower dose from" in words and "13 March 2026, evening" in words
    assert "5 doses left (2 mornings, 3 evenings)" in words and "6 missed, not made up" in words
    assert "10 × 500 mg" in words and "tested elsewhere" in words
    assert "Restart signed by Ada Demo, pharmacist" in words and "diarrhoea <b>down</b> to grade 1" in words
    assert "AB12-CD34" in words
    made = staff_request(restarts=(shown,))
    assert missing(staff_sheets(made), staff_sheet(made)) == []
