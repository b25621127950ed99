"""The words behind the program's name that concern the window."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import argparse


class Options(NamedTuple):
    """How one run of the window was asked for.

    demo               the demo clinic instead of the site's own records
    database           store file or database URL in the place of the usual one
    data_dir           folder for store, settings of the window, log and crash reports
    today              the day the program takes for today
    print_first_paint  print CLOCK_MONOTONIC in ns at the first paint, then quit
    pictures           draw the demo clinic into this folder, then quit
    kiosk              fill the screen and stay there
    """

    demo: bool = False
    database: str = ""
    data_dir: Path | None = None
    today: date | None = None
    print_first_paint: bool = False
    pictures: Path | None = None
    kiosk: bool = False


def clock(options: Options) -> Callable[[], date]:
    """What tells the program the day: the computer, or --today."""
    fixed = options.today
    return date.today if fixed is None else lambda: fixed


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        import argparse

        raise argparse.ArgumentTypeError(f'"{text}" is no date; write it as 2026-03-02') from None


def parser() -> "argparse.ArgumentParser":
    """The parser of the window's options."""
    import argparse

    words = argparse.ArgumentParser(prog="capox-planner", description="Doses, cycles and calendars for ICI + CAPOX.")
    words.add_argument("--demo", action="store_true", help="open the demo clinic: synthetic patients, kept apart")
    words.add_argument("--database", default="", metavar="PATH|URL", help="store to open in place of the usual one")
    words.add_argument("--data-dir", type=Path, metavar="FOLDER", help="folder for store, window settings and log")
    words.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="take this day for today")
    words.add_argument("--print-first-paint", action="store_true", help="print the moment of the first paint and quit")
    words.add_argument("--pictures", type=Path, metavar="FOLDER", help="draw the demo clinic into a folder and quit")
    words.add_argument("--kiosk", action="store_true", help="fill the screen, without a way to close the window")
    return words


def read_options(argv: list[str]) -> Options:
    """The options of one run; wrong ones end the program with status 2 and a line of words."""
    if not argv:
        return Options()
    if argv == ["--print-first-paint"]:  # measures a start without any option, so it must not cost the reading of one
        return Options(print_first_paint=True)
    found = parser().parse_args(argv)
    return Options(**vars(found))
