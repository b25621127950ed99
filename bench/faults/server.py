"""A PostgreSQL of the scripts' own, which they may restart and stop: parts of bench/faults."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.records.conftest import NOBODY, Server

Mode = Literal["smart", "fast", "immediate"]


@dataclass(frozen=True)
class OwnServer(Server):
    """A running server with full durability, reached through a socket in its folder."""

    def start(self) -> None:
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=on -c max_connections=30"
        log = str(self.folder / "log")
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-t", "60", "-l", log, "-o", options, "start")

    def stop(self, mode: Mode) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-t", "60", "-m", mode, "stop")

    def new_database(self, name: str) -> str:
        """Its address."""
        self.execute(f"CREATE DATABASE {name}")
        return self.url(name)


def programs() -> Path | None:
    """Folder of the server programs, None where there are none."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((found for found in folders if (found / "pg_ctl").exists() and (found / "postgres").exists()), None)


@contextmanager
def running() -> Iterator[OwnServer]:
    """A new server, stopped and removed afterwards. Raises SystemExit where there is no PostgreSQL."""
    found = programs()
    if found is None:
        raise SystemExit("PostgreSQL server programs are missing (on Debian: apt-get install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="capox-pg-"))  # a short path: a socket's name is limited
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    server = OwnServer(found, folder)
    data = str(folder / "data")
    try:
        server.run("initdb", "-D", data, "-U", "capox", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-instructions")
        server.start()
        yield server
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            server.stop("immediate")
        shutil.rmtree(folder)
