"""The demo clinic: varied, computed by the engine, the same every time, and never mixed with patients."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from records.actions import Actions
from records.course.cycle_case import order_in_force
from records.demo.clinic import begin_demo
from records.errors import NotAllowed
from records.lookup import Lookup
from records.trail.canonical import canonical
from records.values.core import Workspace
from regimen.answer import as_json
from regimen.case import read_case
from regimen.engine import answer_with
from regimen.practice_reader import read_profile
from regimen.reader import read_regimen
from tests.records.examples import Store

TODAY = date(2026, 3, 23)
TERMS = Path(__file__).parent.parent.parent / "assets" / "ctcae" / "terms_v5.csv"
CTCAE = tuple(csv.DictReader(TERMS.read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Actions, Path]]:
    path = tmp_path_factory.mktemp("demo") / "capox-demo.db"
    actions = Actions.open(path)
    begin_demo(actions, TODAY).result()
    yield actions, path
    actions.close()


def spaces(clinic: tuple[Actions, Path]) -> dict[str, Workspace]:
    actions, path = clinic
    lookup = Lookup(path, today=lambda: TODAY)
    lines = lookup.first_lines(100)
    lookup.close()
    return {line.name: actions.workspace(line.id).result() for line in lines}


def test_there_are_about_twenty_patients_and_the_store_is_marked(clinic: tuple[Actions, Path]) -> None:
    assert len(spaces(clinic)) == 21
    settings = clinic[0].settings().result()
    assert settings.demo
    assert settings.set_up
    assert clinic[0].check_audit().result().findings == ()


def test_the_clinic_is_varied(clinic: tuple[Actions, Path]) -> None:
    known = spaces(clinic)
    courses = [space.courses[0].entry for space in known.values() if space.courses]
    assert {entry.regimen_id for entry in courses} >= {
        "ici-capox", "capox", "gc-durvalumab", "gc-pembrolizumab", "gemox-q14", "gemox-d1d8",
    }  # fmt: skip
    assert len({entry.options.get("ici") for entry in courses}) >= 8
    assert {entry.first_dose for entry in courses} == {"morning", "evening"}
    assert any(entry.first_cycle == 4 and entry.earlier for entry in courses)
    assert any(entry.starting_percent for entry in courses)
    assert any(len(name) > 60 for name in known)
    assert {"王小明", "张伟", "Zhang Wei", "Łukasz Żółkiewski-Świątek"} <= set(known)
    assert any(space.delays for space in known.values())
    assert any(space.holds for space in known.values())
    assert {space.patient.entry.dpyd_status for space in known.values()} == {"done", "pending", "not_tested"}
    assert any("warfarin" in space.patient.entry.medicines for space in known.values())
    assert any("carboplatin" in allergy for space in known.values() for allergy in space.patient.entry.allergies)


def test_every_signed_order_is_what_the_engine_answers_for_its_own_snapshot(clinic: tuple[Actions, Path]) -> None:
    orders = [order for space in spaces(clinic).values() for order in space.orders]
    assert len(orders) >= 25
    assert {order.state for order in orders} == {"signed", "given"}
    for order in orders:
        regimen = read_regimen(order.regimen_text, "snapshot")
        profile = read_profile(order.profile_text, "snapshot")
        again = as_json(answer_with(regimen, profile, read_case(json.loads(order.case_json))))
        assert canonical(again) == canonical(json.loads(order.answer_json))


def test_the_list_of_the_day_is_worth_looking_at(clinic: tuple[Actions, Path]) -> None:
    lines = clinic[0].worklist(TODAY).result()
    due = [word for line in lines for word in line.due]
    missing = [word for line in lines for word in line.missing]
    assert len([line for line in lines if line.on == TODAY]) >= 8
    assert "cycle 3 day 8" in due
    assert "cycle 2 day 1" in due
    assert {"order not signed", "DPYD result pending", "pembrolizumab on hold"} <= set(missing)
    assert {line.state.partition(",")[0] for line in lines} == {"signed", "not signed", "given"}
    assert "signed, provisional" in {line.state for line in lines}
    assert any(words.startswith("checklist 8 of 19") for words in missing)


def test_some_patients_have_visits_and_adverse_events(clinic: tuple[Actions, Path]) -> None:
    known = spaces(clinic)
    ruth, olena = known["Ruth Abramowitz"], known["Olena Kovalenko"]
    assert [(v.complete, v.entry.cycle, v.entry.cycle_day) for v in ruth.visits] == [(True, 2, 1), (True, 3, 1)]
    assert [(e.entry.term, e.entry.grade, e.entry.ongoing) for e in ruth.events] == [
        ("Peripheral sensory neuropathy", 2, True), ("Nausea", 1, False),
    ]  # fmt: skip
    assert [(e.entry.grade, e.entry.cause) for e in olena.events] == [(2, "")], "two suspects, nobody has decided"
    for entry in (event.entry for event in (*ruth.events, *olena.events)):
        row = next(row for row in CTCAE if row["term"] == entry.term)
        assert (row["code"], row["soc"]) == (entry.code, entry.soc)


def test_one_patient_has_lesions_a_baseline_and_a_scan(clinic: tuple[Actions, Path]) -> None:
    ruth = spaces(clinic)["Ruth Abramowitz"]
    assert [one.entry.name for one in ruth.lesions] == ["T1", "T2", "T3", "N1"]
    assert [(one.entry.baseline, one.in_force) for one in ruth.scans] == [(True, True), (False, True)]


def test_the_patient_with_a_platinum_allergy_has_no_order(clinic: tuple[Actions, Path]) -> None:
    space = spaces(clinic)["Nguyễn Thị Hồng Hạnh"]
    assert order_in_force(space.orders, space.courses[0], 1) is None


def test_the_same_day_makes_the_same_clinic_and_twice_makes_no_more(
    clinic: tuple[Actions, Path], tmp_path: Path
) -> None:
    begin_demo(clinic[0], TODAY).result()
    known = spaces(clinic)
    assert len(known) == 21
    other = Actions.open(tmp_path / "other.db")
    begin_demo(other, TODAY).result()
    for space in known.values():
        twin = other.workspace(space.patient.id).result()
        assert twin.patient.entry == space.patient.entry
        assert [(o.id, o.check_code) for o in twin.orders] == [(o.id, o.check_code) for o in space.orders]
        assert [(m.id, m.value, m.on) for m in twin.measurements] == [(m.id, m.value, m.on) for m in space.measurements]
    other.close()


def test_a_store_with_patients_does_not_become_a_demo(sqlite_store: Store) -> None:
    sqlite_store.patient()
    assert isinstance(begin_demo(sqlite_store.actions, TODAY).exception(), NotAllowed)
    assert not sqlite_store.actions.settings().result().demo
