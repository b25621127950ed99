"""What the Visit page is made of and where it stands; what it does is in `visit_page`."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.visit.events_card import EventsCard
from gui.visit.heat_map import HeatMap
from gui.visit.lab_import import LabImportCard
from gui.visit.proposal_list import ProposalList
from gui.visit.ready_card import ReadyCard
from gui.widgets.buttons import click_by_enter, primary, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.column import Row
from gui.widgets.foot_bar import FootBar
from gui.widgets.moving_columns import MovingColumns, Parts, Places, Room
from gui.widgets.parts import throw_away
from gui.widgets.reading_order import let_go
from gui.widgets.strip import Strip

ROOM = Room(left_em=29, middle_em=34, right_em=25)


class VisitFrame(QWidget):
    """Three columns over one bar: laboratory and vitals, toxicities, what they mean. Nothing is ever cut off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visit_page")
        self.setProperty("role", "page")
        self.columns = MovingColumns(ROOM, self._places)
        self.left, self.middle, self.right = self.columns.left, self.columns.middle, self.columns.right
        self.head = Label("", "small", wrap=True)
        self.head.setObjectName("visit_words")
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
        click_by_enter(self, self.save_button)
        self._lay_out()

    def _lay_out(self) -> None:
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
        whole.addWidget(self.columns, 1)
        whole.addLayout(message_row)
        whole.addWidget(self.bar)
        self.columns.arranged.connect(self.show_known)
        self.columns.arrange()

    def show_review(self, words: str, title: str) -> None:
        """What will be stored, above the toxicities, scrolled into sight."""
        let_go()  # else the field with the keys would be scrolled into sight again, and the review out of it
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
        self.columns.arrange()
        if lost:  # else the keys would go to the first button of the window
            for card in said:
                if isinstance(card, EventsCard):
                    card.search.setFocus(Qt.FocusReason.OtherFocusReason)
        throw_away(*gone)

    def minimumSizeHint(self) -> QSize:
        """As little as its columns and its bar need; asks no window to grow."""
        columns = self.columns.minimumSizeHint()
        return QSize(columns.width(), self.bar.minimumSizeHint().height() + columns.height())

    def _places(self, places: Places) -> tuple[Parts, Parts, Parts]:
        said = (self.review_place, *self._said)
        if places == "three":
            return self._taken, (*said, self.map_card), (self.ready, self.proposals)
        if places == "two":
            return (*self._taken, self.ready), (*said, self.proposals, self.map_card), ()
        return (), (self.review_place, *self._taken, *self._said, self.ready, self.proposals, self.map_card), ()

    def show_known(self) -> None:
        """Only cards with something on them are shown."""
        self.map_card.setVisible(self.map.table.rowCount() > 0)
        self.ready.setVisible(self.ready.has_check())
        self.review_place.setVisible(not self.review.isHidden())
        for part in self._said:
            if isinstance(part, LabImportCard):
                part.setVisible(part.is_open())
