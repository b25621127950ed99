"""The patients list: found by name and identifier, in any spelling, and quickly from a large file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from records.actions import Actions
from records.lookup import Lookup
from records.values.core import PatientEntry
from tests.records.examples import DAY1, Store

PEOPLE = [
    ("Łukasz Żółkiewski", "0042-118"),
    ("Müller, Anna Maria", "0042-207"),
    ("Mueller, Anna", "0043-1"),
    ("王小明", "0099-3"),
    ("王明", "0099-4"),
    ("O’Malley, Seán", "A%_7"),
    ("100% Sure_", "77\\1"),
    ("Nguyễn Thị Hồng Hạnh", "0050-2"),
    ("김민수", "0060-1"),
    ("Bobby '); DROP TABLE patient;--", "0070-1"),
]


@pytest.fixture
def lookup(store: Store, target: str) -> Iterator[Lookup]:
    for name, mrn in PEOPLE:
        store.patient(PatientEntry(name, (("MRN", mrn),), date(1960, 1, 1), "female"))
    opened = Lookup(target, today=lambda: DAY1)
    yield opened
    opened.close()


def names(lookup: Lookup, text: str) -> list[str]:
    return [line.name for line in lookup.search(text, 50)]


FOUND = [
    ("lukasz", ["Łukasz Żółkiewski"]),
    ("ŻÓŁ", ["Łukasz Żółkiewski"]),
    ("zolk luk", ["Łukasz Żółkiewski"]),
    ("anna m", ["Müller, Anna Maria", "Mueller, Anna"]),
    ("maria mul", ["Müller, Anna Maria"]),
    ("muller", ["Müller, Anna Maria"]),
    ("王", ["王小明", "王明"]),
    ("明", ["王小明", "王明"]),
    ("小明", ["王小明"]),
    ("민수", ["김민수"]),
    ("o'mal", ["O’Malley, Seán"]),
    ("0042", ["Łukasz Żółkiewski", "Müller, Anna Maria"]),
    ("0042-118", ["Łukasz Żółkiewski"]),
    ("0042118", ["Łukasz Żółkiewski"]),
    ("118", ["Łukasz Żółkiewski"]),
    ("ulle", ["Müller, Anna Maria"]),
    ("%", []),
    ("_", []),
    ("100%", ["100% Sure_"]),
    ("sure_", ["100% Sure_"]),
    ("a%_7", ["O’Malley, Seán"]),
    ("77\\1", ["100% Sure_"]),
    ("'", []),
    ("'); DROP", ["Bobby '); DROP TABLE patient;--"]),
    ("nobody of this name", []),
    ("hanh nguyen", ["Nguyễn Thị Hồng Hạnh"]),
]


def test_search(lookup: Lookup) -> None:
    for typed, found in FOUND:
        assert sorted(names(lookup, typed)) == sorted(found), typed


def test_nothing_typed_shows_the_first_lines_in_order(lookup: Lookup) -> None:
    everybody = [line.name for line in lookup.first_lines(50)]
    assert names(lookup, "  ") == everybody
    assert len(everybody) == len(PEOPLE)
    assert everybody[:3] == ["100% Sure_", "Bobby '); DROP TABLE patient;--", "Łukasz Żółkiewski"]
    assert [line.name for line in lookup.first_lines(2)] == everybody[:2]


def test_a_line_carries_identifiers_birth_date_course_and_the_next_date(store: Store, target: str) -> None:
    course = store.course()
    lookup = Lookup(target, today=lambda: DAY1 + timedelta(days=1))
    (line,) = lookup.search("zolk", 10)
    lookup.close()
    assert line.id == course.patient_id
    assert (line.identifiers, line.birth_date, line.sex) == (
        "MRN 0042-118, Insurance DE 7719",
        date(1958, 3, 1),
        "male",
    )
    assert line.course == "pembrolizumab + CAPOX"
    assert line.next_date is not None
    assert DAY1 < line.next_date <= DAY1 + timedelta(days=21)


def test_a_changed_name_is_found_and_the_old_one_is_not(store: Store, target: str) -> None:
    patient = store.patient()
    entry = replace(patient.entry, name="Anna Nowak", identifiers=(("MRN", "555-1"),))
    store.actions.change_patient(store.person, patient.id, 1, entry, "married").result()
    lookup = Lookup(target)
    assert names(lookup, "nowak") == names(lookup, "5551") == ["Anna Nowak"]
    assert names(lookup, "zolk") == names(lookup, "0042") == []
    lookup.close()


def test_a_patient_who_is_found_by_two_words_is_shown_once(store: Store, target: str) -> None:
    store.patient(PatientEntry("Anna Annason", (("MRN", "anna-1"),), date(1960, 1, 1), "female"))
    lookup = Lookup(target)
    assert names(lookup, "ann") == ["Anna Annason"]
    lookup.close()


def test_before_there_is_a_store_the_list_is_empty(tmp_path: Path) -> None:
    lookup = Lookup(tmp_path / "capox.db")
    assert lookup.first_lines(10) == lookup.search("anna", 10) == ()
    actions = Actions.open(tmp_path / "capox.db")
    actions.opened.result()
    assert lookup.first_lines(10) == ()
    actions.close()
    assert lookup.first_lines(10) == ()
    lookup.close()


def test_a_closed_store_can_be_looked_at(tmp_path: Path) -> None:
    actions = Actions.open(tmp_path / "capox.db")
    Store(actions, actions.add_person("Priya Raman", "pharmacist").result()).patient()
    actions.close()
    lookup = Lookup(tmp_path / "capox.db")
    assert names(lookup, "lukasz") == ["Łukasz Żółkiewski"]
    lookup.close()


def test_every_search_from_many_patients_is_one_range_of_an_index(sqlite_store: Store, tmp_path: Path) -> None:
    """Not timed but counted: SQLite says which index it takes."""
    lookup = Lookup(tmp_path / "capox.db")
    lookup.first_lines(1)
    plans: list[str] = []
    from records import lookup as module

    words = module.PREFIX.replace(" ORDER BY", " AND ' ' || l.folded LIKE ? ORDER BY")
    questions = [
        (module.FIRST, (50,)),
        (module.PREFIX, ("2026-03-02", "an", "an\U0010ffff", 50)),
        (module.INSIDE, ("%an%", 50)),
        (words, ("2026-03-02", "an", "an\U0010ffff", "% b%", 50)),
        (module.LINES.format(marks="?, ?"), ("2026-03-02", "a", "b")),
    ]
    for query, given in questions:
        plans += [row[3] for row in lookup._connection.execute("EXPLAIN QUERY PLAN " + query, given)]
    lookup.close()
    steps = [plan for plan in plans if plan.startswith(("SEARCH", "SCAN"))]
    assert steps
    assert not [plan for plan in steps if plan.startswith("SCAN") and "COVERING INDEX" not in plan]
    assert not [plan for plan in plans if "TEMP B-TREE" in plan]
