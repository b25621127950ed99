"""A number with its unit, read strictly and shown back as it was understood."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from gui.theme.metrics import px
from gui.widgets.card import Label
from gui.widgets.line_field import LineField
from gui.widgets.number_rule import read_number
from regimen.unit_words import unit_words


class NumberField(LineField):
    """`1.5` and `1,5` are the same value everywhere; anything else is refused in words and stays as typed.

    least, most  inclusive limits in the unit, None: none
    decimals     most digits after the decimal sign
    optional     whether an empty field is an answer
    """

    def __init__(
        self,
        label: str,
        unit: str,
        *,
        least: Decimal | None = None,
        most: Decimal | None = None,
        decimals: int = 2,
        optional: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, name, parent, optional=optional)
        self._unit = unit
        self._least = least
        self._most = most
        self._decimals = decimals
        self._value: Decimal | None = None
        self.edit.setAccessibleName(self.accessible_name())
        self.edit.setProperty("role", "number")
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.unit_label = Label(unit_words(unit), "unit")
        self.unit_label.setParent(self.edit)
        self.unit_label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.edit.installEventFilter(self)

    def accessible_name(self) -> str:
        """Label and unit, "Weight (kg)"."""
        name = super().accessible_name()
        unit = getattr(self, "_unit", "")
        return f"{name} ({unit_words(unit)})" if unit else name

    def value(self) -> Decimal | None:
        """The number understood, None while empty or refused."""
        return self._value

    def unit(self) -> str:
        """The unit the value is in."""
        return self._unit

    def set_unit(self, unit: str, *, least: Decimal | None = None, most: Decimal | None = None) -> None:
        """Change the unit and its limits; the text stays and is judged anew."""
        self._unit, self._least, self._most = unit, least, most
        self.unit_label.setText(unit_words(unit))
        self.edit.setAccessibleName(self.accessible_name())
        self._update_margins()
        self._on_text(self.edit.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the unit at the right end of the input, whatever its size and font."""
        if watched is self.edit and event.type() == QEvent.Type.Polish:
            self._place_unit()
        elif watched is self.edit and event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._update_margins()
        return False

    def _update_margins(self) -> None:
        """Only once the style is known, which the filter hears: to measure the label is to style it."""
        if self.edit.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self._place_unit()

    def _place_unit(self) -> None:
        self.unit_label.adjustSize()
        width = self.unit_label.width() if self._unit else 0
        self.edit.setTextMargins(0, 0, width + px(4) if width else 0, 0)
        self.unit_label.move(self.edit.width() - width - px(10), (self.edit.height() - self.unit_label.height()) // 2)

    def _tell_understood(self) -> None:
        self.understood.emit(self._value)

    def _judge(self, text: str) -> None:
        self._value, self._refusal, self._understood = None, "", ""
        if not text:
            self._judge_nothing()
            return
        found = read_number(text, self._decimals)
        if isinstance(found, str):
            self._refusal = found
        else:
            self._refusal = self._outside(found)
            if not self._refusal:
                self._value = found
                unit = unit_words(self._unit)
                self._understood = self.tr("read as {0} {1}").format(format(found, "f"), unit).rstrip()
        self.update_message()

    def _outside(self, value: Decimal) -> str:
        """One sentence when the value is outside the limits, else ""."""
        low = self._least is not None and value < self._least
        high = self._most is not None and value > self._most
        if not low and not high:
            return ""
        unit = f" {unit_words(self._unit)}" if self._unit else ""
        shown = format(value, "f")
        if self._least is not None and self._most is not None:
            accepted = self.tr("{0} to {1}").format(format(self._least, "f"), format(self._most, "f"))
        elif low:
            accepted = self.tr("{0} or more").format(format(self._least or Decimal(0), "f"))
        else:
            accepted = self.tr("{0} or less").format(format(self._most or Decimal(0), "f"))
        return self.tr("{0}{2} cannot be right; accepted here: {1}{2}.").format(shown, accepted, unit)
