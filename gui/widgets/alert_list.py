"""The alerts of an order: title, words, source; a `stop` can be overridden with a reason where the page allows it."""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.theme.tokens import Tone
from gui.widgets.announce import announce
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Muted
from gui.widgets.naming import slug
from gui.widgets.parts import throw_away, widgets_in
from gui.widgets.sight import show_if
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.course.overrides import override_key
from regimen.order import Alert
from regimen.unit_words import in_words

_ORDER = {"stop": 0, "warn": 1, "note": 2}
_TONES: dict[str, Tone] = {"stop": "stop", "warn": "warn", "note": "note"}


def alert_key(alert: Alert) -> str:
    """What an override is kept under: the code, with the drug where the alert has one ("crcl-30-50:capecitabine")."""
    return override_key(alert.code, alert.drug, alert.params)


def words_of(alert: Alert) -> tuple[str, str]:
    """Title and text from the alert catalogue."""
    from regimen.alerts import words

    title, text = words(alert)
    return in_words(title), in_words(text)


class AlertList(QWidget):
    """`override_given(key, reason)` follows a typed reason; `override_withdrawn(key)` takes it back."""

    override_given = Signal(str, str)
    override_withdrawn = Signal(str)

    def __init__(self, name: str = "alerts", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self._reasons: dict[str, TextField] = {}
        self._unfolded = False
        self._shown: object = None
        self._told: frozenset[str] = frozenset()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))

    def show_alerts(
        self,
        alerts: Sequence[Alert],
        overrides: Mapping[str, str] | None = None,
        *,
        may_override: bool = False,
        words: Callable[[Alert], tuple[str, str]] = words_of,
        standing: Collection[str] = (),
    ) -> None:
        """Replace what is shown; stops first. A reason being typed is kept while its alert stays.

        standing  alerts shown once per course or file, when that once is over: their titles stay, the words fold away
        """
        folded = tuple(a for a in alerts if a.severity != "stop" and a.once in standing)
        shown = tuple(a for a in alerts if a not in folded)
        now = (shown, folded, tuple(sorted((overrides or {}).items())), may_override)
        if now == self._shown:
            return
        self._shown = now
        given = overrides or {}
        typed = {key: field.text() for key, field in self._reasons.items()}
        focused = next((key for key, field in self._reasons.items() if field.edit.hasFocus()), "")
        self._empty()
        if not shown:
            self._column.addWidget(Muted(self.tr("No alerts.")))
        for alert in sorted(shown, key=lambda a: _ORDER[a.severity]):
            key = alert_key(alert)
            strip = self._strip(alert, key, given.get(key, ""), words(alert), may_withdraw=may_override)
            self._column.addWidget(strip)
            if alert.severity == "stop" and may_override and key not in given and key not in self._reasons:
                self._column.addWidget(self._reason_row(strip, key, typed.get(key, "")))
        if folded:
            self._add_folded(folded, words)
        if focused in self._reasons:
            self._reasons[focused].edit.setFocus()
        self._tell_new()

    def strips(self) -> tuple[Strip, ...]:
        """The alerts shown, in order."""
        return tuple(widget for widget in widgets_in(self._column) if isinstance(widget, Strip))

    def _tell_new(self) -> None:
        """Of alerts that came up while somebody was typing, a screen reader is told the titles; of those gone, that."""
        now = frozenset(strip.title.text() for strip in self.strips())
        came, gone = sorted(now - self._told), sorted(self._told - now)
        self._told = now
        if self.isVisible() and came:
            announce(self, ". ".join(came), urgent=True)
        elif self.isVisible() and gone:
            announce(self, self.tr("No longer: {0}").format(". ".join(gone)))

    def _add_folded(self, folded: Sequence[Alert], words: Callable[[Alert], tuple[str, str]]) -> None:
        """Standing advice: its titles in one line, its words on request."""
        titles = list(dict.fromkeys(words(alert)[0] for alert in folded))
        self._column.addWidget(Muted(self.tr("Standing: {0}").format("; ".join(titles)), small=True))
        button = quiet(
            self.tr("Show standing notes in f&ull ({0})").format(len(folded)), f"{self.objectName()}_standing"
        )
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        strips = [
            self._strip(alert, f"standing {alert_key(alert)} {n}", "", words(alert)) for n, alert in enumerate(folded)
        ]
        for strip in strips:
            show_if(strip, self._unfolded)
            self._column.addWidget(strip)

        def toggle() -> None:
            self._unfolded = not self._unfolded
            for strip in strips:
                show_if(strip, self._unfolded)

        button.clicked.connect(lambda _checked=False: toggle())

    def _strip(
        self, alert: Alert, key: str, reason: str, said: tuple[str, str], *, may_withdraw: bool = False
    ) -> Strip:
        title, text = said
        head = {"stop": self.tr("Stop"), "warn": self.tr("Warning")}.get(alert.severity, "")
        strip = Strip(f"{self.objectName()}_{slug(key)}", below=True, spoken=False, parent=self)
        foot = alert.source
        if reason:
            foot = self.tr("Overridden: {0}").format(reason) + (f" · {alert.source}" if alert.source else "")
        strip.say(_TONES[alert.severity], text, f"{head}: {title}" if head else title, foot)
        if reason and may_withdraw:
            strip.add_action(
                self.tr("Withdraw"), lambda: self.override_withdrawn.emit(key), "withdraw"
            ).setAccessibleName(self.tr("Withdraw the override: {0}").format(title))
        return strip

    def _reason_row(self, strip: Strip, key: str, typed: str) -> QWidget:
        """A quiet way round a stop: the field for the reason comes only when somebody asks for it."""
        name = f"{self.objectName()}_{slug(key)}_reason"
        field = TextField(self.tr("Reason to go on in spite of this"), 200, optional=True, name=name)
        field.set_text(typed)
        button = secondary(self.tr("Override with this reason"), f"{name}_button")
        field.edit.setAccessibleName(self.tr("Reason to go on in spite of: {0}").format(strip.title.text()))
        button.setAccessibleName(self.tr("Override with this reason: {0}").format(strip.title.text()))
        button.setEnabled(bool(field.value()))
        field.changed.connect(lambda _text: button.setEnabled(bool(field.value())))
        button.clicked.connect(lambda _checked=False: self.override_given.emit(key, field.value()))
        field.edit.returnPressed.connect(button.click)
        box = QWidget(self)
        box.setProperty("role", "clear")
        column = QVBoxLayout(box)
        column.setContentsMargins(px(12), 0, 0, px(4))
        column.setSpacing(px(4))
        column.addWidget(field)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        show_if(box, bool(typed))

        def ask() -> None:
            box.setVisible(True)
            field.setFocus()

        opener = strip.add_action(self.tr("Override…"), ask, "override")  # no key: there may be several
        opener.setAccessibleName(self.tr("Override: {0}").format(strip.title.text()))
        self._reasons[key] = field
        return box

    def _empty(self) -> None:
        self._reasons.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                throw_away(widget)
