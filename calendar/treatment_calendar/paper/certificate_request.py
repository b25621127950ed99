"""What a self-test certificate is made from: plain frozen values, ready to be pickled to the worker process."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from regimen.definition import Regimen
from regimen.library import is_shipped, load_profile, shipped_profiles
from regimen.practice import Profile
from regimen.selftest import ExampleResult


@dataclass(frozen=True, slots=True)
class CertifiedFile:
    """One file and what each of its worked examples gave. shipped: it came with the program, unchanged."""

    id: str
    version: str
    title: str
    sha256: str
    shipped: bool
    results: tuple[ExampleResult, ...]

    @property
    def failed(self) -> int:
        """How many of its examples failed."""
        return sum(not result.passed for result in self.results)


@dataclass(frozen=True, slots=True)
class UsedProfile:
    """A practice profile the examples were run with."""

    id: str
    version: str
    title: str
    sha256: str


@dataclass(frozen=True, slots=True)
class CertificateRequest:
    """The certificate of one run of the self-test; it names no machine, no folder and no patient.

    run_by  who ran it, with role; run_at  local time of the site, with its zone
    """

    files: tuple[CertifiedFile, ...]
    profiles: tuple[UsedProfile, ...]
    program_version: str
    engine_version: str
    run_by: str
    run_at: datetime
    site_name: str = ""
    paper: Literal["a4", "letter"] = "a4"
    date_style: Literal["mdy", "dmy", "ymd"] = "ymd"


def certified_file(file: Regimen | Profile, results: Sequence[ExampleResult]) -> CertifiedFile:
    """A regimen or practice profile with the results of its own examples."""
    shipped = is_shipped(file.sha256, "regimens" if isinstance(file, Regimen) else "practices")
    return CertifiedFile(file.id, file.version, file.title, file.sha256, shipped, tuple(results))


def used_profiles(files: Sequence[CertifiedFile]) -> tuple[UsedProfile, ...]:
    """The shipped profiles the examples of some files name, each once."""
    named = sorted({result.practice_id for file in files for result in file.results} & set(shipped_profiles()))
    read = (load_profile(ident) for ident in named)
    return tuple(UsedProfile(profile.id, profile.version, profile.title, profile.sha256) for profile in read)
