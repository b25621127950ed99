"""Schemas: the steps lead to the tables the program knows, frozen stores open, an upgrade is whole or not at all."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlcipher3 import dbapi2

from records.actions import Actions
from records.errors import StoreUnavailable
from records.migrations import upgrade as upgrading
from records.store import Store as OpenStore
from records.tables import Base
from records.trail.canonical import canonical, plain, sha256
from tests.records.examples import ENTRY, Store, come_in
from tests.records.freeze import fingerprint

FROZEN = Path(__file__).parent / "frozen"
ENTRY_AS_FROZEN = replace(ENTRY, note="changed", medicines=("warfarin", "phenytoin"), ecog=2)


def test_the_steps_lead_to_the_tables_the_program_knows(store: Store) -> None:
    def difference(opened: OpenStore) -> list[object]:
        with opened.engine.connect() as connection:
            return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))

    assert store.inside(difference) == []


def test_the_rules_of_the_first_step_are_those_of_the_tables(sqlite_store: Store) -> None:
    """Alembic does not compare CHECKs, so their words are compared here."""
    from sqlalchemy import CheckConstraint

    written = dict(sqlite_store.sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    for table in Base.metadata.sorted_tables:
        for rule in table.constraints:
            if isinstance(rule, CheckConstraint):
                assert f"CHECK ({rule.sqltext})" in written[table.name], (table.name, rule.name)


def thaw(dump: Path, path: Path) -> None:
    """A store as a released version left it."""
    connection = dbapi2.connect(str(path))
    connection.executescript(dump.read_text(encoding="utf-8"))
    connection.close()


def digest(actions: Actions, patient_ids: list[object]) -> str:
    """A hash of all that is known about all patients."""
    spaces = [plain(actions.workspace(UUID(str(key))).result()) for key in patient_ids]
    histories = [plain(actions.history(UUID(str(key))).result()) for key in patient_ids]
    return sha256(canonical([spaces, histories, plain(actions.people().result())]))


@pytest.mark.parametrize("dump", sorted(FROZEN.glob("*.sql")), ids=lambda path: path.stem)
def test_a_frozen_store_opens_with_every_record_and_guard(dump: Path, tmp_path: Path) -> None:
    path = tmp_path / "capox.db"
    thaw(dump, path)
    expected = json.loads(dump.with_suffix(".json").read_text(encoding="utf-8"))
    actions = Actions.open(path)
    actions.opened.result()
    come_in(actions)
    look = Store(actions, actions.people().result()[0])
    patient, *_imported = look.sql("SELECT id FROM patient ORDER BY created_at")
    space = actions.workspace(UUID(patient[0])).result()
    check = actions.check_audit().result()
    actions.close()
    assert (check.findings, check.last_hash) == ((), expected["last_hash"])
    assert space.patient.entry == ENTRY_AS_FROZEN
    assert [order.state for order in space.orders] == ["signed", "draft"]
    connection = dbapi2.connect(str(path))
    triggers = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0]
    for table, columns in expected["columns"].items():
        count = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        assert count == expected["rows"][table] > 0, table
        assert fingerprint(connection, table, columns) == expected["fingerprints"][table], table
    connection.close()
    assert triggers >= expected["triggers"]


def test_every_schema_up_to_the_present_one_is_frozen() -> None:
    _, script = upgrading.steps()
    assert {step.revision for step in script.walk_revisions()} == {dump.stem for dump in FROZEN.glob("*.sql")}


NEXT_STEP = '''"""A step of the future: the patients table is made anew with one more column."""

import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = {down!r}


def upgrade() -> None:
    with op.batch_alter_table("patient", recreate={recreate!r}, table_kwargs={{"sqlite_strict": True}}) as table:
        table.add_column(sa.Column("blood_group", sa.Text(), nullable=True))
    {then}
'''


@pytest.fixture
def future(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The folder of steps with one more in it: `write(then)` adds what the step does last."""
    _, script = upgrading.steps()
    head = script.get_current_head()
    folder = tmp_path / "migrations"
    shutil.copytree(upgrading.FOLDER, folder)

    def write(target: str, then: str = "pass") -> None:
        recreate = "auto" if target.startswith("postgresql") else "always"
        (folder / "versions" / "9001_future.py").write_text(NEXT_STEP.format(down=head, recreate=recreate, then=then))
        monkeypatch.setattr(upgrading, "FOLDER", folder)

    return SimpleNamespace(write=write, undo=monkeypatch.undo)


def filled(target: str) -> tuple[str, list[object], str]:
    """A closed store with a course and a signed order: anchor, patients and digest."""
    actions = Actions.open(target)
    store = Store(actions, actions.add_person("Priya Raman", "pharmacist").result())
    store.signing(store.course()).result()
    ids = [row[0] for row in store.sql("SELECT id FROM patient")]
    found = digest(actions, ids)
    anchor = actions.check_audit().result().last_hash
    actions.close()
    return anchor, ids, found


def test_an_upgrade_that_rebuilds_a_table_keeps_rows_and_guards(target: str, future: SimpleNamespace) -> None:
    anchor, ids, before = filled(target)
    future.write(target)
    actions = Actions.open(target)
    actions.opened.result()
    look = Store(actions, actions.people().result()[0])
    assert look.sql("SELECT blood_group FROM patient") == [(None,)]
    assert digest(actions, ids) == before
    assert actions.check_audit().result().last_hash == anchor
    with pytest.raises(Exception, match="never deleted"):
        look.sql("DELETE FROM patient")
    if not target.startswith("postgresql"):
        assert look.sql("PRAGMA foreign_keys") == [(1,)]
        assert look.sql("SELECT strict FROM pragma_table_list WHERE name = 'patient'") == [(1,)]
    actions.close()


@pytest.mark.parametrize(
    "then",
    [
        "raise RuntimeError('half way')",
        "op.execute('DELETE FROM draft'); op.execute('DELETE FROM cycle_order')",
    ],
)
def test_an_upgrade_that_fails_or_loses_rows_leaves_the_store_as_it_was(
    target: str, future: SimpleNamespace, then: str
) -> None:
    anchor, ids, before = filled(target)
    future.write(target, then)
    broken = Actions.open(target)
    assert broken.opened.exception() is not None
    assert isinstance(broken.people().exception(), StoreUnavailable)
    broken.close()
    future.undo()
    actions = Actions.open(target)
    assert digest(actions, ids) == before
    assert actions.check_audit().result().last_hash == anchor
    with pytest.raises(Exception, match="never deleted"):
        Store(actions, actions.people().result()[0]).sql("DELETE FROM patient")
    actions.close()


def test_a_store_of_a_newer_program_is_refused_untouched(target: str) -> None:
    filled(target)
    actions = Actions.open(target)
    look = Store(actions, actions.people().result()[0])
    look.sql("UPDATE alembic_version SET version_num = '9999'")
    actions.close()
    old_program = Actions.open(target)
    refusal = old_program.opened.exception()
    assert str(refusal) == "The records were kept by a newer version of this program; please start that one."
    old_program.close()
