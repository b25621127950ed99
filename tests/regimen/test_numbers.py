"""Numbers are read strictly, rounded once and written plainly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.errors import Refused
from regimen.numbers import as_typed, decimals, half_up, number, plain


@pytest.mark.parametrize("text", ["58.0", "0", "-3", "+1.5", "000058.40", "999999999999"])
def test_a_plain_number_is_read_with_every_digit(text: str) -> None:
    assert number(text, "weight_kg") == Decimal(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "58,4", "1,058.4", "5 8", "58 ", "1e3", "NaN", "Infinity", "1_000", ".5", "5.", "٣", "58.0kg", "0x1F",
     "--1", "1" * 13, "0." + "1" * 41, "５８", "58\n"],
)  # fmt: skip
def test_anything_else_is_refused_with_the_field(text: str) -> None:
    with pytest.raises(Refused) as refused:
        number(text, "basis.weight_kg")
    assert refused.value.refusals[0].field == "basis.weight_kg"


@pytest.mark.parametrize(
    "value", [1.5, True, None, [], {}, Decimal("NaN"), Decimal("Infinity"), Decimal("1e12"), Decimal("1e-41")]
)
def test_values_that_are_no_exact_measurement_are_refused(value: object) -> None:
    with pytest.raises(Refused):
        number(value, "x")


def test_a_comma_is_told_apart_from_other_slips() -> None:
    with pytest.raises(Refused, match="decimal sign"):
        number("58,4", "x")


@pytest.mark.parametrize(
    ("value", "step", "rounded"),
    [
        ("211.957", "5", "210"), ("212.5", "5", "215"), ("212.4999999999999999999999999999999", "5", "210"),
        ("1725", "150", "1800"), ("1.265", "0.01", "1.27"), ("0", "5", "0"), ("2.4", "5", "0"), ("2.5", "5", "5"),
    ],
)  # fmt: skip
def test_an_exact_half_goes_up_and_nothing_else_does(value: str, step: str, rounded: str) -> None:
    assert half_up(Decimal(value), Decimal(step)) == Decimal(rounded)


@given(
    value=st.decimals(0, 10_000, allow_nan=False, places=6),
    step=st.sampled_from([Decimal(s) for s in ("0.01", "0.5", "1", "5", "50", "150")]),
)
def test_rounding_moves_at_most_half_a_step_and_lands_on_a_step(value: Decimal, step: Decimal) -> None:
    rounded = half_up(value, step)
    assert rounded % step == 0
    assert abs(rounded - value) * 2 <= step
    assert rounded >= 0


@given(st.decimals(-1_000_000, 1_000_000, allow_nan=False, places=8))
def test_plain_text_is_read_back_as_the_same_number(value: Decimal) -> None:
    text = plain(value)
    assert number(text, "x") == value
    assert "E" not in text
    assert text != "-0"
    assert "." not in text or not text.endswith(("0", "."))


@pytest.mark.parametrize(
    ("value", "text"), [("2E+2", "200"), ("1.50", "1.5"), ("-0.00", "0"), ("0.10", "0.1"), ("1E-7", "0.0000001")]
)
def test_plain_text_has_no_exponent_and_no_trailing_zeros(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


def test_a_typed_number_keeps_its_digits() -> None:
    assert as_typed(Decimal("58.0")) == "58.0"
    assert as_typed(Decimal("2E+2")) == "200"


@pytest.mark.parametrize(
    ("value", "places", "text"), [("-0.925", 2, "-0.93"), ("1.6304", 2, "1.63"), ("-0.001", 1, "0")]
)
def test_reading_text_is_rounded_half_away_from_nothing(value: str, places: int, text: str) -> None:
    assert decimals(Decimal(value), places) == text
