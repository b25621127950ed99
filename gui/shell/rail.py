"""The rail at the left: pages, search, who is at the screen. It paints itself, so that it costs little at start."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from gui.theme.icons import Name, paint_icon
from gui.theme.look import body_font, fill, tokens
from gui.theme.metrics import px

PAGES: tuple[tuple[str, Name], ...] = (
    ("today", "today"),
    ("patients", "patients"),
    ("regimens", "regimens"),
    ("outcomes", "outcomes"),
    ("settings", "settings"),
)
WIDTH_PX = 188
NARROW_PX = 60


class RailButton(QAbstractButton):
    """A row of the rail: icon, words, and at the right a count or a key."""

    def __init__(self, words: str, icon: Name | None, name: str, *, lines: int = 1) -> None:
        super().__init__()
        self._icon = icon
        self._side = ""
        self._second = ""
        self._narrow = False
        self._lines = lines
        self.setObjectName(name)
        self.setText(words)
        self.setAccessibleName(words.replace("&", ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_side(self, words: str) -> None:
        """A few letters at the right end: a count, a key."""
        self._side = words
        self.update()

    def set_words(self, first: str, second: str = "") -> None:
        """One or two lines of words."""
        self.setText(first)
        self._second = second
        self.setAccessibleName(f"{first}. {second}".strip(". ") if second else first)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Only the icon; the words become the tool tip."""
        self._narrow = narrow
        self.setToolTip(self.text().replace("&", "").replace("<", "&lt;") if narrow else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Full width of the rail, height by the number of lines."""
        return QSize(px(WIDTH_PX), px(38 if self._lines == 1 else 54))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground when chosen or under the pointer, then icon and words."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(px(12), px(2), self.width() - px(24), self.height() - px(4))
        chosen = self.isChecked()
        if chosen or self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            ground = QColor(colours.nav_active)
            ground.setAlphaF(1.0 if chosen else 0.55)
            painter.setBrush(ground)
            painter.drawRoundedRect(place, px(7), px(7))
        if self.hasFocus():
            wide = px(colours.ring) if colours.high else 1
            painter.setPen(QPen(QColor(colours.nav_text), wide))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), px(7), px(7))
        words = QColor("#ffffff" if chosen else colours.nav_text)
        left = px(24)
        if self._icon is not None:
            size = px(17)
            start = (self.width() - size) / 2 if self._narrow else px(22)
            paint_icon(painter, self._icon, QRectF(start, (self.height() - size) / 2, size, size), words)
            left = px(22) + size + px(10)
        if not self._narrow:
            self._paint_words(painter, left, words, bold=chosen)
        painter.end()

    def _paint_words(self, painter: QPainter, left: int, colour: QColor, *, bold: bool) -> None:
        room = self.width() - left - px(20)
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colour)
        font = body_font(14 if self._lines == 1 else 12.5, bold=bold)
        painter.setFont(font)
        first = painter.fontMetrics().elidedText(self.text().replace("&", ""), Qt.TextElideMode.ElideRight, room)
        if not self._second:
            painter.drawText(QRect(left, 0, room, self.height()), flags, first)
        else:
            middle = self.height() // 2
            painter.drawText(QRect(left, 0, room, middle), Qt.AlignmentFlag.AlignBottom, first)
            painter.setFont(body_font(11.5))
            painter.setPen(QColor(tokens().nav_muted))
            second = painter.fontMetrics().elidedText(self._second, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, middle, room, middle), Qt.AlignmentFlag.AlignTop, second)
        if self._side:
            painter.setFont(body_font(12))
            painter.setPen(QColor(tokens().nav_muted))
            painter.drawText(QRect(left, 0, room, self.height()), flags | Qt.AlignmentFlag.AlignRight, self._side)


class Rail(QWidget):
    """`chosen(page)` when a person picks a page; `search_asked`; `person_asked` for the row at the bottom."""

    chosen = Signal(str)
    search_asked = Signal()
    person_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Pages of the program"))
        words = {
            "today": self.tr("Today"),
            "patients": self.tr("Patients"),
            "regimens": self.tr("Regimens"),
            "outcomes": self.tr("Outcomes"),
            "settings": self.tr("Settings"),
        }
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        column = self._column = QVBoxLayout(self)
        self.search_button = RailButton(self.tr("Search"), "search", "rail_search")
        self.search_button.set_side("Ctrl K")
        self.search_button.clicked.connect(lambda _checked=False: self.search_asked.emit())
        for page, icon in PAGES:
            button = RailButton(words[page], icon, f"rail_{page}")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, page=page: self.chosen.emit(page))
            self._group.addButton(button)
            self.buttons[page] = button
            column.addWidget(button)
        column.addWidget(self.search_button)
        column.addStretch(1)
        self.person_button = RailButton(self.tr("Nobody named yet"), "person", "rail_person", lines=2)
        self.person_button.clicked.connect(lambda _checked=False: self.person_asked.emit())
        column.addWidget(self.person_button)
        self._foot = ""
        self._narrow = False
        self.set_narrow(False)

    def show_page(self, page: str) -> None:
        """Mark the page that is shown."""
        if page in self.buttons:
            self.buttons[page].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, for small windows and large text."""
        self._narrow = narrow
        self._column.setContentsMargins(0, px(64), 0, px(12))
        self._column.setSpacing(px(2))
        self.setFixedWidth(px(NARROW_PX if narrow else WIDTH_PX))
        for button in (*self.buttons.values(), self.search_button, self.person_button):
            button.set_narrow(narrow)
        self.update()

    def set_foot(self, words: str) -> None:
        """Practice and saved state, below the person."""
        self._foot = words
        self.person_button.set_words(self.person_button.text(), words)

    def set_person(self, words: str) -> None:
        """Who is at the screen."""
        self.person_button.set_words(words, self._foot)
        self.person_button.set_narrow(self._narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dark ground and the program's name."""
        colours = tokens()
        painter = QPainter(self)
        fill(painter, self.rect(), colours.nav)
        painter.setPen(QColor(colours.nav_text))
        painter.setFont(body_font(16, bold=True))
        place = QRect(0 if self._narrow else px(22), px(16), self.width() - px(8), px(28))
        flags = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignHCenter if self._narrow else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(place, flags, "CX" if self._narrow else "CAPOX Planner")
        painter.end()
