"""kill -9 in the middle of saves: python bench/faults/kills.py [kills=2000 of each database] [sqlite,postgresql]

Children are forked from a process that has loaded everything and opened nothing. Each opens the store, first sends
again what was under way at the last kill, under the same key, then saves; it is killed at a chance moment within a
save. Every 60 kills the store is opened and compared with what was acknowledged, and the next store begins.
On PostgreSQL two write at once. Exit status 1 when anything acknowledged was lost, torn or there twice.
"""

import json
import os
import random
import select
import signal
import sys
import tempfile
import time
from pathlib import Path
from uuid import UUID

HOUSE = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

from bench.faults import server as postgres  # noqa: E402
from bench.faults.writers import (  # noqa: E402
    Ground,
    added,
    faults_of,
    forked,
    is_server,
    new_ground,
    opened,
    save,
    use_memory_keychain,
)

KILLS_OF_A_STORE = 60
TRYING, SAVED, BROKEN = b"T", b"S", b"B"
WORD = 17


class Writer:
    """One child at work, and what it said."""

    def __init__(self, ground: Ground, again: list[UUID], seed: int) -> None:
        heard, tell = os.pipe()
        self.tried: list[UUID] = []
        self.saved: list[UUID] = []
        self.broken = 0
        self.process = forked(lambda: write_on_and_on(ground, again, seed, tell))
        os.close(tell)
        self._heard = heard

    def listen(self, until_trying: int, seconds: float) -> bool:
        """Take in words until the so-manieth save is under way; False when it took too long or the child ended."""
        ends = time.monotonic() + seconds
        while len(self.tried) < until_trying:
            ready, _, _ = select.select([self._heard], [], [], max(0.0, ends - time.monotonic()))
            if not ready or not self._take():
                return False
        return True

    def kill(self) -> None:
        """End it at once, and take in what it still said."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        while self._take():
            pass
        os.close(self._heard)

    def _take(self) -> bool:
        word = os.read(self._heard, WORD)
        if len(word) < WORD:
            return False
        key = UUID(bytes=word[1:])
        {TRYING: self.tried, SAVED: self.saved}.get(word[:1], []).append(key)
        self.broken += word[:1] == BROKEN
        return True


def write_on_and_on(ground: Ground, again: list[UUID], seed: int, tell: int) -> None:
    """The child: say each key before and after its save, until killed. A refusal is said and ends it."""
    chance = random.Random(seed)
    actions = opened(ground.target)
    keys = iter(again)
    while True:
        key = next(keys, None) or UUID(int=chance.getrandbits(128), version=4)
        os.write(tell, TRYING + key.bytes)
        try:
            save(actions, ground, key)
        except BaseException:
            os.write(tell, BROKEN + key.bytes)
            raise
        os.write(tell, SAVED + key.bytes)


def kill_in_one_store(ground: Ground, kills: int, seed: int) -> dict[str, int]:
    """So many kills, then the comparison."""
    chance = random.Random(seed)
    writers_at_once = 2 if is_server(ground.target) else 1
    saved: set[UUID] = set()
    tried: set[UUID] = set()
    broken = sent_again = done = 0
    under_way: list[UUID] = []
    while done < kills:
        halves = [under_way[number::writers_at_once] for number in range(writers_at_once)]
        writers = [
            Writer(ground, halves[number], seed * 100_000 + done * 2 + number) for number in range(writers_at_once)
        ]
        for writer in writers:
            if writer.listen(len(under_way) + chance.randint(2, 9), 60):
                time.sleep(chance.expovariate(1 / 0.004))
            writer.kill()
        done += len(writers)
        sent_again += len(under_way)
        for writer in writers:
            saved |= set(writer.saved)
            tried |= set(writer.tried)
            broken += writer.broken
        under_way = sorted({key for writer in writers for key in writer.tried} - saved)
    for writer in [Writer(ground, under_way, seed)] if under_way else []:
        writer.listen(len(under_way) + 1, 60)
        writer.kill()
        saved |= set(writer.saved)
        tried |= set(writer.tried)
    found = {"kills": done, "acknowledged": len(saved), "sent_again": sent_again, "broken": broken}
    return found | faults_of(ground, saved, tried)


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    databases = (sys.argv[2] if len(sys.argv) > 2 else "sqlite,postgresql").split(",")
    use_memory_keychain()
    figures: dict[str, dict[str, int]] = {}
    for database in databases:
        begun, total = time.monotonic(), figures.setdefault(database, {})
        with tempfile.TemporaryDirectory(prefix="capox-kills-") as folder:
            if database == "sqlite":
                for number in range(-(-kills // KILLS_OF_A_STORE)):
                    ground = new_ground(str(Path(folder) / f"{number}.db"))
                    more = min(KILLS_OF_A_STORE, kills - number * KILLS_OF_A_STORE)
                    added(total, kill_in_one_store(ground, more, number))
                    print(f"sqlite {json.dumps(total)}", flush=True)
            else:
                with postgres.running() as server:
                    for number in range(-(-kills // KILLS_OF_A_STORE)):
                        ground = new_ground(server.new_database(f"store{number}"))
                        more = min(KILLS_OF_A_STORE, kills - number * KILLS_OF_A_STORE)
                        added(total, kill_in_one_store(ground, more, 1000 + number))
                        print(f"postgresql {json.dumps(total)}", flush=True)
        total["seconds"] = round(time.monotonic() - begun)
    print("FIGURES kills " + json.dumps(figures))
    wrong = ("lost", "torn", "twice", "unasked", "damaged", "broken")
    return 1 if any(total.get(name) for total in figures.values() for name in wrong) else 0


if __name__ == "__main__":
    sys.exit(main())
