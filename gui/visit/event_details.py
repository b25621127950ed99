"""The folded part of a toxicity: dates, action per drug, seriousness with its criteria, outcome, cause, words."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.visit.event_draft import EventDraft, peak_day, row_name, start_of
from gui.visit.event_more import MEANT, SAID, EventMore
from gui.visit.event_peak import EventPeak, peak_refusals
from gui.visit.partial_date_field import PartialDateField
from gui.visit.reason_form import ReasonForm
from gui.widgets.card import Label, Muted
from gui.widgets.check import Check
from gui.widgets.choice import Segmented
from gui.widgets.combo import ComboField
from gui.widgets.date_rule import Style
from gui.widgets.flow import Flow
from gui.widgets.naming import slug
from gui.widgets.text_field import TextField
from records.partial_date import earliest
from records.values.visits import ACTIONS_TAKEN, CRITERIA, OUTCOMES, GradeOn


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def action_words(code: str) -> str:
    """A code of the CDISC lists as it is read: "DOSE NOT CHANGED" -> "dose not changed"."""
    return code.lower()


@dataclass(frozen=True, slots=True)
class DetailsGiven:
    """What the folded fields are made from.

    drugs     each with an action; suspects: what the event may be laid to
    history   number, and every grade said, one line each; empty for an event that is not stored: it is removed, not
              withdrawn
    said      the grades stored; findings: what does not add up in a draft, in words
    infusions days with an infusion: an event that began on one is asked whether before or after it
    """

    drugs: tuple[str, ...]
    suspects: tuple[str, ...]
    style: Style
    on: date
    history: tuple[str, ...] = ()
    infusions: Collection[date] = ()
    said: tuple[GradeOn, ...] = ()
    findings: Callable[[EventDraft], tuple[str, ...]] = lambda _draft: ()


class EventDetails(QFrame):
    """`changed(EventDraft)` after each field; `withdrawn(str)`: entered by mistake, with the reason. Dates stay as
    typed; what cannot be read is said beside the field.
    """

    changed = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, draft: EventDraft, given: DetailsGiven) -> None:
        super().__init__()
        self._draft, self._given = draft, given
        drugs, suspects, style, on = given.drugs, given.suspects, given.style, given.on
        name = row_name(draft)
        self.setObjectName(f"{name}_details")
        self.setProperty("role", "clear")
        self.start = PartialDateField(tr("Began"), optional=True, style=style, latest=on, name=f"{name}_start")
        self.start.set_text(draft.start)
        self.end = PartialDateField(tr("Gone on"), optional=True, style=style, latest=on, name=f"{name}_end")
        self.end.set_text(draft.end)
        self.peak = EventPeak(draft, style, on)
        self.infusion = Segmented(
            (("before", tr("before")), ("after", tr("after"))), tr("Before or after the infusion of that day?"),
            name=f"{name}_infusion", optional=True,
        )  # fmt: skip
        self.infusion.choose({True: "before", False: "after", None: None}[draft.before_infusion])
        self.drug_actions = {drug: self._action(drug, name, draft) for drug in drugs}
        self.serious = Segmented(
            (("no", tr("not serious")), ("yes", tr("serious"))), tr("Serious?"), name=f"{name}_serious", optional=True
        )
        self.serious.choose(SAID[draft.serious])
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
        self.more = EventMore(draft, style, on)
        self.findings = Label("", "small", wrap=True)
        self.findings.setObjectName(f"{name}_findings")
        self.findings.set_tone("warn")
        self.history = Muted("\n".join(given.history), small=True)
        self.history.setObjectName(f"{name}_history")
        self.mistake = ReasonForm(
            tr("Entered by mistake…"), tr("Why is it withdrawn?"), tr("Withdraw this toxicity"), f"{name}_withdraw"
        )
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
            line = place // 2 + (1 if place > 1 else 0)
            grid.addWidget(field, line, place % 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.peak, 1, 0, 1, 2)
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
        last = (self.more, self.reported, self.note, self.findings, self.history)
        for widget in (self.infusion, self.serious, self._criteria_box, *last):
            column.addWidget(widget)
        column.addWidget(self.mistake)
        self.history.setVisible(bool(self._given.history))
        self.mistake.setVisible(bool(self._given.history))
        self._criteria_box.setVisible(self._draft.serious is True)
        self.peak.setVisible(not self._draft.ended)
        self._show_infusion()
        self.show_findings(self._draft)

    def show_findings(self, draft: EventDraft) -> None:
        """What does not add up in the row as it stands now."""
        found = self._given.findings(draft)
        self.findings.setText(tr("Still open: {0}").format(" ".join(found)) if found else "")
        self.findings.setVisible(bool(found))

    def _show_infusion(self) -> None:
        began = start_of(self._draft, self._given.on, self._given.style)
        days = {day.isoformat() for day in self._given.infusions}
        self.infusion.setVisible(began in days or self._draft.before_infusion is not None)

    def _connect(self) -> None:
        for field in (self.start, self.end, self.reported, self.note, self.specify):
            field.changed.connect(self._tell)
        for combo in (*self.drug_actions.values(), self.outcome, self.cause):
            combo.chosen.connect(self._tell)
        for choice in (self.serious, self.infusion):
            choice.chosen.connect(self._tell)
        self.more.changed.connect(self._tell)
        self.peak.changed.connect(self._tell)
        self.mistake.given.connect(self.withdrawn)
        for check in self.criteria.values():
            check.toggled.connect(self._tell)

    def refused(self) -> tuple[str, ...]:
        """What cannot be used, one sentence each."""
        fields = (self.start, self.end, self.reported, self.note, self.specify)
        found = (*(field.refusal() for field in fields if field.refusal()), *self.more.refusals())
        if self.peak.since.refusal():
            found = (*found, self.peak.since.refusal())
        return tuple(f"{self._draft.term}: {words}" for words in found)

    def _tell(self, _value: object = None) -> None:
        serious = MEANT[self.serious.value()]
        self._criteria_box.setVisible(serious is True)
        self.more.show_serious(serious)
        self._draft = replace(
            self.peak.laid_over(self.more.laid_over(self._draft)),
            before_infusion={"before": True, "after": False, None: None}[self.infusion.value()],
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
        self._show_infusion()
        self.changed.emit(self._draft)


def peak_refused(draft: EventDraft, given: DetailsGiven) -> tuple[str, ...]:
    """Why the worst grade of a row cannot be kept, one sentence."""
    start = earliest(start_of(draft, given.on, given.style))
    found = peak_refusals(draft, given.said, given.on, start, peak_day(draft, given.style))
    return tuple(f"{draft.term}: {words}" for words in found)
