"""The part of the door to the records that is about people and their accounts; `records.actions.Actions` has all of it.

Passwords come in as text and go no further than their hash, made on a thread beside the store's.
"""

from concurrent.futures import Future
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from records.errors import NotAllowed
from records.people.accounts import beside, checked
from records.thread import StoreThread
from records.values.accounts import Accounts, Emergency, Member, Proof, SignedIn
from records.values.core import Person, Role

if TYPE_CHECKING:
    from records.deeds.accounts import Kept
    from records.store import Deed, Store

EMERGENCY_MINUTES = 60


class AccountActions:
    """Signing in and out, passwords, people, wider rights in an emergency. Futures as in `Actions`."""

    _thread: StoreThread

    # Signing in

    @property
    def signed_in(self) -> SignedIn | None:
        """Who is signed in on this run, locked or not; at once, from any thread."""
        return self._thread.seat.signed_in

    @property
    def locked(self) -> bool:
        """Whether the screen is locked."""
        return self._thread.seat.locked

    def emergency(self) -> Emergency | None:
        """Wider rights in force; at once, from any thread."""
        return self._thread.seat.emergency()

    def may_see_patients(self) -> bool:
        """Whether lists of patients may be shown to whoever is here; at once, from any thread."""
        return self._thread.seat.may_see_patients()

    def accounts(self) -> Future[Accounts]:
        """Whether people sign in to these records."""

        def look(store: "Store") -> Accounts:
            from records.deeds import accounts
            from records.store import needs_accounts

            store.read(lambda session: needs_accounts(session, store.seat))
            return store.read(accounts.accounts)

        return self._thread.read(look, "anyone")

    def add_first_person(self, name: str, role: Role, login: str, password: str) -> Future[SignedIn]:
        """The first person of empty records, with an account, signed in at once."""
        key, account_key = uuid4(), uuid4()

        def job() -> SignedIn:
            from records.deeds import accounts
            from records.people.passwords import check_password, hash_password

            check_password(password, login, name)
            made = hash_password(password)
            deed = self._thread.write(lambda: accounts.add_first_person(key, account_key, name, role, login, made))
            return self._thread.seat.sit(deed.result())

        return beside(job)

    def open_first_account(self, by: Person, login: str, password: str) -> Future[SignedIn]:
        """A named person of records without accounts chooses login and password, and is signed in."""
        key = uuid4()

        def job() -> SignedIn:
            from records.deeds import accounts
            from records.people.passwords import check_password, hash_password

            check_password(password, login, by.name)
            made = hash_password(password)
            deed = self._thread.write(lambda: accounts.open_first_account(key, by.id, login, made))
            return self._thread.seat.sit(deed.result())

        return beside(job)

    def sign_in(self, login: str, password: str) -> Future[SignedIn]:
        """Sign in, unlock, or take over from somebody else. Fails with SignInRefused, which knows how long to wait."""
        key = uuid4()

        def job() -> SignedIn:
            from records.deeds import accounts
            from records.people.passwords import hash_password, is_outdated

            found = checked(self._thread, login, password)
            if self._thread.read(lambda store: store.read_only, "anyone").result():
                look = self._thread.read(lambda s: s.read(lambda x: accounts.look_in(x, key, found)), "anyone")
                return self._thread.seat.sit(look.result())
            new = hash_password(password) if is_outdated(found.password_hash) else ""
            seat = self._thread.seat
            signed = self._thread.write(lambda: accounts.sign_in(key, found, new, seat.signed_in)).result()
            return seat.sit(signed)

        return beside(job)

    def unlock(self, password: str) -> Future[SignedIn]:
        """The one who locked the screen types their password."""
        return self.sign_in(self._seated().login, password)

    def lock(self) -> Future[None]:
        """Lock the screen, after all that is in line already."""
        return self._thread.read(lambda store: store.seat.lock(), "anyone")

    def sign_out(self) -> Future[None]:
        """Whoever is signed in leaves, after all that is in line already; they have left even if it cannot be kept."""
        key = uuid4()

        def leave(store: "Store") -> None:
            from records.deeds import accounts

            signed = store.seat.signed_in
            if signed is None:
                return
            try:
                if not store.read_only:
                    store.write(accounts.sign_out(key, signed))
            finally:
                store.seat.stand()

        return self._thread.read(leave, "anyone")

    def change_password(self, old: str, new: str) -> Future[SignedIn]:
        """A new password of one's own; the old one is asked for."""
        key = uuid4()

        def job() -> SignedIn:
            from records.deeds import accounts
            from records.errors import RecordError
            from records.people.passwords import check_password, composed, hash_password

            signed = self._seated()
            found = checked(self._thread, signed.login, old)
            if composed(old) == composed(new):
                raise RecordError("The new password is the old one; choose another.", "Password")
            check_password(new, signed.login, signed.person.name)
            made = hash_password(new)
            deed = self._thread.write(lambda: accounts.change_password(key, found, made))
            return self._thread.seat.sit(deed.result())

        return beside(job)

    def prove(self, login: str, password: str, purpose: str) -> Future[Proof]:
        """A second person shows that it is them, for one deed of the action `purpose`, within two minutes.

        The deed then names `by=proof.person.id` and carries `proof=proof.token`; their role is checked, not that of
        the one signed in. Tried again with the same key after a failed save, the deed may use the proof again.
        """
        key = uuid4()

        def job() -> Proof:
            found = checked(self._thread, login, password)
            person = self._thread.write(lambda: _proving(key, found, purpose)).result()
            return self._thread.seat.give_proof(person, purpose)

        return beside(job)

    # People

    def people(self) -> Future[tuple[Person, ...]]:
        """Everybody who works here, by name."""

        def look(store: "Store") -> tuple[Person, ...]:
            from records.deeds import people

            return store.read(lambda session: people.people(session))

        return self._thread.read(look, "anyone")

    def add_person(self, name: str, role: Role) -> Future[Person]:
        """A new named person. Refused when name and role are already there."""

        key = uuid4()

        def deed() -> "Deed[Person]":
            from records.deeds import people

            return people.add_person(key, name, role)

        return self._thread.write(deed)

    def members(self) -> Future[tuple[Member, ...]]:
        """Everybody who works or worked here, with their logins."""

        def look(store: "Store") -> tuple[Member, ...]:
            from records.deeds import accounts

            return store.read(accounts.members)

        return self._thread.read(look, "staff")

    def add_member(self, by: Person, name: str, role: Role, login: str, password: str) -> Future[Member]:
        """A new person with an account; the password has to be changed at the first sign-in."""
        key = uuid4()

        def job() -> Member:
            from records.deeds import members
            from records.people.passwords import check_password, hash_password

            check_password(password, login, name)
            made = hash_password(password)
            return self._thread.write(lambda: members.add_member(key, by.id, name, role, login, made)).result()

        return beside(job)

    def set_password(self, by: Person, person: Person, login: str, password: str) -> Future[Member]:
        """A password for somebody else, to be changed at the next sign-in. login: only where they have no account."""
        key = uuid4()

        def job() -> Member:
            from records.deeds import accounts, members
            from records.people.passwords import check_password, hash_password

            known = self._thread.read(lambda s: s.read(lambda x: accounts.login_of(x, person.id)), "staff").result()
            check_password(password, known or login, person.name)
            made = hash_password(password)
            deed = self._thread.write(lambda: members.set_password(key, by.id, person.id, login, made))
            return deed.result()

        return beside(job)

    def let_go(self, by: Person, person_id: UUID, why: str) -> Future[Member]:
        """Somebody no longer works here."""
        key = uuid4()

        def deed() -> "Deed[Member]":
            from records.deeds import members

            return members.let_go(key, by.id, person_id, why)

        return self._thread.write(deed)

    def take_back(self, by: Person, person_id: UUID, why: str) -> Future[Member]:
        """Somebody works here again."""
        key = uuid4()

        def deed() -> "Deed[Member]":
            from records.deeds import members

            return members.take_back(key, by.id, person_id, why)

        return self._thread.write(deed)

    def change_role(self, by: Person, person_id: UUID, role: Role, why: str) -> Future[Member]:
        """Another role for somebody else."""
        key = uuid4()

        def deed() -> "Deed[Member]":
            from records.deeds import members

            return members.change_role(key, by.id, person_id, role, why)

        return self._thread.write(deed)

    # Emergencies

    def break_glass(self, by: Person, password: str, reason: str) -> Future[SignedIn]:
        """Wider clinical rights for an hour, with a reason; the password is typed again."""
        key = uuid4()

        def job() -> SignedIn:
            from records.deeds import accounts

            seat, signed = self._thread.seat, self._seated()
            checked(self._thread, signed.login, password)
            until = seat.clock() + timedelta(minutes=EMERGENCY_MINUTES)
            deed = self._thread.write(lambda: accounts.break_glass(key, by.id, reason, until, seat))
            return seat.set_emergency(deed.result()) or signed

        return beside(job)

    def end_break_glass(self, by: Person) -> Future[SignedIn]:
        """Wider rights end before their time."""
        key = uuid4()

        def job() -> SignedIn:
            from records.deeds import accounts

            seat, signed = self._thread.seat, self._seated()
            if signed.emergency is None:
                return signed
            emergency = signed.emergency.id
            self._thread.write(lambda: accounts.end_break_glass(key, by.id, emergency)).result()
            return seat.set_emergency(None) or signed

        return beside(job)

    def emergencies(self) -> Future[tuple[Emergency, ...]]:
        """Every time wider rights were taken, newest first, with what was done meanwhile."""

        def look(store: "Store") -> tuple[Emergency, ...]:
            from records.deeds import members

            return store.read(members.emergencies)

        return self._thread.read(look, "staff")

    def _seated(self) -> SignedIn:
        signed = self._thread.seat.signed_in
        if signed is None:
            raise NotAllowed("Nobody is signed in; please sign in first.")
        return signed


def _proving(key: UUID, found: "Kept", purpose: str) -> "Deed[Person]":
    from records.deeds import accounts

    return accounts.prove_identity(key, found, purpose)
