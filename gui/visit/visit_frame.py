"""What the Visit page is made of and where it stands; what it does is in `visit_page`."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gui.theme.metrics import em, px
from gui.visit.events_card import EventsCard
from gui.visit.heat_map import HeatMap
from gui.visit.lab_import import LabImportCard
from gui.visit.proposal_list import ProposalList
from gui.visit.ready_card import ReadyCard
from gui.widgets.buttons import primary, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.column import Row, ScrollColumn
from gui.widgets.foot_bar import FootBar
from gui.widgets.sharing import share
from gui.widgets.sight import show_if
from gui.widgets.strip import Strip

Places = Literal["three", "two", "one"]
# Room the toxicities need beside the other columns, in lines of body text; below it columns move together.
LEFT_EM = 29
MIDDLE_EM = 34
RIGHT_EM = 25
LEAST_HIGH_EM = 6


class VisitFrame(QWidget):
    """Three columns over one bar: laboratory and vitals, toxicities, what they mean. Nothing is ever cut off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit_page")
        self.setProperty("role", "page")
        self.left = ScrollColumn(LEFT_EM)
        self.middle = ScrollColumn()
        self.right = ScrollColumn(RIGHT_EM)
        self.head = Label("", "small", wrap=True)
        self.head.setObjectName("visit_words")
        self._places: Places = "one"
        self._taken: tuple[QWidget, ...] = ()
        self._said: tuple[QWidget, ...] = ()
        self.ready = ReadyCard()
        self.proposals = ProposalList()
        self.message = Strip("visit_message", closable=True)
        self.review = Strip("visit_review", below=True)
        self.review_place = Row(self.review)
        self.map_card = Card(self.tr("Worst grade by cycle"))
        self.map = HeatMap()
        self.map_card.add(self.map)
        self.kept = Muted("", small=True, wrap=False)
        self.kept.setObjectName("visit_state")
        self.bar_words = Muted("", small=True)
        self.bar_words.setObjectName("visit_bar_words")
        self.keep_button = secondary(self.tr("&Keep for later"), "keep_visit")
        self.save_button = primary(self.tr("&Review and save"), "save_visit")
        self.bar = FootBar((self.kept, self.bar_words), (self.keep_button, self.save_button))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save_button.click)
        self._lay_out()

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(px(10))
        columns.setContentsMargins(px(24), px(8), px(24), px(8))
        columns.addWidget(self.left)
        columns.addWidget(self.middle, 1)
        columns.addWidget(self.right)
        head = QHBoxLayout()
        head.setContentsMargins(px(24), px(8), px(24), 0)
        head.addWidget(self.head)
        message_row = QHBoxLayout()
        message_row.setContentsMargins(px(24), 0, px(24), px(8))
        message_row.addWidget(self.message)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(columns, 1)
        whole.addLayout(message_row)
        whole.addWidget(self.bar)
        self._arrange()

    def show_review(self, words: str, title: str) -> None:
        """What will be stored, above the toxicities, scrolled into sight."""
        self.review.say("note", words, title)
        self.review_place.show()
        self.middle.verticalScrollBar().setValue(0)

    def hide_review(self) -> None:
        """What was shown is no longer what would be stored."""
        self.review.clear()
        self.review_place.hide()

    def show_parts(self, taken: tuple[QWidget, ...], said: tuple[QWidget, ...]) -> None:
        """Put the cards of what was taken and of what was said in their places; those before are deleted."""
        gone = {*self._taken, *self._said} - {*taken, *said}
        focused = QApplication.focusWidget()
        lost = focused is not None and any(widget.isAncestorOf(focused) for widget in gone)
        self._taken, self._said = taken, said
        self._arrange()
        if lost:  # else the keys would go to the first button of the window
            for card in said:
                if isinstance(card, EventsCard):
                    card.search.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in gone:
            widget.hide()  # else shown as a window if it was only just put in
            widget.setParent(None)
            widget.deleteLater()

    def minimumSizeHint(self) -> QSize:
        """Any width will do: the columns move together, and what is left is scrolled. Asks no window to grow."""
        return QSize(em(LEFT_EM), self.bar.minimumSizeHint().height() + em(LEAST_HIGH_EM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another arrangement."""
        super().resizeEvent(event)
        wanted = self._wanted_places()
        if wanted != self._places:
            self._places = wanted
            focused = QApplication.focusWidget()
            self._arrange()
            if focused is not None and self.isAncestorOf(focused):
                focused.setFocus()

    def _wanted_places(self) -> Places:
        room = self.width() - px(2 * 24 + 2 * 10)
        if room >= em(LEFT_EM + MIDDLE_EM + RIGHT_EM):
            return "three"
        return "two" if room >= em(LEFT_EM + MIDDLE_EM) else "one"

    def _arrange(self) -> None:
        said = (self.review_place, *self._said)
        parts = (*self._taken, *said, self.ready, self.proposals, self.map_card)
        self.left.setVisible(self._places != "one")
        self.right.setVisible(self._places == "three")
        one = (self.review_place, *self._taken, *self._said, self.ready, self.proposals, self.map_card)
        left, middle, right = {
            "three": (self._taken, (*said, self.map_card), (self.ready, self.proposals)),
            "two": ((*self._taken, self.ready), (*said, self.proposals, self.map_card), ()),
            "one": ((), one, ()),
        }[self._places]
        share((self.left, left), (self.middle, middle), (self.right, right))
        for part in parts:
            show_if(part, True)  # leaving a layout hides a widget
        self.show_known()

    def show_known(self) -> None:
        """Only cards with something on them are shown."""
        self.map_card.setVisible(self.map.table.rowCount() > 0)
        self.ready.setVisible(self.ready.has_check())
        self.review_place.setVisible(not self.review.isHidden())
        for part in self._said:
            if isinstance(part, LabImportCard):
                part.setVisible(part.is_open())
