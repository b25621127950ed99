"""A role on the server that may only read: the records are opened for looking and printing, and say so at once."""

import os
from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest

from records.actions import Actions
from records.errors import NotSaved
from records.lookup import Lookup
from tests.records.conftest import Server
from tests.records.examples import ENTRY, Store


@pytest.fixture
def addresses(postgres: Server) -> Iterator[tuple[str, str]]:
    """Of one empty store, for its owner and for a role with SELECT and nothing else."""
    name, role = f"read_{os.getpid()}", f"reader_{os.getpid()}"
    postgres.execute(f"CREATE DATABASE {name} TEMPLATE empty_store")
    postgres.execute(f"CREATE ROLE {role} LOGIN")
    with psycopg.connect(postgres.url(name), autocommit=True) as owner:
        owner.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}".encode())
    yield postgres.url(name), postgres.url(name).replace("capox@", f"{role}@")
    postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")
    postgres.execute(f"DROP ROLE {role}")


@pytest.mark.postgres
def test_a_role_without_the_right_to_write_opens_the_records_for_reading(addresses: tuple[str, str]) -> None:
    writer, reader = (Actions.open(address) for address in addresses)
    try:
        reader.opened.result(30)
        assert (writer.reading_only().result(30), reader.reading_only().result(30)) == ("", "rights")
        store = Store(writer, writer.add_person("Priya Raman", "pharmacist").result())
        course = store.course()
        assert reader.workspace(course.patient_id).result(30).patient.entry.name == ENTRY.name
        assert [line.id for line in Lookup(addresses[1]).first_lines(5)] == [course.patient_id]
        assert reader.day_list(course.entry.day1).result(30).lines, "what is printed can be read"
        with pytest.raises(NotSaved, match="for reading only"):
            reader.add_patient(store.person, uuid4(), ENTRY).result(30)
    finally:
        writer.close()
        reader.close()
