"""Guards inside the database: what even a program with our own rights may not do.

The audit trail and kept texts only grow; the chain must fit; nothing clinical is deleted; a signed order keeps its
content and moves only from signed to given or replaced. Batch migrations on SQLite drop triggers with the table, so
they are made anew at the end of every upgrade, in its transaction.
"""

from collections.abc import Iterator

from sqlalchemy import Connection

from records.guards.governance import governance_guards
from records.guards.handover import handover_guards
from records.guards.imports import import_guards
from records.guards.labs import lab_guards
from records.guards.least_program import least_guards
from records.guards.people import people_guards
from records.guards.responses import response_guards
from records.guards.signatures import signature_guards
from records.tables import (
    AdministrationRow,
    Base,
    ChecklistRow,
    CourseMoveRow,
    DecisionRow,
    DispensedRow,
    GoAheadRow,
    GradingTextRow,
    Kept,
    OrderRow,
    RestartRow,
)
from records.tables.audit import BEGINNING
from records.tables.base import KEEPING

APPEND_ONLY = ("audit", "kept_text")
#: Columns of a signed order that move with its state.
MOVING = {"state", "given_on", "given_at"} | (KEEPING - {"created_at"})
CLINICAL = tuple(
    sorted(mapper.class_.__tablename__ for mapper in Base.registry.mappers if issubclass(mapper.class_, Kept))
)
FIXED = tuple(column.name for column in OrderRow.__table__.columns if column.name not in MOVING)
#: Rows of which only the withdrawal may change, and one that never changes.
SAID_ONCE = (ChecklistRow, GoAheadRow, DecisionRow, DispensedRow, RestartRow, AdministrationRow, CourseMoveRow)
#: Columns that came later have no CHECK of their own on SQLite.
HOLD_SLOTS = (
    "coalesce(NEW.from_slot, 'am') NOT IN ('am', 'pm') OR coalesce(NEW.to_slot, 'pm') NOT IN ('am', 'pm')"
    ' OR (NEW."end" IS NULL AND NEW.to_slot IS NOT NULL)'
    " OR (NEW.start = NEW.\"end\" AND NEW.from_slot = 'pm' AND NEW.to_slot = 'am')"
)
MOVES = "(OLD.state = 'signed' AND NEW.state IN ('given', 'replaced'))"


def quoted(name: str) -> str:
    return f'"{name}"'


def guards() -> Iterator[tuple[str, str, str, str, str]]:
    """Name, table, event, condition (true: refused) and words of each guard both databases have."""
    for table in APPEND_ONLY:
        yield f"{table}_no_update", table, "UPDATE", "1 = 1", f"{table} only grows"
        yield f"{table}_no_delete", table, "DELETE", "1 = 1", f"{table} only grows"
    for table in CLINICAL:
        yield f"{table}_no_delete", table, "DELETE", "1 = 1", f"a {table} is never deleted"
    changed = " OR ".join(f"OLD.{quoted(name)} IS DISTINCT FROM NEW.{quoted(name)}" for name in FIXED)
    yield (
        "cycle_order_content",
        "cycle_order",
        "UPDATE",
        f"{changed} OR NOT {MOVES}",
        "a signed order keeps its content",
    )
    yield "cycle_order_start", "cycle_order", "INSERT", "NEW.state <> 'signed'", "an order begins as signed"
    unchanged = " OR ".join(
        f"OLD.{quoted(name)} IS DISTINCT FROM NEW.{quoted(name)}"
        for name in ("id", "patient_id", "kind", "value", "on")
    )
    yield (
        "measurement_content",
        "measurement",
        "UPDATE",
        unchanged,
        "a measurement keeps its value; a new one corrects it",
    )
    yield from visit_guards()
    yield from people_guards()
    yield from hold_guards()
    yield from grading_guards()
    yield from lab_guards()
    yield from signature_guards()
    yield from response_guards()
    yield from least_guards()
    yield from governance_guards()
    yield from import_guards()
    yield from handover_guards()


def hold_guards() -> Iterator[tuple[str, str, str, str, str]]:
    """A hold begins and ends with a half day, in order."""
    for event in ("INSERT", "UPDATE"):
        yield f"hold_slots_{event.lower()}", "hold", event, HOLD_SLOTS, "a hold ends after it begins"


def visit_guards() -> Iterator[tuple[str, str, str, str, str]]:
    """What holds for visits, adverse events, answers and decisions."""
    for row in SAID_ONCE:
        table = row.__tablename__
        may = {"withdrawn", "withdrawn_why"} | (KEEPING - {"created_at"})
        fixed = (column.name for column in row.__table__.columns if column.name not in may)
        changed = " OR ".join(f"OLD.{quoted(name)} IS DISTINCT FROM NEW.{quoted(name)}" for name in fixed)
        back = " OR (OLD.withdrawn AND NOT NEW.withdrawn)" if "withdrawn" in row.__table__.columns else ""
        yield f"{table}_content", table, "UPDATE", changed + back, f"a {table} keeps what it says"
    yield "visit_open", "visit", "UPDATE", "OLD.complete AND NOT NEW.complete", "a complete visit is never half-done"
    kept = "substr({0}.grades, 1, length(OLD.grades) - 1)"  # canonical JSON: all but the closing bracket
    fixed_event = " OR ".join(f"OLD.{name} <> NEW.{name}" for name in ("id", "patient_id", "course_id", "number"))
    yield (
        "adverse_event_grades", "adverse_event", "UPDATE",
        f"{fixed_event} OR {kept.format('OLD')} <> {kept.format('NEW')} OR (OLD.withdrawn AND NOT NEW.withdrawn)",
        "grades of an adverse event are only added to",
    )  # fmt: skip


def grading_guards() -> Iterator[tuple[str, str, str, str, str]]:
    """A loaded workbook keeps what it says; it goes out of use and never comes back by itself."""
    may = {"in_use"} | (KEEPING - {"created_at"})
    fixed = (column.name for column in GradingTextRow.__table__.columns if column.name not in may)
    changed = " OR ".join(f"OLD.{quoted(name)} IS DISTINCT FROM NEW.{quoted(name)}" for name in fixed)
    yield (
        "grading_text_content", "grading_text", "UPDATE", f"{changed} OR (NEW.in_use AND NOT OLD.in_use)",
        "a grading text keeps what it says",
    )  # fmt: skip


def sqlite_triggers() -> Iterator[str]:
    """CREATE TRIGGER statements for SQLite; the hash itself is checked by the program, SQLite has none built in."""
    for name, table, action, condition, words in guards():
        yield (
            f"CREATE TRIGGER {quoted('guard_' + name)} BEFORE {action} ON {quoted(table)} WHEN {condition}"
            f" BEGIN SELECT RAISE(ABORT, '{words}'); END"
        )
    yield (
        "CREATE TRIGGER guard_audit_chain BEFORE INSERT ON audit"
        " WHEN NEW.seq IS NOT coalesce((SELECT max(seq) FROM audit), 0) + 1"
        f" OR NEW.previous_hash IS NOT coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), '{BEGINNING}')"
        " BEGIN SELECT RAISE(ABORT, 'the audit chain does not fit'); END"
    )


def postgres_triggers() -> Iterator[str]:
    """Functions and triggers for PostgreSQL; there the hash is computed again by the server."""
    for name, table, action, condition, words in guards():
        yield (
            f"CREATE OR REPLACE FUNCTION guard_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" IF {condition} THEN RAISE EXCEPTION '{words}'; END IF;"
            f" RETURN {'OLD' if action == 'DELETE' else 'NEW'}; END $$"
        )
        yield (
            f"CREATE TRIGGER {quoted('guard_' + name)} BEFORE {action} ON {quoted(table)}"
            f" FOR EACH ROW EXECUTE FUNCTION guard_{name}()"
        )
    for table in (*APPEND_ONLY, *CLINICAL):
        yield (
            f"CREATE OR REPLACE FUNCTION guard_{table}_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" RAISE EXCEPTION 'a {table} is never deleted'; END $$"
        )
        yield (
            f"CREATE TRIGGER guard_{table}_truncate BEFORE TRUNCATE ON {quoted(table)}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION guard_{table}_truncate()"
        )
    yield (
        "CREATE OR REPLACE FUNCTION guard_audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$"
        " DECLARE newest record; BEGIN"
        " SELECT seq, hash INTO newest FROM audit ORDER BY seq DESC LIMIT 1;"
        " IF NEW.seq <> coalesce(newest.seq, 0) + 1"
        f" OR NEW.previous_hash <> coalesce(newest.hash, '{BEGINNING}')"
        " OR NEW.hash <> encode(sha256(convert_to(NEW.previous_hash || NEW.content, 'UTF8')), 'hex')"
        " THEN RAISE EXCEPTION 'the audit chain does not fit'; END IF; RETURN NEW; END $$"
    )
    yield "CREATE TRIGGER guard_audit_chain BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION guard_audit_chain()"


def drop_triggers(connection: Connection) -> None:
    """Take all guards off, for the time of an upgrade inside its transaction."""
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard%'"
        )
        for (name,) in rows.all():
            connection.exec_driver_sql(f"DROP TRIGGER {quoted(name)}")
        return
    rows = connection.exec_driver_sql(
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        " WHERE NOT tgisinternal AND left(tgname, 5) = 'guard' AND relnamespace = current_schema()::regnamespace"
    )
    for name, table in rows.all():
        connection.exec_driver_sql(f"DROP TRIGGER {quoted(name)} ON {quoted(table)}")


def create_triggers(connection: Connection) -> None:
    """Put all guards on."""
    statements = sqlite_triggers() if connection.dialect.name == "sqlite" else postgres_triggers()
    for statement in statements:
        connection.exec_driver_sql(statement)
