"""Rules the code of records/ keeps: no statement that goes past versions and audit, no SQL made from text."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from records.people.permissions import ROLES

#: Tables that only repeat others and may be emptied; everything else is written row by row through the session.
DERIVED = {"SearchPart", "DueRow"}
#: One row that says which programs may work on the records. It tells nothing of a patient or a person and changes as a
#: program opens the store, before anybody is at the screen in whose name an audit entry could stand.
OF_THE_STORE = {"LeastProgramRow"}
SQL_BY_HAND = {
    "lookup.py",
    "sqlite_file.py",
    "store.py",
    "triggers.py",
    "upgrade.py",
    "first_columns.py",
    "0001_first.py",
}


def is_by_hand(file: Path) -> bool:
    """Tables and steps of the schema name conditions of indexes as constants."""
    return file.name in SQL_BY_HAND or file.parent.name in ("tables", "migrations", "versions")


def name_of(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def offences(text: str, *, by_hand: bool = False) -> Iterator[str]:
    """Bulk updates and deletes, raw SQL, and text() of anything that is not one constant."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        called = name_of(node.func)
        first = node.args[0] if node.args else None
        builder = isinstance(node.func, ast.Name) and called in ("update", "delete", "insert")
        bulk = called.startswith("bulk_") or called == "on_conflict_do_update"
        # The function of SQLAlchemy; a reader's method of the same name is another thing.
        is_text = called == "text" and (
            isinstance(node.func, ast.Name) or name_of(node.func.value) in ("sa", "sqlalchemy")  # type: ignore[attr-defined]
        )
        raw = is_text or called in ("exec_driver_sql", "executescript", "executemany")
        fixed = isinstance(first, ast.Constant) or (isinstance(first, ast.Name) and first.id.isupper())
        made_up = is_text and not fixed
        if (
            bulk
            or made_up
            or (raw and not by_hand)
            or (builder and (first is None or name_of(first) not in DERIVED | OF_THE_STORE))
        ):
            yield f"{node.lineno}: {called}"


@pytest.mark.parametrize(
    "text",
    [
        "session.execute(update(PatientRow).values(name='x'))",
        "session.execute(delete(OrderRow))",
        "session.execute(insert(PatientRow), rows)",
        "session.bulk_save_objects(rows)",
        "session.execute(text(f'SELECT {name}'))",
        "connection.exec_driver_sql('DELETE FROM patient')",
    ],
)
def test_an_offence_is_noticed(text: str) -> None:
    assert list(offences(text))


def test_emptying_a_derived_table_is_none() -> None:
    assert not list(offences("session.execute(delete(DueRow).where(DueRow.course_id == 1))\nvalues.update(a=1)"))


def test_no_statement_goes_past_versions_and_audit(project_folder: Path) -> None:
    files = sorted((project_folder / "records").rglob("*.py"))
    assert len(files) > 30
    found = {file.name: list(offences(file.read_text(encoding="utf-8"), by_hand=is_by_hand(file))) for file in files}
    # An export is brought into an empty store as a whole; its audit trail is checked before the transaction ends.
    assert {name: lines for name, lines in found.items() if lines and name != "whole_export.py"} == {}
    assert len(found["whole_export.py"]) == 1


def test_every_deed_names_an_action_with_roles(project_folder: Path) -> None:
    named = set()
    for file in (project_folder / "records" / "deeds").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name_of(node.func) == "Deed":
                assert isinstance(node.args[0], ast.Constant)
                named.add(node.args[0].value)
    assert named == set(ROLES)


def test_nothing_of_a_patient_is_written_to_a_log(project_folder: Path) -> None:
    """The one line records/ logs is fixed text; an exception beside it is our bug and not a record."""
    calls = []
    for file in sorted((project_folder / "records").rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "import logging" in text or "from logging" in text else ():
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and name_of(node.func.value) in ("log", "logging")
            ):
                calls.append((file.name, node.func.attr, [isinstance(word, ast.Constant) for word in node.args]))
    assert calls == [("thread.py", "getLogger", [False]), ("thread.py", "exception", [True])]


def test_no_yes_or_no_column_is_asked_in_words_postgresql_refuses(project_folder: Path) -> None:
    """`is_(False)` of a column of ours becomes IS with a bound value, which SQLite takes and PostgreSQL does not."""
    asked = [
        (file.name, node.lineno)
        for file in sorted((project_folder / "records").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and name_of(node.func) in ("is_", "is_not")
        and not (isinstance(node.args[0], ast.Constant) and node.args[0].value is None)
    ]  # fmt: skip
    assert asked == []
