"""Simulated power cuts: python bench/faults/power_cuts.py [cuts of the store=3000] [cuts of printing=1500]

A child makes an encrypted store, saves, is closed and opened again, backs up and writes calendars, and every call it
makes on a file is written down. For each cut the folder is built as a disk may leave it: what was synced is there; of
everything written since, each 512 bytes and each new name is there or not by chance. Then the program opens it.

What a cut leaves is often what one before it left, to the last byte and with the same saves acknowledged: such a folder
is opened once, and "different" counts those that were.

A disk that lies about having synced is out of reach, and so is what the write-ahead log's shared memory would hold:
it is not kept. Exit status 1 when an acknowledged save is missing or torn, or a store does not open.
"""

import hashlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

HOUSE = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

import keyring  # noqa: E402

from bench.faults import calls  # noqa: E402
from bench.faults.calls import Call  # noqa: E402
from bench.faults.writers import Ground, MemoryKeychain, added, faults_of, ground_in, new_ground, opened, save  # noqa: E402
from records.encryption.keychain import SERVICE  # noqa: E402
from records.encryption.recovery_key import new_recovery_key  # noqa: E402
from records.encryption.vault import load_vault  # noqa: E402
from records.errors import RecordError  # noqa: E402
from records.keeping.opening import protect  # noqa: E402
from records.values.core import Person  # noqa: E402
from tests.records.examples import ENTRY  # noqa: E402
from treatment_calendar.paper.atomic import write_atomically  # noqa: E402

SECTOR = 512
SAVES = 60


@dataclass(slots=True)
class Disk:
    """Files as they are on the disk for certain, and what has been done to them since the last sync.

    A file's bytes and the names of the folder are separate: a name may be there without bytes, or the reverse.
    """

    names: dict[str, int] = field(default_factory=dict)
    bytes_of: dict[int, bytearray] = field(default_factory=dict)
    waiting: dict[int, list[Call]] = field(default_factory=dict)
    sure_names: dict[str, int] = field(default_factory=dict)
    renaming: list[dict[str, int]] = field(default_factory=list)

    def do(self, call: Call) -> None:
        """One call, as the running system sees it."""
        if call.what in (calls.MADE, calls.REMOVED, calls.RENAMED):
            if call.what == calls.MADE:
                self.names[call.path] = number = len(self.bytes_of)
                self.bytes_of[number], self.waiting[number] = bytearray(), []
            elif call.what == calls.REMOVED:
                self.names.pop(call.path, None)
            elif call.path in self.names:
                self.names[call.other] = self.names.pop(call.path)
            self.renaming.append(dict(self.names))
        elif call.what == calls.FOLDER_SYNC:
            self.sure_names, self.renaming = dict(self.names), []
        elif call.path in self.names:
            number = self.names[call.path]
            if call.what == calls.SYNC:
                for change in self.waiting[number]:
                    apply(self.bytes_of[number], change)
                self.waiting[number] = []
            else:
                self.waiting[number].append(call)

    def after_cut(self, chance: random.Random) -> dict[str, bytes]:
        """What may be there when the power is back: names as after some of the renames, sectors by chance."""
        names = chance.choice([self.sure_names, *self.renaming])
        left: dict[str, bytes] = {}
        for name, number in names.items():
            found = bytearray(self.bytes_of[number])
            share = chance.choice((0.0, 0.5, 0.9, 1.0))
            for change in self.waiting[number]:
                if change.what == calls.CUT:
                    if chance.random() < share:
                        apply(found, change)
                    continue
                for start in range(0, len(change.data), SECTOR):
                    if chance.random() < share:
                        piece = change.data[start : start + SECTOR]
                        apply(found, Call(calls.WRITE, "", "", change.offset + start, piece))
            left[name] = bytes(found)
        return left


def apply(found: bytearray, change: Call) -> None:
    """A write or a cut, on bytes."""
    if change.what == calls.CUT:
        found[change.offset :] = bytes(max(0, change.offset - len(found)))
        return
    if len(found) < change.offset:
        found.extend(bytes(change.offset - len(found)))
    found[change.offset : change.offset + len(change.data)] = change.data


def work(folder: Path, told: Path) -> None:
    """The child: everything that is recorded. Tells the key and the ground to the parent by a file elsewhere."""
    seen, target = calls.Calls(), str(folder / "capox.db")
    chain = MemoryKeychain()
    keyring.set_keyring(chain)
    protect(Path(target), new_recovery_key(), "four random words here", use_keychain=True)
    vault = load_vault(Path(target))
    assert vault is not None
    key = chain.get_password(SERVICE, vault.store_id)
    actions = opened(target)
    ground = ground_in(actions, target)
    told.write_text(json.dumps({
        "store": vault.store_id, "key": key, "person": str(ground.person.id), "patient": str(ground.patient_id),
        "course": str(ground.course_id),
    }))  # fmt: skip
    seen.mark("ground")
    chance = random.Random(1)
    for number in range(SAVES):
        if number % 20 == 19:
            actions.close()
            actions = opened(target)
        if number == 30:
            actions.back_up("asked").result()
        key_of_deed = UUID(int=chance.getrandbits(128), version=4)
        seen.mark(f"try {key_of_deed}")
        save(actions, ground, key_of_deed)
        seen.mark(f"saved {key_of_deed}")
    actions.close()


def pages_of(number: int) -> bytes:
    """Bytes in the place of a printed calendar, different for each revision."""
    return b"%PDF-" + random.Random(number).randbytes(9_000 + 700 * number) + b"%%EOF"


def print_on(folder: Path) -> None:
    """The child that prints: new files and new versions of old ones, by the program's writer."""
    seen = calls.Calls()
    for number in range(30):
        path = folder / f"calendar-{number % 7}.pdf"
        write_atomically(path, pages_of(number))
        seen.mark(f"{path} {number}")


def cuts_of(log: list[Call], count: int) -> Sequence[int]:
    """Places in the log to cut at: all of them, again and again with another chance, or a fair choice of them."""
    places = [number for number, call in enumerate(log) if call.what != calls.MARK]
    return [places[number * len(places) // count] for number in range(count)] if count else []


def recorded(part: str, folder: Path, more: Path) -> list[Call]:
    """Run a child and read what it did."""
    log = more / f"{part}.log"
    words = [sys.executable, __file__, part, str(folder), str(more / "told")]
    subprocess.run(words, check=True, env=calls.environment(calls.build(more), folder, log))
    return [call for call in calls.read_log(log) if not call.path.endswith(("-shm", ".holder", ".lock"))]


def cut_store(count: int, chance: random.Random) -> dict[str, int]:
    """Cuts of the store, each opened by the program."""
    with tempfile.TemporaryDirectory(prefix="capox-cuts-") as name:
        folder, more = Path(name) / "data", Path(name) / "more"
        folder.mkdir()
        more.mkdir()
        log = recorded("work", folder, more)
        told = json.loads((more / "told").read_text())
        keyring.get_keyring().set_password(SERVICE, told["store"], told["key"])
        person = Person(UUID(told["person"]), "Priya Raman", "pharmacist")
        ground = Ground(str(folder / "capox.db"), person, UUID(told["patient"]), UUID(told["course"]))
        total = {"cuts": 0, "different": 0, "before the store stood": 0, "acknowledged": 0, "not opened": 0}
        disk, tried, saved, stood, at = Disk(), set[UUID](), set[UUID](), False, 0
        seen: set[bytes] = set()
        for place in cuts_of(log, count):
            for call in log[at : place + 1]:
                if call.what != calls.MARK:
                    disk.do(call)
                elif call.path == "ground":
                    stood = True
                else:
                    (tried if call.path.startswith("try") else saved).add(UUID(call.path.split()[1]))
            at = max(at, place + 1)
            left = disk.after_cut(chance)
            total["cuts"] += 1
            total["acknowledged"] += len(saved)
            total["before the store stood"] += not stood
            if total["cuts"] % 250 == 0:
                print(json.dumps(total), flush=True)
            if (state := fingerprint(left, len(tried), len(saved))) in seen:
                continue
            seen.add(state)
            total["different"] += 1
            lay_out(folder, left)
            if not stood:
                total["not opened"] += not opens_or_begins(ground)
                continue
            try:
                added(total, faults_of(ground, saved, tried))
            except RecordError as error:
                print(f"cut after call {place}: {error}", flush=True)
                total["not opened"] += 1
        return {"calls": len(log)} | total


def fingerprint(left: dict[str, bytes], *said: int) -> bytes:
    """The same for the same files with the same bytes, when as much had been said."""
    found = hashlib.sha256(repr(said).encode())
    for name, data in sorted(left.items()):
        found.update(f"{name} {len(data)} ".encode())
        found.update(data)
    return found.digest()


def opens_or_begins(ground: Ground) -> bool:
    """Before anything was acknowledged: the store opens, or is begun anew by whoever starts the program again."""
    target = Path(ground.target)
    try:
        if not target.with_name("capox.db.keys").exists():
            shutil.rmtree(target.parent)
            target.parent.mkdir()
            new_ground(ground.target)
        else:
            actions = opened(ground.target)
            known = actions.people().result()
            person = known[0] if known else actions.add_person("Priya Raman", "pharmacist").result()
            actions.add_patient(person, uuid4(), ENTRY).result()
            actions.close()
    except RecordError as error:
        print(f"before the store stood: {error}", flush=True)
        return False
    return True


def lay_out(folder: Path, left: dict[str, bytes]) -> None:
    """Make the folder what the cut left."""
    shutil.rmtree(folder)
    folder.mkdir()
    for name, data in left.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(data)


def cut_printing(count: int, chance: random.Random) -> dict[str, int]:
    """Cuts while calendars are written: every file is a whole one, and one that was acknowledged is that or a later."""
    whole = {pages_of(number): number for number in range(30)}
    total = {"cuts": 0, "broken": 0, "lost": 0}
    with tempfile.TemporaryDirectory(prefix="capox-cuts-") as name:
        folder, more = Path(name) / "data", Path(name) / "more"
        folder.mkdir()
        more.mkdir()
        log = recorded("print", folder, more)
    disk, acknowledged, at = Disk(), dict[str, int](), 0
    for place in cuts_of(log, count):
        for call in log[at : place + 1]:
            if call.what == calls.MARK:
                path, number = call.path.rsplit(" ", 1)
                acknowledged[path] = int(number)
            else:
                disk.do(call)
        at = max(at, place + 1)
        left = {path: data for path, data in disk.after_cut(chance).items() if path.endswith(".pdf")}
        total["cuts"] += 1
        total["broken"] += sum(data not in whole for data in left.values())
        total["lost"] += sum(whole.get(left.get(path, b""), -1) < number for path, number in acknowledged.items())
    return total


def main() -> int:
    if sys.argv[1:2] == ["work"]:
        work(Path(sys.argv[2]), Path(sys.argv[3]))
        return 0
    if sys.argv[1:2] == ["print"]:
        print_on(Path(sys.argv[2]))
        return 0
    numbers = [int(word) for word in sys.argv[1:]]
    stores, prints = (numbers + [3000, 1500][len(numbers) :])[:2]
    keyring.set_keyring(MemoryKeychain())
    begun, chance = time.monotonic(), random.Random(20261122)
    figures: dict[str, object] = {"printing": cut_printing(prints, chance), "store": cut_store(stores, chance)}
    figures["seconds"] = round(time.monotonic() - begun)
    print("FIGURES power_cuts " + json.dumps(figures))
    wrong = ("lost", "torn", "twice", "unasked", "damaged", "broken", "not opened")
    parts = [part for part in figures.values() if isinstance(part, dict)]
    return 1 if any(part.get(name) for part in parts for name in wrong) else 0


if __name__ == "__main__":
    sys.exit(main())
