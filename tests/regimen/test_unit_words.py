"""Units for reading: one function, numbers untouched, and nothing that is no unit."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.analytes import analytes
from regimen.grading.measures import measures
from regimen.unit_words import in_words, unit_words


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("10^9/L", "× 10⁹/L"), ("10^12/L", "× 10¹²/L"), ("10^3/uL", "× 10³/µL"), ("umol/L", "µmol/L"),
        ("mg/m2", "mg/m²"), ("mL/min/1.73m2", "mL/min/1.73\u00a0m²"), ("/mm3", "/mm³"), ("/uL", "/µL"),
        ("ug/L", "µg/L"), ("ug/g", "µg/g"), ("ukat/L", "µkat/L"), ("uIU/mL", "µIU/mL"), ("C", "°C"), ("F", "°F"),
        ("degC", "°C"), ("x ULN", "× ULN"), ("mmol/L", "mmol/L"), ("U/L", "U/L"), ("", ""), ("%", "%"),
    ],
)  # fmt: skip
def test_a_unit_is_written_as_the_trade_writes_it(stored: str, read: str) -> None:
    assert unit_words(stored) == read
    assert unit_words(read) == read  # twice is once


def test_units_inside_a_sentence_are_found_and_names_left_alone() -> None:
    assert in_words("Neutrophils 0.8 x 10^9/L; needed: at least 1.5") == "Neutrophils 0.8 × 10⁹/L; needed: at least 1.5"
    assert (
        in_words("Bilirubin 68 umol/L, 3.4 x ULN, 1.7 x baseline") == "Bilirubin 68 µmol/L, 3.4 × ULN, 1.7 × baseline"
    )
    assert (
        in_words("bsa_m2, creatinine_umol_l, M2, drug, ugly x-ray") == "bsa_m2, creatinine_umol_l, M2, drug, ugly x-ray"
    )
    assert in_words("130 mg/m2 of 1.62 m2") == "130 mg/m² of 1.62 m²"


def test_no_unit_of_any_analyte_is_left_with_a_sign_of_the_keyboard() -> None:
    every = {unit for one in analytes().by_name.values() for unit in one.units}
    every |= {unit for one in measures().by_word.values() for unit in one.units}
    assert len(every) > 30
    for unit in every:
        read = unit_words(unit)
        assert "^" not in read and not re.search(r"\bu(mol|kat|IU|L|g)|m[23]\b", read), unit


@given(st.text(alphabet="0123456789.,;:() abcxyz-+", max_size=60))
def test_text_without_units_and_every_number_stay_as_they_are(text: str) -> None:
    assert in_words(text) == text
