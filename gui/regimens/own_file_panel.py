"""An own regimen file or practice profile: its text, and beside it live why it is refused, what differs, and its
self-test; then its way from draft to approved and withdrawn. Everything typed is kept, readable or not."""

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from gui.regimens.again_card import AgainCard
from gui.regimens.certificates import Certificates
from gui.regimens.code_editor import CodeEditor
from gui.regimens.file_look import FileLook, look_at
from gui.regimens.own_file_words import TONES, done_words, state_words, story
from gui.regimens.result_rows import difference_row, patient_row, patients_on, result_row
from gui.second_check.second_person import SecondPerson, Signer
from gui.session import Session
from gui.theme.metrics import px
from gui.widgets.buttons import one_of_many, primary, quiet, secondary
from gui.widgets.card import Card, Chip, Muted
from gui.widgets.column import ScrollColumn, empty
from gui.widgets.naming import set_property
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.errors import Conflict
from records.values.governance import OwnFile, TreatedOn

REST_MS = 600  # after the last key; then the text is looked at and kept
MOST_REASONS = 40


class OwnFilePanel(QWidget):
    """`changed(OwnFile)` whenever the store has another state of the file."""

    changed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("own_file")
        self.setProperty("role", "clear")
        self._session = session
        self.file: OwnFile | None = None
        self.look: FileLook | None = None
        self._treated: Sequence[TreatedOn] = ()
        self._saving = False
        self._asking = False
        self._showing = False
        self._make_widgets()
        self._lay_out()
        self._connect()

    # --- widgets

    def _make_widgets(self) -> None:
        self.chip = Chip("")
        self.chip.setObjectName("own_file_state")
        self.story = Muted("")
        self.story.setObjectName("own_file_story")
        self.strip = Strip("own_file_strip", closable=True, below=True)
        self.editor = CodeEditor("own_file_text", self.tr("Text of your own file"))
        self.kept = Muted("", small=True)
        self.kept.setObjectName("own_file_kept")
        self.reasons = Card(self.tr("Refused"))
        self.reasons.setObjectName("own_file_reasons")
        self.differences = Card(self.tr("Difference"))
        self.differences.setObjectName("own_file_differences")
        self.results = Card(self.tr("Self-test"))
        self.results.setObjectName("own_file_results")
        self.patients = Card(self.tr("Patients on another version"))
        self.patients.setObjectName("own_file_patients")
        self.ask_button = primary(self.tr("As&k for approval"), "own_file_ask")
        self.approve_button = primary(self.tr("&Approve …"), "own_file_approve", icon="ok")
        self.again_button = secondary(self.tr("Appro&ve again …"), "own_file_again", icon="ok")
        self.again = AgainCard(self._session)
        self.withdraw_button = secondary(self.tr("&Withdraw approval …"), "own_file_withdraw")
        self.certificates = Certificates(self._session, self.strip, "own_file_certificate", self)
        self.drop_button = quiet(self.tr("&Drop this draft …"), "own_file_drop")
        self.signing = Card(self.tr("Approve this file"))
        self.second = SecondPerson(self._session, "approve file", "own_file_second")
        self.second.other.setText(self.tr("Some&body else at this screen"))
        self.sign_button = primary(self.tr("I app&rove this file"), "own_file_sign", icon="ok")
        self.leave_button = quiet(self.tr("No&t now"), "own_file_leave")
        self.ending = Card("")
        self.reason = TextField(self.tr("Why?"), 400, name="own_file_reason")
        self.end_button = secondary(self.tr("Wit&hdraw"), "own_file_end")
        self.stay_button = quiet(self.tr("&Leave it as it is"), "own_file_stay")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.chip)
        head.addWidget(self.story, 1)
        self.signing.add(self.second)
        self.signing.body.addLayout(_line(self.sign_button, self.leave_button))
        self.ending.add(self.reason)
        self.ending.body.addLayout(_line(self.end_button, self.stay_button))
        left = QWidget()
        left.setProperty("role", "clear")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor, 1)
        column.addWidget(self.kept)
        side = ScrollColumn()
        side.fill(self.reasons, self.differences, self.results, self.patients)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(side)
        split.setSizes([px(520), px(420)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        whole.addLayout(head)
        whole.addLayout(
            _line(
                self.ask_button,
                self.approve_button,
                self.again_button,
                self.withdraw_button,
                self.certificates.button,
                self.drop_button,
            )
        )
        for widget in (self.strip, self.signing, self.again, self.ending):
            whole.addWidget(widget)
        whole.addWidget(split, 1)
        self.signing.hide()
        self.ending.hide()

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_typed)
        self._timer.timeout.connect(self.settle)
        self.ask_button.clicked.connect(self._on_ask)
        self.approve_button.clicked.connect(self._on_approve)
        self.sign_button.clicked.connect(self._on_sign)
        self.leave_button.clicked.connect(self.signing.hide)
        self.again_button.clicked.connect(self._on_again)
        self.again.approved.connect(self._on_state)
        self.again.refused.connect(lambda words: self.strip.say("stop", words))
        self.withdraw_button.clicked.connect(self._on_end)
        self.drop_button.clicked.connect(self._on_end)
        self.end_button.clicked.connect(self._on_ended)
        self.stay_button.clicked.connect(self.ending.hide)
        self._session.person_changed.connect(self._show_state)

    # --- what is shown

    def show_file(self, file: OwnFile, treated: Sequence[TreatedOn]) -> None:
        """Another file; what was typed in the one before is kept first."""
        self.settle()
        self.file, self.look, self._treated = file, None, treated
        self.strip.clear()
        for card in (self.signing, self.again, self.ending):
            card.hide()
        self.second.wipe()
        self._showing = True
        self.editor.setPlainText(file.text)
        self._showing = False
        self._show_state()
        self._look()

    def arrived(self, file: OwnFile) -> None:
        """What the store has of the file shown. While something here is not kept it stays; keeping then shows both."""
        shown = self.file
        if shown is None or self._saving or file.version <= shown.version:
            return
        if self.editor.toPlainText() != shown.text:
            return
        if file.text != shown.text:
            self.show_file(file, self._treated)
        self._take(file)

    def settle(self) -> None:
        """Look at the text and keep it, now."""
        self._timer.stop()
        file = self.file
        if file is None or file.state not in ("draft", "waiting"):
            return
        if self.look is None or self.look.text != self.editor.toPlainText():
            self._look()
        self._keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page keeps what was typed."""
        self.settle()
        super().hideEvent(event)

    @Slot()
    def _show_state(self) -> None:
        file = self.file
        if file is None:
            return
        may = self._session.may
        self.chip.setText(state_words(file.state))
        set_property(self.chip, "tone", TONES[file.state])
        self.story.setText(story(file))
        open_ = file.state in ("draft", "waiting")
        self.editor.setReadOnly(not (open_ and may("keep file")))
        self.ask_button.setVisible(file.state == "draft" and may("ask for approval"))
        self.approve_button.setVisible(file.state == "waiting")
        self.again_button.setVisible(file.state == "withdrawn")
        self.withdraw_button.setVisible(file.state == "approved" and may("withdraw approval"))
        self.drop_button.setVisible(open_ and may("drop file"))
        self._show_patients()

    def _show_patients(self) -> None:
        file = self.file
        if file is None:
            return
        kind, gone = file.kind, file.state == "withdrawn"
        if gone:
            digests = {
                one.course_id: (one.regimen_sha256, one.profile_sha256)[kind == "profile"] for one in self._treated
            }
            found = [one for one in self._treated if digests[one.course_id] == file.text_sha256]
        else:
            found = patients_on(self._treated, kind, {file.file_id, file.base_id}, file.text_sha256)
        self.patients.set_title(
            self.tr("Patients on this withdrawn version") if gone else self.tr("Patients on another version")
        )
        _fill(self.patients, [patient_row(one, kind, self._session) for one in found])
        self.patients.setVisible(bool(found))

    @Slot()
    def _on_typed(self) -> None:
        if self.file is not None and not self._showing:
            self.kept.setText(self.tr("typing …"))
            self.certificates.take_back()
            self._timer.start()

    def _look(self) -> None:
        file, text = self.file, self.editor.toPlainText()
        if file is not None:
            kind, base = file.kind, file.base_text
            own = self._session.actions.own_files("regimen") if kind == "supportive" else None
            self._session.link.run(
                lambda: look_at(kind, text, base, own.result() if own is not None else ()),
                self._on_look,
                self._on_refused,
                self,
            )

    def _on_look(self, look: FileLook) -> None:
        if look.text != self.editor.toPlainText():
            return
        self.look = look
        file_kind = self.file.kind if self.file is not None else "regimen"
        self.editor.mark({reason.line for reason in look.reasons})
        _fill(self.reasons, [self._reason_button(r.line, r.says) for r in look.reasons[:MOST_REASONS]])
        self.reasons.setVisible(bool(look.reasons))
        if look.differences is None:
            words = self.tr("Cannot be told while the text is no TOML.")
            if file_kind == "supportive":
                words = self.tr("Cannot be told while the set is refused.")
            _fill(self.differences, [Muted(words)])
        elif not look.differences:
            words = self.tr("None: this is the file it was copied from.")
            if file_kind == "supportive":
                words = self.tr("None: patients get what the regimens' lists say.")
            _fill(self.differences, [Muted(words)])
        else:
            _fill(self.differences, [difference_row(one) for one in look.differences])
        if look.reasons:
            rows: list[QWidget] = [Muted(self.tr("Not run: the file is refused."))]
        else:
            passed = len(look.results) - look.failed
            words = self.tr("{0} of {1} worked examples give the expected figures.").format(passed, len(look.results))
            failed_first = sorted(look.results, key=lambda result: result.passed)
            rows = [Muted(words), *(result_row(result) for result in failed_first)]
        if look.file is not None:
            self.certificates.offer(look.file, look.results)
        else:
            self.certificates.take_back()
        _fill(self.results, rows)

    def _reason_button(self, line: int, says: str) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        button = quiet(self.tr("line {0}").format(line), f"own_file_line_{line}")
        one_of_many(button)
        button.clicked.connect(lambda _checked=False: self.editor.go_to(line))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Muted(says), 1)
        return holder

    # --- keeping

    def _keep(self) -> None:
        file, text = self.file, self.editor.toPlainText()
        if file is None or self._saving or text == file.text or file.state not in ("draft", "waiting"):
            if not self._saving:
                self.kept.setText(self.tr("kept"))
            return
        self._saving = True
        self.kept.setText(self.tr("keeping …"))
        future = self._session.actions.keep_file(self._session.person, file, text)
        self._session.link.ask(future, self._on_kept, self._on_not_kept, self)

    def _on_kept(self, file: OwnFile) -> None:
        self._saving = False
        self._take(file)
        if self.file is not None and self.file.id == file.id:
            self._keep()

    def _take(self, file: OwnFile) -> None:
        """The store has another state of a file; the text on the screen stays."""
        if self.file is not None and self.file.id == file.id:
            self.file = file
            self._show_state()
        self.changed.emit(file)

    def _on_not_kept(self, words: str, error: Exception) -> None:
        self._saving = False
        self.kept.setText(self.tr("not kept"))
        theirs = error.theirs if isinstance(error, Conflict) else None
        self.strip.say("stop", words, self.tr("Not kept; what you typed is still here"))
        if isinstance(theirs, OwnFile):
            self.strip.add_action(self.tr("Take theirs"), lambda: self.show_file(self._freshly(theirs), self._treated))
            self.strip.add_action(self.tr("Keep mine in its place"), lambda: self._keep_over(theirs), main=True)

    def _freshly(self, theirs: OwnFile) -> OwnFile:
        self.file = None  # what stands on the screen is given up on purpose
        return theirs

    def _keep_over(self, theirs: OwnFile) -> None:
        self.strip.clear()
        self.file = theirs
        self._keep()

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._asking = False
        self.strip.say("stop", words)

    # --- from state to state

    def _ready(self) -> OwnFile | None:
        """The file, when all that was typed is kept; else the person is told."""
        file = self.file
        if file is None or self._saving or self._asking:
            return None
        if file.state in ("draft", "waiting") and self.editor.toPlainText() != file.text:
            self.settle()
            self.strip.say("note", self.tr("The last change is being kept; press again in a moment."))
            return None
        return file

    @Slot()
    def _on_ask(self) -> None:
        file = self._ready()
        if file is not None:
            self._asking = True
            future = self._session.actions.ask_for_approval(self._session.person, uuid4(), file)
            self._session.link.ask(future, self._on_state, self._on_refused, self)

    @Slot()
    def _on_approve(self) -> None:
        self.second.wipe()
        self.signing.show()
        self.sign_button.setFocus()

    @Slot()
    def _on_again(self) -> None:
        if self.file is not None:
            self.again.ask(self.file)

    @Slot()
    def _on_sign(self) -> None:
        missing = self.second.missing()
        if missing:
            self.strip.say("stop", missing)
        elif self._ready() is not None:
            self.second.look_up(self._approve, self._on_refused)

    def _approve(self, signer: Signer) -> None:
        file = self._ready()
        if file is not None:
            self._asking = True
            future = self._session.actions.approve_file(signer, uuid4(), file)
            self._session.link.ask(future, self._on_state, self._on_refused, self)

    def _on_state(self, file: OwnFile) -> None:
        self._asking = False
        self.signing.hide()
        self.ending.hide()
        if words := done_words(file):
            self.strip.say("ok", words)
        self._take(file)

    @Slot()
    def _on_end(self) -> None:
        self.ending.set_title(
            self.tr("Withdraw the approval") if self.sender() is self.withdraw_button else self.tr("Drop this draft")
        )
        self.end_button.setText(self.tr("Withdraw") if self.sender() is self.withdraw_button else self.tr("Drop"))
        self.reason.set_text("")
        self.ending.show()
        self.reason.edit.setFocus()

    @Slot()
    def _on_ended(self) -> None:
        file = self._ready()
        if file is None or not self.reason.ask_for():
            return
        self._asking = True
        person, why, actions = self._session.person, self.reason.value(), self._session.actions
        if file.approval is not None:
            future = actions.withdraw_approval(person, file.approval.id, why)
        else:
            future = actions.drop_file(person, file, why)
        self._session.link.ask(future, self._on_state, self._on_refused, self)


def _line(*buttons: QPushButton) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(px(8))
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line


def _fill(card: Card, rows: Sequence[QWidget]) -> None:
    empty(card.body, card.heading)
    card.body.addWidget(card.heading)
    for row in rows:
        card.body.addWidget(row)
