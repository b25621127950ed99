"""Questions the rules ask about one toxicity, each with its answers to choose from: inline, by keyboard."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.visit.event_draft import EventDraft, row_name
from gui.widgets.choice import Segmented
from gui.widgets.naming import slug
from gui.widgets.number_field import NumberField
from regimen.advice.questions import YES_NO, Question, question_of

NOT_KNOWN = "not_known"


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def answer_words(choice: str) -> str:
    """An answer as it is read."""
    known = {
        "yes": tr("yes"), "no": tr("no"), "suspected": tr("suspected"), "confirmed": tr("confirmed"),
        NOT_KNOWN: tr("not known"),
    }  # fmt: skip
    return known.get(choice, choice)


class EventQuestions(QWidget):
    """`answered(str, str)`: the word of the question and what was said, "" where it is not known after all."""

    answered = Signal(str, str)

    def __init__(self, draft: EventDraft) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._name, self._term = f"{row_name(draft)}_asked", draft.term
        self._open: tuple[Question, ...] = ()
        self.fields: dict[str, Segmented | NumberField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(10), px(2), 0, px(4))
        self._column.setSpacing(px(6))
        self.setObjectName(self._name)

    def show_questions(self, asked: Sequence[Question], answers: Mapping[str, str]) -> None:
        """Those asked, and those answered; a field being used stays as long as its question does."""
        self._open = tuple(one for one in asked if one.word not in answers)
        before = [one for word in answers if (one := question_of(word, self._term)) is not None]
        wanted = {one.word: one for one in (*before, *asked)}
        for word in [word for word in self.fields if word not in wanted]:
            gone = self.fields.pop(word)
            self._column.removeWidget(gone)
            gone.hide()  # else shown as a window if it was only just put in
            gone.setParent(None)
            gone.deleteLater()
        for word, question in wanted.items():
            if word not in self.fields:
                self._add(question, answers.get(word, ""))
        self.setVisible(bool(self.fields))

    def first_open(self) -> Question | None:
        """The first question nobody has answered."""
        return next(iter(self._open), None)

    def answer_first(self, *, yes: bool) -> bool:
        """Say yes or no to the first open question of that kind; whether there was one."""
        for question in self._open:
            field = self.fields.get(question.word)
            if question.choices == YES_NO and isinstance(field, Segmented):
                field.choose("yes" if yes else "no")
                return True
        return False

    def focus_first(self) -> bool:
        """Give the keys to the first open question."""
        question = self.first_open()
        if question is None or question.word not in self.fields:
            return False
        self.fields[question.word].setFocus()
        return True

    def refused(self) -> tuple[str, ...]:
        """What cannot be used, one sentence each."""
        return tuple(f"{self._term}: {field.refusal()}" for field in self.fields.values() if field.refusal())

    def _add(self, question: Question, said: str) -> None:
        name = f"{self._name}_{slug(question.word)}"
        field: Segmented | NumberField
        if question.choices:
            choices = [(one, answer_words(one)) for one in (*question.choices, NOT_KNOWN)]
            field = Segmented(choices, question.words, name=name, optional=True)
            field.choose(said or None)
            field.chosen.connect(lambda value, word=question.word: self._tell(word, value))
        else:
            field = NumberField(question.words, question.unit, optional=True, name=name)
            field.set_text(said)
            field.understood.connect(
                lambda value, word=question.word: self._tell(word, "" if value is None else f"{value:f}")
            )
        field.label.setWordWrap(True)
        self.fields[question.word] = field
        self._column.addWidget(field)
        field.show()

    def _tell(self, word: str, said: str) -> None:
        self.answered.emit(word, "" if said == NOT_KNOWN else said)
