"""Results from an HL7 message: a file or pasted text, what would be stored of it, a tick per row, and one deed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from gui.session import Session
from gui.theme.metrics import em, px
from gui.theme.tokens import Tone
from gui.visit.lab_import_rows import ImportRows
from gui.visit.lab_rows import TypedLab
from gui.widgets.buttons import primary, quiet, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.file_choice import ask_file_to_open
from gui.widgets.flow import Flow
from gui.widgets.strip import Strip
from records.errors import RecordError
from records.values.core import Workspace
from records.values.labs import LabImportEntry, LabImportRecord
from regimen.unit_words import unit_words

if TYPE_CHECKING:
    from records.hl7_labs.preview import Preview, PreviewRow, Read

MOST_BYTES = 2_000_000


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def file_reader(path: Path) -> "Callable[[], Read]":
    """A job that reads a file; it runs beside the window's thread. raises (in the job) RecordError."""

    def job() -> "Read":
        from records.hl7_labs.preview import read_file

        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)  # one more than is read: the reader says that it is too long
        except OSError:
            raise RecordError("This file cannot be opened.") from None
        return read_file(data)

    return job


def text_reader(text: str) -> "Callable[[], Read]":
    """A job that reads pasted text."""

    def job() -> "Read":
        from records.hl7_labs.preview import read_file

        return read_file(text)

    return job


class LabImportCard(Card):
    """Hidden until it is asked for. `stored(LabImportEntry)` once everything that was ticked is on record."""

    stored = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Results from a laboratory message (HL7)"))
        self.setObjectName("lab_import")
        self._session: Session | None = None
        self._space: Workspace | None = None
        self._on = date.min
        self._typed: Callable[[], Mapping[str, TypedLab]] = dict
        self._open = False
        self._read: Read | None = None
        self._preview: Preview | None = None
        self._choices: dict[str, str] = {}
        self._turn = 0
        self.file_button = secondary(tr("Choose a file…"), "lab_import_file")
        self.read_button = secondary(tr("Read the text"), "lab_import_read")
        self.close_button = quiet(tr("Close without storing"), "lab_import_close")
        self.store_button = primary(tr("Store the ticked values"), "lab_import_store")
        self.box = QPlainTextEdit()
        self.box.setObjectName("lab_import_text")
        self.box.setAccessibleName(tr("Text of an HL7 message"))
        self.box.setPlaceholderText("MSH|^~\\&|…")
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(em(6))
        self.message = Strip("lab_import_message")
        self.who = Label("", "strong", wrap=True)
        self.who.setObjectName("lab_import_who")
        self.rows = ImportRows()
        self.count = Muted("", small=True)
        self.count.setObjectName("lab_import_count")
        self._lay_out()
        self.file_button.clicked.connect(self._on_file)
        self.read_button.clicked.connect(self._on_read)
        self.close_button.clicked.connect(lambda _checked=False: self.close_up())
        self.store_button.clicked.connect(self._on_store)
        self.rows.ticked.connect(self._count)
        self.rows.chosen.connect(self._on_choice)

    def _lay_out(self) -> None:
        first, last = Flow(), Flow()
        for button in (self.file_button, self.read_button):
            first.add(button)
        for button in (self.store_button, self.close_button):
            last.add(button)
        foot = QWidget()
        foot.setProperty("role", "clear")
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.count)
        column.addWidget(last)
        for widget in (self.box, first, self.message, self.who, self.rows, foot):
            self.add(widget)
        self._show()

    # --- open and closed

    def begin(self, session: Session, space: Workspace, on: date, typed: Callable[[], Mapping[str, TypedLab]]) -> None:
        """The patient the results are to be of, the day of the visit, and what is typed in it by analyte."""
        self._session, self._space, self._on, self._typed = session, space, on, typed
        session.person_changed.connect(self._count)

    def know(self, space: Workspace) -> None:
        """The patient was read again: the preview is made anew against what is on record by now."""
        self._space = space
        self._look()

    def is_open(self) -> bool:
        """Whether it was asked for."""
        return self._open

    def open_up(self) -> None:
        """Show it and take the keys."""
        self._open = True
        self.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self._scroll_here)

    def _scroll_here(self) -> None:
        """Into sight, once it has its place: in one column it stands below the fold."""
        around: QWidget | None = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea) and self._open and (inside := around.widget()) is not None:
            around.verticalScrollBar().setValue(self.mapTo(inside, QPoint(0, 0)).y())

    def close_up(self) -> None:
        """Forget what was read and go away."""
        self._open = False
        self._turn += 1
        self._read, self._choices = None, {}
        self.box.setPlainText("")
        self._look()
        self.hide()

    # --- reading

    def _on_file(self) -> None:
        kinds = tr("HL7 messages (*.hl7 *.txt *.oru *.msg);;All files (*)")
        ask_file_to_open(self, tr("HL7 message"), kinds, lambda path: self.read(file_reader(path)))

    def _on_read(self) -> None:
        self.read(text_reader(self.box.toPlainText()))

    def read(self, job: "Callable[[], Read]") -> None:
        """Read a file or text beside the window's thread, then show what would be stored."""
        assert self._session is not None
        self._turn += 1
        turn = self._turn
        self._read, self._choices = None, {}
        self._look()
        self.message.say("note", tr("Reading…"))
        self._session.link.run(
            job, lambda found: self._on_found(turn, found), lambda words, _error: self._on_unreadable(turn, words), self
        )

    def _on_found(self, turn: int, found: "Read") -> None:
        if turn == self._turn:
            self._read = found
            self._look()

    def _on_unreadable(self, turn: int, words: str) -> None:
        if turn == self._turn:
            self.message.say("stop", words, tr("Not read"))

    def _on_choice(self, code: str, name: str) -> None:
        """A person says what an unknown code measures, or leaves it out."""
        self._choices[code] = name
        self._look()

    def _look(self) -> None:
        """Make the preview anew from what was read, what is on record and what a person chose."""
        self._preview = None
        if self._read is not None and self._space is not None and self._session is not None:
            from records.hl7_labs.preview import Known, preview

            space = self._space
            known = Known(space.patient.id, space.patient.entry, space.labs, space.lab_imports, self._session.today)
            found = preview(self._read, known, self._choices)
            self._preview = replace(found, rows=tuple(self._beside_typed(row) for row in found.rows))
        self._show()

    def _beside_typed(self, row: "PreviewRow") -> "PreviewRow":
        """A value of the visit's own day says which typed one it takes the place of."""
        lab = row.lab
        typed = (
            self._typed().get(lab.analyte) if lab is not None and lab.on == self._on and lab.behind is None else None
        )
        if lab is None or typed is None or (typed.value, typed.unit) == (lab.value, lab.unit):
            return row
        shown = f"{typed.value:f} {unit_words(typed.unit)}"
        if any(shown in note for note in row.notes):  # it is on record, and said to be replaced
            return row
        return replace(row, notes=(*row.notes, tr("takes the place of {0} typed in the visit").format(shown)))

    def _show(self) -> None:
        found = self._preview
        self.rows.show_rows(found.rows if found is not None else (), self._choices)
        self.who.setText(tr("In the message: {0}").format(found.who) if found is not None and found.who else "")
        self.who.setVisible(bool(self.who.text()))
        if found is None:
            self.message.clear()
        elif found.stop:
            self.message.say("stop", "\n".join((found.stop, *found.said)), tr("Nothing can be stored"))
        elif found.said:
            self.message.say("warn", "\n".join(found.said))
        else:
            self.message.clear()
        self._count()

    def _count(self) -> None:
        """How many values would be stored; the button is for a person who is named."""
        found = self._preview
        shown = found is not None and not found.stop
        count, every = len(self.rows.ticked_keys()), len(found.rows) if found is not None else 0
        words = tr("{0} of {1} results will be stored.").format(count, every) if shown else ""
        if shown and not count:
            words = tr("Nothing is ticked, so nothing will be stored.")
        named = self._session is not None and self._session.has_person
        if shown and not named:
            words = tr("Say first who is at the screen.")
        self.count.setText(words)
        self.count.setVisible(bool(words))
        self.store_button.setVisible(shown)
        self.store_button.setEnabled(shown and bool(count) and named)

    # --- storing

    def _on_store(self) -> None:
        """All that is ticked in one deed; a refusal stores nothing and leaves everything as it stands here."""
        if self._session is None or self._preview is None or self._space is None:
            return
        from records.hl7_labs.preview import entry_of

        entry = entry_of(self._preview, self.rows.ticked_keys(), self._choices)
        session = self._session
        self.store_button.setEnabled(False)
        session.link.ask(
            session.actions.import_labs(session.person, uuid4(), self._space.patient.id, entry, session.today),
            lambda record: self._on_stored(entry, record),
            self._on_refused,
            self,
        )

    def _on_stored(self, entry: LabImportEntry, _record: LabImportRecord) -> None:
        self.close_up()
        self.stored.emit(entry)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words, tr("Nothing was stored"))
        self._count()


def stored_words(entry: LabImportEntry, signed_cycle: int | None) -> tuple[Tone, str]:
    """What was stored; a correction under an order that is signed already has to be looked at.

    signed_cycle  the cycle that is due, if its order is signed and not given
    """
    words = tr("Laboratory values stored: {0}.").format(len(entry.labs))
    if signed_cycle is None or not any(lab.corrects for lab in entry.labs):
        return "ok", words
    return "warn", " ".join((
        words, tr("A value was corrected after the order of cycle {0} was signed: look at that order again.")
        .format(signed_cycle),
    ))  # fmt: skip


def texts_of_import(entry: LabImportEntry, visit_day: str, decimals: int = 3) -> Mapping[str, str]:
    """The values of the day of the visit as texts of its fields; one too long for a field is on record all the same."""
    texts: dict[str, str] = {}
    replaced: set[UUID] = {one for lab in entry.labs for one in lab.corrects}
    for lab in entry.labs:
        if lab.on.isoformat() != visit_day or lab.behind is not None or lab.id in replaced:
            continue
        numbers = {"": lab.value, ".lln": lab.lln, ".uln": lab.uln}
        if any(number is not None and _decimals(f"{number:f}") > decimals for number in numbers.values()):
            continue
        for name, number in numbers.items():
            texts[f"lab.{lab.analyte}{name}"] = "" if number is None else f"{number:f}"
        texts[f"lab.{lab.analyte}.unit"] = lab.unit
    return texts


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])
