"""Run every check that needs no test: style, layout, types, import direction.

All of them run; the exit code is 1 when any failed.

usage: .venv/bin/python tools/lint.py
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent

CHECKS: dict[str, list[str]] = {
    "ruff": ["ruff", "check", "--quiet", "."],
    "layout": ["ruff", "format", "--check", "--quiet", "."],
    "types": ["mypy", "--no-error-summary"],
    "types of main and tools": ["mypy", "--no-error-summary", "main.py", "tools"],
    "import direction": ["lint-imports", "--no-logo"],
}


def passes(name: str, words: list[str]) -> bool:
    """Run one check from the project's folder; its output is shown only when it fails."""
    begun = time.monotonic()
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([".", "calendar"])}
    command = [str(PROGRAMS / words[0]), *words[1:]]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    good = result.returncode == 0
    print(f"{'ok    ' if good else 'FAILED'} {name} ({time.monotonic() - begun:.1f} s)", flush=True)
    if not good:
        print(result.stdout + result.stderr, flush=True)
    return good


def main() -> int:
    """0 when every check passes."""
    results = [passes(name, words) for name, words in CHECKS.items()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
