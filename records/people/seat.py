"""Who sits at this run of the program: the person signed in, whether the screen is locked, proofs of second persons.

Safe from every thread. It holds no password and nothing of a patient. The store asks it before every deed and look.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from threading import RLock
from typing import Final, Literal
from uuid import UUID, uuid4

from records.errors import NotAllowed
from records.people.permissions import CLINICAL
from records.people.sign_in_delay import wait_s
from records.values.accounts import Emergency, Proof, SignedIn
from records.values.core import Person

#: anyone: also with nobody signed in; staff: whoever is signed in; clinical: whoever treats patients.
Reader = Literal["anyone", "staff", "clinical"]
PROOF_S: Final = 120
MOST_TRIES_KEPT: Final = 1000


def now_utc() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


@dataclass(slots=True)
class GivenProof:
    """A proof and the deed it was used for; the same deed may be tried again with it, no other."""

    proof: Proof
    used_by: UUID | None = None


class Seat:
    """One run of the program. `needed` once these records have an account: then somebody has to sit here."""

    def __init__(self, clock: Callable[[], datetime] = now_utc) -> None:
        self.clock = clock
        self.needed = False
        self._lock = RLock()
        self._signed: SignedIn | None = None
        self._locked = False
        self._proofs: dict[UUID, GivenProof] = {}
        self._tries: OrderedDict[str, tuple[int, datetime]] = OrderedDict()

    @property
    def signed_in(self) -> SignedIn | None:
        """Who is signed in, locked or not."""
        return self._signed

    @property
    def locked(self) -> bool:
        """Whether the screen is locked: nothing can be done or read until the password is typed again."""
        return self._locked

    def sit(self, signed: SignedIn) -> SignedIn:
        """Somebody signed in, or unlocked the screen they had locked: their emergency goes on."""
        with self._lock:
            before = self._signed
            if before is not None and before.person.id == signed.person.id and signed.emergency is None:
                signed = replace(signed, emergency=self.emergency())
            self.needed, self._signed, self._locked = True, signed, False
            return signed

    def stand(self) -> None:
        """Nobody sits here any more; proofs go with them."""
        with self._lock:
            self._signed, self._locked = None, False
            self._proofs.clear()

    def lock(self) -> None:
        """Lock the screen, where somebody is signed in."""
        with self._lock:
            self._locked = self._signed is not None

    def set_emergency(self, emergency: Emergency | None) -> SignedIn | None:
        """Wider rights begin or end."""
        with self._lock:
            if self._signed is not None:
                self._signed = replace(self._signed, emergency=emergency)
            return self._signed

    def emergency(self) -> Emergency | None:
        """The emergency in force, if one is."""
        found = self._signed.emergency if self._signed else None
        return found if found is not None and found.lasts(self.clock()) else None

    def check_deed(self, by: UUID, key: UUID, action: str, token: UUID | None) -> None:
        """Raises NotAllowed when the one who is said to do it is not the one signed in, nor proved for this."""
        with self._lock:
            signed = self._sitting()
            if token is not None:
                self._use(token, by, key, action)
            elif signed.person.id != by:
                raise NotAllowed("Another person is signed in than the one named as doing this; nothing was changed.")

    def check_reading(self, who: Reader) -> None:
        """Raises NotAllowed when whoever sits here may not see it."""
        if who == "anyone" or not self.needed:
            return
        with self._lock:
            signed = self._sitting()
            if who == "clinical" and signed.person.role not in CLINICAL:
                raise NotAllowed(
                    f"Records of patients are for those who treat them, not for the role {signed.person.role}."
                )

    def may_see_patients(self) -> bool:
        """The same as a yes or no, for the list of patients."""
        try:
            self.check_reading("clinical")
        except NotAllowed:
            return False
        return True

    def give_proof(self, person: Person, purpose: str) -> Proof:
        """A proof of somebody whose password was just found right."""
        with self._lock:
            now = self.clock()
            self._proofs = {token: given for token, given in self._proofs.items() if given.proof.until > now}
            proof = Proof(uuid4(), person, purpose, now + timedelta(seconds=PROOF_S))
            self._proofs[proof.token] = GivenProof(proof)
            return proof

    def failed(self, login: str) -> None:
        """A wrong password for a login, also for one that does not exist."""
        with self._lock:
            count = self._tries.pop(login, (0, self.clock()))[0]
            self._tries[login] = (count + 1, self.clock())
            while len(self._tries) > MOST_TRIES_KEPT:
                self._tries.popitem(last=False)

    def succeeded(self, login: str) -> None:
        """A right password."""
        with self._lock:
            self._tries.pop(login, None)

    def wait_s(self, login: str) -> int:
        """Seconds until the next try with this login on this run of the program."""
        with self._lock:
            count, at = self._tries.get(login, (0, None))
            return wait_s(count, at, self.clock())

    def _sitting(self) -> SignedIn:
        if self._signed is None:
            raise NotAllowed("Nobody is signed in; please sign in first.")
        if self._locked:
            raise NotAllowed("The screen is locked; please type the password first.")
        if self._signed.must_change:
            raise NotAllowed("Please choose a password of your own first; the present one was set by somebody else.")
        return self._signed

    def _use(self, token: UUID, by: UUID, key: UUID, action: str) -> None:
        given = self._proofs.get(token)
        if (
            given is None
            or given.proof.until <= self.clock()
            or given.proof.person.id != by
            or given.proof.purpose != action
            or given.used_by not in (None, key)
        ):
            raise NotAllowed(
                "The second person's password was typed too long ago or for something else; please type it again."
            )
        given.used_by = key
