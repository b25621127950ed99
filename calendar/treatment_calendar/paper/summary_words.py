"""Words, dates and numbers of the treatment summary."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from treatment_calendar.paper.clinic_text import StaffText
from treatment_calendar.paper.text import clean
from treatment_calendar.paper.treatment_summary_request import TreatmentSummaryRequest
from treatment_calendar.paper.wording import Words, words_of

SIZE = 9.5
MOST_TEXT = 600
_words = StaffText("treatment_summary")
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """English for staff, dates and thousands in the practice's style."""

    patient: Words

    def __call__(self, key: str, **values: object) -> str:
        return _words(key, **values)

    def date_text(self, day: date) -> str:
        return self.patient.date_text(day)

    def partial(self, text: str) -> str:
        """A date of which only month or year may be known; anything else as it stands."""
        found = _PARTIAL.fullmatch(text)
        if found is None:
            return self.user(text)
        year, month, day = found.groups()
        if day is not None:
            return self.date_text(date.fromisoformat(text))
        return f"{self.patient.item('date.months', int(month) - 1)} {year}" if month else year

    def moment(self, at: datetime) -> str:
        zone = f" (UTC{at:%z})" if at.tzinfo else ""
        return self.patient("date.at", date=self.date_text(at.date()), time=f"{at:%H:%M}") + zone

    def rounded(self, value: Decimal, places: str) -> str:
        """For reading, half up; sums were made exactly before."""
        return self.patient.number(value.quantize(Decimal(places), ROUND_HALF_UP))

    def user(self, text: str) -> str:
        """A text from a keyboard; what is left out of it is said."""
        shown = clean(text.strip() or "-", MOST_TEXT)
        return f"{shown.text} {self.patient('header.shortened')}" if shown.shortened else shown.text

    def listed(self, texts: Iterable[str]) -> str:
        return ", ".join(self.user(text) for text in texts)


def summary_words(request: TreatmentSummaryRequest) -> SummaryWords:
    """Words in the styles of one request."""
    return SummaryWords(words_of("en", request.date_style, request.number_style))
