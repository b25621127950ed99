"""Accounts as plain values: who is signed in, who works here, a proof of a second person, an emergency."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from records.values.core import Person


@dataclass(frozen=True, slots=True)
class Accounts:
    """Whether people sign in to these records.

    any        there is an account; from then on every deed needs somebody signed in
    may_begin  who may make the first account, where there is none: administrators, else everybody named
    """

    any: bool
    may_begin: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is signed in on this run of the program.

    token        of this one sign-in
    must_change  a password of their own has to be chosen first
    manages      may add people and set passwords
    emergency    set while wider rights are taken
    """

    token: UUID
    person: Person
    login: str
    since: datetime
    must_change: bool = False
    manages: bool = False
    emergency: "Emergency | None" = None


@dataclass(frozen=True, slots=True)
class Proof:
    """A second person showed that it is them, for one deed of one purpose, for a short time."""

    token: UUID
    person: Person
    purpose: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Emergency:
    """Wider rights taken in an emergency.

    deeds     what was done meanwhile: (moment, action, patient or None), filled in the report only
    ended_at  None while it lasts; past `until` it is over without a word
    """

    id: UUID
    person: Person
    reason: str
    began_at: datetime
    until: datetime
    ended_at: datetime | None = None
    deeds: tuple[tuple[datetime, str, UUID | None], ...] = ()

    def lasts(self, now: datetime) -> bool:
        """Whether it is in force."""
        return self.ended_at is None and self.began_at <= now < self.until


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works here, as whoever looks after people sees them; login is "" without an account."""

    person: Person
    active: bool
    login: str = ""
    must_change: bool = False
    signed_in_at: datetime | None = None
    failures: int = 0
