"""Whatever is done to a file, reading it answers or refuses: no other error ever leaves a reader."""

import tomllib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regimen import library
from regimen.errors import Refused
from regimen.practice_reader import overlay_profile, read_profile, read_table
from regimen.reader import read_regimen
from regimen.reference import read_allergy_classes, read_diluents, read_interactions
from regimen.toml_write import toml_text

Reader = Callable[[str, str], object]
FILES: dict[str, tuple[Reader, str]] = {
    "gc-durvalumab.toml": (read_regimen, library.load_regimen("gc-durvalumab").text),
    "ici-capox.toml": (read_regimen, library.load_regimen("ici-capox").text),
    "us.toml": (read_profile, library.load_profile("us").text),
    "eu_1000.toml": (read_table, library.read_text(library.ASSETS / "tables" / "eu_1000.toml")),
    "diluents.toml": (read_diluents, library.read_text(library.ASSETS / "diluents.toml")),
    "allergies.toml": (read_allergy_classes, library.read_text(library.ASSETS / "allergies.toml")),
    "interactions.toml": (read_interactions, library.read_text(library.ASSETS / "interactions.toml")),
}
TREES = {name: tomllib.loads(text, parse_float=Decimal) for name, (_, text) in FILES.items()}
PIECES = st.sampled_from(
    [
        "",
        "nan",
        "-inf",
        "1e99",
        "1.1e9999999",
        "-1",
        "0",
        "1.5",
        "true",
        '"x"',
        "[]",
        "{}",
        "[[drug]]\n",
        "[a]\n",
        "\n",
        '"',
        "=",
        "9" * 40,
    ]
) | st.text(max_size=6)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**6), max_value=10**12),
    st.text(max_size=8),
    st.dates(),
    st.lists(st.integers(-3, 40), max_size=4),
    st.lists(st.dictionaries(st.sampled_from(["id", "name", "x"]), st.text(max_size=3), max_size=2), max_size=2),
    st.dictionaries(st.text(max_size=4), st.integers(), max_size=2),
)


def read_or_refuse(name: str, text: str) -> None:
    reader, _ = FILES[name]
    try:
        reader(text, name)
    except Refused as refused:
        assert refused.refusals
        for refusal in refused.refusals:
            assert refusal.reason.startswith(f"{name}: ") and refusal.reason.endswith(".")
            assert "\n" not in refusal.reason


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=120)
@given(data=st.data())
def test_a_file_with_a_piece_of_its_text_replaced_is_read_or_refused(name: str, data: st.DataObject) -> None:
    text = FILES[name][1]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        text = text[:start] + data.draw(PIECES) + text[end:]
    read_or_refuse(name, text)


def places(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value in a tree of tables and lists."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path, *(place for key, value in inner for place in places(value, (*path, key)))]


PLACES = {name: places(tree)[1:] for name, tree in TREES.items()}


def replaced(tree: Any, path: tuple[Any, ...], value: object) -> Any:
    """A copy of the tree with one value replaced, or removed where the new value is None."""
    key, *rest = path
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    if rest:
        copy[key] = replaced(copy[key], tuple(rest), value)
    elif value is None:
        del copy[key]
    else:
        copy[key] = value
    return copy


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=150)
@given(data=st.data())
def test_a_file_with_one_value_replaced_is_read_or_refused(name: str, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(PLACES[name]))
    tree = replaced(TREES[name], place, data.draw(VALUES))
    read_or_refuse(name, toml_text(tree, name))


@given(
    site=st.dictionaries(
        st.sampled_from(["policy", "fever", "id", "region", "colour", "limit_sets"]),
        st.dictionaries(
            st.sampled_from(["tablets_mg", "bsa_cap_m2", "vials_mg", "share_vials", "default", "x"]), VALUES, max_size=3
        )
        | VALUES,
        max_size=3,
    )
)
def test_site_settings_are_laid_over_or_refused(site: dict[str, object]) -> None:
    try:
        overlay_profile(library.load_profile("us"), site)
    except Refused as refused:
        assert all(refusal.reason.startswith("site settings: ") for refusal in refused.refusals)


@given(text=st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for name in FILES:
        read_or_refuse(name, text)
