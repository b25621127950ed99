"""PostgreSQL restarted in the middle of saves: python bench/faults/restarts.py [restarts=50]

Whenever eight more saves are acknowledged the server is stopped, by turns with its connections cut off ("fast") and as
if it had crashed ("immediate"), and started again, while two programs save. A save that is refused is sent again under
the same key, as the window offers it. Exit status 1 when anything acknowledged is lost, torn or there twice.
"""

import json
import random
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

HOUSE = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

from bench.faults import server as postgres  # noqa: E402
from bench.faults.writers import Ground, faults_of, new_ground, opened, save  # noqa: E402
from records.errors import RecordError  # noqa: E402


class Saver:
    """One program at work until it is told to stop: what it tried, what was acknowledged, what it was told."""

    def __init__(self, ground: Ground, seed: int, stop: threading.Event) -> None:
        self.tried: list[UUID] = []
        self.saved: list[UUID] = []
        self.refused = 0
        self.longest_s = 0.0
        self._ground, self._seed, self._stop = ground, seed, stop

    def work(self) -> None:
        """Raises what is no sentence for a person."""
        chance = random.Random(self._seed)
        actions = opened(self._ground.target)
        try:
            while not self._stop.is_set():
                key = UUID(int=chance.getrandbits(128), version=4)
                self.tried.append(key)
                begun = time.monotonic()
                while not self._saved(actions, key):
                    self._stop.wait(0.2)
                self.longest_s = max(self.longest_s, time.monotonic() - begun)
                self.saved.append(key)
        finally:
            actions.close()

    def _saved(self, actions: object, key: UUID) -> bool:
        try:
            save(actions, self._ground, key)  # type: ignore[arg-type]
        except RecordError as refusal:
            print(f"told: {refusal}", flush=True)
            self.refused += 1
            return False
        return True


def wait_for_saves(savers: list[Saver], more: int) -> None:
    """Until so many more are acknowledged, so that the server is stopped at work; at most half a minute."""
    wanted = sum(len(saver.saved) for saver in savers) + more
    ends = time.monotonic() + 30
    while sum(len(saver.saved) for saver in savers) < wanted and time.monotonic() < ends:
        time.sleep(0.01)


def restart_and_save(count: int, seed: int) -> dict[str, float]:
    """So many restarts under load, and the comparison."""
    chance, stop = random.Random(seed), threading.Event()
    with postgres.running() as server:
        ground = new_ground(server.new_database("records"))
        savers = [Saver(ground, seed + number, stop) for number in range(2)]
        with ThreadPoolExecutor(len(savers)) as pool:
            working = [pool.submit(saver.work) for saver in savers]
            try:
                for number in range(count):
                    wait_for_saves(savers, 8)
                    time.sleep(chance.uniform(0.0, 0.3))
                    server.stop("immediate" if number % 2 else "fast")
                    server.start()
                time.sleep(1.0)
            finally:
                stop.set()
            for work in working:
                work.result()
        saved = {key for saver in savers for key in saver.saved}
        tried = {key for saver in savers for key in saver.tried}
        found = faults_of(ground, saved, tried)
    return {
        "restarts": count, "acknowledged": len(saved), "told an error": sum(saver.refused for saver in savers),
        "longest wait s": round(max(saver.longest_s for saver in savers), 1), **found,
    }  # fmt: skip


def main() -> int:
    begun = time.monotonic()
    figures = restart_and_save(int(sys.argv[1]) if len(sys.argv) > 1 else 50, 20261122)
    figures["seconds"] = round(time.monotonic() - begun)
    print("FIGURES restarts " + json.dumps(figures))
    return 1 if any(figures[name] for name in ("lost", "torn", "twice", "unasked")) else 0


if __name__ == "__main__":
    sys.exit(main())
