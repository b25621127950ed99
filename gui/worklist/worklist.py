"""Today: who is due on a day and what is missing, one day at a time."""

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from gui.session import Session
from gui.theme import icons
from gui.theme.look import tokens
from gui.theme.metrics import px
from gui.widgets.buttons import secondary
from gui.widgets.card import Heading, Label, Muted
from gui.widgets.dates import shown_date
from gui.widgets.flow import Flow
from gui.widgets.head_row import HeadRow
from gui.widgets.strip import Strip
from gui.worklist.day_print import DayPrint
from gui.worklist.worklist_rows import WorklistPainter, WorklistRows
from records.values.core import WorklistLine


class Worklist(QWidget):
    """Up and Down choose, Enter opens; Alt+Left and Alt+Right change the day. `counted` tells the lines of today.

    clinic_asked  with the day shown: everybody who comes on it, for printing and the pharmacy
    """

    counted = Signal(int)
    clinic_asked = Signal(object)  # date

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today_page")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._day = session.today
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.reload()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Today")

    def day(self) -> date:
        """The day shown."""
        return self._day

    def show_day(self, day: date) -> None:
        """Show another day."""
        self._day = day
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Ask the store again for the day shown."""
        day = self._day
        self.heading.setText(_distance((day - self._session.today).days))
        self.date_words.setText(shown_date(day))
        self.today_button.setEnabled(day != self._session.today)
        self._session.link.ask(
            self._session.actions.worklist(day), lambda lines: self._show(day, lines), self._on_refused, self
        )

    def _show(self, day: date, lines: tuple[WorklistLine, ...]) -> None:
        if day == self._session.today:
            self.counted.emit(len(lines))
        if day != self._day:
            return
        self.strip.clear()
        row = max(0, self.view.currentIndex().row())
        chosen = self.rows.line(row).course_id if self.view.currentIndex().isValid() else None
        self.rows.show_lines(lines)
        if lines:  # the same course, wherever its line stands by now
            same = next((place for place, line in enumerate(lines) if line.course_id == chosen), row)
            self.view.setCurrentIndex(self.rows.index(min(same, len(lines) - 1)))
        missing = sum(1 for line in lines if line.missing)
        self.count.setText(self.tr("{0} due · {1} with something missing").format(len(lines), missing) if lines else "")
        self.empty.setVisible(not lines)
        self.view.setVisible(bool(lines))

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self.strip.say("warn", sentence)
        self.strip.add_action(self.tr("&Try again"), self.reload)

    def _make_widgets(self) -> None:
        self.heading = Heading(self.tr("Today"), level=1)
        self.date_words = Label("", "subheading")
        self.count = Muted("", wrap=False)
        self.back_button = secondary(self.tr("&Before"), "worklist_back", icon="left")
        self.today_button = secondary(self.tr("Toda&y"), "worklist_today")
        self.next_button = secondary(self.tr("&After"), "worklist_next", icon="right")
        self.back_button.setAccessibleName(self.tr("The day before"))
        self.next_button.setAccessibleName(self.tr("The day after"))
        self.clinic_button = secondary(self.tr("C&linic"), "worklist_clinic", icon="patients")
        self.clinic_button.setAccessibleName(self.tr("The clinic of this day"))
        self.print_button = secondary(self.tr("&Print the day list"), "worklist_print", icon="print")
        self.strip = Strip("worklist_strip")
        self.printing = DayPrint(self._session, self.print_button, self)
        self.rows = WorklistRows(self)
        self.view = QListView()
        self.view.setObjectName("worklist_lines")
        self.view.setAccessibleName(self.tr("Patients due"))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setItemDelegate(WorklistPainter(self.view))
        self.view.setModel(self.rows)
        self.setFocusProxy(self.view)
        self.empty = _nobody_due(self.tr("Nobody is due on this day"), self.tr(
            "A patient stands here on the days of their course: blood test, day 1, visits. "
            "Look at another day, or find a patient with Ctrl+K."
        ))  # fmt: skip
        self.empty.setVisible(False)

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setProperty("role", "clear")
        words = QVBoxLayout(holder)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(px(2))
        words.addWidget(self.heading)
        second = Flow(spacing=12)
        for label in (self.date_words, self.count):
            second.add(label)
        words.addWidget(second)
        buttons = (self.clinic_button, self.print_button, self.back_button, self.today_button, self.next_button)
        top = HeadRow(holder, buttons, words_em=26)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, px(6), 1, px(6))
        inside.addWidget(self.view, 1)
        inside.addWidget(self.empty, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(24), px(20), px(24), px(20))
        page.setSpacing(px(12))
        page.addWidget(top)
        page.addWidget(self.strip)
        page.addWidget(self.printing.strip)
        page.addWidget(card, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda _checked=False: self.show_day(self._day - timedelta(days=1)))
        self.clinic_button.clicked.connect(lambda _checked=False: self.clinic_asked.emit(self._day))
        self.print_button.clicked.connect(lambda _checked=False: self.printing.make(self._day))
        self.next_button.clicked.connect(lambda _checked=False: self.show_day(self._day + timedelta(days=1)))
        self.today_button.clicked.connect(lambda _checked=False: self.show_day(self._session.today))
        self.view.activated.connect(self._on_activated)
        self._session.patient_changed.connect(self._on_patient_changed)
        self._session.all_changed.connect(self.reload)
        for keys, button in (("Alt+Left", self.back_button), ("Alt+Right", self.next_button)):
            shortcut = QShortcut(QKeySequence(keys), self, button.click)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @Slot(object)
    def _on_patient_changed(self, _patient_id: object) -> None:
        self.reload()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self._session.open_patient.emit(self.rows.line(index.row()).patient_id, "dose")


def _distance(days: int) -> str:
    """How far a day is from today, in words."""
    near = {0: "Today", 1: "Tomorrow", -1: "Yesterday"}.get(days)
    return near or (f"In {days} days" if days > 0 else f"{-days} days ago")


def _nobody_due(title: str, words: str) -> QWidget:
    """A picture and two sentences in the middle of an empty list."""
    box = QWidget()
    box.setProperty("role", "clear")
    column = QVBoxLayout(box)
    column.setContentsMargins(px(48), px(48), px(48), px(64))
    column.setSpacing(px(8))
    picture = QLabel()
    picture.setPixmap(icons.pixmap("calendar", tokens().accent, px(48), 2.0))
    first, second = Label(title, "subheading", wrap=True), Muted(words)
    column.addStretch(1)
    for widget in (picture, first, second):
        widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(widget)
    column.addStretch(2)
    return box
