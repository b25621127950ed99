"""The whole grid of doses: every order by the engine and again by the second path.

usage: python bench/dose_grid.py [every=1] [processes=2]

Walks every combination of 321 body surfaces (1.00 to 2.60 m2 by 0.005, met exactly), 6 capecitabine levels and
percents, 6 stocks of tablets, 3 roundings and 3 starting percents (levels above a lowered start left out: the engine
refuses them), with oxaliplatin's levels, percents and steps beside them, and prints one figure line: orders,
differences, seconds. Exit status 1 when there is a difference.
"""

import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

from tests.regimen.dose_grid import STARTS, Point, case_of, differences, whole_grid  # noqa: E402


def fits(point: Point, start: str) -> bool:
    """Whether a level given by a person stays at or below the lowered start."""
    level = point.capecitabine[0]
    return level is None or int(level) <= 10 * int(start)


def part(number: int, of: int, every: int) -> tuple[int, list[str]]:
    """Points looked at and differences found in one share of the grid."""
    points = (replace(point, start=start) for point in whole_grid() for start in STARTS if fits(point, start))
    looked_at, wrong = 0, []
    for point in islice(points, number * every, None, of * every):
        looked_at += 1
        wrong += [f"{point}: {found}" for found in differences(case_of(point))]
    return looked_at, wrong


def main() -> int:
    """Walk the grid and print the figure line."""
    every = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    processes = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    begun = time.monotonic()
    with ProcessPoolExecutor(processes) as pool:
        shares = list(pool.map(part, range(processes), [processes] * processes, [every] * processes))
    points, wrong = sum(count for count, _ in shares), [line for _, lines in shares for line in lines]
    for line in wrong[:20]:
        print(line)
    seconds = time.monotonic() - begun
    print(f"dose_grid: {points} orders, {len(wrong)} differences from the second path, {seconds:.0f} s")
    figures = {"orders": points, "differences": len(wrong), "every": every, "seconds": round(seconds)}
    print("FIGURES dose_grid " + json.dumps(figures))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
