"""The codes exports write: check digits hold, one test has one code, and what is not known has none."""

import re
import tomllib

import pytest

from outcomes.exchange.codes import (
    ASSET,
    drug_codes,
    exchange_codes,
    loinc_of,
    read_exchange_codes,
    ucum_of,
)
from outcomes.exchange.fhir_observations import BLOOD_PRESSURE
from outcomes.exchange.words_known import drugs, is_site
from records.hl7_labs.codes import check_digit_holds
from records.hl7_labs.codes import codes as lab_codes
from regimen.analytes import analytes
from regimen.errors import Refused


def test_every_loinc_code_of_an_export_passes_its_check_digit() -> None:
    codes = exchange_codes()
    every = [vital.loinc for vital in codes.vitals.values()] + [BLOOD_PRESSURE[0]]
    every += [loinc_of(one.name, unit) for one in analytes().all for unit in one.units]
    assert len([code for code in every if code]) > 60
    assert [code for code in every if code and not check_digit_holds(code)] == []


def test_a_wrong_check_digit_in_the_file_is_refused() -> None:
    text = ASSET.read_text(encoding="utf-8").replace('"29463-7"', '"29463-8"')
    with pytest.raises(Refused, match="check digit"):
        read_exchange_codes(text)


def test_the_code_of_a_value_fits_its_property() -> None:
    assert loinc_of("creatinine", "umol/L") == "14682-9" and loinc_of("creatinine", "mg/dL") == "2160-0"
    assert loinc_of("bilirubin_direct", "umol/L") == "14629-0"
    assert (
        loinc_of("neutrophils", "10^9/L") == "26499-4"
    )  # by any method: a typed value does not say how it was counted
    assert loinc_of("uracil", "ng/mL") == "" and loinc_of("no such test", "g/L") == ""
    for one in analytes().all:
        for unit in one.units:
            code = loinc_of(one.name, unit)
            assert not code or (lab_codes().tests[code].analyte == one.name and unit in lab_codes().tests[code].units)


def test_every_analyte_has_a_cdisc_code_of_its_own_and_every_unit_a_ucum_spelling() -> None:
    found = [exchange_codes().labs[one.name].cdisc for one in analytes().all]
    assert len(set(found)) == len(found) and all(re.fullmatch(r"[A-Z][A-Z0-9_]{0,7}", code) for code in found)
    assert [unit for one in analytes().all for unit in one.units if not ucum_of(unit)] == []
    assert ucum_of("10^9/L") == "10*9/L" and ucum_of("barn") == ""


def test_drug_codes_are_atc_and_rxnorm_or_nothing() -> None:
    for drug in drugs():
        codes = drug_codes(drug)
        assert codes.atc == "" or re.fullmatch(r"[A-Z]\d\d[A-Z]{2}\d\d", codes.atc)
        assert codes.rxnorm == "" or codes.rxnorm.isdecimal()
    assert drug_codes("capecitabine").atc == "L01BC06" and drug_codes("capecitabine").rxnorm == "194000"
    assert drug_codes("camrelizumab").atc == ""  # no source we have agrees


def test_no_code_of_snomed_is_shipped() -> None:
    assert "snomed.info" not in ASSET.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("word", "icd10"),
    [
        ("intrahepatic", "C22.1"), ("perihilar", "C24.0"), ("distal", "C24.0"), ("gallbladder", "C23"),
        ("ampulla", "C24.1"), ("extrahepatic", "C24.0"), ("gallbladder carcinoma", "C23"),
    ],
)  # fmt: skip
def test_each_word_for_the_site_of_the_cancer_has_its_icd_code(word: str, icd10: str) -> None:
    assert exchange_codes().sites[word] == icd10 and is_site(word)
    assert not is_site(f"{word} of Mr Zebrafink")


def test_no_word_of_the_demo_clinic_for_the_site_is_left_out() -> None:
    clinic = tomllib.loads((ASSET.parent.parent / "demo" / "clinic.toml").read_text(encoding="utf-8"))
    said = {patient["diagnosis"] for patient in clinic["patient"]}
    assert len(said) > 3 and all(map(is_site, said))
