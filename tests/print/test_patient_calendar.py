"""What a patient must find on the calendar, and must not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from regimen.errors import Refused
from tests.print.examples import DAY1, ICI_CAPOX, capox_course, profile, request
from tests.print.reading import missing, squeezed, texts
from tests.print.states import CHINESE_NAME, LONG_NAME, STATES
from treatment_calendar.course import Moved, Note, SupportiveToday
from treatment_calendar.paper.fonts import width
from treatment_calendar.paper.frame import MARGIN
from treatment_calendar.paper.patient_calendar import calendar_sheets, patient_calendar
from treatment_calendar.paper.request import CalendarRequest, Contacts
from treatment_calendar.paper.wording import words_of

EVERY_STATE = pytest.mark.parametrize("made", STATES.values(), ids=STATES.keys())


def said(made: CalendarRequest) -> str:
    """Everything the calendar says, lines joined by spaces."""
    return " ".join(item.text.replace("\xa0", " ") for sheet in calendar_sheets(made) for item in sheet.texts)


@EVERY_STATE
def test_every_word_of_the_display_list_is_found_again_in_the_pdf(made: CalendarRequest) -> None:
    assert missing(calendar_sheets(made), patient_calendar(made)) == []


@EVERY_STATE
def test_what_the_patient_reads_is_never_smaller_than_the_print_promises(made: CalendarRequest) -> None:
    least = 14 if made.large_print else 12
    for sheet in calendar_sheets(made):
        assert [item for item in sheet.texts if not item.small and item.size < least] == []
        assert all(item.size >= 8 for item in sheet.texts)


@EVERY_STATE
def test_small_print_stands_only_in_the_footer(made: CalendarRequest) -> None:
    for sheet in calendar_sheets(made):
        lowest = max(item.y for item in sheet.texts if not item.small)
        assert all(item.y > lowest for item in sheet.texts if item.small)


@EVERY_STATE
def test_no_text_runs_over_a_margin(made: CalendarRequest) -> None:
    for sheet in calendar_sheets(made):
        for item in sheet.texts:
            assert item.x >= MARGIN - 0.01, item
            assert item.x + width(item.text, item.face, item.size) <= sheet.width - MARGIN + 0.01, item
            assert item.y - item.size * 0.76 >= MARGIN - 3 and item.y + item.size * 0.25 <= sheet.height - MARGIN + 1, (
                item
            )


@EVERY_STATE
def test_no_text_stands_on_another(made: CalendarRequest) -> None:
    for sheet in calendar_sheets(made):
        boxes = [
            (
                item.x,
                item.x + width(item.text, item.face, item.size),
                item.y - 0.72 * item.size,
                item.y + 0.2 * item.size,
            )
            for item in sheet.texts
        ]
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                apart = (
                    one[1] <= other[0] + 0.5
                    or other[1] <= one[0] + 0.5
                    or one[3] <= other[2] + 0.5
                    or other[3] <= one[2] + 0.5
                )
                assert apart, (one, other)


FEWER = ("gc", "hold", "two-weeks", "restart", "restart-chinese")


@pytest.mark.parametrize("name", [name for name in STATES if name not in FEWER])
def test_there_is_one_box_to_tick_for_each_of_the_28_doses(name: str) -> None:
    made = STATES[name]
    assert sum(sheet.ticks for sheet in calendar_sheets(made)) == made.course.cycles[0].oral_doses == 28


@pytest.mark.parametrize("name", ["restart", "restart-chinese"])
def test_a_restart_leaves_a_box_for_each_dose_told_and_says_which_tablets_from_when(name: str) -> None:
    assert sum(sheet.ticks for sheet in calendar_sheets(STATES[name])) == 22
    words = said(STATES[name])
    if name == "restart":
        assert "NEW NUMBER OF TABLETS. This sheet replaces revision 2: destroy the old sheet." in words
        assert "From Fri 13 Mar, evening 2 × 500 mg + 1 × 150 mg" in words
        assert "Evening: NO TABLETS (on hold)" in words and "Morning: NO TABLETS (on hold)" in words
        assert words.count("ON HOLD: capecitabine") == 2
        assert "ANOTHER NUMBER OF TABLETS, from then on" in words


def test_a_held_drug_leaves_no_box_to_tick_and_says_so() -> None:
    assert sum(sheet.ticks for sheet in calendar_sheets(STATES["hold"])) == 28 - 12
    words = said(STATES["hold"])
    assert words.count("ON HOLD: capecitabine") == 6
    assert words.count("ON HOLD: pembrolizumab") == 1
    assert "They are not made up later" in words


def test_rest_days_say_no_tablets_in_words_and_are_hatched() -> None:
    made = request()
    assert said(made).count("NO TABLETS") == 7
    first = calendar_sheets(made)[0]
    assert sum(type(shape).__name__ == "Hatch" for shape in first.shapes) == 7


def test_an_evening_start_ends_on_the_morning_of_day_15() -> None:
    words = said(STATES["evening"])
    assert words.count("Morning: none") == 1 and words.count("Evening: none") == 1
    assert "Last tablets Mon 16 Mar, morning" in words
    assert words.count("NO TABLETS") == 6


def test_the_page_of_dates_holds_every_date_with_its_cycle_day() -> None:
    words = [item.text.replace("\xa0", " ") for item in calendar_sheets(request())[0].texts]
    for number in range(1, 22):
        assert f"{number + 1} Mar" in words
        assert f"day {number}" in words
    for weekday in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"):
        assert words.count(weekday) == 1


MORE_PAGES = ("long-name-four-strengths", "french-large", "home-de", "home-es")


@pytest.mark.parametrize("name", [name for name in STATES if name not in MORE_PAGES])
def test_the_dates_of_a_cycle_stand_on_one_page(name: str) -> None:
    made = STATES[name]
    day = words_of(made.language, "dmy", "comma")("grid.day", day="\n").partition("\n")[0]
    pages = [sheet for sheet in calendar_sheets(made) if sum(t.text.startswith(day) for t in sheet.texts) > 13]
    assert len(pages) == 1


def test_a_cycle_that_needs_two_pages_says_on_the_first_that_it_goes_on() -> None:
    first = calendar_sheets(STATES["french-large"])[0]
    assert "Le calendrier de ce cycle continue à la page suivante." in [item.text for item in first.texts]
    assert "Nuit : 020 7946 0999" in [item.text.replace("\xa0", " ") for item in first.texts]


@EVERY_STATE
def test_every_page_names_the_patient_the_revision_the_hashes_and_its_own_number(made: CalendarRequest) -> None:
    pages = texts(patient_calendar(made))
    for number, page in enumerate(pages, 1):
        assert squeezed(made.patient_name) in page
        for identifier in made.identifiers:
            assert squeezed(identifier) in page
        assert made.regimen.id in page and made.regimen.sha256[:7] in page and made.profile.sha256[:7] in page
        words = words_of(made.language, "dmy", "comma")
        assert squeezed(words("footer.page", page=number, pages=len(pages))) in page
        assert squeezed(words("footer.revision", revision=made.revision)) in page


def test_not_signed_and_not_for_clinical_use_stand_on_every_page_until_they_are_not_so() -> None:
    for page in texts(patient_calendar(request())):
        assert "NOTSIGNED" in page and "NOTFORCLINICALUSE" in page
    for page in texts(patient_calendar(request(signed=True))):
        assert "NOTSIGNED" not in page and "NOTFORCLINICALUSE" in page
    for page in texts(patient_calendar(STATES["signed"])):
        assert "NOTSIGNED" not in page and "NOTFORCLINICALUSE" not in page


def test_birth_date_and_other_dates_have_their_month_in_words() -> None:
    assert "born 1 March 1958" in said(request())
    assert "born March 1, 1958" in said(STATES["english-letter"])
    assert "born 1958 March 1" in said(request(profile=profile(date_style="ymd")))
    assert "1958年3月1日" in said(STATES["chinese-a4"])


def test_both_numbers_and_the_fever_limit_of_the_practice_stand_on_the_page_of_dates() -> None:
    for name in (
        "english-a4",
        "evening",
        "delay",
        "hold",
        "gc",
        "large-a4",
        "german-a4",
        "french-large",
        "spanish-large",
        "home-en",
        "home-de",
        "home-es",
        "home-fr",
        "home-zh",
    ):
        words = " ".join(item.text.replace("\xa0", " ") for item in calendar_sheets(STATES[name])[0].texts)
        assert "020 7946 0000" in words and "020 7946 0999" in words, name
        assert "38.0 °C" in words or "38,0 °C" in words, name
    assert "38.0 °C (100.4 °F)" in said(STATES["english-letter"])


@pytest.mark.parametrize("more", [(), ("Insurance GR-0003-5571-8890-1177-A",)])
def test_the_numbers_to_call_stay_on_a_full_page_of_dates_in_large_print(more: tuple[str, ...]) -> None:
    course = capox_course()
    first = course.cycles[0]
    home = (
        SupportiveToday("ondansetron", "ondansetron", "8 mg", "home", ("evening",)),
        SupportiveToday("dexamethasone", "dexamethasone", "8 mg", "home", ("morning",)),
    )
    days = tuple(replace(day, supportive=home[: 3 - day.cycle_day] or home[1:]) for day in first.days[:3])
    full = replace(course, cycles=(replace(first, days=(*days, *first.days[3:])), *course.cycles[1:]))
    identifiers = ("MRN 0042-118", "NHS 999 000 0000", *more)
    made = request(
        large_print=True, paper="letter", patient_name="王小明", identifiers=identifiers, course=full, visit_times=()
    )
    sheets = calendar_sheets(made)
    words = " ".join(item.text.replace("\xa0", " ") for item in sheets[0].texts)
    assert "020 7946 0000" in words and "020 7946 0999" in words
    assert "ondansetron" in said(made)


def test_a_number_nobody_gave_is_a_line_to_write_it_on() -> None:
    words = said(request(contacts=Contacts("Demo", "020 7946 0000", "")))
    assert "Night: write the number here: ____" in words


def test_the_boxes_say_how_many_tablets_until_when_and_what_comes_next() -> None:
    words = said(request())
    assert "Each morning and evening 3 × 500 mg + 1 × 150 mg" in words
    assert "Last tablets Sun 15 Mar, evening then 7 days without tablets" in words
    assert "Blood test: Fri 20 Mar" in words and "Visit: Mon 23 Mar" in words


def test_the_only_cycle_laid_out_still_tells_the_next_visit_where_it_is_known() -> None:
    course = capox_course(cycles=1)
    words = said(request(course=course))
    assert "Visit: not yet planned: ask us" in words
    known = replace(course.cycles[0], next_day1=date(2026, 3, 23))
    assert "Visit: Mon 23 Mar" in said(request(course=replace(course, cycles=(known,))))


def test_unequal_mornings_and_evenings_are_told_apart() -> None:
    course = capox_course(cycles=1)
    cycle = course.cycles[0]
    days = tuple(
        replace(day, take=tuple(replace(take, pm={Decimal(500): 4}) for take in day.take if take.pm))
        if day.take
        else day
        for day in cycle.days
    )
    words = said(request(course=replace(course, cycles=(replace(cycle, days=days),))))
    assert "Each morning 3 × 500 mg + 1 × 150 mg" in words and "Each evening 4 × 500 mg" in words


def test_tablets_not_yet_chosen_are_not_invented() -> None:
    course = capox_course(cycles=1)
    cycle = course.cycles[0]
    days = tuple(replace(day, take=()) for day in cycle.days)
    words = said(request(course=replace(course, cycles=(replace(cycle, days=days),))))
    assert words.count("ask us how many") == 28 + 1
    assert "500 mg" not in words


def test_later_cycles_are_dates_only_on_a_page_of_their_own() -> None:
    sheets = calendar_sheets(request())
    last = " ".join(item.text.replace("\xa0", " ") for item in sheets[-1].texts)
    assert "PLANNED. Do not start until we tell you." in last


def test_a_cycle_without_its_go_ahead_says_provisional_on_its_first_page_and_no_other_cycle_does() -> None:
    words = "PROVISIONAL. Do not start this cycle until we tell you."
    first, *others = calendar_sheets(request(signed=True, provisional=(1,)))
    assert words in " ".join(item.text.replace("\xa0", " ") for item in first.texts)
    assert not [item for sheet in others for item in sheet.texts if "PROVISIONAL" in item.text]
    assert "PROVISIONAL" not in said(request(signed=True))
    assert "PROVISIONAL" not in said(request(signed=True, provisional=(2,)))


def test_the_cycles_to_come_go_on_over_as_many_pages_as_they_need() -> None:
    sheets = calendar_sheets(request(course=capox_course(cycles=35)))
    words = [item.text for sheet in sheets for item in sheet.texts]
    assert all(str(number) in words for number in range(2, 36))


def test_cycles_before_the_first_one_wanted_are_left_out() -> None:
    assert "Cycle 1 of 8" not in said(request(from_cycle=2))


def test_a_new_revision_names_each_changed_date_old_and_new() -> None:
    words = said(STATES["delay"])
    assert "NEW DATES. This sheet replaces revision 1: destroy the old sheet." in words
    assert "day 1 of the cycle, infusion: oxaliplatin Monday 23 March 2026 Monday 30 March 2026" in words
    assert "blood test Friday 20 March 2026 Friday 27 March 2026" in words
    assert "no longer planned" in words
    for page in texts(patient_calendar(STATES["delay"])):
        assert "Itreplacesrevision1:destroytheoldsheet." in page


def test_days_in_a_row_without_tablets_are_one_row_that_names_the_first_and_the_last() -> None:
    days = [date(2026, 3, day) for day in (10, 11, 12, 15)]
    dropped = tuple(Moved(1, f"tablets_{half}", day, None) for day in days for half in ("am", "pm"))
    ends = (Moved(1, "last_tablets", days[-1], date(2026, 3, 9)), Moved(2, "first_tablets", date(2026, 3, 23), None))
    later = tuple(
        Moved(2, f"tablets_{half}", date(2026, 3, 23 + day), None) for day in range(3) for half in ("am", "pm")
    )
    words = said(request(revision=2, replaces=1, changed=(*dropped, *ends, *later)))
    span = "1 tablets, 6 times Tuesday 10 March 2026 to Thursday 12 March 2026 no longer planned"
    assert span in words and "Wednesday 11 March 2026" not in words.split("What has changed", 2)[-1].split("2 ")[0]
    assert "1 morning tablets, evening tablets Sunday 15 March 2026 no longer planned" in words
    assert "1 last tablets Sunday 15 March 2026 Monday 9 March 2026" in words
    assert "2 tablets, 6 times Monday 23 March 2026 to Wednesday 25 March 2026 no longer planned" in words
    assert words.count("first tablets") == 0


def test_a_change_this_program_has_no_words_for_is_still_printed() -> None:
    made = request(changed=(replace(STATES["delay"].changed[0], event="scan"),))
    assert "scan" in said(made)


def test_only_advice_that_concerns_the_treatment_is_given() -> None:
    capox, gc = said(request()), said(STATES["gc"])
    assert "Nothing cold" in capox and "brivudine" in capox and "Taking the tablets" in capox
    for absent in ("Nothing cold", "brivudine", "Taking the tablets", "NO TABLETS", "Last tablets"):
        assert absent not in gc
    assert "stools at night" in gc and "stools at night" in capox


def test_missed_and_vomited_doses_leftovers_and_washing_hands_are_told() -> None:
    words = said(request())
    for text in ("Missed a dose, or vomited it? Leave it out.", "Never take a double", "Bring all tablets left over"):
        assert squeezed(text) in squeezed(words)
    assert "Wash your hands" in words


def test_a_holiday_and_a_closing_day_stand_on_their_date() -> None:
    course = capox_course()
    notes = (
        Note(date(2026, 3, 17), "holiday", "public holiday: Saint Patrick's Day", 1, {"name": "Saint Patrick's Day"}),
        Note(date(2026, 3, 18), "closed", "the site is closed", 1),
    )
    words = said(request(course=replace(course, notes=notes)))
    assert "Holiday: Saint Patrick's Day" in words and "We are closed" in words


def test_the_infusion_time_is_printed_where_it_is_known() -> None:
    assert "INFUSIONS 9:00" in said(request())
    assert "INFUSIONS 9:00" not in said(request(visit_times=()))


def test_medicines_are_named_in_the_patient_s_language() -> None:
    words = said(STATES["chinese-a4"])
    assert "卡培他滨" in words and "奥沙利铂" in words and "capecitabine" not in words


def test_a_medicine_without_a_translation_keeps_its_name() -> None:
    drugs = tuple(replace(drug, name="newmab") if drug.name == "pembrolizumab" else drug for drug in ICI_CAPOX.drugs)
    course = capox_course(cycles=1)
    cycle = course.cycles[0]
    first = replace(cycle.days[0], give=(replace(cycle.days[0].give[0], drug="newmab"),))
    made = request(
        language="zh",
        regimen=replace(ICI_CAPOX, drugs=drugs),
        course=replace(course, cycles=(replace(cycle, days=(first, *cycle.days[1:])),)),
    )
    assert "newmab" in said(made)


def test_a_name_that_fills_more_than_the_line_is_wrapped_and_kept_whole() -> None:
    assert squeezed(LONG_NAME) in squeezed(said(STATES["long-name-four-strengths"]))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", [CHINESE_NAME, "Łukasz Dvořák-Çelik Åberg", "Đặng Thị Hồng Nhung", "Ελένη Иванова"])
def test_accented_and_chinese_names_print_in_either_language(language: str, name: str) -> None:
    for page in texts(patient_calendar(request(language=language, patient_name=name))):
        assert squeezed(name) in page


def test_a_language_without_a_wording_is_refused_with_a_sentence() -> None:
    for language in ("xx", "../en", "staff/en", ""):
        with pytest.raises(Refused, match="no wording"):
            patient_calendar(request(language=language))


def test_the_second_print_of_a_revision_carries_the_same_check_code_and_another_revision_does_not() -> None:
    def code(made: CalendarRequest) -> str:
        page = texts(patient_calendar(made))[0]
        return page.split("Checkcode")[1][:6]

    first = code(request())
    assert code(request(printed_by="somebody else", printed_at=request().printed_at.replace(hour=16))) == first
    assert code(request(revision=2, replaces=1)) != first
    assert code(request(course=capox_course(plan={Decimal(500): 3}))) != first
    assert code(request(patient_name="Patient Eight, DEMO")) != first


def test_a_cycle_that_begins_in_mid_week_starts_its_rows_with_that_weekday() -> None:
    sheet = calendar_sheets(request(course=capox_course(day1=date(2026, 3, 4))))[0]
    names = [
        item.text
        for item in sorted(sheet.texts, key=lambda item: item.x)
        if item.text.endswith("day") and item.grey == 1.0
    ]
    assert names[0] == "Wednesday" and names[-1] == "Tuesday"


def test_year_end_and_leap_day_are_printed() -> None:
    words = said(request(course=capox_course(cycles=1, day1=date(2028, 2, 14))))
    assert "29 Feb" in words
    assert "28 December 2026 to 17 January 2027" in said(
        request(course=capox_course(cycles=1, day1=date(2026, 12, 28)))
    )
    assert date(2026, 3, 2) == DAY1


def test_the_patient_says_back_what_matters_and_somebody_signs_for_it() -> None:
    words = said(request())
    for text in ("Tell us in your own words", "On which days I take no tablets", "Talked through with: ____"):
        assert text in words
    without = said(STATES["gc"])
    assert "Tell us in your own words" in without and "On which days I take no tablets" not in without


def test_sun_and_moon_stand_beside_each_morning_and_evening_of_tablets(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("treatment_calendar.paper.block.draw_sign", lambda _sheet, sign, *_place: drawn.append(sign))
    calendar_sheets(request())
    assert (drawn.count("sun"), drawn.count("moon"), drawn.count("tablet")) == (14, 14, 56)
