"""The licence of each part of the bundle: packages, Python, system libraries that were carried along, fonts."""

import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path

TEXT = re.compile(r"(?i)(^|/)licen[cs]es?/|(^|/)(licen[cs]e|copying|notice|authors|copyright)[^/]*$")
#: Work on the bundle and are not in it. PyInstaller's starter is, so its licence goes along.
ONLY_TOOLS = {"pip", "setuptools", "wheel", "altgraph", "pyinstaller-hooks-contrib", "packaging"}
#: Named by packages that hold no text of their own: Qt for Python.
OFTEN_NAMED = Path(__file__).parent / "licences"
NO_TEXT = " (text: LGPL-3.0.txt and GPL-3.0.txt here)"


def licence_of(package: Distribution) -> str:
    """What the package says of its licence, in one line."""

    def first(name: str) -> str:
        return str((package.metadata.get_all(name) or [""])[0])

    said = first("License-Expression")
    if not said:
        classes = package.metadata.get_all("Classifier") or []
        rows = [row.rsplit(" :: ", 1)[-1] for row in classes if "License ::" in row]
        said = "; ".join(rows) or (first("License") or "see its text").splitlines()[0]
    return said.strip()


def of_packages(folder: Path) -> list[str]:
    """Copies the texts of every package inside; one line about each."""
    lines = []
    for package in sorted(distributions(), key=lambda one: one.name.lower()):
        if package.name.lower() in ONLY_TOOLS:
            continue
        home = folder / package.name
        for file in package.files or []:
            source = Path(str(file.locate()))
            if TEXT.search(file.as_posix()) and source.is_file() and source.suffix not in {".py", ".pyc", ".pyi"}:
                # The folder it lay in keeps two texts of one package apart.
                home.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, home / "-".join(file.parts[-2:]))
        lines.append(f"{package.name} {package.version}: {licence_of(package)}{'' if home.is_dir() else NO_TEXT}")
    return lines


def of_system(bundle: Path, folder: Path) -> list[str]:
    """Libraries of the system that were carried along: Debian's copyright files, one line for each package."""
    if shutil.which("dpkg-query") is None:
        return []
    found: dict[str, list[str]] = {}
    for library in sorted((bundle / "_internal").glob("*.so*")):
        asked = subprocess.run(["dpkg-query", "-S", f"*/{library.name}"], capture_output=True, text=True, check=False)
        owner = asked.stdout.partition(":")[0].strip()
        if asked.returncode == 0 and owner and not library.is_symlink():
            found.setdefault(owner, []).append(library.name)
    for owner in found:
        text = Path("/usr/share/doc") / owner / "copyright"
        if text.is_file():
            (folder / "system").mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, folder / "system" / f"{owner}.txt")
    return [f"{owner} (Debian): {', '.join(names)}" for owner, names in sorted(found.items())]


def write_licences(bundle: Path) -> None:
    """LICENSES/ of the bundle: every text and an index of what is inside."""
    folder = bundle / "LICENSES"
    folder.mkdir(exist_ok=True)
    lines = of_packages(folder)
    for text in sorted(OFTEN_NAMED.iterdir()):
        shutil.copyfile(text, folder / text.name)
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.is_file():
        (folder / "python").mkdir(exist_ok=True)
        shutil.copyfile(python, folder / "python" / "LICENSE.txt")
    lines.append(f"Python {sys.version.split()[0]}: PSF-2.0")
    lines.append("Fonts: licence texts beside them in _internal/assets/fonts")
    lines += of_system(bundle, folder)
    (folder / "INDEX.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
