"""docs/benchmarks.md from the figures that bench/run.py collected.

Used by bench/run.py. Every goal has its row: what was measured, beside what, the ratio, and whether it was reached;
a goal that is missed says by how much, and below the table stands why.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

FRAME_MS = 16.7
MOST_GAP = 1.6
PRINTING = ("first calendar", "second calendar", "staff sheet")
Found = Mapping[str, Mapping[str, Any]]

WHY = {
    "1": "The program builds its rail, list and styled fields before the first paint; the floor is one label. What is "
    "not needed on the first screen is imported after it.",
    "2": "Beside the widgets, the first screen holds the fonts' glyphs, the reader of the store and its folded search.",
    "3": "Pages are drawn in a worker process, their pictures in a thread, and modules and the worker are loaded ahead "
    "in steps of a few milliseconds, so no gap comes from making the PDF. The pages of a patient are made in pieces of "
    "a few milliseconds too, unseen, and come to the front whole. What is left is the longest of these pieces (a card "
    "with all its fields), a new page's first layout and paint, which Qt does in one turn, and waiting for the "
    "interpreter while another thread lays out the course or reads the store.",
    "4": "The fonts are embedded unmodified, as their licences leave them, and ReportLab cuts each font anew for every "
    "document; with prepared fonts this way of drawing comes to 1.9 times the floor.",
    "7": "The one file is packed as its pages are added, with less effort than usual (a twenty-fifth larger for less "
    "than half the time), and texts that stand on many pages are worked out once: it takes less than the hand-written "
    "objects. A file alone is quick too in a process that has drawn before: what it pays again is its fonts.",
    "5": "A cold print imports ReportLab and parses a whole Chinese font. The program does this in its worker process, "
    "away from the window.",
    "6": "Hinting tables and the name table of the unmodified fonts travel in the file.",
    "19": "Each term is one range of an index that holds everything counted, and a question of its own, so that the "
    "count can be stopped and the window goes on. The row of all terms together sorts everything by patient once.",
    "20": "The anchor is a bare connection on the asking thread, some microseconds; the program's question goes to a "
    "thread beside, through SQLAlchemy, and asks who may read. No summary is kept: what was counted stands while the "
    "newest entry of the trail is the same, so that it never differs from a count anew; after a change it counts.",
    "9": "The anchor is our own list, where reset and repaint take under a millisecond (a plain table: 4 ms); asking "
    "the store adds about 0.6 ms to a key, which the ratio to so small an anchor shows large.",
}


class Row(NamedTuple):
    """One goal. ratio: what was found; limit: the most it may be; None where a goal is a plain count or a yes."""

    number: str
    what: str
    goal: str
    anchor: str
    program: str
    ratio: float
    limit: float


def verdict(ratio: float, limit: float) -> str:
    """Reached, or missed by how much."""
    if ratio <= limit:
        return "reached"
    if not limit:
        return "missed"
    if ratio > 2 * limit:
        return f"missed: {ratio / limit:.1f} times the goal"
    return f"missed by {(ratio / limit - 1) * 100:.0f} %"


def start_rows(figures: Mapping[str, Any]) -> Iterator[Row]:
    for platform in ("offscreen", "xcb"):
        if f"ratio {platform}" not in figures:
            continue
        floor, program, ratio = (figures[f"{kind} {platform}"] for kind in ("floor", "program", "ratio"))
        for number, what, key, unit, limit in (
            ("1", f"start to first paint, least wall ({platform})", "wall", "wall_ms", 1.10),
            ("1", f"start to first paint, median CPU ({platform})", "cpu", "cpu_ms", 1.20),
            ("2", f"memory at the first paint ({platform})", "memory", "memory_mb", 1.20),
        ):
            word = "MB" if key == "memory" else "ms"
            yield Row(number, what, f"<= {limit:.2f} x floor", f"{floor[unit]} {word}", f"{program[unit]} {word}",
                      ratio[key], limit)  # fmt: skip


def shared_start_rows(figures: Mapping[str, Any]) -> Iterator[Row]:
    for platform in ("offscreen", "xcb"):
        if f"app_{platform}" not in figures:
            continue
        floor, app = figures[f"floor_{platform}"], figures[f"app_{platform}"]
        for what, place, ratios, limit in (
            ("least wall", 1, "x_floor_min_wall", 1.10), ("median CPU", 2, "x_floor_cpu", 1.20)
        ):  # fmt: skip
            yield Row("1", f"the same beside the shared anchor, {what} ({platform})", f"<= {limit:.2f} x floor",
                      f"{floor[place]} ms", f"{app[place]} ms", figures[ratios][f"app_{platform}"], limit)  # fmt: skip
        yield Row("2", f"the same beside the shared anchor ({platform})", "<= 1.20 x floor", f"{floor[3]} MB",
                  f"{app[3]} MB", round(app[3] / floor[3], 2), 1.20)  # fmt: skip


def freeze_rows(figures: Mapping[str, Any]) -> Iterator[Row]:
    idle = figures["idle"]["gap_ms"]
    limit = min(MOST_GAP, round(FRAME_MS / idle, 1))
    for name, each in figures.items():
        if name in ("idle", "start", "over one frame"):
            continue
        what = f"largest freeze: {name} (shown after {each['shown_ms']} ms)"
        program = f"{each['gap_ms']} ms ({each['cpu_ms']} ms of it CPU of the window)"
        yield Row("3", what, f"<= {limit} x idle, <= {FRAME_MS} ms", f"{idle} ms idle", program,
                  each["ratio"], limit)  # fmt: skip
    first, second = figures["first calendar"]["shown_ms"], figures["second calendar"]["shown_ms"]
    yield Row("5", "click to preview, first calendar beside the second", "<= 1.5 x warm", f"{second} ms", f"{first} ms",
              round(first / second, 2), 1.5)  # fmt: skip


def shared_pdf_rows(figures: Mapping[str, Any]) -> Iterator[Row]:
    app = figures["app"]
    for peer, limit in (("raw", 1.8), ("qpdfwriter", 0.30), ("weasyprint", 0.01)):
        if peer in figures:
            other = figures[peer]
            yield Row("4", f"six pages, warm, beside {peer} (shared)", f"<= {limit:g} x", f"{other['warm']} ms",
                      f"{app['warm']} ms", round(app["warm"] / other["warm"], 3), limit)  # fmt: skip
    if "rl_platypus_para" in figures:
        other = figures["rl_platypus_para"]
        cold, mine = other["imp"] + other["cold"], app["imp"] + app["cold"]
        yield Row("5", "six pages, cold, beside Platypus Paragraphs (shared)", "<= 0.40 x", f"{cold} ms", f"{mine} ms",
                  round(mine / cold, 2), 0.40)  # fmt: skip
    if "weasyprint" in figures:
        other = figures["weasyprint"]
        yield Row("6", "size of the file, beside WeasyPrint (shared)", "<= 0.95 x", f"{other['kb']} kB",
                  f"{app['kb']} kB", round(app["kb"] / other["kb"], 2), 0.95)  # fmt: skip


def calendar_rows(figures: Mapping[str, Any]) -> Iterator[Row]:
    paint, whole = figures["paint"], figures["calendar"]
    pages = figures["document"]["pages"]
    for peer, limit in (("raw", 1.8), ("qpdfwriter", 0.30)):
        other = figures[peer]
        yield Row("4", f"our own {pages} pages, painting, beside {peer}", f"<= {limit:g} x", f"{other['warm_ms']} ms",
                  f"{paint['warm_ms']} ms", round(paint["warm_ms"] / other["warm_ms"], 2), limit)  # fmt: skip
    for what, each in (("painting", paint), ("laying out and painting", whole)):
        other = figures["platypus"]
        yield Row("5", f"our own {pages} pages, cold, {what}, beside Platypus Paragraphs (words only)", "<= 0.40 x",
                  f"{other['cold_ms']} ms", f"{each['cold_ms']} ms",
                  round(each["cold_ms"] / other["cold_ms"], 2), 0.40)  # fmt: skip
    loose = 2 * whole["fonts"] - whole["embedded"] - whole["subset"]
    yield Row("6", f"our own {pages} pages: fonts not embedded or not subset", "none", f"{whole['fonts']} fonts",
              f"{loose} ({whole['kb']} kB)", loose, 0)  # fmt: skip


def batch_rows(figures: Mapping[str, Any]) -> Iterator[Row]:
    raw, merged, single = (figures[name] for name in ("raw", "merged", "single"))
    what = f"{figures['patients']} calendars, {figures['pages']} pages, in one file"
    for key, other, limit, unit, word in (
        ("merged / raw", raw, 1.3, "cpu_ms", "beside raw, CPU"),
        ("merged / single", single, 0.33, "cpu_ms", "beside a file each, CPU"),
        ("memory, merged / raw", raw, 2.0, "memory_mb", "beside raw, memory"),
    ):
        sign = "MB" if unit == "memory_mb" else "ms"
        yield Row("7", f"{what}, {word}", f"<= {limit:g} x", f"{other[unit]} {sign}", f"{merged[unit]} {sign}",
                  figures["ratios"][key], limit)  # fmt: skip


def search_rows(figures: Mapping[str, Any]) -> Iterator[Row]:
    base = figures["anchor_ms"]
    for kind, median, worst in (("name prefix", 1.25, 1.5), ("number prefix", 1.25, 1.5), ("inside a word", 2.5, None)):
        each = figures[kind]
        what = f"key to painted rows, {figures['patients']:,} patients, {kind}"
        yield Row("9", f"{what}: median", f"<= {median} x reset and repaint", f"{base} ms", f"{each['median_ms']} ms",
                  each["ratio"], median)  # fmt: skip
        if worst is not None:
            anchor = figures["anchor"]["p98_ms"]
            yield Row("9", f"{what}: worst of 50 keys", f"<= {worst} x reset and repaint", f"{anchor} ms",
                      f"{each['p98_ms']} ms", round(each["p98_ms"] / anchor, 2), worst)  # fmt: skip


def event_rows(figures: Mapping[str, Any]) -> Iterator[Row]:
    """CPU where processes are compared, wall where one question is asked."""
    cpu = {name: figures[name]["cpu_ms"] for name in ("scan", "index scan", "program", "pandas")}
    what = f"table of {figures['events']:,} adverse events, term by worst grade, from the file, CPU"
    for anchor, words, limit in (("scan", "reading every row", 7), ("pandas", "pandas", 0.3)):
        yield Row("19", f"{what}, beside {words}", f"<= {limit:g} x", f"{cpu[anchor]} ms", f"{cpu['program']} ms",
                  round(cpu["program"] / max(cpu[anchor], 1), 2), limit)  # fmt: skip
    yield Row("19", "cells that differ from the table of pandas", "0", f"{figures['events']:,} events",
              str(figures["differing cells"]), figures["differing cells"], 0)  # fmt: skip
    one, stands = figures["one query"]["wall_ms"], figures["standing"]["wall_ms"]
    yield Row("20", "the standing table where nothing changed, through the door to the records", "<= 5 x one query",
              f"{one} ms", f"{stands} ms", round(stands / one, 1), 5)  # fmt: skip
    page = figures["page"]
    limit = min(MOST_GAP, round(FRAME_MS / page["idle_gap_ms"], 1))
    for name, words in (
        ("counting", f"counting them (shown after {page['shown_ms']} ms)"),
        ("standing", "coming back"),
    ):
        gap = page[f"{name}_gap_ms"]
        yield Row("3", f"largest freeze: page of everybody's adverse events, {words}",
                  f"<= {limit} x idle, <= {FRAME_MS} ms", f"{page['idle_gap_ms']} ms idle",
                  f"{gap} ms ({page[f'{name}_cpu_ms']} ms of it CPU of the window)",
                  round(gap / page["idle_gap_ms"], 1), limit)  # fmt: skip


def import_rows(figures: Mapping[str, Any]) -> Iterator[Row]:
    """CPU of the window's thread: what other programs take is in the gaps alone. A goal set later than the others."""
    for name, words in (("reading", "read and compared"), ("storing", "stored")):
        cpu = figures[f"{name}_cpu_ms"]
        shown = figures[f"{name}_shown_ms"]
        what = f"longest turn of the window: {int(figures['rows']):,} rows of a file {words} (after {shown} ms)"
        yield Row("3", what, "<= 100 ms of its own", f"{figures['idle_gap_ms']} ms idle",
                  f"{cpu} ms CPU (gap {figures[f'{name}_gap_ms']} ms)", round(cpu / 100, 2), 1)  # fmt: skip


def exact_rows(found: Found) -> Iterator[Row]:
    for name, number, what, count, key in (
        ("dose_grid", "17", "doses that differ from the second path", "orders", "differences"),
        ("fuzz_inputs", "17", "generated inputs that crash a calculator", "answered", "crashes"),
        ("hostile_names", "6", "hostile names that stop or alter a page", "names", "failed"),
    ):
        if name in found:
            figures = found[name]["figures"]
            done = figures[count] + figures.get("refused", 0)
            yield Row(number, what, "0", f"{done:,} tried", str(figures[key]), figures[key], 0)


def rows_of(found: Found) -> list[Row]:
    """All rows, in the order of the goals."""
    makers = {
        "start": start_rows, "shared_start": shared_start_rows, "first_print": freeze_rows,
        "shared_pdf": shared_pdf_rows, "clinic_batch": batch_rows, "calendar_pdf": calendar_rows, "search": search_rows,
        "event_counts": event_rows, "import_rows": import_rows,
    }  # fmt: skip
    rows = [row for name, make in makers.items() if name in found for row in make(found[name]["figures"])]
    return sorted([*rows, *exact_rows(found)], key=lambda row: int(row.number))


def written(machine: Mapping[str, str], found: Found) -> str:
    """The page."""
    rows = rows_of(found)
    lines = [
        "# Measured",
        "",
        "Written by `make bench` (`python bench/run.py`); do not edit. Goals are ratios to an anchor that ran in the",
        "same minutes on the same machine; absolute figures are that machine's only. Rows are numbered as the goals",
        "were when they were set. No test depends on any of these times. Rows that say CPU hold time of the processor,",
        "the variants in turns and repeated, so that other programs on the machine hardly count; the others are wall",
        "times.",
        "",
        "Machine: " + ", ".join(f"{name} {value}" for name, value in machine.items()) + ".",
        "",
        "| row | what | goal | anchor | program | ratio | |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        ratio = f"{row.ratio:g}" if row.limit else "-"
        cells = (row.number, row.what, row.goal, row.anchor, row.program, ratio, verdict(row.ratio, row.limit))
        lines.append("| " + " | ".join(cells) + " |")
    missed = dict.fromkeys(row.number for row in rows if row.ratio > row.limit)
    if missed:
        lines += ["", "## Why goals are missed", ""]
        lines += [f"- Row {number}: {WHY.get(number, 'a fault to be put right')}" for number in missed]
    lines += ["", "## How each was run", "", "| measurement | command | day |", "|---|---|---|"]
    for name, entry in found.items():
        command = f"python bench/{name}.py {entry['arguments']}".rstrip()
        if name.startswith("shared_"):
            command = f"python bench/run.py --only {name}"
        lines.append(f"| {name} | `{command}` | {entry['day']} |")
    lines += ["", peers_line(found), ""]
    return "\n".join(lines)


def peers_line(found: Found) -> str:
    """Which other PDF makers ran."""
    if "shared_pdf" not in found:
        return "The anchors of ../shared/bench for PDFs were not run: they or the packages they need were not there."
    ran = ", ".join(sorted(name for name in found["shared_pdf"]["figures"] if name != "app"))
    return (
        f"Other PDF makers that ran beside the program on the shared pages: {ran} (raw: PDF objects written by hand)."
    )
