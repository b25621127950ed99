"""Without names: no name, number or typed word is left, days tell nothing true, and only the key file leads back."""

import re
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcomes.exchange.cells import Table, text_of
from outcomes.exchange.csv_writer import csv_bytes
from outcomes.exchange.deidentified import (
    LEFT_OUT,
    MOST_DAYS,
    OLD,
    Dates,
    Mask,
    digest,
    key_table,
    mask_of,
    masked,
    masked_day,
)
from outcomes.exchange.sdtm_tables import sdtm_of
from outcomes.exchange.tables import tables_of
from records.values.exchange import Traced
from tests.outcomes.exchange_clinic import MARKER, NAMES

KEY = bytes(range(32))


def mask(traced: Traced, dates: Dates = "moved", key: bytes = KEY) -> Mask:
    return mask_of(key, dates, [traced.space])


def hidden(traced: Traced, dates: Dates = "moved", key: bytes = KEY) -> dict[str, Table]:
    how = mask(traced, dates, key)
    every = (*tables_of(traced), *sdtm_of(traced, names=False))
    return {table.name: masked(table, how) for table in every}


@pytest.mark.parametrize("dates", ["moved", "study_day"])
def test_no_name_number_or_typed_word_is_left_in_any_table(traced: Traced, dates: Dates) -> None:
    plain = "".join(csv_bytes(table).decode() for table in tables_of(traced))
    assert all(name in plain for name in ("Zebrafink", "0042-118", "Priya", "OX4711"))  # else the test says nothing
    said = "".join(csv_bytes(table).decode() for table in hidden(traced, dates).values()).casefold()
    # As words: the sign of a row is sixteen chance digits, 0 to 9 and a to f, and may hold "7719" one day.
    assert [name for name in NAMES if re.search(rf"(?<![^\W_]){re.escape(name.casefold())}(?![^\W_])", said)] == []
    ids = {str(row) for row in traced.entries} | {row.hex for row in traced.entries}
    assert [one for one in ids if one in said] == []


def test_no_true_day_is_left(traced: Traced) -> None:
    true = {text_of(cell)[:10] for table in tables_of(traced) for row in table.rows for cell in row
            if isinstance(cell, date)}  # fmt: skip
    how = mask(traced)
    moved = {(date.fromisoformat(day) - timedelta(days=how.patients[traced.space.patient.id].moved)).isoformat()
             for day in true}  # fmt: skip
    said = "".join(csv_bytes(table).decode() for table in hidden(traced).values())
    assert [day for day in true - moved if day in said] == []
    counted = "".join(csv_bytes(table).decode() for table in hidden(traced, "study_day").values())
    assert [day for day in true | moved if day in counted] == []


def test_all_days_of_a_patient_move_by_the_same_number(traced: Traced) -> None:
    of = mask(traced).patients[traced.space.patient.id]
    assert 1 <= of.moved <= MOST_DAYS
    plain = {table.name: table for table in tables_of(traced)}
    for name, column in (("labs", "on"), ("visits", "on"), ("scans", "on"), ("adverse_events", "grade_from")):
        before, after = plain[name].column(column), hidden(traced)[name].column(column)
        pairs = [(one, other) for one, other in zip(before, after, strict=True)]
        assert all(isinstance(a, date) and isinstance(b, date) and (a - b).days == of.moved for a, b in pairs)


def test_study_days_count_from_the_first_dose_without_a_day_0(traced: Traced) -> None:
    tables = hidden(traced, "study_day")
    assert set(tables["scans"].column("on")) == {-7, 43}
    assert tables["infusions"].column("on") == (1,)
    assert "TRDTC" not in {column.name for column in tables["TR"].columns} and tables["TR"].column("TRDY")[0] == -7


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-4000, 4000))
def test_the_study_day_tells_how_far_two_days_are_apart(first: date, days: int) -> None:
    from outcomes.exchange.deidentified import Patient

    found = masked_day(first + timedelta(days=days), Patient("P", 7, first), "study_day")
    assert found == (days + 1 if days >= 0 else days) and found != 0


def test_only_month_or_year_is_left_empty(traced: Traced) -> None:
    starts = hidden(traced)["adverse_events"].column("start")
    assert starts[2] is None and starts[0] is not None  # 2026-03, and a whole day


def test_the_same_row_has_one_sign_in_all_tables_and_another_in_every_export(traced: Traced) -> None:
    tables = hidden(traced)
    (sign,) = set(tables["patients"].column("patient"))
    assert {row for table in tables.values() if table.name.islower() for row in table.column("patient")} == {sign}
    assert set(tables["DM"].column("USUBJID")) == {sign}
    order = tables["doses"].column("order")[0]
    assert tables["infusions"].column("order") == (order,)
    assert tables["decisions"].column("events")[0] in tables["adverse_events"].column("row_id")
    other = hidden(traced, key=bytes(32))["patients"].column("patient")[0]
    assert other != sign


def test_a_key_that_can_be_guessed_is_refused(traced: Traced) -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        mask_of(b"short", "moved", [traced.space])


@given(st.sets(st.uuids(), min_size=2, max_size=50))
def test_no_two_rows_share_a_sign(rows: set[UUID]) -> None:
    assert len({digest(KEY, f"row {row}") for row in rows}) == len(rows)


@pytest.mark.parametrize(("birth", "shown"), [(date(1936, 3, 2), OLD), (date(1936, 3, 3), 89)])
def test_ages_above_89_say_90(traced: Traced, birth: date, shown: object) -> None:
    record = traced.space.patient
    old = replace(traced, space=replace(
        traced.space, patient=replace(record, entry=replace(record.entry, birth_date=birth))
    ))  # fmt: skip
    tables = hidden(old)
    assert tables["patients"].column("age_y") == (shown,)
    ages = (tables["DM"].column("AGE")[0], tables["DM"].column("AGEGR1")[0])
    assert ages == ((None, OLD) if shown == OLD else (89, None))


def test_a_word_no_list_has_is_left_out(traced: Traced) -> None:
    space = traced.space
    lab = replace(space.labs[0], id=uuid4(), analyte=f"{MARKER} test", unit=f"{MARKER}/L")
    event = space.events[0]
    own = replace(event, entry=replace(event.entry, term=MARKER, attribution={MARKER: 3}, cause=MARKER))
    typed = replace(traced, space=replace(space, labs=(lab,), events=(own,)))
    tables = hidden(typed)
    assert tables["labs"].column("analyte") == (LEFT_OUT,) and tables["labs"].column("unit") == (LEFT_OUT,)
    assert tables["AE"].column("AETERM") == (LEFT_OUT,)
    assert MARKER.casefold() not in "".join(csv_bytes(table).decode() for table in tables.values()).casefold()


def test_the_key_file_leads_each_sign_back_to_its_row_and_entry(traced: Traced) -> None:
    how = mask(traced)
    plain = tables_of(traced)
    key = {(row["sign"], row["table"]): row for row in key_table(plain, how).dicts()}
    for table in plain:
        for before, after in zip(table.dicts(), masked(table, how).dicts(), strict=True):
            found = key[(after["row_id"], table.name)]
            assert (found["row_id"], found["audit_entry"]) == (str(before["row_id"]), before["audit_entry"])
    (patient,) = [row for row in key.values() if row["table"] == "patients"]
    assert "0042-118" in str(patient["identifiers"])
    assert patient["days_moved"] == how.patients[traced.space.patient.id].moved
