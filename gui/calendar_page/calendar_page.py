"""The Calendar page: a preview of the very pages that will print; printing, saving, and their revisions."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui.calendar_page.calendar_frame import CalendarFrame
from gui.calendar_page.languages import check_code_of, languages
from gui.calendar_page.pages import Opened
from gui.calendar_page.printed_course import printed_text
from gui.calendar_page.saving import file_name, save_appointments, save_bytes
from gui.calendar_page.sheet import (
    KINDS,
    Kind,
    Sheet,
    Wanted,
    calendar_sheet,
    may_be_again,
    newest_print,
    staff_sheet,
    void_words,
)
from gui.letters.letter_sheet import letter_of, letter_sheet, letter_words
from gui.session import Session
from gui.widgets.card import Label, Muted
from gui.widgets.column import empty
from gui.widgets.dates import shown_date
from gui.widgets.file_choice import ask_folder
from gui.widgets.strip import Strip
from gui.workspace.state import PatientState
from records.values.core import PrintRecord


class CalendarPage(CalendarFrame):
    """`changed()` after a revision was stored: the patient has to be read again."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session.link, parent)
        self._session = session
        self._state: PatientState | None = None
        self._turn = 0
        self._key: UUID = uuid4()
        self._sheet: Sheet | None = None
        self._data = b""
        self._opened: Opened | None = None
        self._filling = False
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.folder.set_text(folder or str(Path.home()))
        self._connect()

    def title(self) -> str:
        """The page's name on its tab."""
        return self.tr("C&alendar")

    def load(self, state: PatientState) -> None:
        """Show the calendar of the cycle in force; what a person chose on the page stays."""
        before = self._state.course.id if self._state is not None and self._state.course is not None else None
        self._state = state
        if state.course is None or state.files is None:
            self.setEnabled(False)
            self.message.say("note", self.tr("A course is begun on the Dose page; then its calendar stands here."))
            return
        self.setEnabled(True)
        self._fill_choices(state, new=before != state.course.id)
        self._show_printed()
        self._prepare()

    def flush(self) -> None:
        """Nothing waits here: a revision is stored when it is printed or saved."""

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said of a print or a file is said once: on coming back the plan may be another."""
        self.message.clear()
        super().hideEvent(event)

    def show_staff_sheet(self, cycle: int) -> None:
        """Show the staff sheet of one cycle."""
        self._filling = True
        self.cycle.choose(str(cycle))
        self.kind.choose("staff_sheet")
        self._filling = False
        self._prepare()

    def sheet(self) -> Sheet | None:
        """What the preview shows, None while it is being made."""
        return self._sheet if self._opened is not None else None

    def data(self) -> bytes:
        """The very bytes the preview shows and printing prints."""
        return self._data

    def _connect(self) -> None:
        self.kind.chosen.connect(self._prepare)
        self.cycle.chosen.connect(self._prepare)
        self.language.chosen.connect(self._prepare)
        self.paper.chosen.connect(self._prepare)
        self.large_print.toggled.connect(self._prepare)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.ics_button.clicked.connect(self._on_ics)
        self.folder_button.clicked.connect(self._on_folder)
        self.smaller_button.clicked.connect(lambda: self.preview.step_zoom(up=False))
        self.larger_button.clicked.connect(lambda: self.preview.step_zoom(up=True))
        self.fit_button.clicked.connect(lambda: self.preview.set_zoom(0))
        self.before_button.clicked.connect(lambda: self.preview.go_to(self.preview.page() - 1))
        self.after_button.clicked.connect(lambda: self.preview.go_to(self.preview.page() + 1))
        self.preview.page_changed.connect(self._on_page)
        self._session.person_changed.connect(self._prepare)
        for keys, button in (("Ctrl+P", self.print_button), ("Ctrl+S", self.save_button)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    # --- what is shown

    def _fill_choices(self, state: PatientState, *, new: bool) -> None:
        assert state.course is not None and state.files is not None
        self._filling = True
        entry = state.course.entry
        numbers = range(entry.first_cycle, max(entry.planned_cycles, state.cycle) + 1)
        self.cycle.set_choices([(str(n), self.tr("Cycle {0} of {1}").format(n, entry.planned_cycles)) for n in numbers])
        if new:
            known = {code for code, _name in languages()}
            wanted = [code for code in (state.entry.language, self._session.settings.language) if code in known]
            self.kind.choose("calendar")
            self.cycle.choose(str(self._cycle_in_force(state)))
            self.language.choose(wanted[0] if wanted else "en")
            self.paper.choose(self._session.settings.paper or state.files.profile.paper)
        self._filling = False

    def _cycle_in_force(self, state: PatientState) -> int:
        """The next cycle once it is signed; until then the one being taken at home, where there is one."""
        order, before = state.order(state.cycle), state.order(state.cycle - 1)
        if order is None and before is not None and (state.day1 is None or self._session.today < state.day1):
            return state.cycle - 1
        return state.cycle

    def _wanted(self) -> Wanted | None:
        cycle, language = self.cycle.value(), self.language.value()
        if cycle is None or language is None:
            return None
        kind: Kind = next((one for one in KINDS if one == self.kind.value()), "calendar")
        paper = self.paper.value()
        return Wanted(kind, int(cycle), language, "letter" if paper == "letter" else "a4", self.large_print.isChecked())

    @Slot()
    def _prepare(self) -> None:
        """Make the pages that are wanted now; until they are there nothing can be printed."""
        wanted, state = self._wanted(), self._state
        if self._filling or wanted is None or state is None or state.course is None:
            return
        self.cycle.setEnabled(wanted.kind in ("calendar", "staff_sheet"))
        self.language.setEnabled(wanted.kind in ("calendar", "alert_card"))
        self.large_print.setEnabled(wanted.kind == "calendar")
        self.ics_button.setEnabled(False)
        self._turn += 1
        self._opened, self._key = None, uuid4()
        self.state_words.setText(self.tr("making the pages …"))
        self._update_buttons()
        again = wanted.kind == "calendar" and may_be_again(newest_print(state), wanted)
        self._put_together(self._turn, state, wanted, again=again)

    def _put_together(self, turn: int, state: PatientState, wanted: Wanted, *, again: bool) -> None:
        person = self._session.person.name if self._session.has_person else self.tr("nobody named")
        now = datetime.now().astimezone()
        if wanted.kind == "staff_sheet":
            job: Callable[[], Sheet] = partial(staff_sheet, state, wanted, person, now, self._key)
        elif letter_of(wanted) is not None:
            written = (person, self._session.person.role if self._session.has_person else "")
            job = partial(letter_sheet, self._session.actions, state, wanted, written, now, self._key)
        else:
            job = partial(calendar_sheet, state, wanted, person, now, self._key, again=again)
        self._session.link.run(
            job, lambda sheet: self._make(turn, sheet), lambda words, _error: self._on_refused(turn, words), self
        )

    def _make(self, turn: int, sheet: Sheet) -> None:
        if turn == self._turn:
            self._session.link.ask(
                self._session.paper.submit(sheet.wanted.kind, sheet.request),
                lambda data: self._open(turn, sheet, data),
                lambda words, error: self._on_refused(turn, str(error) if _said(error) else words),
                self,
            )

    def _open(self, turn: int, sheet: Sheet, data: bytes) -> None:
        if turn == self._turn:
            self._session.link.ask(
                self.pages.open(data), lambda opened: self._on_opened(turn, sheet, data, opened), None, self
            )

    def _on_opened(self, turn: int, sheet: Sheet, data: bytes, opened: Opened) -> None:
        if turn != self._turn or self._state is None:
            return
        if sheet.again is not None and sheet.again.sha256 != opened.sha256:
            # Something on it is not as it was printed (contact numbers, wording): this needs a revision of its own.
            self._put_together(turn, self._state, sheet.wanted, again=False)
            return
        same = self._sheet is not None and self._sheet.wanted == sheet.wanted
        self._sheet, self._data, self._opened = sheet, data, opened
        self.preview.show_pages(opened.sizes, keep_place=same)
        self._show_notices(sheet)
        self._update_buttons()

    def _on_refused(self, turn: int, words: str) -> None:
        if turn != self._turn:
            return
        self._sheet, self._data = None, b""
        self.preview.show_pages((), keep_place=False)
        empty(self.notice_strips)
        strip = Strip("notice_refused")
        self.notice_strips.addWidget(strip)  # first: without a parent it would be a window of its own
        strip.say("stop", words)
        strip.add_action(self.tr("Ma&ke the pages again"), self._prepare, "again", main=True)
        self.state_words.setText(self.tr("no page"))
        self._update_buttons()

    def _show_notices(self, sheet: Sheet) -> None:
        empty(self.notice_strips)
        for number, (tone, words) in enumerate(sheet.notices):
            strip = Strip(f"notice_{number}")
            self.notice_strips.addWidget(strip)  # first: without a parent it would be a window of its own
            strip.say(tone, words)
        if not sheet.notices:
            self.notice_strips.addWidget(Muted(self.tr("Nothing to say about it."), small=True))
        revision = self.tr("Revision {0}").format(sheet.revision)
        if sheet.again is not None:
            self.state_words.setText(self.tr("{0}, printed and valid").format(revision))
        elif letter_of(sheet.wanted) is not None:
            self.state_words.setText(letter_words(sheet))
        elif sheet.printed is not None:
            self.state_words.setText(self.tr("{0}, not printed yet").format(revision))
        else:
            self.state_words.setText(self.tr("Staff sheet, order revision {0}").format(sheet.revision))

    def _show_printed(self) -> None:
        """Every revision of the course with what became of it; a void one says why and offers nothing."""
        empty(self.printed_rows)
        state = self._state
        if state is None or state.course is None:
            return
        kept = [p for p in state.space.prints if p.course_id == state.course.id]
        for record in sorted(kept, key=lambda p: -p.revision):
            self.printed_rows.addWidget(Label(self._print_words(record), wrap=True))
            words = self.tr("Valid: this is the sheet to have.") if record.valid else void_words(state, record)
            said = Muted(words, small=True)
            said.setObjectName(f"revision_{record.revision}_state")
            self.printed_rows.addWidget(said)
        if not kept:
            self.printed_rows.addWidget(Muted(self.tr("Nothing yet."), small=True))

    def _print_words(self, record: PrintRecord) -> str:
        at = record.at.astimezone()
        size = "A4" if record.paper == "a4" else "Letter"
        large = self.tr(", large print") if record.large_print else ""
        language = dict(languages()).get(record.language, record.language)
        return self.tr("Revision {0} · cycle {1} · {2}{3} · {4} · {5} {6} by {7} · {8}").format(
            record.revision, record.cycle, size, large, language, shown_date(at.date(), weekday=False), f"{at:%H:%M}",
            record.by, record.check_code,
        )  # fmt: skip

    def _update_buttons(self) -> None:
        ready = self._opened is not None and self._sheet is not None and self._session.has_person
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)
        self.ics_button.setEnabled(ready and self._sheet is not None and self._sheet.printed is not None)

    @Slot(int, int)
    def _on_page(self, page: int, pages: int) -> None:
        self.page_words.setText(self.tr("page {0} of {1}").format(page, pages) if pages else "")

    # --- printing and saving

    @Slot()
    def _on_print(self) -> None:
        from gui.calendar_page.printing import printers

        if self._opened is None or self._sheet is None:
            return
        found = printers()
        if not found:
            self.message.say(
                "warn",
                self.tr("No printer is set up on this computer. Save the PDF and print it where there is one."),
                self.tr("Not printed"),
            )
        elif len(found) == 1:
            self._print_on(found[0])
        else:
            self.message.say("note", self.tr("Which printer?"))
            for place, name in enumerate(found[:4]):
                self.message.add_action(name, partial(self._print_on, name), f"printer_{place}", main=place == 0)

    def _print_on(self, name: str) -> None:
        from gui.calendar_page.printing import print_pages, printer_named

        self.message.clear()
        # First the record, then the paper: a page that is out must never carry a revision nobody knows of.
        self._record(
            lambda: self._session.link.ask(
                self.pages.run(lambda document: print_pages(document, printer_named(name))),
                lambda count: self._on_done(self.tr("{0} pages went to {1}.").format(count, name)),
                self._on_not_printed,
                self,
            )
        )

    def _record(self, then: Callable[[], None]) -> None:
        """Store the revision shown, or that it is printed once more; a staff sheet is no revision of the calendar."""
        sheet, opened = self._sheet, self._opened
        if sheet is None or opened is None:
            return
        if self._state is None or self._state.course is None:
            return
        if self._session.reading_only and (sheet.printed is None or sheet.again is not None):
            then()  # the window says that no entry is left; a revision nobody knows of is not printed
            return
        self.print_button.setEnabled(False)
        self.save_button.setEnabled(False)
        actions, person = self._session.actions, self._session.person
        future: Future[Any]
        letter = letter_of(sheet.wanted)
        if letter is not None:
            told = actions.print_letter(person, uuid4(), self._state.course.id, letter, opened.sha256)
            self._session.link.ask(told, lambda _course: then(), self._on_not_recorded, self)
            return
        if sheet.printed is None:  # a staff sheet: said in the history, and the patient's calendar stays valid
            if sheet.order_id is None:
                then()
                return
            told = actions.print_staff_sheet(person, uuid4(), sheet.order_id, opened.sha256)
            self._session.link.ask(told, lambda _order: then(), self._on_not_recorded, self)
            return
        if sheet.again is not None:
            future = actions.print_again(person, sheet.again.id)
        else:
            future = actions.record_print(
                person,
                sheet.print_id,
                self._state.course.id,
                sheet.wanted.cycle,
                sheet.wanted.language,
                sheet.wanted.paper,
                sheet.wanted.large_print,
                check_code_of(opened.text, sheet.wanted.language),
                opened.sha256,
                sheet.order_id,
                printed_text(sheet.printed),
                sheet.revision,
            )
        self._session.link.ask(future, lambda _record: then(), self._on_not_recorded, self)

    def _on_done(self, words: str) -> None:
        self.message.say("ok", words)
        self.changed.emit()

    def _on_not_recorded(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words, self.tr("Not printed"))
        self.changed.emit()  # somebody else printed or changed the plan meanwhile: look again

    def _on_not_printed(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words, self.tr("Not printed"))
        self.changed.emit()

    @Slot()
    def _on_save(self) -> None:
        sheet, folder = self._sheet, self._folder()
        if sheet is None or folder is None or self._state is None or self._state.course is None:
            return
        data, path = self._data, folder / file_name(self._state.course.id, sheet, "pdf")
        self._record(
            lambda: self._session.link.run(
                partial(save_bytes, path, data),
                lambda saved: self._on_done(self.tr("Saved as {0}.").format(saved)),
                self._on_not_saved,
                self,
            )
        )

    @Slot()
    def _on_ics(self) -> None:
        sheet, folder = self._sheet, self._folder()
        if sheet is None or folder is None or self._state is None or self._state.course is None:
            return
        path = folder / file_name(self._state.course.id, sheet, "ics")
        self._session.link.run(
            partial(save_appointments, path, sheet, self._state.course.id),
            lambda saved: self.message.say(
                "ok", self.tr("Saved as {0}; it names no patient and no drug.").format(saved)
            ),
            self._on_not_saved,
            self,
        )

    def _on_not_saved(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words, self.tr("Not saved"))
        self.changed.emit()

    def _folder(self) -> Path | None:
        text = self.folder.value()
        folder = Path(text).expanduser() if text else None
        if folder is None or not folder.is_absolute() or not folder.is_dir():
            self.folder.set_note("stop", self.tr("There is no such folder."))
            self.folder.setFocus()
            return None
        self.folder.set_note("plain", "")
        return folder

    @Slot()
    def _on_folder(self) -> None:
        """The system's own way to choose a folder; the page goes on meanwhile."""
        asked = self.tr("Folder to save in")
        ask_folder(self, asked, self.folder.value(), lambda path: self.folder.set_text(str(path)))


def _said(error: Exception) -> bool:
    """Whether an error of the worker is a sentence for the person: it ended, and can simply be asked again."""
    from treatment_calendar.paper.worker import WorkerDied

    return isinstance(error, WorkerDied)
