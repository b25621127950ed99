"""Settings: by which version of the CTCAE grades are shown, and NCI's own wording from the workbook of the site."""

from dataclasses import replace
from pathlib import Path
from typing import Literal, cast
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gui.session import Session
from gui.settings.grading_reading import Preview, Reading, read_preview
from gui.theme.metrics import px
from gui.widgets.buttons import one_of_many, primary, quiet, secondary
from gui.widgets.card import Card, Label, Line, Muted
from gui.widgets.choice import Segmented
from gui.widgets.column import empty
from gui.widgets.dates import shown_date
from gui.widgets.file_choice import ask_file_to_open
from gui.widgets.reading_order import show
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.values.core import SiteSettings
from records.values.grading import GradingText
from regimen.grading.terms import COUNTS, VERSIONS

TICK_MS = 60
HASH_SHOWN = 12


class GradingCard(Card):
    """Nothing is kept before the preview is confirmed; everything can be reached by the keyboard."""

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.set_title(self.tr("Grading criteria (CTCAE)"))
        self.setObjectName("settings_grading")
        self._session = session
        self._reading: Reading | None = None
        self.preview: Preview | None = None
        self._stopping: GradingText | None = None
        self._make_fields()
        self._lay_out()
        self._connect()
        self._show_version()
        self.refresh()

    def _make_fields(self) -> None:
        self.shown = Segmented(
            [("5.0", self.tr("CTCAE 5.0")), ("6.0", self.tr("CTCAE 6.0"))],
            self.tr("Grades are shown by"),
            name="settings_ctcae_shown",
        )
        self.file = TextField(self.tr("Workbook of NCI (xlsx)"), 1000, optional=True, name="settings_grading_file")
        self.choose_button = secondary(self.tr("Choose &workbook …"), "settings_grading_choose")
        self.read_button = secondary(self.tr("Check t&his workbook"), "settings_grading_read")
        self.cancel_button = quiet(self.tr("Stop readin&g"), "settings_grading_cancel")
        self.bar = QProgressBar()
        self.bar.setObjectName("settings_grading_progress")
        self.bar.setAccessibleName(self.tr("Rows of the workbook read"))
        self.bar.setTextVisible(False)
        self.message = Strip("settings_grading_message", below=True)
        self.found = QWidget()
        self.found.setProperty("role", "clear")
        self.found_words = Label("", wrap=True)
        self.found_words.setObjectName("settings_grading_preview")
        self.keep_button = primary(self.tr("Use this wordin&g"), "settings_grading_keep")
        self.drop_button = quiet(self.tr("&Do not keep it"), "settings_grading_drop")
        self.reason = TextField(self.tr("Why is it no longer used?"), 200, name="settings_grading_reason")
        self.stop_button = secondary(self.tr("Stop usi&ng it"), "settings_grading_stop")
        self.leave_button = quiet(self.tr("Go &on using it"), "settings_grading_leave")
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)

    def _lay_out(self) -> None:
        self.add(self.shown)
        self.add(Muted(self.tr(
            "Dose rules always run on CTCAE 5.0; where the version shown gives another grade, both stand on the page."
        ), small=True))  # fmt: skip
        self.add(Line())
        holder = QWidget()
        holder.setProperty("role", "clear")
        self._rows = QVBoxLayout(holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(6))
        self.add(holder)
        self.ending = QWidget()
        self.ending.setProperty("role", "clear")
        ending = QVBoxLayout(self.ending)
        ending.setContentsMargins(0, 0, 0, 0)
        ending.addWidget(self.reason)
        ending.addWidget(_row(self.stop_button, self.leave_button))
        self.add(self.ending)
        self.ending.hide()
        self.add(Line())
        self.add(self.file)
        self.add(_row(self.choose_button, self.read_button))
        self.progress = _row(self.bar, self.cancel_button)
        self.add(self.progress)
        self.progress.hide()
        self.add(self.message)
        inside = QVBoxLayout(self.found)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(8))
        inside.addWidget(self.found_words)
        inside.addWidget(_row(self.keep_button, self.drop_button))
        self.add(self.found)
        self.found.hide()

    def _connect(self) -> None:
        self.shown.chosen.connect(self._on_version)
        self.choose_button.clicked.connect(self._on_choose)
        self.read_button.clicked.connect(self._on_read)
        self.file.edit.returnPressed.connect(self._on_read)
        self.cancel_button.clicked.connect(self._on_cancel)
        self.keep_button.clicked.connect(self._on_keep)
        self.drop_button.clicked.connect(self._on_drop)
        self.stop_button.clicked.connect(self._on_stop)
        self.leave_button.clicked.connect(self._on_leave)
        self._timer.timeout.connect(self._on_tick)
        self._session.settings_changed.connect(self._show_version)
        self._session.official.changed.connect(self._say_refusal)

    # --- what is in use

    def refresh(self) -> None:
        """Read anew what was loaded."""
        self._session.official.want()
        self._session.link.ask(self._session.actions.gradings(), self._on_gradings, self._on_refused, self)

    def _on_gradings(self, loaded: tuple[GradingText, ...]) -> None:
        empty(self._rows)
        for version in VERSIONS:
            now = next((one for one in loaded if one.in_use and one.ctcae == version), None)
            self._rows.addWidget(self._row_of(version, now, sum(one.ctcae == version for one in loaded)))

    def _row_of(self, version: str, now: GradingText | None, loaded: int) -> QWidget:
        row = QWidget()
        row.setProperty("role", "clear")
        row.setObjectName(f"settings_grading_{version.replace('.', '_')}")
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        if now is None:
            head = self.tr("CTCAE {0}: our own words, where there are any").format(version)
            more = self.tr("All {0} terms can be found and graded.").format(COUNTS[version])
            if loaded:
                more += " " + self.tr("NCI's wording was loaded and is no longer used.")
        else:
            head = self.tr("CTCAE {0}: NCI's wording of all {1} terms is in use").format(version, now.terms)
            saved = self.tr("file saved {0}").format(now.file_date) if now.file_date else self.tr("file without a date")
            at = shown_date(now.at.astimezone().date(), weekday=False)
            more = self.tr("{0}; loaded {1} by {2}; SHA-256 of the file {3} …").format(
                saved, at, now.by, now.file_sha256[:HASH_SHOWN]
            )
        column.addWidget(Label(head, "strong", wrap=True))
        said = Muted(more, small=True)
        if now is not None:
            said.setToolTip(now.file_sha256)
        column.addWidget(said)
        inside.addLayout(column, 1)
        if now is not None:
            button = quiet(self.tr("Stop using …"), f"settings_grading_stop_{version.replace('.', '_')}")
            one_of_many(button)
            button.setAccessibleName(self.tr("Stop using NCI's wording of CTCAE {0}").format(version))
            button.clicked.connect(lambda _checked=False, one=now: self._ask_why(one))
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _ask_why(self, one: GradingText) -> None:
        self._stopping = one
        self.reason.set_text("")
        self.ending.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_stop(self) -> None:
        if self._stopping is None or not self.reason.ask_for():
            return
        future = self._session.actions.stop_grading(self._session.person, self._stopping.id, self.reason.value())
        self._session.link.ask(future, self._on_stopped, self._on_refused, self)

    def _on_stopped(self, one: GradingText) -> None:
        self._on_leave()
        words = self.tr("CTCAE {0} is shown in our own words again; the workbook stays on record.").format(one.ctcae)
        self.message.say("ok", words)
        self._session.official.refresh()
        self.refresh()

    @Slot()
    def _on_leave(self) -> None:
        self._stopping = None
        self._hide(self.ending)

    # --- a workbook

    @Slot()
    def _on_choose(self) -> None:
        kinds = self.tr("Excel workbooks (*.xlsx)")
        ask_file_to_open(self, self.tr("CTCAE workbook of NCI"), kinds, self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self.file.set_text(str(path))
        self._on_read()

    @Slot()
    def _on_read(self) -> None:
        path = self.file.text().strip().strip('"')
        if self._reading is not None:
            return
        if not path:
            self.message.say("stop", self.tr("Which workbook? Choose the file, or type its path."))
            self.file.edit.setFocus()
            return
        self._on_drop()
        self.message.clear()
        self.bar.setRange(0, max(COUNTS.values()))
        self.bar.setValue(0)
        self.progress.show()
        reading = self._reading = Reading()
        in_use = dict(self._session.official.texts)
        self._timer.start()
        self._session.link.run(
            lambda: read_preview(Path(path), in_use, reading), self._on_preview, self._on_not_read, self
        )

    @Slot()
    def _on_tick(self) -> None:
        if self._reading is not None:
            self.bar.setValue(self._reading.rows)

    @Slot()
    def _on_cancel(self) -> None:
        if self._reading is not None:
            self._reading.stop()

    def _end_reading(self) -> bool:
        """Whether the reading was stopped."""
        stopped = self._reading is not None and self._reading.stopped
        self._reading = None
        self._timer.stop()
        self.progress.hide()
        return stopped

    def _on_not_read(self, words: str, _error: Exception) -> None:
        stopped = self._end_reading()
        self.message.say("note" if stopped else "stop", words, "" if stopped else self.tr("Nothing was kept"))

    def _on_preview(self, preview: Preview) -> None:
        if self._end_reading():
            self.message.say("note", self.tr("Reading was stopped; nothing was kept."))
            return
        self.preview = preview
        self.found_words.setText("\n".join(self._preview_lines(preview)))
        self.found.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self.keep_button, self._show_found)

    def _show_found(self) -> None:
        """Once the preview has its place: its end, where the buttons are, comes into sight."""
        show(self.keep_button)

    def _preview_lines(self, preview: Preview) -> list[str]:
        saved = self.tr("saved {0}").format(preview.saved) if preview.saved else self.tr("without a date")
        lines = [
            self.tr("CTCAE {0}, {1}: all {2} terms, each with the code, class and grades of our list.").format(
                preview.ctcae, saved, preview.terms
            ),
            self.tr("SHA-256 of the file: {0}").format(_groups(preview.file_sha256)),
        ]
        if preview.changed is None:
            lines.append(self.tr("Until now this version is shown in our own words."))
        elif preview.changed == 0:
            lines.append(self.tr("The wording is the same as the one in use."))
        else:
            named = ", ".join(preview.changed_names) + (" …" if preview.changed > len(preview.changed_names) else "")
            lines.append(self.tr("{0} terms are worded otherwise than now: {1}").format(preview.changed, named))
        for one in preview.samples:
            grade = one.term.grades[min(1, len(one.term.grades) - 1)]
            lines.append(self.tr("{0}, grade {1}: {2}").format(one.term.name, grade, one.grades[grade]))
        return lines

    @Slot()
    def _on_drop(self) -> None:
        self.preview = None
        self._hide(self.found)

    def _hide(self, part: QWidget) -> None:
        """Hide a part of the card; the cursor stays on the card and does not wander to the next page's button."""
        focused = self.focusWidget()
        if part.isVisible() and focused is not None and part.isAncestorOf(focused):
            self.file.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        part.hide()

    @Slot()
    def _on_keep(self) -> None:
        preview = self.preview
        if preview is None:
            return
        future = self._session.actions.load_grading(
            self._session.person, uuid4(), preview.text, preview.file_sha256, preview.saved
        )
        self._session.link.ask(future, self._on_kept, self._on_refused, self)

    def _on_kept(self, one: GradingText) -> None:
        self._on_drop()
        self.file.set_text("")
        words = self.tr("NCI's wording of CTCAE {0}, {1} terms, is in use from now on.").format(one.ctcae, one.terms)
        self.message.say("ok", words)
        self._session.official.refresh()
        self.refresh()

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words)

    @Slot()
    def _say_refusal(self) -> None:
        if self._session.official.refusal:
            self.message.say("stop", self._session.official.refusal)

    # --- the version shown

    @Slot()
    def _show_version(self) -> None:
        self.shown.blockSignals(True)
        self.shown.choose(self._session.settings.ctcae_shown)
        self.shown.blockSignals(False)

    @Slot(str)
    def _on_version(self, version: str) -> None:
        wanted = replace(self._session.settings, ctcae_shown=cast(Literal["5.0", "6.0"], version))
        if wanted != self._session.settings:
            why = self.tr("grades are shown by CTCAE {0}").format(version)
            future = self._session.actions.save_settings(self._session.person, wanted, why, self._session.settings)
            self._session.link.ask(future, self._on_version_kept, self._on_not_kept, self)

    def _on_version_kept(self, settings: SiteSettings) -> None:
        self._session.set_settings(settings)
        self.message.say("ok", self.tr("Grades are shown by CTCAE {0}.").format(settings.ctcae_shown))

    def _on_not_kept(self, words: str, _error: Exception) -> None:
        self._show_version()
        self.message.say("stop", words)


def _groups(digest: str) -> str:
    """A hash in groups, so that it can be compared by eye and wraps in a narrow card."""
    return " ".join(digest[place : place + 16] for place in range(0, len(digest), 16))


def _row(*widgets: QWidget) -> QWidget:
    """Widgets beside one another, at the left."""
    holder = QWidget()
    holder.setProperty("role", "clear")
    inside = QHBoxLayout(holder)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(px(8))
    for widget in widgets:
        inside.addWidget(widget, 1 if isinstance(widget, QProgressBar) else 0)
    inside.addStretch(0 if any(isinstance(widget, QProgressBar) for widget in widgets) else 1)
    return holder
