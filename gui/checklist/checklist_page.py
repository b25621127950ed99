"""The Checklist page: every item before the first cycle, how it stands, and one answer after the other."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.checklist.answer_card import AnswerCard, ToStore, Typed
from gui.checklist.item_list import ItemList
from gui.session import Session
from gui.theme.metrics import em, px
from gui.widgets.card import Card, Heading, Muted
from gui.widgets.column import ScrollColumn
from gui.widgets.fitted import Fitted
from gui.widgets.strip import Strip
from gui.workspace.state import PatientState
from records.course.checklist import Checklist, ChecklistLine, checklist_of
from records.people.permissions import CLINICAL
from records.values.visits import ChecklistResult

RIGHT_EM = 36
# Lines of body text: what the page needs in height, and from what width on the answer stands beside the items.
LEAST_EM, WIDE_EM = 22, 62


class ChecklistPage(QWidget):
    """`changed()` after each answer: the patient is read again. What was typed for an item waits until it is stored."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checklist_page")
        self.setProperty("role", "page")
        self._session = session
        self._state: PatientState | None = None
        self._list: Checklist | None = None
        self._current = ""
        self._sending: set[str] = set()
        self._typed: dict[str, Typed] = {}
        self.heading = Heading("")
        self.words = Muted("")
        self.words.setObjectName("checklist_words_above")
        self.message = Strip("checklist_message", closable=True)
        self.items = ItemList()
        self.card: AnswerCard | None = None
        self._right = ScrollColumn(RIGHT_EM)
        self._lay_out()
        self.items.chosen.connect(self._on_chosen)
        self._session.person_changed.connect(self._show_person)

    def title(self) -> str:
        """The page's name on its tab."""
        return self.tr("&Checklist")

    def load(self, state: PatientState) -> None:
        """Show how the checklist stands; what is being typed stays."""
        before = self._state.course if self._state is not None else None
        self._state = state
        course, files = state.course, state.files
        if course is None or files is None:
            self.setEnabled(False)
            self.message.say("note", self.tr("A course is begun on the Dose page; then its checklist stands here."))
            return
        self.setEnabled(True)
        if before is None or before.id != course.id or self.card is None:
            self._begin()
        self._list = checklist_of(state.space, course, files.regimen, self._session.today)
        self._sending -= {line.item.id for line in self._list.lines if line.answer is not None}
        self._show()

    def flush(self) -> None:
        """Nothing waits: each answer is stored when it is given."""

    def checklist(self) -> Checklist:
        """The checklist as read."""
        assert self._list is not None
        return self._list

    # --- what is shown

    def _lay_out(self) -> None:
        left = Card()
        left.add(self.heading)
        left.add(self.words)
        left.add(self.items, 1)
        fitted = Fitted(LEAST_EM)
        columns = fitted.add_columns(
            left, self._right, spacing=px(12), wide_em=WIDE_EM, right_em=RIGHT_EM, below_em=RIGHT_EM
        )
        columns.setContentsMargins(px(24), px(8), px(24), px(8))
        notice = QHBoxLayout()
        notice.setContentsMargins(px(24), 0, px(24), px(8))
        notice.addWidget(self.message)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(fitted, 1)
        whole.addLayout(notice)
        self.items.setMinimumWidth(em(20))

    def _begin(self) -> None:
        """Another course: an empty form in its date style."""
        assert self._state is not None and self._state.files is not None
        self._current, self._sending, self._typed = "", set(), {}
        self.message.clear()
        card = self.card = AnswerCard(self._session.today, self._state.files.profile.date_style)
        self._right.clear()
        self._right.fill(card)
        card.answered.connect(self._on_answered)
        card.passed.connect(self._next_open)
        card.step.connect(self._on_step)
        self._show_person()

    def _show(self) -> None:
        checklist = self.checklist()
        answered = len(checklist.lines) - len(checklist.open)
        self.heading.setText(
            self.tr("Before cycle {0}: {1} of {2} answered").format(checklist.cycle, answered, len(checklist.lines))
        )
        self.words.setText(
            self.tr("Cycle {0} is provisional: nobody can give the go-ahead or record it as given yet.").format(
                checklist.cycle
            )
            if checklist.open
            else self.tr("Every item has an answer. A correction is a new answer; earlier ones stay.")
        )
        known = {line.item.id for line in checklist.lines}
        if self._current not in known:
            self._current = next((item.id for item in checklist.open), next(iter(known), ""))
            self._show_item()
        elif self.card is not None and self.card.shown() != self._line(self._current):
            self._show_item()
        self.items.show_lines(checklist.lines, self._sending, self._current)

    def _line(self, item: str) -> ChecklistLine | None:
        return next((line for line in self.checklist().lines if line.item.id == item), None)

    def _show_item(self) -> None:
        line = self._line(self._current)
        if line is None or self.card is None or self._state is None or self._state.course is None:
            return
        results: tuple[ChecklistResult, ...] = ("done", "not_done", "not_applicable")
        if self._state.course.entry.first_cycle > 1:
            results += ("taken_over",)
        self.card.show_line(line, self._typed.get(self._current), results)

    @Slot()
    def _show_person(self) -> None:
        """Nurses, pharmacists and prescribers answer."""
        if self.card is None:
            return
        may = self._session.has_person and self._session.person.role in CLINICAL
        self.card.button.setEnabled(may)
        if not may:
            self.message.say("note", self.tr("A nurse, pharmacist or prescriber answers the checklist."))

    # --- what a person does

    @Slot(str)
    def _on_chosen(self, item: str) -> None:
        self._keep_typed()
        self._current = item
        self._show_item()

    def _keep_typed(self) -> None:
        if self.card is None or not self._current or self._current in self._sending:
            return
        typed = self.card.typed()
        if typed is not None:
            self._typed[self._current] = typed
        else:
            self._typed.pop(self._current, None)

    @Slot(int)
    def _on_step(self, step: int) -> None:
        row = self.items.currentRow() + step
        if 0 <= row < self.items.count():
            self.items.setCurrentRow(row)
            self._focus()

    @Slot()
    def _next_open(self) -> None:
        """The next item without an answer, from here on and round to the beginning."""
        lines = self.checklist().lines
        at = next((place for place, line in enumerate(lines) if line.item.id == self._current), 0)
        for line in (*lines[at + 1 :], *lines[:at]):
            if line.answer is None and line.item.id not in self._sending:
                self._current = line.item.id
                self._show_item()
                break
        self.items.show_lines(lines, self._sending, self._current)
        self._focus()

    def _focus(self) -> None:
        if self.card is not None:
            self.card.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.card.words.edit.selectAll()

    @Slot(object)
    def _on_answered(self, answer: ToStore) -> None:
        """Off it goes; the next item is there at once."""
        assert self._state is not None and self._state.course is not None and self.card is not None
        typed = self.card.typed()
        course, on = self._state.course, answer.on
        self.message.clear()
        self._sending.add(answer.item)
        future = self._session.actions.answer_checklist(
            self._session.person, uuid4(), course.id, self.checklist().cycle, answer.item, answer.result, on,
            answer.value, answer.reason,
        )  # fmt: skip
        self._session.link.ask(
            future,
            lambda _answer: self._on_stored(answer.item),
            lambda words, _error: self._on_refused(answer.item, typed, words),
            self,
        )
        self._next_open()

    def _on_stored(self, item: str) -> None:
        self._typed.pop(item, None)
        self._sending.discard(item)
        self._session.saved.emit()
        self.changed.emit()

    def _on_refused(self, item: str, typed: Typed | None, words: str) -> None:
        """Nothing typed is lost: the item is open again, with what was typed for it."""
        self._sending.discard(item)
        if typed is not None:
            self._typed[item] = typed
        self.message.say("stop", words, self.tr("Not stored"))
        self.message.add_action(self.tr("Show the &item"), partial(self._show_again, item), "item")
        self._show()

    def _show_again(self, item: str) -> None:
        self._on_chosen(item)
        self._show()
        self._focus()
