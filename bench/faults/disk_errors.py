"""Every call on a file fails once, or from there on:
python bench/faults/disk_errors.py [every n-th call of saves and papers=1] [of opening and closing=the same]

For each kind of save, and again where every commit writes SQLite's log back into the file: how many calls on files it
makes is counted, then each of them reports "no space left" or "input/output error", once or from there on. The person
is told something; then the fault is over, and without a restart the same deed is sent again under the same key, and
another one is saved. The same for closing and opening. With a step of more than 1 only a patient is saved.
Counted: lost or torn saves, "not saved" said of a save that is in the store, saves that do not go on afterwards,
errors that are no sentence for a person. Exit status 1 when there was any.
"""

import errno
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID, uuid4

HOUSE = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

from sqlalchemy import select  # noqa: E402

import records.store  # noqa: E402
from bench.faults import calls  # noqa: E402
from bench.faults.writers import (  # noqa: E402
    KINDS,
    Ground,
    added,
    faults_of,
    kind_of,
    new_ground,
    opened,
    save,
    use_memory_keychain,
)
from records.actions import Actions  # noqa: E402
from records.errors import NotSaved, RecordError, StoreUnavailable  # noqa: E402
from records.keeping.sqlite_file import PROMISES  # noqa: E402
from records.tables import Base  # noqa: E402
from tests.records.examples import Store  # noqa: E402
from treatment_calendar.paper.atomic import write_atomically  # noqa: E402

ERRORS = {"no space": errno.ENOSPC, "I/O error": errno.EIO}
Figures = dict[str, int]


def key_for(kind: str) -> UUID:
    """A new key that stands for this kind of save."""
    return next(key for key in iter(uuid4, None) if kind_of(key) == kind)


def cases(count: int, step: int) -> Iterator[tuple[int, int, bool]]:
    """Each call, with each error, once and for good."""
    for nth in range(1, count + 1, step):
        for error in ERRORS.values():
            for for_good in (False, True):
                yield nth, error, for_good


def is_there(actions: Actions, ground: Ground, key: UUID) -> bool:
    """Whether the row of a deed is in the store, by a look as the program looks: it must not need to write."""
    query = select(Base.metadata.tables[kind_of(key)].c.id)
    there = actions._thread.read(lambda store: store.read(lambda session: set(session.scalars(query))))
    return key in there.result()


def try_save(actions: Actions, ground: Ground, seen: calls.Calls, case: tuple[int, int, bool], kind: str) -> Figures:
    """One save with one fault, and what came of it."""
    nth, error, for_good = case
    key, found = key_for(kind), {"cases": 1}
    seen.fail(nth, error, for_good=for_good)
    said: BaseException | None = None
    try:
        save(actions, ground, key)
    except BaseException as refusal:  # noqa: BLE001  what it is, is what is looked at
        said = refusal
    seen.leave()
    there = is_there(actions, ground, key)
    found["told an error"] = int(said is not None)
    found["not a sentence"] = int(said is not None and not isinstance(said, RecordError))
    found["false not saved"] = int(isinstance(said, NotSaved) and there)
    found["told that it will show"] = int(isinstance(said, StoreUnavailable))
    found["lost"] = int(said is None and not there)
    for again in (key, key_for("patient")):
        try:
            save(actions, ground, again)
        except RecordError as refusal:
            print(f"does not go on after call {nth}, error {error}, for good {for_good}: {refusal}", flush=True)
            found["does not go on"] = found.get("does not go on", 0) + 1
    if found["not a sentence"]:
        print(f"{kind}, call {nth}: {type(said).__name__}: {said}", flush=True)
    return found


def errors_in_saves(folder: Path, seen: calls.Calls, step: int) -> Figures:
    """All kinds of saves (in the short form one), their calls; each in a store of its own, which stays small."""
    total = dict[str, int]()
    folder.mkdir()
    for kind in sorted(set(KINDS)) if step == 1 else ("patient",):
        (folder / kind).mkdir()
        ground = new_ground(str(folder / kind / "capox.db"))
        actions = opened(ground.target)
        save(actions, ground, key_for(kind))
        seen.fail(0, 0, for_good=False)
        save(actions, ground, key_for(kind))
        added(total, {"calls": (count := seen.leave())})
        for case in cases(count, step):
            added(total, try_save(actions, ground, seen, case, kind))
        actions.close()
        everything = {key for key in ids_of(ground) if key != ground.patient_id}
        added(total, faults_of(ground, (), everything))
        print(f"{kind}: {count} calls; {json.dumps(total)}", flush=True)
    return total


def errors_in(what: Callable[[], object], seen: calls.Calls, step: int, prepare: Callable[[], object]) -> Figures:
    """Opening or closing with each call failing; afterwards it opens, as `prepare` has it, with everything there."""
    prepare()
    seen.fail(0, 0, for_good=False)
    what()
    total = {"calls": (count := seen.leave())}
    for nth, error, for_good in cases(count, step):
        prepare()
        seen.fail(nth, error, for_good=for_good)
        try:
            what()
        except RecordError:
            added(total, {"told an error": 1})
        except BaseException as wrong:  # noqa: BLE001  what it is, is what is looked at
            print(f"call {nth}, error {error}: {type(wrong).__name__}: {wrong}", flush=True)
            added(total, {"not a sentence": 1})
        seen.leave()
        added(total, {"cases": 1})
    return total


def errors_in_opening(ground: Ground, seen: calls.Calls, step: int) -> Figures:
    """A store that was killed with its log beside it is opened."""
    actions = opened(ground.target)
    key = key_for("patient")
    save(actions, ground, key)
    folder = Path(ground.target).parent
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)  # as a killed program leaves it: with its log
    actions.close()

    def prepare() -> None:
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)

    def open_and_close() -> None:
        opened(ground.target).close()

    total = errors_in(open_and_close, seen, step, prepare)
    added(total, faults_of(ground, {key}, set()) | {"unasked": 0})
    return total


def errors_in_printing(folder: Path, seen: calls.Calls, step: int) -> Figures:
    """A calendar that is written over one of before: afterwards there is the old or the new one, whole."""
    path, old, new = folder / "calendar.pdf", b"%PDF old" * 3000, b"%PDF new" * 4000
    write_atomically(path, old)
    seen.fail(0, 0, for_good=False)
    write_atomically(path, old)
    total = {"calls": (count := seen.leave())}
    for nth, error, for_good in cases(count, step):
        write_atomically(path, old)
        seen.fail(nth, error, for_good=for_good)
        failed = False
        try:
            write_atomically(path, new)
        except OSError:
            failed = True
        seen.leave()
        left = path.read_bytes()
        added(total, {"cases": 1, "torn": int(left not in (old, new)), "lost": int(not failed and left != new)})
        for part in folder.glob(".new-*"):  # its removal was among the calls that failed for good
            added(total, {"left over": int(not for_good)})
            part.unlink()
    return total


def child(folder: Path, step: int, step_of_opening: int) -> int:
    """Everything, under the library."""
    use_memory_keychain()
    seen = calls.Calls()
    records.store.LOOKS = (0.0, 0.01)  # the pauses between two looks for a key are not what is tried here
    figures = {"saves": errors_in_saves(folder / "saves", seen, step)}
    PROMISES["wal_autocheckpoint"] = 1
    figures["saves that write the log back"] = errors_in_saves(folder / "back", seen, step)
    del PROMISES["wal_autocheckpoint"]
    figures["printing"] = errors_in_printing(folder, seen, step)
    (folder / "store").mkdir()
    ground = new_ground(str(folder / "store" / "capox.db"))
    figures["opening"] = errors_in_opening(ground, seen, step_of_opening)
    print("FIGURES disk_errors " + json.dumps(figures))
    wrong = ("lost", "torn", "twice", "damaged", "false not saved", "does not go on", "not a sentence", "left over")
    return 1 if any(part.get(name) for part in figures.values() for name in wrong) else 0


def ids_of(ground: Ground) -> set[UUID]:
    """Every row the saves may have made."""
    actions = opened(ground.target)
    try:
        store = Store(actions, ground.person)
        return {UUID(str(row[0])) for kind in set(KINDS) for row in store.sql(f'SELECT id FROM "{kind}"')}
    finally:
        actions.close()


def main() -> int:
    if sys.argv[1:2] == ["child"]:
        return child(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    step = sys.argv[1] if len(sys.argv) > 1 else "1"
    step_of_opening = sys.argv[2] if len(sys.argv) > 2 else step
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="capox-errors-") as name:
        folder, library = Path(name) / "data", calls.build(Path(name))
        folder.mkdir()
        words = [sys.executable, __file__, "child", str(folder), step, step_of_opening]
        status = subprocess.run(words, env=calls.environment(library, folder)).returncode
    print(f"{time.monotonic() - begun:.0f} s", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
