"""Lists a coded word may be of. What is on none was somebody's own and stays behind where names are taken out."""

import re
from functools import cache

from outcomes.exchange.codes import exchange_codes
from records.course.disease import vocabulary
from records.reasons import all_reasons
from records.values.visits import ACTIONS_TAKEN
from regimen.analytes import analytes
from regimen.dpyd import table
from regimen.grading.terms import VERSIONS, terms
from regimen.library import load_regimen, shipped_profiles, shipped_regimens

NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,40})?", re.ASCII)
#: As lesions are called: T1, NT2.
LESION = re.compile(r"[A-Z]{1,2}[0-9]{1,2}", re.ASCII)
RULE = re.compile(r"[a-z0-9][a-z0-9_.:/-]{0,79}(?:, [a-z0-9][a-z0-9_.:/-]{0,79})*", re.ASCII)


@cache
def drugs() -> frozenset[str]:
    """Every drug of the regimens that ship, and what else an event can be laid to."""
    shipped = (load_regimen(ident) for ident in shipped_regimens())
    return frozenset({drug.name for regimen in shipped for drug in regimen.drugs} | {"disease", "other"})


@cache
def _options() -> frozenset[str]:
    shipped = (load_regimen(ident) for ident in shipped_regimens())
    return frozenset(
        f"{option.id}={choice.id}" for regimen in shipped for option in regimen.options for choice in option.choices
    )


@cache
def _units() -> frozenset[str]:
    return frozenset(unit for one in analytes().all for unit in one.units) | analytes().spellings.keys()


@cache
def _terms() -> frozenset[str]:
    every = [term for version in VERSIONS for term in terms(version)]
    return frozenset({one.name for one in every} | {one.soc for one in every} | {one.code for one in every})


def is_drug(word: str) -> bool:
    """Whether it names a drug of a regimen that ships, or what else an event is laid to."""
    return word in drugs()


def is_unit(word: str) -> bool:
    """Whether it is a unit of assets/analytes.toml."""
    return word in _units()


def is_analyte(word: str) -> bool:
    """Whether it is a laboratory value of assets/analytes.toml."""
    return word in analytes().by_name


def is_term(word: str) -> bool:
    """Whether it is a term, class or code of the CTCAE."""
    return word in _terms()


def is_reason(word: str) -> bool:
    """Whether it is a coded reason of assets/reasons."""
    return any(reason.code == word for reason in all_reasons())


def is_site(word: str) -> bool:
    """Whether it is a site of the cancer with a code here."""
    return word in exchange_codes().sites


def is_disease(word: str) -> bool:
    """Whether it is a code of line, extent, metastases or surgery in assets/disease.toml, or several of them."""
    known = vocabulary()
    codes = {*known.lines, *known.extents, *known.metastases, *known.surgery}
    return all(part in codes for part in word.split("; "))


def is_regimen(word: str) -> bool:
    """Whether it is a regimen that ships; a site's own may be named after anybody."""
    return word in shipped_regimens()


def is_practice(word: str) -> bool:
    """Whether it is a practice profile that ships."""
    return word in shipped_profiles()


def is_allele(word: str) -> bool:
    """Whether each of the two names is an allele of assets/dpyd.toml."""
    return all(name.strip().lower() in table().alleles for name in word.split(" / "))


def is_pairs(word: str) -> bool:
    """Whether it is "drug=value; ..." with drugs of regimens that ship, and numbers or CDISC's words."""
    return all(_is_pair(*part.partition("=")[::2]) for part in word.split("; "))


def _is_pair(name: str, value: str) -> bool:
    return is_drug(name) and (NUMBER.fullmatch(value) is not None or value in ACTIONS_TAKEN)


def is_option(word: str) -> bool:
    """Whether it is "option=choice; ..." as regimens that ship offer them."""
    return all(part in _options() for part in word.split("; "))


def is_rules(word: str) -> bool:
    """Whether it is a list of ids as rules have them."""
    return RULE.fullmatch(word) is not None


def is_lesion(word: str) -> bool:
    """Whether it is a letter or two and a number."""
    return LESION.fullmatch(word) is not None


def is_treatment(word: str) -> bool:
    """Whether it names a drug as CDISC tables write it."""
    return word.lower() in drugs()


@cache
def _tests() -> frozenset[str]:
    return frozenset(one.title for one in analytes().all)


def is_test(word: str) -> bool:
    """Whether it is the title of a laboratory value of assets/analytes.toml."""
    return word in _tests()
