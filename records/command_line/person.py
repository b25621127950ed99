"""In whose name a command writes: where people sign in, login and password; the password never on the command line."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from records.errors import NotAllowed, RecordError
from records.folding import fold
from records.people.permissions import ROLES

if TYPE_CHECKING:
    from records.actions import Actions
    from records.values.core import Person

MOST_BYTES = 4096


def add_person(parser: argparse.ArgumentParser, by: str) -> None:
    """The options of a command that writes in somebody's name. by: what is said of --by."""
    parser.add_argument("--by", metavar="NAME", help=f"{by}; only for records that nobody signs in to")
    parser.add_argument("--login", metavar="LOGIN", help="your login name, for records that people sign in to")
    parser.add_argument(
        "--password-fd", type=int, metavar="N", help="read the password from this open file; left out: it is asked for"
    )


def typed_password(asked: argparse.Namespace) -> str:
    """The password from the open file that was named, else from the terminal. Raises RecordError where there is none.

    A command line and an environment can be read by other programs, so neither is ever looked at.
    """
    if asked.password_fd is not None:
        return _password_of(asked.password_fd)
    if sys.stdin is None or not sys.stdin.isatty():
        raise RecordError(
            "There is no terminal to ask for the password; give it with --password-fd N on an open file.", "password-fd"
        )
    return getpass.getpass("Password: ")


def _password_of(number: int) -> str:
    try:
        with os.fdopen(number, "rb", closefd=False) as file:
            text = file.read(MOST_BYTES).decode("utf-8")
    except (OSError, ValueError):
        raise RecordError("The password cannot be read from --password-fd.", "password-fd") from None
    line = text.split("\n", 1)[0].rstrip("\r")
    if not line:
        raise RecordError("The file of --password-fd holds no password.", "password-fd")
    return line


@contextmanager
def person_of(actions: "Actions", asked: argparse.Namespace, action: str) -> "Iterator[Person]":
    """Who does it, signed in while it is done where these records have accounts. Raises RecordError.

    action  what is done, as in `records.people.permissions`; without accounts --by names one of those who may do it
    """
    if actions.accounts().result().any:
        with signed_in(actions, asked) as person:
            yield person
        return
    if asked.login is not None or asked.password_fd is not None:
        raise RecordError("Nobody signs in to these records; say with --by NAME who it is.", "login")
    may = [one for one in actions.people().result() if one.role in ROLES[action]]
    meant = [one for one in may if not asked.by or fold(one.name) == fold(asked.by)]
    if len(meant) != 1:
        known = ", ".join(f"{one.name} ({one.role})" for one in may) or "nobody yet"
        raise RecordError(f"Say with --by NAME who does it; in this store that may be {known}.", "by")
    yield meant[0]


@contextmanager
def signed_in(actions: "Actions", asked: argparse.Namespace) -> "Iterator[Person]":
    """Signed in as at the window: the same waiting after mistakes, the same entries in the trail."""
    if asked.by:
        raise NotAllowed("People sign in to these records; give --login in the place of --by.", "by")
    if not asked.login:
        raise NotAllowed("People sign in to these records; say with --login who you are.", "login")
    signed = actions.sign_in(asked.login, typed_password(asked)).result()
    try:
        yield signed.person
    finally:
        actions.sign_out().result()
