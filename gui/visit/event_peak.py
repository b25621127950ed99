"""The worst of a toxicity since it was last said: what happened at home counts for the next dose too."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme.metrics import px
from gui.visit.event_draft import EventDraft, row_name
from gui.widgets.choice import Segmented
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style
from gui.widgets.dates import shown_date
from records.values.visits import GradeOn


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


class EventPeak(QWidget):
    """`changed()` after each key: a grade, and the day it was reached."""

    changed = Signal()

    def __init__(self, draft: EventDraft, style: Style, on: date) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        name = row_name(draft)
        grades = [("none", tr("no")), *((str(grade), str(grade)) for grade in draft.grades)]
        self.grade = Segmented(grades, tr("Another grade before today? The worst"), name=f"{name}_peak", optional=True)
        self.grade.choose(None if draft.peak_grade is None else str(draft.peak_grade))
        self.since = DateField(tr("From"), optional=True, style=style, latest=on, name=f"{name}_peak_on")
        self.since.set_text(draft.peak_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.grade, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.since, 1, Qt.AlignmentFlag.AlignTop)
        self.grade.chosen.connect(self._tell)
        self.since.changed.connect(self._tell)
        self._show_asked()

    def _tell(self, _value: object = None) -> None:
        self._show_asked()
        self.changed.emit()

    def _show_asked(self) -> None:
        self.since.setVisible(self._said() is not None or bool(self.since.text()))

    def _said(self) -> int | None:
        value = self.grade.value()
        return int(value) if value and value.isdigit() else None

    def laid_over(self, draft: EventDraft) -> EventDraft:
        """The draft with what stands here."""
        grade = self._said()
        return replace(draft, peak_grade=grade, peak_on=self.since.text() if grade is not None else "")


def peak_refusals(
    draft: EventDraft, said: Sequence[GradeOn], on: date, start: date, peak: date | None
) -> tuple[str, ...]:
    """Why the worst grade cannot be kept, in words.

    said   the grades stored before; on: the day of the visit; start: the first day of the event
    peak   its day, None where it is not known
    """
    if draft.peak_grade is None or any((one.grade, one.on) == (draft.peak_grade, peak) for one in said):
        return ()
    if draft.grade is None:
        return (tr("say today's grade beside the worst one."),)
    if peak is None:
        return (tr("from which day was it grade {0}?").format(draft.peak_grade),)
    if peak >= on:
        return (tr("the worst grade was before today; today's is said on the row."),)
    if said and peak < said[-1].on:
        words = tr("grade {0} was said on {1}, after that day.")
        return (words.format(said[-1].grade, shown_date(said[-1].on)),)
    if peak < start:
        return (tr("the worst grade is dated before it began, {0}.").format(shown_date(start)),)
    return ()
