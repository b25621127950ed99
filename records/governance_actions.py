"""The part of the door to the records for own regimens and profiles; `records.actions.Actions` has all of it."""

from concurrent.futures import Future
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from records.governance_values import FileKind, OwnFile, TreatedOn
from records.signature_actions import who
from records.thread import StoreThread

if TYPE_CHECKING:
    from records.account_values import Proof
    from records.store import Deed, Store
    from records.values import Person


class GovernanceActions:
    """Copy, type, test, ask, approve, withdraw. Futures as in `Actions`."""

    _thread: StoreThread

    def copy_file(
        self, by: "Person", key: UUID, kind: FileKind, base_text: str, ident: str, version: str
    ) -> Future[OwnFile]:
        """A draft from a file that ships or was approved here, under another id and version."""

        def deed() -> "Deed[OwnFile]":
            from records.deeds import governance

            return governance.copy_file(key, by.id, kind, base_text, ident, version)

        return self._thread.write(deed)

    def keep_file(self, by: "Person", file: OwnFile, text: str) -> Future[OwnFile]:
        """The text as typed, readable or not, in the place of what was kept. Fails with Conflict (theirs: OwnFile)."""
        key = uuid4()

        def deed() -> "Deed[OwnFile]":
            from records.deeds import governance

            return governance.keep_file(key, by.id, file.id, file.version, text)

        return self._thread.write(deed)

    def drop_file(self, by: "Person", file: OwnFile, why: str) -> Future[OwnFile]:
        """A draft nobody goes on with; it stays on record."""
        key = uuid4()

        def deed() -> "Deed[OwnFile]":
            from records.deeds import governance

            return governance.drop_file(key, by.id, file.id, file.version, why)

        return self._thread.write(deed)

    def ask_for_approval(self, by: "Person", key: UUID, file: OwnFile) -> Future[OwnFile]:
        """Refused with every reason while the file cannot be read or one of its worked examples fails."""

        def deed() -> "Deed[OwnFile]":
            from records.deeds import approvals

            return approvals.ask_for_approval(key, by.id, file.id, file.version)

        return self._thread.write(deed)

    def approve_file(self, by: "Person | Proof", key: UUID, file: OwnFile) -> Future[OwnFile]:
        """A second person approves the text of `file` as they saw it; nobody who typed at it can.

        by  the one signed in, or a `Proof` (purpose "approve file") of a second person at the same screen
        """
        person, proof = who(by)

        def deed() -> "Deed[OwnFile]":
            from records.deeds import approvals

            return approvals.approve_file(key, person, file.id, file.text_sha256, proof)

        return self._thread.write(deed)

    def withdraw_approval(self, by: "Person", approval_id: UUID, why: str) -> Future[OwnFile]:
        """No course begins with the file any more."""
        key = uuid4()

        def deed() -> "Deed[OwnFile]":
            from records.deeds import approvals

            return approvals.withdraw_approval(key, by.id, approval_id, why)

        return self._thread.write(deed)

    def own_files(self, kind: FileKind = "regimen") -> Future[tuple[OwnFile, ...]]:
        """Every own file that was not dropped, the newest first."""

        def look(store: "Store") -> tuple[OwnFile, ...]:
            from records.deeds import governance

            return store.read(lambda session: governance.own_files(session, kind))

        return self._thread.read(look, "staff")

    def files_in_use(self, kind: FileKind = "regimen") -> Future[dict[str, str]]:
        """SHA-256 -> text of the own files whose approval stands."""

        def look(store: "Store") -> dict[str, str]:
            from records.deeds import governance

            return store.read(lambda session: governance.in_use(session, kind))

        return self._thread.read(look, "staff")

    def treated_on(self) -> Future[tuple[TreatedOn, ...]]:
        """Every active course with the regimen text it goes on with."""

        def look(store: "Store") -> tuple[TreatedOn, ...]:
            from records.deeds import approvals

            return store.read(approvals.treated_on)

        return self._thread.read(look)
