"""Names are found however they are written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.folding import MOST_CHARACTERS, MOST_PARTS, fold, identifier_parts, parts


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Łukasz ŻÓŁKIEWSKI", "lukasz zolkiewski"),
        ("Groß", "gross"),
        ("GROSS", "gross"),
        ("Ørsted Æbelø", "orsted aebelo"),
        ("Yılmaz İnönü", "yilmaz inonu"),
        ("O’Malley", "omalley"),
        ("D'Angelo", "dangelo"),
        ("Nguyễn Thị Hồng", "nguyen thi hong"),
        ("Żółkiewski-Świątek", "zolkiewski swiatek"),
        ("王小明", "王小明"),
        ("Ｗａｎｇ １２", "wang 12"),
        ("김민수", "김민수"),
        ("  Anna \t Lind\u00a0quist ", "anna lind quist"),
        ("0042-118/B", "0042 118 b"),
        ("100%_*", "100"),
        ("%", ""),
        ("đorđe ħ ð þ ŋ œ", "dorde h d th n oe"),
    ],
)
def test_folding(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40))
def test_case_and_composition_do_not_count(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(text.casefold()) == fold(text)


@given(st.text(max_size=40))
def test_folded_text_holds_letters_digits_and_single_spaces_only(text: str) -> None:
    folded = fold(text)
    assert all(sign == " " or sign.isalnum() for sign in folded)
    assert folded == " ".join(folded.split())


@given(st.text(max_size=400))
def test_each_part_is_a_piece_of_the_folded_text_and_short_enough(text: str) -> None:
    found = parts(text)
    assert len(found) <= MOST_PARTS
    assert all(part in fold(text) and 0 < len(part) <= MOST_CHARACTERS for part in found)
    assert not fold(text) or found[0] == fold(text)[:MOST_CHARACTERS].rstrip()


def test_parts_begin_at_each_word_and_each_ideograph() -> None:
    assert parts("Müller, Anna Maria") == ("muller anna maria", "anna maria", "maria")
    assert parts("欧阳小明") == ("欧阳小明", "阳小明", "小明", "明")
    assert parts("김민수") == ("김민수", "민수", "수")


def test_an_identifier_is_found_in_pieces_and_in_one_piece() -> None:
    assert identifier_parts("0042-118") == ("0042 118", "118", "0042118")
