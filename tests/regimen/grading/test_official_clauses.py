"""Grades against NCI's own wording, read a second time, at every boundary and the least digit beside it."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from regimen.grading.lab_grade import LabGrade, LabResult, grade_lab
from regimen.grading.lab_rules import lab_rules
from regimen.grading.terms import VERSIONS
from tests.regimen.grading.official_clauses import Case, Clause, candidates, clauses, texts

# analyte, then each unit with the unit of the text it is read in and the limits of a usual laboratory (LLN, ULN).
LABORATORY: dict[str, dict[str, tuple[str, str | None, str | None]]] = {
    "neutrophils": {"10^9/L": ("10^9/L", "2.0", "7.5"), "/mm3": ("/mm3", "1800", "7700")},
    "platelets": {"10^3/uL": ("10^9/L", "150", "400"), "/mm3": ("/mm3", "150000", "400000")},
    "leukocytes": {"10^9/L": ("10^9/L", "4.0", "10.0"), "/mm3": ("/mm3", "4000", "10000")},
    "lymphocytes": {"10^9/L": ("10^9/L", "1.0", "4.0"), "/mm3": ("/mm3", "1000", "4000")},
    "cd4": {"10^9/L": ("10^9/L", "0.6", "1.5"), "/mm3": ("/mm3", "600", "1500")},
    "eosinophils": {"10^9/L": ("", "0", "0.5")},
    "haemoglobin": {"g/dL": ("g/dL", "12.0", "16.0"), "g/L": ("g/L", "120", "160"), "mmol/L": ("mmol/L", "7.4", "9.9")},
    "alt": {"U/L": ("", None, "41")}, "ast": {"ukat/L": ("", None, "0.7")}, "alp": {"U/L": ("", "30", "120")},
    "ggt": {"U/L": ("", None, "61")}, "bilirubin": {"mg/dL": ("", None, "1.1"), "umol/L": ("", None, "21")},
    "ldh": {"U/L": ("", None, "250")}, "creatinine": {"mg/dL": ("", "0.6", "1.2"), "umol/L": ("", "53", "104")},
    "potassium": {"mmol/L": ("mmol/L", "3.5", "5.0"), "mEq/L": ("mmol/L", "3.5", "5.0")},
    "sodium": {"mmol/L": ("mmol/L", "135", "145")},
    "calcium_corrected": {"mmol/L": ("mmol/L", "2.1", "2.6"), "mg/dL": ("mg/dL", "8.5", "10.5")},
    "calcium_ionized": {"mmol/L": ("mmol/L", "1.15", "1.3")},
    "magnesium": {"mmol/L": ("mmol/L", "0.7", "1.0"), "mg/dL": ("mg/dL", "1.7", "2.4")},
    "albumin": {"g/L": ("g/L", "35", "50"), "g/dL": ("g/dL", "3.5", "5.0")},
    "glucose": {"mmol/L": ("mmol/L", "3.9", "6.1"), "mg/dL": ("mg/dL", "70", "110")},
    "glucose_fasting": {"mmol/L": ("mmol/L", "3.9", "6.1"), "mg/dL": ("mg/dL", "70", "110")},
    "triglycerides": {"mmol/L": ("mmol/L", None, "1.7"), "mg/dL": ("mg/dL", None, "150")},
    "cholesterol": {"mmol/L": ("mmol/L", None, "5.2"), "mg/dL": ("mg/dL", None, "200")},
    "hdl": {"mmol/L": ("", "1.0", None)}, "ldl": {"mmol/L": ("", None, "3.4")}, "urate": {"umol/L": ("", None, "420")},
    "bicarbonate": {"mmol/L": ("", "22", "29")}, "lipase": {"U/L": ("", None, "60")},
    "amylase": {"U/L": ("", None, "100")}, "ck": {"U/L": ("", None, "190")}, "aptt": {"s": ("", "24", "36")},
    "inr": {"": ("", "0.8", "1.2")}, "inr_on_anticoagulant": {"": ("", None, "1.2")},
    "haptoglobin": {"g/L": ("", "0.3", "2.0")}, "methemoglobin": {"%": ("", None, "1.5")},
}  # fmt: skip
# Read by hand elsewhere: not in the text's usual notation, or left open by it on purpose (test_lab_cases.py).
NOT_HERE = {("Fibrinogen decreased", "fibrinogen"), ("Hyperglycemia", "glucose")}
BASELINES = [None, "0.5", "1", "1.7", "5"]  # in upper (or else lower) limits of normal


@cache
def rows(folder: Path, version: str) -> dict[str, dict[str, str]]:
    return texts(folder, version)


def points(own: tuple[Clause, ...], limits: dict[str, Decimal | None]) -> list[Decimal]:
    """Every boundary and the least digit on either side, rising."""
    found: set[Decimal] = set()
    for clause in own:
        for end in clause.ends:
            limit = limits[end.limit] if end.limit else Decimal(1)
            if limit is not None:
                bound = end.factor * limit
                least = Decimal(1).scaleb(min(0, int(bound.as_tuple().exponent)))
                found |= {bound, bound - least, bound + least}
    return sorted(point for point in found if point >= 0)


def asked(own: tuple[Clause, ...], analyte: str, unit: str) -> Iterator[tuple[list[LabResult], list[Case]]]:
    """Rows of rising values, each row with other limits and baseline."""
    _, lln, uln = LABORATORY[analyte][unit]
    whole = {"LLN": lln and Decimal(lln), "ULN": uln and Decimal(uln)}
    one = whole["ULN"] or whole["LLN"] or Decimal(1)
    for multiple in BASELINES:
        baseline = None if multiple is None else one * Decimal(multiple)
        for hidden in ((), ("ULN",), ("LLN",)):
            limits = {name: None if name in hidden else limit for name, limit in whole.items()}
            limits["baseline"] = baseline
            values = points(own, {**whole, "baseline": baseline})
            results = [LabResult("", analyte, value, unit, limits["LLN"], limits["ULN"], baseline) for value in values]
            yield results, [Case(value, limits) for value in values]


def test_every_grade_is_the_one_of_nci_s_wording(shared_cases: Path) -> None:
    checked = 0
    for version in VERSIONS:
        for rule in lab_rules(version).rules.values():
            written = clauses(rows(shared_cases.parent / "ctcae", version)[rule.term.name])
            for analyte in (name for name in rule.analytes if written and (rule.term.name, name) not in NOT_HERE):
                for unit in LABORATORY.get(analyte, ()):
                    own = clauses_for(written, analyte, LABORATORY[analyte][unit][0])
                    for results, cases in asked(own, analyte, unit):
                        graded = [grade_lab(replaced(result, rule.term.name), version) for result in results]
                        compare(own, analyte, graded, cases)
                        checked += len(cases)
    assert checked > 15_000


def clauses_for(written: tuple[Clause, ...], analyte: str, unit: str) -> tuple[Clause, ...]:
    return tuple(
        clause for clause in written
        if clause.analyte in {"", analyte} and (not clause.unit or clause.unit == unit or not unit)
    )  # fmt: skip


def replaced(result: LabResult, term: str) -> LabResult:
    return LabResult(term, result.analyte, result.value, result.unit, result.lln, result.uln, result.baseline)


def compare(own: tuple[Clause, ...], analyte: str, graded: list[LabGrade], cases: list[Case]) -> None:
    taking = {"inr": None, "inr_on_anticoagulant": True}.get(analyte, False)
    for case, grade in zip(cases, graded, strict=True):
        if "cannot be a value" in grade.why or "written in whole numbers" in grade.why:
            continue
        said = f"{grade.term and grade.term.name} {analyte} {case}: {grade.why}"
        assert grade.candidates == (candidates(own, case, taking) or ()), said
    worst = [max(grade.candidates) for grade in graded if grade.candidates]
    assert worst in (sorted(worst), sorted(worst, reverse=True))


@pytest.mark.parametrize(
    ("value", "baseline", "expected"),
    [("139", "100", (0,)), ("140", "100", (2,)), ("141", "121", (2,)), ("141", "120", (3,)), ("141", None, (2,)),
     ("160", "150", (3,)), ("180", "100", (4,)), ("159.5", "159", (2, 3))],
)  # fmt: skip
def test_v6_counts_a_rise_of_the_systolic_pressure_only_above_140(
    value: str, baseline: str | None, expected: tuple[int, ...]
) -> None:
    grade = grade_lab(
        LabResult("Hypertension", "systolic", Decimal(value), "mmHg", baseline=baseline and Decimal(baseline)), "6.0"
    )
    assert grade.candidates == expected
