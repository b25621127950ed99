"""The words of notes: the same keys and names in every language, and every kind has words."""

import ast
import string
import tomllib
from datetime import date
from pathlib import Path

import pytest

from treatment_calendar.notes import languages, note, weekday, words


def tables(folder: Path, language: str) -> dict[str, dict[str, object]]:
    return tomllib.loads((folder / "assets" / "notes" / f"{language}.toml").read_text(encoding="utf-8"))


def names_in(template: object) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(str(template)) if name}


def test_english_and_chinese_are_there() -> None:
    assert {"en", "zh"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_words_with_the_same_names(project_folder: Path, language: str) -> None:
    english, other = tables(project_folder, "en"), tables(project_folder, language)
    assert {section: list(texts) for section, texts in other.items()} == {
        section: list(texts) for section, texts in english.items()
    }
    for section, texts in english.items():
        for key, text in texts.items():
            assert names_in(other[section][key]) <= names_in(text), f"{section}.{key}"


def test_every_kind_of_note_that_is_made_has_words(project_folder: Path) -> None:
    kinds: set[str] = set()
    for path in (project_folder / "calendar" / "treatment_calendar").glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "note":
                kinds |= {n.value for n in ast.walk(call.args[1]) if isinstance(n, ast.Constant) and n.value}
    assert kinds == set(tables(project_folder, "en")["note"])


def test_user_text_in_a_note_is_never_read_as_a_template() -> None:
    said = note(date(2026, 3, 2), "delay", 2, cycle=2, days=7, reason="{drug} {0} %s")
    assert said.text == "cycle 2 put off by 7 days: {drug} {0} %s"
    assert said.params["reason"] == "{drug} {0} %s"


def test_a_weekday_has_its_name_in_the_language() -> None:
    assert (weekday(date(2026, 3, 2)), weekday(date(2026, 3, 2), "zh")) == ("Monday", "星期一")
    assert words("until_notice", "words", "zh") == "直至另行通知"


def test_a_day_in_a_note_has_its_month_in_words_and_stays_exact_beside_it() -> None:
    made = note(date(2026, 3, 2), "stop", None, drug="oxaliplatin", start=date(2026, 4, 13))
    assert made.text == "oxaliplatin stopped from 13 Apr 2026"
    assert made.params["start"] == "2026-04-13"
    assert words("until_date", "words", "zh", end=date(2026, 4, 13)).find("2026年4月13日") >= 0
