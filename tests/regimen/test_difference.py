"""The difference of two regimen files: what it comes to in words, and nothing that differs is left out."""

from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from regimen.difference import difference
from regimen.errors import Refused
from regimen.library import load_profile, load_regimen, shipped_regimens
from regimen.toml_check import parse
from regimen.toml_leaves import exact, leaves, shown
from regimen.toml_write import toml_text

ICI = load_regimen("ici-capox").text
SIGN = "zq{0}zq"  # stands in no file


def said(before: str, after: str) -> list[str]:
    return [f"{one.part} | {one.says}" for one in difference(before, after)]


def changed(*pairs: tuple[str, str], text: str = ICI) -> str:
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def test_scenario_9_once_daily_halves_the_daily_dose() -> None:
    assert said(ICI, changed(("doses_per_day = 2", "doses_per_day = 1"))) == [
        "capecitabine | doses a day: twice daily → once daily: the daily dose halves (2000 → 1000 mg/m² a day)"
    ]


@pytest.mark.parametrize("old, new, words", [
    ("amount = 130", "amount = 65", "oxaliplatin | dose each time: 130 → 65: the daily dose halves"),
    ("amount = 130", "amount = 260", "the daily dose doubles (130 → 260 mg/m² a day)"),
    ("amount = 130", "amount = 85", "the daily dose falls to about 65.4 %"),
    ("amount = 130", "amount = 130.0", "dose each time: 130 → 130.0: the dose of a day and of a cycle stays the same"),
    ("amount = 1000", "amount = 1250", "the daily dose rises to 125 % (2000 → 2500 mg/m² a day)"),
    ("days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]", "days = [1, 2, 3, 4, 5, 6, 7]",
     "capecitabine | cycle days: 1–14 → 1–7: the dose of a cycle halves (28000 → 14000 mg/m² a cycle)"),
    ("cycle_days = 21", "cycle_days = 28", "Phase treatment | length of a cycle in days: 21 → 28"),
])  # fmt: skip
def test_a_changed_dose_is_said_with_what_it_comes_to(old: str, new: str, words: str) -> None:
    (line,) = said(ICI, changed((old, new)))
    assert words in line


def test_changes_that_make_up_for_each_other_are_said_together_first() -> None:
    lines = said(ICI, changed(("doses_per_day = 2", "doses_per_day = 1"), ("amount = 1000", "amount = 2000")))
    assert lines[0] == "capecitabine | together the dose of a day and of a cycle stays the same"
    assert len(lines) == 3 and any("twice daily → once daily" in line for line in lines)


def test_another_unit_is_never_reckoned_over() -> None:
    lines = said(ICI, changed(('amount = 130\nunit = "mg/m2"', 'amount = 130\nunit = "mg"')))
    assert "counted otherwise (mg/m2 → mg)" in lines[0]


def test_a_rule_taken_out_or_put_in_is_told_whole() -> None:
    start = ICI.index("[[change_rule]]")
    without = ICI[:start] + ICI[ICI.index("[[change_rule]]", start + 5) :]
    (gone,), (came,) = said(ICI, without), said(without, ICI)
    assert gone.startswith("Dose-change rule capecitabine-g1 | removed: id capecitabine-g1")
    assert came.startswith("Dose-change rule capecitabine-g1 | added: ")
    content = parse(ICI, "x")["change_rule"][0]  # type: ignore[index]
    for value in content.values():
        assert shown(value, "yes", "no", "nothing") in gone


def test_another_order_of_tables_is_said_and_comments_are_called_comments() -> None:
    start = ICI.index("[[change_rule]]")
    second = ICI.index("[[change_rule]]", start + 5)
    third = ICI.index("[[change_rule]]", second + 5)
    swapped = ICI[:start] + ICI[second:third] + ICI[start:second] + ICI[third:]
    (line,) = said(ICI, swapped)
    assert "order: capecitabine-g1, capecitabine-g2-1" in line
    assert said(ICI, ICI + "# x\n") == [
        "The file | Only comments, spacing or the order of keys differ; no value changes."
    ]
    assert difference(ICI, ICI) == ()


def test_what_looks_alike_and_is_another_kind_is_told_apart() -> None:
    for old, new in (("days = [1]", 'days = ["1"]'), ("planned_cycles = 8", 'planned_cycles = "8"')):
        (line,) = said(ICI, changed((old, new)))
        assert "a text" in line or "str" in line


def test_the_dose_comes_first_and_is_marked() -> None:
    after = changed(("percent = 75", "percent = 50"), ("amount = 130", "amount = 85"), ("title = ", "title = 'x' #"))
    found = difference(ICI, after)
    assert found[0].dose and not found[-1].dose
    assert [one.dose for one in found] == sorted((one.dose for one in found), reverse=True)


def test_no_toml_has_no_difference() -> None:
    with pytest.raises(Refused):
        difference(ICI, "x = ")


def spots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a plain value inside a file, as the container and its key."""
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    for key in keys:
        if isinstance(value[key], dict | list):
            yield from spots(value[key])
        else:
            yield value, key


FILES = {ident: parse(load_regimen(ident).text, ident) for ident in shipped_regimens()}
WHOLE = {ident: toml_text(tree, ident) for ident, tree in FILES.items()}


@settings(max_examples=60, deadline=None)
@given(ident=some.sampled_from(sorted(FILES)), data=some.data())
def test_every_changed_value_is_said(ident: str, data: some.DataObject) -> None:
    """Each value changed gets a sign of its own; each sign has to stand in the difference."""
    tree = deepcopy(FILES[ident])
    all_spots = list(spots(tree))
    chosen = data.draw(some.lists(some.integers(0, len(all_spots) - 1), min_size=1, max_size=4, unique=True))
    for number in chosen:
        table, key = all_spots[number]
        table[key] = SIGN.format(number)
    told = " ".join(said(WHOLE[ident], toml_text(tree, ident)))
    assert [number for number in chosen if SIGN.format(number) not in told] == []


@settings(max_examples=40, deadline=None)
@given(ident=some.sampled_from(sorted(FILES)), data=some.data())
def test_every_value_taken_out_or_put_in_is_said(ident: str, data: some.DataObject) -> None:
    tree = deepcopy(FILES[ident])
    all_spots = [(table, key) for table, key in spots(tree) if isinstance(table, dict)]
    table, key = all_spots[data.draw(some.integers(0, len(all_spots) - 1))]
    value = table.pop(key)
    table["zz_new"] = "zq0zq"
    told = " ".join(said(WHOLE[ident], toml_text(tree, ident)))
    assert shown(value, "yes", "no", "nothing") in told and "zq0zq" in told


@settings(max_examples=40, deadline=None)
@given(ident=some.sampled_from(sorted(FILES)), other=some.sampled_from(sorted(FILES)))
def test_between_any_two_files_every_place_that_differs_is_told_once_or_more(ident: str, other: str) -> None:
    one, two = leaves(FILES[ident]), leaves(FILES[other])
    wanted = {
        place for place in {*one, *two}
        if place[-1] != "(order)" and (place not in one or place not in two
                                       or exact(one[place].value) != exact(two[place].value))
    }  # fmt: skip
    told = {place for each in difference(WHOLE[ident], WHOLE[other]) for place in each.places}
    assert wanted <= told


def test_a_number_written_otherwise_is_another_text_and_said() -> None:
    assert exact(1) != exact(Decimal("1.0")) != exact("1.0") and exact(True) != exact(1)


def test_practice_profiles_are_compared_by_the_same_rule() -> None:
    text = load_profile("us").text
    (line,) = said(text, changed(("oral = 5", "oral = 6"), text=text))
    assert "largest rounding error of tablets in %: 5 → 6" in line
