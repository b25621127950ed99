"""Nothing leaks: python bench/faults/leaks.py [short]

The whole window runs on encrypted records, in a home of its own, with patients whose names, numbers and notes are
words found nowhere else: typed into the form and left there, searched, a course, a signed cycle, a
half-done visit, every page opened, laboratory messages pasted and read from a file and their values stored, a workbook
of wording kept, a calendar, a staff sheet, the list of the day and a certificate saved where a person asked for them,
everything exported with names and without, a backup made and tried, faults of the program provoked, and the log
switched to its most.

Then everything is searched for those words: every byte that any of the processes wrote to any file (also to files that
were removed again), every file that is left, and every file's name; as UTF-8, UTF-16 and inside compressed streams.
Only the folder a person chose may hold them, and there no export that was asked for without names. Exit status 1 when
there is a word elsewhere. short: only some of the papers and exports, for every run of the tests.
"""

import json
import logging
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

from bench.faults import calls  # noqa: E402
from bench.faults.leak_markers import DAY1, MARKERS, UNNAMED  # noqa: E402

#: The head of a packed part of a ZIP file; two lengths stand at its end.
ZIPPED = re.compile(rb"PK\x03\x04.{4}\x08\x00.{20}", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def child(root: Path, *, short: bool) -> int:
    """The scenario, in the window; the markers only reach what the program itself does with them."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from bench.faults.writers import new_ground, opened, use_memory_keychain
    from gui.options import Options, clock
    from gui.places import open_lookup
    from gui.running import Running
    from gui.shell.window import MainWindow
    from records.values.core import SiteSettings
    from tests.records.examples import LOGIN, PASSWORD

    use_memory_keychain()
    folder, asked = root / "data", root / "asked"
    target = str(folder / "capox.db")
    ground = new_ground(target)
    actions = opened(target)
    site = SiteSettings(site_name="Day Unit", country="US", practice="us", day_phone="555 0100", set_up=True)
    actions.save_settings(ground.person, site, "test").result()
    actions.open_first_account(ground.person, LOGIN, PASSWORD).result()
    actions.close()
    app = QApplication(["leaks"])
    os.environ["CAPOX_DATA_DIR"] = str(folder)
    options = Options(data_dir=folder, today=DAY1)
    keep = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    keep.setValue("person", str(ground.person.id))
    window = MainWindow(open_lookup(Path(target), clock(options)), (), keep, demo=False)
    window.show()
    running = Running(app, window, options, folder, Path(target), keep)
    ready: list[object] = []
    running.ready.connect(ready.append)
    running.begin()
    logging.getLogger().setLevel(logging.DEBUG)
    while not ready:
        app.processEvents()
    assert running.session is not None
    window.door.page.entered.emit(running.session.actions.sign_in(LOGIN, PASSWORD).result())
    from bench.faults.leak_scenario import Scenario

    Scenario(app, window, running, asked).play(short=short)
    window.close()
    running.end()
    return 0


def shapes(data: bytes) -> Iterator[bytes]:
    """A file's bytes, and what is compressed in it."""
    yield data
    for found in STREAM.finditer(data):
        packed = found.group(1)
        if packed.rstrip().endswith(b"~>"):
            import base64

            try:
                packed = (
                    base64.a85decode(packed.strip(), adobe=False)
                    if packed[:2] == b"<~"
                    else base64.a85decode(packed.strip()[:-2])
                )
            except ValueError:
                continue
        try:
            yield zlib.decompressobj().decompress(packed)
        except zlib.error:
            continue
    for match in ZIPPED.finditer(data):  # a part of a workbook, also of one that was not finished
        start = match.end() + sum(struct.unpack_from("<2H", data, match.start() + 26))
        try:
            yield zlib.decompressobj(-15).decompress(data[start:], 1_000_000)
        except zlib.error:
            continue
    for start in (match.start() for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08", data)):
        try:
            yield zlib.decompressobj(47).decompress(data[start:], 1_000_000)
        except zlib.error:
            continue


def words_in(data: bytes) -> set[str]:
    """The markers found in some bytes, whatever way they are written."""
    found = set()
    for shape in shapes(data):
        for word in MARKERS:
            ways = {word, word.lower(), word.upper(), word.replace(" ", "^")}
            codes = ("utf-8", "utf-16-le", "utf-16-be")
            if any(way.encode(code) in shape for way in ways for code in codes):
                found.add(word)
    return found


def search(root: Path, log: Path) -> dict[str, object]:
    """Where the markers are."""
    asked = str(root / "asked")
    found: dict[str, set[str]] = {}
    written: dict[str, bytearray] = {}
    bytes_written = 0
    for call in calls.read_log(log):
        for path in (call.path, call.other):
            if path and words_in(path.encode()):
                found.setdefault(f"a name: {Path(path).parent.name}", set()).add("name of a file")
        if call.what == calls.WRITE and not call.path.startswith(asked):
            written.setdefault(call.path, bytearray()).extend(call.data)
            bytes_written += len(call.data)
    for path, data in written.items():
        if words := words_in(bytes(data)):
            found[os.path.relpath(path, root)] = words
    files = [path for path in root.rglob("*") if path.is_file() and not str(path).startswith(asked)]
    for path in files:
        if words := words_in(path.read_bytes()) | words_in(path.name.encode()):
            found.setdefault(os.path.relpath(path, root), set()).update(words)
    in_asked = [path for path in (root / "asked").rglob("*") if path.is_file()]
    for path, words in sorted(found.items()):
        print(f"found in {path}: {', '.join(sorted(words))}", flush=True)
    unnamed = [path for path in in_asked if UNNAMED in str(path.relative_to(asked))]
    papers = sum(b"%PDF-" in data for data in written.values())
    return {
        "papers where nobody asked": papers, "files written": len(written), "bytes written": bytes_written,
        "files left": len(files),
        "places with markers": len(found), "asked for": len(in_asked),
        "asked for, with markers inside": sum(bool(words_in(path.read_bytes())) for path in in_asked),
        "exported without names": len(unnamed),
        "without names, with markers inside": sum(bool(words_in(path.read_bytes())) for path in unnamed),
        "asked for, with markers in the name": sum(bool(words_in(path.name.encode())) for path in in_asked),
    }  # fmt: skip


def run(parent: Path, more: list[str]) -> dict[str, object]:
    """The scenario in a home of its own, and the search."""
    root, log = parent / "home", parent / "calls.log"
    for name in ("data", "asked", "tmp", "runtime"):
        (root / name).mkdir(parents=True)
    (root / "runtime").chmod(0o700)
    places = {
        "HOME": root, "TMPDIR": root / "tmp", "XDG_RUNTIME_DIR": root / "runtime", "XDG_CONFIG_HOME": root / "config",
        "XDG_DATA_HOME": root / "share", "XDG_CACHE_HOME": root / "cache", "XDG_STATE_HOME": root / "state",
    }  # fmt: skip
    environment = calls.environment(calls.build(parent), root, log) | {name: str(at) for name, at in places.items()}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(
        [sys.executable, __file__, "child", str(root), *more], env=environment, capture_output=True, timeout=600
    )
    said = done.stdout + done.stderr
    if done.returncode:
        print(said.decode(errors="replace"), flush=True)
    figures = search(root, log)
    figures["on the terminal"] = len(words_in(said))
    figures["ended with"] = done.returncode
    return figures


def main() -> int:
    if sys.argv[1:2] == ["child"]:
        return child(Path(sys.argv[2]), short="short" in sys.argv)
    with tempfile.TemporaryDirectory(prefix="capox-leaks-") as name:
        figures = run(Path(name), sys.argv[1:])
    print("FIGURES leaks " + json.dumps(figures))
    wrong = (
        "places with markers", "papers where nobody asked", "asked for, with markers in the name", "on the terminal",
        "without names, with markers inside", "ended with",
    )  # fmt: skip
    there = figures["asked for, with markers inside"] and figures["exported without names"]
    return 1 if any(figures[name] for name in wrong) or not there else 0


if __name__ == "__main__":
    sys.exit(main())
