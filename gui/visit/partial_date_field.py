"""A date of which only the month or the year may be known: 2026, 2026-03 or a whole date."""

import re

from gui.widgets.date_field import DateField

PARTIAL = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2]))?", re.ASCII)


class PartialDateField(DateField):
    """As a date field, and a year or a year with its month stands as it is."""

    def _judge(self, text: str) -> None:
        typed = text.strip()
        if not PARTIAL.fullmatch(typed):
            super()._judge(text)
            return
        latest = self._latest.isoformat() if self._latest is not None else ""
        self._value, self._refusal, self._understood = None, "", ""
        if latest and typed > latest[: len(typed)]:
            self._refusal = self.tr("{0} lies ahead.").format(typed)
        else:
            self._understood = self.tr("{0}, the day not known").format(typed)
        self.update_message()
