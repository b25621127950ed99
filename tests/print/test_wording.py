"""The languages: same keys, same placeholders, dates and numbers as each language writes them."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from regimen import library
from regimen.errors import Refused
from treatment_calendar.paper.fonts import font_of
from treatment_calendar.paper.text import clean
from treatment_calendar.paper.wording import NumberStyle, Words, language_name, languages, words_of

OTHERS = [language for language in languages() if language != "en"]


def entries(folder: Path, language: str) -> dict[str, str]:
    """Flat key -> text; a list's items carry their number."""

    def walk(prefix: str, value: object) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from walk(f"{prefix}.{name}", inner)
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                yield from walk(f"{prefix}[{number}]", inner)
        else:
            yield prefix, str(value)

    return dict(
        walk("", tomllib.loads((folder / "assets" / "wording" / f"{language}.toml").read_text(encoding="utf-8")))
    )


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


def test_english_comes_first_and_the_others_are_there() -> None:
    assert languages() == ("en", "de", "es", "fr", "zh")
    assert [language_name(language) for language in languages()[1:]] == ["Deutsch", "Español", "Français", "简体中文"]


@pytest.mark.parametrize("style", ["comma", "thin_space"])
def test_where_a_comma_stands_before_decimals_none_stands_between_thousands(style: NumberStyle) -> None:
    for language in languages():
        text = words_of(language, "dmy", style).number(Decimal("12345.5"))
        assert re.sub(r"\D", "", text) == "123455" and text.count(",") + text.count(".") <= 2
        assert text == ("12\xa0345,5" if language in ("de", "es", "fr") else text)
        assert not text.endswith(",5") or "," not in text[:-2], language


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_keys(project_folder: Path, language: str) -> None:
    assert entries(project_folder, language).keys() == entries(project_folder, "en").keys()


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_fills_in_the_same_things(project_folder: Path, language: str) -> None:
    ours, english = entries(project_folder, language), entries(project_folder, "en")
    dates = re.compile(r"\.date\.(dmy|mdy|ymd|weekday_|short_|cell_)")
    for key, text in english.items():
        if not dates.match(key):
            assert placeholders(ours[key]) == placeholders(text), key


@pytest.mark.parametrize("language", languages())
def test_every_date_names_day_month_and_year_or_weekday(project_folder: Path, language: str) -> None:
    found = entries(project_folder, language)
    for style in ("dmy", "mdy", "ymd"):
        assert placeholders(found[f".date.{style}"]) == {"day", "month", "year"}
        assert placeholders(found[f".date.weekday_{style}"]) == {"weekday", "day", "month", "year"}
        assert placeholders(found[f".date.short_{style}"]) == {"short_weekday", "day", "short_month"}
        assert placeholders(found[f".date.cell_{style}"]) == {"day", "short_month"}


@pytest.mark.parametrize("language", languages())
def test_no_text_is_empty_and_every_sign_can_be_printed(project_folder: Path, language: str) -> None:
    for key, text in entries(project_folder, language).items():
        assert text, key
        shown = clean(text)
        assert not shown.replaced, key
        assert all(font_of(char, face) for char in shown.text for face in ("regular", "bold")), key


@pytest.mark.parametrize("language", languages())
def test_every_medicine_and_dose_of_the_shipped_regimens_has_words(language: str) -> None:
    words = words_of(language, "dmy", "comma")
    for name in library.shipped_regimens():
        regimen = library.load_regimen(name)
        for drug in regimen.drugs:
            assert words.has(f"drug.{drug.name}"), drug.name
        for medicine in regimen.supportive:
            if medicine.where == "home":
                assert words.has(f"drug.{medicine.name}"), medicine.name
                assert re.fullmatch(r"[\d.]+ mg", medicine.dose) or words.has(f"dose.{medicine.dose}"), medicine.dose
                assert all(words.has(f"times.{time}") for time in medicine.times), medicine.times


@pytest.mark.parametrize("language", languages())
def test_every_oral_drug_has_its_own_advice_or_the_general_one(language: str) -> None:
    words = words_of(language, "dmy", "comma")
    assert words.has("take.capecitabine") and words.has("take.other")


@pytest.mark.parametrize(
    ("language", "style", "shown"),
    [
        ("en", "dmy", "Monday 2 March 2026"),
        ("en", "mdy", "Monday, March 2, 2026"),
        ("en", "ymd", "2026 March 2, Monday"),
        ("zh", "ymd", "2026年3月2日，星期一"),
        ("zh", "mdy", "2026年3月2日，星期一"),
    ],
)
def test_a_date_with_its_weekday(language: str, style: str, shown: str) -> None:
    made = Words(language, words_of(language, "dmy", "comma").tables, style, "comma")  # type: ignore[arg-type]
    assert made.date_text(date(2026, 3, 2), "weekday_") == shown


@pytest.mark.parametrize(
    ("style", "value", "shown"),
    [
        ("comma", "1650", "1,650"),
        ("comma", "500", "500"),
        ("comma", "1234567.50", "1,234,567.5"),
        ("thin_space", "1650", "1\xa0650"),
        ("comma", "-1650", "-1,650"),
        ("comma", "0.50", "0.5"),
        ("comma", "3E+3", "3,000"),
        ("comma", "-0.0", "0"),
    ],
)
def test_numbers_keep_leading_zeros_and_lose_trailing_ones(style: str, value: str, shown: str) -> None:
    made = Words("en", words_of("en", "dmy", "comma").tables, "dmy", style)  # type: ignore[arg-type]
    assert made.number(Decimal(value)) == shown


def test_what_a_person_typed_is_never_read_as_a_template() -> None:
    words = words_of("en", "dmy", "comma")
    assert words("grid.held", drug="{day} {0} {drug.__class__}") == "ON HOLD: {day} {0} {drug.__class__}"


@pytest.mark.parametrize("language", ["xx", "EN", "../../regimens/capox", "staff/en", "en.toml", "en\x00"])
def test_a_language_that_is_no_file_of_ours_is_refused(language: str) -> None:
    with pytest.raises(Refused) as refused:
        words_of(language, "dmy", "comma")
    assert refused.value.field == "language"
