"""The alert card and the treatment summary on paper: card size, nothing cut off in any language, unknown is said."""

from datetime import date
from decimal import Decimal

import pypdfium2
import pytest

from regimen.errors import Refused
from tests.print.letter_examples import LONG, card_request, summary_request
from treatment_calendar.paper import alert_card as card
from treatment_calendar.paper.fonts import width
from treatment_calendar.paper.jobs import answer, make
from treatment_calendar.paper.request import Contacts
from treatment_calendar.paper.sheet import Box, Sheet
from treatment_calendar.paper.treatment_summary import treatment_summary_sheets
from treatment_calendar.paper.treatment_summary_request import (
    Change,
    CycleGiven,
    DoseGiven,
    Inhibitor,
    Total,
)
from treatment_calendar.paper.wording import languages, words_of


def words_on(sheets: list[Sheet]) -> str:
    return " ".join(" ".join(text.text for text in sheet.texts) for sheet in sheets).replace("\u00a0", " ")


def boxes(sheet: Sheet) -> list[Box]:
    """The frames of the cards."""
    return [one for one in sheet.shapes if isinstance(one, Box) and one.radius]


@pytest.mark.parametrize("language", languages())
def test_both_cards_have_the_size_of_a_bank_card_and_hold_all_their_words_in_every_language(language: str) -> None:
    (sheet,) = card.alert_card_sheets(card_request(languages=(language, "en")))
    frames = boxes(sheet)
    assert [(round(one.width / 2 / 72 * 25.4, 1), round(one.height / 72 * 25.4, 1)) for one in frames] == [
        (85.6, 54)
    ] * 2
    for frame in frames:
        middle = frame.x + frame.width / 2
        inside = [one for one in sheet.texts if frame.y < one.y < frame.y + frame.height]
        for text in inside:
            right = text.x + width(text.text, text.face, text.size)
            assert frame.x < text.x and right < frame.x + frame.width, text.text
            assert right < middle or text.x > middle, text.text  # nothing on the fold
            assert text.y + text.size * 0.25 < frame.y + frame.height, text.text
            assert text.size >= 6.0
    said = words_on([sheet])
    words = words_of(language, "ymd", "comma")
    for key in ("danger", "doctor", "steroids", "carry"):
        assert "".join(words(f"card.{key}").split()) in "".join(said.split()), key
    assert said.count("+49 30 555 0100") == said.count("+49 30 555 0199") == 2
    assert words("footer.not_for_clinical_use") in said


def test_a_date_nobody_knows_is_not_called_not_given() -> None:
    nobody = (Inhibitor("pembrolizumab", None, None),)
    assert "not given when this card was printed" in words_on(card.alert_card_sheets(card_request(inhibitors=nobody)))
    elsewhere = words_on(card.alert_card_sheets(card_request(inhibitors=nobody, elsewhere=True)))
    assert "given at an earlier hospital, date not known here" in elsewhere and "not given when" not in elsewhere


def test_what_fits_no_card_is_refused_and_never_cut_off() -> None:
    ids = tuple("W" * 40 for _ in range(12))
    with pytest.raises(Refused, match="too long for a card"):
        card.alert_card_sheets(card_request(identifiers=ids))
    kind, _reasons = answer(("alert_card", card_request(inhibitors=())))
    assert kind == "refused"


def test_a_number_to_call_that_is_missing_is_a_line_to_write_it_on() -> None:
    said = words_on(card.alert_card_sheets(card_request(contacts=Contacts("", "", ""))))
    assert said.count("write the number here:") == 2


def test_the_mark_goes_only_from_a_card_for_clinical_use() -> None:
    assert "NOT FOR CLINICAL USE" not in words_on(card.alert_card_sheets(card_request(for_clinical_use=True)))
    pdf = pypdfium2.PdfDocument(make("alert_card", card_request()))
    assert len(pdf) == 1 and LONG not in str(pdf.get_metadata_dict())


def test_unknown_doses_of_an_earlier_hospital_are_said_and_never_counted_as_nought() -> None:
    cycles = (CycleGiven(1, None, (DoseGiven("oxaliplatin", "elsewhere", None, Decimal(80)),), elsewhere=True),)
    total = Total(
        "oxaliplatin", Decimal("128.8"), None, True, Decimal(0), Decimal("62.7"), Decimal("73.1"), 1, 21, 21, ()
    )
    said = words_on(treatment_summary_sheets(summary_request(cycles=cycles, totals=(total,))))
    assert "not known at an earlier hospital" in said
    assert "oxaliplatin (ordered: 80 % of the regimen's level): amount not recorded" in said
    assert "128.8 mg/m² in all, WITHOUT what an earlier hospital gave: nobody recorded it" in said
    assert "Allergies: none entered, not asked" in said and "NOT FOR CLINICAL USE" not in said


def test_a_long_course_goes_on_over_pages_with_every_line_inside_and_no_markup_read() -> None:
    doses = (DoseGiven("oxaliplatin", "order", Decimal(210), Decimal(100)),) * 3
    cycles = tuple(CycleGiven(number, date(2026, 3, 2), doses) for number in range(1, 13))
    change = Change("hold", "<b>&capecitabine</b>", 0, date(2026, 3, 9), None, why="热 " * 200, by="Żółć")
    made = summary_request(cycles=cycles, changes=(change,) * 30, paper="letter")
    sheets = treatment_summary_sheets(made)
    said = words_on(sheets)
    assert len(sheets) >= 3 and said.count("<b>&capecitabine</b> on hold") == 30
    for number, sheet in enumerate(sheets, 1):
        assert f"{number} of {len(sheets)}" in [text.text for text in sheet.texts]
        for text in sheet.texts:
            assert text.x > 0 and text.x + width(text.text, text.face, text.size) < sheet.width, text.text
            assert 0 < text.y < sheet.height, text.text
    assert answer(("treatment_summary", made))[0] == "made"


def test_supportive_care_of_the_last_order_is_told_given_here_and_at_home_apart() -> None:
    lines = (
        ("clinic", "ondansetron 8 mg, day 1"),
        ("home", "loperamide 2 mg <b>"),
        ("left_out", "cream (has her own)"),
    )
    words = words_on(treatment_summary_sheets(summary_request(supportive=lines, supportive_cycle=2)))
    assert "Supportive care ordered with cycle 2 given here: ondansetron 8 mg, day 1" in words
    assert "taken at home: loperamide 2 mg <b>" in words and "left out: cream (has her own)" in words
    assert "Supportive care" not in words_on(treatment_summary_sheets(summary_request()))
