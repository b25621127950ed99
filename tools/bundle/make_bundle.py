"""Make dist/capox-planner: the program, its Python and its libraries in one folder, with the licence of each part.

Runs in .venv-bundle (`make bundle`). The folder needs nothing installed but what every desktop has; docs/install.md
names the few libraries of a bare Debian.

usage: .venv-bundle/bin/python tools/bundle/make_bundle.py [--no-archive]
"""

import argparse
import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import tomllib
from pathlib import Path

from licences import write_licences

ROOT = Path(__file__).resolve().parent.parent.parent
DIST, BUILD = ROOT / "dist", ROOT / "build" / "bundle"
NAME = "capox-planner"


def version() -> str:
    """The program's version from pyproject.toml."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def write_list(bundle: Path) -> None:
    """The SHA-256 of every file, so that a copy can be compared: sha256sum -c SHA256SUMS."""
    files = sorted(path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink())
    rows = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(bundle).as_posix()}" for path in files]
    (bundle / "SHA256SUMS").write_text("\n".join(rows) + "\n", encoding="utf-8")


def pack(bundle: Path, target: Path) -> None:
    """One archive of the folder; the same folder gives the same bytes: no owner, no time."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = entry.mtime = 0
        entry.uname = entry.gname = ""
        return entry

    with (
        target.open("wb") as file,
        gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        archive.add(bundle, arcname=bundle.name, filter=plain)


def build() -> Path:
    """Run PyInstaller. Returns the folder it made."""
    rooms = f"{ROOT}{os.pathsep}{ROOT / 'calendar'}"
    environment = os.environ | {"CAPOX_ROOT": str(ROOT), "PYTHONPATH": rooms, "PYTHONHASHSEED": "1"}
    spec = Path(__file__).parent / f"{NAME}.spec"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
               "--distpath", str(DIST), "--workpath", str(BUILD), str(spec)]  # fmt: skip
    subprocess.run(command, env=environment, cwd=ROOT, check=True)
    return DIST / NAME


def size_mb(folder: Path) -> float:
    """Megabytes of all files of a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def main() -> int:
    """Make the bundle; 0 when it is there and answers."""
    parser = argparse.ArgumentParser(description="Make dist/capox-planner.")
    parser.add_argument("--no-archive", action="store_true", help="leave out the packed copy beside the folder")
    options = parser.parse_args()
    bundle = build()
    if os.name != "nt":
        (bundle / "capox").symlink_to(NAME)
    write_licences(bundle)
    (bundle / "VERSION").write_text(version() + "\n", encoding="utf-8")
    shutil.copy(Path(__file__).parent / "install.sh", bundle / "install.sh")
    write_list(bundle)
    with tempfile.TemporaryDirectory() as folder:
        # A certificate is a page like all others: fonts, wording and the machine-readable code have to be there.
        asked = [str(bundle / "capox"), "selftest", "-o", str(Path(folder) / "certificate.pdf")]
        answer = subprocess.run(asked, capture_output=True, text=True, cwd=bundle)
    if answer.returncode != 0:
        print(f"The bundle does not pass its self-test:\n{answer.stdout[-2000:]}{answer.stderr[-2000:]}", flush=True)
        return 1
    print(f"dist/{NAME}: {size_mb(bundle):.0f} MB, self-test passed")
    if not options.no_archive:
        system = f"{sys.platform}-{sysconfig.get_platform().rsplit('-', 1)[-1]}"
        target = DIST / f"{NAME}-{version()}-{system}.tar.gz"
        pack(bundle, target)
        print(f"dist/{target.name}: {target.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
