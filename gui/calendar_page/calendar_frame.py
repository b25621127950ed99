"""What the Calendar page is made of and where it stands; what it does is in `calendar_page`."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.calendar_page.languages import languages
from gui.calendar_page.pages import PageMaker
from gui.calendar_page.preview import THUMBNAILS_PX, Preview
from gui.link import Link
from gui.theme.metrics import em, px
from gui.widgets.buttons import primary, quiet, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.check import Check
from gui.widgets.choice import Segmented
from gui.widgets.column import ScrollColumn
from gui.widgets.combo import ComboField
from gui.widgets.head_row import HeadRow
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField

# Lines of body text: from what width on small pages stand beside the large one, and the least height of all.
THUMBNAILS_FROM_EM, LEAST_EM = 50, 26


class CalendarFrame(QWidget):
    """Choices at the left, the preview beside them, one bar with what can be done below."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar_page")
        self.setProperty("role", "page")
        self.pages = PageMaker()
        self.destroyed.connect(self.pages.close)
        self.kind = Segmented(
            (
                ("calendar", self.tr("Patient calendar")),
                ("staff_sheet", self.tr("Staff sheet")),
                ("treatment_summary", self.tr("Treatment summary")),
                ("alert_card", self.tr("Alert card")),
            ),
            self.tr("&What"),
            name="print_kind",
            wrap=True,
        )
        self.cycle = ComboField(self.tr("C&ycle"), name="print_cycle")
        self.language = ComboField(self.tr("&Language"), languages(), name="print_language")
        self.paper = Segmented((("a4", "A4"), ("letter", "Letter")), self.tr("Pape&r"), name="print_paper")
        self.large_print = Check(self.tr("Lar&ge print (14 point)"), "print_large")
        self.notices = Card(self.tr("This page"))
        self.notice_strips = QVBoxLayout()
        self.printed = Card(self.tr("Printed so far"))
        self.printed_rows = QVBoxLayout()
        self.folder = TextField(self.tr("Folder to save in"), 400, name="save_folder")
        self.folder_button = quiet(self.tr("C&hoose a folder …"), "choose_folder")
        self.message = Strip("calendar_message", closable=True)
        self.preview = Preview(self.pages, link)
        self.page_words = Muted("", small=True, wrap=False)
        self.page_words.setObjectName("preview_page")
        self.smaller_button = quiet("−", "preview_smaller")
        self.larger_button = quiet("+", "preview_larger")
        self.fit_button = quiet(self.tr("&Zoom to width"), "preview_fit")
        self.before_button = quiet(self.tr("Previo&us"), "preview_before", icon="left")
        self.after_button = quiet(self.tr("&Forward"), "preview_after", icon="right")
        self.state_words = Label("", "strong", wrap=True)
        self.state_words.setObjectName("print_state")
        self.ics_button = quiet(self.tr("Save appoint&ments (ICS)"), "save_ics", icon="calendar")
        self.save_button = secondary(self.tr("&Save PDF"), "save_pdf", icon="save")
        self.print_button = primary(self.tr("Pri&nt"), "print_pages", icon="print")
        self.setMinimumHeight(em(LEAST_EM))
        self._lay_out()

    def _lay_out(self) -> None:
        self.smaller_button.setAccessibleName(self.tr("Smaller"))
        self.larger_button.setAccessibleName(self.tr("Larger"))
        self.before_button.setAccessibleName(self.tr("Previous page"))
        self.after_button.setAccessibleName(self.tr("Next page"))
        choices = Card(self.tr("What to print"))
        for widget in (self.kind, self.cycle, self.language, self.paper, self.large_print):
            choices.add(widget)
        for rows in (self.notice_strips, self.printed_rows):
            rows.setSpacing(px(6))
        self.notices.body.addLayout(self.notice_strips)
        self.printed.body.addLayout(self.printed_rows)
        saving = Card(self.tr("Saving"))
        saving.add(self.folder)
        saving.body.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        left = self.choices_column = ScrollColumn(24)
        left.fill(choices, self.notices, self.printed, saving)
        columns = QHBoxLayout()
        columns.setContentsMargins(px(24), px(12), px(24), px(8))
        columns.setSpacing(px(10))
        columns.addWidget(left)
        columns.addWidget(self._preview_card(), 1)
        message_row = QHBoxLayout()
        message_row.setContentsMargins(px(24), 0, px(24), px(8))
        message_row.addWidget(self.message)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(columns, 1)
        whole.addLayout(message_row)
        whole.addWidget(self._bar())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the small pages beside the large one go: they lead nowhere the keys do not."""
        super().resizeEvent(event)
        wide = self.width() >= em(THUMBNAILS_FROM_EM)
        self.preview.thumbnails.setFixedWidth(px(THUMBNAILS_PX) if wide else 0)
        self.choices_column.setFixedWidth(em(24 if wide else 18))

    def _preview_card(self) -> QWidget:
        card = Card()
        card.body.setContentsMargins(px(4), px(6), px(4), px(4))
        tools = HeadRow(
            self.page_words,
            (self.before_button, self.after_button, self.smaller_button, self.larger_button, self.fit_button),
            words_em=6,
        )
        tools.setContentsMargins(px(12), 0, px(12), 0)
        card.add(tools)
        pages = QHBoxLayout()
        pages.setSpacing(px(4))
        pages.addWidget(self.preview.thumbnails)
        pages.addWidget(self.preview, 1)
        card.body.addLayout(pages, 1)
        return card

    def _bar(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(24), px(10), px(24), px(10))
        row.setSpacing(px(10))
        row.addWidget(self.state_words, 1)
        for button in (self.ics_button, self.save_button, self.print_button):
            row.addWidget(button)
        return bar
