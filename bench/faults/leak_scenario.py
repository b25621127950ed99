"""What a person does in the run that bench/faults/leaks.py searches afterwards, with names found nowhere else."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from bench.faults.leak_markers import DAY1, DRAFT, DRUG, NAME, NOTE, NUMBER, NUMBER_2, SEARCHED, VISIT
from bench.faults.leak_papers import use_papers
from gui.calendar_page.saving import save_bytes
from gui.patients.patient_form import PatientForm
from gui.pictures import calendar_request, settle
from gui.running import Running
from gui.shell.window import MainWindow
from gui.widgets.choice import Segmented
from records.course.course_plan import files_of, order_value, whole_course
from records.errors import RecordError
from records.hl7_labs.preview import read_file
from records.values.core import CourseRecord, PatientRecord
from tests.gui.course_clinic import add_labs, begin, measure, sign
from tests.records.lab_messages import message

PAGES = ("dose", "visit", "plan", "calendar", "trends", "checklist", "history")


class Scenario:
    """Plays it; raises what goes wrong."""

    def __init__(self, app: QApplication, window: MainWindow, running: Running, asked: Path) -> None:
        assert running.session is not None
        self.app, self.window, self.running, self.asked = app, window, running, asked
        self.session = running.session

    def play(self, *, short: bool) -> None:
        """Everything, in the order of a day."""
        patient = self._enter_patient()
        course = self._treat(patient)
        self._open_pages(patient)
        self._visit(patient, course)
        self._laboratory()
        self._paper(patient, course)
        use_papers(self, patient, short=short)
        self._leave_form_unsaved()
        self._search()
        self._go_wrong(patient)
        settle(self.session)

    def _type(self, field: QWidget, text: str) -> None:
        field.setFocus()
        QTest.keyClicks(field, text)
        self.app.processEvents()

    def _form(self) -> PatientForm:
        self.window.new_patient()
        settle(self.session)
        form = self.window.current_page()
        assert isinstance(form, PatientForm)
        return form

    def _enter_patient(self) -> PatientRecord:
        form = self._form()
        fields: dict[str, Any] = form.fields
        for name, text in (("name", NAME), ("identifier_1", NUMBER), ("birth_date", "1 Mar 1958"), ("note", NOTE)):
            self._type(fields[name].edit, text)
        sex = fields["sex"]
        assert isinstance(sex, Segmented)
        QTest.mouseClick(sex.buttons["female"], Qt.MouseButton.LeftButton)
        QTest.keyClick(fields["allergies_asked"], Qt.Key.Key_Space)
        self._type(fields["medicines"].edit, DRUG)
        saved: list[object] = []
        form.saved.connect(saved.append)
        QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
        settle(self.session)
        assert saved, form.strip.text()
        line = self.session.lookup.search(NAME, 5)[0]
        return self.session.actions.workspace(line.id).result().patient

    def _treat(self, patient: PatientRecord) -> CourseRecord:
        measure(self.session, patient, "165", "58.0", DAY1)
        add_labs(self.session, patient, DAY1)
        course = begin(self.session, patient)
        sign(self.session, course)
        return course

    def _open_pages(self, patient: PatientRecord) -> None:
        for page in PAGES:
            self.window.open_patient(patient.id, page)
            settle(self.session)
            self.window.grab()

    def _visit(self, patient: PatientRecord, course: CourseRecord) -> None:
        actions, by = self.session.actions, self.session.person
        visit = actions.open_visit(by, uuid4(), course.id, DAY1 + timedelta(days=7)).result()
        actions.keep_visit(by, visit.id, visit.version, replace(visit.entry, note=VISIT)).result()
        self.window.open_patient(patient.id, "visit")
        settle(self.session)
        for box in self.window.findChildren(QPlainTextEdit):
            if box.isVisible() and not box.isReadOnly():
                self._type(box, VISIT)
        settle(self.session)

    def _laboratory(self) -> None:
        """A message that cannot be read."""
        words = message(number=f"{NUMBER}^^^HOSP^MR", name=NAME.replace(" ", "^"))
        with suppress(RecordError):
            read_file(words[:40] + "\x0b" + words)

    def _paper(self, patient: PatientRecord, course: CourseRecord) -> None:
        space = self.session.actions.workspace(patient.id).result()
        order = next(order for order in space.orders if order.state in ("signed", "given"))
        request = calendar_request(space, course, order, self.session.settings)
        pages = self.session.paper.submit("calendar", request).result(120)
        save_bytes(self.asked / f"capox-{course.id.hex[:8]}-calendar.pdf", pages)
        assert whole_course(space, course, self.session.settings) and order_value(order)
        assert files_of(course, self.session.settings)
        (self.asked / "asked.txt").write_text(f"{NAME} {NUMBER}", encoding="utf-8")

    def _leave_form_unsaved(self) -> None:
        form = self._form()
        fields: dict[str, Any] = form.fields
        self._type(fields["name"].edit, DRAFT)
        self._type(fields["identifier_1"].edit, NUMBER_2)
        form.flush()
        settle(self.session)

    def _search(self) -> None:
        self.window.patients.start_search(SEARCHED)
        settle(self.session)
        edit = self.window.patients.findChild(QLineEdit)
        assert edit is not None
        self._type(edit, "ther")
        settle(self.session)

    def _go_wrong(self, patient: PatientRecord) -> None:
        """Faults with the patient's data in their hands, at every door through which they are reported."""

        def fail(kind: type[Exception]) -> Callable[[], None]:
            def work() -> None:
                name = patient.entry.name
                raise kind(f"{name} {NUMBER} {NOTE}")

            return work

        for kind in (ValueError, KeyError, RuntimeError):
            self.session.link.run(fail(kind), lambda _none: None, None, self.window)
        actions, by = self.session.actions, self.session.person
        broken = actions.measure(by, uuid4(), patient.id, NOTE, NUMBER, date.max)  # type: ignore[arg-type]
        self.session.link.ask(broken, lambda _none: None, None, self.window)
        change = replace(patient.entry, birth_date=NAME)  # type: ignore[arg-type]
        self.session.link.ask(actions.change_patient(by, patient.id, patient.version, change, NOTE), lambda _: None)
        settle(self.session)
        actions.changed.append(lambda _subject: fail(ValueError)())
        actions.measure(by, uuid4(), patient.id, "weight_kg", 58, DAY1).exception()  # type: ignore[arg-type]
        actions.changed.pop()
        self.running.crash.report(LookupError(NAME))
        settle(self.session)
