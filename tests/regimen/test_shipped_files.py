"""The files that ship are known by their hashes: one changed on disk is refused; a copy has a name of its own."""

import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from regimen import library
from regimen.errors import Refused
from regimen.own_file import copied, head_words
from regimen.reader import read_regimen
from regimen.selftest import run
from regimen.shipped_hashes import SHIPPED
from regimen.toml_check import parse
from regimen.toml_write import toml_text
from tools.write_shipped_hashes import shipped_hashes

MODULE = Path(library.__file__).parent / "shipped_hashes.py"


@pytest.fixture
def assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the assets that somebody may change; what was read before is forgotten, and afterwards as well."""
    shutil.copytree(library.ASSETS, tmp_path / "assets", ignore=shutil.ignore_patterns("fonts"))
    monkeypatch.setattr(library, "ASSETS", tmp_path / "assets")
    cached = (library.load_regimen, library._shipped_profile, library.load_table, library.shipped_regimens)
    for each in cached:
        each.cache_clear()
    yield tmp_path / "assets"
    for each in cached:
        each.cache_clear()


def test_the_list_of_hashes_is_that_of_the_files() -> None:
    """After a file was changed on purpose: python -m tools.write_shipped_hashes."""
    assert MODULE.read_text(encoding="utf-8") == shipped_hashes()
    files = {f"{path.parent.name}/{path.name}" for folder in ("regimens", "practices", "tables", "supportive")
             for path in (library.ASSETS / folder).iterdir()}  # fmt: skip
    assert files == set(SHIPPED)


def test_a_regimen_changed_on_disk_is_refused(assets: Path) -> None:
    path = assets / "regimens" / "ici-capox.toml"
    path.write_bytes(path.read_bytes().replace(b"amount = 130", b"amount = 150"))
    with pytest.raises(Refused, match=r"ici-capox\.toml: this file is not the one the program came with"):
        library.load_regimen("ici-capox")
    assert library.load_regimen("capox").id == "capox"


def test_a_profile_or_table_changed_on_disk_is_refused(assets: Path) -> None:
    for name, load in (("practices/us.toml", library.load_profile), ("tables/eu_1000.toml", library.load_table)):
        path = assets / name
        path.write_bytes(path.read_bytes() + b"\n")
        with pytest.raises(Refused, match="somebody changed it"):
            load(path.stem)


def test_a_regimen_laid_into_the_folder_is_refused(assets: Path) -> None:
    text = copied(library.read_text(assets / "regimens" / "capox.toml"), "capox-mine", "1")
    (assets / "regimens" / "capox-mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match="not the one the program came with"):
        library.load_regimen("capox-mine")


@pytest.mark.parametrize("ident", library.shipped_regimens())
def test_each_shipped_regimen_can_be_copied_under_another_name(ident: str) -> None:
    text = copied(library.load_regimen(ident).text, "own", 'Ä "1"')
    own = read_regimen(text, "own.toml")
    assert (own.id, own.version) == ("own", 'Ä "1"') == head_words(text)
    assert own.drugs == library.load_regimen(ident).drugs


@pytest.mark.parametrize("text", ['schema = 1\nversion = "1"\n', 'id = "a"\nid = "b"\nversion = "1"', "[head]\nid = 1"])
def test_a_head_that_cannot_be_rewritten_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        copied(text, "own", "1")
    assert head_words(text) in (("", ""), ("", "1"))


def test_a_key_inside_another_table_is_not_taken_for_the_heads() -> None:
    text = 'id = "a" # mine\nversion = \'1\'\n[[drug]]\nid = "a"\nversion = "1"\n'
    assert copied(text, "b", "2") == 'id = "b" # mine\nversion = "2"\n[[drug]]\nid = "a"\nversion = "1"\n'


@pytest.mark.parametrize("ident", ["capox", "ici-capox"])
def test_a_changed_level_or_number_of_doses_of_any_drug_fails_the_files_own_examples(ident: str) -> None:
    """Each drug in turn gets twice its level, tablets are taken once daily; the examples have to notice."""
    tree: dict[str, Any] = parse(library.load_regimen(ident).text, ident)
    unnoticed = []
    for number, drug in enumerate(tree["drug"]):
        for key in ("amount", "doses_per_day") if drug["route"] == "po" else ("amount",):
            changed = deepcopy(tree)
            entry = changed["drug"][number]
            if key == "doses_per_day":
                entry[key] = 1
            else:
                entry["dose"]["amount"] *= 2
                if "ladder" in entry["dose"]:
                    entry["dose"]["ladder"][0] *= 2
            results = run(read_regimen(toml_text(changed, ident), ident))
            if all(result.passed for result in results):
                unnoticed.append((drug["name"], key, drug.get("when")))
    assert unnoticed == []
