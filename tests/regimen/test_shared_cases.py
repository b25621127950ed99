"""Every shared worked case of dosing and dates, put to the program."""

import csv
import re
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.regimen.shared_kinds import KINDS, NHS_BANDS_MG, NOT_OF_THIS_ISSUE, nhs_band, nhs_table

FILE = ROOT.parent / "shared" / "cases" / "dosing.csv"
ROWS = list(csv.DictReader(FILE.open(encoding="utf-8", newline=""))) if FILE.exists() else []
OURS = [row for row in ROWS if row["kind"] not in NOT_OF_THIS_ISSUE]


def pairs(text: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in text.split(";"))


def tolerance_of(key: str, words: str) -> Decimal:
    """ "abs 0.1" for every number, "variance abs 0.1, rest exact" for one, "exact" for none."""
    match = re.fullmatch(r"(variance )?abs ([0-9.]+)(, rest exact)?", words)
    if match is None:
        assert words == "exact", f"unknown tolerance {words!r}"
        return Decimal(0)
    return Decimal(match[2]) if not match[1] or key.startswith(match[1].strip()) else Decimal(0)


def agrees(found: str, wanted: str, tolerance: Decimal) -> bool:
    try:
        return abs(Decimal(found) - Decimal(wanted)) <= tolerance
    except InvalidOperation:
        return found == wanted


@pytest.mark.parametrize("row", OURS, ids=[row["id"] for row in OURS])
def test_a_shared_case_comes_out_as_expected(row: dict[str, str], tmp_path: Path) -> None:
    inputs, expected = pairs(row["inputs"]), pairs(row["expected"])
    found = nhs_band(inputs, tmp_path) if row["kind"] == "nhs_band" else KINDS[row["kind"]](inputs)
    for key, wanted in expected.items():
        tolerance = tolerance_of(key, row["tolerance"])
        assert agrees(found[key], wanted, tolerance), (
            f"{row['id']}: {key} is {found[key]}, not {wanted}: {row['source']}"
        )


def test_every_kind_of_shared_case_is_run_or_named_as_another_issues(shared_cases: Path) -> None:
    with (shared_cases / "dosing.csv").open(encoding="utf-8", newline="") as file:
        kinds = {row["kind"] for row in csv.DictReader(file)}
    assert kinds - KINDS.keys() - {"nhs_band"} == NOT_OF_THIS_ISSUE.keys()
    assert len(OURS) >= 40


def test_a_wrong_answer_would_be_noticed() -> None:
    assert agrees("1.8313", "1.8313", Decimal(0)) and not agrees("1.8324", "1.8313", Decimal("0.001"))
    assert agrees("poor", "poor", Decimal(0)) and not agrees("poor", "normal", Decimal(0))
    assert tolerance_of("dose_mg", "variance abs 0.1, rest exact") == 0
    assert tolerance_of("variance_percent", "variance abs 0.1, rest exact") == Decimal("0.1")


def test_the_band_table_has_one_row_a_band_and_no_gap() -> None:
    rows = [[Decimal(cell) for cell in line.split(",")] for line in nhs_table().splitlines()[1:]]
    assert [row[2] for row in rows] == NHS_BANDS_MG
    assert all(after[0] - before[1] == Decimal("0.01") for before, after in pairwise(rows))
