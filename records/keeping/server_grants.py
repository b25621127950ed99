"""What the program's own role on PostgreSQL may do, as SQL for whoever owns the database; it owns nothing."""

from collections.abc import Iterator

from records.errors import RecordError
from records.tables import Base, FormDraftRow, Kept
from records.tables.lists import DueRow, PatientLineRow, SearchPart

#: Tables that only repeat what others say; their rows are made anew.
LISTS = frozenset({DueRow.__tablename__, PatientLineRow.__tablename__, SearchPart.__tablename__})
#: Not audited: what stands in forms that are no record yet.
RETYPED = frozenset({FormDraftRow.__tablename__})
#: Looked at and never written by the program's role.
LOOKED_AT = ("alembic_version", "least_program")
MOST_NAME = 63


def quoted(name: str) -> str:
    """A name as SQL takes it. Raises RecordError for one that PostgreSQL cannot have."""
    if not name or "\0" in name or len(name.encode()) > MOST_NAME:
        raise RecordError("The name of a role has 1 to 63 bytes.", "role")
    return '"' + name.replace('"', '""') + '"'


def grants(role: str) -> Iterator[str]:
    """The statements, for one schema `public`. They may be run again after each upgrade."""
    to = quoted(role)
    records = {mapper.class_.__tablename__ for mapper in Base.registry.mappers if issubclass(mapper.class_, Kept)}
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC;"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {to};"
    yield f"REVOKE CREATE ON SCHEMA public FROM {to};"
    yield f"GRANT USAGE ON SCHEMA public TO {to};"
    for table in Base.metadata.sorted_tables:
        if table.name in LOOKED_AT:
            continue
        more = ", UPDATE, DELETE" if table.name in LISTS else ", UPDATE" if table.name in records | RETYPED else ""
        yield f"GRANT SELECT, INSERT{more} ON TABLE {quoted(table.name)} TO {to};"
    for name in LOOKED_AT:
        yield f"GRANT SELECT ON TABLE {quoted(name)} TO {to};"
