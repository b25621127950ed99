"""What the patient reports: scores by symptom and attribute, beside the nurse's grade and never turned into one."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from gui.theme.metrics import em, px
from gui.widgets.buttons import quiet
from gui.widgets.card import Card, Label, Muted
from gui.widgets.dates import shown_date
from gui.widgets.naming import set_property
from records.bedside.reported import HIGHEST, Symptom, score_key, scores_of, symptoms
from records.values.core import CourseRecord
from records.values.visits import VisitEntry, VisitRecord

PREFIX = "reported."
COLUMNS = ("frequency", "severity", "interference", "presence")


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def attribute_words(attribute: str) -> str:
    """An attribute as it heads a column."""
    return {
        "frequency": tr("how often"),
        "severity": tr("how bad"),
        "interference": tr("in the way"),
        "presence": tr("there (1)"),
        "amount": tr("how much"),
    }[attribute]


class ScoreField(QLineEdit):
    """One score; what cannot be one stays as typed and is said."""

    def __init__(self, symptom: Symptom, attribute: str) -> None:
        super().__init__()
        self.symptom, self.attribute = symptom, attribute
        self.highest = HIGHEST[attribute]
        self.setObjectName(f"reported_{symptom.name}_{attribute}")
        self.setMaxLength(2)
        self.setFixedWidth(em(2.6))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(tr("{0}, {1}, 0 to {2}").format(symptom.title, attribute_words(attribute), self.highest))

    def score(self) -> int | None:
        """The score, None while empty or refused."""
        text = self.text()
        return int(text) if len(text) == 1 and text.isascii() and text.isdigit() and int(text) <= self.highest else None

    def refusal(self) -> str:
        """Why what stands here is no score."""
        if not self.text() or self.score() is not None:
            return ""
        return tr("{0}, {1}: a score is a whole number from 0 to {2}.").format(
            self.symptom.title, attribute_words(self.attribute), self.highest
        )


class ReportedCard(Card):
    """`changed()` after each key. A good score goes on to the next field; Up and Down change the symptom."""

    changed = Signal()

    def __init__(self, last: Mapping[str, int], last_words: str) -> None:
        super().__init__(tr("Reported by the patient"))
        self.setObjectName("reported")
        self._last = dict(last)
        self.fields: dict[str, ScoreField] = {}
        self.grades: dict[str, Label] = {}
        self._filling = False
        self.fold_button = quiet("", "reported_fold")
        self.hint = Muted(
            tr("Scores from the patient's own questionnaire, 0 to 4, over the last 7 days. They are no grades.")
            + (f" {last_words}" if last_words else ""),
            small=True,
        )
        self.refused_words = Label("", "small", wrap=True)
        self.refused_words.setObjectName("reported_refused")
        self.refused_words.set_tone("stop")
        self.table = QWidget()
        self.table.setProperty("role", "clear")
        self._grid = QGridLayout(self.table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(0, 1)
        self._fill()
        for widget in (self.fold_button, self.hint, self.table, self.refused_words):
            self.add(widget)
        self.body.setAlignment(self.fold_button, Qt.AlignmentFlag.AlignLeft)
        self.fold_button.clicked.connect(lambda _checked=False: self.fold(folded=not self.table.isHidden()))
        self.fold(folded=not self._last, focus=False)
        self._show_refused()

    def _fill(self) -> None:
        heads = (tr("Symptom"), *(attribute_words(one) for one in COLUMNS), tr("last"), tr("nurse"))
        for column, words in enumerate(heads):
            self._grid.addWidget(Label(words, "small"), 0, column)
        for line, symptom in enumerate(symptoms(), 1):
            self._grid.addWidget(Label(symptom.title, "label", wrap=True), line, 0)
            for attribute in symptom.attributes:
                field = self.fields[score_key(symptom.name, attribute)] = ScoreField(symptom, attribute)
                field.textChanged.connect(lambda _text, one=field: self._on_text(one))
                field.installEventFilter(self)
                self._grid.addWidget(field, line, 1 + COLUMNS.index(attribute))
            before = scores_of(self._last, symptom)
            last = Label(" · ".join(str(before[one]) for one in symptom.attributes if one in before), "small")
            last.setObjectName(f"reported_{symptom.name}_last")
            self._grid.addWidget(last, line, 1 + len(COLUMNS))
            grade = self.grades[symptom.name] = Label("", "small")
            grade.setObjectName(f"reported_{symptom.name}_grade")
            self._grid.addWidget(grade, line, 2 + len(COLUMNS))

    # --- values

    def scores(self) -> dict[str, int]:
        """Key of the score -> score, of everything that is one."""
        found = ((key, field.score()) for key, field in self.fields.items())
        return {key: score for key, score in found if score is not None}

    def texts(self) -> dict[str, str]:
        """Everything as typed."""
        return {f"{PREFIX}{key}": field.text() for key, field in self.fields.items()}

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Put texts back as they were typed."""
        self._filling = True
        for key, field in self.fields.items():
            field.setText(texts.get(f"{PREFIX}{key}", ""))
        self._filling = False
        self.fold(folded=not self._last and not any(field.text() for field in self.fields.values()), focus=False)
        self._show_refused()

    def refused(self) -> tuple[str, ...]:
        """What cannot be used, one sentence each."""
        return tuple(words for field in self.fields.values() if (words := field.refusal()))

    def words(self) -> tuple[str, ...]:
        """What will be stored of it, for the review."""
        scores = self.scores()
        said = [
            f"{symptom.title} " + ", ".join(f"{attribute_words(one)} {score}" for one, score in own.items())
            for symptom in symptoms()
            if (own := scores_of(scores, symptom))
        ]
        return (tr("Reported by the patient (no grades): {0}").format("; ".join(said)),) if said else ()

    def show_grades(self, grades: Mapping[str, int | None]) -> None:
        """The nurse's grades of today by CTCAE term: shown beside, nothing more."""
        for symptom in symptoms():
            own = [(term, grades[term]) for term in symptom.terms if grades.get(term) is not None]
            label = self.grades[symptom.name]
            label.setText(tr("grade {0}").format(max(grade or 0 for _term, grade in own)) if own else "")
            label.setToolTip("; ".join(f"{term} {grade}" for term, grade in own))

    # --- what a person does

    def fold(self, *, folded: bool, focus: bool = True) -> None:
        """Show or hide the table; scores in it stay."""
        for widget in (self.table, self.hint):
            widget.setVisible(not folded)
        count = len(self.scores())
        shown = tr("&Questionnaire of the patient…") if not count else tr("&Questionnaire: {0} scores…").format(count)
        self.fold_button.setText(shown if folded else tr("Fold the &questionnaire"))
        if not folded and focus:
            next(iter(self.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter change the symptom; Backspace in an empty field goes back."""
        if (
            event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
            or not isinstance(watched, ScoreField)
        ):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up):
            return self._step(watched, 1 if key != Qt.Key.Key_Up else -1)
        if key == Qt.Key.Key_Backspace and not watched.text():
            return self._go(watched, -1)
        return False

    def _step(self, field: ScoreField, step: int) -> bool:
        every = [symptom.name for symptom in symptoms()]
        place = every.index(field.symptom.name) + step
        if not 0 <= place < len(every):
            return False
        wanted = next(one for one in self.fields.values() if one.symptom.name == every[place])
        self._take_keys(wanted)
        return True

    def _go(self, field: ScoreField, step: int) -> bool:
        every = list(self.fields.values())
        place = every.index(field) + step
        if not 0 <= place < len(every):
            return False
        self._take_keys(every[place])
        return True

    def _take_keys(self, field: ScoreField) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        field.selectAll()

    def _on_text(self, field: ScoreField) -> None:
        if self._filling:
            return
        self._show_refused()
        if field.score() is not None and field.hasFocus():
            self._go(field, 1)
        self.changed.emit()

    def _show_refused(self) -> None:
        for field in self.fields.values():
            set_property(field, "tone", "stop" if field.refusal() else "plain")
        found = self.refused()
        self.refused_words.setText(found[0] if found else "")
        self.refused_words.setVisible(bool(found))


def reported_texts(entry: VisitEntry) -> dict[str, str]:
    """The scores of a complete visit as texts of the fields."""
    return {
        f"{PREFIX}{score_key(symptom.name, attribute)}": str(score)
        for symptom in symptoms()
        for attribute, score in scores_of(entry.patient_reported, symptom).items()
    }


def last_scores(visits: Sequence[VisitRecord], course: CourseRecord, on: date) -> tuple[Mapping[str, int], str]:
    """The scores of the newest complete visit of the course before a day, and whose they are in words."""
    before = [
        one
        for one in visits
        if one.course_id == course.id and one.complete and one.entry.on < on and one.entry.patient_reported
    ]
    if not before:
        return {}, ""
    last = max(before, key=lambda one: one.entry.on)
    return last.entry.patient_reported, tr("Last time: {0}.").format(shown_date(last.entry.on, weekday=False))
