"""The part of the door to the records for holds of drugs and restarts; `records.actions.Actions` has all of it."""

from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from records.thread import StoreThread
from records.values.core import HoldRecord
from records.values.restarts import RestartEntry, RestartRecord
from regimen.given import Half

if TYPE_CHECKING:
    from records.store import Deed
    from records.values.core import Person


class TherapyActions:
    """Holds by days and half days, and restarts within a cycle. Futures as in `Actions`."""

    _thread: StoreThread

    def hold_drug(
        self,
        by: "Person",
        key: UUID,
        course_id: UUID,
        drug: str,
        start: date,
        end: date | None,
        stop: bool,
        reason_code: str,
        reason_text: str,
        start_half: Half = "am",
        end_half: Half = "pm",
    ) -> Future[HoldRecord]:
        """Hold one drug until a date or further notice, or stop it for good.

        start_half, end_half  first and last half day of tablets not taken; by themselves whole days
        """

        def deed() -> "Deed[HoldRecord]":
            from records.deeds import plan

            return plan.hold_drug(
                key, by.id, course_id, drug, start, end, stop, reason_code, reason_text, start_half, end_half
            )

        return self._thread.write(deed)

    def end_hold(
        self, by: "Person", hold_id: UUID, end: date | None, why: str, end_half: Half = "pm"
    ) -> Future[HoldRecord]:
        """The last held date, and of tablets the last held half day; None takes the hold back."""
        key = uuid4()

        def deed() -> "Deed[HoldRecord]":
            from records.deeds import plan

            return plan.end_hold(key, by.id, hold_id, end, why, end_half)

        return self._thread.write(deed)

    def restart_drug(
        self, by: "Person", key: UUID, course_id: UUID, entry: RestartEntry, answer_json: str
    ) -> Future[RestartRecord]:
        """Sign a restart at a lower dose within a cycle, as `records.course.restarts.proposed_restart` showed it.

        answer_json  `ProposedRestart.answer_text` of what was shown; Conflict when the records changed since
        """

        def deed() -> "Deed[RestartRecord]":
            from records.deeds import restarts

            return restarts.restart_drug(key, by.id, course_id, entry, answer_json)

        return self._thread.write(deed)

    def withdraw_restart(self, by: "Person", restart_id: UUID, why: str) -> Future[RestartRecord]:
        """A restart taken back; the drug is on hold again as before it."""
        key = uuid4()

        def deed() -> "Deed[RestartRecord]":
            from records.deeds import restarts

            return restarts.withdraw_restart(key, by.id, restart_id, why)

        return self._thread.write(deed)
