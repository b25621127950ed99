"""The program's own regimens, practice profiles, tables and lists, read from assets when first asked for.

A regimen, profile or table whose text is not the one this program was made with is refused: somebody changed it.
"""

import hashlib
from functools import cache
from pathlib import Path

from regimen.analytes import Analyte
from regimen.analytes import analytes as read_analytes
from regimen.definition import Regimen
from regimen.errors import refuse
from regimen.practice import CapecitabineTable, Profile
from regimen.practice_reader import read_profile, read_table
from regimen.reader import read_regimen
from regimen.reference import (
    AllergyClass,
    Diluent,
    Interaction,
    read_allergy_classes,
    read_diluents,
    read_interactions,
)
from regimen.shipped_hashes import SHIPPED
from regimen.toml_check import MOST_BYTES

SUPPORTIVE_BASE = "own-set.toml"
ASSETS = Path(__file__).parent.parent / "assets"


def read_text(path: Path) -> str:
    """A file's exact text, line ends included, so that its hash is the file's own.

    raises  Refused when it cannot be read, is too long or is not UTF-8
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise refuse("", f"{path.name}: the file cannot be read ({error.strerror}).") from None
    if len(content) > MOST_BYTES:
        raise refuse("", f"{path.name}: the file is too long; at most {MOST_BYTES // 1000} kB are read.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise refuse("", f"{path.name}: this is not readable text (UTF-8).") from None


def is_shipped(sha256: str, folder: str = "regimens") -> bool:
    """Whether a hash is that of a file of ours, in assets/regimens, practices or tables, as this program was made."""
    return any(name.startswith(f"{folder}/") and known == sha256 for name, known in SHIPPED.items())


def _shipped_text(folder: str, name: str) -> str:
    """The text of a file of ours. Raises Refused when it is not the one this program was made with."""
    text = read_text(ASSETS / folder / name)
    if hashlib.sha256(text.encode()).hexdigest() != SHIPPED.get(f"{folder}/{name}"):
        raise refuse(
            "",
            f"{name}: this file is not the one the program came with; somebody changed it, so it is not used. "
            "Put the program's own file back; a change of one's own belongs into a copy that is approved.",
        )
    return text


def _ids(folder: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (ASSETS / folder).glob("*.toml")))


@cache
def shipped_regimens() -> tuple[str, ...]:
    """The ids of the regimen files that come with the program."""
    return _ids("regimens")


@cache
def shipped_profiles() -> tuple[str, ...]:
    """The ids of the practice profiles that come with the program."""
    return _ids("practices")


@cache
def shipped_sets() -> tuple[str, ...]:
    """The ids of the sets of supportive care that come with the program: the one own sets begin as a copy of."""
    return _ids("supportive")


@cache
def shipped_tables() -> tuple[str, ...]:
    """The ids of the capecitabine tables that come with the program."""
    return _ids("tables")


@cache
def load_regimen(ident: str) -> Regimen:
    """A shipped regimen by its id. Raises Refused for an id that is not shipped."""
    if ident not in shipped_regimens():
        raise refuse("regimen", f"Regimen '{ident}' is not known; {', '.join(shipped_regimens())} are.")
    name = f"{ident}.toml"
    return read_regimen(_shipped_text("regimens", name), name)


def load_profile(ident_or_path: str) -> Profile:
    """A shipped practice profile by its id, or a site's own by the path of its file. Raises Refused."""
    if ident_or_path in shipped_profiles():
        return _shipped_profile(ident_or_path)
    if not ident_or_path.endswith(".toml"):
        raise refuse(
            "practice",
            f"Practice profile '{ident_or_path}' is not known; {', '.join(shipped_profiles())} and the name of a "
            ".toml file are.",
        )
    return load_profile_file(Path(ident_or_path))


def load_profile_file(path: Path) -> Profile:
    """A site's own practice profile, whatever its file is called. Raises Refused."""
    return read_profile(read_text(path), path.name)


def load_regimen_file(path: Path) -> Regimen:
    """A site's own regimen file. Raises Refused."""
    return read_regimen(read_text(path), path.name)


@cache
def _shipped_profile(ident: str) -> Profile:
    name = f"{ident}.toml"
    return read_profile(_shipped_text("practices", name), name)


@cache
def load_table(ident: str) -> CapecitabineTable:
    """A shipped capecitabine table: eu_1000, eu_1250, us_1250_pre2022. Raises Refused."""
    if ident not in shipped_tables():
        raise refuse("table", f"Capecitabine table '{ident}' is not known; {', '.join(shipped_tables())} are.")
    name = f"{ident}.toml"
    return read_table(_shipped_text("tables", name), name)


@cache
def supportive_base() -> str:
    """The text a site's own set of supportive care begins as a copy of; it changes nothing. Raises Refused."""
    return _shipped_text("supportive", SUPPORTIVE_BASE)


@cache
def diluents() -> tuple[Diluent, ...]:
    """The fluids drugs are diluted in, and what they contain."""
    path = ASSETS / "diluents.toml"
    return read_diluents(read_text(path), path.name)


@cache
def allergy_classes() -> tuple[AllergyClass, ...]:
    """Groups of substances whose allergy concerns a drug of these regimens."""
    path = ASSETS / "allergies.toml"
    return read_allergy_classes(read_text(path), path.name)


@cache
def interactions() -> tuple[Interaction, ...]:
    """Other medicines that matter to a drug of these regimens."""
    path = ASSETS / "interactions.toml"
    return read_interactions(read_text(path), path.name)


def analytes() -> dict[str, Analyte]:
    """Laboratory values by their name, with units and plausible limits (assets/analytes.toml)."""
    return {analyte.name: analyte for analyte in read_analytes().all}
