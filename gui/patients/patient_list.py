"""The patients page: a search that answers while typing, and the list."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.patients.patient_rows import MARGIN_PX, PARTS, Index, PatientLinePainter, PatientRows
from gui.theme.look import body_font, fill, tokens
from gui.theme.metrics import px

if TYPE_CHECKING:
    from gui.patients.found_lines import FoundLines
    from records.lookup import Lookup
    from records.values.core import PatientLine

MOST_FOUND = 50  # more than a screen; who is not among them is found by one more letter
MOST_LISTED = 200


class ColumnHeads(QWidget):
    """The words above the columns, painted where the lines paint theirs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = (
            self.tr("Name"),
            self.tr("Identifiers"),
            self.tr("Born"),
            self.tr("Course"),
            self.tr("Next day 1"),
        )
        self.setFixedHeight(px(32))
        self.setAccessibleName(self.tr("Columns: {0}").format(", ".join(self.words)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Small muted words and a line below."""
        painter = QPainter(self)
        painter.setFont(body_font(12))
        painter.setPen(QColor(tokens().muted))
        inner = self.width() - 2 * px(MARGIN_PX)
        for column, words in enumerate(self.words):
            start = px(MARGIN_PX) + int(inner * PARTS[column])
            painter.drawText(QRect(start, 0, inner, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), tokens().line)
        painter.end()


class LinesView(QListView):
    """Tells once that lines stand on the screen, and of every move to another row."""

    painted = Signal()
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._told = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's own painting, then the word that it is done."""
        super().paintEvent(event)
        if not self._told:
            self._told = True
            self.painted.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Told by Qt itself; to ask for the selection model would build its types before the first paint."""
        super().currentChanged(current, previous)
        self.moved.emit(current.row())


class PatientList(QWidget):
    """Typing searches; Down goes into the list, Enter opens the chosen line or the only one."""

    opened = Signal(object)  # UUID
    new_patient = Signal(str)  # what was searched for

    def __init__(
        self, lookup: "Lookup | None" = None, first: "Sequence[PatientLine]" = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("patients_page")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lookup = lookup
        self._remote: FoundLines | None = None  # asks a server beside the thread of the window
        self._again: object | None = None
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.rows.show_lines(first)
        self._update_empty()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Patients")

    def set_lookup(self, lookup: "Lookup") -> None:
        """The store can be read from now on."""
        self.close_lookup()
        self._lookup = lookup
        if lookup.remote:
            from gui.patients.found_lines import FoundLines

            self._remote = FoundLines(lookup, self)
            self._remote.found.connect(self._on_found)
            self._remote.refused.connect(self._on_refused)
        self.reload()

    def close_lookup(self) -> None:
        """Ask nothing more of the store."""
        self._lookup = None
        if self._remote is not None:
            self._remote.close()
            self._remote = None

    def set_empty_words(self, words: str) -> None:
        """What to say while there is nobody to show."""
        self._empty_words = words
        self._update_empty()

    @Slot()
    def reload(self) -> None:
        """Ask again for what is shown; the chosen patient stays chosen where still listed."""
        self._again = self.chosen()
        self._show(self.search.text())

    def _show_lines(self, lines: "Sequence[PatientLine]") -> None:
        """Lines in the place of those shown; who was chosen before a reading again stays chosen."""
        chosen, self._again = self._again, None
        self.rows.show_lines(lines)
        if chosen is not None:
            for row in range(self.rows.rowCount()):
                if self.rows.line(row).id == chosen:
                    self.view.setCurrentIndex(self.rows.index(row))
                    break
        self._update_empty()

    def chosen(self) -> object | None:
        """The id of the chosen patient."""
        index = self.view.currentIndex()
        return self.rows.line(index.row()).id if index.isValid() else None

    def start_search(self, text: str | None = None) -> None:
        """Put the cursor into the search, all selected, as Ctrl+F does."""
        if text is not None:
            self.search.setText(text)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def refresh_look(self) -> None:
        """Colours or sizes changed."""
        self._painter.refresh()
        self._heads.setFixedHeight(px(32))
        self.view.scheduleDelayedItemsLayout()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Page Down lead from the search into the list; Escape empties the search."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and self.rows.rowCount():
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
                if not self.view.currentIndex().isValid():
                    self.view.setCurrentIndex(self.rows.index(0))
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return False

    def _make_widgets(self) -> None:
        self.search = QLineEdit()
        self.search.setObjectName("patient_search")
        self.search.setAccessibleName(self.tr("Search patients"))
        self.search.setPlaceholderText(self.tr("Search by name or number"))
        self.search.setMaxLength(80)
        self.search.setMinimumHeight(px(36))
        self.search.installEventFilter(self)
        # Made by hand and not by gui.widgets: every module counts on the way to the first paint.
        self.new_button = QPushButton(self.tr("&New patient"))
        self.new_button.setObjectName("new_patient")
        self.new_button.setAccessibleName(self.tr("New patient"))
        self.new_button.setProperty("role", "primary")
        self.new_button.setMinimumHeight(px(36))
        self.take_button = QPushButton(self.tr("&Take over a file…"))
        self.take_button.setObjectName("take_patient")
        self.take_button.setAccessibleName(self.tr("Take over a course from a handover file"))
        self.take_button.setProperty("role", "quiet")
        self.take_button.setMinimumHeight(px(36))
        self.rows = PatientRows(self)
        self.view = LinesView()
        self.view.setObjectName("patient_lines")
        self.view.setAccessibleName(self.tr("Patients"))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._painter = PatientLinePainter(self.view)
        self.view.setItemDelegate(self._painter)
        self.view.setModel(self.rows)
        self._heads = ColumnHeads()
        self._empty_words = ""
        self.empty = QLabel()
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("role", "small")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(self.search, 1)
        top.addWidget(self.take_button)
        top.addWidget(self.new_button)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, px(4), 1, px(8))
        inside.setSpacing(0)
        inside.addWidget(self._heads)
        inside.addWidget(self.empty)
        inside.addWidget(self.view, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(24), px(20), px(24), px(12))
        page.setSpacing(px(12))
        page.addLayout(top)
        page.addWidget(card, 1)
        page.addWidget(self.count)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._show)
        self.search.returnPressed.connect(self._on_enter)
        self.view.moved.connect(self._painter.set_current)
        self.rows.modelReset.connect(lambda: self._painter.set_current(-1))
        self.view.activated.connect(self._on_activated)
        self.new_button.clicked.connect(lambda _checked=False: self.new_patient.emit(self.search.text()))
        self.take_button.clicked.connect(self._on_take)

    @Slot()
    def _on_take(self) -> None:
        window = self.window()
        if hasattr(window, "show_page"):
            window.show_page("handover_take")

    @Slot(str)
    def _show(self, text: str) -> None:
        if self._lookup is None:
            return
        from records.errors import RecordError

        def look(lookup: "Lookup") -> "tuple[PatientLine, ...]":
            return lookup.search(text, MOST_FOUND) if text.strip() else lookup.first_lines(MOST_LISTED)

        if self._remote is not None:
            self._remote.ask(look)
            return
        try:
            self._show_lines(look(self._lookup))
        except RecordError as refusal:
            self._on_refused(str(refusal))

    @Slot(object)
    def _on_found(self, lines: "Sequence[PatientLine]") -> None:
        self._show_lines(lines)

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        """Lines shown before may no longer be true."""
        self.rows.show_lines(())
        self._say(sentence)

    def _update_empty(self) -> None:
        found, text = self.rows.rowCount(), self.search.text().strip()
        if found:
            words = ""
        elif text:
            words = self.tr("Nobody is called or numbered “{0}”. New patient takes the words along.").format(text)
        else:
            words = self._empty_words
        self._say(words)
        more = (
            self.tr("the first {0} are shown; type to narrow").format(found)
            if found == (MOST_FOUND if text else MOST_LISTED)
            else ""
        )
        self.count.setText(more)

    def _say(self, words: str) -> None:
        """Words in the place of the lines, "" for none."""
        self.empty.setText(words)
        self.empty.setContentsMargins(px(24), px(48) if words else 0, px(24), px(24) if words else 0)
        self.empty.setVisible(bool(words))

    @Slot()
    def _on_enter(self) -> None:
        index = self.view.currentIndex()
        if index.isValid() and index.row() < self.rows.rowCount():
            self.opened.emit(self.rows.line(index.row()).id)
        elif self.rows.rowCount() == 1:
            self.opened.emit(self.rows.line(0).id)
        elif self.rows.rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            self.view.setCurrentIndex(self.rows.index(0))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.line(index.row()).id)
