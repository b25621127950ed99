"""A million generated inputs to the calculators: each is answered or refused in a sentence, none crashes.

usage: python bench/fuzz_inputs.py [inputs=1000000] [processes=2] [seed=1]

Prints one figure line: inputs, answered, refused, crashes, seconds. Exit status 1 when there was a crash, or an answer
with a number in it that is not finite.
"""

import json
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

from regimen.calculators import calculate  # noqa: E402
from regimen.errors import Refused  # noqa: E402
from tests.regimen.input_fuzz import one_input  # noqa: E402


def part(inputs: int, seed: int) -> tuple[int, int, list[str]]:
    """Answered, refused and what went wrong among `inputs` inputs."""
    chance = random.Random(seed)
    answered = refused = 0
    crashes: list[str] = []
    for _ in range(inputs):
        name, words = one_input(chance)
        try:
            answer = calculate(name, words)
        except Refused as found:
            refused += 1
            if not found.refusals or not all(refusal.reason.endswith(".") for refusal in found.refusals):
                crashes.append(f"{name} {words}: refused without a sentence")
        except Exception as error:  # noqa: BLE001 a crash is what is looked for
            crashes.append(f"{name} {words}: {error!r}")
        else:
            answered += 1
            if "NaN" in str(answer) or "Infinity" in str(answer):
                crashes.append(f"{name} {words}: {answer}")
    return answered, refused, crashes


def main() -> int:
    """Run the inputs and print the figure line."""
    numbers = [int(word) for word in sys.argv[1:]]
    inputs, processes, seed = (numbers + [1_000_000, 2, 1][len(numbers) :])[:3]
    begun = time.monotonic()
    with ProcessPoolExecutor(processes) as pool:
        shares = list(pool.map(part, [inputs // processes] * processes, range(seed, seed + processes)))
    crashes = [line for _, _, lines in shares for line in lines]
    for line in crashes[:20]:
        print(line)
    answered, refused = sum(share[0] for share in shares), sum(share[1] for share in shares)
    seconds = time.monotonic() - begun
    print(f"fuzz_inputs: {answered + refused + len(crashes)} inputs, {answered} answered, {refused} refused, "
          f"{len(crashes)} crashes, {seconds:.0f} s")  # fmt: skip
    figures = {"answered": answered, "refused": refused, "crashes": len(crashes), "seconds": round(seconds)}
    print("FIGURES fuzz_inputs " + json.dumps(figures))
    return 1 if crashes else 0


if __name__ == "__main__":
    sys.exit(main())
