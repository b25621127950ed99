"""Clinic: everybody who comes on a day, what is missing, in which order they could sit down, and what goes on paper."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.clinic.clinic_list import ClinicList
from gui.clinic.clinic_rows import ClinicRows, rows_of
from gui.clinic.printing_bar import PrintingBar
from gui.session import Session
from gui.theme.metrics import px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Heading, Label, Muted
from gui.widgets.choice import Segmented
from gui.widgets.date_field import DateField
from gui.widgets.dates import shown_date
from gui.widgets.fitted import Fitted
from gui.widgets.flow import Flow
from gui.widgets.head_row import HeadRow
from gui.widgets.strip import Strip
from gui.widgets.style_of import date_style
from records.values.clinic import ClinicDay

if TYPE_CHECKING:
    from gui.shell.shell import Shell

LEAST_EM = 36  # lines of body text the page needs in height


class ClinicPage(QWidget):
    """Alt+Left and Alt+Right: the working day before and after. `left` back to Today."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clinic_page")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._day = session.today
        self._shown: ClinicDay | None = None
        self._stale = True
        self._make()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Clinic")

    def day(self) -> date:
        """The day shown."""
        return self._day

    def clinic(self) -> ClinicDay | None:
        """What is shown, None while it is being read."""
        return self._shown

    def show_day(self, day: date) -> None:
        """Show another day."""
        self._day = day
        self.reload()

    def again(self) -> "Callable[[Shell], object] | None":
        """What opens this page once more, as when text size or theme changed."""
        day = self._day
        return lambda window: window.show_clinic(day)

    def flush(self) -> None:
        """Nothing waits here; printing under way is asked to end."""
        self.printing.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the page was away is read now."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever is done on other pages, the day is read again on coming back."""
        self._stale = True
        super().hideEvent(event)

    @Slot()
    def reload(self) -> None:
        """Ask the store again for the day shown."""
        day, self._stale = self._day, False
        self.date_words.setText(shown_date(day))
        if self.date.value() != day:
            self.date.set_value(day)
        self._session.link.ask(
            self._session.actions.clinic_day(day), lambda found: self._show(found), self._on_refused, self
        )

    def _make(self) -> None:
        self.heading = Heading(self.tr("Clinic"), level=1)
        self.date_words = Label("", "subheading")
        self.count = Muted("")
        self.back_button = secondary(self.tr("&Before"), "clinic_back", icon="left")
        self.next_button = secondary(self.tr("&After"), "clinic_next", icon="right")
        self.back_button.setAccessibleName(self.tr("The working day before"))
        self.next_button.setAccessibleName(self.tr("The working day after"))
        self.leave_button = quiet(self.tr("Back to &Today"), "clinic_leave")
        self.date = DateField(self.tr("Da&y"), style=date_style(self._session.settings), name="clinic_date")
        orders = (("place", self.tr("Proposed order")), ("name", self.tr("By name")))
        self.order = Segmented(orders, self.tr("Order of the list"), name="clinic_order")
        self.order.choose("place")
        self.all_button = secondary(self.tr("&Mark all"), "clinic_mark_all")
        self.complete_button = secondary(self.tr("Mark &complete"), "clinic_mark_complete")
        self.none_button = secondary(self.tr("Mark &none"), "clinic_mark_none")
        self.complete_button.setToolTip(self.tr("Those for whom nothing is missing"))
        self.strip = Strip("clinic_page_strip")
        self.rows = ClinicRows(self)
        self.view = ClinicList(self.rows, self.tr("Patients of the day"))
        self.setFocusProxy(self.view)
        self.empty = Muted(self.tr("Nobody comes on this day."))
        self.empty.setObjectName("clinic_empty")
        self.printing = PrintingBar(self._session)

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setProperty("role", "clear")
        words = QVBoxLayout(holder)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(px(2))
        words.addWidget(self.heading)
        second = QHBoxLayout()
        second.setSpacing(px(12))
        second.addWidget(self.date_words)
        second.addWidget(self.count, 1)
        words.addLayout(second)
        tools = Flow(spacing=12)
        for widget in (self.date, self.order, self.all_button, self.complete_button, self.none_button):
            tools.add(widget)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, px(6), 1, px(6))
        inside.addWidget(self.view, 1)
        inside.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignCenter)
        fitted = Fitted(LEAST_EM)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(fitted)
        page = fitted.page
        page.setContentsMargins(px(24), px(20), px(24), px(16))
        page.setSpacing(px(10))
        page.addWidget(HeadRow(holder, (self.leave_button, self.back_button, self.next_button), words_em=28))
        page.addWidget(tools)
        page.addWidget(self.strip)
        page.addWidget(card, 1)
        page.addWidget(self.printing)

    def _connect(self) -> None:
        self.back_button.clicked.connect(lambda _checked=False: self._step(-1))
        self.next_button.clicked.connect(lambda _checked=False: self._step(1))
        self.leave_button.clicked.connect(lambda _checked=False: self.left.emit())
        self.date.edit.returnPressed.connect(self._on_date)
        self.date.edit.editingFinished.connect(self._on_date)
        self.order.chosen.connect(self._on_order)
        self.all_button.clicked.connect(lambda _checked=False: self.rows.mark_where(self.rows.rows()))
        self.none_button.clicked.connect(lambda _checked=False: self.rows.mark_where(()))
        self.complete_button.clicked.connect(lambda _checked=False: self._mark_complete())
        self.rows.marked_changed.connect(self._on_marked)
        self.view.opened.connect(self._on_opened)
        self.printing.printed.connect(self.reload)
        self._session.patient_changed.connect(self._on_changed)
        self._session.all_changed.connect(self._on_changed)
        self._session.settings_changed.connect(self._on_changed)
        for keys, button in (("Alt+Left", self.back_button), ("Alt+Right", self.next_button)):
            shortcut = QShortcut(QKeySequence(keys), self, button.click)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _step(self, by: int) -> None:
        """To the next working day as the records gave it; while they are being read, by a day."""
        shown = self._shown
        if shown is not None and shown.on == self._day:
            self.show_day(shown.after if by > 0 else shown.before)

    @Slot()
    def _on_date(self) -> None:
        day = self.date.value()
        if day is not None and day != self._day:
            self.show_day(day)

    @Slot()
    def _on_order(self) -> None:
        if self._shown is not None:
            self._fill(self._shown)

    @Slot()
    def _on_changed(self, *_what: object) -> None:
        self._stale = True
        if self.isVisible():
            self.reload()

    @Slot()
    def _on_marked(self) -> None:
        self.printing.show_marked(self._day, self.rows.marked(), self.rows.rowCount())

    def _mark_complete(self) -> None:
        self.rows.mark_where(row for row in self.rows.rows() if row.line.treated and row.line.complete)

    def _show(self, found: ClinicDay) -> None:
        if found.on != self._day:
            return
        self._shown = found
        self.strip.clear()
        if found.closed:
            self.strip.say("note", self.tr("The site is closed on this day: {0}.").format(found.closed))
        self._fill(found)

    def _fill(self, found: ClinicDay) -> None:
        row = self.view.currentIndex()
        chosen = self.rows.row(row.row()).key if row.isValid() else None
        rows = rows_of(found.lines, self._session.settings, by_name=self.order.value() == "name")
        self.rows.show_rows(rows)
        if rows:  # the same patient, wherever the line stands by now
            same = next((place for place, one in enumerate(rows) if one.key == chosen), 0)
            self.view.setCurrentIndex(self.rows.index(same))
        treated = [line for line in found.lines if line.treated]
        missing = sum(1 for line in treated if not line.complete)
        words = self.tr("{0} come · {1} treated · {2} with something missing").format(
            len(found.lines), len(treated), missing
        )
        self.count.setText(f"{found.site} · {words}" if found.site else words)
        self.empty.setVisible(not rows)
        self.view.setVisible(bool(rows))

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self.strip.say("warn", sentence)
        self.strip.add_action(self.tr("Try a&gain"), self.reload)

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        self._session.open_patient.emit(self.rows.row(row).line.patient_id, "dose")
