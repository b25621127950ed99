"""Encryption, backups and damage of the store on the program's own save path: python bench/records_safety.py [scale]

scale 1: 300 saves each way in turn, 500 backups while people save, 1,000 flipped bits, 100
restores. The figures stand in docs/records.md; they are the machine's that ran it.
"""

import json
import random
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

HOUSE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

from records.actions import Actions  # noqa: E402
from records.backup.backups import backup_findings, make_backup, read_backup  # noqa: E402
from records.backup.restore import restore  # noqa: E402
from records.encryption.recovery_key import new_recovery_key  # noqa: E402
from records.encryption.unlock import Unlock  # noqa: E402
from records.encryption.vault import load_vault, open_seal  # noqa: E402
from records.keeping.damage import damage  # noqa: E402
from records.keeping.opening import protect  # noqa: E402
from records.values.core import Person  # noqa: E402
from tests.records.examples import ENTRY  # noqa: E402

UNLOCK = Unlock("four random words here")
BLOCK = 25


def opened(path: Path, *, encrypted: bool) -> tuple[Actions, Person]:
    """A new store with a person at it."""
    if encrypted:
        protect(path, new_recovery_key(), UNLOCK.passphrase, use_keychain=False)
    actions = Actions.open(path, unlock=UNLOCK if encrypted else None)
    return actions, actions.add_person("Priya Raman", "pharmacist").result()


def saves(folder: Path, count: int) -> dict[str, float]:
    """Median ms of a saved measurement, plain and encrypted in turn, block by block."""
    stores = {name: opened(folder / f"{name}.db", encrypted=name == "encrypted") for name in ("plain", "encrypted")}
    patients = {
        name: actions.add_patient(person, uuid4(), ENTRY).result() for name, (actions, person) in stores.items()
    }
    took: dict[str, list[float]] = {"plain": [], "encrypted": []}
    day = date(2026, 3, 2)
    for _block in range(count // BLOCK):
        for name, (actions, person) in stores.items():
            for _ in range(BLOCK):
                day += timedelta(days=1)
                start = time.perf_counter()
                actions.measure(person, uuid4(), patients[name].id, "weight_kg", Decimal("58.0"), day).result()
                took[name].append((time.perf_counter() - start) * 1000)
    for actions, _person in stores.values():
        actions.close()
    plain, sealed = statistics.median(took["plain"]), statistics.median(took["encrypted"])
    return {"save_plain_ms": round(plain, 2), "save_encrypted_ms": round(sealed, 2), "ratio": round(sealed / plain, 2)}


def backups(folder: Path, count: int, restores: int) -> dict[str, float]:
    """Backups while people save; every one verified again, and so many restored to a store that opens."""
    path = folder / "loaded.db"
    actions, person = opened(path, encrypted=True)
    inner = actions._thread._store
    assert inner is not None and inner.file is not None
    key, saving, times, bad = inner.file.key, [], [], 0
    made = []
    for number in range(count):
        if not saving or saving[-1].done():
            saving += [actions.add_patient(person, uuid4(), replace(ENTRY, name=f"P {at}")) for at in range(4)]
        start = time.perf_counter()
        made.append(make_backup(path, key, folder / "kept" / str(number), "asked"))
        times.append((time.perf_counter() - start) * 1000)
    failed = sum(future.exception() is not None for future in saving)
    bad = sum(bool(backup_findings(backup, key)) for backup in made)
    moments = len({backup.seq for backup in made})
    actions.close()
    broken, chance = 0, random.Random(7)
    start = time.perf_counter()
    for backup in chance.sample(made, min(restores, len(made))):
        target = folder / "restored" / uuid4().hex / "capox.db"
        target.parent.mkdir(parents=True)
        restore(read_backup(backup.path), target, UNLOCK)
        again = Actions.open(target, unlock=UNLOCK)
        check = again.check_audit().result()
        broken += bool(check.findings) or check.last_seq != backup.seq
        again.close()
    return {
        "backups": count, "moments": moments, "bad": bad, "saves_meanwhile": len(saving), "saves_failed": failed,
        "backup_ms": round(statistics.median(times), 1), "restored": min(restores, count), "restored_bad": broken,
        "restore_s": round((time.perf_counter() - start) / max(1, min(restores, count)), 2),
        "file_mb": round(path.stat().st_size / 1e6, 1),
    }  # fmt: skip


def flips(folder: Path, count: int) -> dict[str, int]:
    """Single bits of an encrypted file: how many opening does not see."""
    path, made = folder / "small.db", folder / "flipped.db"
    actions, person = opened(path, encrypted=True)
    actions.add_patient(person, uuid4(), ENTRY).result()
    actions.close()
    vault = load_vault(path)
    assert vault is not None and UNLOCK.passphrase is not None
    key, data = open_seal(vault, "passphrase", UNLOCK.passphrase), path.read_bytes()
    chance, unseen = random.Random(20261122), 0
    for _ in range(count):
        flipped = bytearray(data)
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        made.write_bytes(flipped)
        unseen += not damage(made, key)
    return {"flipped_bits": count, "unseen": unseen}


def main() -> int:
    scale = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    with tempfile.TemporaryDirectory(prefix="capox-safety-") as name:
        folder = Path(name)
        figures: dict[str, float] = dict(saves(folder, max(BLOCK, int(300 * scale))))
        figures |= backups(folder, max(3, int(500 * scale)), max(2, int(100 * scale)))
        print("so far " + json.dumps(figures), flush=True)
        figures |= flips(folder, max(10, int(1000 * scale)))
        start = time.perf_counter()
        actions = Actions.open(folder / "loaded.db", unlock=UNLOCK)
        actions.opened.result()
        figures["open_s"] = round(time.perf_counter() - start, 2)
        actions.close()
    print("FIGURES records_safety " + json.dumps(figures))
    return 1 if figures["bad"] or figures["restored_bad"] or figures["unseen"] or figures["saves_failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
