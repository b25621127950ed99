"""The line of a place in a TOML text, for the one who edits it."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as some

from regimen.errors import Refused
from regimen.library import load_profile, load_regimen, shipped_regimens
from regimen.reader import read_regimen
from regimen.toml_check import parse
from regimen.toml_lines import line_of, places

TEXTS = {ident: load_regimen(ident).text for ident in shipped_regimens()} | {"us": load_profile("us").text}


def keys_of(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Each key of a file with its place as the readers name it; tables written in one line left out."""
    if isinstance(value, dict):
        for key, each in value.items():
            here = f"{place}.{key}" if place else key
            yield here, key
            yield from keys_of(each, here)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from keys_of(each, f"{place}[{number}]")


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_each_key_of_each_shipped_file_is_found_on_its_line(name: str) -> None:
    lines = TEXTS[name].split("\n")
    wrong = []
    for place, key in keys_of(parse(TEXTS[name], name), ""):
        line = lines[line_of(TEXTS[name], place) - 1]
        if not re.search(rf"(^|[\[.{{, \"]){re.escape(key)}\"?(\s*=|\]|\.)", line):
            wrong.append((place, line))
    assert wrong == []


def test_the_reason_why_a_file_is_refused_has_its_line() -> None:
    text = TEXTS["capox"].replace("doses_per_day = 2", "doses_per_day = 9")
    with pytest.raises(Refused) as caught:
        read_regimen(text, "capox.toml")
    (refusal,) = caught.value.refusals
    assert text.split("\n")[line_of(text, refusal.field, refusal.reason) - 1] == "doses_per_day = 9"


def test_a_missing_key_is_shown_at_its_table_and_a_wrong_sign_on_its_own_line() -> None:
    text = TEXTS["capox"].replace("doses_per_day = 2\n", "")
    with pytest.raises(Refused) as caught:
        read_regimen(text, "capox.toml")
    line = line_of(text, caught.value.refusals[0].field)
    assert text.split("\n")[line - 1] == "[[drug]]" and 'name = "capecitabine"' in text.split("\n")[line]
    broken = 'a = 1\nb = "two\nc = 3\n'
    with pytest.raises(Refused) as caught:
        parse(broken, "x")
    assert line_of(broken, "", str(caught.value)) == 2
    assert line_of("a = [1,\n2", "", "x (at end of document).") == 2


def test_brackets_quotes_and_hashes_inside_values_do_not_lead_astray() -> None:
    text = 'a = """\n[[drug]]\nb = 1\n"""\nlist = [\n  "x]", # ]\n  [1,\n 2],\n]\n[[drug]]\n"b.c" = "[#"\nd.e = 1\n'
    assert dict(places(text)) == {
        "a": 1,
        "list": 5,
        "drug": 10,
        "drug[0]": 10,
        "drug[0].b.c": 11,
        "drug[0].d": 12,
        "drug[0].d.e": 12,
    }


@given(some.text(alphabet="ab=[]{}\"'#.\n \\1", max_size=60), some.text(alphabet="ab.[]01", max_size=12))
def test_any_text_has_an_answer_inside_it(text: str, place: str) -> None:
    assert 1 <= line_of(text, place) <= max(len(text.split("\n")), 1)
