"""The frame of a page: title, a column that scrolls, and a bar at the bottom for the main action."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.card import Heading, Muted
from gui.widgets.column import KeepingArea
from gui.widgets.head_row import HeadRow
from gui.widgets.strip import Strip


class Page(QWidget):
    """`head` beside the title, `column` scrolls, `foot` is shown once something is put there."""

    def __init__(self, name: str, title: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.setObjectName(name)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = Heading(title, level=1)
        self.words = Muted(words)
        self.head = QHBoxLayout()
        self.head.setSpacing(px(12))
        self.head.addWidget(self.heading, 1)
        self.strip = Strip(f"{name}_strip", closable=True)
        inside = QWidget()
        inside.setProperty("role", "clear")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(px(24), px(4), px(24), px(24))
        self.column.setSpacing(px(12))
        self.scroller = KeepingArea()
        self.scroller.setObjectName(f"{name}_scroll")
        self.scroller.setProperty("role", "clear")
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(inside)
        self._bar = QFrame()
        self._bar.setProperty("role", "bar")
        self._bar.setVisible(False)
        self.foot = QHBoxLayout(self._bar)
        self.foot.setContentsMargins(px(24), px(12), px(24), px(12))
        self.foot.setSpacing(px(12))
        top = QVBoxLayout()
        top.setContentsMargins(px(24), px(20), px(24), px(8))
        top.setSpacing(px(6))
        top.addLayout(self.head)
        top.addWidget(self.words)
        top.addWidget(self.strip)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.scroller, 1)
        whole.addWidget(self._bar)
        self.words.setVisible(bool(words))  # now that it has a parent: before, it would be a window of its own

    def title(self) -> str:
        """The page's name."""
        return self._title

    def set_title(self, title: str) -> None:
        """Change the page's name."""
        self._title = title
        self.heading.setText(title)

    def add_foot(self, *widgets: QWidget, words: QWidget | None = None) -> None:
        """Words at the left of the bar, buttons at its right; the last is the main one."""
        self._bar.setVisible(True)
        said = words
        if said is None:
            said = QWidget()
            said.setProperty("role", "clear")
        self.foot.addWidget(HeadRow(said, widgets, words_em=0 if words is None else 14), 1)

    def insert_above(self, widget: QWidget) -> None:
        """Between the title and what scrolls, in sight wherever one has scrolled to."""
        self._whole.insertWidget(1, widget)

    def show_field(self, widget: QWidget) -> None:
        """Scroll a field into sight and put the cursor there."""
        self.scroller.ensureWidgetVisible(widget, px(24), px(80))
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
