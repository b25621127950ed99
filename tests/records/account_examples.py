"""Accounts for tests, with hashes that cost next to nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from argon2 import PasswordHasher

from records.actions import Actions
from records.people import passwords
from records.values.accounts import SignedIn
from records.values.core import Person, Role

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
SECRET = "two magpies on a wire"
FIRST = "a first word for {0}"
NAMES: dict[Role, str] = {
    "nurse": "Tomás Ferreira", "pharmacist": "Priya Raman", "prescriber": "Ines Duarte", "administrator": "Adam Okafor",
}  # fmt: skip


def hash_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same algorithm with hardly any work; what it costs is measured elsewhere."""
    monkeypatch.setattr(passwords, "HASHER", QUICK)
    passwords.nobodys_hash.cache_clear()


def begin(actions: Actions, role: Role = "administrator") -> SignedIn:
    """The first person of an empty store, signed in; the login is the role."""
    return actions.add_first_person(NAMES[role], role, role, SECRET).result()


def add(actions: Actions, by: Person, role: Role, name: str = "", login: str = "") -> Person:
    """Somebody else with a password of their own; whoever was signed in is so again afterwards."""
    login = login or role
    before = actions.signed_in
    first = FIRST.format(login)
    member = actions.add_member(by, name or NAMES[role], role, login, first).result()
    actions.sign_in(login, first).result()
    actions.change_password(first, SECRET).result()
    if before is not None:
        actions.sign_in(before.login, SECRET).result()
    return member.person


@contextmanager
def signed_in(actions: Actions, login: str) -> Iterator[Person]:
    """Somebody at the screen for a while, then whoever was there before."""
    before = actions.signed_in
    yield actions.sign_in(login, SECRET).result().person
    if before is not None:
        actions.sign_in(before.login, SECRET).result()
