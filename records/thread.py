"""The store thread: one thread that owns SQLAlchemy, does everything in order, and answers by Futures."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from records.encryption.unlock import Unlock
from records.errors import RecordError, StoreUnavailable
from records.people.seat import Reader, Seat

if TYPE_CHECKING:
    from records.keeping.server_feed import ServerFeed
    from records.store import Deed, Store

T = TypeVar("T")
V = TypeVar("V")
log = logging.getLogger(__name__)
#: With more patients in one deed nobody is told of each.
MOST_TOLD = 100


class StoreThread:
    """Opens the store on its own thread; what is asked meanwhile waits in line.

    changed    called on this thread after a deed with the id of each patient it touched (or row, without one)
    elsewhere  the same for what other programs on the same server did; None: anything may have changed, here too
    reached    called when the server of the records goes (False) and comes back (True); never for a file
    """

    def __init__(self, target: str | Path, unlock: Unlock | None = None) -> None:
        self._target = target
        self._unlock = unlock
        self._store: Store | None = None
        self.seat = Seat()
        self.changed: list[Callable[[UUID], None]] = []
        self.elsewhere: list[Callable[[UUID | None], None]] = []
        self.reached: list[Callable[[bool], None]] = []
        self._feed: ServerFeed | None = None
        self._line = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self.closing = Event()  # long work beside ends soon once it is set
        self._beside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="backup")
        self.opened: Future[None] = self._line.submit(self._open)

    def read(self, work: Callable[["Store"], T], who: Reader = "clinical") -> Future[T]:
        """Anything that only reads. who: may see it once people sign in to these records; NotAllowed for others."""
        return self._line.submit(lambda: self._read(work, who))

    def write(self, make: Callable[[], "Deed[T]"]) -> Future[T]:
        """A deed, made on this thread so that whoever asks imports nothing heavy."""
        return self._line.submit(lambda: self._write(make()))

    def keychain_used(self) -> bool:
        """Whether the key of the open file lies in the system's keychain; asked on this thread."""
        from records.encryption.vault import load_vault

        store = self._opened_store()
        vault = load_vault(store.file.path) if store.file is not None and store.file.key is not None else None
        return vault is not None and vault.keychain

    def beside(self, work: Callable[["Store"], T]) -> Future[T]:
        """Long work on an open store, on a thread of its own and connections of its own: backups, checks."""
        return self._beside.submit(lambda: work(self._opened_store()))

    def close(self) -> None:
        """Do what is in line, then close the store. May be called twice."""
        self.closing.set()
        self._beside.shutdown(wait=True, cancel_futures=True)
        try:
            closed = self._line.submit(self._close)
        except RuntimeError:  # closed before
            return
        self._line.shutdown(wait=True)
        closed.result()

    def _open(self) -> None:
        from records.store import Store

        store = Store(self._target, self.seat, self._unlock)
        self._unlock = None  # what was typed is not kept longer than it is needed
        store.closing = self.closing
        store.open()
        self._store = store
        if not store.is_sqlite:
            from records.keeping.server_feed import ServerFeed

            self._feed = ServerFeed(str(self._target), store.origin, self._on_elsewhere, self._on_reached)
            self._feed.start()

    def _on_elsewhere(self, touched: UUID | None) -> None:
        tell_all(self.elsewhere, touched)

    def _on_reached(self, reached: bool) -> None:
        tell_all(self.reached, reached)

    def _opened_store(self) -> "Store":
        refusal = self.opened.exception()  # waited for by the thread beside
        if self._store is None:
            raise StoreUnavailable(str(refusal) if isinstance(refusal, RecordError) else "The records are not open.")
        return self._store

    def _read(self, work: Callable[["Store"], T], who: Reader) -> T:
        store = self._opened_store()
        if who != "anyone":
            store.look_at_seat(who)
        return work(store)

    def _write(self, deed: "Deed[T]") -> T:
        record, touched = self._opened_store().write(deed)
        if len(touched) > MOST_TOLD:  # a file was taken over: everybody looks at everything once
            tell_all(self.elsewhere, None)
            return record
        for subject in touched:
            tell_all(self.changed, subject)
        return record

    def _close(self) -> None:
        if self._feed is not None:
            self._feed.stop()
            self._feed = None
        if self._store is not None:
            self._store.close()
            self._store = None


def tell_all(listeners: Sequence[Callable[[V], None]], value: V) -> None:
    """Tell each. What happened has happened: a listener that fails is our bug and must not make it look undone."""
    for tell in tuple(listeners):
        try:
            tell(value)
        except Exception:
            log.exception("a listener to changes of the records failed")
