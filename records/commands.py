"""main.py database where, upgrade, check, backup, restore, verify-audit, export and import."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from records.command_line.answering import Answered, carry_out
from records.command_line.person import add_person
from records.command_line.target import add_target


def database(arguments: Sequence[str]) -> int:
    """One of the commands on a store. Returns the exit status."""
    asked = parser().parse_args(arguments)

    from records.command_line import database as database_commands

    name = {"import": "import_"}.get(asked.command, asked.command.replace("-", "_"))
    do: Callable[[argparse.Namespace], Answered] = getattr(database_commands, name)
    return carry_out(do, asked)


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    words = argparse.ArgumentParser(prog="capox database", description="The records as a whole.", allow_abbrev=False)
    commands = words.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, what: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=what, description=what, allow_abbrev=False)
        add_target(command)
        return command

    add("where", "Which records this computer opens, and whether they are there; nothing is opened.").add_argument(
        "--kind", action="store_true", help="only one word: file, server or none"
    )
    add("upgrade", "Bring the store to this version's schema, after a verified backup.")
    add("check", "Look at every page, row and audit entry; nothing is written.")
    add("backup", "A verified backup into a new file.").add_argument("file", type=Path, metavar="FILE")
    restore = add("restore", "Put a verified backup in the place of the store.")
    restore.add_argument("file", type=Path, metavar="FILE")
    add_person(restore, "who restores it")
    restore.add_argument("--replace", action="store_true", help="there are records already; keep them beside")
    add("grants", "SQL for PostgreSQL: what the program's own role may do. It is printed, not run.").add_argument(
        "role", metavar="ROLE", help="the role the workstations sign in to the database with"
    )
    verify = add("verify-audit", "Whether the audit trail is whole, and every row as its last entry left it.")
    verify.add_argument("--anchor", metavar="SEQ:HASH", help="a printed anchor; finds a cut end and a trail made anew")
    add("export", "All rows as text files with a manifest; not encrypted.").add_argument(
        "directory", type=Path, metavar="DIR"
    )
    bring = add("import", "Bring an export or a backup into an empty store.")
    bring.add_argument("file", type=Path, metavar="FILE", help="the manifest of an export, or a backup")
    add_person(bring, "who brings in a backup")
    bring.add_argument("--preview", action="store_true", help="check it and say what would come; change nothing")
    bring.add_argument("--unencrypted", action="store_true", help="make a new SQLite store without encryption")
    return words


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {"database": database}
