"""What a file leaves open, as lists to choose from: letters, sign between cells, sheet, dates, decimals."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.outcomes.flow_row import FlowRow
from gui.theme.metrics import em, px
from gui.widgets.card import Muted
from gui.widgets.combo import ComboField

if TYPE_CHECKING:
    from gui.exchange.import_job import Opened
    from records.imports.source import HowToRead, Source
    from records.imports.styles import Asked, DateStyle, NumberStyle, Styles
    from records.imports.text_table import Delimiter, Encoding


def tr(text: str) -> str:
    """Translate in the context of the Import page."""
    return QCoreApplication.translate("ImportPage", text)


class ImportQuestions(QWidget):
    """`how_changed()`: the table has to be read anew; `styles_changed()`: only its cells."""

    how_changed = Signal()
    styles_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import_questions")
        self.setProperty("role", "clear")
        self.encoding = ComboField(
            tr("Letters"), [("utf-8", "UTF-8"), ("cp1252", tr("Windows-1252 (Western Europe)"))],
            placeholder=tr("not UTF-8: choose"), name="import_encoding",
        )  # fmt: skip
        self.delimiter = ComboField(
            tr("Between cells"), [(",", tr("comma")), (";", tr("semicolon")), ("\t", tr("tab"))],
            name="import_delimiter",
        )  # fmt: skip
        self.sheet = ComboField(tr("Sheet"), name="import_sheet")
        self.dates = ComboField(
            tr("Dates in digits"),
            [("dmy", tr("day first: 03/04 is 3 April")), ("mdy", tr("month first: 03/04 is 4 March"))],
            placeholder=tr("can be read two ways: choose"), name="import_dates",
        )  # fmt: skip
        self.numbers = ComboField(
            tr("Decimals"), [("point", tr("with a point: 58.4")), ("comma", tr("with a comma: 58,4"))],
            placeholder=tr("can be read two ways: choose"), name="import_numbers",
        )  # fmt: skip
        self.hidden = Muted("", small=True)
        self.hidden.setObjectName("import_hidden")
        row = FlowRow()
        for field in (self.encoding, self.delimiter, self.sheet, self.dates, self.numbers):
            field.setFixedWidth(em(17))
            row.add(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(row)
        column.addWidget(self.hidden)
        for field in (self.encoding, self.delimiter, self.sheet):
            field.chosen.connect(lambda _value: self.how_changed.emit())
        for field in (self.dates, self.numbers):
            field.chosen.connect(lambda _value: self.styles_changed.emit())

    def show_file(self, opened: "Opened") -> None:
        """What this form of file can be asked; what was guessed is chosen and can be changed."""
        source, how = opened.source, opened.how
        for field in (self.encoding, self.delimiter):
            field.setVisible(source.form == "csv")
        self.sheet.setVisible(source.form == "xlsx" and len(source.sheets) > 1)
        for field in (self.encoding, self.delimiter, self.sheet, self.dates, self.numbers):
            field.blockSignals(True)
        self.encoding.choose(how.encoding)
        self.delimiter.choose(how.delimiter)
        self.sheet.set_choices([(name, name) for name in source.sheets])
        self.sheet.choose(how.sheet)
        for field in (self.dates, self.numbers):
            field.choose(None)
            field.setVisible(False)
        for field in (self.encoding, self.delimiter, self.sheet, self.dates, self.numbers):
            field.blockSignals(False)
        names = ", ".join(source.hidden)
        self.hidden.setText(tr("Hidden sheets, which are not read: {0}").format(names) if names else "")
        self.hidden.setVisible(bool(names))

    def show_asked(self, asked: "Asked | None") -> None:
        """Dates and decimals where the file leaves them open; what its cells speak for is chosen."""
        for field, needed, likely in (
            (self.dates, asked is not None and asked.dates, None if asked is None else asked.likely.dates),
            (self.numbers, asked is not None and asked.numbers, None if asked is None else asked.likely.numbers),
        ):
            field.setVisible(needed)
            if needed and field.value() is None and likely is not None:
                field.blockSignals(True)
                field.choose(likely)
                field.blockSignals(False)

    def how(self, source: "Source") -> "HowToRead":
        """How the table is to be read."""
        from records.imports.source import HowToRead

        delimiter = cast("Delimiter", self.delimiter.value() or ",")
        if source.form == "xlsx":
            return HowToRead("utf-8", ",", self.sheet.value() or "")
        return HowToRead(cast("Encoding | None", self.encoding.value()), delimiter)

    def styles(self) -> "Styles":
        """How dates and numbers are to be read, as far as somebody said."""
        from records.imports.styles import Styles

        return Styles(cast("DateStyle | None", self.dates.value()), cast("NumberStyle | None", self.numbers.value()))
