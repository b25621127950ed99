"""Tables as CSV and as a workbook: no text is a formula, no digit is lost, and all of it can be read again."""

import csv
import io
import tempfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from outcomes.exchange.cells import (
    DANGEROUS,
    WIDE,
    Cell,
    Column,
    Table,
    filled,
    harmless,
    joined,
    looks_like_formula,
    text_of,
    unharmed,
)
from outcomes.exchange.csv_writer import MARK, csv_bytes
from outcomes.exchange.workbook import READ_ME, as_number, number_format, workbook_bytes

MADE = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TEXTS = st.text(max_size=60).filter(lambda text: "\0" not in text and text == text.encode("utf-8", "replace").decode())
FORMULAS = st.tuples(st.sampled_from(["", " ", "'", "\u3000", "' '"]), st.sampled_from([*DANGEROUS[:-1], *WIDE]), TEXTS)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=6)


def table(*rows: tuple[Cell, ...], columns: tuple[str, ...] = ("a",)) -> Table:
    return Table("t", "T", tuple(Column(name, f"What {name} is.") for name in columns), tuple(rows))


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("sign", [*DANGEROUS, *WIDE])
def test_text_beginning_with_a_dangerous_sign_gets_an_apostrophe(sign: str) -> None:
    text = f"{sign}1+1"
    assert harmless(text).startswith("'") and looks_like_formula(text)
    assert harmless(f"  {text}").startswith("'")  # a program may strip spaces before it looks


@given(TEXTS | FORMULAS.map("".join))
def test_no_text_is_a_formula_and_each_comes_back(text: str) -> None:
    made = harmless(text)
    assert not made.startswith((*DANGEROUS, *WIDE))
    assert not made.lstrip(" \u00a0\u3000\ufeff").startswith((*DANGEROUS, *WIDE))
    assert unharmed(made) == text


@given(TEXTS, TEXTS)
def test_two_texts_never_become_one(one: str, other: str) -> None:
    assert (harmless(one) == harmless(other)) == (one == other)


def test_a_nul_never_reaches_a_file() -> None:
    assert harmless("\0=1+1") == "'\ufffd=1+1"
    assert b"\0" not in csv_bytes(table(("a\0b",)))


@given(st.lists(st.tuples(TEXTS | FORMULAS.map("".join), NUMBERS, st.booleans()), max_size=8))
def test_what_a_csv_says_can_be_read_again(rows: list[tuple[str, Decimal, bool]]) -> None:
    found = read_csv(csv_bytes(table(*rows, columns=("text", "number", "flag"))))
    assert found[0] == ["text", "number", "flag"]
    expected = [[text, f"{number:f}", "yes" if flag else "no"] for text, number, flag in rows]
    assert [[unharmed(row[0]), *row[1:]] for row in found[1:]] == expected


def test_numbers_stay_numbers_and_text_is_quoted() -> None:
    data = csv_bytes(table(("-1", Decimal("-1.50"), -3, None), columns=("a", "b", "c", "d"))).decode("utf-8-sig")
    assert data == '"a","b","c","d"\r\n"\'-1",-1.50,-3,\r\n'
    assert csv_bytes(table()).decode().startswith(MARK) and not csv_bytes(table(), mark=False).decode().startswith(MARK)


def test_half_a_character_does_not_stop_an_export() -> None:
    assert csv_bytes(table(("a\ud800b",))).decode("utf-8-sig").endswith('"a?b"\r\n')


def test_days_and_moments_are_iso_and_a_number_that_is_none_is_our_bug() -> None:
    assert text_of(date(2026, 3, 2)) == "2026-03-02" and text_of(MADE) == "2026-03-02T09:30:00Z"
    assert text_of(Decimal("58.0")) == "58.0" and text_of(Decimal("1E+3")) == "1000"
    with pytest.raises(ValueError, match="none"):
        text_of(Decimal("NaN"))


def test_a_column_nobody_named_is_our_bug_and_tables_of_other_columns_do_not_join() -> None:
    with pytest.raises(KeyError, match="b"):
        filled(table(), [{"b": 1}])
    with pytest.raises(ValueError, match="different columns"):
        joined([table(), table(columns=("b",))])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TEXTS | FORMULAS.map("".join), NUMBERS), min_size=1, max_size=5))
def test_a_workbook_opens_again_with_every_text_a_string_and_no_formula(rows: list[tuple[str, Decimal]]) -> None:
    data = workbook_bytes([table(*rows, columns=("text", "number"))], [("What", "it is")], MADE)
    book = load_workbook(io.BytesIO(data))  # with formulas, were there any
    found = list(book["t"].iter_rows(min_row=2))
    for (text, number), cells in zip(rows, found, strict=True):
        shown = cells[0].value
        assert cells[0].data_type in ("s", "n") and cells[0].data_type != "f"
        assert shown is None or isinstance(shown, str)
        if text and text.isprintable():
            assert unharmed(str(shown)) == text
        assert Decimal(str(cells[1].value)) == number


def test_a_number_a_spreadsheet_cannot_keep_stands_as_text_with_every_digit() -> None:
    long = Decimal("1.630439613519413154145299617617351")
    book = load_workbook(io.BytesIO(workbook_bytes([table((long,), (Decimal("58.0"),), (10**15,))], [], MADE)))
    cells = [row[0] for row in book["t"].iter_rows(min_row=2)]
    assert (cells[0].value, cells[0].data_type) == (str(long), "s")
    assert (cells[1].value, cells[1].number_format) == (58, "0.0")  # shown as 58.0
    assert cells[2].value == str(10**15)


@given(NUMBERS | st.decimals(allow_nan=False, allow_infinity=False))
def test_a_number_is_kept_exactly_or_not_as_a_number(number: Decimal) -> None:
    kept = as_number(number)
    assert kept is None or Decimal(repr(kept)) == number
    assert number_format(number).startswith("0")


def test_the_read_me_of_a_workbook_says_what_each_column_is() -> None:
    book = load_workbook(io.BytesIO(workbook_bytes([table((1,))], [("Anchor", "=1+1")], MADE)))
    assert book.sheetnames == [READ_ME, "t"]
    said = {row[0].value: row[1] for row in book[READ_ME].iter_rows()}
    assert said["t.a"].value == "What a is." and said["t: 1 rows"].value == "T"
    assert (said["Anchor"].value, said["Anchor"].data_type) == ("'=1+1", "s")


def test_text_xml_cannot_hold_or_a_cell_cannot_says_so() -> None:
    book = load_workbook(io.BytesIO(workbook_bytes([table(("a\x0bb",), ("x" * 40_000,))], [], MADE)))
    first, second = (row[0].value for row in book["t"].iter_rows(min_row=2))
    assert first == "a\ufffdb" and str(second).endswith("[cut: 40000 characters]")


def test_a_workbook_is_made_without_a_word_in_a_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no such folder"))
    data = workbook_bytes([table(("Zebedina",), (Decimal("58.0"),))], [("What", "it is")], MADE)
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == [READ_ME, "t"]
    assert [row[0].value for row in book["t"]] == ["a", "Zebedina", 58.0]
    assert (book["t"].freeze_panes, book["t"].column_dimensions["A"].width) == ("A2", 10)
