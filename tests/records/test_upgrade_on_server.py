"""A store that a released program left on PostgreSQL opens with every row, the trail and the guards."""

import json
from pathlib import Path

import pytest

from bench.faults.frozen_on_server import thaw_on_server
from bench.faults.upgrades import FROZEN, HEAD, left_by, open_once, wrong_in
from tests.records.conftest import Server

pytestmark = pytest.mark.postgres
OLD = sorted(dump for dump in FROZEN.glob("*.sql") if dump.stem != HEAD)


@pytest.mark.parametrize("dump", OLD, ids=lambda path: path.stem)
def test_a_store_of_an_older_schema_is_upgraded_on_the_server(dump: Path, postgres: Server, tmp_path: Path) -> None:
    left, first = left_by(dump, tmp_path)
    assert sum(map(len, left.rows.values())) == sum(json.loads(dump.with_suffix(".json").read_text())["rows"].values())
    name = f"released_{dump.stem}"
    postgres.execute(f"CREATE DATABASE {name}")
    thaw_on_server(postgres.url(name), first, left.revision, left.facts["columns"])
    with pytest.raises(Exception, match="never deleted"):
        postgres_do(postgres.url(name), "DELETE FROM patient")
    open_once(postgres.url(name))
    assert wrong_in(postgres.url(name), left) == 0
    postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


def postgres_do(url: str, statement: str) -> None:
    """One statement past the program."""
    import psycopg

    with psycopg.connect(url) as connection:
        connection.execute(statement.encode())
