"""The words of the pages, read from assets/wording: one TOML file a language, the same keys in each."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from regimen.errors import refuse
from treatment_calendar.paper.fonts import assets_folder
from treatment_calendar.paper.text import keep

DateStyle = Literal["mdy", "dmy", "ymd"]
NumberStyle = Literal["comma", "thin_space"]
DateForm = Literal["", "weekday_", "short_", "cell_"]


@dataclass(frozen=True, slots=True)
class Words:
    """The wording of one language with a practice's date and number style.

    known  dates and numbers said before: the same few stand in every cell of a course
    """

    language: str
    tables: Mapping[str, Mapping[str, object]]
    date_style: DateStyle
    number_style: NumberStyle
    known: dict[tuple[str, date | Decimal | int], str] = field(default_factory=dict, compare=False, repr=False)

    def __call__(self, key: str, **values: object) -> str:
        """The text of `section.key` with its {placeholders} filled; values are never read as templates."""
        section, _, name = key.partition(".")
        template = self.tables[section][name]
        if not isinstance(template, str):
            raise TypeError(f"{key} of the wording {self.language} is not one text")
        if not values and "{" not in template and "}" not in template:
            return template
        return template.format_map({name: str(value) for name, value in values.items()})

    def items(self, key: str, **values: object) -> tuple[str, ...]:
        """The texts of a list."""
        filled = {name: str(value) for name, value in values.items()}
        return tuple(str(template).format_map(filled) for template in self._templates(key))

    def item(self, key: str, number: int) -> str:
        """One text of a list, the first is 0."""
        return str(self._templates(key)[number]).format_map({})

    def _templates(self, key: str) -> Sequence[object]:
        section, _, name = key.partition(".")
        templates = self.tables[section][name]
        if not isinstance(templates, list):
            raise TypeError(f"{key} of the wording {self.language} is not a list")
        return templates

    def has(self, key: str) -> bool:
        """Whether `section.key` exists."""
        section, _, name = key.partition(".")
        return name in self.tables.get(section, {})

    def drug(self, name: str) -> str:
        """A medicine's name in the language; a name the wording does not know stays as it is."""
        known = self.tables["drug"].get(name.lower())
        return keep(known) if isinstance(known, str) else name

    def dose(self, text: str) -> str:
        """A dose that a regimen file gives in words, in the language; one the wording does not know stays as it is."""
        known = self.tables["dose"].get(text)
        return known if isinstance(known, str) else text

    def date_text(self, day: date, form: DateForm = "") -> str:
        """A date with its month in words: plain, with weekday, short with weekday, or without year for a cell."""
        said = self.known.get((form, day))
        return self._remember(form, day, self._date_text(day, form)) if said is None else said

    def _remember(self, form: str, value: date | Decimal | int, text: str) -> str:
        if len(self.known) >= MOST_KNOWN:
            self.known.clear()
        self.known[form, value] = text
        return text

    def _date_text(self, day: date, form: DateForm) -> str:
        text = self(
            f"date.{form}{self.date_style}",
            day=day.day,
            month=self.item("date.months", day.month - 1),
            short_month=self.item("date.short_months", day.month - 1),
            year=day.year,
            weekday=self.weekday(day),
            short_weekday=self.item("date.short_weekdays", day.weekday()),
        )
        return text if form == "weekday_" else keep(text)

    def weekday(self, day: date) -> str:
        """The weekday's whole name."""
        return self.item("date.weekdays", day.weekday())

    def range(self, first: date, last: date) -> str:
        """Two dates as a range in words, never with a dash."""
        return self("date.range", first=self.date_text(first), last=self.date_text(last))

    def number(self, value: Decimal | int) -> str:
        """A number without exponent or trailing zeros, thousands apart by the practice's sign.

        Where a language writes decimals with a comma, its wording keeps thousands apart by a space in every style.
        """
        said = self.known.get(("number", value))
        return self._remember("number", value, self._number(value)) if said is None else said

    def _number(self, value: Decimal | int) -> str:
        text = f"{Decimal(value):f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        if text == "-0":
            text = "0"
        whole, point, rest = text.partition(".")
        sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
        groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]
        return sign + self(f"number.{self.number_style}").join(reversed(groups)) + (point and self.decimal) + rest

    @property
    def decimal(self) -> str:
        """The sign in front of decimals; pages for staff, in English, have a point."""
        return self("number.decimal") if self.has("number.decimal") else "."


#: Of dates and numbers said before; more than a long day of printing has.
MOST_KNOWN = 10_000


@cache
def languages() -> tuple[str, ...]:
    """Languages with a wording file, English first."""
    found = sorted(path.stem for path in (assets_folder() / "wording").glob("*.toml"))
    return tuple(sorted(found, key=lambda language: language != "en"))


@cache
def _file(name: str) -> Mapping[str, object]:
    return tomllib.loads((assets_folder() / "wording" / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _tables(name: str) -> Mapping[str, Mapping[str, object]]:
    return {section: table for section, table in _file(name).items() if isinstance(table, dict)}


def language_name(language: str) -> str:
    """How the language calls itself; a language without a file is refused."""
    return str(_file(_known(language))["name"])


def _known(language: str) -> str:
    if language not in languages():
        raise refuse(
            "language", f"There is no wording for the language {language!r}; there is {', '.join(languages())}."
        )
    return language


@cache
def words_of(language: str, date_style: DateStyle, number_style: NumberStyle) -> Words:
    """The wording of a language; a language without a file is refused."""
    return Words(language, _tables(_known(language)), date_style, number_style)


@cache
def staff_wording(date_style: DateStyle, number_style: NumberStyle) -> Words:
    """The words of the staff sheet, in English."""
    return Words("en", _tables("staff/en"), date_style, number_style)
