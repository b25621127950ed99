"""Results of messages in the store: all or nothing, the right patient, corrections, the same message twice."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from records.bedside.lab_imports import difference
from records.course.cycle_case import newest_labs
from records.errors import NotAllowed, RecordError
from records.hl7_labs.preview import Known, Preview, entry_of, preview, read_file
from records.values.core import LabResult, Workspace
from records.values.labs import Identity, LabImportRecord
from tests.records.examples import Store
from tests.records.lab_messages import NEUTROPHILS, PLATELETS, TODAY, WOMAN, message, result

AT_0750, AT_1400 = "202603230750", "202603231400"


def look(store: Store, patient_id: UUID, text: str) -> Preview:
    """The preview as the page makes it, against what is on record now."""
    space = space_of(store, patient_id)
    known = Known(patient_id, space.patient.entry, space.labs, space.lab_imports, TODAY)
    return preview(read_file(text), known, {})


def space_of(store: Store, patient_id: UUID) -> Workspace:
    return store.actions.workspace(patient_id).result()


def take(store: Store, patient_id: UUID, text: str) -> LabImportRecord:
    """Everything of a message that can be stored."""
    found = look(store, patient_id, text)
    entry = entry_of(found, [row.key for row in found.rows if row.lab is not None], {})
    return store.actions.import_labs(store.person, uuid4(), patient_id, entry, TODAY).result()


def counts(store: Store, patient_id: UUID, analyte: str = "neutrophils") -> LabResult:
    """The value the rules use."""
    return newest_labs(space_of(store, patient_id).labs, TODAY)[analyte]


def woman(store: Store) -> UUID:
    return store.patient(WOMAN).id


def test_all_values_of_a_message_are_stored_in_one_deed_with_their_source(store: Store) -> None:
    patient_id = woman(store)
    record = take(store, patient_id, message())
    labs = space_of(store, patient_id).labs
    assert [(lab.analyte, lab.value, lab.unit, lab.lln, lab.uln) for lab in labs] == [
        ("neutrophils", Decimal("1.1"), "10^9/L", Decimal("2.0"), Decimal("7.5")),
        ("platelets", Decimal(72), "10^9/L", Decimal(150), Decimal(400)),
    ]
    assert (labs[0].taken_at, labs[0].status) == ("2026-03-23T07:50", "F")
    assert space_of(store, patient_id).lab_imports == (record,)
    lines = [line for line in store.actions.history(patient_id).result() if line.action == "import labs"]
    assert len(lines) == 3  # the import and two values, in one transaction
    assert any("control_id M1" in line.new and "sender LAB NORTH" in line.new for line in lines)
    assert store.actions.check_audit().result().findings == ()


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"number": "0042-119^^^HOSP^MR"}, "patient number"),
        ({"born": "19580302"}, "born 1958-03-02; this patient was born 1958-03-01"),
        ({"sex": "M"}, "says male; this patient is female"),
    ],
)
def test_results_of_somebody_else_stop_and_cannot_be_stored(store: Store, changed: dict[str, str], why: str) -> None:
    patient_id = woman(store)
    found = look(store, patient_id, message(**changed))
    assert why in found.stop
    assert found.rows == ()
    right = look(store, patient_id, message())
    entry = entry_of(right, [row.key for row in right.rows], {})
    wrong = tuple(one.identity for one in read_file(message(**changed)).messages)
    refusal = store.actions.import_labs(store.person, uuid4(), patient_id, replace(entry, patients=wrong), TODAY)
    assert isinstance(refusal.exception(), NotAllowed)
    assert "Nothing was stored" in str(refusal.exception())
    assert space_of(store, patient_id).labs == ()


def test_nothing_is_stored_that_names_no_patient(store: Store) -> None:
    patient_id = woman(store)
    found = look(store, patient_id, message())
    entry = replace(entry_of(found, [row.key for row in found.rows], {}), patients=())
    done = store.actions.import_labs(store.person, uuid4(), patient_id, entry, TODAY)
    assert "whom it is about" in str(done.exception())
    assert space_of(store, patient_id).labs == ()


def test_a_number_is_the_same_whatever_its_letter_case_but_not_without_its_hyphen() -> None:
    said = Identity((" d-7719",), WOMAN.birth_date, "")
    assert difference(said, WOMAN) == ""
    assert difference(replace(said, identifiers=("D7719",)), WOMAN)


def test_a_ward_file_gives_this_patient_their_own_and_shows_nothing_of_others(store: Store) -> None:
    patient_id = woman(store)
    other = message(PLATELETS, control_id="M2", number="9^^^H", born="19400101", name="Eleven^Other")
    found = look(store, patient_id, "\r".join((other, message(NEUTROPHILS))))
    assert [row.title for row in found.rows] == ["Neutrophils"]
    assert "somebody else" in found.said[0]
    assert "Eleven" not in f"{found.who}{found.said}"


def test_one_number_with_another_birth_date_stops_the_whole_file(store: Store) -> None:
    patient_id = woman(store)
    found = look(store, patient_id, "\r".join((message(NEUTROPHILS), message(PLATELETS, born="19580302"))))
    assert found.stop and found.rows == ()


def test_nothing_is_half_imported_when_one_value_is_refused(store: Store) -> None:
    patient_id = woman(store)
    found = look(store, patient_id, message())
    entry = entry_of(found, [row.key for row in found.rows], {})
    for change in ({"on": date(2026, 3, 24)}, {"corrects": (uuid4(),)}, {"behind": uuid4()}):
        wrong = (entry.labs[0], replace(entry.labs[1], **change))  # type: ignore[arg-type]
        done = store.actions.import_labs(store.person, uuid4(), patient_id, replace(entry, labs=wrong), TODAY)
        assert isinstance(done.exception(), RecordError)
        assert space_of(store, patient_id).labs == ()
        assert space_of(store, patient_id).lab_imports == ()


def test_the_same_message_twice_is_found_and_stored_once(store: Store) -> None:
    patient_id = woman(store)
    found = look(store, patient_id, message())
    entry = entry_of(found, [found.rows[0].key], {})
    store.actions.import_labs(store.person, uuid4(), patient_id, entry, TODAY).result()
    again = look(store, patient_id, message())
    assert "This very message was imported" in again.said[0] and "Priya Raman" in again.said[0]
    assert [row.lab is None for row in again.rows] == [True, False]  # what was not ticked then can still be taken
    assert "already" in again.rows[0].why_not
    twice = store.actions.import_labs(store.person, uuid4(), patient_id, entry, TODAY)
    assert isinstance(twice.exception(), NotAllowed)
    assert len(space_of(store, patient_id).labs) == 1


def test_a_deed_sent_twice_is_one_deed(store: Store) -> None:
    patient_id = woman(store)
    found = look(store, patient_id, message())
    entry, key = entry_of(found, [row.key for row in found.rows], {}), uuid4()
    first = store.actions.import_labs(store.person, key, patient_id, entry, TODAY).result()
    assert store.actions.import_labs(store.person, key, patient_id, entry, TODAY).result() == first
    assert len(space_of(store, patient_id).labs) == 2


def test_another_message_with_the_same_control_id_is_said(store: Store) -> None:
    patient_id = woman(store)
    take(store, patient_id, message(NEUTROPHILS))
    assert "same control id M1" in look(store, patient_id, message(PLATELETS)).said[0]


def test_a_correction_takes_the_place_of_the_value_and_both_stay_on_record(store: Store) -> None:
    patient_id = woman(store)
    take(store, patient_id, message(result("2.1")))
    text = message(result("1.1", status="C"), control_id="M2")
    assert "takes the place of 2.1 × 10⁹/L" in look(store, patient_id, text).rows[0].notes[0]
    take(store, patient_id, text)
    labs = space_of(store, patient_id).labs
    assert [(lab.value, lab.status) for lab in labs] == [(Decimal("1.1"), "C")]
    rows = store.sql("SELECT value, superseded_by_id IS NULL FROM lab ORDER BY audit_seq")
    assert {str(row[0]): bool(row[1]) for row in rows} == {"2.1": False, "1.1": True}
    lines = [line for line in store.actions.history(patient_id).result() if line.subject == "lab"]
    assert len(lines) == 3  # the first value, the corrected one, and that the first is replaced
    assert store.actions.check_audit().result().findings == ()


def test_a_final_result_that_comes_after_its_correction_does_not_undo_it(store: Store) -> None:
    patient_id = woman(store)
    take(store, patient_id, message(result("1.1", status="C")))
    row = look(store, patient_id, message(result("2.1"), control_id="M0")).rows[0]
    assert row.lab is None
    assert "corrected it to 1.1" in row.why_not


def test_a_correction_in_the_same_file_counts(store: Store) -> None:
    patient_id = woman(store)
    take(store, patient_id, message(result("2.1"), result("1.1", status="C")))
    assert counts(store, patient_id).value == Decimal("1.1")
    assert len(space_of(store, patient_id).labs) == 1


def test_a_correction_takes_the_place_of_a_value_typed_by_hand_that_day(store: Store) -> None:
    patient_id = woman(store)
    given = ("neutrophils", Decimal("2.1"), "10^9/L", None, None, TODAY)
    store.actions.add_lab(store.person, uuid4(), patient_id, *given).result()
    take(store, patient_id, message(result("1.1", status="C")))
    assert [lab.value for lab in space_of(store, patient_id).labs] == [Decimal("1.1")]


@pytest.mark.parametrize("late_first", [True, False])
def test_of_two_samples_of_a_day_the_later_counts_in_whatever_order_they_come(store: Store, late_first: bool) -> None:
    patient_id = woman(store)
    both = [
        message(result("1.1"), control_id="M1", taken=AT_0750),
        message(result("1.6"), control_id="M2", taken=AT_1400),
    ]
    for text in reversed(both) if late_first else both:
        take(store, patient_id, text)
    assert counts(store, patient_id).value == Decimal("1.6")


def test_of_two_samples_in_one_file_the_later_counts(store: Store) -> None:
    patient_id = woman(store)
    take(store, patient_id, message(result("1.6", taken=AT_1400), result("1.1", taken=AT_0750)))
    assert counts(store, patient_id).value == Decimal("1.6")


def test_a_value_that_is_there_already_is_not_stored_again(store: Store) -> None:
    patient_id = woman(store)
    given = ("neutrophils", Decimal("1.1"), "10^9/L", Decimal("2.0"), Decimal("7.5"), TODAY)
    store.actions.add_lab(store.person, uuid4(), patient_id, *given).result()
    found = look(store, patient_id, message())
    assert "on record already" in found.rows[0].why_not
    assert found.rows[1].lab is not None


def test_values_come_in_the_unit_the_patient_is_followed_in_where_only_the_point_moves(store: Store) -> None:
    patient_id = woman(store)
    before = date(2026, 3, 2)
    for name, value, unit in (("haemoglobin", "12.1", "g/dL"), ("creatinine", "70", "umol/L")):
        store.actions.add_lab(
            store.person, uuid4(), patient_id, name, Decimal(value), unit, None, None, before
        ).result()
    text = message(result("108", "g/L", "718-7^H^LN"), result("0.84", "mg/dL", "2160-0^C^LN"))
    blood, kidney = look(store, patient_id, text).rows
    assert blood.lab is not None and kidney.lab is not None
    assert (blood.lab.value, blood.lab.unit) == (Decimal("10.8"), "g/dL")
    assert (kidney.lab.value, kidney.lab.unit) == (Decimal("0.84"), "mg/dL")  # 88.4 does not only move the point
    assert "earlier values are in µmol/L" in kidney.notes[0]


def test_the_worklist_does_not_count_a_value_that_was_replaced(store: Store) -> None:
    patient_id = woman(store)
    take(store, patient_id, message(result("2.1")))
    take(store, patient_id, message(result("1.1", status="C"), control_id="M2"))
    rows = store.sql("SELECT count(*) FROM lab WHERE superseded_by_id IS NULL")
    assert rows[0][0] == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE lab SET value = '9.9'",
        "UPDATE lab SET status = 'P'",
        "UPDATE lab SET taken_at = NULL",
        "UPDATE lab SET superseded_by_id = id WHERE superseded_by_id IS NULL",
        "UPDATE lab SET superseded_by_id = NULL WHERE superseded_by_id IS NOT NULL",
        "UPDATE lab_import SET messages = '[]'",
        "DELETE FROM lab_import",
        "DELETE FROM lab",
    ],
)
def test_the_database_itself_lets_nobody_change_a_result(store: Store, statement: str) -> None:
    patient_id = woman(store)
    take(store, patient_id, message(result("2.1")))
    take(store, patient_id, message(result("1.1", status="C"), control_id="M2"))
    with pytest.raises(DBAPIError):
        store.sql(statement)


def test_an_administrator_imports_no_results(store: Store) -> None:
    patient_id = woman(store)
    boss = store.actions.add_person("Ada Boss", "administrator").result()
    found = look(store, patient_id, message())
    entry = entry_of(found, [row.key for row in found.rows], {})
    done = store.actions.import_labs(boss, uuid4(), patient_id, entry, TODAY)
    assert isinstance(done.exception(), NotAllowed)
