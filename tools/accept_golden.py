"""Accept new pictures of printed pages: python tools/accept_golden.py [NAME ...]

Copies out/golden/NAME.png, left there by a test whose page differed, to tests/print/golden. Look at them first.
"""

import shutil
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
NEW = HOUSE / "out" / "golden"
STORED = HOUSE / "tests" / "print" / "golden"


def main(names: list[str]) -> int:
    """0: something was accepted; 1: nothing is waiting."""
    waiting = {path.stem: path for path in sorted(NEW.glob("*.png")) if not path.stem.endswith("-difference")}
    chosen = names or list(waiting)
    unknown = [name for name in chosen if name not in waiting]
    if unknown or not chosen:
        print(f"Nothing is waiting under that name: {', '.join(unknown)}" if unknown else "Nothing is waiting.")
        return 1
    STORED.mkdir(parents=True, exist_ok=True)
    for name in chosen:
        shutil.copyfile(waiting[name], STORED / f"{name}.png")
        waiting[name].unlink()
        (NEW / f"{name}-difference.png").unlink(missing_ok=True)
        print(f"accepted {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
