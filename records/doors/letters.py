"""The part of the door to the records for letters and cards; `records.actions.Actions` has it."""

from concurrent.futures import Future
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from records.thread import StoreThread
from records.values.letters import LetterFacts, LetterKind

if TYPE_CHECKING:
    from records.store import Deed, Store
    from records.values.core import Person


class LetterActions:
    """Futures as in `Actions`."""

    _thread: StoreThread

    def letter_facts(self, patient_id: UUID) -> Future[LetterFacts]:
        """Everything a letter about a patient says, with the anchor of the very moment."""

        def look(store: "Store") -> LetterFacts:
            from records.deeds import letters

            protected = store.file is None or store.file.key is not None
            return store.read(
                lambda session: letters.letter_facts(session, patient_id, datetime.now(UTC), protected=protected)
            )

        return self._thread.read(look)

    def print_letter(self, by: "Person", key: UUID, course_id: UUID, kind: LetterKind, sha256: str) -> Future[UUID]:
        """Say in the trail that a letter about a course is printed or saved, before it is out."""

        def deed() -> "Deed[UUID]":
            from records.deeds import letters

            return letters.print_letter(key, by.id, course_id, kind, sha256)

        return self._thread.write(deed)
