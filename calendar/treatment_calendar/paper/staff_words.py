"""Words, numbers and small paragraphs of the staff sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from treatment_calendar.paper.block import Mark, Para
from treatment_calendar.paper.fonts import Face
from treatment_calendar.paper.request import StaffSheetRequest
from treatment_calendar.paper.sheet import BLACK, MUTED
from treatment_calendar.paper.text import Clean, clean
from treatment_calendar.paper.wording import DateForm, Words, staff_wording, words_of

SIZE = 9.5  # staff read it at a desk; the patient's pages have their own sizes
MOST_TEXT = 400


@dataclass(frozen=True, slots=True)
class StaffWords:
    """The staff wording in English, with the patient wording for dates and footers."""

    staff: Words
    patient: Words

    def __call__(self, key: str, **values: object) -> str:
        return self.staff(f"staff.{key}", **values)

    def date_text(self, day: date, form: DateForm = "") -> str:
        return self.patient.date_text(day, form)

    def number(self, value: Decimal | int) -> str:
        return self.patient.number(value)

    def rounded(self, value: Decimal, places: str) -> str:
        """A number at a step (`"0.01"`), half up, for reading; the proof holds the full precision."""
        return self.number(value.quantize(Decimal(places), ROUND_HALF_UP))

    def signed(self, percent: Decimal) -> str:
        """A percent with its sign, to one place."""
        shown = self.rounded(percent, "0.1")
        return f"+{shown}" if percent > 0 and shown != "0" else shown

    def shortened(self, text: Clean) -> str:
        return f"{text.text} {self('shortened')}" if text.shortened else text.text

    def user(self, text: str) -> str:
        """A text from a keyboard."""
        return self.shortened(clean(text.strip(), MOST_TEXT))

    def listed(self, texts: Iterable[str]) -> str:
        shown = [self.user(text) for text in texts]
        return ", ".join(shown) if shown else self("none_entered")

    def tablets(self, tablets: Mapping[Decimal, int], key: str = "vial") -> str:
        parts = [
            self(key, count=tablets[strength], size=self.number(strength), strength=self.number(strength))
            for strength in sorted(tablets, reverse=True)
            if tablets[strength]
        ]
        return " + ".join(parts) or self("plan_none")

    def dated(self, value: str, day: date | None) -> str:
        """A measured value with its date."""
        return self("of", value=value, date=self.date_text(day)) if day else self("undated", value=value)


def staff_words(request: StaffSheetRequest) -> StaffWords:
    """Words with the practice's date and number style."""
    profile = request.profile
    styles = (profile.date_style, profile.number_style)
    return StaffWords(staff_wording(*styles), words_of("en", *styles))


def para(text: str, face: Face = "regular", mark: Mark = "", indent: float = 0.0, muted: bool = False) -> Para:
    """A paragraph of the staff sheet."""
    return Para(text, SIZE, face, mark, indent, 0.0, "left", MUTED if muted else BLACK, small=True)
