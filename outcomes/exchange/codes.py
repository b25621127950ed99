"""Codes that exports write beside our own names, from assets/exchange/codes.toml; what has none goes without."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from records.hl7_labs.codes import check_digit_holds
from records.hl7_labs.codes import codes as lab_codes
from regimen.analytes import analytes
from regimen.toml_check import Findings, Table, parse

ASSET = Path(__file__).parent.parent.parent / "assets" / "exchange" / "codes.toml"
LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
ATC = "http://www.whocc.no/atc"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
ICD10 = "http://hl7.org/fhir/sid/icd-10"
MEDDRA = "https://www.meddra.org"


@dataclass(frozen=True, slots=True)
class DrugCodes:
    """ATC and RxNorm ingredient; "" where none is known here."""

    atc: str = ""
    rxnorm: str = ""


@dataclass(frozen=True, slots=True)
class VitalCodes:
    """A value of a visit."""

    name: str
    loinc: str
    title: str
    ucum: str
    cdisc: str
    cdisc_title: str


#: LBCAT: what a laboratory's report is divided into.
CATEGORIES = ("HEMATOLOGY", "CHEMISTRY", "COAGULATION", "URINALYSIS", "OTHER")


@dataclass(frozen=True, slots=True)
class LabCodes:
    """A laboratory value.

    loinc  in place of the first fitting one of assets/labs/loinc.toml; verified: not from memory
    category  as LBCAT of SDTM has it
    """

    cdisc: str
    loinc: str
    verified: bool
    category: str


@dataclass(frozen=True, slots=True)
class ExchangeCodes:
    """assets/exchange/codes.toml, read."""

    drugs: Mapping[str, DrugCodes]
    vitals: Mapping[str, VitalCodes]
    labs: Mapping[str, LabCodes]
    ucum: Mapping[str, str]
    sites: Mapping[str, str]


def read_exchange_codes(text: str, name: str = "codes.toml") -> ExchangeCodes:
    """The codes from the text of such a file. raises Refused, naming file and place."""
    findings = Findings(name)
    table = Table(findings, parse(text, name))
    table.whole("schema", 1, 1)
    table.flag("to_verify", default=True)
    drugs = dict(_drug(one) for one in table.tables("drug", required=True))
    vitals = {one.name: one for one in map(_vital, table.tables("vital", required=True))}
    labs = dict(_lab(one) for one in table.tables("lab", required=True))
    ucum = dict(_pair(one, "unit", "ucum") for one in table.tables("unit", required=True))
    sites = {name: code for one in table.tables("site", required=True) for name, code in _site(one)}
    table.done()
    findings.raise_if_any()
    return ExchangeCodes(drugs, vitals, labs, ucum, sites)


def _drug(entry: Table) -> tuple[str, DrugCodes]:
    made = entry.name("name"), DrugCodes(entry.text("atc", ""), entry.text("rxnorm", ""))
    entry.done()
    return made


def _vital(entry: Table) -> VitalCodes:
    made = VitalCodes(
        entry.name("name"), _loinc(entry), entry.text("title"), entry.text("ucum"), entry.text("cdisc"),
        entry.text("cdisc_title"),
    )  # fmt: skip
    entry.done()
    return made


def _lab(entry: Table) -> tuple[str, LabCodes]:
    analyte = entry.name("analyte")
    if analyte not in analytes().by_name:
        entry.wrong("analyte", "is not in analytes.toml")
    made = LabCodes(entry.text("cdisc"), _loinc(entry), entry.one_of("tag", ("given", "memory")) == "given",
                    entry.one_of("category", CATEGORIES))  # fmt: skip
    entry.done()
    return analyte, made


def _site(entry: Table) -> tuple[tuple[str, str], ...]:
    code = entry.text("icd10")
    made = tuple((name, code) for name in (entry.name("name"), *entry.texts("also", required=True)))
    entry.done()
    return made


def _pair(entry: Table, key: str, value: str) -> tuple[str, str]:
    made = entry.text(key), entry.text(value)
    entry.done()
    return made


def _loinc(entry: Table) -> str:
    code = entry.text("loinc", "")
    if code and not check_digit_holds(code):
        entry.wrong("loinc", f"{code!r} fails its check digit")
    return code


@cache
def exchange_codes() -> ExchangeCodes:
    """The codes shipped with the program."""
    return read_exchange_codes(ASSET.read_text(encoding="utf-8"))


@cache
def loinc_of(analyte: str, unit: str) -> str:
    """The LOINC code for a test reported in a unit; "" where none of the given ones fits."""
    fitting = [
        code for code, test in lab_codes().tests.items() if test.analyte == analyte and unit in test.units
    ]  # fmt: skip
    own = exchange_codes().labs.get(analyte)
    if own is not None and own.loinc in fitting:
        return own.loinc
    given = [code for code in fitting if not lab_codes().tests[code].public]
    return next(iter(given), "")


def ucum_of(unit: str) -> str:
    """A unit as UCUM writes it, "" where no spelling is known here."""
    return exchange_codes().ucum.get(unit, "")


def drug_codes(drug: str) -> DrugCodes:
    """The codes of a drug, empty ones where none is known here."""
    return exchange_codes().drugs.get(drug, DrugCodes())
