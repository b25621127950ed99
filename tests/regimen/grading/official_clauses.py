"""A second reading of NCI's own text, clause by clause, for comparison with the rules; it shares no code with them.

A grade is a list of clauses joined by "or"; a clause is an interval whose ends are numbers or multiples of a limit,
with the condition it holds under. A clause that is no number ("transfusion indicated") is left to a person and skipped.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from pathlib import Path

_NUMBER = r"([0-9]+(?:\.[0-9]+)?)"
_UNIT = r"(g/dL|mmol/L|g/L|/mm3|10\^9/L|mg/dL)"
_WHEN = (
    ("if baseline was normal or less than normal", "normal"), ("if baseline was normal", "normal"),
    ("if baseline was abnormal", "abnormal"), ("if baseline was >ULN up to 5 x ULN", "high"),
    ("if baseline was >ULN", "abnormal"), ("if baseline is below LLN", "low"),
    ("if on anticoagulation", "anticoagulant"),
)  # fmt: skip
_SYMPTOMS = (
    ("and asymptomatic or with mild signs or symptoms", False), ("with moderate or severe signs or symptoms", True),
    ("and with signs or symptoms", True), ("with signs or symptoms", True), ("and asymptomatic", False),
    ("without physiologic consequences", False), ("with physiologic consequences", True),
    ("regardless of symptoms", None), ("symptomatic", True),
)  # fmt: skip
_OF = {"Corrected serum calcium of": "calcium_corrected", "Ionized calcium": "calcium_ionized",
       "Hemoglobin (Hgb)": "haemoglobin", "Hgb": "haemoglobin", "Fasting glucose value": "glucose_fasting"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class End:
    """value `op` factor x limit; limit "" for a plain number."""

    op: str
    factor: Decimal
    limit: str


@dataclass(frozen=True, slots=True)
class Clause:
    """One fulfilled clause is enough for its grade. when, symptoms: "" and None where it always holds."""

    grade: int
    ends: tuple[End, ...]
    unit: str
    analyte: str
    when: str
    symptoms: bool | None


@dataclass(frozen=True, slots=True)
class Case:
    """A value with its limits in the unit of the text."""

    value: Decimal
    limits: Mapping[str, Decimal | None]  # ULN, LLN, baseline


def texts(folder: Path, version: str) -> dict[str, dict[str, str]]:
    """The rows of NCI's table by term."""
    with (folder / f"ctcae_v{version}.csv").open(encoding="utf-8", newline="") as file:
        return {row["term"]: row for row in csv.DictReader(file)}


def clauses(row: Mapping[str, str]) -> tuple[Clause, ...]:
    """The clauses of all grades that are numbers."""
    found = []
    for grade in range(1, 5):
        analyte = ""
        for part in row[f"grade{grade}"].split(";"):
            clause = _clause(part.strip(), grade, analyte)
            if clause is not None:
                analyte = clause.analyte
                found.append(clause)
    return tuple(found)


def _clause(text: str, grade: int, analyte: str) -> Clause | None:
    text = re.sub(r"([0-9]),([0-9]{3})", r"\1\2", text).replace("0.2 x 0.05 - 10e9 /L", "0.2 - 0.05 x 10e9 /L")
    text = re.sub(r" x 10(?:e|\^)9 ?/L", " 10^9/L", text).replace("/mm3", " /mm3").replace("80g/L", "80 g/L")
    for said, name in _OF.items():
        if text.startswith(said):
            analyte, text = name, text.removeprefix(said).strip()
            break
    when, symptoms = "", None
    for said, condition in _WHEN:
        if said in text:
            when, text = condition, text.replace(said, "").strip()
            break
    for said, are in _SYMPTOMS:
        if said in text:
            symptoms, text = are, text.replace(said, "").strip()
            break
    if text.startswith("Symptomatic with "):
        symptoms, text = True, text.removeprefix("Symptomatic with ")
    text = text.removesuffix(" and no intervention initiated")
    units = re.findall(_UNIT, text)
    ends = _ends(re.sub(rf"\s*{_UNIT}\s*", " ", text).strip())
    return None if ends is None else Clause(grade, ends, units[-1] if units else "", analyte, when, symptoms)


def _ends(text: str) -> tuple[End, ...] | None:
    text = re.sub(r"\s*-\s*", " - ", text)
    if text in {">ULN and >Baseline", ">Baseline and ULN"}:
        return End(">", Decimal(1), "ULN"), End(">", Decimal(1), "baseline")
    if found := re.fullmatch(r"(<|>) ?(LLN|ULN)", text):
        return (End(found[1], Decimal(1), found[2]),)
    if found := re.fullmatch(rf"(<|>) ?(LLN|ULN) - {_NUMBER}(?: x (LLN|ULN))?", text):
        to = "<=" if found[1] == ">" else ">="
        return End(found[1], Decimal(1), found[2]), End(to, Decimal(found[3]), found[4] or "")
    limit = r"(?: x (LLN|ULN|baseline))?"
    if found := re.fullmatch(rf"(<|>)? ?{_NUMBER}{limit} - (<)?{_NUMBER}{limit}", text):
        first, second = Decimal(found[2]), Decimal(found[5])
        rising, of = second > first, found[6] or found[3] or ""
        op = found[1] or (">=" if rising else "<=")
        return End(op, first, of), End(found[4] or ("<=" if rising else ">="), second, of)
    if found := re.fullmatch(rf"(<=|>=|<|>) ?{_NUMBER}{limit}", text):
        return (End(found[1], Decimal(found[2]), found[3] or ""),)
    return None


def _holds(op: str, value: Decimal, bound: Decimal) -> bool:
    return {"<": value < bound, "<=": value <= bound, ">": value > bound, ">=": value >= bound}[op]


def _fulfilled(clause: Clause, case: Case) -> bool | None:
    """None: a limit is missing and the rest is fulfilled. Without a baseline nothing is compared with it."""
    unknown = False
    if case.limits["baseline"] is None and {end.limit for end in clause.ends} == {"baseline"} and not clause.when:
        return False
    for end in clause.ends:
        limit = case.limits[end.limit] if end.limit else Decimal(1)
        if limit is None:
            unknown = unknown or end.limit != "baseline" or bool(clause.when)
        elif not _holds(end.op, case.value, end.factor * limit):
            return False
    return None if unknown else True


def _worlds(case: Case, on_anticoagulant: bool | None) -> Iterator[tuple[dict[str, bool], bool]]:
    """What may be true of the patient: the conditions of the text, and symptoms."""
    baseline, uln, lln = (case.limits[name] for name in ("baseline", "ULN", "LLN"))
    above = [False] if baseline is None else [baseline > uln] if uln is not None else [False, True]
    low = [False] if baseline is None else [baseline < lln] if lln is not None else [False, True]
    taking = [on_anticoagulant] if on_anticoagulant is not None else [False] if baseline is None else [False, True]
    for is_above, is_low, is_taking, symptoms in product(above, low, taking, (False, True)):
        facts = {"": not is_taking, "normal": not is_above, "abnormal": is_above, "high": is_above, "low": is_low}
        yield facts | {"anticoagulant": is_taking}, symptoms


def candidates(own: tuple[Clause, ...], case: Case, on_anticoagulant: bool | None = False) -> tuple[int, ...] | None:
    """Every grade the text allows, rising; None where a missing limit leaves it open."""
    grades = set()
    for facts, symptoms in _worlds(case, on_anticoagulant):
        best = open_to = 0
        for clause in own:
            if not facts[clause.when] or clause.symptoms not in {None, symptoms}:
                continue
            fulfilled = _fulfilled(clause, case)
            best = max(best, clause.grade if fulfilled else 0)
            open_to = max(open_to, clause.grade if fulfilled is None else 0)
        if open_to > best:
            return None
        grades.add(best)
    return tuple(sorted(grades))
