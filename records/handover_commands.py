"""main.py handover write, check and take: a running course as one signed file, from and into a store."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from records.command_line.answering import Answered, carry_out
from records.command_line.person import add_person, person_of
from records.command_line.target import add_target, existing_file, reading, target_of, unlock_of
from records.errors import RecordError
from records.imports.identity import number_key
from records.keeping.server_address import is_server

if TYPE_CHECKING:
    from records.actions import Actions
    from records.store import Store
    from records.values.core import Workspace
    from records.values.handover import SignedText, TakePreview

MOST_LINE = 4096


def handover(arguments: Sequence[str]) -> int:
    """One of the commands on handover files. Returns the exit status."""
    asked = parser().parse_args(arguments)
    do: Callable[[argparse.Namespace], Answered] = {"write": write, "check": check, "take": take}[asked.command]
    return carry_out(do, asked)


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    whole = argparse.ArgumentParser(
        prog="capox handover", description="A running course handed over as one signed file.", allow_abbrev=False
    )
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, what: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=what, description=what, allow_abbrev=False)
        command.add_argument("file", type=Path, metavar="FILE")
        command.add_argument(
            "--seal-file",
            type=Path,
            metavar="FILE",
            help="its first line is the passphrase that seals the handover file",
        )
        add_target(command)
        return command

    writing = add("write", "Sign the running course of a patient and mark it as treated elsewhere.")
    writing.add_argument("--patient", required=True, metavar="NUMBER", help="a number of the patient")
    writing.add_argument("--to", required=True, metavar="HOSPITAL", help="for whom the file is written")
    writing.add_argument("--note", default="", metavar="WORDS", help="said with it")
    writing.add_argument("--unsealed", action="store_true", help="write it readable for anybody who has the file")
    add_person(writing, "who hands it over")
    add("check", "Whether a file is whole, who signed it, and what taking it over would do; nothing is stored.")
    taking = add("take", "Take the course over: everything the check says, or nothing.")
    taking.add_argument("--day1", metavar="DATE", help="day 1 of the next cycle here; left out: as it was planned")
    taking.add_argument("--apart", action="store_true", help="somebody of the same name and birth date is another one")
    taking.add_argument("--trust", metavar="HOSPITAL", help="whose key it is, where it is not known here yet")
    taking.add_argument(
        "--compared", metavar="WORDS", help="with --trust: with whom the fingerprint was compared, and how"
    )
    add_person(taking, "who takes it over")
    return whole


def write(asked: argparse.Namespace) -> Answered:
    """Hand over, then write the file. Raises RecordError; a file that is there is not replaced."""
    from records.handover.envelope import fingerprint, write_file

    passphrase = _passphrase(asked)
    if bool(passphrase) == asked.unsealed:
        raise RecordError(
            "Seal the file with --seal-file FILE, or say --unsealed: it holds the patient's data.", "seal-file"
        )
    if asked.file.exists():
        raise RecordError(f"{asked.file.name} is there already; choose another name.", "file")
    with _opened(asked) as actions, person_of(actions, asked, "hand over course") as person:
        space = _patient(actions, asked.patient)
        running = [course for course in space.courses if course.status == "active"]
        if not running:
            raise RecordError("This patient has no running course.", "patient")
        record = actions.hand_over(person, uuid4(), running[-1].id, asked.to, asked.note).result()
        signed = actions.signed_file(record.id).result()
    _save(asked.file, write_file(signed, passphrase))
    mark = fingerprint(signed.public_key)
    answer = {"file": str(asked.file), "sha256": record.sha256, "fingerprint": mark, "sealed": bool(passphrase)}
    return answer, f"{asked.file.name} is written; the course is marked as treated at {asked.to}.\nKey: {mark}", True


def check(asked: argparse.Namespace) -> Answered:
    """The file beside the store; beside nothing where there is no store. Raises RecordError."""
    from records.deeds.taking_over import look
    from records.handover.envelope import fingerprint
    from records.handover.reading import read_handover

    signed = _file(asked)
    one = read_handover(signed.content)
    mark = fingerprint(signed.public_key)
    answer: dict[str, Any] = {
        "id": str(one.id), "site": one.site, "to": one.other, "at": one.at.isoformat(), "cycle": one.next.cycle,
        "fingerprint": mark,
    }  # fmt: skip
    target = target_of(asked)
    if not is_server(target) and not Path(target).is_file():
        return answer, f"{one.summary}\n\nKey: {mark}", True
    with reading(target, unlock_of(asked)) as store:
        seen = store.read(lambda session: look(session, signed, None, date.today()))
    return answer | _seen(seen), f"{one.summary}\n\n{_in_words(seen)}", True


def take(asked: argparse.Namespace) -> Answered:
    """Take the file over. Raises RecordError with the first sentence that stands in the way."""
    signed, today = _file(asked), date.today()
    if bool(asked.trust) != bool(asked.compared):
        raise RecordError("--trust and --compared go together: whose key it is, and how that was found out.", "trust")
    with _opened(asked) as actions, person_of(actions, asked, "take over course") as person:
        seen = actions.look_at_handover(signed, None, today).result()
        choice = replace(seen.choice, keep_apart=asked.apart, day1=_day(asked.day1) or seen.choice.day1)
        if asked.trust and seen.trust == "unknown":
            actions.trust_key(person, uuid4(), signed.public_key, asked.trust, asked.compared).result()
        seen = actions.look_at_handover(signed, choice, today).result()
        record = actions.take_over(person, uuid4(), signed, choice, seen.seen, today).result()
    answer = {"patient": str(record.patient_id), "course": str(record.course_id), "sha256": record.sha256}
    return answer | {"cycle": seen.handover.next.cycle}, f"Taken over from {record.other}.\n{_in_words(seen)}", True


def _seen(seen: "TakePreview") -> dict[str, Any]:
    lines = [{"state": line.state, "what": line.what, "why": line.why} for line in seen.lines]
    return {"key": seen.trust, "stands_in_the_way": list(seen.refused), "lines": lines}


def _in_words(seen: "TakePreview") -> str:
    said = [f"Key: {seen.fingerprint} ({seen.trust})"]
    said += [f"{line.state}: {line.what}{f' ({line.why})' if line.why else ''}" for line in seen.lines]
    return "\n".join([*said, *(f"stands in the way: {sentence}" for sentence in seen.refused)])


@contextmanager
def _opened(asked: argparse.Namespace) -> Iterator["Actions"]:
    """A store that is there, for writing."""
    from records.actions import Actions

    target = target_of(asked)
    if not is_server(target):
        existing_file(target)
    actions = Actions.open(target, unlock=unlock_of(asked))
    try:
        actions.opened.result()
        yield actions
    finally:
        actions.close()


def _patient(actions: "Actions", number: str) -> "Workspace":
    """The one patient with a number. Raises RecordError."""
    wanted = number_key(number)

    def has(space: "Workspace") -> bool:
        return any(number_key(value) == wanted for _kind, value in space.patient.entry.identifiers)

    found = [space for one in _with_number(actions, number) if has(space := actions.workspace(one).result())]
    if len(found) != 1:
        raise RecordError(f"{'Several patients have' if found else 'Nobody has'} the number {number[:40]}.", "patient")
    return found[0]


def _with_number(actions: "Actions", number: str) -> tuple[UUID, ...]:
    """Patients whose numbers begin with its first part."""

    def look(store: "Store") -> tuple[UUID, ...]:
        from sqlalchemy import select

        from records.folding import identifier_parts
        from records.tables import SearchPart

        query = select(SearchPart.patient_id).where(SearchPart.part.in_(identifier_parts(number))).distinct()
        return store.read(lambda session: tuple(session.scalars(query)))

    return actions._thread.read(look).result()


def _file(asked: argparse.Namespace) -> "SignedText":
    from records.handover.envelope import MOST_BYTES, open_file

    try:
        with asked.file.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise RecordError(f"{asked.file.name} cannot be read ({error.strerror}).", "file") from None
    return open_file(data, _passphrase(asked))


def _passphrase(asked: argparse.Namespace) -> str:
    """The first line of the file that was named; "" without one."""
    if asked.seal_file is None:
        return ""
    try:
        with Path(asked.seal_file).open(encoding="utf-8") as file:
            text = file.readline(MOST_LINE).rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise RecordError("The passphrase cannot be read from --seal-file.", "seal-file") from None
    if not text:
        raise RecordError("The file of --seal-file holds no passphrase.", "seal-file")
    return text


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise RecordError("--day1 is a date such as 2026-03-02.", "day1") from None


def _save(path: Path, data: bytes) -> None:
    from treatment_calendar.paper.atomic import write_atomically

    try:
        write_atomically(path, data)
    except OSError as error:
        raise RecordError(
            f"The course is handed over, but {path.name} cannot be written ({error.strerror}). Save the file again"
            " on the patient's page.", "file",
        ) from None  # fmt: skip


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {"handover": handover}
