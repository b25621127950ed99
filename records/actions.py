"""The one door to the records: each method returns at once with a Future that the store thread answers.

Light to import: no database library is loaded before the store thread does it. Methods may be called from any thread.
A Future fails with a RecordError (one sentence for the screen), a RegimenError, or with our bug.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from uuid import UUID, uuid4

from records.doors.accounts import AccountActions
from records.doors.audit import AuditActions
from records.doors.backups import BackupActions
from records.doors.chair import ChairActions
from records.doors.clinic import ClinicActions
from records.doors.event_counts import EventCountActions
from records.doors.exports import ExportActions
from records.doors.forms import FormActions
from records.doors.governance import GovernanceActions
from records.doors.grading import GradingActions
from records.doors.handover import HandoverActions
from records.doors.imports import ImportActions
from records.doors.labs import LabActions
from records.doors.letters import LetterActions
from records.doors.prints import PrintActions
from records.doors.responses import ResponseActions
from records.doors.restored import RestoredActions
from records.doors.signatures import SignatureActions
from records.doors.supportive import SupportiveActions
from records.doors.therapy import TherapyActions
from records.doors.visits import VisitActions
from records.encryption.unlock import Unlock
from records.thread import StoreThread
from records.values.core import (
    AuditCheck,
    CourseEntry,
    CourseRecord,
    DelayRecord,
    HistoryLine,
    LabResult,
    Measurement,
    OrderRecord,
    PatientEntry,
    PatientRecord,
    Person,
    PrintRecord,
    SiteSettings,
    WorklistLine,
    Workspace,
)
from records.values.typed_for_order import TypedForOrder

if TYPE_CHECKING:
    from records.store import Deed, Store


class Actions(
    AuditActions,
    AccountActions, VisitActions, GradingActions, LabActions, BackupActions, TherapyActions, SignatureActions,
    ChairActions, GovernanceActions, ExportActions, ResponseActions, FormActions, PrintActions,
    EventCountActions,
    ImportActions,
    ClinicActions,
    LetterActions,
    RestoredActions,
    HandoverActions,
    SupportiveActions,
):  # fmt: skip
    """What people can do and ask. `key`: a UUID the caller makes once a deed; the same key again is the same deed."""

    def __init__(self, thread: StoreThread) -> None:
        self._thread = thread

    @classmethod
    def open(cls, target: str | Path | None = None, *, demo: bool = False, unlock: Unlock | None = None) -> "Actions":
        """Start the store thread on a SQLite file or a PostgreSQL URL; None: this user's file, or the demo clinic's."""
        from records.keeping.places import store_path

        return cls(StoreThread(store_path(demo=demo) if target is None else target, unlock))

    @property
    def opened(self) -> Future[None]:
        """Done when the store is open; fails with StoreUnavailable."""
        return self._thread.opened

    @property
    def changed(self) -> list[Callable[[UUID], None]]:
        """Called on the store thread after each deed with the id of the patient it concerned (or of the row)."""
        return self._thread.changed

    def close(self) -> None:
        """Do what is in line, close the store, end the thread."""
        self._thread.close()

    # Settings

    def settings(self) -> Future[SiteSettings]:
        """The site's settings; defaults before the set-up."""

        def look(store: "Store") -> SiteSettings:
            from records.deeds import people

            return store.read(lambda session: people.settings(session))

        return self._thread.read(look, "anyone")

    def save_settings(
        self, by: Person, settings: SiteSettings, why: str, base: SiteSettings | None = None
    ) -> Future[SiteSettings]:
        """All settings but the demo clinic's mark. base: as they were read; Conflict where others are stored by now."""

        key = uuid4()

        def deed() -> "Deed[SiteSettings]":
            from records.deeds import people

            return people.save_settings(key, by.id, settings, why, base)

        return self._thread.write(deed)

    # Patients

    def add_patient(self, by: Person, key: UUID, entry: PatientEntry) -> Future[PatientRecord]:
        """A new patient."""

        def deed() -> "Deed[PatientRecord]":
            from records.deeds import patients

            return patients.add_patient(key, by.id, entry)

        return self._thread.write(deed)

    def change_patient(
        self, by: Person, patient_id: UUID, version: int, entry: PatientEntry, why: str
    ) -> Future[PatientRecord]:
        """Another entry for a patient read as `version`; Conflict with both when it has changed since."""

        key = uuid4()

        def deed() -> "Deed[PatientRecord]":
            from records.deeds import patients

            return patients.change_patient(key, by.id, patient_id, version, entry, why)

        return self._thread.write(deed)

    def measure(
        self,
        by: Person,
        key: UUID,
        patient_id: UUID,
        kind: str,
        value: Decimal,
        on: date,
        confirmed: str = "",
    ) -> Future[Measurement]:
        """A height_cm or weight_kg; confirmed: what was typed when it looked implausible."""

        def deed() -> "Deed[Measurement]":
            from records.deeds import patients

            return patients.measure(key, by.id, patient_id, kind, value, on, confirmed)

        return self._thread.write(deed)

    def add_lab(
        self,
        by: Person,
        key: UUID,
        patient_id: UUID,
        analyte: str,
        value: Decimal,
        unit: str,
        lln: Decimal | None,
        uln: Decimal | None,
        on: date,
    ) -> Future[LabResult]:
        """A laboratory value in the unit reported, with its limits of normal."""

        def deed() -> "Deed[LabResult]":
            from records.deeds import patients

            return patients.add_lab(key, by.id, patient_id, analyte, value, unit, lln, uln, on)

        return self._thread.write(deed)

    # Courses, orders, delays and holds

    def begin_course(
        self, by: Person, key: UUID, patient_id: UUID, entry: CourseEntry, regimen_text: str, profile_text: str
    ) -> Future[CourseRecord]:
        """A course with the texts it is begun with."""

        def deed() -> "Deed[CourseRecord]":
            from records.deeds import courses

            return courses.begin_course(key, by.id, patient_id, entry, regimen_text, profile_text)

        return self._thread.write(deed)

    def end_course(self, by: Person, course_id: UUID, version: int, status: str, why: str) -> Future[CourseRecord]:
        """A course completed or stopped; only a pharmacist or prescriber."""

        key = uuid4()

        def deed() -> "Deed[CourseRecord]":
            from records.deeds import courses

            return courses.end_course(key, by.id, course_id, version, status, why)

        return self._thread.write(deed)

    def keep_draft(
        self,
        by: Person,
        key: UUID,
        course_id: UUID,
        cycle: int,
        texts: Mapping[str, str],
        case_json: str,
        answer_json: str,
        version: int | None = None,
    ) -> Future[OrderRecord]:
        """What is being typed; one draft a cycle, replaced in place. version: Conflict when another was kept since."""

        def deed() -> "Deed[OrderRecord]":
            from records.deeds import orders

            return orders.keep_draft(key, by.id, course_id, cycle, texts, case_json, answer_json, version)

        return self._thread.write(deed)

    def sign_order(
        self,
        by: Person,
        key: UUID,
        course_id: UUID,
        cycle: int,
        case_json: str,
        answer_json: str,
        regimen_text: str,
        profile_text: str,
        overrides: Mapping[str, str],
        engine_version: str,
        day1: date,
        typed: TypedForOrder | None = None,
    ) -> Future[OrderRecord]:
        """A signed snapshot; overrides by `records.course.overrides.override_key`. Only a pharmacist or prescriber.

        typed  what was typed for it and is not on record yet: stored with the signature, or not at all
        """

        def deed() -> "Deed[OrderRecord]":
            from records.deeds import orders

            return orders.sign_order(
                key, by.id, course_id, cycle, case_json, answer_json, regimen_text, profile_text, overrides,
                engine_version, day1, typed,
            )  # fmt: skip

        return self._thread.write(deed)

    def mark_given(self, by: Person, order_id: UUID, version: int, on: date) -> Future[OrderRecord]:
        """The cycle was given; its order can never be replaced afterwards."""

        key = uuid4()

        def deed() -> "Deed[OrderRecord]":
            from records.deeds import given

            return given.mark_given(key, by.id, order_id, version, on)

        return self._thread.write(deed)

    def delay_cycle(
        self,
        by: Person,
        key: UUID,
        course_id: UUID,
        cycle: int,
        days: int,
        shift: Literal["all", "this"],
        reason_code: str,
        reason_text: str,
    ) -> Future[DelayRecord]:
        """Put a cycle off; printed calendars of the course become void."""

        def deed() -> "Deed[DelayRecord]":
            from records.deeds import plan

            return plan.delay_cycle(key, by.id, course_id, cycle, days, shift, reason_code, reason_text)

        return self._thread.write(deed)

    def withdraw_delay(self, by: Person, delay_id: UUID, why: str) -> Future[DelayRecord]:
        """A delay no longer in force; it stays on record."""

        key = uuid4()

        def deed() -> "Deed[DelayRecord]":
            from records.deeds import plan

            return plan.withdraw_delay(key, by.id, delay_id, why)

        return self._thread.write(deed)

    # Prints

    def next_revision(self, course_id: UUID) -> Future[int]:
        """The revision the next printed calendar of a course carries."""

        def look(store: "Store") -> int:
            from records.deeds import prints

            return store.read(lambda session: prints.next_revision(session, course_id))

        return self._thread.read(look)

    def record_print(
        self,
        by: Person,
        key: UUID,
        course_id: UUID,
        cycle: int,
        language: str,
        paper: str,
        large_print: bool,
        check_code: str,
        sha256: str,
        order_id: UUID | None,
        course_json: str,
        revision: int | None = None,
    ) -> Future[PrintRecord]:
        """A printed calendar; it replaces earlier ones. revision: as printed on it, Conflict when it is taken."""

        def deed() -> "Deed[PrintRecord]":
            from records.deeds import prints

            return prints.record_print(
                key, by.id, course_id, cycle, language, paper, large_print, check_code, sha256, order_id, course_json,
                revision,
            )  # fmt: skip

        return self._thread.write(deed)

    def print_again(self, by: Person, print_id: UUID) -> Future[PrintRecord]:
        """Say that a valid revision is printed once more; NotAllowed for a void one."""

        key = uuid4()

        def deed() -> "Deed[PrintRecord]":
            from records.deeds import prints

            return prints.print_again(key, by.id, print_id)

        return self._thread.write(deed)

    def print_staff_sheet(self, by: Person, key: UUID, order_id: UUID, sha256: str) -> Future[UUID]:
        """Say that the staff sheet of an order or draft is printed; no calendar becomes void by it."""

        def deed() -> "Deed[UUID]":
            from records.deeds import prints

            return prints.print_staff_sheet(key, by.id, order_id, sha256)

        return self._thread.write(deed)

    # Looking

    def workspace(self, patient_id: UUID) -> Future[Workspace]:
        """Everything about one patient, in one consistent picture."""

        def look(store: "Store") -> Workspace:
            from records.deeds import workspace

            return store.read(lambda session: workspace.workspace(session, patient_id))

        return self._thread.read(look)

    def history(self, patient_id: UUID) -> Future[tuple[HistoryLine, ...]]:
        """The audit trail of one patient in words, newest first."""

        def look(store: "Store") -> tuple[HistoryLine, ...]:
            from records.deeds import workspace

            return store.read(lambda session: workspace.history(session, patient_id))

        return self._thread.read(look)

    def worklist(self, on: date) -> Future[tuple[WorklistLine, ...]]:
        """Who is due on a day, and what is missing."""

        def look(store: "Store") -> tuple[WorklistLine, ...]:
            from records.deeds import worklist

            return store.read(lambda session: worklist.worklist(session, on))

        return self._thread.read(look)

    def check_audit(self) -> Future[AuditCheck]:
        """Go through the whole audit trail and every record; the findings are empty when all is as it was written."""

        def look(store: "Store") -> AuditCheck:
            from records.deeds import audit_check

            return store.read(audit_check.check_audit)

        return self._thread.read(look, "staff")

    def mark_demo(self, by: Person) -> Future[SiteSettings]:
        """Mark an empty store as the demo clinic, for good; NotAllowed where patients are."""
        key = uuid4()

        def deed() -> "Deed[SiteSettings]":
            from records.deeds import people

            return people.mark_demo(key, by.id)

        return self._thread.write(deed)
