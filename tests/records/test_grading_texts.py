"""NCI's wording in the store: kept once, one of each version in use, audited, by those who may."""

from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from records.errors import NotAllowed, RecordError
from records.values.grading import GradingText
from tests.records.examples import Store, grading_text

FILE = "a" * 64
OTHER_FILE = "b" * 64


def load(store: Store, text: str, file: str = FILE, saved: str = "2017-11-27") -> GradingText:
    return store.actions.load_grading(store.person, uuid4(), text, file, saved).result()


def test_a_loaded_workbook_is_in_use_word_for_word(store: Store) -> None:
    assert store.actions.wordings().result() == {}
    kept = load(store, grading_text("5.0"))
    assert (kept.ctcae, kept.terms, kept.in_use, kept.by) == ("5.0", 837, True, store.person.name)
    assert (kept.file_sha256, kept.file_date) == (FILE, "2017-11-27")
    words = store.actions.wordings().result()
    diarrhea = next(one for one in words["5.0"].by_code.values() if one.term.name == "Diarrhea")
    assert set(words) == {"5.0"} and diarrhea.grades[3] == "invented 3"
    assert store.actions.gradings().result() == (kept,)


def test_another_workbook_of_the_version_takes_its_place_and_the_first_stays_on_record(store: Store) -> None:
    first = load(store, grading_text("5.0"))
    sixth = load(store, grading_text("6.0"))
    second = load(store, grading_text("5.0", "reworded"), OTHER_FILE, "")
    states = {one.id: one.in_use for one in store.actions.gradings().result()}
    assert states == {first.id: False, sixth.id: True, second.id: True}
    words = store.actions.wordings().result()
    assert next(iter(words["5.0"].by_code.values())).grades[1] == "reworded 1"
    assert len(words["6.0"].by_code) == 850


def test_the_same_file_twice_is_refused_and_the_same_words_of_another_file_are_kept_once(store: Store) -> None:
    load(store, grading_text("5.0"))
    with pytest.raises(NotAllowed, match="in use already"):
        load(store, grading_text("5.0"))
    again = load(store, grading_text("5.0"), OTHER_FILE)
    assert store.sql("SELECT count(*) FROM kept_text WHERE kind = 'grading'") == [(1,)]
    assert [one.in_use for one in store.actions.gradings().result() if one.id != again.id] == [False]


def test_the_same_key_is_the_same_deed(store: Store) -> None:
    key, text = uuid4(), grading_text("5.0")
    first = store.actions.load_grading(store.person, key, text, FILE, "").result()
    second = store.actions.load_grading(store.person, key, text, FILE, "").result()
    assert first == second and len(store.actions.gradings().result()) == 1


def test_it_goes_out_of_use_with_a_reason_and_the_trail_knows_why(store: Store) -> None:
    kept = load(store, grading_text("5.0"))
    with pytest.raises(RecordError, match="Reason is empty"):
        store.actions.stop_grading(store.person, kept.id, " ").result()
    stopped = store.actions.stop_grading(store.person, kept.id, "wrong edition").result()
    assert not stopped.in_use and store.actions.wordings().result() == {}
    with pytest.raises(NotAllowed, match="no longer in use"):
        store.actions.stop_grading(store.person, kept.id, "again").result()
    entries = [content for (content,) in store.sql("SELECT content FROM audit WHERE subject = 'grading_text'")]
    assert len(entries) == 2 and "wrong edition" in str(entries[-1])
    assert store.actions.check_audit().result().findings == ()


@pytest.mark.parametrize("text", ["", "{}", grading_text("5.0")[:-2], grading_text("5.0").replace("Anemia", "Anaemia")])
def test_a_text_that_is_no_checked_workbook_is_refused(store: Store, text: str) -> None:
    with pytest.raises(RecordError):
        load(store, text)
    assert store.actions.gradings().result() == ()


def test_a_nurse_loads_nothing_and_an_administrator_may(store: Store) -> None:
    nurse = store.actions.add_person("Nora Nurse", "nurse").result()
    boss = store.actions.add_person("Ada Admin", "administrator").result()
    with pytest.raises(NotAllowed):
        store.actions.load_grading(nurse, uuid4(), grading_text("5.0"), FILE, "").result()
    kept = store.actions.load_grading(boss, uuid4(), grading_text("5.0"), FILE, "").result()
    assert kept.by == "Ada Admin"
    with pytest.raises(NotAllowed):
        store.actions.stop_grading(nurse, kept.id, "no").result()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE grading_text SET terms = 12",
        "UPDATE grading_text SET file_date = '2020-01-01'",
        "DELETE FROM grading_text",
        "DELETE FROM kept_text WHERE kind = 'grading'",
    ],
)
def test_the_store_itself_lets_nobody_change_what_was_loaded(store: Store, statement: str) -> None:
    load(store, grading_text("5.0"))
    with pytest.raises(DBAPIError, match=r"keeps what it says|never deleted|only grows"):
        store.sql(statement)


def test_the_store_lets_a_text_out_of_use_not_come_back(store: Store) -> None:
    kept = load(store, grading_text("5.0"))
    store.actions.stop_grading(store.person, kept.id, "wrong").result()
    true = "1" if store.inside(lambda opened: opened.is_sqlite) else "true"
    with pytest.raises(DBAPIError, match="keeps what it says"):
        store.sql(f"UPDATE grading_text SET in_use = {true}")


def test_the_version_shown_is_a_setting_of_the_site(store: Store) -> None:
    before = store.actions.settings().result()
    assert before.ctcae_shown == "5.0"
    store.actions.save_settings(store.person, replace(before, ctcae_shown="6.0"), "as the trial asks").result()
    assert store.actions.settings().result().ctcae_shown == "6.0"
