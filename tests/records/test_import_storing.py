"""Rows of a file beside the records: what is stored, what is there, what is refused; all or nothing, each once."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest

from records.actions import Actions
from records.deeds import imports
from records.errors import NotAllowed, RecordError
from records.imports.comparing import compare
from records.values.core import PatientEntry
from records.values.imports import PreviewRow, ReadRow
from tests.empty_store import empty_store
from tests.records.examples import DAY1, Store
from tests.records.import_examples import BORN, TODAY, entry, platelets, row, store_rows, weight, who

ON_RECORD = PatientEntry("Vega, Inés", (("MRN", "A-17"), ("Card", "C9")), BORN, "female")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    actions = Actions.open(empty_store(tmp_path / "clinic.db"))
    yield Store(actions, actions.add_person("Priya Raman", "pharmacist").result())
    actions.close()


def preview(store: Store, *rows: ReadRow) -> tuple[PreviewRow, ...]:
    return compare(rows, store.actions.known_of(rows).result(), TODAY)


def states(store: Store, *rows: ReadRow) -> list[str]:
    return [one.state for one in preview(store, *rows)]


def count(store: Store, table: str) -> int:
    return int(store.sql(f"SELECT count(*) FROM {table}")[0][0])


def test_a_new_patient_with_values_is_stored_found_and_traced_and_the_same_file_again_stores_nothing(
    store: Store,
) -> None:
    rows = row(2, who(), weight(), platelets(taken_at="2026-03-02T07:50")), row(3, who("B-2", name="Ode, Per"))
    record = store_rows(store, *rows)
    assert (record.patients, record.values, record.by) == (2, 2, "Priya Raman")
    first = preview(store, *rows)
    assert [one.state for one in first] == ["there", "there"]
    ident = first[0].patient_id
    assert ident is not None
    space = store.actions.workspace(ident).result()
    assert (space.patient.entry.name, space.patient.entry.allergies_asked) == ("Vega, Ines", False)
    assert [(one.kind, one.value, one.on) for one in space.measurements] == [("weight_kg", Decimal("61.5"), DAY1)]
    assert [(one.value, one.taken_at) for one in space.labs] == [(Decimal(212), "2026-03-02T07:50")]
    assert count(store, "audit") - 1 == 1 + 2 + 2  # the person; then the import, two patients, two values
    assert store.actions.check_audit().result().findings == ()
    assert {line.why for line in store.actions.history(ident).result()} == {"CSV file, SHA-256 " + "0" * 64}
    with pytest.raises(NotAllowed, match="changed since"):
        store_rows(store, *rows)
    assert count(store, "file_import") == 1


def test_a_fault_in_the_middle_leaves_nothing_behind(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "CHUNK", 2)
    before = {table: count(store, table) for table in ("audit", "patient", "search_part", "measurement", "file_import")}
    rows = [row(place, who(f"N{place}", name=f"P {place}"), weight()) for place in range(2, 9)]
    store.sql("CREATE TRIGGER fault BEFORE INSERT ON measurement WHEN (SELECT count(*) FROM measurement) >= 5"
              " BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END")  # fmt: skip
    with pytest.raises(RecordError, match="not saved"):
        store_rows(store, *rows)
    assert {table: count(store, table) for table in before} == before
    store.sql("DROP TRIGGER fault")
    stops = iter([False, False, False, True])
    asked = store.actions.import_file(
        store.person, uuid4(), entry(*rows), TODAY, lambda _done, _whole: None, lambda: next(stops)
    )
    with pytest.raises(RecordError, match="Nothing of the file was stored"):
        asked.result()
    assert {table: count(store, table) for table in before} == before
    told: list[tuple[int, int]] = []
    key = uuid4()
    for _again in range(2):  # the same key is the same deed
        store.actions.import_file(
            store.person, key, entry(*rows), TODAY, lambda done, whole: told.append((done, whole)), lambda: False
        ).result()
    assert count(store, "patient") == 7 and told[-1] == (14, 14) and told == sorted(told)


def test_somebody_on_record_is_known_by_number_and_birth_date_and_never_changed(store: Store) -> None:
    ident = store.patient(ON_RECORD).id
    found = preview(
        store, row(2, who(" a-17 ", name="Other, Name", ecog=1), weight()), row(3, who("c9", name="", sex=""))
    )
    assert [(one.state, one.patient_id, one.new) for one in found] == [("store", ident, False), ("there", ident, False)]
    assert "the name stays" in found[0].notes[0] and "not changed" in found[0].notes[1]
    store_rows(store, found[0].read)
    assert store.actions.workspace(ident).result().patient.entry == ON_RECORD


@pytest.mark.parametrize(("said", "why"), [
    (who(birth_date=date(1961, 7, 8)), "on record for somebody born 1961-07-09"),
    (who(sex="male"), "the patient on record is female"),
    (who("NEW-1"), "Somebody of this name and birth date is on record"),
    (who("NEW-2", name="", birth_date=date(1990, 1, 1)), "the name is missing"),
    (who("NEW-2", name="", sex="", birth_date=date(1990, 1, 1)), "the name and the sex are missing"),
])  # fmt: skip
def test_who_cannot_be_told_for_sure_is_refused_with_the_reason(store: Store, said: object, why: str) -> None:
    store.patient(ON_RECORD)
    (found,) = preview(store, row(2, said, weight()))  # type: ignore[arg-type]
    assert found.state == "refused" and why in found.why


@pytest.mark.parametrize(("other", "why"), [
    (who(birth_date=date(1960, 1, 1)), "different birth dates"),
    (who(sex="male"), "different sexes"),
    (who(name="Somebody Else"), "different names"),
    (who("Z-9"), "same name and birth date different numbers"),
])  # fmt: skip
def test_rows_that_contradict_each_other_about_a_new_patient_are_all_refused(
    store: Store, other: object, why: str
) -> None:
    found = preview(store, row(2), row(3, other))  # type: ignore[arg-type]
    assert [one.state for one in found] == ["refused", "refused"] and all(why in one.why for one in found)


def test_a_value_that_is_on_record_is_there_another_one_of_the_day_is_refused(store: Store) -> None:
    patient = store.patient(ON_RECORD)
    store.actions.measure(store.person, uuid4(), patient.id, "weight_kg", Decimal("61.50"), DAY1).result()
    store.actions.add_lab(
        store.person, uuid4(), patient.id, "platelets", Decimal(212), "10^9/L", None, None, DAY1
    ).result()
    found = preview(
        store, row(2, who(), weight()), row(3, who(), weight("61.6")), row(4, who(), platelets("212000", unit="/uL")),
    )  # fmt: skip
    assert [one.state for one in found] == ["refused", "refused", "there"]  # the file itself says two weights
    assert states(store, row(2, who(), weight()), row(4, who(), platelets())) == ["there", "there"]
    (differs,) = preview(store, row(3, who(), weight("61.6")))
    assert differs.why == "Weight on 2026-03-02 is on record as 61.50 kg."
    (lab,) = preview(store, row(3, who(), platelets("213")))
    assert lab.why == "Platelets on 2026-03-02 is on record as 212 × 10⁹/L."


def test_what_cannot_be_right_is_refused_and_what_is_unusual_is_said(store: Store) -> None:
    store.patient(ON_RECORD)
    rows = (
        row(2, who(), weight("6.15")), row(3, who(), weight(on=date(2026, 3, 24))),
        row(4, who(), weight(on=date(1961, 7, 8))), row(5, who(), platelets("99999")), row(6, who(), platelets("4")),
        row(7, who(), weight("150", on=date(2026, 1, 2)), platelets("99999", on=date(2026, 1, 2))),
    )  # fmt: skip
    found = preview(store, *rows)
    assert [one.state for one in found] == ["refused", "refused", "refused", "refused", "refused", "refused"]
    assert "entered by hand" in found[0].why and "still to come" in found[1].why and "before" in found[2].why
    assert found[5].sizes == ()  # a row is taken whole or not at all
    (unusual,) = preview(store, row(6, who(), platelets("4")))
    assert unusual.state == "store" and "Unusual" in unusual.notes[0]


def test_a_new_patient_is_made_once_by_whichever_row_can(store: Store) -> None:
    found = preview(store, row(2, who(name="", sex=""), weight()), row(3, who()), row(4, who(), weight()))
    assert [(one.state, one.new, len(one.sizes)) for one in found] == [
        ("store", False, 1), ("store", True, 0), ("there", False, 0),
    ]  # fmt: skip
    store_rows(store, *(one.read for one in found if one.state == "store"))
    assert (count(store, "patient"), count(store, "measurement")) == (1, 1)


def test_a_patient_whose_number_was_changed_after_an_import_is_not_made_again(store: Store) -> None:
    store_rows(store, row(2))
    ident = preview(store, row(2))[0].patient_id
    assert ident is not None
    stored = store.actions.workspace(ident).result().patient
    changed = PatientEntry("Other", (("MRN", "Q1"),), BORN, "female")
    store.actions.change_patient(store.person, ident, stored.version, changed, "typed wrong").result()
    (again,) = preview(store, row(2))
    assert again.state == "refused" and "has another one now" in again.why


def test_a_nurse_may_not_import_but_keep_a_cohort(store: Store) -> None:
    from records.values.imports import CohortEntry

    nurse = store.actions.add_person("Nina Boyle", "nurse").result()
    with pytest.raises(NotAllowed, match="pharmacist or prescriber"):
        store_rows(Store(store.actions, nurse), row(2))
    kept = CohortEntry("Study", "id,start_date\n1,2026-01-05\n", 1, "1" * 64)
    record = store.actions.keep_cohort(nurse, uuid4(), kept).result()
    assert store.actions.cohorts().result() == (record,) and record.by == "Nina Boyle"
    assert store.actions.cohort_texts(record.id).result() == (kept.text, "")
    with pytest.raises(NotAllowed, match="kept already"):
        store.actions.keep_cohort(nurse, uuid4(), kept).result()
    assert store.actions.drop_cohort(nurse, record.id).result().dropped
    assert store.actions.cohorts().result() == ()
    with pytest.raises(NotAllowed):
        store.actions.drop_cohort(nurse, record.id).result()
