"""What the database itself holds to: pragmas, strict types, ranges, references, one program per file."""

import os
import stat
import subprocess
import sys
import traceback
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from records.actions import Actions
from records.errors import NotSaved, StoreUnavailable
from records.keeping.places import data_folder, store_path
from records.keeping.sqlite_file import PROMISES, assert_library, prepare
from records.store import Deed
from records.store import Store as OpenStore
from records.tables import PatientRow
from records.trail.audit_trail import AuditedSession
from tests.records.examples import Store, busy


def test_every_promise_of_the_file_holds_on_the_connection(sqlite_store: Store) -> None:
    for name, value in PROMISES.items():
        assert sqlite_store.sql(f"PRAGMA {name}") == [(value,)]
    assert PROMISES["synchronous"] == 2, "FULL: an acknowledged save survives a power cut"


def test_a_connection_that_does_not_hold_its_promises_is_refused() -> None:
    connection = dbapi2.connect(":memory:")  # in memory there is no write-ahead log
    with pytest.raises(RuntimeError, match="journal_mode"):
        prepare(connection)


def test_an_sqlite_that_may_lose_commits_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert_library()
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(RuntimeError, match=r"3\.51\.3"):
        assert_library()


def test_all_tables_of_sqlite_are_strict(sqlite_store: Store) -> None:
    rows = sqlite_store.sql("SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    loose = {name for name, strict in rows if not strict}
    assert loose == {"alembic_version", "sqlite_schema"}


#: Changes that would put nonsense into a clinical row.
NONSENSE = {
    "patient": ["sex = 'unknown'", "ecog = 5", "dpyd_score = '2.5'", "dpyd_score = 'NaN'", "name = ''",
                "dpyd_status = 'x'"],
    "lab": ["value = 'seventy'", "value = '-1'", "value = '1,5'", "value = '1e3'", "value = 'inf'", "value = '.5'",
            "value = '5.'", "value = '1.2.3'", "value = ''", "lln = 'nan'", "value = NULL"],
    "course": ["first_cycle = 0", "planned_cycles = 201", "first_dose = 'noon'", "status = 'x'",
               "regimen_sha256 = 'none'"],
    "delay": ["days = 0", "days = 366", "shift = 'some'", "cycle = 0"],
    "print": ["paper = 'a3'", "revision = 0", "copies = 0"],
    "person": ["role = 'boss'"],
}  # fmt: skip


def test_nonsense_is_refused_by_the_database(store: Store) -> None:
    busy(store)
    for table, changes in NONSENSE.items():
        for change in changes:
            with pytest.raises(DBAPIError):
                store.sql(f'UPDATE "{table}" SET {change}')


def test_text_in_a_column_of_numbers_is_refused(sqlite_store: Store) -> None:
    sqlite_store.patient()
    with pytest.raises(DBAPIError, match="cannot store TEXT"):
        sqlite_store.sql("UPDATE patient SET ecog = 'seventy'")


def test_a_row_of_nobody_is_refused(store: Store) -> None:
    store.patient()
    with pytest.raises(DBAPIError):
        store.sql("UPDATE patient SET person_id = '00000000-0000-0000-0000-000000000000'")


def test_no_table_deletes_along_with_another(store: Store) -> None:
    def options(opened: OpenStore) -> list[object]:
        looker = inspect(opened.engine)
        return [key["options"] for table in looker.get_table_names() for key in looker.get_foreign_keys(table)]

    found = store.inside(options)
    assert len(found) > 10
    assert not [option for option in found if option]


def test_parameters_are_hidden_from_every_error(store: Store) -> None:
    """PostgreSQL quotes the failing row in its message, so the message is not handed on either."""
    patient = store.patient()

    def break_rule(opened: OpenStore) -> str:
        assert opened.engine.hide_parameters

        def do(session: AuditedSession) -> UUID:
            session.get_one(PatientRow, patient.id).sex = "Żółkiewski"
            return patient.id

        deed = Deed("change patient", uuid4(), store.person.id, do, lambda _session, key: key)
        with pytest.raises(NotSaved) as refused:
            opened.write(deed)
        return "".join(traceback.format_exception(refused.value))

    written = store.inside(break_rule)
    assert "the store holds a rule against it" in written
    assert "Żółkiewski" not in written


OTHER = """
import sys
from records.actions import Actions
actions = Actions.open(sys.argv[1])
print(actions.opened.exception())
actions.close()
"""


def open_elsewhere(path: Path, project_folder: Path) -> str:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([".", "calendar"])}
    command = [sys.executable, "-c", OTHER, str(path)]
    done = subprocess.run(command, cwd=project_folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_second_program_on_the_same_file_is_refused_and_comes_in_afterwards(
    tmp_path: Path, project_folder: Path
) -> None:
    path = tmp_path / "capox.db"
    actions = Actions.open(path)
    actions.opened.result()
    assert "already open" in open_elsewhere(path, project_folder)
    assert f"process {os.getpid()}" in open_elsewhere(path, project_folder)
    actions.close()
    assert open_elsewhere(path, project_folder) == "None"


def test_a_lock_left_behind_by_a_dead_program_does_not_keep_anybody_out(tmp_path: Path) -> None:
    (tmp_path / "capox.db.lock").write_text("")
    (tmp_path / "capox.db.holder").write_text('{"pid": 1, "host": "elsewhere"}')
    actions = Actions.open(tmp_path / "capox.db")
    assert actions.opened.exception() is None
    actions.close()


def test_a_file_that_is_no_store_is_refused_in_one_sentence_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "capox.db"
    path.write_bytes(b"this is a letter and not a database" * 100)
    actions = Actions.open(path)
    refusal = actions.opened.exception()
    assert isinstance(refusal, StoreUnavailable)
    assert "not a store of this program" in str(refusal)
    assert str(actions.people().exception()) == str(refusal)
    actions.close()
    assert path.read_bytes() == b"this is a letter and not a database" * 100


def test_closing_writes_the_log_back_and_ends_the_thread(tmp_path: Path) -> None:
    actions = Actions.open(tmp_path / "capox.db")
    person = actions.add_person("Priya Raman", "pharmacist").result()
    actions.close()
    actions.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["capox.db", "capox.db.lock"]
    again = Actions.open(tmp_path / "capox.db")
    assert again.people().result() == (person,)
    again.close()


def test_the_store_lies_in_a_folder_of_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAPOX_DATA_DIR", str(tmp_path / "kiosk"))
    assert store_path() == tmp_path / "kiosk" / "capox.db"
    assert store_path(demo=True) == tmp_path / "kiosk" / "capox-demo.db"
    assert stat.S_IMODE(data_folder().stat().st_mode) & 0o077 == 0


def test_the_door_to_the_records_loads_no_database_library(project_folder: Path) -> None:
    program = "import sys, records.actions, records.lookup; print('\\n'.join(sys.modules))"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([".", "calendar"])}
    command = [sys.executable, "-c", program]
    loaded = subprocess.run(command, cwd=project_folder, env=environment, capture_output=True, text=True).stdout.split()
    assert "records.actions" in loaded
    assert not {name.split(".")[0] for name in loaded} & {
        "sqlalchemy",
        "alembic",
        "psycopg",
        "platformdirs",
        "holidays",
    }


def test_a_folder_that_is_none_is_refused_in_one_sentence(tmp_path: Path) -> None:
    actions = Actions.open(tmp_path / "missing" / "capox.db")
    assert str(actions.opened.exception()) == (
        "The folder of the records cannot be written to (No such file or directory)."
    )
    actions.close()
