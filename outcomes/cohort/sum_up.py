"""A cohort read from files, filtered, and summed up with its baseline table."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from pathlib import Path

from outcomes.cohort.csv_reader import read_text
from outcomes.cohort.grade_columns import read_tables
from outcomes.cohort.patients import CohortPatient
from outcomes.cohort.summary import summarise
from outcomes.cohort.values import (
    SEVERAL,
    Answer,
    Characteristic,
    Cohort,
    Counted,
    Factor,
    ReadAsked,
    SumAsked,
    known_factors,
)
from regimen.errors import refuse

#: How the column of a drug's relative dose intensity begins.
INTENSITY = "rdi_"


def read_files(asked: ReadAsked) -> Cohort:
    """Raises Refused with every reason and its line."""
    text = read_text(asked.cohort)
    told = read_text(asked.events) if asked.events else ""
    return cohort_of_texts(text, told, Path(asked.cohort).name, Path(asked.events).name)


def cohort_of_texts(text: str, told: str, name: str, told_name: str = "") -> Cohort:
    """From the tables themselves; told "": no table of adverse events. Raises Refused."""
    patients, events, notes = read_tables(text, told, name, told_name)
    digest = hashlib.sha256(f"{text}\0{told}".encode()).hexdigest()
    return Cohort(name, digest, patients, events, left_out=notes)


def sum_up(asked: SumAsked) -> Answer:
    """Everything about those who pass the filter. Raises Refused where nobody does."""
    whole = asked.cohort
    kept = tuple(one for one in whole.patients if asked.filter.takes(one))
    if not kept:
        raise refuse("filter", "Nobody passes this filter.")
    ids = {one.id for one in kept}
    events = None if whole.events is None else tuple(one for one in whole.events if one.patient in ids)
    cohort = replace(whole, patients=kept, events=events)
    summary = summarise(kept, asked.choices, events)
    return Answer(cohort, asked.filter, len(whole.patients), summary, characteristics(kept))


def characteristics(patients: Sequence[CohortPatient]) -> tuple[Characteristic, ...]:
    """Known factors in their order, then further columns by name; one nobody has a value of is left out."""
    known = known_factors()
    present = {name for one in patients for name, value in one.factors.items() if value}
    others = [_own_factor(name) for name in sorted(present - set(known))]
    factors = [factor for factor in known.values() if factor.id in present] + others
    return tuple(_characteristic(factor, patients) for factor in factors if factor.kind != "day")


def _own_factor(name: str) -> Factor:
    """A further column: a dose intensity of a drug stands with the treatment, anything else with the baseline."""
    if name.startswith(INTENSITY):
        return Factor(name, f"Relative dose intensity of {name.removeprefix(INTENSITY)}, %", "treatment", "number")
    return Factor(name, name)


def _characteristic(factor: Factor, patients: Sequence[CohortPatient]) -> Characteristic:
    said = {one.id: one.factors.get(factor.id, "") for one in patients}
    missing = tuple(ident for ident, value in said.items() if not value)
    known = tuple(ident for ident, value in said.items() if value)
    numbers = [number(said[ident]) for ident in known]
    exact = sorted(one for one in numbers if one is not None)
    if factor.kind == "number" or (factor.kind is None and len(exact) == len(numbers)):
        bad = tuple(ident for ident, one in zip(known, numbers, strict=True) if one is None)
        good = tuple(ident for ident in known if ident not in bad)
        if not exact:
            return Characteristic(factor, missing=missing + bad)
        return Characteristic(factor, (), median(exact), exact[0], exact[-1], good, missing + bad)
    parts = {ident: (value.split(SEVERAL) if factor.kind == "several" else [value]) for ident, value in said.items()}
    values = sorted({part for ident in known for part in parts[ident]})
    counts = tuple(Counted(value, tuple(ident for ident in known if value in parts[ident])) for value in values)
    return Characteristic(factor, counts, known=known, missing=missing)


def median(ordered: Sequence[Decimal]) -> Decimal:
    """The middle of sorted numbers, or half way between the two in the middle."""
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def number(text: str) -> Decimal | None:
    """A plain decimal number, None for anything else: "1_000" and digits of other scripts are none."""
    if not text.isascii() or "_" in text:
        return None
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
