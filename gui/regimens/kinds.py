"""Regimen files and practice profiles, so that one page shows both."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from gui.regimens.profile_reading import profile_in_words
from gui.regimens.reading import Part, read_in_words
from records.values.governance import FileKind
from regimen.definition import Regimen
from regimen.library import load_profile, load_regimen, shipped_profiles, shipped_regimens
from regimen.practice import Profile
from regimen.practice_reader import read_profile
from regimen.reader import read_regimen
from regimen.selftest import ExampleResult, run, run_profile

File = Regimen | Profile
FIRST_SHOWN = {"regimen": "ici-capox", "profile": "us"}


def tr(text: str) -> str:
    """Translate in the context of the regimens."""
    return QCoreApplication.translate("Regimens", text)


def shipped_ids(kind: FileKind) -> tuple[str, ...]:
    """Ids of the files that came with the program."""
    return shipped_regimens() if kind == "regimen" else shipped_profiles()


def load(kind: FileKind, ident: str) -> File:
    """One of them. Raises Refused when it is not as it came."""
    return load_regimen(ident) if kind == "regimen" else load_profile(ident)


def read(kind: FileKind, text: str, name: str) -> File:
    """A file from its text. Raises Refused."""
    return read_regimen(text, name) if kind == "regimen" else read_profile(text, name)


def run_examples(file: File) -> tuple[ExampleResult, ...]:
    """The self-test of a file."""
    return run(file) if isinstance(file, Regimen) else run_profile(file)


def in_words(file: File) -> Sequence[Part]:
    """Everything a file says."""
    return read_in_words(file) if isinstance(file, Regimen) else profile_in_words(file)


def title_of(file: File) -> str:
    """A short name for the list."""
    return file.short_title if isinstance(file, Regimen) else file.title


def facts_of(file: File) -> str:
    """What stands below the heading."""
    if isinstance(file, Regimen):
        return file.indication
    return tr("Country {0}, labels of {1}").format(file.country, file.labels.upper())


def status_of(file: File) -> str:
    """How far a regimen file is, as it says itself; a profile says nothing of the kind."""
    return file.status if isinstance(file, Regimen) else ""


def heading_of(kind: FileKind) -> str:
    """What the list is called."""
    return tr("Regimen files") if kind == "regimen" else tr("Practice profiles")
