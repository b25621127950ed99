"""Records that can only be read: fields that would be stored are read-only, buttons that would store are off, one bar.

Pages make fields and switch buttons on as they go; so this stands behind them and takes back what would write. The
store refuses it in any case. Nothing of it is loaded while records can be written.
"""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from gui.theme.look import body_font, fill, tokens
from gui.theme.metrics import px
from gui.widgets.card import Label
from gui.widgets.writing import PROPERTY

if TYPE_CHECKING:
    from gui.shell.shell import Shell

#: Pages and cards on which everything is stored, but for what `LOOKS` names. New ones say so where they are made:
#: gui/widgets/writing.py. tests/house/test_reading_only.py finds who asks the records to store something and is in
#: neither.
WRITING = frozenset({
    "dose_page", "begin_page", "plan_page", "checklist_page", "visit_page", "response_page", "chair_page",
    "second_check_page", "patient_form", "settings_page", "first_run", "people_page", "account_page", "export_page",
    "own_file", "regimen_copy", "import_page", "give_page", "take_page",
})  # fmt: skip
#: Elsewhere these alone.
WRITES = frozenset(
    {"new_patient", "regimen_copy_button", "settings_export", "settings_import", "export_patient", "take_patient"}
)
#: On writing pages: choosing what is looked at, unfolding, printing, going away.
LOOKS = re.compile(
    r"cycle_edit|chair_cycle_edit|chair_day_\d+|chair_tablets|staff_sheet|plans_more_.*|dose_alerts_standing|plan_dose"
    r"|all_scans|supportive_choices|events_ended|reported_fold|event_.*_more|restart_proof.*|dispensing_label_\d+|dispensing_message_.*"
    r"|patient_form_back|export_back|import_back|did_.*|member_history|member_close|account_history|trail_.*|own_file_certificate"
    r"|give_back|give_again|take_back|handover_file.*|records_key_seen|.*_close"
)
KINDS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
MOMENTS = frozenset({QEvent.Type.Show, QEvent.Type.EnabledChange, QEvent.Type.ReadOnlyChange})


def tr(text: str) -> str:
    """Translate in the context of the bar."""
    return QCoreApplication.translate("ReadingBar", text)


class ReadingBar(QWidget):
    """Why nothing can be stored, always in sight."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.setObjectName("reading_bar")
        text = tr(
            "FOR READING ONLY. {0} Everything can be looked at and printed; nothing can be saved, and a print leaves "
            "no entry in the audit trail."
        ).format(why)
        self.words = Label(text, "label", wrap=True)
        self.words.setObjectName("reading_words")
        self.words.setFont(body_font(13, bold=True))
        self.words.set_tone("warn")
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(8), px(24), px(8))
        row.addWidget(self.words, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pale ground and a line below, as for every warning."""
        colours = tokens().warn
        painter = QPainter(self)
        fill(painter, self.rect(), colours.ground)
        painter.fillRect(0, self.height() - px(2), self.width(), px(2), QColor(colours.bar))
        painter.end()


def writes(widget: QWidget) -> bool:
    """Whether a field or button would change the records."""
    name = widget.objectName()
    if name in WRITES or widget.property(PROPERTY):
        return True
    if LOOKS.fullmatch(name):
        return False
    above: QWidget | None = widget
    while above is not None:
        if above.objectName() in WRITING or above.property(PROPERTY):
            return True
        above = above.parentWidget()
    return False


class ReadingOnly(QObject):
    """Watches over the widgets of a window from the moment its records can only be read."""

    def __init__(self, window: "Shell", why: str) -> None:
        super().__init__(window)
        self.setObjectName("reading_only")
        self._window = window
        self.bar = ReadingBar(why)
        window.add_above(self.bar)
        for kind in KINDS:
            for widget in window.findChildren(kind):
                self._hold_back(widget)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that appears or is switched on again; a row that takes keys as answers."""
        if event.type() in MOMENTS and isinstance(watched, KINDS) and watched.window() is self._window:
            self._hold_back(watched)
        elif isinstance(event, QKeyEvent) and isinstance(watched, QWidget) and watched.property("answers_keys"):
            return event.type() == QEvent.Type.KeyPress and event.text().isprintable() and bool(event.text().strip())
        return False

    def _hold_back(self, widget: QWidget) -> None:
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            if not widget.isReadOnly() and writes(widget):
                widget.setReadOnly(True)
        elif widget.isEnabled() and writes(widget):
            widget.setEnabled(False)
