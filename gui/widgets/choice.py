"""A row of choices of which one holds: arrow keys choose the next, nothing is chosen until a person chooses."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QRadioButton, QWidget

from gui.theme.metrics import px
from gui.widgets.field import Field
from gui.widgets.flow import FlowRow
from gui.widgets.naming import slug, spoken
from gui.widgets.parts import throw_away
from gui.widgets.sight import show_if

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segment(QRadioButton):
    """`stepped(±1)` at an arrow key: Qt goes by places on the screen, which stops at the end of a wrapped line."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go along the choices in their order."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class Segmented(Field):
    """Choices as (value, words). `chosen(str)` carries the value; `wrap`: long ones may stand in several lines."""

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        label: str = "",
        *,
        name: str = "",
        optional: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, name or slug(label) or "choice", parent)
        self._optional = optional
        self._wrap = wrap
        show_if(self.label, bool(label))
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._row = FlowRow() if wrap else QWidget()
        self._row.setProperty("role", "clear")
        self._places: QLayout = self._row.lines if isinstance(self._row, FlowRow) else QHBoxLayout(self._row)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(px(6) if wrap else 0)
        self.column.addWidget(self._row)
        self.end_layout()
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Replace all choices; nothing is chosen afterwards."""
        while (item := self._places.takeAt(0)) is not None:
            old = item.widget()
            if isinstance(old, QRadioButton):
                self._group.removeButton(old)
                throw_away(old)
        self.buttons.clear()
        self._inputs.clear()
        last = len(choices) - 1
        for place, (value, words) in enumerate(choices):
            button = Segment(words)
            button.stepped.connect(self._on_stepped)
            where = (
                "only" if last == 0 or self._wrap else "first" if place == 0 else "last" if place == last else "middle"
            )
            button.setProperty("role", "segment")
            button.setProperty("place", where)
            button.setProperty("value", value)
            self._group.addButton(button)
            self._places.addWidget(button)
            self.buttons[value] = button
            self._inputs.append((button, slug(value) or "none"))
            button.toggled.connect(self._on_toggled)
        if isinstance(self._places, QHBoxLayout):
            self._places.addStretch(1)
        self.set_name(self.objectName())
        before = spoken(self.label.text())
        for value, words in choices:
            self.buttons[value].setAccessibleName(f"{before}: {spoken(words)}" if before else spoken(words))
        if self.buttons:
            first = next(iter(self.buttons.values()))
            self.label.setBuddy(first)
            self.setFocusProxy(first)

    def set_label(self, label: str) -> None:
        """Change the words above the row."""
        self.label.setText(label)
        show_if(self.label, bool(label))

    def value(self) -> str | None:
        """The chosen value, None while nothing is chosen."""
        button = self._group.checkedButton()
        return None if button is None else str(button.property("value"))

    def choose(self, value: str | None) -> None:
        """Choose a value as if a person had; None or an unknown value chooses nothing."""
        if value in self.buttons:
            self.buttons[value].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def ask_for(self) -> bool:
        """Say in words that a choice is needed; True when there is one."""
        missing = self.value() is None and not self._optional
        self._refusal = self.tr("Choose one.") if missing else ""
        self.update_message()
        return not missing

    @Slot(int)
    def _on_stepped(self, step: int) -> None:
        """Choose the next; from the end round to the beginning."""
        every = list(self.buttons.values())
        at = next((place for place, button in enumerate(every) if button.hasFocus()), 0)
        wanted = every[(at + step) % len(every)]
        wanted.setChecked(True)
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if not on:
            return
        self._refusal = ""
        self.update_message()
        value = self.value()
        if value is not None:
            self.chosen.emit(value)
