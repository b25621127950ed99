"""main.py downtime: the downtime pack of a store, written without a window, beside one that has the store open."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from records.command_line.answering import Answered, carry_out
from records.command_line.target import add_target, target_of, unlock_of

MOST_KEPT = 1000


def downtime(arguments: Sequence[str]) -> int:
    """Write the pack. Returns the exit status."""
    return carry_out(write, parser().parse_args(arguments))


def write(asked: argparse.Namespace) -> Answered:
    """The pack in its folder. Raises RecordError, RegimenError."""
    from gui.clinic.downtime import make_pack, refuse_folder, write_pack
    from gui.clinic.drawing import OwnDrawing
    from records.clinic.week import read_week

    refuse_folder(asked.out)
    week = read_week(target_of(asked), unlock_of(asked), asked.first or date.today(), asked.days)
    pack = make_pack(week, "", datetime.now().astimezone(), OwnDrawing(), lambda _done, _whole: None, lambda: False)
    written = write_pack(pack, asked.out, asked.keep)
    found = {
        "written": written.name, "first": pack.first.isoformat(), "days": pack.days, "patients": len(pack.patients),
        "pages": pack.pages, "left_out": pack.left_out, "sha256": pack.sha256, "anchor": str(week.end.anchor),
    }  # fmt: skip
    words = (
        f"{written.name}: {pack.days} days, {len(pack.patients)} patients, {pack.pages} pages; "
        f"{pack.left_out} papers could not be made, each is named in the index with its reason."
    )
    return found, words, True


def parser() -> argparse.ArgumentParser:
    """Its options."""
    words = argparse.ArgumentParser(
        prog="capox downtime",
        description="The days to come on paper, for work without the program.",
        allow_abbrev=False,
    )
    add_target(words)
    words.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder in which a new one is made")
    words.add_argument("--days", type=int, default=7, metavar="N", help="days from the first on, 1 to 31; usually 7")
    words.add_argument("--first", type=date.fromisoformat, metavar="DATE", help="the first day; by default today")
    words.add_argument(
        "--keep",
        type=_kept,
        default=0,
        metavar="N",
        help="afterwards keep the N newest packs in the folder; usually all",
    )
    return words


def _kept(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else -1
    if not 0 <= number <= MOST_KEPT:
        raise argparse.ArgumentTypeError(f"0 to {MOST_KEPT}")
    return number


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {"downtime": downtime}
