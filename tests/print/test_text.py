"""Text from a keyboard, made fit for paper."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatment_calendar.paper.fonts import JOINER, REPLACEMENT, width
from treatment_calendar.paper.text import clean, keep, widest_word, wrap

ANY_TEXT = st.text(alphabet=st.characters(codec=None), max_size=80)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Müller", "Müller"),
        ("Mu\u0308ller", "Müller"),
        ("a\x00b", f"a{REPLACEMENT}b"),
        ("a\nb\tc", f"a{REPLACEMENT}b{REPLACEMENT}c"),
        ("a\u202eb", f"a{REPLACEMENT}b"),
        ("a\u200bb", f"a{REPLACEMENT}b"),
        ("a\ud800b", f"a{REPLACEMENT}b"),
        ("a\ue000b", f"a{REPLACEMENT}b"),
        ("\ufeffa", f"{REPLACEMENT}a"),
        ("שלום", REPLACEMENT * 4),
        ("😀", REPLACEMENT),
        ("≥ 1.5", ">= 1.5"),
        ("<b>Smith</b> & Co", "<b>Smith</b> & Co"),
        ("a\u3000b", "a b"),
        ("x\u0301\u0302\u0303\u0304", "x\u0301\u0302" + REPLACEMENT * 2),
        ("\u0301a", f"{REPLACEMENT}a"),
    ],
)
def test_what_cannot_be_printed_becomes_a_visible_sign(typed: str, shown: str) -> None:
    assert clean(typed).text == unicodedata.normalize("NFC", shown)


def test_a_text_that_is_too_long_is_cut_and_says_so() -> None:
    made = clean("x" * 600, 500)
    assert len(made.text) == 500 and made.shortened
    assert not clean("x" * 500, 500).shortened


@given(ANY_TEXT)
def test_cleaning_never_fails_and_counts_what_it_replaced(typed: str) -> None:
    made = clean(typed)
    assert made.text.count(REPLACEMENT) == made.replaced
    made.text.encode("utf-8")
    assert clean(made.text).text == made.text


@given(ANY_TEXT, st.sampled_from([30.0, 80.0, 300.0]), st.sampled_from(["regular", "bold"]))
def test_wrapping_loses_nothing_and_keeps_to_the_width(typed: str, room: float, face: str) -> None:
    text = clean(typed).text
    used = "bold" if face == "bold" else "regular"
    lines = wrap(text, used, 12.0, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, used, 12.0) <= room for line in lines)


def test_chinese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    lines = wrap("服药后请在方格内打勾。接触药片后请洗手。", "regular", 12.0, 12.0 * 10.2)
    assert len(lines) > 1
    assert not any(line[0] in "。，、" for line in lines)


def test_a_number_and_its_unit_stay_together() -> None:
    assert wrap("take 3 ×\xa0500\xa0mg", "regular", 12.0, 80.0) == ("take 3", "×\xa0500\xa0mg")


def test_a_chinese_drug_name_or_date_is_not_broken_where_another_break_will_do() -> None:
    text = f"3月23日（周一）：帕博利珠单抗、{keep('奥沙利铂')}"
    lines = wrap(text, "regular", 12.0, width(text, "regular", 12.0) - 12)
    assert len(lines) == 2 and lines[1] == "奥沙利铂"
    assert JOINER not in "".join(lines)
    assert wrap(keep("奥沙利铂"), "regular", 12.0, 30.0) == ("奥沙", "利铂")


def test_the_widest_word_decides_how_narrow_a_column_may_be() -> None:
    room = widest_word("pembrolizumab and oxaliplatin", "regular", 12)
    assert wrap("pembrolizumab and oxaliplatin", "regular", 12, room + 0.01)[0] == "pembrolizumab"


def test_a_double_name_wider_than_its_column_breaks_after_its_hyphen() -> None:
    room = width("Konstantinidou-Papa", "bold", 12)
    assert wrap("Konstantinidou-Papadimitriou von", "bold", 12, room) == ("Konstantinidou-", "Papadimitriou von")
