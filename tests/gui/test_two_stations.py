"""Two real programs on one PostgreSQL: each sees the other, nobody's cursor moves, a restart loses nothing."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import uuid4

import pytest

from records.actions import Actions
from records.values.core import SiteSettings
from tests.records.conftest import Server
from tests.records.conftest import postgres as postgres
from tests.records.examples import ENTRY
from tests.records.examples import Store as Filled
from tests.records.server_restarts import restart

pytestmark = pytest.mark.postgres
HOUSE = Path(__file__).resolve().parents[2]
NAME = "Station"


class Program:
    """One running window."""

    def __init__(self, url: str, folder: Path, person: object) -> None:
        folder.mkdir()
        (folder / "window.ini").write_text(f"[General]\nperson={person}\n", encoding="utf-8")
        env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "CAPOX_DATABASE": url}
        env["PYTHONPATH"] = os.pathsep.join([str(HOUSE), str(HOUSE / "calendar")])
        words = [sys.executable, "-m", "tests.gui.station", "--data-dir", str(folder), "--today", "2026-03-02"]
        self.process = subprocess.Popen(
            words,
            cwd=HOUSE,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __call__(self, do: str, **asked: object) -> Any:
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin is not None and stdout is not None
        stdin.write(json.dumps({"do": do, **asked}) + "\n")
        stdin.flush()
        line = stdout.readline()
        assert line, "the program ended"
        return json.loads(line)

    def until(self, holds: Callable[[dict[str, Any]], bool], seconds: float = 60.0) -> float:
        """Look again and again until it is so; how long it took."""
        began = monotonic()
        while monotonic() - began < seconds:
            if holds(seen := self("state")):
                return monotonic() - began
        raise AssertionError(seen)

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.communicate('{"do": "close"}\n', timeout=60)


@pytest.fixture
def clinic(postgres: Server) -> Iterator[tuple[str, Filled, str]]:
    """A set-up clinic on the server with one patient on a course: its address, a way in, the patient."""
    postgres.execute("CREATE DATABASE stations TEMPLATE empty_store")
    url = postgres.url("stations")
    actions = Actions.open(url)
    store = Filled(actions, actions.add_person("Priya Raman", "pharmacist").result(60))
    wanted = SiteSettings(site_name="Day Unit", country="US", practice="us", first_dose="morning", set_up=True)
    actions.save_settings(store.person, wanted, "test").result(60)
    actions.mark_demo(store.person).result(60)
    patient = store.patient(ENTRY)
    store.course(patient)
    yield url, store, str(patient.id)
    actions.close()
    postgres.execute("DROP DATABASE stations WITH (FORCE)")


def test_two_programs_see_each_other_and_survive_a_restart_of_the_server(
    postgres: Server, clinic: tuple[str, Filled, str], tmp_path: Path
) -> None:
    url, store, patient = clinic
    here, there = (Program(url, tmp_path / name, store.person.id) for name in ("here", "there"))
    try:
        for one in (here, there):
            one.until(lambda seen: seen["ready"] and ENTRY.name in seen["lines"])
        here("search", text="stat")
        there("add", name=NAME)
        took = here.until(lambda seen: seen["lines"] == [NAME], seconds=20)
        assert took < 10, took
        seen = here("state")
        assert (seen["search"], seen["focus"]) == ("stat", "patient_search")

        here("open", patient=patient)
        here.until(lambda _seen: bool(here("shown")))
        here("type_weight", text="58")
        there("measure", patient=patient, height="165")
        here.until(lambda _seen: "height_cm 165" in here("banner"), seconds=20)
        seen = here("state")
        assert (seen["focus"], seen["typed"]) == ("weight_edit", "58")

        for one in (here, there):
            one("reset")
        here("type_weight", text="59.5")
        restart(postgres, "immediate")
        here("type_weight", text="60.5")
        here.until(lambda seen: not seen["away"])
        drafts = [o for o in store.actions.workspace(_id(patient)).result(60).orders if o.state == "draft"]
        here.until(lambda _seen: _kept(store, patient, "60.5"), seconds=60)
        assert len(drafts) <= 1
        for one in (here, there):
            seen = one("state")
            assert seen["worst_s"] < 5.0, seen
            assert "mistake" not in seen["said"]
        store.actions.measure(
            store.person, uuid4(), _id(patient), "weight_kg", _decimal("58"), date(2026, 3, 2)
        ).result(60)
        here.until(lambda _seen: "weight_kg 58" in here("banner"), seconds=20)
        assert store.actions.check_audit().result(120).findings == ()
    finally:
        for one in (here, there):
            one.end()


def _kept(store: Filled, patient: str, text: str) -> bool:
    orders = store.actions.workspace(_id(patient)).result(60).orders
    return any(text in one.texts.values() for one in orders if one.state == "draft")


def _id(text: str) -> Any:
    from uuid import UUID

    return UUID(text)


def _decimal(text: str) -> Any:
    from decimal import Decimal

    return Decimal(text)
