"""The recovery key as a person copies it: eight groups in large letters, and onto paper by a printer."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.buttons import quiet
from gui.widgets.card import Label, Muted
from gui.widgets.strip import Strip
from records.errors import RecordError

COLUMNS = 4
POINTS_AN_INCH = 72
MARGIN_PT, LINE_PT = 64, 22


class RecoveryKeyView(QWidget):
    """Shows a key once; `clear` takes it away."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self._key = ""
        self._groups: list[Label] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(18))
        grid.setVerticalSpacing(px(6))
        for number in range(8):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(Muted(str(number + 1), wrap=False, small=True))
            group = Label("", "title")
            group.setFont(_fixed(group.font()))
            group.setObjectName(f"{name}_group_{number + 1}")
            self._groups.append(group)
            cell.addWidget(group)
            grid.addLayout(cell, number // COLUMNS, number % COLUMNS, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(COLUMNS, 1)
        self.strip = Strip(f"{name}_strip")
        self.print_button = quiet(self.tr("Pr&int it on paper"), f"{name}_print")
        self.print_button.clicked.connect(self._on_print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(grid)
        column.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.strip)

    def show_key(self, key: str) -> None:
        """Show a key in its groups."""
        self._key = key
        for number, (label, group) in enumerate(zip(self._groups, key.split("-"), strict=True), start=1):
            label.setText(group)
            label.setAccessibleName(self.tr("Group {0}: {1}").format(number, " ".join(group)))

    def clear(self) -> None:
        """Forget the key."""
        self._key = ""
        for label in self._groups:
            label.setText("")
            label.setAccessibleName("")

    def _on_print(self) -> None:
        from gui.calendar_page.printing import printer_named, printers

        try:
            names = printers()
            if not names:
                raise RecordError(self.tr("No printer is set up here; write the key down by hand."))
            printer = printer_named(names[0])
            printer.setDocName("CAPOX Planner")
            painter = QPainter()
            if not painter.begin(printer):
                raise RecordError(self.tr("The printer does not take the page; write the key down by hand."))
            draw_key_page(painter, self._key, printer.resolution() / POINTS_AN_INCH)
            painter.end()
        except RecordError as error:
            self.strip.say("stop", str(error))
        else:
            self.strip.say("ok", self.tr("Sent to {0}. Fetch it now, seal it, lock it away.").format(names[0]))


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecoveryKeyView", text)


def draw_key_page(painter: QPainter, key: str, per_point: float) -> None:
    """The key on a page. per_point: units of the paper in a point."""
    painter.scale(per_point, per_point)
    groups = key.split("-")
    lines = [
        (_tr("Recovery key of the records in CAPOX Planner"), 16, False),
        (_tr("It opens the encrypted records when the passphrase or the computer's keychain is lost."), 10, False),
        (_tr("Whoever has this page and the file can read every record. Seal it and lock it away."), 10, False),
        ("", 10, False),
        *(
            ("   ".join(f"{start + at + 1}: {group}" for at, group in enumerate(groups[start : start + 4])), 15, True)
            for start in (0, 4)
        ),
        ("", 10, False),
        (_tr("Site and date: ______________________________   Sealed by: ______________________________"), 10, False),
    ]
    top = float(MARGIN_PT)
    for words, size, fixed in lines:
        font = QFont(painter.font())
        font.setPixelSize(size)
        painter.setFont(_fixed(font) if fixed else font)
        painter.drawText(QRectF(MARGIN_PT, top, 480, LINE_PT * 1.5), Qt.AlignmentFlag.AlignLeft, words)
        top += LINE_PT * 1.5


def _fixed(font: QFont) -> QFont:
    """The same font with letters of one width."""
    fixed = QFont(font)
    fixed.setStyleHint(QFont.StyleHint.Monospace)
    fixed.setFamilies(["DejaVu Sans Mono", "Consolas", "Menlo", "monospace"])
    return fixed
