"""The folded part of a toxicity: dates, action per drug, seriousness with its criteria, outcome, cause, words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.visit.event_draft import EventDraft
from gui.widgets.check import Check
from gui.widgets.choice import Segmented
from gui.widgets.combo import ComboField
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style
from gui.widgets.flow import Flow
from gui.widgets.naming import slug
from gui.widgets.text_field import TextField
from records.visit_values import ACTIONS_TAKEN, CRITERIA, OUTCOMES


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def action_words(code: str) -> str:
    """A code of the CDISC lists as it is read: "DOSE NOT CHANGED" -> "dose not changed"."""
    return code.lower()


class EventDetails(QFrame):
    """`changed(EventDraft)` after each field. Dates stay as typed; what cannot be read is said beside the field."""

    changed = Signal(object)

    def __init__(
        self, draft: EventDraft, drugs: Sequence[str], suspects: Sequence[str], style: Style, on: date
    ) -> None:
        super().__init__()
        self._draft = draft
        name = f"event_{slug(draft.term)}"
        self.setObjectName(f"{name}_details")
        self.setProperty("role", "clear")
        self.start = DateField(tr("Began"), optional=True, style=style, latest=on, name=f"{name}_start")
        self.start.set_text(draft.start)
        self.end = DateField(tr("Gone on"), optional=True, style=style, latest=on, name=f"{name}_end")
        self.end.set_text(draft.end)
        self.drug_actions = {drug: self._action(drug, name, draft) for drug in drugs}
        self.serious = Segmented(
            (("no", tr("not serious")), ("yes", tr("serious"))), tr("Serious?"), name=f"{name}_serious", optional=True
        )
        self.serious.choose({True: "yes", False: "no", None: None}[draft.serious])
        self.criteria = {code: Check(words, f"{name}_{code}") for code, words in CRITERIA.items()}
        self.outcome = ComboField(
            tr("Outcome"), [(code, action_words(code)) for code in OUTCOMES], optional=True, name=f"{name}_outcome"
        )
        self.outcome.choose_or_admit(draft.outcome or None)
        self.cause = ComboField(
            tr("Cause, where several could be"),
            [(suspect, suspect) for suspect in suspects],
            optional=True,
            name=f"{name}_cause",
        )
        self.cause.choose_or_admit(draft.cause or None)
        self.reported = TextField(tr("In the patient's words"), 400, optional=True, name=f"{name}_reported")
        self.reported.set_text(draft.reported_words)
        self.specify = TextField(tr("Which?"), 200, name=f"{name}_specify")
        self.specify.set_text(draft.specify)
        self.specify.setVisible(draft.term.endswith("Other, specify"))
        self.note = TextField(tr("Note"), 1000, optional=True, name=f"{name}_note")
        self.note.set_text(draft.note)
        self._criteria_box = QWidget()
        self._lay_out()
        self._connect()

    def _action(self, drug: str, name: str, draft: EventDraft) -> ComboField:
        choices = [(code, action_words(code)) for code in ACTIONS_TAKEN]
        field = ComboField(
            tr("Action with {0}").format(drug), choices, optional=True, name=f"{name}_action_{slug(drug)}"
        )
        field.choose_or_admit(draft.actions.get(drug))
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        fields: list[QWidget] = [self.start, self.end, *self.drug_actions.values(), self.outcome, self.cause]
        for place, field in enumerate(fields):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._criteria_box.setProperty("role", "clear")
        ticks = QVBoxLayout(self._criteria_box)
        ticks.setContentsMargins(0, 0, 0, 0)
        flow = Flow()
        for code, check in self.criteria.items():
            check.setChecked(code in self._draft.criteria)
            flow.add(check)
        ticks.addWidget(flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), 0, 0, px(6))
        column.setSpacing(px(6))
        column.addWidget(self.specify)
        column.addLayout(grid)
        column.addWidget(self.serious)
        column.addWidget(self._criteria_box)
        column.addWidget(self.reported)
        column.addWidget(self.note)
        self._criteria_box.setVisible(self._draft.serious is True)

    def _connect(self) -> None:
        for field in (self.start, self.end, self.reported, self.note, self.specify):
            field.changed.connect(self._tell)
        for combo in (*self.drug_actions.values(), self.outcome, self.cause):
            combo.chosen.connect(self._tell)
        self.serious.chosen.connect(self._tell)
        for check in self.criteria.values():
            check.toggled.connect(self._tell)

    def refused(self) -> tuple[str, ...]:
        """What cannot be used, one sentence each."""
        fields = (self.start, self.end, self.reported, self.note, self.specify)
        return tuple(f"{self._draft.term}: {field.refusal()}" for field in fields if field.refusal())

    def _tell(self, _value: object = None) -> None:
        serious = {"yes": True, "no": False, None: None}[self.serious.value()]
        self._criteria_box.setVisible(serious is True)
        self._draft = replace(
            self._draft,
            start=self.start.text(),
            end=self.end.text(),
            actions={drug: code for drug, field in self.drug_actions.items() if (code := field.value())},
            serious=serious,
            criteria=tuple(code for code, check in self.criteria.items() if check.isChecked()),
            outcome=self.outcome.value() or "",
            cause=self.cause.value() or "",
            reported_words=self.reported.text(),
            specify=self.specify.text(),
            note=self.note.text(),
        )
        self.changed.emit(self._draft)
