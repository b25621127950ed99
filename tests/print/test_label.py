"""The dispensing label: everything a patient needs on the box, for one strength, and nothing left out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pypdfium2
import pytest

from regimen.library import load_regimen
from tests.print.examples import profile
from treatment_calendar.course import Moment
from treatment_calendar.paper.jobs import make
from treatment_calendar.paper.label import HIGH, MARGIN, WIDE, label, label_sheets
from treatment_calendar.paper.request import Contacts, Doses, LabelRequest

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 15)


def request(**changes: Any) -> LabelRequest:
    made = LabelRequest(
        regimen=load_regimen("ici-capox"),
        profile=profile(),
        patient_name="Patient Seven, DEMO",
        identifiers=("MRN 0042-118", "NHS 999 000 0000"),
        birth_date=date(1958, 3, 1),
        drug="capecitabine",
        strength_mg=Decimal(500),
        tablets=84,
        cycle=1,
        doses=(Doses(FIRST, LAST, 3, 3),),
        first=Moment(FIRST, "am"),
        last=Moment(LAST, "pm"),
        contacts=Contacts("Day Unit", "555 0100", "555 0199"),
        dispensed_by="Priya Raman",
        dispensed_on=FIRST,
        beside=(Decimal(150),),
        batch="B7731",
        expiry=date(2027, 4, 30),
        for_clinical_use=True,
    )
    return replace(made, **changes)


def said(made: LabelRequest) -> str:
    return " ".join(" ".join(text.text for text in sheet.texts) for sheet in label_sheets(made))


def test_the_label_names_version_and_hash_of_the_regimen() -> None:
    regimen = load_regimen("ici-capox")
    for language in ("en", "zh"):
        words = said(request(language=language))
        assert regimen.id in words and regimen.version in words and regimen.sha256[:7] in words


def test_patient_drug_strength_number_directions_batch_and_phone_stand_on_it() -> None:
    words = said(request())
    for text in (
        "Patient Seven, DEMO", "MRN 0042-118", "1 March 1958", "capecitabine 500 mg", "84 tablets",
        "3 in the MORNING, 3 in the EVENING", "Batch B7731", "Use before 30 April 2027", "555 0100", "555 0199",
        "Handed out 2 March 2026 by Priya Raman", "KEEP AWAY FROM CHILDREN", "tablets of 150 mg", "cytotoxic",
    ):  # fmt: skip
        assert text in words.replace("\u00a0", " "), text
    assert "CLINICAL USE" not in words


def test_it_says_that_it_is_not_for_clinical_use_until_nothing_is_missing() -> None:
    assert "NOT FOR CLINICAL USE" in said(request(for_clinical_use=False))


def test_a_first_evening_changes_no_direction_and_a_dose_that_changes_is_told_by_dates() -> None:
    half = (
        Doses(FIRST, FIRST, 0, 3),
        Doses(date(2026, 3, 3), LAST, 3, 3),
        Doses(date(2026, 3, 16), date(2026, 3, 16), 3, 0),
    )
    words = said(request(doses=half, first=Moment(FIRST, "pm"), last=Moment(date(2026, 3, 16), "am")))
    assert words.count("in the MORNING") == 1 and "3 in the MORNING, 3 in the EVENING" in words
    lower = (Doses(FIRST, date(2026, 3, 8), 3, 3), Doses(date(2026, 3, 9), LAST, 2, 2))
    words = said(request(doses=lower))
    assert "3 in the MORNING, 3 in the EVENING" in words and "2 in the MORNING, 2 in the EVENING" in words


def test_a_pause_in_between_sends_to_the_calendar() -> None:
    held = (Doses(FIRST, date(2026, 3, 5), 3, 3), Doses(date(2026, 3, 9), LAST, 3, 3))
    assert "go by your calendar" in said(request(doses=held))
    gap = (Doses(FIRST, FIRST, 0, 3), Doses(date(2026, 3, 5), LAST, 3, 3))
    assert "go by your calendar" in said(request(doses=gap))
    half = (Doses(FIRST, date(2026, 3, 5), 3, 3), Doses(date(2026, 3, 6), date(2026, 3, 6), 3, 0),
            Doses(date(2026, 3, 7), LAST, 3, 3))  # fmt: skip
    assert "go by your calendar" in said(request(doses=half))
    assert "go by your calendar" not in said(request())


@pytest.mark.parametrize("changes", [
    {}, {"language": "zh", "patient_name": "王小明 (Wáng Xiǎomíng)"},
    {"patient_name": "Maximiliane-Konstantina von Hohenzollern-Sigmaringen de la Concepción y Fernández " * 3,
     "identifiers": ("HOSPITAL NUMBER 0042-118-99887766", "Insurance AB-12-XY-99-0000001") * 3,
     "batch": "LOT " * 30, "contacts": Contacts("", "", ""), "for_clinical_use": False},
    {"patient_name": "<b>&amp;</b> \u202e Seven"},
])  # fmt: skip
def test_whatever_is_typed_nothing_leaves_the_label_and_it_is_a_pdf(changes: dict[str, Any]) -> None:
    made = request(**changes)
    for sheet in label_sheets(made):
        for text in sheet.texts:
            assert text.x >= MARGIN - 0.1 and MARGIN <= text.y <= HIGH - MARGIN + 1, text
    document = pypdfium2.PdfDocument(make("label", made))
    assert document.get_page_size(0) == pytest.approx((WIDE, HIGH), abs=0.5)
    assert label(made).startswith(b"%PDF")
