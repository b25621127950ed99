"""docs/reliability.md from the figures that bench/faults/run.py collected. Part of bench/faults.

Every promise has its row: the goal, what was reached, whether that is the goal, and the day. A promise of which
nothing was run says so.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Stored = Mapping[str, Mapping[str, Any]]
Figures = Mapping[str, Any]

OPENING = """# What breaks, and what the program does then

For developers, and for whoever has to judge the program. Written by `bench/faults/run.py` from `docs/reliability.json`;
do not edit it. `make faults` runs the long forms of everything (hours), and `make faults QUICK=1` a short form of
minutes that writes nothing. Short forms of most stand among the tests (`tests/faults`, `tests/records`) and run with
`make test`.

"0 of N" does not say never: it bounds the rate at about 3/N. All of it goes through the program's own save path
(`records.actions`), on encrypted SQLite records and, where it says so, on PostgreSQL.
"""

CLOSING = """
## How it is done

- **kills**: children are forked from a process that has loaded everything and opened nothing. Each says a key before
  its save and after it is acknowledged, and is killed at a chance moment within a save. The next one first sends what
  was under way again, under the same key. Then rows, trail, lists and pages are compared with what was acknowledged.
- **power_cuts**, **disk_errors**: `bench/faults/calls.c` stands between the program and the C library (Linux, a C
  compiler). It writes every call on a file down, or lets chosen calls fail. For a cut the folder is built as a disk may
  leave it: what was synced is there; of the rest each 512 bytes, and each new name from some moment on, by chance.
  The saves whose calls fail are a new patient, a weight, a laboratory value, an adverse event and a signed cycle.
- **full_disk**: small disks (tmpfs, so Linux and root) are mounted and filled up under the running window; somebody
  fills in forms and presses its buttons, and presses them again when there is room.
- **upgrades**: stores of each released schema, as files, and on PostgreSQL the same rows in tables that the steps of
  that release made (`bench/faults/frozen_on_server.py`); the newest schema has nothing to upgrade, so that of it only
  openings are killed.
- **window_restarts**: the whole window on a PostgreSQL of its own; a timer of 10 ms measures every pause of its event
  loop, also those that a click or a key sets off. A busy machine makes pauses longer, so the same work is measured
  without restarts first.
- **hostile_names**: markup, formulas, SQL, control and direction signs, half characters, long and strange names.
- **leaks**: every byte that any process of the program writes to any file is written down and searched, also files
  that are removed again; texts inside PDF pages are drawn by glyph numbers, so no PDF may lie where nobody asked.
- **soak**: random clicks and keys on whatever is shown and enabled in the demo clinic.

## What it found

- A power cut while SQLite writes its log back leaves half pages in the file, which SQLite mends from the log. The look
  before opening compared the pages in the file alone and called such records damaged: about 1 cut in 12, with every
  acknowledged save in the log. Now the file is read through its log (2026-11-22).
- A power cut within the very first creation of the records could leave a journal that nobody took back (1 in 80 such
  cuts); the next start now takes it back.
- A disk that failed while records were opened or closed reached the window as a fault of the program and not as a
  sentence, and a lock that could not be cleared away stayed until the program ended. Both are sentences now, and the
  lock is let go.
- Where a file could not be opened for writing for a moment SQLite opened it for reading only, and that connection would
  have stayed; a new one is tried before it is used.
- Five runs of the soak ended with signal 11, after 2,000 steps, 32,576, 26,127, 25,190 and 10,410 events; the last was
  caught by a debugger. `QLayout.itemAt` gives Python an object for an item of a layout that belongs to Qt. The order of
  Tab asked for all of them; Qt frees items without a word, Python's objects stayed in their layouts' lists, and when
  something else came to lie at such an address and went, the wrong object was taken out of Python's books. Within 90 s
  of clicks two objects stood at one address. MENDED: nobody asks a layout for its items (`gui/widgets/parts.py`, and a
  test over all files). A run after that had no abort and no fault in 24,321 events, when it was ended by hand: it had
  come as far as those before, so it shows little by itself. Garbage that was collected at most once a second, one
  generation at a time, let pages that went pile up; now as often as what was made asks for (`gui/collector.py`).
- Dialogs for files ran a loop of their own inside a slot; now they are opened and answer later
  (`gui/widgets/file_choice.py`, `tests/house/test_no_nested_loops.py`).
- The soak turned the events itself, without the program's loop, and Qt deletes some of what a click takes away only in
  such a loop: its figures of memory before (967 MB after 3,600 steps) are those of the script. It runs the loop now:
  311 MB after 9,298 events, 312 MB after 14,739, 313 MB after 21,019. It also counts addresses with two objects.
- A height or weight typed for an order was stored before the signature; a kill in between left it on record and the
  order unsigned. They are one transaction now (`tests/records/test_signing_kills.py`).
- An export as a workbook laid every sheet readable in the system's temporary folder while it was written; now it is
  made in memory (`outcomes/exchange/workbook_file.py`).
- While the server was away, the form of a new patient said that the list cannot be read, and not that nothing was
  saved.
- Half-typed forms of a patient lay in a private file beside the encrypted records; they are in the records now.

## What is out of reach

A disk that says it has synced and has not; a machine whose memory is wrong; somebody with the key. The write-ahead
log's shared memory is not part of the simulated cuts: SQLite makes it anew. Short of the file system, nothing was
tried on Windows or macOS.
"""


class Promise(NamedTuple):
    """One row. reached: words of what was found; good: whether that is the goal."""

    promise: str
    goal: str
    name: str
    words: Callable[[Figures], str]
    good: Callable[[Figures], bool]


def _sum(figures: Figures, name: str) -> int:
    """A figure over both databases."""
    return sum(int(each.get(name, 0)) for each in figures.values() if isinstance(each, Mapping))


def _by_part(figures: Figures, *names: str) -> str:
    """For each part its figures, in words."""
    parts = [(part, each) for part, each in sorted(figures.items()) if isinstance(each, Mapping)]
    return "; ".join(f"{part}: " + ", ".join(f"{each.get(name, 0):,} {name}" for name in names) for part, each in parts)


def _wrong(figures: Figures, *names: str) -> int:
    """How much of what must be 0 is not."""
    flat = [figures, *(each for each in figures.values() if isinstance(each, Mapping))]
    return sum(int(each.get(name, 0)) for each in flat for name in names)


def _disk_words(figures: Figures) -> str:
    return _by_part(figures, "calls", "cases", "lost", "torn", "false not saved", "does not go on", "not a sentence")


def _every_call(figures: Figures) -> bool:
    """Whether each call failed in all four ways, and nothing was wrong."""
    wrong = _wrong(figures, "lost", "torn", "false not saved", "does not go on", "not a sentence", "damaged")
    return not wrong and all(each["cases"] >= 4 * each["calls"] for each in figures.values())


PROMISES = (
    Promise(
        "No acknowledged record is lost when the program dies", "0 of 2,000 kills and 10,000 saves, both databases",
        "kills", lambda f: _by_part(f, "kills", "acknowledged", "sent_again", "lost", "torn", "twice"),
        lambda f: _sum(f, "kills") >= 2000 and _sum(f, "acknowledged") >= 10_000 and len(f) > 1
        and not _wrong(f, "lost", "torn", "twice", "unasked", "damaged", "broken"),
    ),
    Promise(
        "… or the power fails (records)", "0 of 10,000 cuts", "power_cuts",
        lambda f: f"{f['store']['cuts']:,} cuts at {f['store']['calls']:,} calls, which left "
        f"{f['store'].get('different', 0):,} different folders; {f['store']['lost']} lost, "
        f"{f['store']['torn']} torn, {f['store']['damaged']} damaged, {f['store']['not opened']} not opened",
        lambda f: f["store"]["cuts"] >= 10_000 and not _wrong(f, "lost", "torn", "damaged", "not opened"),
    ),
    Promise(
        "PDFs are whole or old (power)", "0 of 1,500 cuts", "power_cuts",
        lambda f: f"{f['printing']['cuts']:,} cuts; {f['printing']['broken']} broken, {f['printing']['lost']} lost",
        lambda f: f["printing"]["cuts"] >= 1500 and not _wrong({"": f["printing"]}, "broken", "lost"),
    ),
    Promise(
        "… or the disk fails or fills at any call of a save or a print",
        "every call × 2 errors × once and for good; 0 lost; goes on; 0 false \"not saved\"", "disk_errors",
        lambda f: _disk_words({name: each for name, each in f.items() if name != "opening"}),
        lambda f: _every_call({name: each for name, each in f.items() if name != "opening"}),
    ),
    Promise(
        "… or while records are opened and closed", "the same", "disk_errors",
        lambda f: _disk_words({"opening": f["opening"]}), lambda f: _every_call({"opening": f["opening"]}),
    ),
    Promise(
        "Nobody's edit is overwritten unseen", "0 of 1,000 contested edits, both databases", "editors",
        lambda f: _by_part(f, "edits", "conflicts shown", "lost", "twice", "shown without both versions"),
        lambda f: all(e["edits"] >= 1000 for e in f.values() if isinstance(e, Mapping)) and len(f) > 1
        and not _wrong(f, "lost", "twice", "torn", "shown without both versions"),
    ),
    Promise(
        "Upgrades lose nothing", "200 kills, every released schema, both databases", "upgrades",
        lambda f: _by_part(f, "kills", "stores", "wrong"),
        lambda f: all(each["kills"] >= 200 for each in f.values() if isinstance(each, Mapping))
        and {part.split()[-1] for part in f} >= {"sqlite", "postgresql"} and not _wrong(f, "wrong"),
    ),
    Promise(
        "Server restarts are survived", "0 lost, 0 twice over 50 restarts", "restarts",
        lambda f: f"{f['restarts']} restarts, {f['acknowledged']:,} saves, {f['lost']} lost, {f['twice']} twice, "
        f"{f['told an error']} refused; longest wait {f['longest wait s']} s",
        lambda f: f["restarts"] >= 50 and not _wrong(f, "lost", "torn", "twice", "unasked"),
    ),
    Promise(
        "… and the window is never frozen", "no gap longer than 5 s", "window_restarts",
        lambda f: f"longest gap {f['longest gap s']} s over {f['restarts']} restarts, "
        f"{f['longest gap without restarts s']} s without any; {f['saved']} of {f['entered']} patients saved, "
        f"{f['lost']} lost, {f['twice']} twice; not connected for at most {f['longest not connected s']} s",
        lambda f: f["longest gap s"] <= 5 and f["saved"] and not _wrong(
            f, "lost", "twice", "findings", "faults of the program"),
    ),
    Promise(
        "Nothing leaks", "0 places", "leaks",
        lambda f: f"{f['files written']} files and {f['bytes written']:,} bytes searched; {f['places with markers']} "
        f"places, {f['asked for, with markers in the name']} names of files",
        lambda f: not _wrong(f, "places with markers", "asked for, with markers in the name", "on the terminal"),
    ),
    Promise(
        "Backups restore", "100 % of 500 under load", "records_safety",
        lambda f: f"{f['backups']:,} made while {f['saves_meanwhile']:,} saved, {f['bad']} bad; {f['restored']} "
        f"restored, {f['restored_bad']} bad",
        lambda f: f["backups"] >= 500 and not f["bad"] and not f["restored_bad"],
    ),
    Promise(
        "Damage is noticed before it is shown", "100 % of 1,000 flipped bits", "records_safety",
        lambda f: f"{f['flipped_bits']:,} flipped, {f['unseen']} unseen",
        lambda f: f["flipped_bits"] >= 1000 and not f["unseen"],
    ),
    Promise(
        "No name stops a screen, a PDF, a table or a search", "0 of 10,000", "hostile_names",
        lambda f: f"{f['names']:,} names: {f['kept']:,} kept, searched, shown and in tables, {f['refused']:,} refused "
        f"in a sentence; {f['papers']:,} calendars; {f['failed']} failed",
        lambda f: f["names"] >= 10_000 and not f["failed"],
    ),
    Promise(
        "A disk that is really full loses nothing", "0 lost, nothing typed is lost; goes on when there is room",
        "full_disk",
        lambda f: f"{f['saved']} patients saved and {f['refused']} refused, {f['backups refused']} backups and "
        f"{f['papers refused']} calendars refused; {f['lost']} lost, {f['twice']} twice, {f['lost what was typed']} "
        f"lost what was typed, {f['half files']} half files, {f['does not go on']} did not go on",
        lambda f: f["refused"] >= 20 and not _wrong(
            f, "lost", "twice", "lost what was typed", "without a sentence", "does not go on", "half files",
            "faults of the program", "findings"),
    ),
    Promise(
        "Wrong input never reaches a dose", "0 crashes of 1,000,000", "fuzz_inputs",
        lambda f: f"{f['answered'] + f['refused']:,} inputs, {f['crashes']} crashes",
        lambda f: f["answered"] + f["refused"] >= 1_000_000 and not f["crashes"],
    ),
    Promise(
        "The program stays up all shift", "1,000,000 events, 0 aborts, memory growth < 50 MB", "soak",
        lambda f: f"{f['events']:,} events, {f['aborts']} aborts, {f['faults']} faults, "
        f"{f.get('memory after a tenth MB') or 'not measured'} → {f.get('memory at the end MB', 0)} MB",
        lambda f: f["events"] >= 1_000_000 and not f["aborts"] and not f["faults"]
        and f["memory at the end MB"] - f["memory after a tenth MB"] < 50,
    ),
)  # fmt: skip


def written(stored: Stored) -> str:
    """The page."""
    rows = ["| promise | goal | reached | | found by | day |", "|---|---|---|---|---|---|"]
    for one in PROMISES:
        found = stored.get(one.name)
        if found is None:
            rows.append(f"| {one.promise} | {one.goal} | not run | - | {one.name} | - |")
            continue
        figures = found["figures"]
        verdict = "reached" if found["clean"] and one.good(figures) else "not reached"
        day, command = found["day"], f"`{found['command']}`"
        rows.append(f"| {one.promise} | {one.goal} | {one.words(figures)} | {verdict} | {command} | {day} |")
    return "\n".join([OPENING, *rows, CLOSING])
