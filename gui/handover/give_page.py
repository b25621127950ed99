"""The page that hands a running course over: to whom, sealed how; then where the file went, and the way back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.handover.file_card import FileCard
from gui.handover.jobs import ENDING, proposed_name, write
from gui.session import Session
from gui.widgets.buttons import primary, quiet, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.check import Check
from gui.widgets.dates import shown_date
from gui.widgets.file_choice import ask_file_to_save
from gui.widgets.page import Page
from gui.widgets.text_field import TextField
from records.course.handed_over import given_away
from records.values.core import CourseRecord, Workspace
from records.values.handed_over import HandoverRecord
from records.values.handover import SignedText

if TYPE_CHECKING:
    from gui.shell.shell import Shell

LEAST = 10


class GivePage(Page):
    """`begin` says who; nothing is marked before a place for the file is chosen. left  back to the patient"""

    left = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__("give_page", "")
        self._session = session
        self._patient: UUID | None = None
        self._course: CourseRecord | None = None
        self._given: HandoverRecord | None = None
        self._key = uuid4()
        self._busy = False
        self._begun = False
        self.set_title(self.tr("Hand over"))
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._update()

    def begin(self, patient_id: UUID) -> None:
        """One patient, as they stand in the records now; what was typed for another one goes."""
        if patient_id != self._patient:
            for field in (self.other, self.note, self.passphrase, self.why):
                field.set_text("")
            for label in (self.who, self.whose, self.fingerprint):
                label.setText("")
            self.seal.setChecked(True)
            self._busy = False
        self._patient, self._course, self._given = patient_id, None, None
        self._key = uuid4()
        self._begun = True
        self.strip.clear()
        self._update()
        self._read()

    def again(self) -> "Callable[[Shell], object] | None":
        """What opens this page once more, as when text size or theme changed."""
        patient = self._patient
        return None if patient is None else lambda window: _show(window, patient)

    def flush(self) -> None:
        """Nothing waits here: a course is handed over with its button."""

    # --- making it

    def _make_widgets(self) -> None:
        self.who = Label("", "strong", wrap=True)
        self.who.setObjectName("give_who")
        self.whose = Label("", "small", wrap=True)
        self.whose.setObjectName("give_whose")
        self._what_it_is = self.tr(
            "One file with the whole course: patient, doses, reasons, toxicities, decisions, scans and plan. Another "
            "CAPOX Planner takes it over and goes on with the next cycle. From then on the course is marked here as "
            "treated there."
        )
        self.about = Muted(self._what_it_is)
        self.other = TextField(self.tr("To which &hospital"), 200, name="give_other")
        self.note = TextField(self.tr("&Note to them"), 1000, optional=True, name="give_note")
        self.seal = Check(self.tr("Sea&l the file with a passphrase"), "give_seal")
        self.seal.setChecked(True)
        self.about_seal = Muted(self.tr(
            "The file holds the patient's data: tell the passphrase by telephone, never in the same message as the "
            "file."
        ))  # fmt: skip
        self.passphrase = TextField(self.tr("&Passphrase"), 200, name="give_passphrase")
        self.fingerprint = Label("", "strong", wrap=True)
        self.fingerprint.setObjectName("give_fingerprint")
        self.why = TextField(self.tr("Why it is taken &back"), 1000, name="give_why")
        self.allowed = Muted("")
        self.allowed.setObjectName("give_allowed")
        self.files = FileCard(self._session)
        self.back_button = quiet(self.tr("Back to the patient"), "give_back")
        self.again_button = secondary(self.tr("Save the file a&gain…"), "give_again")
        self.withdraw_button = secondary(self.tr("&Treat here again"), "give_withdraw")
        self.go_button = primary(self.tr("Choose where and &sign…"), "give_go")

    def _lay_out(self) -> None:
        card = Card("")
        for widget in (
            self.who, self.whose, self.about, self.other, self.note, self.seal, self.about_seal, self.passphrase,
            self.fingerprint, self.why, self.allowed,
        ):  # fmt: skip
            card.add(widget)
        self.column.addWidget(card)
        self.column.addWidget(self.files)
        self.column.addStretch(1)
        self.add_foot(self.back_button, self.withdraw_button, self.again_button, self.go_button)
        self.setFocusProxy(self.other)

    def _connect(self) -> None:
        self.go_button.clicked.connect(self._on_go)
        self.again_button.clicked.connect(self._on_again)
        self.withdraw_button.clicked.connect(self._on_withdraw)
        self.back_button.clicked.connect(lambda _checked=False: self.left.emit(self._patient))
        self.seal.toggled.connect(lambda _on: self._update())
        self._session.person_changed.connect(self._update)
        self._session.signed_changed.connect(self._update)

    # --- reading

    def _read(self) -> None:
        patient = self._patient
        if patient is None:
            return
        future = self._session.actions.workspace(patient)
        self._session.link.ask(future, lambda space: self._on_space(patient, space), self._on_refused, self)

    def _on_space(self, patient: UUID, space: Workspace) -> None:
        if patient != self._patient:
            return
        active = [course for course in space.courses if course.status == "active"]
        self._course = active[-1] if active else None
        self._given = given_away(space.handovers, self._course.id) if self._course is not None else None
        entry = space.patient.entry
        numbers = " · ".join(f"{kind} {value}" for kind, value in entry.identifiers)
        self.who.setText(entry.name)
        self.whose.setText(self.tr("born {0} · {1}").format(shown_date(entry.birth_date), numbers))
        self.files.show_files(space.handovers)
        if not self.passphrase.text():
            self._propose()
        self._update()
        if self._begun:
            self._begun = False
            self.first_field().setFocus()

    def first_field(self) -> QWidget:
        """What is typed first."""
        return next((field for field in (self.other.edit, self.why.edit) if field.isVisible()), self.back_button)

    def _propose(self) -> None:
        def make() -> str:
            from records.handover.envelope import propose_passphrase

            return propose_passphrase()

        self._session.link.run(make, self.passphrase.set_text, self._on_refused, self)

    @Slot()
    def _update(self) -> None:
        given, may = self._given, self._session.may("hand over course")
        running = self._course is not None
        said = self._what_it_is
        if given is not None:
            words = self.tr("Handed over to {0} on {1} by {2}. An order here asks first.")
            said = words.format(given.other, shown_date(given.at.astimezone().date()), given.by)
        self.about.setText(said)
        for field in (self.other, self.note):
            field.setVisible(running and given is None)
        sealed = self.seal.isChecked()
        self.seal.setVisible(running)
        self.about_seal.setVisible(running)
        self.passphrase.setVisible(running and sealed)
        self.fingerprint.setVisible(bool(self.fingerprint.text()))
        self.why.setVisible(given is not None)
        refusal = self.tr("A course is handed over by a pharmacist or prescriber.")
        self.allowed.setText("" if may and running else refusal if running else self.tr("There is no running course."))
        self.allowed.setVisible(bool(self.allowed.text()))
        self.go_button.setVisible(given is None)
        self.go_button.setEnabled(may and running and not self._busy)
        for button in (self.again_button, self.withdraw_button):
            button.setVisible(given is not None)
            button.setEnabled(may and not self._busy)

    # --- doing it

    def _complete(self, *fields: TextField) -> bool:
        """Whether every field has its answer; the first that lacks one gets the cursor."""
        wrong = [field for field in fields if not field.ask_for()]
        if self.seal.isChecked() and len(self.passphrase.text()) < LEAST:
            self.passphrase.set_note("stop", self.tr("At least {0} characters.").format(LEAST))
            wrong.append(self.passphrase)
        if wrong:
            self.show_field(wrong[0])
        return not wrong

    @Slot()
    def _on_go(self) -> None:
        if self._course is None or not self._complete(self.other):
            return
        self._ask_place(self.hand_over)

    @Slot()
    def _on_again(self) -> None:
        if self._given is not None and self._complete():
            self._ask_place(self.save_again)

    def _ask_place(self, then: Callable[[Path], object]) -> None:
        assert self._course is not None
        proposed = str(Path.home() / proposed_name(self._course.id.hex))
        ask_file_to_save(self, self.tr("Handover file"), proposed, f"*{ENDING}", then, ENDING)

    def hand_over(self, target: Path) -> None:
        """Sign and mark in one deed, then write the file; it can be written again from the records."""
        course = self._course
        if course is None:
            return
        self.strip.clear()
        self._set_busy(True)
        passphrase = self._sealed_with()
        future = self._session.actions.hand_over(
            self._session.person, self._key, course.id, self.other.value(), self.note.value()
        )
        self._session.link.ask(
            future, lambda record: self._on_given(record, target, passphrase), self._on_refused, self
        )

    def _on_given(self, record: HandoverRecord, target: Path, passphrase: str) -> None:
        self._session.patient_changed.emit(record.patient_id)
        if record.patient_id == self._patient:
            self._given, self._key = record, uuid4()
            self._read()
        self._save(record, target, passphrase)

    def save_again(self, target: Path) -> None:
        """The file of the handover in force, sealed as the page says."""
        if self._given is not None:
            self._set_busy(True)
            self._save(self._given, target, self._sealed_with())

    def _sealed_with(self) -> str:
        return self.passphrase.text() if self.seal.isChecked() else ""

    def _save(self, record: HandoverRecord, target: Path, passphrase: str) -> None:
        """Write the file, whoever is on the page by then."""

        def write_it(signed: SignedText) -> None:
            self._session.link.run(
                lambda: write(target, signed, passphrase),
                lambda found: self._on_written(record, found),
                lambda words, error: self._on_not_written(record, words, error),
                self,
            )

        self._session.link.ask(self._session.actions.signed_file(record.id), write_it, self._on_refused, self)

    def _on_written(self, record: HandoverRecord, found: tuple[str, str]) -> None:
        if record.patient_id != self._patient:
            return  # another patient is on the page; the file is there, and the patient's own page says it
        name, fingerprint = found
        self.fingerprint.setText(self.tr("Fingerprint of this hospital's key: {0}").format(fingerprint))
        self._set_busy(False)
        said = self.tr("Saved as {0}. Tell them the passphrase and this fingerprint by telephone.")
        self.strip.say("ok", said.format(name), self.tr("Handed over"))

    def _on_not_written(self, record: HandoverRecord, words: str, _error: Exception) -> None:
        if record.patient_id != self._patient:
            title = self.tr("The file of the patient before is not written; open that patient and save it again")
            self.strip.say("stop", words, title)
            return
        self._set_busy(False)
        self.strip.say("stop", words, self.tr("The course is handed over, but the file is not written; save it again"))

    @Slot()
    def _on_withdraw(self) -> None:
        if self._given is None:
            return
        if not self.why.ask_for():
            self.show_field(self.why)
            return
        self._set_busy(True)
        future = self._session.actions.withdraw_handover(
            self._session.person, self._key, self._given.id, self.why.value()
        )
        self._session.link.ask(future, self._on_withdrawn, self._on_refused, self)

    def _on_withdrawn(self, record: HandoverRecord) -> None:
        self._session.patient_changed.emit(record.patient_id)
        if record.patient_id != self._patient:
            return
        self._key = uuid4()
        self.why.set_text("")
        self._set_busy(False)
        self.strip.say("ok", self.tr("The course is treated here again."))
        self._read()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._update()

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._set_busy(False)
        self.strip.say("stop", words, self.tr("Not handed over"))


def _show(window: "Shell", patient: UUID) -> None:
    page = window.show_page("handover_give")
    if isinstance(page, GivePage):
        page.begin(patient)
