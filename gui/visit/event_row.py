"""One toxicity as a row: the grade by one key, its criteria in words, the drugs it is laid to, and the rest folded."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from gui.theme.metrics import px
from gui.visit.event_details import DetailsGiven, EventDetails, peak_refused
from gui.visit.event_draft import EventDraft, row_name
from gui.visit.event_questions import EventQuestions
from gui.widgets.buttons import quiet
from gui.widgets.card import Label, Line
from gui.widgets.choice import Segmented
from gui.widgets.flow import Flow
from gui.widgets.naming import set_property, slug
from gui.widgets.parts import throw_away
from records.values.visits import ATTRIBUTIONS
from regimen.advice.questions import Question

# The order in which a drug's letter goes through the levels of attribution; related ones first.
LEVELS: tuple[int | None, ...] = (None, 3, 4, 5, 2, 1)
OTHER = "Other, specify"


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def letters_of(suspects: Sequence[str]) -> dict[str, str]:
    """Suspect -> the letter that stands for it: the first of its letters that is free; e, m, n and y are taken."""
    taken = {"e", "m", "n", "y"}
    letters = {}
    for suspect in suspects:
        letter = next((sign for sign in suspect.lower() if sign.isalpha() and sign not in taken), "")
        if letter:
            letters[suspect] = letter
            taken.add(letter)
    return letters


class EventRow(QFrame):
    """`changed(EventDraft)` after each change; `removed(str)`: a new row entered by mistake, by its key;
    `withdrawn(str, str)`: a stored event entered by mistake, by its key, with the reason.

    criteria  grade -> criteria in words; since: when it began, in words
    """

    changed = Signal(object)
    removed = Signal(str)
    withdrawn = Signal(str, str)

    def __init__(self, draft: EventDraft, criteria: Mapping[int, str], since: str, given: DetailsGiven) -> None:
        super().__init__()
        self.setProperty("answers_keys", True)
        self.draft = draft
        self._criteria, self._since, self._given = criteria, since, given
        self._suspects = given.suspects
        self._letters = letters_of(given.suspects)
        self.questions = EventQuestions(draft)
        self.questions.hide()
        self._details: EventDetails | None = None
        self._cause_before = draft.cause
        self._filling = False
        name = row_name(draft)
        self.setObjectName(name)
        self.setProperty("role", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.term = Label(draft.term + (f": {draft.specify}" if draft.specify else ""), "strong", wrap=True)
        choices = [(str(grade), str(grade)) for grade in (0, *draft.grades)]
        self.grades = Segmented(choices, name=f"{name}_grade", optional=True)
        for button in self.grades.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row itself takes the keys
            words = self._criteria.get(int(button.text()), tr("asked, not present"))
            button.setAccessibleName(tr("{0}, grade {1}: {2}").format(draft.term, button.text(), words))
            button.setToolTip(words)
        self.words = Label("", "label", wrap=True)
        self.words.setObjectName(f"{name}_criteria")
        self.mark = Label("", "small", wrap=True)
        self.mark.setObjectName(f"{name}_wording")
        self.state = Label("", "small")
        self.state.setObjectName(f"{name}_state")
        self.chips: dict[str, QPushButton] = {}
        self._flow = Flow()
        self.more_button = quiet(tr("More"), f"{name}_more")
        self.more_button.setAccessibleName(tr("{0}: dates, actions, seriousness").format(draft.term))
        self._lay_out(name)
        self.grades.chosen.connect(self._on_segment)
        self.questions.answered.connect(self._on_answered)
        self.more_button.clicked.connect(lambda _checked=False: self.unfold())
        self._show()

    def _lay_out(self, name: str) -> None:
        for suspect in self._suspects:
            chip = QPushButton()
            chip.setProperty("role", "suspect")
            chip.setObjectName(f"{name}_{slug(suspect)}")
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(partial(self._on_chip, suspect))
            self.chips[suspect] = chip
            self._flow.add(chip)
        right = QVBoxLayout()
        right.setSpacing(px(2))
        right.addWidget(self.grades, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.state, 0, Qt.AlignmentFlag.AlignRight)
        left = QVBoxLayout()
        left.setSpacing(px(4))
        left.addWidget(self.term)
        left.addWidget(self.words)
        left.addWidget(self.mark)
        left.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addLayout(left, 1)
        top.addLayout(right)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._flow, 1)
        foot.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(6), px(8), px(6), px(6))
        self._column.setSpacing(px(4))
        self._column.addLayout(top)
        self._column.addLayout(foot)
        self._column.addWidget(self.questions)
        self._column.addWidget(Line())

    # --- what is shown

    def set_wording(self, criteria: Mapping[int, str], mark: str) -> None:
        """Other words for the grades, and whose they are."""
        self._criteria = criteria
        self.mark.setText(mark)
        for button in self.grades.buttons.values():
            words = criteria.get(int(button.text()), tr("asked, not present") if button.text() == "0" else "")
            button.setAccessibleName(tr("{0}, grade {1}: {2}").format(self.draft.term, button.text(), words))
            button.setToolTip(words)
        self._show()

    def show_draft(self, draft: EventDraft) -> None:
        """Another value for the same row; folded fields are made anew from it."""
        self.draft = draft
        if self._details is not None and self._details.isHidden():
            throw_away(self._details)
            self._details = None
        self._show()

    def _show(self) -> None:
        draft = self.draft
        shown = self._shown_grade()
        self._filling = True
        self.grades.choose(None if draft.grade is None else str(draft.grade))  # last time's grade is not yet today's
        self._filling = False
        self._show_criteria()
        self.state.setText(self._state_words())
        for suspect, chip in self.chips.items():
            self._show_chip(suspect, chip)
        self._flow.setVisible(draft.present or draft.ended)
        self.grades.setVisible(not draft.ended)  # a later return of the same problem is a new event
        self.more_button.setVisible(draft.present or draft.carried_over)
        grade = tr("not asked") if shown is None else tr("grade {0}").format(shown)
        self.setAccessibleName(f"{draft.term}: {grade}. {self.state.text()}. {self.words.text()}")

    def _shown_grade(self) -> int | None:
        """Today's grade, else the one of last time."""
        return self.draft.before if self.draft.grade is None else self.draft.grade

    def _show_criteria(self) -> None:
        words = self._criteria_words(self._shown_grade())
        self.words.setText(words)
        self.mark.setVisible(bool(self.mark.text()) and (self.hasFocus() or bool(self._shown_grade())))

    def _criteria_words(self, shown: int | None) -> str:
        if shown is None or (self.draft.grade is None and self.hasFocus()):
            lines = [f"{grade}: {words}" for grade, words in self._criteria.items()]
            return "\n".join(lines) if self.hasFocus() else ""
        if shown == 0:
            return tr("gone") if self.draft.carried_over else tr("asked, not present")
        words = self._criteria.get(shown, "")
        return f"{shown}: {words}" if words else ""

    def _state_words(self) -> str:
        draft = self.draft
        if draft.ended:
            return tr("{0}, gone").format(self._since)
        if draft.carried_over:
            last = tr("last time {0}").format(draft.before)
            return f"{self._since} · {last}" if draft.said else tr("{0} · {1}: still?").format(self._since, last)
        if draft.grade is None:
            return tr("not asked")
        new = tr("new, since {0}").format(draft.start.strip()) if draft.start.strip() else tr("new")
        return new if draft.grade else ""

    def _show_chip(self, suspect: str, chip: QPushButton) -> None:
        level = self.draft.levels.get(suspect)
        letter = self._letters.get(suspect, "").upper()
        words = f"{suspect} {ATTRIBUTIONS[level]}" if level else suspect
        if self.draft.cause == suspect:
            words = tr("{0}: the cause").format(suspect)
        chip.setText(f"{letter} · {words}" if letter else words)
        chip.setAccessibleName(f"{self.draft.term}: {words}")
        set_property(chip, "chosen", "true" if (level or 0) >= 3 or self.draft.cause == suspect else "false")

    # --- what a person does

    def say(self, draft: EventDraft) -> None:
        """A change by the person."""
        self.draft = draft
        self._show()
        if self._details is not None:
            self._details.show_findings(draft)
        self.changed.emit(draft)

    def set_grade(self, grade: int) -> None:
        """The grade of today; a grade the term does not have is not taken."""
        if not self.draft.ended and (grade == 0 or grade in self.draft.grades):
            self.say(replace(self.draft, grade=grade))
            if grade and self.draft.term.endswith(OTHER) and not self.draft.specify:
                self.ask_which()

    def step_level(self, suspect: str) -> None:
        """The next level of attribution for one suspect."""
        if not (self.draft.present or self.draft.ended):
            return
        levels = dict(self.draft.levels)
        following = LEVELS[(LEVELS.index(levels.pop(suspect, None)) + 1) % len(LEVELS)]
        if following is not None:
            levels[suspect] = following
        self.say(replace(self.draft, levels=levels))

    def name_cause(self, suspect: str) -> None:
        """This is the cause, whatever else was possible; said once more, it is open again."""
        if not (self.draft.present or self.draft.ended):
            return
        named = self.draft.cause == suspect
        levels = (
            self.draft.levels if named else {**self.draft.levels, suspect: max(4, self.draft.levels.get(suspect, 0))}
        )
        self.say(replace(self.draft, cause="" if named else suspect, levels=levels))

    def unfold(self) -> None:
        """Show or hide dates, actions, seriousness and notes; made when first asked for."""
        if self._details is None:
            self._details = EventDetails(self.draft, self._given)
            self._details.changed.connect(self._on_details)
            self._details.withdrawn.connect(lambda why: self.withdrawn.emit(self.draft.key, why))
            self._column.insertWidget(3, self._details)
            self._details.show()
        else:
            self._details.setVisible(self._details.isHidden())
        if not self._details.isHidden():
            self._details.start.setFocus()

    def ask_which(self) -> None:
        """A term "Other, specify" says nothing alone: the keys go to the words."""
        if self._details is None or self._details.isHidden():
            self.unfold()
        if self._details is not None:
            self._details.specify.setFocus()

    def refused(self) -> tuple[str, ...]:
        """What cannot be used in the folded fields, one sentence each."""
        folded = self._details.refused() if self._details is not None else ()
        return (*folded, *peak_refused(self.draft, self._given), *self.questions.refused())

    def show_questions(self, asked: Sequence[Question]) -> None:
        """What the rules ask about this event, beside what was answered before."""
        self.questions.show_questions(asked, self.draft.answers)

    def _on_answered(self, word: str, said: str) -> None:
        answers = {name: kept for name, kept in self.draft.answers.items() if name != word}
        self.say(replace(self.draft, answers={**answers, word: said} if said else answers))

    def busy(self) -> bool:
        """Whether somebody is in the row."""
        focused = QApplication.focusWidget()
        return focused is self or (focused is not None and self.isAncestorOf(focused))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """0 to 5 grade; a letter steps its drug, with Shift it names the cause; Y and N answer; M more; up and down."""
        sign = event.text().lower()
        suspect = next((name for name, letter in self._letters.items() if letter == sign), "")
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if suspect and sign and shifted:
            self.name_cause(suspect)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif len(sign) == 1 and sign in "012345":
            self.set_grade(int(sign))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take_back()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._leave(forward=event.key() == Qt.Key.Key_Down)
        elif sign == "m" and not self.more_button.isHidden():
            self.unfold()
        elif suspect and sign:
            self.step_level(suspect)
        elif sign in ("y", "n") and sign:
            self.questions.answer_first(yes=sign == "y")
        else:
            super().keyPressEvent(event)

    def _take_back(self) -> None:
        """Nothing said of it today; a new row goes away."""
        if self.draft.carried_over or self.draft.grade is not None:
            self.say(replace(self.draft, grade=None))
        else:
            self.removed.emit(self.draft.key)

    def _leave(self, *, forward: bool) -> None:
        around = self.parentWidget()
        rows = around.findChildren(EventRow) if around is not None else []
        rows = sorted((row for row in rows if row.isVisible()), key=lambda row: row.y())
        place = rows.index(self) + (1 if forward else -1) if self in rows else -1
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the keys here."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Outline the row the keys go to."""
        super().focusInEvent(event)
        set_property(self, "focused", "true")
        self._show_criteria()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the outline away."""
        super().focusOutEvent(event)
        set_property(self, "focused", "false")
        self._show_criteria()

    def event(self, event: QEvent) -> bool:
        """A letter typed on a row is the row's, also where a button elsewhere would take it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers():
            event.accept()
        return super().event(event)

    def _on_chip(self, suspect: str, _checked: bool = False) -> None:
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.name_cause(suspect)
        else:
            self.step_level(suspect)

    def _on_segment(self, value: str) -> None:
        if not self._filling:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.set_grade(int(value))

    def _on_details(self, draft: EventDraft) -> None:
        fresh = replace(draft, grade=self.draft.grade, levels=self.draft.levels, answers=self.draft.answers)
        if draft.cause == self._cause_before:  # named on the row since, and not in the folded fields
            fresh = replace(fresh, cause=self.draft.cause)
        self._cause_before = draft.cause
        self.draft = fresh
        self._show()
        if self._details is not None:
            self._details.show_findings(fresh)
        self.changed.emit(fresh)
