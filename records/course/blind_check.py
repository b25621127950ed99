"""The blind second check: what is typed again, compared with the order, and computed by the second path. Pure.

The checker never sees the first values; only the names of fields that differ leave this module.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from records.values.signatures import BlindEntry
from regimen import recheck
from regimen.answer import from_json
from regimen.case import read_case
from regimen.given import Case
from regimen.library import ASSETS, shipped_tables

#: Tests typed again where the order used them: kidney function decides doses, these two decide whether to treat.
KEY_LABS = ("neutrophils", "platelets")
COMPUTATION = "computation"


def asked_for(case: Case) -> tuple[str, ...]:
    """Names of the tests a checker of this case types again: creatinine and the key tests, where the order has them."""
    creatinine = ("creatinine",) if case.basis.creatinine is not None else ()
    return (*creatinine, *(name for name in KEY_LABS if name in case.labs))


def fields_asked(case_json: str) -> tuple[str, ...]:
    """The same of a stored order, with height and weight in front."""
    return ("height_cm", "weight_kg", *asked_for(read_case(json.loads(case_json))))


def differing(case: Case, entry: BlindEntry) -> tuple[str, ...]:
    """Fields whose typed value is not that of the order: number and unit have to be the same."""
    first: dict[str, tuple[Decimal, str]] = {
        "height_cm": (case.basis.height_cm, "cm"),
        "weight_kg": (case.basis.weight_kg, "kg"),
    }
    again: dict[str, tuple[Decimal, str]] = {
        "height_cm": (entry.height_cm, "cm"),
        "weight_kg": (entry.weight_kg, "kg"),
    }
    for name in asked_for(case):
        if name == "creatinine" and case.basis.creatinine is not None:
            first[name] = (case.basis.creatinine.value, case.basis.creatinine.unit)
        else:
            first[name] = (case.labs[name].value, case.labs[name].unit)
        typed = entry.labs.get(name)
        again[name] = (Decimal(-1), "") if typed is None else (typed.value, typed.unit)
    return tuple(name for name, value in first.items() if again[name] != value)


def with_typed(case: Case, entry: BlindEntry) -> Case:
    """The case with the checker's own numbers, in which the second path computes."""
    basis = replace(case.basis, height_cm=entry.height_cm, weight_kg=entry.weight_kg)
    labs = dict(case.labs)
    for name, typed in entry.labs.items():
        if name == "creatinine" and basis.creatinine is not None:
            basis = replace(basis, creatinine=replace(basis.creatinine, value=typed.value))
        elif name in labs:
            labs[name] = replace(labs[name], value=typed.value)
    return replace(case, basis=basis, labs=labs)


def check(case_json: str, answer_json: str, regimen_text: str, profile_text: str, entry: BlindEntry) -> tuple[str, ...]:
    """What differs: fields, or `computation` where the second path finds another order from the very same values."""
    case = read_case(json.loads(case_json))
    found = differing(case, entry)
    if found:
        return found
    written: Mapping[str, Any] = json.loads(answer_json, parse_float=Decimal)
    order = from_json(written)
    typed = with_typed(case, entry)
    again = recheck.recheck(regimen_text, profile_text, typed, table_texts())
    return (COMPUTATION,) if recheck.compare(order, again, typed) else ()


def table_texts() -> tuple[str, ...]:
    """The capecitabine tables the program ships."""
    return tuple((ASSETS / "tables" / f"{name}.toml").read_text(encoding="utf-8") for name in shipped_tables())
