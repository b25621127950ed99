"""The part of the door to the records that visits use; `records.actions.Actions` has all of it."""

from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING, Literal
from uuid import UUID, uuid4

from records.thread import StoreThread
from records.values.visits import (
    AdverseEventEntry,
    AdverseEventRecord,
    ChecklistAnswer,
    ChecklistResult,
    Decision,
    DecisionEntry,
    Dispensed,
    DispensedEntry,
    GoAhead,
    GradeOn,
    VisitEntry,
    VisitRecord,
)

if TYPE_CHECKING:
    from records.store import Deed
    from records.values.core import Person


class VisitActions:
    """Visits, adverse events, the checks before a cycle, decisions and tablets. Futures as in `Actions`."""

    _thread: StoreThread

    # Visits

    def open_visit(self, by: "Person", key: UUID, course_id: UUID, on: date) -> Future[VisitRecord]:
        """A visit of a day, cycle and cycle day derived; the one already there if the day has one."""

        def deed() -> "Deed[VisitRecord]":
            from records.deeds import visits

            return visits.open_visit(key, by.id, course_id, on)

        return self._thread.write(deed)

    def keep_visit(self, by: "Person", visit_id: UUID, version: int, entry: VisitEntry) -> Future[VisitRecord]:
        """A half-done visit as it stands, `texts` as typed; audited coarsely. Conflict when another was kept since."""
        key = uuid4()

        def deed() -> "Deed[VisitRecord]":
            from records.deeds import visits

            return visits.keep_visit(key, by.id, visit_id, version, entry)

        return self._thread.write(deed)

    def complete_visit(
        self, by: "Person", visit_id: UUID, version: int, entry: VisitEntry, why: str = ""
    ) -> Future[VisitRecord]:
        """A visit that is done: the weight becomes a measurement, new medicines and ECOG join the patient.

        why  needed when a visit that was complete already is changed
        """
        key = uuid4()

        def deed() -> "Deed[VisitRecord]":
            from records.deeds import visits

            return visits.complete_visit(key, by.id, visit_id, version, entry, why)

        return self._thread.write(deed)

    # Adverse events

    def report_event(
        self, by: "Person", key: UUID, course_id: UUID, entry: AdverseEventEntry
    ) -> Future[AdverseEventRecord]:
        """A new adverse event. Only nonsense is refused; `records.bedside.event_checks` asks about the rest."""

        def deed() -> "Deed[AdverseEventRecord]":
            from records.deeds import events

            return events.report_event(key, by.id, course_id, entry)

        return self._thread.write(deed)

    def grade_event(
        self, by: "Person", key: UUID, event_id: UUID, version: int, segment: GradeOn
    ) -> Future[AdverseEventRecord]:
        """One more grade segment, on or after the last one."""

        def deed() -> "Deed[AdverseEventRecord]":
            from records.deeds import events

            return events.grade_event(key, by.id, event_id, version, segment)

        return self._thread.write(deed)

    def change_event(
        self, by: "Person", event_id: UUID, version: int, entry: AdverseEventEntry, why: str = ""
    ) -> Future[AdverseEventRecord]:
        """Another entry for an event read as `version`; its grades stay, more may follow them.

        why  needed when something said before is changed, not when something is only added or the event ended
        """
        key = uuid4()

        def deed() -> "Deed[AdverseEventRecord]":
            from records.deeds import events

            return events.change_event(key, by.id, event_id, version, entry, why)

        return self._thread.write(deed)

    def withdraw_event(self, by: "Person", event_id: UUID, version: int, why: str) -> Future[AdverseEventRecord]:
        """An event entered by mistake; it stays on record and counts no more."""
        key = uuid4()

        def deed() -> "Deed[AdverseEventRecord]":
            from records.deeds import events

            return events.withdraw_event(key, by.id, event_id, version, why)

        return self._thread.write(deed)

    # Before a cycle

    def answer_checklist(
        self,
        by: "Person",
        key: UUID,
        course_id: UUID,
        cycle: int,
        item: str,
        result: ChecklistResult,
        on: date,
        value: str = "",
        reason: str = "",
    ) -> Future[ChecklistAnswer]:
        """An answer to one item; the newest counts. every result but `done` needs a reason."""

        def deed() -> "Deed[ChecklistAnswer]":
            from records.deeds import before_cycle

            return before_cycle.answer_checklist(key, by.id, course_id, cycle, item, result, on, value, reason)

        return self._thread.write(deed)

    def go_ahead(
        self,
        by: "Person",
        key: UUID,
        course_id: UUID,
        cycle: int,
        for_day: date,
        on: date,
        way: Literal["person", "telephone"],
        note: str = "",
        cycle_day: int = 1,
    ) -> Future[GoAhead]:
        """The go-ahead for one treatment day, told in person or by telephone."""

        def deed() -> "Deed[GoAhead]":
            from records.deeds import before_cycle

            return before_cycle.go_ahead(key, by.id, course_id, cycle, for_day, on, way, note, cycle_day)

        return self._thread.write(deed)

    def withdraw_go_ahead(self, by: "Person", go_ahead_id: UUID, why: str) -> Future[GoAhead]:
        """A go-ahead taken back; the cycle is provisional again."""
        key = uuid4()

        def deed() -> "Deed[GoAhead]":
            from records.deeds import before_cycle

            return before_cycle.withdraw_go_ahead(key, by.id, go_ahead_id, why)

        return self._thread.write(deed)

    # Decisions and tablets

    def decide(self, by: "Person", key: UUID, course_id: UUID, entry: DecisionEntry) -> Future[Decision]:
        """What is decided about one drug; a hold or stop in it is written too, and printed calendars become void.

        A percent, a level, a stop or a declined proposal needs a pharmacist or prescriber; an accepted hold, any
        clinical role. The next `case_for` of that cycle starts from it.
        """

        def deed() -> "Deed[Decision]":
            from records.deeds import decisions

            return decisions.decide(key, by.id, course_id, entry)

        return self._thread.write(deed)

    def withdraw_decision(self, by: "Person", decision_id: UUID, why: str) -> Future[Decision]:
        """A decision taken back with the hold written for it; refused once an order of its cycle is signed."""
        key = uuid4()

        def deed() -> "Deed[Decision]":
            from records.deeds import decisions

            return decisions.withdraw_decision(key, by.id, decision_id, why)

        return self._thread.write(deed)

    def dispense(self, by: "Person", key: UUID, course_id: UUID, entry: DispensedEntry) -> Future[Dispensed]:
        """Tablets handed out; leftovers again only by a pharmacist, with batch, expiry and reason."""

        def deed() -> "Deed[Dispensed]":
            from records.deeds import tablets

            return tablets.dispense(key, by.id, course_id, entry)

        return self._thread.write(deed)

    def withdraw_dispensed(self, by: "Person", dispensed_id: UUID, why: str) -> Future[Dispensed]:
        """Tablets that were not handed out after all; the line stays on record."""
        key = uuid4()

        def deed() -> "Deed[Dispensed]":
            from records.deeds import tablets

            return tablets.withdraw_dispensed(key, by.id, dispensed_id, why)

        return self._thread.write(deed)
