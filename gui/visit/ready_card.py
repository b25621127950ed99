"""Ready for the treatment day? Every limit at once, met or not in word and sign; and the go-ahead of a person."""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.theme.metrics import px
from gui.theme.tokens import Tone
from gui.visit.reason_form import ReasonForm
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.column import empty
from gui.widgets.dates import shown_date
from gui.widgets.flow import Flow
from gui.widgets.strip import Strip
from records.values.visits import GoAhead
from regimen.day_check import DayCheck, DayItem
from regimen.numbers import plain
from regimen.unit_words import unit_words


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def value_words(item: DayItem) -> str:
    """The number as it stands against its limit."""
    if item.term:
        return "" if item.value is None else f"{item.value:f}"
    if item.measured is None:
        return "" if item.value is None else f"{item.value:f} {unit_words(item.unit)}"
    return plain(item.measured.quantize(Decimal("0.001")) if item.limit_unit == "x ULN" else item.measured)


def finding_words(item: DayItem, day: date) -> str:
    """Why an item is not green, in a word or two. day: the treatment day."""
    if item.age == "ahead":
        return tr("to be checked on {0}").format(shown_date(day))
    if item.finding != "met":
        return {
            "outside": tr("not met"),
            "missing": tr("missing"),
            "no_upper_limit": tr("upper limit of normal missing"),
            "unit": tr("another unit is needed"),
        }[item.finding]
    return {
        "fresh": tr("met"),
        "undated": tr("met, date not known"),
        "stale": tr("too old"),
        "later": tr("taken after that day"),
        "none": tr("missing"),
    }[item.age]


class ReadyCard(Card):
    """`go_ahead(str)`: "person" or "telephone" was pressed; `withdrawn(UUID, str)`: taken back, with the reason."""

    go_ahead = Signal(str)
    withdrawn = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(tr("Ready for day 1?"))
        self.setObjectName("ready")
        self._items = QWidget()
        self._items.setProperty("role", "clear")
        self._grid = QGridLayout(self._items)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[DayCheck, frozenset[str]] | None = None
        self._not_asked: frozenset[str] = frozenset()
        self.set_words = Muted("", small=True)
        self.state = Strip("go_ahead_state", below=True)
        self.person_button = secondary(tr("Go ahead, in person"), "go_ahead_person")
        self.telephone_button = secondary(tr("Go ahead, by telephone"), "go_ahead_telephone")
        buttons = Flow()
        buttons.add(self.person_button)
        buttons.add(self.telephone_button)
        self.back = ReasonForm(
            tr("Take the go-ahead back…"), tr("Why is it taken back?"), tr("Take it back"), "go_ahead_back"
        )
        for widget in (self._items, self.set_words, self.state, buttons, self.back):
            self.add(widget)
        self.back.hide()
        self._given: GoAhead | None = None
        self.back.given.connect(self._on_back)
        self.person_button.clicked.connect(lambda _checked=False: self.go_ahead.emit("person"))
        self.telephone_button.clicked.connect(lambda _checked=False: self.go_ahead.emit("telephone"))

    def has_check(self) -> bool:
        """Whether there is a treatment day to show."""
        return self._shown is not None

    def clear_check(self) -> None:
        """Nothing can be said of the treatment day."""
        self._shown = None

    def show_check(self, check: DayCheck, not_asked: Collection[str]) -> None:
        """All items with number and limit. not_asked: toxicities nobody has asked for today; they are not green."""
        self._not_asked = frozenset(not_asked)
        if (check, self._not_asked) == self._shown:
            return
        self._shown = (check, self._not_asked)
        self.set_title(tr("Ready for cycle {0} day {1}, {2}?").format(check.cycle, check.day, shown_date(check.date)))
        empty(self._grid)
        for row, item in enumerate(check.items):
            self._add(row, item, check.date)
        if check.limit_set:
            self.set_words.setText(tr("rule set “{0}”: {1}").format(check.limit_set, check.title))
        else:
            self.set_words.setText(tr("The regimen file has no limits for this practice; nothing was checked."))

    def _add(self, row: int, item: DayItem, day: date) -> None:
        unasked = self._is_unasked(item)
        tone: Tone = "ok" if item.green and not unasked else ("warn" if unasked or item.age == "ahead" else "stop")
        sign = Label({"ok": "✓", "warn": "?"}.get(tone, "✕"), "strong")
        sign.set_tone(tone)
        unit = "" if item.term else f" {unit_words(item.limit_unit)}"
        words = Label(f"{item.title}: {item.needed}{unit}", "label", wrap=True)
        value, how = ("", tr("not asked today")) if unasked else (value_words(item), finding_words(item, day))
        if item.term in self._not_asked and not item.value:
            value = ""  # a grade 0 nobody asked for is no finding
        found = Label(f"{value}\n{how}".strip(), "strong", wrap=item.age == "ahead")  # a date is wide
        found.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        found.set_tone(tone)
        found.setObjectName(f"ready_{row}")
        said = f"{item.title}, {item.needed}{unit}: {value} {how}"
        for label in (sign, words, found):
            label.setAccessibleName(said)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(sign, row, 0, top)
        self._grid.addWidget(words, row, 1, top)
        self._grid.addWidget(found, row, 2, top)

    def _is_unasked(self, item: DayItem) -> bool:
        """Nothing is known of a symptom nobody asked for; one that was there and is above its limit stays red."""
        return item.term in self._not_asked and item.green

    def words(self) -> tuple[str, ...]:
        """Every item as it is read out."""
        labels = (self._items.findChild(Label, f"ready_{row}") for row in range(self._grid.rowCount()))
        return tuple(label.accessibleName() for label in labels if label is not None)

    def show_go_ahead(self, given: GoAhead | None, check: DayCheck, may: bool, waits: str) -> None:
        """Whether somebody has given the go-ahead; until then the cycle is provisional.

        may    whether the person at the screen may give it; waits: why it cannot be given now, "" when it can
        """
        if given is not None:
            way = tr("by telephone") if given.way == "telephone" else tr("in person")
            at = given.at.astimezone().strftime("%H:%M")
            self.state.say(
                "ok", tr("{0}, {1}, {2} {3}").format(given.by, way, shown_date(given.on), at), tr("Go-ahead given")
            )
        else:
            open_items = [item.title for item in check.items if not item.green or self._is_unasked(item)]
            words = tr("Cycle {0} is provisional until somebody gives the go-ahead.").format(check.cycle)
            if open_items:
                ahead = any(item.age == "ahead" for item in check.items)
                open_words = tr("To be checked on {1}: {0}.") if ahead else tr("Not green: {0}.")
                words += " " + open_words.format(", ".join(open_items), shown_date(check.date))
            self.state.say("warn" if open_items else "note", words, "", waits)
        if given != self._given:
            self._given = given
            self.back.close_fields()
        self.back.setVisible(given is not None)
        for button in (self.person_button, self.telephone_button):
            button.setVisible(given is None)
            button.setEnabled(may and not waits)

    def _on_back(self, why: str) -> None:
        if self._given is not None:
            self.withdrawn.emit(self._given.id, why)


def go_ahead_of(given: Sequence[GoAhead], check: DayCheck) -> GoAhead | None:
    """The go-ahead in force for this very treatment day."""
    kept = [
        one
        for one in given
        if not one.withdrawn and (one.cycle, one.cycle_day, one.for_day) == (check.cycle, check.day, check.date)
    ]
    return kept[-1] if kept else None
