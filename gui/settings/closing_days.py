"""Days the site is closed, beside public holidays: added one by one, each read strictly and shown with its weekday."""

from datetime import date

from PySide6.QtWidgets import QWidget

from gui.widgets.date_rule import Style, read_date
from gui.widgets.dates import shown_date
from gui.widgets.word_list import WordList


class ClosingDays(WordList):
    """A list of dates. What cannot be read stays as typed and is refused beside the field."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(
            "",
            limit=32,
            placeholder="2026-12-24",
            name="settings_closing_days",
            parent=parent,
        )
        self._style: Style = style
        self.set_label(self.tr("Days the site is closed"))
        self.set_hint(self.tr("Marked on plans and calendars; nothing is moved because of them."))
        self.changed.connect(self._judge)

    def set_days(self, days: tuple[date, ...]) -> None:
        """Show stored days."""
        self.set_words([shown_date(day) for day in sorted(days)])

    def days(self) -> tuple[date, ...]:
        """Every day that could be read, in order."""
        found = (read_date(word, self._style) for word in self.words())
        return tuple(sorted({day for day in found if isinstance(day, date)}))

    def ask_for(self) -> bool:
        """True when every word is a date."""
        self._judge()
        return not self._refusal

    def _judge(self) -> None:
        wrong = [(word, read) for word in self.words() if isinstance(read := read_date(word, self._style), str)]
        self._refusal = f"{wrong[0][0]}: {wrong[0][1]}" if wrong else ""
        self.update_message()
