"""main.py ctcae load, show and list: NCI's workbook checked and kept in the store, and terms looked up in its words."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from records.command_line.person import add_person, person_of
from records.command_line.target import add_target, existing_file, reading, target_of, unlock_of
from records.errors import RecordError
from records.keeping.server_address import is_server
from regimen.command_line import DONE, REFUSED, print_json, reasons
from regimen.errors import Refusal, RegimenError, refuse

if TYPE_CHECKING:
    from regimen.grading.official import OfficialText
    from regimen.grading.wording import Wording

Answered = tuple[dict[str, Any], str]
VERSIONS = ("5.0", "6.0")
WAY = "by the command line"
SOURCES = {"nci": "NCI's wording", "own": "our own words", "none": "no words: load NCI's workbook"}
MOST_OFFERED = 8


def ctcae(arguments: Sequence[str]) -> int:
    """One of the commands on the CTCAE. Returns the exit status."""
    asked = parser().parse_args(arguments)
    do: Callable[[argparse.Namespace], Answered] = {"load": load, "show": show, "list": list_}[asked.command]
    try:
        answer, words = do(asked)
    except (RecordError, RegimenError) as error:
        why = reasons(error) if isinstance(error, RegimenError) else (Refusal(error.field, str(error)),)
        for one in why:
            sys.stderr.write(f"capox: {one.reason}\n")
        if asked.json:
            print_json({"refused": [{"field": one.field, "reason": one.reason} for one in why]})
        return REFUSED
    if asked.json:
        print_json(answer)
    else:
        sys.stdout.write(words + "\n")
    return DONE


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    whole = argparse.ArgumentParser(
        prog="capox ctcae",
        description="Grading criteria: NCI's own workbook and its words.",
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, what: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=what, description=what, allow_abbrev=False)
        add_target(command)
        return command

    taking = add("load", "Check NCI's workbook (xlsx, v5.0 or v6.0) and keep it in the store.")
    taking.add_argument("file", type=Path, metavar="FILE.xlsx")
    add_person(taking, "who loads it: a person named in the store")
    taking.add_argument("--check-only", action="store_true", help="say what it holds; open no store, keep nothing")
    showing = add("show", "A term with its grades, in NCI's words where the workbook is loaded, else in ours.")
    showing.add_argument("term", metavar="TERM", help="a term, a code, or a word that finds it")
    showing.add_argument("--ctcae", choices=VERSIONS, default=VERSIONS[0], help="the version, by default 5.0")
    listing = add("list", "Which workbooks were loaded, and which are in use.")
    whole.epilog = "\n".join(one.format_usage() for one in (taking, showing, listing))
    return whole


def load(asked: argparse.Namespace) -> Answered:
    """Check a workbook, then keep it. Raises Refused with every difference from our list; RecordError."""
    from regimen.grading.official import write_text
    from regimen.grading.workbook import load_workbook

    book = load_workbook(asked.file)
    answer: dict[str, Any] = {
        "ctcae": book.version,
        "terms": len(book.terms),
        "file_sha256": book.sha256,
        "file_date": book.saved or None,
        "kept": not asked.check_only,
    }
    saved = f"saved {book.saved}" if book.saved else "without a date"
    words = f"CTCAE {book.version}: all {len(book.terms)} terms with their codes and grades; {saved}\n{book.sha256}"
    if asked.check_only:
        return answer, f"{words}\nOnly checked; nothing was kept."
    kept = _keep(asked, write_text(book.version, book.terms), book.sha256, book.saved)
    return answer | {"text_sha256": kept}, f"{words}\nKept; its wording is in use from now on."


def _keep(asked: argparse.Namespace, text: str, file_sha256: str, saved: str) -> str:
    from uuid import uuid4

    from records.actions import Actions

    target = target_of(asked)
    if not is_server(target):
        existing_file(target)
    actions = Actions.open(target, unlock=unlock_of(asked))
    try:
        actions.opened.result()
        with person_of(actions, asked, "load grading criteria") as person:
            return actions.load_grading(person, uuid4(), text, file_sha256, saved, WAY).result().text_sha256
    finally:
        actions.close()


def show(asked: argparse.Namespace) -> Answered:
    """A term and its grades. Raises Refused for a word that finds no term, or several."""
    from regimen.grading.search import search
    from regimen.grading.wording import wording

    official = _wordings(asked).get(asked.ctcae)
    found = wording(asked.term, asked.ctcae, official)
    if found is None:
        hits = search(asked.term, asked.ctcae, (), MOST_OFFERED)
        if not hits:
            raise refuse("term", f'CTCAE {asked.ctcae} has no term that "{asked.term[:60]}" finds.')
        if len(hits) > 1 and asked.term.strip() != hits[0].term.code:
            names = "; ".join(hit.term.name for hit in hits)
            raise refuse("term", f'Which term of CTCAE {asked.ctcae} is meant by "{asked.term[:60]}"? {names}.')
        found = wording(hits[0].term.name, asked.ctcae, official)
    assert found is not None  # the search offers only terms of this version
    return _as_json(found), _as_text(found)


def _wordings(asked: argparse.Namespace) -> "Mapping[str, OfficialText]":
    """What the store has loaded; nothing where this user has no store yet and none was named."""
    from records.deeds.grading import wordings

    target = target_of(asked)
    if not asked.database and not Path(target).is_file():
        return {}
    with reading(target, unlock_of(asked)) as store:
        return store.read(wordings)


def _as_json(found: "Wording") -> dict[str, Any]:
    return {
        "ctcae": found.version,
        "term": found.term.name,
        "code": found.term.code,
        "soc": found.term.soc,
        "wording": found.source,
        "grades": {str(grade): words or None for grade, words in found.grades.items()},
        "definition": found.definition or None,
        "note": found.note or None,
    }


def _as_text(found: "Wording") -> str:
    lines = [f"{found.term.name}  (CTCAE {found.version}, {found.term.code}, {found.term.soc})"]
    lines += [f"  {grade}: {words or '-'}" for grade, words in found.grades.items()]
    lines += [f"  {head}: {words}" for head, words in (("definition", found.definition), ("note", found.note)) if words]
    return "\n".join([*lines, f"  {SOURCES[found.source]}"])


def list_(asked: argparse.Namespace) -> Answered:
    """Every workbook that was loaded, those in use first."""
    from records.deeds.grading import gradings

    with reading(target_of(asked), unlock_of(asked)) as store:
        loaded = store.read(gradings)
    entries = [
        {
            "ctcae": one.ctcae,
            "in_use": one.in_use,
            "terms": one.terms,
            "file_sha256": one.file_sha256,
            "file_date": one.file_date or None,
            "text_sha256": one.text_sha256,
            "by": one.by,
            "at": one.at.isoformat(),
        }
        for one in loaded
    ]
    lines = [
        f"CTCAE {one.ctcae}  {'in use' if one.in_use else 'no longer used'}  {one.terms} terms  {one.at:%Y-%m-%d}"
        f"  {one.by}  {one.file_sha256}"
        for one in loaded
    ]
    return {"loaded": entries}, "\n".join(lines) or "No workbook was loaded; our own words are shown."


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {"ctcae": ctcae}
