"""Make .venv with exactly the pinned packages, and say which system libraries Qt still needs.

Runs under the system's Python with nothing but the standard library. Asking again when nothing has changed costs a
fraction of a second: a stamp in .venv holds the Python that made it and the hash of the requirement file.

usage: python3 tools/setup_environment.py [--tests | --bundle] [--recreate]
"""

import argparse
import ctypes
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


class Environment(NamedTuple):
    """A folder of packages and the requirement file it holds exactly."""

    venv: Path
    requirements: Path

    @property
    def stamp(self) -> Path:
        """Which Python made it, and from which requirements."""
        return self.venv / "made-from"

    @property
    def python(self) -> Path:
        """Its interpreter on this kind of system."""
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


WORK = Environment(ROOT / ".venv", ROOT / "requirements-dev.txt")
#: What the bundle is made from: the packages that run the program and PyInstaller, nothing that only tests need.
BUNDLE = Environment(ROOT / ".venv-bundle", ROOT / "requirements-bundle.txt")

# Debian package for each library that Qt loads, found by starting the window on a bare Debian 12.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}


class SetupError(Exception):
    """Something the person at the keyboard can put right; the text says what."""


def say(text: str) -> None:
    """Print one line of progress at once, also into a pipe."""
    print(text, flush=True)


def loads(library: str) -> bool:
    """Whether the dynamic loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def postgres_folder() -> Path | None:
    """Folder that holds initdb and postgres, newest version first, or None."""
    on_path = shutil.which("initdb")
    if on_path and (Path(on_path).resolve().parent / "postgres").exists():
        return Path(on_path).resolve().parent
    found = [p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb") if (p.parent / "postgres").exists()]
    return max(found, key=lambda folder: int(folder.parent.name), default=None)


def compiles() -> bool:
    """Whether C can be compiled: the fault tests put a small library between the program and its files."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return False
    asked = [compiler, "-E", "-x", "c", "-"]
    return subprocess.run(asked, input=b"#include <stdio.h>\n", capture_output=True, check=False).returncode == 0


def missing_packages(for_tests: bool, for_bundle: bool = False) -> list[str]:
    """Debian packages that are still needed, in a fixed order; always empty off Linux."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    if for_tests and postgres_folder() is None:
        missing.append("postgresql")
    if for_tests and not compiles():
        missing += ["gcc", "libc6-dev"]
    if for_bundle:
        missing += missing_for_bundle()
    return missing


def missing_for_bundle() -> list[str]:
    """PyInstaller takes binaries apart with binutils and carries Python's shared library along."""
    library = sysconfig.get_config_var("INSTSONAME") or ""
    folder = Path(sysconfig.get_config_var("LIBDIR") or "/usr/lib")
    missing = [] if shutil.which("objdump") and shutil.which("objcopy") else ["binutils"]
    if not loads(library) and not (folder / library).is_file():
        missing.append("libpython3.11")
    return missing


def install_packages(packages: list[str]) -> None:
    """Install Debian packages as root. Raises SetupError when apt cannot."""
    apt = shutil.which("apt-get")
    if apt is None:
        raise SetupError(f"Install the libraries that Debian calls {' '.join(packages)} and run this again.")
    say(f"Installing system packages: {' '.join(packages)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in ([apt, "update", "-qq"], [apt, "install", "-y", "-qq", "--no-install-recommends", *packages]):
        if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL).returncode != 0:
            raise SetupError(f"'{' '.join(command)}' failed; the lines above say why.")


def provide_system_packages(for_tests: bool, for_bundle: bool = False) -> None:
    """Install what is missing when we may, else say it in one sentence and go on where that is honest."""
    missing = missing_packages(for_tests, for_bundle)
    if not missing:
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        install_packages(missing)
        left = missing_packages(for_tests, for_bundle)
        if left:
            raise SetupError(f"Still missing after installing: {' '.join(left)}.")
        return
    say(f"NOTE: ask an administrator for: apt-get install {' '.join(missing)}")


def maker() -> str:
    """The Python a .venv belongs to; made by another one, it must be made anew."""
    return f"{sys.version_info[0]}.{sys.version_info[1]} {sys.base_prefix}"


def run(*command: str | Path) -> None:
    """Run one step. Raises SetupError when it fails."""
    words = [str(word) for word in command]
    if subprocess.run(words, cwd=ROOT).returncode != 0:
        raise SetupError(f"'{' '.join(words)}' failed; the lines above say why.")


def pip(made: Environment) -> list[str]:
    """The system's pip, told to work on .venv. Debian splits ensurepip off, so .venv has no pip of its own."""
    if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True).returncode != 0:
        raise SetupError("pip for Python 3.11 is missing; on Debian: apt-get install python3-pip")
    return [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(made.python)]


def normal(name: str) -> str:
    """A package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def remove_what_is_not_pinned(made: Environment) -> None:
    """Take out packages of an earlier set: pip never removes what is no longer asked for."""
    pinned = {normal(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", made.requirements.read_text(), re.MULTILINE)}
    listed = subprocess.run([*pip(made), "list", "--format=json"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode != 0:
        raise SetupError(f"pip cannot list {made.venv.name}: {listed.stderr.strip()}")
    kept = pinned | {"pip", "setuptools", "wheel", "capox-planner"}
    extra = [row["name"] for row in json.loads(listed.stdout) if normal(row["name"]) not in kept]
    if extra:
        say(f"Removing what is no longer asked for: {' '.join(extra)}")
        run(*pip(made), "uninstall", "--quiet", "--yes", *extra)


def make_venv(made: Environment, recreate: bool) -> None:
    """Make .venv, or bring it to the pinned set; nothing to do when the stamp says it is there."""
    pins = hashlib.sha256(made.requirements.read_bytes()).hexdigest()
    made_by, _, made_from = made.stamp.read_text().partition("\n") if made.stamp.exists() else ("", "", "")
    usable = made_by == maker() and made.python.exists() and not recreate
    if usable and made_from.strip() == pins:
        return
    if usable:
        made.stamp.write_text(maker() + "\n")  # until all is done this says: made by us, from nothing complete
    else:
        if made.venv.exists():
            shutil.rmtree(made.venv)
        run(sys.executable, "-m", "venv", "--without-pip", made.venv)
    say("Installing the pinned packages (about a minute the first time) ...")
    run(*pip(made), "install", "--quiet", "--require-hashes", "--only-binary", ":all:", "-r", made.requirements)
    remove_what_is_not_pinned(made)
    made.stamp.write_text(f"{maker()}\n{pins}\n")


def main() -> int:
    """Do the whole set-up; 0 when the program can start."""
    parser = argparse.ArgumentParser(description="Make .venv with the pinned packages.")
    parser.add_argument("--tests", action="store_true", help="also provide what only the tests need (PostgreSQL)")
    parser.add_argument("--bundle", action="store_true", help="the packages the bundle is made from, in .venv-bundle")
    parser.add_argument("--recreate", action="store_true", help="make .venv anew even when nothing changed")
    options = parser.parse_args()
    if sys.version_info[:2] != (3, 11):
        say(f"This program is pinned to Python 3.11; this is {sys.version.split()[0]}. Set PYTHON=python3.11.")
        return 2
    try:
        provide_system_packages(options.tests, options.bundle)
        make_venv(BUNDLE if options.bundle else WORK, options.recreate)
    except SetupError as error:
        say(f"Set-up stopped: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
