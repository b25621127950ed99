"""Regimens: regimen files and practice profiles that ship, made readable with their sources, their self-test, and the
site's own files."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.regimens.certificates import Certificates
from gui.regimens.copy_form import CopyForm
from gui.regimens.file_list import TwoLines
from gui.regimens.kinds import (
    FIRST_SHOWN,
    KINDS,
    File,
    facts_of,
    heading_of,
    in_words,
    load,
    run_examples,
    shipped_ids,
    status_of,
    title_of,
    to_verify_of,
)
from gui.regimens.own_file_panel import OwnFilePanel
from gui.regimens.own_file_words import list_words
from gui.regimens.part_cards import clear, part_card
from gui.regimens.reading import Part
from gui.regimens.result_rows import patient_row, patients_on, result_row
from gui.session import Session
from gui.theme.metrics import em, px
from gui.widgets.buttons import primary, secondary
from gui.widgets.card import Card, Chip, Heading, Muted
from gui.widgets.choice import Segmented
from gui.widgets.column import empty
from gui.widgets.fitted import MOST_PX, Fitted
from gui.widgets.flow import Flow
from gui.widgets.head_row import HeadRow
from gui.widgets.strip import Strip
from records.values.governance import FileKind, OwnFile, TreatedOn
from regimen.errors import RegimenError
from regimen.selftest import ExampleResult

ID_ROLE = int(Qt.ItemDataRole.UserRole)
OWN = "own:"
# Lines of body text: from what width on the list stands beside the file, and the height of both where it does not.
WIDE_EM, ABOVE_EM = 60, 46

#: Word of changes within this time is one.
TOGETHER_MS = 250


class Regimens(QWidget):
    """The list at the left, the chosen file at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("regimens_page")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._kind: FileKind = "regimen"
        self._shown: File | None = None
        self._own: dict[UUID, OwnFile] = {}
        self._treated: tuple[TreatedOn, ...] = ()
        self._stale = False
        self._later = QTimer(self)  # several words in quick succession are one
        self._later.setSingleShot(True)
        self._later.setInterval(TOGETHER_MS)
        self._later.timeout.connect(self._catch_up)
        self._make_widgets()
        self._lay_out()
        self.list.currentItemChanged.connect(self._on_chosen)
        self.test_button.clicked.connect(self._on_test)
        self.view_choice.chosen.connect(self._on_view)
        self.kind_choice.chosen.connect(self._on_kind)
        self.copy_button.clicked.connect(self._on_copy)
        self.copy_form.copied.connect(self._on_copied)
        self.own.changed.connect(self._on_own_changed)
        self._session.person_changed.connect(self._show_rights)
        self._session.patient_changed.connect(self._on_elsewhere)
        self._session.all_changed.connect(self._on_elsewhere)
        self._fill()
        self.refresh()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Regimens")

    def shown(self) -> File | None:
        """The file shown."""
        return self._shown

    def choose(self, ident: str) -> None:
        """Show one file by its id."""
        for row in range(self.list.count()):
            if self.list.item(row).data(ID_ROLE) == ident:
                self.list.setCurrentRow(row)

    def refresh(self) -> None:
        """Read the site's own files, and who is treated on what, anew."""
        self._session.link.ask(self._session.actions.own_files(self._kind), self._on_own_files, self._on_not_read, self)
        if self._session.actions.may_see_patients():
            self._session.link.ask(self._session.actions.treated_on(), self._on_treated, self._on_not_read, self)

    def _make_widgets(self) -> None:
        self.kind_choice = Segmented(
            (("regimen", self.tr("Regimens")), ("profile", self.tr("Profiles")), ("supportive", self.tr("Supportive"))),
            name="regimen_kind",
            wrap=True,
        )
        self.kind_choice.choose(self._kind)
        self.list = QListWidget()
        self.list.setObjectName("regimen_files")
        self.list.setAccessibleName(self.tr("Regimen files"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setSpacing(px(2))
        self.heading = Heading("", level=1)
        self.facts = Muted("")
        self.chips = Flow()
        self.view_choice = Segmented(
            (("words", self.tr("In words")), ("file", self.tr("The file"))), name="regimen_view"
        )
        self.test_button = primary(self.tr("&Self-test"), "regimen_self_test", icon="ok")
        self.strip = Strip("regimen_strip", closable=True)
        self.source = QPlainTextEdit()
        self.source.setObjectName("regimen_file_text")
        self.source.setAccessibleName(self.tr("Text of the regimen file"))
        self.source.setReadOnly(True)
        self.source.setProperty("role", "mono")
        self.source.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.certificates = Certificates(self._session, self.strip, "regimen_certificate", self)
        self.results = Card(self.tr("Self-test"))
        self.results.setVisible(False)
        self.copy_button = secondary(self.tr("&Copy …"), "regimen_copy_button", icon="plus")
        self.copy_form = CopyForm(self._session)
        self.patients = Card(self.tr("Patients on another version"))
        self.patients.setObjectName("regimen_patients")
        self.patients.setVisible(False)
        self.own = OwnFilePanel(self._session)
        self.own.setVisible(False)
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        left = self.left = Card(heading_of(self._kind))
        left.setMinimumWidth(px(150))
        left.setMaximumWidth(px(280))
        left.add(self.kind_choice)
        left.add(self.list, 1)
        inside = QWidget()
        inside.setProperty("role", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(8), 0)
        column.setSpacing(px(12))
        column.addWidget(self.patients)
        column.addWidget(self.results)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(px(12))
        column.addLayout(self._parts, 1)
        self.scroller = QScrollArea()
        self.scroller.setObjectName("regimen_scroll")
        self.scroller.setProperty("role", "clear")
        self.scroller.setWidgetResizable(True)
        self.scroller.setWidget(inside)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = (self.view_choice, self.certificates.button, self.copy_button, self.test_button)
        right = QVBoxLayout()
        right.setSpacing(px(8))
        right.addWidget(self.heading)
        right.addWidget(self.facts)
        right.addWidget(HeadRow(self.chips, buttons, words_em=24))
        right.addWidget(self.strip)
        right.addWidget(self.copy_form)
        right.addWidget(self.own, 1)
        right.addWidget(self.scroller, 1)
        right.addWidget(self.source, 1)
        fitted = self._fitted = Fitted(0)
        holder = QWidget()
        holder.setProperty("role", "clear")
        fitted.page.addWidget(holder)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(fitted)
        whole = self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        whole.setContentsMargins(px(24), px(20), px(24), px(20))
        whole.setSpacing(px(16))
        whole.addWidget(left, 1)
        whole.addLayout(right, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the list of files stands above the file."""
        super().resizeEvent(event)
        above = self.width() < em(WIDE_EM)
        self._whole.setDirection(QBoxLayout.Direction.TopToBottom if above else QBoxLayout.Direction.LeftToRight)
        self._fitted.set_least(ABOVE_EM if above else 0)
        self.left.setMaximumSize(MOST_PX if above else px(280), em(11) if above else MOST_PX)

    @Slot()
    def _on_elsewhere(self) -> None:
        """Something was stored, here or at another workstation; it may be a file or an approval."""
        self._stale = True
        if self.isVisible():
            self._later.start()

    @Slot()
    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What was stored elsewhere while another page stood here is read now."""
        super().showEvent(event)
        self._catch_up()

    def _fill(self) -> None:
        self.list.clear()
        for ident in shipped_ids(self._kind):
            try:
                file = load(self._kind, ident)
            except RegimenError as refusal:
                item = QListWidgetItem(f"{ident}\n{self.tr('cannot be read')}")
                item.setToolTip(str(refusal).replace("&", "&amp;").replace("<", "&lt;"))
            else:
                said = [file.id, f"v{file.version}", status_of(file)]
                item = QListWidgetItem(f"{title_of(file)}\n{' · '.join(part for part in said if part)}")
            item.setData(ID_ROLE, ident)
            self.list.addItem(item)
        self.view_choice.choose("words")
        self.choose(FIRST_SHOWN[self._kind])

    @Slot(str)
    def _on_kind(self, kind: str) -> None:
        """Regimen files, or practice profiles; what was typed in an own file is kept."""
        self.own.settle()
        self._kind = KINDS[kind]
        self.left.set_title(heading_of(self._kind))
        self.list.setAccessibleName(heading_of(self._kind))
        self._own = {}
        self._fill()
        self.refresh()

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.strip.clear()
        self.results.setVisible(False)
        self.copy_form.hide()
        self.certificates.take_back()
        ident = str(item.data(ID_ROLE))
        if ident.startswith(OWN):
            self._show_own(self._own[UUID(ident.removeprefix(OWN))])
            return
        self._show_shipped_parts()
        try:
            file = load(self._kind, ident)
        except RegimenError as refusal:
            self._shown = None
            self.copy_button.setVisible(False)
            self.heading.setText(ident)
            self.facts.setVisible(False)
            self.source.setPlainText("")
            self.chips.clear()
            clear(self._parts)
            self.strip.say("stop", str(refusal), self.tr("This file is refused"))
            return
        self._shown = file
        self.heading.setText(file.title)
        self.facts.setText(facts_of(file))
        self.facts.setVisible(True)
        self.chips.clear()
        said = [self.tr("came with the program"), status_of(file)]
        marks = [Chip(f"v{file.version}", "accent"), *(Chip(words) for words in said if words)]
        if unverified := to_verify_of(file):
            marks.append(Chip(self.tr("{0} to verify").format(len(unverified)), "warn"))
        self._marks_of([*marks, Chip(file.sha256[:8])], file.sha256)
        self.source.setPlainText(file.text)
        self._show_parts(in_words(file))
        self._show_patients()

    def _show_parts(self, parts: Sequence[Part]) -> None:
        clear(self._parts)
        for part in parts:
            self._parts.addWidget(part_card(part))
        self._parts.addStretch(1)
        self.scroller.verticalScrollBar().setValue(0)

    # --- the site's own files

    def _on_own_files(self, files: tuple[OwnFile, ...]) -> None:
        self._own = {file.id: file for file in files}
        files = tuple(file for file in files if file.kind == self._kind)
        for row in reversed(range(len(shipped_ids(self._kind)), self.list.count())):
            if UUID(str(self.list.item(row).data(ID_ROLE)).removeprefix(OWN)) not in self._own:
                self.list.takeItem(row)
        for file in files:
            self._list_own(file)
        shown = self.own.file
        if shown is not None and self.own.isVisibleTo(self) and shown.id in self._own:
            self.own.arrived(self._own[shown.id])

    def _list_own(self, file: OwnFile) -> QListWidgetItem:
        found = [self.list.item(row) for row in range(self.list.count())
                 if self.list.item(row).data(ID_ROLE) == f"{OWN}{file.id}"]  # fmt: skip
        item = found[0] if found else QListWidgetItem(self.list)
        name = file.file_id or self.tr("(no id)")
        item.setText(f"{name}\n{list_words(file, self._own.values())}")
        item.setData(ID_ROLE, f"{OWN}{file.id}")
        return item

    def _show_own(self, file: OwnFile) -> None:
        self._shown = None
        for widget in (self.scroller, self.source, self.view_choice, self.test_button):
            widget.setVisible(False)
        self._marks_of([Chip(f"v{file.file_version or '?'}", "accent"), Chip(file.text_sha256[:8])], file.text_sha256)
        self.heading.setText(file.file_id or self.tr("A draft that says no id"))
        self.facts.setVisible(False)
        self.own.show_file(file, self._treated)
        self.own.setVisible(True)
        self._show_rights()

    def _show_shipped_parts(self) -> None:
        self.own.setVisible(False)
        self.own.settle()
        self.view_choice.setVisible(True)
        self.test_button.setVisible(True)
        self._on_view(self.view_choice.value() or "words")
        self._show_rights()

    @Slot()
    def _show_rights(self) -> None:
        file = self.own.file if self.own.isVisibleTo(self) else None
        copyable = file is None or file.state in ("approved", "withdrawn")
        self.copy_button.setVisible(copyable and self._session.may("copy file"))

    @Slot()
    def _on_copy(self) -> None:
        file = self.own.file if self.own.isVisibleTo(self) else None
        if file is not None:
            self.copy_form.ask(file.kind, file.text, file.file_id)
        elif self._shown is not None:
            self.copy_form.ask(self._kind, self._shown.text, self._shown.id)

    @Slot(object)
    def _on_copied(self, file: OwnFile) -> None:
        self._own[file.id] = file
        self.list.setCurrentItem(self._list_own(file))
        self.own.editor.setFocus()

    @Slot(object)
    def _on_own_changed(self, file: OwnFile) -> None:
        self._own[file.id] = file
        item = self._list_own(file)
        if file.state == "dropped":
            self.list.takeItem(self.list.row(item))
        elif self.own.file is not None and self.own.file.id == file.id and self.own.isVisibleTo(self):
            self.heading.setText(file.file_id or self.tr("A draft that says no id"))
            self._marks_of(
                [Chip(f"v{file.file_version or '?'}", "accent"), Chip(file.text_sha256[:8])], file.text_sha256
            )
            self._show_rights()

    def _on_treated(self, treated: tuple[TreatedOn, ...]) -> None:
        self._treated = treated
        self._show_patients()

    def _show_patients(self) -> None:
        file = self._shown
        if file is None:
            return
        found = patients_on(self._treated, self._kind, {file.id}, file.sha256)
        empty(self.patients.body, self.patients.heading)
        for widget in (self.patients.heading, *(patient_row(one, self._kind, self._session) for one in found)):
            self.patients.body.addWidget(widget)
        self.patients.setVisible(bool(found))

    def _on_not_read(self, words: str, _error: Exception) -> None:
        self.strip.say("stop", words)

    def _marks_of(self, marks: list[Chip], sha256: str) -> None:
        self.chips.clear()
        for chip in marks:
            self.chips.add(chip)
        marks[-1].setToolTip(sha256)

    @Slot(str)
    def _on_view(self, view: str) -> None:
        self.scroller.setVisible(view == "words")
        self.source.setVisible(view == "file")

    @Slot()
    def _on_test(self) -> None:
        file = self._shown
        if file is None:
            return
        self.test_button.setEnabled(False)
        self.strip.say("note", self.tr("Running the worked examples …"))
        self._session.link.run(
            lambda: run_examples(file), lambda results: self._show_results(file, results), self._on_refused, self
        )

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self.test_button.setEnabled(True)
        self.strip.say("stop", sentence)

    def _show_results(self, file: File, results: Sequence[ExampleResult]) -> None:
        self.test_button.setEnabled(True)
        if file is not self._shown:
            return
        passed = sum(result.passed for result in results)
        tone = "ok" if passed == len(results) and results else "stop"
        self.strip.say(
            "ok" if tone == "ok" else "stop",
            self.tr("{0} of {1} worked examples give the expected figures.").format(passed, len(results)),
            self.tr("Self-test passed") if tone == "ok" else self.tr("Self-test failed"),
            f"{file.id} v{file.version} · {file.sha256[:16]}",
        )
        while self.results.body.count() > 1:
            item = self.results.body.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for result in results:
            self.results.add(result_row(result))
        self.results.setVisible(True)
        self.certificates.offer(file, results)
        self.scroller.verticalScrollBar().setValue(0)
