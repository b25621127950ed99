"""Plain tables: what stands on record stands in them, and each row says where it comes from."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from outcomes.exchange.cells import Table
from outcomes.exchange.tables import all_together, tables_of
from records.values.core import Workspace
from records.values.exchange import Traced
from regimen.library import load_regimen
from tests.records.examples import CYCLE2, DAY1


@pytest.fixture(scope="module")
def tables(traced: Traced) -> dict[str, Table]:
    return {table.name: table for table in tables_of(traced)}


def test_every_table_has_a_row_and_every_column_words(tables: dict[str, Table]) -> None:
    assert [name for name, table in tables.items() if not table.rows] == []
    assert all(column.about for table in tables.values() for column in table.columns)
    assert all(len({column.name for column in table.columns}) == len(table.columns) for table in tables.values())


def test_every_row_names_its_patient_its_row_and_an_entry_of_the_trail(
    tables: dict[str, Table], traced: Traced
) -> None:
    last = int(traced.anchor.partition(":")[0])
    for table in tables.values():
        assert {column.name for column in table.columns} >= {"patient", "row_id", "audit_entry"}
        for row in table.dicts():
            assert row["patient"] == traced.space.patient.id
            entry = row["audit_entry"]
            assert row["row_id"] in traced.entries and isinstance(entry, int) and 1 <= entry <= last


def test_a_dose_carries_its_proof_and_the_versions_it_was_computed_from(tables: dict[str, Table]) -> None:
    doses = {row["drug"]: row for row in tables["doses"].dicts()}
    oxaliplatin = doses["oxaliplatin"]
    assert (oxaliplatin["exact_mg"], oxaliplatin["dose_mg"]) == (
        Decimal("211.9571497575237100388889502902556"), Decimal(210),
    )  # fmt: skip
    assert oxaliplatin["regimen_sha256"] == load_regimen("ici-capox").sha256
    assert "= 211.96 mg" in str(oxaliplatin["proof"]) and oxaliplatin["engine_version"] == "1"
    assert doses["capecitabine"]["tablets"] == "am 500 mg x 3, 150 mg x 1; pm 500 mg x 3, 150 mg x 1"
    assert (doses["capecitabine"]["days"], doses["capecitabine"]["daily_mg"]) == ("1-14", Decimal(3300))
    assert oxaliplatin["weight_kg"] == Decimal("58.0") and str(oxaliplatin["weight_kg"]) == "58.0"


def test_an_adverse_event_has_a_row_for_each_grade_and_its_time(tables: dict[str, Table]) -> None:
    first = [row for row in tables["adverse_events"].dicts() if row["number"] == 1]
    assert [(row["segment"], row["grade"], row["grade_from"], row["grade_to"]) for row in first] == [
        (1, 2, date(2026, 3, 20), date(2026, 3, 20)), (2, 3, date(2026, 3, 21), None),
    ]  # fmt: skip
    assert first[0]["attribution"] == "capecitabine=4; disease=1; pembrolizumab=3"


def test_labs_carry_grade_baseline_and_code(tables: dict[str, Table]) -> None:
    labs = {(row["analyte"], row["on"]): row for row in tables["labs"].dicts()}
    low = labs[("neutrophils", CYCLE2)]
    assert (low["grade"], low["baseline"], low["loinc"], low["cycle"]) == (3, Decimal("3.10"), "26499-4", 1)
    assert labs[("haemoglobin", DAY1)]["grade"] == 1
    platelets = labs[("platelets", CYCLE2)]
    assert (platelets["value"], platelets["corrected"], platelets["time"]) == (Decimal(178), True, "07:50")


def test_responses_are_reckoned_from_the_scans(tables: dict[str, Table]) -> None:
    (row,) = tables["responses"].dicts()
    assert (row["sum_mm"], row["baseline_mm"], row["overall"], row["best_confirmed"]) == (
        Decimal(52), Decimal(82), "PR", "SD",
    )  # fmt: skip


def bare(space: Workspace) -> Workspace:
    """Nothing but the patient."""
    return Workspace(space.patient, (), (), (), (), (), (), ())


def test_a_patient_without_a_course_has_empty_tables_and_no_age(traced: Traced) -> None:
    tables = {table.name: table for table in tables_of(replace(traced, space=bare(traced.space)))}
    (row,) = tables.pop("patients").dicts()
    assert row["age_y"] is None and row["sex"] == "male"
    assert all(table.rows == () for table in tables.values())


def test_labs_of_a_patient_without_a_course_are_graded_without_a_baseline(traced: Traced) -> None:
    space = replace(bare(traced.space), labs=traced.space.labs)
    (labs,) = [one for one in tables_of(replace(traced, space=space)) if one.name == "labs"]
    assert {row["baseline"] for row in labs.dicts()} == {None}
    assert 3 in {row["grade"] for row in labs.dicts()}


def test_tables_of_two_patients_become_one_with_all_rows(traced: Traced) -> None:
    both = all_together([tables_of(traced), tables_of(traced)])
    assert [len(table.rows) for table in both] == [2 * len(table.rows) for table in tables_of(traced)]
