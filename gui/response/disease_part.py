"""The disease when the course began, said later or put right; also of a course that has ended."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.course.disease_fields import DiseaseFields
from gui.session import Session
from gui.theme.metrics import px
from gui.widgets.buttons import secondary
from gui.widgets.card import Muted
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.course.disease import DiseaseAtStart
from records.values.core import CourseRecord


class DiseasePart(QWidget):
    """`stored()` once the records have it."""

    stored = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("disease_part")
        self.setProperty("role", "clear")
        self._session = session
        self._course: CourseRecord | None = None
        self.fields = DiseaseFields("disease", narrow=True)
        self.why = TextField(self.tr("Why it is changed"), 400, optional=True, name="disease_why")
        self.save_button = secondary(self.tr("Save the disease at the sta&rt"), "save_disease")
        self.message = Strip("disease_message", closable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(Muted(self.tr("Disease when the course began, for the tables of a study"), small=True))
        for widget in (self.fields, self.why, self.message):
            column.addWidget(widget)
        column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields.changed.connect(self._show_state)
        self.save_button.clicked.connect(self._on_save)

    def show_course(self, course: CourseRecord) -> None:
        """What is stored; what is being chosen stays unless the records have something newer."""
        newer = self._course is None or course.version != self._course.version
        stored = newer and (self._course is None or course.entry.disease != self._course.entry.disease)
        self._course = course
        if stored:
            self.fields.show_said(course.entry.disease)
            self.why.set_text("")
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        if self._course is None:
            return
        before, now = self._course.entry.disease, self.fields.said()
        self.why.setVisible(takes_back(before, now))
        self.save_button.setEnabled(now != before and self._session.may("describe disease"))

    @Slot()
    def _on_save(self) -> None:
        course = self._course
        if course is None or not self.why.ask_for():
            return
        said, why = self.fields.said(), self.why.value()
        self.save_button.setEnabled(False)
        future = self._session.actions.describe_disease(self._session.person, course.id, course.version, said, why)
        self._session.link.ask(future, self._on_stored, self._on_refused, self)

    def _on_stored(self, course: CourseRecord) -> None:
        self.show_course(course)
        self.message.say("ok", self.tr("The disease at the start of the course is stored."))
        self.stored.emit()

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._show_state()
        self.message.say("stop", words, self.tr("Nothing was stored"))


def takes_back(before: DiseaseAtStart, now: DiseaseAtStart) -> bool:
    """Whether something that was said is changed: that needs a reason."""
    pairs = (
        (before.line, now.line), (before.extent, now.extent), (before.metastases, now.metastases),
        (before.surgery, now.surgery),
    )  # fmt: skip
    return any(old and old != new for old, new in pairs)
