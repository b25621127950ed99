"""A dump of a PostgreSQL database by the server's own program, pg_dump, where it is installed."""

import os
import shutil
import subprocess
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from records.backup.copying import part_of
from records.errors import NotAllowed, NotSaved
from records.keeping.durable import put_in_place, sync_file

#: How libpq is told where to go without words on a command line, which others can read.
VARIABLES = {
    "host": "PGHOST", "hostaddr": "PGHOSTADDR", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD",
    "dbname": "PGDATABASE", "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY", "passfile": "PGPASSFILE", "service": "PGSERVICE",
}  # fmt: skip


def dump_server(target: str, file: Path) -> None:
    """A dump in pg_dump's own format, read back by pg_restore before it gets its name. Raises NotAllowed, NotSaved."""
    programs = [shutil.which(name) for name in ("pg_dump", "pg_restore")]
    if None in programs:
        raise NotAllowed("pg_dump is not installed here; whoever runs the server makes its backups.")
    if file.exists():
        raise NotSaved(f"There is a file '{file.name}' already; a backup takes the place of none.")
    given = conninfo_to_dict(target.replace("postgresql+psycopg:", "postgresql:", 1))
    environment = os.environ | {VARIABLES[name]: str(value) for name, value in given.items() if name in VARIABLES}
    part = part_of(file.absolute())
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        for words in ([programs[0], "-Fc", "--no-password", "-f", str(part)], [programs[1], "--list", str(part)]):
            done = subprocess.run(
                [str(word) for word in words],
                env=environment,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                check=False,
            )
            if done.returncode != 0:
                raise NotSaved(f"{Path(str(words[0])).name} reported an error; no backup was made.")
        sync_file(part)
        put_in_place(part, file.absolute())
    except OSError as error:
        raise NotSaved(f"The backup cannot be written ({error.strerror}).") from error
    finally:
        part.unlink(missing_ok=True)
