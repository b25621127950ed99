"""The part of the door to the records for courses handed over as signed files; `records.actions.Actions` has it."""

from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from records.thread import StoreThread
from records.values.governance import OwnFile
from records.values.handed_over import HandoverKey, HandoverRecord
from records.values.handover import SignedText, TakeChoice, TakePreview

if TYPE_CHECKING:
    from records.store import Deed, Store
    from records.values.core import Person


class HandoverActions:
    """Futures as in `Actions`. A file is written from `signed_file` and opened by `records.handover.envelope`."""

    _thread: StoreThread

    def hand_over(self, by: "Person", key: UUID, course_id: UUID, other: str, note: str) -> Future[HandoverRecord]:
        """Sign the whole course for another hospital and mark it as treated there. Pharmacist or prescriber."""

        def deed() -> "Deed[HandoverRecord]":
            from records.deeds import handing_over

            keychain = self._thread.keychain_used()
            return handing_over.hand_over(key, by.id, course_id, other, note, use_keychain=keychain)

        return self._thread.write(deed)

    def withdraw_handover(self, by: "Person", key: UUID, handover_id: UUID, why: str) -> Future[HandoverRecord]:
        """The patient is treated here again."""

        def deed() -> "Deed[HandoverRecord]":
            from records.deeds import handing_over

            return handing_over.withdraw_handover(key, by.id, handover_id, why)

        return self._thread.write(deed)

    def signed_file(self, handover_id: UUID) -> Future[SignedText]:
        """A file that was handed over or taken over, to the letter."""

        def look(store: "Store") -> SignedText:
            from records.deeds import handovers

            return store.read(lambda session: handovers.signed_text(session, handover_id))

        return self._thread.read(look)

    def look_at_handover(self, signed: SignedText, choice: TakeChoice | None, today: date) -> Future[TakePreview]:
        """What taking a file over would do; nothing is stored. choice: None proposes one.

        raises (by the Future)  records.handover.reading.NotReadable
        """

        def look(store: "Store") -> TakePreview:
            from records.deeds import taking_over

            return store.read(lambda session: taking_over.look(session, signed, choice, today))

        return self._thread.read(look)

    def take_over(
        self, by: "Person", key: UUID, signed: SignedText, choice: TakeChoice, seen: str, today: date
    ) -> Future[HandoverRecord]:
        """Everything the preview said, in one deed, or nothing. seen: of the preview. Pharmacist or prescriber."""

        def deed() -> "Deed[HandoverRecord]":
            from records.deeds import taking_over

            return taking_over.take_over(key, by.id, signed, choice, seen, today)

        return self._thread.write(deed)

    def draft_of_handover(self, by: "Person", key: UUID, signed: SignedText) -> Future[OwnFile]:
        """The regimen of a file as a draft of an own one, which a second person approves before it is used."""

        def deed() -> "Deed[OwnFile]":
            from records.deeds import handover_drafts

            return handover_drafts.draft_of_file(key, by.id, signed)

        return self._thread.write(deed)

    def handover_keys(self) -> Future[tuple[HandoverKey, ...]]:
        """Every signing key on record, own ones first."""

        def look(store: "Store") -> tuple[HandoverKey, ...]:
            from records.deeds import handover_keys

            return store.read(handover_keys.handover_keys)

        return self._thread.read(look)

    def trust_key(self, by: "Person", key: UUID, public_key: str, holder: str, confirmed: str) -> Future[HandoverKey]:
        """Keep another hospital's key, once its fingerprint was compared. confirmed: how, and with whom."""

        def deed() -> "Deed[HandoverKey]":
            from records.deeds import handover_keys

            return handover_keys.trust_key(key, by.id, public_key, holder, confirmed)

        return self._thread.write(deed)

    def withdraw_key(self, by: "Person", key: UUID, key_id: UUID, why: str) -> Future[HandoverKey]:
        """Take nothing signed with it any more."""

        def deed() -> "Deed[HandoverKey]":
            from records.deeds import handover_keys

            return handover_keys.withdraw_key(key, by.id, key_id, why)

        return self._thread.write(deed)
