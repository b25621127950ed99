"""Notes on dates, in words that stand in assets/notes."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache

from regimen.library import ASSETS
from treatment_calendar.course import Note

_FOLDER = ASSETS / "notes"


@cache
def _file(language: str) -> Mapping[str, Mapping[str, object]]:
    with (_FOLDER / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def languages() -> tuple[str, ...]:
    """The languages with words for notes."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def words(key: str, section: str = "words", language: str = "en", /, **params: object) -> str:
    """One text of assets/notes with its parameters filled in; KeyError when there is none."""
    template = _file(language)[section][key]
    assert isinstance(template, str)
    return template.format(**{name: _said(value, language) for name, value in params.items()})


def _said(value: object, language: str) -> object:
    """A date with its month in words, which nobody reads as another day."""
    if not isinstance(value, date):
        return value
    said = _file(language)["words"]
    months, form = said["months"], said["date"]
    assert isinstance(months, list) and isinstance(form, str)
    return form.format(day=value.day, month=months[value.month - 1], year=value.year)


def weekday(on: date, language: str = "en") -> str:
    """Name of the weekday."""
    names = _file(language)["words"]["weekdays"]
    assert isinstance(names, list)
    return str(names[on.weekday()])


def note(on: date, kind: str, cycle: int | None, /, **params: object) -> Note:
    """A note with its English words; params are kept for other languages."""
    exact = {name: str(value) for name, value in params.items()}
    return Note(on, kind, words(kind, "note", **params), cycle, exact)
