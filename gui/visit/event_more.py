"""What is asked of an event beside its dates and actions: immune, baseline, treatment, steroid, and for a report."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.visit.event_draft import STEROID_DECIMALS, EventDraft, row_name
from gui.widgets.choice import Segmented
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style
from gui.widgets.number_field import NumberField
from gui.widgets.text_field import TextField
from records.values.visits import Immune

EYE = "eye disorders"
SAID: dict[bool | None, str | None] = {True: "yes", False: "no", None: None}
MEANT: dict[str | None, bool | None] = {"yes": True, "no": False, None: None}


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def yes_no(words: str, name: str, said: bool | None) -> Segmented:
    """A question nobody has to answer."""
    field = Segmented((("yes", tr("yes")), ("no", tr("no"))), words, name=name, optional=True)
    field.choose(SAID[said])
    return field


class EventMore(QWidget):
    """`changed()` after each field. What depends on an answer is shown with it: steroid with "treated", the report of
    a serious event with "serious", the grade at baseline with "present at baseline".
    """

    changed = Signal()

    def __init__(self, draft: EventDraft, style: Style, on: date) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        name = row_name(draft)
        eye = draft.soc.casefold() == EYE
        self.location = TextField(tr("Which eye?") if eye else tr("Side or place"), 200, optional=True,
                                  name=f"{name}_location")  # fmt: skip
        self.location.set_text(draft.location)
        self.immune = Segmented(
            (("yes", tr("yes")), ("no", tr("no")), ("unsure", tr("unsure"))),
            tr("Immune-related?"), name=f"{name}_immune", optional=True,
        )  # fmt: skip
        self.immune.choose(draft.immune or None)
        self.baseline = yes_no(tr("There before treatment?"), f"{name}_baseline", draft.present_at_baseline)
        self.baseline_grade = Segmented(
            [(str(grade), str(grade)) for grade in (0, *draft.grades)], tr("Grade before treatment"),
            name=f"{name}_baseline_grade", optional=True,
        )  # fmt: skip
        self.baseline_grade.choose(None if draft.baseline_grade is None else str(draft.baseline_grade))
        self.dose_limiting = yes_no(tr("Dose-limiting, or the reason of a delay or stop?"), f"{name}_dose_limiting",
                                    draft.dose_limiting)  # fmt: skip
        self.treated = yes_no(tr("Treated?"), f"{name}_treated", draft.treated)
        self.treatment = TextField(tr("With what"), 400, optional=True, name=f"{name}_treatment")
        self.treatment.set_text(draft.treatment)
        self.steroid_start = self._date(tr("Steroid from"), style, f"{name}_steroid_start", draft.steroid_start, on)
        self.steroid_peak = NumberField(
            tr("Highest dose, as prednisone"), tr("mg/kg a day"), least=Decimal("0.01"), most=Decimal(100),
            decimals=STEROID_DECIMALS, optional=True, name=f"{name}_steroid_peak",
        )  # fmt: skip
        self.steroid_peak.set_text(draft.steroid_peak)
        self.steroid_end = self._date(tr("Steroid until"), style, f"{name}_steroid_end", draft.steroid_end, None)
        self.other_action = TextField(tr("Other action: tests, referral, admission"), 400, optional=True,
                                      name=f"{name}_other_action")  # fmt: skip
        self.other_action.set_text(draft.other_action)
        self.expected = yes_no(tr("Expected, listed in the label or brochure?"), f"{name}_expected", draft.expected)
        self.reported_on = self._date(tr("Reported on"), style, f"{name}_reported_on", draft.reported_on, on)
        self._lay_out()
        self._connect()
        self.show_serious(draft.serious)

    def _date(self, words: str, style: Style, name: str, text: str, latest: date | None) -> DateField:
        field = DateField(words, optional=True, style=style, latest=latest, name=name)
        field.set_text(text)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self._steroid = _pairs((self.steroid_start, self.steroid_peak, self.steroid_end))
        self._report = _pairs((self.expected, self.reported_on))
        column.addWidget(_pairs((self.immune, self.location, self.baseline, self.baseline_grade)))
        column.addWidget(_pairs((self.treated, self.treatment)))
        for widget in (self._steroid, self.other_action, self.dose_limiting, self._report):
            column.addWidget(widget)

    def _connect(self) -> None:
        for field in self._typed():
            field.changed.connect(self._tell)
        for choice in (
            self.immune, self.baseline, self.baseline_grade, self.dose_limiting, self.treated, self.expected,
        ):  # fmt: skip
            choice.chosen.connect(self._tell)

    def _typed(self) -> tuple[DateField | NumberField | TextField, ...]:
        return (
            self.location, self.treatment, self.steroid_start, self.steroid_peak, self.steroid_end, self.other_action,
            self.reported_on,
        )  # fmt: skip

    def _tell(self, _value: object = None) -> None:
        self._show_asked()
        self.changed.emit()

    def show_serious(self, serious: bool | None) -> None:
        """A report is asked about for a serious event alone."""
        said = MEANT[self.expected.value()] is not None or bool(self.reported_on.text())
        self._report.setVisible(serious is True or said)
        self._show_asked()

    def _show_asked(self) -> None:
        treated = MEANT[self.treated.value()] is True
        self.treatment.setVisible(treated or bool(self.treatment.text()))
        steroid = any(field.text() for field in (self.steroid_start, self.steroid_peak, self.steroid_end))
        self._steroid.setVisible(treated or steroid)
        self.baseline_grade.setVisible(MEANT[self.baseline.value()] is True)

    def refusals(self) -> tuple[str, ...]:
        """What cannot be used, one sentence each."""
        found = [field.refusal() for field in self._typed() if field.refusal()]
        first, last = self.steroid_start.value(), self.steroid_end.value()
        if first is not None and last is not None and last < first:
            found.append(tr("The steroid ends before it begins."))
        return tuple(found)

    def laid_over(self, draft: EventDraft) -> EventDraft:
        """The draft with what stands in these fields."""
        grade, immune = self.baseline_grade.value(), self.immune.value()
        meant: Immune = "yes" if immune == "yes" else "no" if immune == "no" else "unsure" if immune else ""
        return replace(
            draft,
            location=self.location.text(),
            immune=meant,
            present_at_baseline=MEANT[self.baseline.value()],
            baseline_grade=None if grade is None else int(grade),
            treated=MEANT[self.treated.value()],
            treatment=self.treatment.text(),
            steroid_start=self.steroid_start.text(),
            steroid_peak=self.steroid_peak.text(),
            steroid_end=self.steroid_end.text(),
            other_action=self.other_action.text(),
            dose_limiting=MEANT[self.dose_limiting.value()],
            expected=MEANT[self.expected.value()],
            reported_on=self.reported_on.text(),
        )


def _pairs(fields: Sequence[QWidget]) -> QWidget:
    """Fields two by two, in reading order."""
    box = QWidget()
    box.setProperty("role", "clear")
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(8))
    grid.setVerticalSpacing(px(6))
    for place, field in enumerate(fields):
        grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return box
