"""Two who change the same record at once: python bench/faults/editors.py [edits of each=500] [sqlite,postgresql]

On PostgreSQL two processes, on SQLite two hands in the one program that may have the file. Each adds a word of its own
to the same note again and again; a save against an older version must be refused with both versions shown, and is made
anew on the newer one. Exit status 1 when a word is missing, or the two never met.
"""

import json
import multiprocessing
import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from multiprocessing.queues import Queue
from pathlib import Path
from uuid import UUID

HOUSE = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

from bench.faults import server as postgres  # noqa: E402
from bench.faults.writers import Ground, new_ground, opened, use_memory_keychain  # noqa: E402
from records.actions import Actions  # noqa: E402
from records.errors import Conflict  # noqa: E402

#: A note holds 4000 characters, so words that are found again are taken out by the parent between rounds.
ROUND = 100


def edit(actions: Actions, ground: Ground, name: str, edits: int) -> tuple[int, int]:
    """Add so many words; answers the conflicts, and those that did not show both versions."""
    conflicts, blind = 0, 0
    for number in range(edits):
        while True:
            record = actions.workspace(ground.patient_id).result().patient
            entry = replace(record.entry, note=f"{record.entry.note} {name}{number}".strip())
            changing = actions.change_patient(ground.person, record.id, record.version, entry, "typed wrong")
            refusal = changing.exception()
            if refusal is None:
                break
            if not isinstance(refusal, Conflict):
                raise refusal
            conflicts += 1
            blind += getattr(refusal.theirs, "version", 0) <= record.version or refusal.yours != entry
            time.sleep(random.random() * 0.01)
    return conflicts, blind


def edit_alone(ground: Ground, name: str, edits: int, tell: "Queue[tuple[int, int]]") -> None:
    """One process of two."""
    actions = opened(ground.target)
    tell.put(edit(actions, ground, name, edits))
    actions.close()


def one_round(ground: Ground, edits: int) -> dict[str, int]:
    """Both edit; every word must be there afterwards, once."""
    empty_note(ground)
    if ground.target.startswith("postgresql"):
        tell: Queue[tuple[int, int]] = multiprocessing.Queue()
        both = [multiprocessing.Process(target=edit_alone, args=(ground, name, edits, tell)) for name in "ab"]
        for process in both:
            process.start()
        told = [tell.get(timeout=600) for _ in both]
        for process in both:
            process.join()
    else:
        actions = opened(ground.target)
        with ThreadPoolExecutor(2) as pool:
            told = list(pool.map(lambda name: edit(actions, ground, name, edits), "ab"))
        actions.close()
    actions = opened(ground.target)
    words = actions.workspace(ground.patient_id).result().patient.entry.note.split()
    torn = len(actions.check_audit().result().findings)
    actions.close()
    wanted = {f"{name}{number}" for name in "ab" for number in range(edits)}
    return {
        "edits": 2 * edits, "conflicts shown": sum(conflicts for conflicts, _ in told), "torn": torn,
        "shown without both versions": sum(blind for _, blind in told), "lost": len(wanted - set(words)),
        "twice": len(words) - len(set(words)),
    }  # fmt: skip


def empty_note(ground: Ground) -> None:
    actions = opened(ground.target)
    record = actions.workspace(UUID(str(ground.patient_id))).result().patient
    entry = replace(record.entry, note="")
    actions.change_patient(ground.person, record.id, record.version, entry, "a new round").result()
    actions.close()


def rounds(target: str, edits: int) -> dict[str, int]:
    """As many rounds as it takes."""
    ground, total = new_ground(target), dict[str, int]()
    while edits > 0:
        for name, count in one_round(ground, min(ROUND, edits)).items():
            total[name] = total.get(name, 0) + count
        edits -= ROUND
    return total


def main() -> int:
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    databases = (sys.argv[2] if len(sys.argv) > 2 else "sqlite,postgresql").split(",")
    multiprocessing.set_start_method("fork")
    use_memory_keychain()
    figures: dict[str, dict[str, int]] = {}
    for database in databases:
        begun = time.monotonic()
        if database == "sqlite":
            with tempfile.TemporaryDirectory(prefix="capox-editors-") as folder:
                figures[database] = rounds(str(Path(folder) / "capox.db"), edits)
        else:
            with postgres.running() as server:
                figures[database] = rounds(server.new_database("records"), edits)
        figures[database]["seconds"] = round(time.monotonic() - begun)
    print("FIGURES editors " + json.dumps(figures))
    wrong = ("lost", "twice", "torn", "shown without both versions")
    met = all(total["conflicts shown"] for total in figures.values())
    return 0 if met and not any(total[name] for total in figures.values() for name in wrong) else 1


if __name__ == "__main__":
    sys.exit(main())
