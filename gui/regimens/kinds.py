"""Regimen files, practice profiles and sets of supportive care, so that one page shows them all."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from gui.regimens.profile_reading import profile_in_words
from gui.regimens.reading import Part, read_in_words
from gui.regimens.supportive_reading import set_in_words
from records.values.governance import FileKind
from regimen.definition import Regimen
from regimen.library import (
    load_profile,
    load_regimen,
    shipped_profiles,
    shipped_regimens,
    shipped_sets,
    supportive_base,
)
from regimen.practice import Profile
from regimen.practice_reader import read_profile
from regimen.reader import read_regimen
from regimen.selftest import ExampleResult, run, run_profile
from regimen.supportive_set import SupportiveSet, read_supportive_set
from regimen.supportive_set_check import check_set, run_set, shipped

File = Regimen | Profile | SupportiveSet
KINDS: dict[str, FileKind] = {"regimen": "regimen", "profile": "profile", "supportive": "supportive"}
FIRST_SHOWN = {"regimen": "ici-capox", "profile": "us", "supportive": "own-set"}


def tr(text: str) -> str:
    """Translate in the context of the regimens."""
    return QCoreApplication.translate("Regimens", text)


def shipped_ids(kind: FileKind) -> tuple[str, ...]:
    """Ids of the files that came with the program."""
    return {"regimen": shipped_regimens, "profile": shipped_profiles, "supportive": shipped_sets}[kind]()


def load(kind: FileKind, ident: str) -> File:
    """One of them. Raises Refused when it is not as it came."""
    if kind == "supportive":
        return read_supportive_set(supportive_base(), f"{ident}.toml")
    return load_regimen(ident) if kind == "regimen" else load_profile(ident)


def read(kind: FileKind, text: str, name: str, regimens: Mapping[str, Regimen] | None = None) -> File:
    """A file from its text. Raises Refused. regimens: those in use, that a set must hold with; None: the shipped."""
    if kind == "supportive":
        found = read_supportive_set(text, name)
        check_set(found, shipped() if regimens is None else regimens)
        return found
    return read_regimen(text, name) if kind == "regimen" else read_profile(text, name)


def run_examples(file: File, regimens: Mapping[str, Regimen] | None = None) -> tuple[ExampleResult, ...]:
    """The self-test of a file."""
    if isinstance(file, SupportiveSet):
        return run_set(file, regimens)
    return run(file) if isinstance(file, Regimen) else run_profile(file)


def in_words(file: File) -> Sequence[Part]:
    """Everything a file says."""
    if isinstance(file, SupportiveSet):
        return set_in_words(file)
    return read_in_words(file) if isinstance(file, Regimen) else profile_in_words(file)


def title_of(file: File) -> str:
    """A short name for the list."""
    return file.short_title if isinstance(file, Regimen) else file.title


def facts_of(file: File) -> str:
    """What stands below the heading."""
    if isinstance(file, Regimen):
        return file.indication
    if isinstance(file, SupportiveSet):
        return tr("What the site adds to the regimens' lists of supportive care, changes or does not use.")
    return tr("Country {0}, labels of {1}").format(file.country, file.labels.upper())


def status_of(file: File) -> str:
    """How far a regimen file is, as it says itself; a profile says nothing of the kind."""
    return file.status if isinstance(file, Regimen) else ""


def heading_of(kind: FileKind) -> str:
    """What the list is called."""
    return {
        "regimen": tr("Regimen files"), "profile": tr("Practice profiles"), "supportive": tr("Supportive care"),
    }[kind]  # fmt: skip


def to_verify_of(file: File) -> tuple[str, ...]:
    """Places a site still has to check; a set of supportive care names none."""
    return () if isinstance(file, SupportiveSet) else file.to_verify
