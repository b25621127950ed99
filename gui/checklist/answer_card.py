"""One item of the checklist and its answer: what the record offers stands in the fields, a person's Enter stores it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.checklist.words import answer_words, by_words, offered_words, result_words, tr
from gui.theme.metrics import em
from gui.widgets.buttons import primary, secondary
from gui.widgets.card import Card, Muted
from gui.widgets.choice import Segmented
from gui.widgets.column import Row
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style
from gui.widgets.dates import shown_date
from gui.widgets.flow import Flow
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.course.checklist import ChecklistLine
from records.values.visits import ChecklistResult

MOST_LETTERS = 400
RESULTS: tuple[ChecklistResult, ...] = ("done", "not_done", "not_applicable", "taken_over")


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer as it stands in the fields. words: the finding with `done`, else the reason; on: as typed."""

    result: ChecklistResult
    words: str
    on: str


@dataclass(frozen=True, slots=True)
class ToStore:
    """An answer that can be stored."""

    item: str
    result: ChecklistResult
    value: str
    reason: str
    on: date


class AnswerCard(Card):
    """`answered(ToStore)` with Enter; `passed()` where nothing was changed; `step(int)` to the item before or after."""

    answered = Signal(object)
    passed = Signal()
    step = Signal(int)

    def __init__(self, today: date, style: Style, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("checklist_answer")
        self._today = today
        self._line: ChecklistLine | None = None
        self._start = Typed("done", "", "")
        self._place = -1
        self.heading.setWordWrap(True)
        self.source = Muted("", small=True)
        self.offer = Strip("checklist_offer", below=True)
        self.result = Segmented((), tr("Result"), name="checklist_result", wrap=True)
        self.words = TextField(tr("Finding"), MOST_LETTERS, optional=True, name="checklist_words")
        self.findings = Flow()
        self.on = DateField(tr("Of which day"), style=style, latest=today, name="checklist_on")
        self.button = primary(tr("Ans&wer"), "checklist_store", icon="ok")
        self.keys = Muted(tr("Enter stores and goes to the next open item; Page Up and Down go along."), small=True)
        self.earlier = Muted("", small=True)
        self.earlier.setObjectName("checklist_earlier")
        fields = Row(self.on, spacing=12)
        fields.setMaximumWidth(em(24))
        for widget in (
            self.source, self.offer, self.result, self.words, self.findings, fields, self.button, self.keys,
            self.earlier,
        ):  # fmt: skip
            self.add(widget)
        self.body.addStretch(1)
        self.result.chosen.connect(self._on_result)
        self.button.clicked.connect(lambda _checked=False: self.store())
        for edit in (self.words.edit, self.on.edit):
            edit.returnPressed.connect(self.store)
            edit.installEventFilter(self)

    def show_line(self, line: ChecklistLine, typed: Typed | None, results: Sequence[ChecklistResult]) -> None:
        """One item. typed: what stood in its fields when it was left, None: as stored or offered."""
        self._line = line
        self.set_title(line.item.title)
        self.source.setText(tr("asked by the regimen file, source “{0}”").format(line.item.source))
        self.result.set_choices([(result, result_words(result)) for result in results])
        self._start = start_of(line, self._today)
        self._fill(typed or self._start)
        self._show_findings(line)
        if line.offered is not None and line.answer is None:
            self.offer.say("note", offered_words(line.offered), tr("On record; confirm it with Enter, or change it"))
        else:
            self.offer.clear()
        said = [f"{answer_words(one)} — {by_words(one)}" for one in reversed(line.answers)]
        self.earlier.setText(tr("Answered: {0}").format("\n".join(said)) if said else "")
        self.earlier.setVisible(bool(said))
        self.button.setText(tr("Ans&wer anew") if said else tr("Ans&wer"))
        self.button.setAccessibleName(tr("Answer {0}").format(line.item.title))

    def shown(self) -> ChecklistLine | None:
        """The line shown, as it was read."""
        return self._line

    def typed(self) -> Typed | None:
        """What stands in the fields where it is not what was put there, else None."""
        now = Typed(self._result(), self.words.text(), self.on.text())
        return None if now == self._start else now

    def store(self) -> None:
        """The answer, once it can be used; an answered item that nobody changed is left as it is."""
        if self._line is None or not self.button.isEnabled():
            return
        if self._line.answer is not None and self.typed() is None:
            self.passed.emit()
            return
        words, result = self.words.value(), self._result()
        if not words:
            asked = tr("Say what was found.") if result == "done" else tr("Say why.")
            self.words.set_note("stop", asked)
        day = self.on.value()
        if not words or self.words.refusal() or not self.on.ask_for() or day is None:
            return
        done = result == "done"
        self.answered.emit(ToStore(self._line.item.id, result, words if done else "", "" if done else words, day))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Up go through the usual findings; Page Up and Page Down through the items; Ctrl+1 to 4: result."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key, control = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self.step.emit(1 if key == Qt.Key.Key_PageDown else -1)
                return True
            number = key - Qt.Key.Key_1
            if control and 0 <= number < len(self.result.buttons):
                self.result.choose(list(self.result.buttons)[number])
                return True
            if watched is self.words.edit and not control and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                return self._next_finding(1 if key == Qt.Key.Key_Down else -1)
        return super().eventFilter(watched, event)

    def _result(self) -> ChecklistResult:
        value = self.result.value()
        return next((result for result in RESULTS if result == value), "done")

    def _fill(self, typed: Typed) -> None:
        self.result.choose(typed.result)
        self.words.set_text(typed.words)
        self.words.set_note("note", "")
        self.on.set_text(typed.on)
        self._place = -1
        self._name_words()

    def _show_findings(self, line: ChecklistLine) -> None:
        self.findings.clear()
        for number, words in enumerate(line.item.findings):
            made = secondary(words.replace("&", "&&"), f"checklist_finding_{number}")
            made.clicked.connect(partial(self._take_finding, words))
            self.findings.add(made)
        self.findings.setVisible(bool(line.item.findings))
        first = line.item.findings[0] if line.item.findings else ""
        self.words.edit.setPlaceholderText(tr("Down: {0}").format(first) if first else "")

    def _take_finding(self, words: str, _checked: bool = False) -> None:
        self.result.choose("done")
        self.words.set_text(words)
        self.words.edit.setFocus()

    def _next_finding(self, step: int) -> bool:
        findings = self._line.item.findings if self._line is not None else ()
        if not findings or self._result() != "done":
            return False
        self._place = (self._place + step) % len(findings) if self._place >= 0 or step > 0 else len(findings) - 1
        self.words.set_text(findings[self._place])
        return True

    @Slot(str)
    def _on_result(self, _result: str) -> None:
        """A finding is no reason: what the program put there for another result goes, what was typed stays."""
        if self.words.text() == self._start.words and self._result() != self._start.result:
            self.words.set_text("")
        elif not self.words.text() and self._result() == self._start.result:
            self.words.set_text(self._start.words)
        self.words.set_note("note", "")
        self._name_words()

    def _name_words(self) -> None:
        self.words.set_label(tr("Finding") if self._result() == "done" else tr("Reason"))


def start_of(line: ChecklistLine, today: date) -> Typed:
    """What stands in the fields at first: the answer that counts, else what is offered, else nothing but today."""
    said = line.answer or line.offered
    if said is None:
        return Typed("done", "", shown_date(today, weekday=False))
    words = said.value if said.result == "done" else said.reason
    return Typed(said.result, words, shown_date(said.on, weekday=False))
