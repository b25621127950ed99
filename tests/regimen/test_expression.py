"""Doses as they stand on screen and paper."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.errors import Refused
from regimen.expression import (
    THIN_SPACE,
    amount,
    oral_dose,
    quantity,
    safe_expression,
    signed_percent,
    style_of,
    uneven_dose,
)


@pytest.mark.parametrize(
    ("raw", "display"),
    [
        ("117.50 mg", "117.5 mg"),
        ("1.0 mg", "1 mg"),
        (".5 mg", "0.5 mg"),
        ("0.5mg", "0.5 mg"),
        ("1000 mg", "1,000 mg"),
        ("999 mg", "999 mg"),
        ("12345.60 mg", "12,345.6 mg"),
        ("5 mg.", "5 mg"),
        ("250 ml", "250 mL"),
        ("130 mg/m2", "130 mg/m²"),
    ],
)
def test_a_dose_is_written_safely(raw: str, display: str) -> None:
    assert safe_expression(raw) == display


@pytest.mark.parametrize(
    "raw", ["5 ug", "5 µg", "10 U", "10 IU", "3 cc", "1,000 mg", "5", "mg", "1e3 mg", "5 mg daily"]
)
def test_what_has_been_misread_or_is_no_dose_is_refused(raw: str) -> None:
    with pytest.raises(Refused):
        safe_expression(raw)


def test_the_thin_space_style_parts_thousands_from_five_digits_up() -> None:
    assert amount(Decimal(1800), "thin_space") == "1800"
    assert amount(Decimal(18000), "thin_space") == f"18{THIN_SPACE}000"


def test_both_amounts_of_an_oral_dose_are_labelled() -> None:
    assert oral_dose(Decimal(1800), 2) == "1,800 mg per dose, twice daily, 3,600 mg per day"
    assert uneven_dose(Decimal(1800), Decimal(1800)) == oral_dose(Decimal(1800), 2)
    assert uneven_dose(Decimal(1500), Decimal(2000)) == (
        "1,500 mg in the morning, 2,000 mg in the evening, 3,500 mg per day"
    )


def test_a_variance_carries_its_sign() -> None:
    assert [signed_percent(Decimal(text)) for text in ("1.2", "-0.92", "0", "0.04", "-5.95")] == [
        "+1.2 %", "−0.9 %", "0 %", "0 %", "−6 %",
    ]  # fmt: skip


def test_an_unknown_locale_or_unit_or_count_is_refused() -> None:
    for call in (lambda: style_of("tlh"), lambda: quantity(Decimal(1), "drops"), lambda: oral_dose(Decimal(1), 9)):
        with pytest.raises(Refused):
            call()


@given(st.decimals("0.001", "9999999", places=3))
def test_no_dose_has_a_trailing_zero_and_none_lacks_its_leading_one(value: Decimal) -> None:
    text = quantity(value, "mg")
    assert Decimal(text.removesuffix(" mg").replace(",", "")) == value
    assert text[0].isdigit() and "E" not in text
    assert "." not in text or not text.removesuffix(" mg").endswith("0")
