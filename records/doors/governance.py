"""The part of the door to the records for own regimens and profiles; `records.actions.Actions` has all of it."""

from concurrent.futures import Future
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from records.doors.signatures import who
from records.thread import StoreThread
from records.values.governance import FileKind, OwnFile, TreatedOn
from records.values.moves import MoveChoice

if TYPE_CHECKING:
    from records.store import Deed, Store
    from records.values.accounts import Proof
    from records.values.core import CourseRecord, Person


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
        """Nothing begins with the file any more, and no order is signed on it until it is approved again."""
        key = uuid4()

        def deed() -> "Deed[OwnFile]":
            from records.deeds import approvals

            return approvals.withdraw_approval(key, by.id, approval_id, why)

        return self._thread.write(deed)

    def approve_again(self, by: "Person | Proof", key: UUID, file: OwnFile, why: str) -> Future[OwnFile]:
        """A second person approves a withdrawn file again, as it is. by: as of `approve_file`."""
        person, proof = who(by)

        def deed() -> "Deed[OwnFile]":
            from records.deeds import approvals

            return approvals.approve_again(key, person, file.id, file.text_sha256, why, proof)

        return self._thread.write(deed)

    def move_choice(self, course_id: UUID) -> Future[MoveChoice]:
        """The approved versions a course can be moved to, and from which cycle."""

        def look(store: "Store") -> MoveChoice:
            from records.deeds import moves

            return store.read(lambda session: moves.choice(session, course_id))

        return self._thread.read(look)

    def move_course(
        self, by: "Person", key: UUID, course: "CourseRecord", from_cycle: int, regimen_sha256: str,
        profile_sha256: str, why: str,
    ) -> "Future[CourseRecord]":  # fmt: skip
        """The patient goes by other files from a cycle on; signed orders from there on fall away. Fails with Conflict.

        *_sha256  of the files wanted: of a `MoveTarget`, or what the course has
        """

        def deed() -> "Deed[CourseRecord]":
            from records.deeds import moves

            return moves.move_course(
                key, by.id, course.id, course.version, from_cycle, regimen_sha256, profile_sha256, why
            )

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
