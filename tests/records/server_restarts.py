"""Saves through restarts of the server: short in the tests, long by the fault scripts under bench/."""

from dataclasses import dataclass
from itertools import cycle
from threading import Thread
from uuid import UUID, uuid4

from records.actions import Actions
from tests.records.conftest import Server
from tests.records.examples import ENTRY

HOW = ("fast", "immediate")


@dataclass(frozen=True)
class Found:
    """What came of it. doubled: deeds with more than one patient or more than one entry."""

    sent: int
    acknowledged: int
    lost: int
    doubled: int


def restart(server: Server, how: str = "fast") -> None:
    """Stop the server and start it again, as an update of its machine does."""
    data = str(server.folder / "data")
    server.run("pg_ctl", "-D", data, "-w", "-t", "60", "-m", how, "-l", str(server.folder / "log"), "restart")


def save_through_restarts(server: Server, actions: Actions, *, restarts: int, saves_between: int) -> Found:
    """Add patients one after the other while the server is restarted again and again; then look for each by its key."""
    person = actions.add_person("Restart", "pharmacist").result()
    keys: list[UUID] = []
    acknowledged: list[UUID] = []

    def save(number: int) -> None:
        for _ in range(number):
            key = uuid4()
            keys.append(key)
            if actions.add_patient(person, key, ENTRY).exception() is None:
                acknowledged.append(key)

    how = cycle(HOW)
    for _ in range(restarts):
        saving = Thread(target=save, args=(saves_between,))
        saving.start()
        restart(server, next(how))
        saving.join()
    there = dict(_counts(actions))
    lost = sum(key not in there for key in acknowledged)
    return Found(
        len(keys), len(acknowledged), lost, sum(count != 1 for count in there.values()) + len(there.keys() - {*keys})
    )


def _counts(actions: Actions) -> list[tuple[UUID, int]]:
    """Patient -> entries that made it, out of the store itself."""
    from sqlalchemy import func, select

    from records.store import Store
    from records.tables import AuditRow, PatientRow

    def look(store: Store) -> list[tuple[UUID, int]]:
        query = (
            select(PatientRow.id, func.count(AuditRow.seq))
            .join(AuditRow, (AuditRow.subject_id == PatientRow.id) & (AuditRow.action == "add patient"), isouter=True)
            .group_by(PatientRow.id)
        )
        return [(row[0], row[1]) for row in store.read(lambda session: session.execute(query).all())]

    return actions._thread.read(look, "anyone").result()
