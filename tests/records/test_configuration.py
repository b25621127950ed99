"""capox.toml: the first place that says something wins, and a file that says something odd opens nothing."""

import sys
from pathlib import Path

import pytest

from records.errors import StoreUnavailable
from records.keeping import configuration, places


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("CAPOX_DATABASE", "CAPOX_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("CAPOX_DATA_DIR", str(tmp_path / "data"))


def bundle(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """As if the program ran from a bundle in this folder."""
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "capox-planner"))
    return folder


def test_the_environment_goes_before_the_data_folder_and_that_before_the_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = bundle(monkeypatch, tmp_path / "program")
    assert places.chosen_database() == ""
    (program / "capox.toml").write_text('database = "beside.db"\n')
    assert places.chosen_database() == "beside.db"
    (tmp_path / "data" / "capox.toml").write_text('database = " in-data.db "\n')
    assert places.chosen_database() == "in-data.db"
    named = tmp_path / "named.toml"
    named.write_text('database = "named.db"\nkiosk = true\n')
    monkeypatch.setenv("CAPOX_CONFIG", str(named))
    assert places.chosen_database() == "named.db" and places.kiosk()
    monkeypatch.setenv("CAPOX_DATABASE", "postgresql://capox@server/capox")
    assert places.chosen_database() == "postgresql://capox@server/capox"


def test_a_bundle_with_a_data_folder_beside_it_keeps_its_records_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = bundle(monkeypatch, tmp_path / "stick")
    assert places.data_folder() == tmp_path / "data"
    monkeypatch.delenv("CAPOX_DATA_DIR")
    (program / "capox-data").mkdir()
    assert places.data_folder() == program / "capox-data"
    (program / "capox.toml").write_text(f'data_folder = "{(tmp_path / "chosen").as_posix()}"\n')
    assert places.data_folder() == tmp_path / "chosen" and (tmp_path / "chosen").is_dir()


@pytest.mark.parametrize(("text", "words"), [
    ("databse = 'x'", "'databse' in capox.toml in the data folder is not known"),
    ("database = 5", "'database' in capox.toml in the data folder is no text"),
    ("database = ''", "is no text"),
    ("kiosk = 'yes'", "'kiosk' in capox.toml in the data folder is neither true nor false"),
    ("database = ", "capox.toml in the data folder cannot be read"),
    ("data_folder = 'elsewhere'", "cannot say where the data folder is"),
])  # fmt: skip
def test_an_odd_line_opens_nothing_and_says_where_it_stands(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "data" / "capox.toml").write_text(text)
    with pytest.raises(StoreUnavailable, match="nothing was opened") as refused:
        places.chosen_database()
    assert words in str(refused.value)


def test_a_named_file_that_is_missing_opens_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CAPOX_CONFIG", str(tmp_path / "missing.toml"))
    with pytest.raises(StoreUnavailable, match="cannot be read"):
        places.kiosk()
    assert configuration.portable_folder() is None
