"""What staff must find on the sheet of a cycle."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from regimen.order import Alert
from regimen.policy import POLICY_KEYS
from regimen.unit_words import in_words
from tests.print.examples import DAY1
from tests.print.hostile import NASTY
from tests.print.reading import missing, squeezed, texts
from tests.print.staff_examples import CAPECITABINE, CASE, ORDER, released_request, staff_request, supportive_request
from treatment_calendar.paper import staff_sections
from treatment_calendar.paper.fonts import width
from treatment_calendar.paper.frame import MARGIN
from treatment_calendar.paper.request import AlertWords, StaffSheetRequest, TreatmentDayState
from treatment_calendar.paper.staff_sheet import staff_sheet, staff_sheets
from treatment_calendar.paper.staff_words import staff_words


def said(made: StaffSheetRequest) -> str:
    return " ".join(item.text.replace("\xa0", " ") for sheet in staff_sheets(made) for item in sheet.texts)


def test_every_word_is_found_again_in_the_pdf() -> None:
    made = staff_request()
    assert missing(staff_sheets(made), staff_sheet(made)) == []


def test_every_step_of_every_proof_is_there_with_its_inputs_and_source() -> None:
    words = squeezed(said(staff_request()))
    for dose in ORDER.doses:
        for step in dose.proof:
            for text in (step.title, step.formula.replace("√", "sqrt").replace("→", "->"), step.shown, step.source):
                assert squeezed(in_words(text)) in words, (dose.drug, step.step)
            for name, value in step.inputs.items():
                assert squeezed(f"{name} {value}") in words


def test_doses_preparation_vials_tablets_supply_and_packs_are_there() -> None:
    words = said(staff_request())
    for text in (
        "oxaliplatin: 210 mg IV, day 1",
        "exact 211.96 mg, 130 mg/m², start 100 %, now 100 %, variance -0.9 %",
        "Preparation: 500 mL glucose 5 %, 0.42 mg/mL (nominal), over 120 minutes",
        "Vials: 2 × 100 mg + 1 × 50 mg; waste 40 mg",
        "capecitabine: 1,650 mg per dose by mouth, twice a day, 3,300 mg per day, days 1 to 14",
        "Tablets: morning 3 × 500 mg + 1 × 150 mg; evening 3 × 500 mg + 1 × 150 mg",
        "Supply for the cycle: 84 × 500 mg + 28 × 150 mg; packs: 1 of 500 mg + 1 of 150 mg",
        "1. pembrolizumab 200 mg, 30 minutes",
        "2. oxaliplatin 210 mg, 120 minutes",
    ):
        assert text in words


def test_an_alert_without_words_is_printed_by_its_code_and_stops_come_first() -> None:
    words = said(staff_request())
    assert "STOP: dpyd-missing analyte DPYD" in words
    assert words.index("STOP:") < words.index("Note: Clearance near a limit")
    assert "NOT RELEASED: 1 stop open" in words


def test_without_an_open_stop_the_sheet_says_that_this_is_no_signature() -> None:
    words = said(staff_request(order=replace(ORDER, alerts=())))
    assert "No stop is open. This is no signature." in words and "NOT RELEASED" not in words


def test_an_overridden_stop_is_printed_with_its_reason_and_who_and_an_open_one_keeps_the_sheet_unreleased() -> None:
    stop = Alert("dpyd-missing", "stop", "capecitabine", {}, "label")
    words = AlertWords("dpyd-missing", "stop", "No DPYD result", "Test first.", override="cannot wait (A. Demo)")
    order = replace(ORDER, alerts=(stop,))
    read = said(staff_request(order=order, alerts=(words,), reasons=(("dose of capecitabine", "CrCl 49.5"),)))
    assert "Overridden: cannot wait (A. Demo)" in read
    assert "overridden by name (1)" in read
    assert "NOT RELEASED" not in read
    assert "dose of capecitabine: CrCl 49.5" in read
    assert "NOT RELEASED: 1 stop" in said(staff_request(order=order, alerts=(replace(words, override=""),)))


def test_the_go_ahead_of_each_treatment_day_is_named_and_without_it_the_day_is_provisional() -> None:
    given = TreatmentDayState(1, DAY1, "Ada Demo", "telephone", DAY1)
    words = said(staff_request(go_aheads=(given, TreatmentDayState(8, DAY1 + timedelta(days=7)))))
    assert "Go-ahead for day 1, 2 March 2026: Ada Demo, by telephone, 2 March 2026." in words
    assert "PROVISIONAL: no go-ahead yet for day 8, 9 March 2026." in words


def test_holds_delays_allergies_and_medicines_are_there_with_reasons() -> None:
    words = said(staff_request())
    assert "pembrolizumab on hold from Monday 23 March 2026 until further notice: thyroiditis" in words
    assert "Cycle 2 delayed by 7 days (later cycles move too): neutropenia" in words
    assert "Allergies: penicillin" in words and "Medicines: warfarin" in words


def test_an_allergy_asked_and_denied_is_told_apart_from_one_nobody_asked_about() -> None:
    nobody = replace(CASE, patient=replace(CASE.patient, allergies=()))
    assert "Allergies: none known (asked)" in said(staff_request(case=nobody, allergies_asked=True))
    assert "Allergies: none entered" in said(staff_request(case=nobody))
    assert "Allergies: penicillin" in said(staff_request(allergies_asked=True))


def test_the_basis_carries_its_dates_and_what_is_missing_is_said() -> None:
    words = said(staff_request())
    assert "Height: 165 cm of 2 March 2026" in words
    assert "Creatinine: 88 µmol/L of 28 February 2026" in words
    assert "neutrophils: 3.1 × 10⁹/L (limits 2 to 7.5) of 28 February 2026" in words
    without = replace(CASE, basis=replace(CASE.basis, creatinine=None, weight_date=None))
    words = said(staff_request(case=without))
    assert "Creatinine: not entered" in words and "Weight: 58 kg, date not entered" in words


def test_a_tablet_plan_nobody_chose_is_not_chosen_by_the_page() -> None:
    undecided = replace(CAPECITABINE, chosen=None, dose_mg=None, tie=True)
    words = said(staff_request(order=replace(ORDER, doses=(undecided,))))
    assert "capecitabine: NO DOSE: a person must choose a tablet plan" in words
    assert "Plan 1: morning 3 × 500 mg" in words and "Supply" not in words


def test_whole_hashes_signatures_and_empty_lines_are_there() -> None:
    made = staff_request()
    words = said(made)
    assert made.regimen.sha256 in words and made.profile.sha256 in words and "Engine 0.1.0" in words
    assert "Ada Demo, prescriber" in words
    for line in ("Prescribed by", "Verified by", "Prepared by", "Given by"):
        assert line in words


def test_given_signatures_are_printed_with_name_role_time_and_meaning_and_only_open_steps_have_a_line() -> None:
    words = said(released_request())
    for text in ("Ben Demo, pharmacist", "values typed again from the source, equal", "09:37"):
        assert text in words
    assert words.count("Given by") == 2 and words.count("Verified by") == 1
    assert "NOT FOR CLINICAL USE" not in words and "NOT SIGNED" not in words


def test_what_is_missing_for_the_release_stands_on_the_sheet() -> None:
    words = said(staff_request(signed=True, not_released=("The second check is still to be done.",)))
    assert "NOT RELEASED: The second check is still to be done." in words


def test_every_page_says_whose_it_is_that_it_is_not_signed_and_its_number() -> None:
    pages = texts(staff_sheet(staff_request()))
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert f"Page{number}of{len(pages)}" in page
        assert "PatientSeven,DEMO" in page and "MRN0042-118" in page
        assert "NOTSIGNED" in page and "NOTFORCLINICALUSE" in page


def test_a_long_proof_goes_on_over_the_pages_it_needs() -> None:
    many = replace(CAPECITABINE, proof=CAPECITABINE.proof * 200)
    made = staff_request(order=replace(ORDER, doses=(many,)))
    sheets = staff_sheets(made)
    assert len(sheets) > 5
    assert sum(item.text.strip().startswith("200. Exact dose") for sheet in sheets for item in sheet.texts) == 1
    for sheet in sheets:
        for item in sheet.texts:
            assert item.x + width(item.text, item.face, item.size) <= sheet.width - MARGIN + 0.01
            assert item.y <= sheet.height - MARGIN


@pytest.mark.parametrize("name", NASTY)
def test_hostile_words_in_every_field_do_no_harm(name: str) -> None:
    patient = replace(CASE.patient, name=name, allergies=(name,), reactions=(name,), identifiers=(name,))
    case = replace(CASE, patient=patient, medicines=(name,), delays=(replace(CASE.delays[0], reason=name),))
    made = staff_request(case=case, printed_by=name)
    assert missing(staff_sheets(made), staff_sheet(made)) == []


def test_percents_show_their_sign() -> None:
    better = replace(CAPECITABINE, variance_percent=Decimal("0.04"))
    assert "variance 0 %" in said(staff_request(order=replace(ORDER, doses=(better,))))
    assert "variance +1.2 %" in said(staff_request())


def test_every_setting_the_program_can_fill_in_has_words_of_its_own() -> None:
    """Also the two parts of the largest rounding, and a key only an older program knew."""
    keys = {f"policy.{key}" for key in POLICY_KEYS} - {"policy.max_variance_percent"}
    keys |= {"policy.max_variance_percent.oral", "policy.max_variance_percent.iv", "practice", "cycle"}
    made = staff_request()
    order = replace(made.order, defaults_used=(*sorted(keys), "policy.older_choice"))
    (listed,) = staff_sections.settings(replace(made, order=order), staff_words(made))
    assert "policy." not in listed.text and "_" not in listed.text and "older choice" in listed.text
    assert len(listed.text.split(", ")) == len(keys) + 1
    assert listed.text.endswith(f"(as practice {made.profile.id.upper()} says)")


def test_what_is_given_here_has_a_place_to_sign_and_stands_apart_from_what_the_patient_takes_at_home() -> None:
    made = supportive_request()
    words = said(made)
    here, at_home = words.split("Supportive care given here")[1].split("Supportive care at home, taken by the patient")
    assert "Mon 2 Mar, day 1 ondansetron 8 mg before the infusion" in here and "if needed saline 500 mL" in here
    assert "Given by, time" in here and "ondansetron 8 mg, evening, day 1" in at_home and "saline" not in at_home
    assert here.index("Given by, time") < here.index("1. pembrolizumab 200 mg, 30 minutes")
    for text in (
        "dexamethasone 8 mg, morning, day 1, 2, 3 Changed: slept badly on 12 mg",
        "at most 16 mg a day, if needed The patient calls before the first dose.",
        "domperidone 10 mg, if needed Added for this patient: asked for it",
        "mouth care: soft brush, rinse after meals, no alcohol mouthwash, every day",
        "Left out, at home: hand and foot cream (has her own)",
    ):
        assert text in at_home, text
    assert "Not ordered with this order" not in words
    assert missing(staff_sheets(made), staff_sheet(made)) == []


def test_supportive_care_nobody_ordered_says_so_on_the_staff_sheet() -> None:
    assert said(staff_request()).count("Not ordered with this order: as the regimen lists it.") == 1
