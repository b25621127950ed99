"""Passwords looked at beside the store thread: read there, compared here for a quarter of a second, written there."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

from records.errors import NotAllowed
from records.folding import fold
from records.people.sign_in_delay import wait_s
from records.thread import StoreThread

if TYPE_CHECKING:
    from records.deeds.accounts import Kept

T = TypeVar("T")
LONGEST_LOGIN = 1000


class SignInRefused(NotAllowed):
    """A wrong login or password, or too early a try; which of the two was wrong is never said.

    wait_s  seconds until the next try
    """

    def __init__(self, sentence: str, wait_s: int = 0) -> None:
        super().__init__(sentence, "Password")
        self.wait_s = wait_s


def beside(job: Callable[[], T]) -> Future[T]:
    """Do something slow on a thread of its own; the store thread goes on meanwhile."""
    helper = ThreadPoolExecutor(max_workers=1, thread_name_prefix="password")
    future = helper.submit(job)
    helper.shutdown(wait=False)
    return future


def checked(thread: StoreThread, login: str, password: str) -> "Kept":
    """The account of a login whose password is right. Runs beside the store thread. Raises SignInRefused.

    A login that does not exist costs the same work, waits as long after mistakes, and gets the same words.
    """
    from records.deeds import accounts
    from records.people.passwords import matches, nobodys_hash

    seat, login = thread.seat, login[:LONGEST_LOGIN]
    folded = fold(login)
    found = thread.read(lambda store: store.read(lambda s: accounts.find_account(s, login)), "anyone").result()
    wait = seat.wait_s(folded)
    if found is not None:
        wait = max(wait, wait_s(found.failures, found.failed_at, seat.clock()))
    if wait:
        raise SignInRefused(too_early(wait), wait)
    if matches(found.password_hash if found else nobodys_hash(), password) and found is not None:
        seat.succeeded(folded)
        return found
    seat.failed(folded)
    if found is not None:
        account, key = found, uuid4()
        # Not waited for, so that the answer takes as long as for a login that does not exist; the next try stands
        # behind it in line. Should it fail, the seat has counted as well.
        thread.write(lambda: accounts.refuse_sign_in(key, account))
    wait = max(seat.wait_s(folded), 0)
    said = "This login name and password do not belong together."
    raise SignInRefused(f"{said} {too_early(wait)}" if wait else said, wait)


def too_early(wait: int) -> str:
    """How long to wait, in words."""
    return f"Please wait {wait} s before the next try." if wait > 1 else "Please wait a moment before the next try."
