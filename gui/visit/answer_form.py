"""How a person answers a proposal: accept, change or decline; the last two with a reason."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.choice import Segmented
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style
from gui.widgets.flow import Flow
from gui.widgets.number_field import NumberField
from gui.widgets.text_field import TextField
from records.values.visits import Taken
from regimen.advice.advised import DrugAdvice

MOST_LEVEL = Decimal(100_000)  # what the store keeps


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


@dataclass(frozen=True, slots=True)
class Answered:
    """How a person answers one proposal; everything but `reason` belongs to `change`.

    percent, level  what the drug goes on with, one of the two
    hold, hold_until  held from the day of the visit; until None: until further notice
    stop            stopped for good
    reason          with change and decline
    """

    advice: DrugAdvice
    taken: Taken
    percent: Decimal | None = None
    level: Decimal | None = None
    hold: bool = False
    hold_until: date | None = None
    stop: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a change can be. level_unit: of the drug's ladder, "" for an inhibitor, which has no other dose."""

    level_unit: str
    on: date
    style: Style
    waits: str = ""


class AnswerFields(QWidget):
    """What a change or a refusal asks for; `recorded()` when its button is pressed."""

    recorded = Signal()

    def __init__(self, name: str, choices: Choices) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._how: Taken = "decline"
        self.instead = Segmented(_ways(choices), tr("Instead"), name=f"{name}_instead", wrap=True)
        self.percent = NumberField(
            tr("Go on with"), "%", least=Decimal(1), most=Decimal(100), decimals=1, name=f"{name}_percent"
        )
        self.level = NumberField(
            tr("Go on with"), choices.level_unit, least=Decimal("0.01"), most=MOST_LEVEL, decimals=2,
            name=f"{name}_level",
        )  # fmt: skip
        self.until = DateField(
            tr("Held until, the last day"), style=choices.style, earliest=choices.on, name=f"{name}_until"
        )
        self.reason = TextField(tr("Reason"), 400, name=f"{name}_reason")
        self.record_button = secondary(tr("Record"), f"{name}_record")
        self.record_button.setEnabled(not choices.waits)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for widget in (self.instead, self.percent, self.level, self.until, self.reason):
            column.addWidget(widget)
        column.addWidget(self.record_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.instead.chosen.connect(lambda _way: self._show_asked())
        self.record_button.clicked.connect(lambda _checked=False: self.recorded.emit())

    def ask(self, how: Taken) -> None:
        """Ask for what `how` needs, and take the keys."""
        self._how = how
        self._show_asked()
        self.show()
        words = tr("Record the change") if how == "change" else tr("Record: not followed")
        self.record_button.setText(words)
        self.record_button.setAccessibleName(words)
        (self.instead if how == "change" else self.reason).setFocus()

    def answered(self, advice: DrugAdvice) -> Answered | None:
        """What was said, None while something is missing: that is said beside its field."""
        way = self._way()
        complete = self.reason.ask_for()
        if self._how == "change":
            complete = self.instead.ask_for() and complete
        fields: dict[str, NumberField | DateField] = {
            "percent": self.percent, "level": self.level, "until": self.until,
        }  # fmt: skip
        if way in fields:
            complete = fields[way].ask_for() and complete
        if not complete:
            return None
        return Answered(
            advice,
            self._how,
            percent=self.percent.value() if way == "percent" else None,
            level=self.level.value() if way == "level" else None,
            hold=way in ("until", "hold"),
            hold_until=self.until.value() if way == "until" else None,
            stop=way == "stop",
            reason=self.reason.value(),
        )

    def _way(self) -> str:
        return (self.instead.value() or "") if self._how == "change" else ""

    def _show_asked(self) -> None:
        way = self._way()
        self.instead.setVisible(self._how == "change")
        self.percent.setVisible(way == "percent")
        self.level.setVisible(way == "level")
        self.until.setVisible(way == "until")


def _ways(choices: Choices) -> list[tuple[str, str]]:
    doses = [("percent", tr("another percent")), ("level", tr("another level"))] if choices.level_unit else []
    holds = [("until", tr("hold until a day")), ("hold", tr("hold until further notice"))]
    return [*doses, *holds, ("stop", tr("stop for good"))]


class AnswerForm(QWidget):
    """`answered(Answered)`. waits: why nothing can be decided now, "" when it can.

    The fields are made when they are first asked for: most proposals are accepted, and every key may bring new ones.
    """

    answered = Signal(object)

    def __init__(self, advice: DrugAdvice, title: str, name: str, choices: Choices) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._advice, self._choices, self._name = advice, choices, name
        self._fields: AnswerFields | None = None
        self.accept_button = secondary(tr("Accept"), f"{name}_accept")
        self.accept_button.setAccessibleName(tr("Accept: {0}").format(title))
        self.accept_button.setVisible(False)
        self.change_button = quiet(tr("Change…"), f"{name}_change")
        self.decline_button = quiet(tr("Decline…"), f"{name}_decline")
        self._lay_out()
        for button in (self.accept_button, self.change_button, self.decline_button):
            button.setEnabled(not choices.waits)
        self.accept_button.clicked.connect(lambda _checked=False: self.answered.emit(Answered(advice, "accept")))
        self.change_button.clicked.connect(lambda _checked=False: self.fields().ask("change"))
        self.decline_button.clicked.connect(lambda _checked=False: self.fields().ask("decline"))

    def fields(self) -> AnswerFields:
        """The folded fields."""
        if self._fields is None:
            self._fields = AnswerFields(self._name, self._choices)
            self._fields.hide()
            self._fields.recorded.connect(self._on_record)
            self._column.addWidget(self._fields)
        return self._fields

    def _lay_out(self) -> None:
        answers = Flow()
        if self._advice.action != "ask":
            answers.add(self.accept_button)
            self.accept_button.setVisible(True)
        else:
            self.accept_button.setParent(self)
        for button in (self.change_button, self.decline_button):
            answers.add(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(12), 0, 0, px(4))
        self._column.setSpacing(px(6))
        self._column.addWidget(answers)

    def _on_record(self) -> None:
        found = self.fields().answered(self._advice)
        if found is not None:
            self.answered.emit(found)
