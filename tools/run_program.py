"""Open the demo clinic in a window; on a machine without a display draw it into out/ instead and say so.

usage: .venv/bin/python tools/run_program.py
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def has_display() -> bool:
    """Whether a window can be shown to somebody here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> int:
    """The exit code of the program."""
    command = [sys.executable, str(ROOT / "main.py"), "--demo"]
    if has_display():
        return subprocess.run(command).returncode
    print("No display here: drawing the demo clinic into out/ instead of opening a window.", flush=True)
    out = ROOT / "out"
    out.mkdir(exist_ok=True)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([*command, "--pictures", str(out)], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
