"""What all tests share: no display, the same examples in every run, and the shared cases."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Signing keys that tests make belong to no user of this computer.
os.environ.setdefault("CAPOX_KEY_DIR", tempfile.mkdtemp(prefix="capox-keys-"))

ROOT = Path(__file__).resolve().parent.parent

# The same examples in every run, so that a red run can be repeated; HYPOTHESIS_PROFILE=explore looks for new ones.
# How long one example takes says more about the machine than about the program.
_patient = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow], "print_blob": True}
settings.register_profile("repeatable", derandomize=True, **_patient)
settings.register_profile("explore", derandomize=False, max_examples=2000, **_patient)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


def in_ci() -> bool:
    """Whether this run decides something, so that nothing may be left out."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def leave_out(reason: str) -> None:
    """Skip with a reason that the test report repeats; in CI a test that cannot run has failed."""
    if in_ci():
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def project_folder() -> Path:
    """The folder that holds main.py."""
    return ROOT


@pytest.fixture(scope="session")
def shared_cases() -> Path:
    """Folder of the cases shared by all who build on this work; it lies beside the project, not in it."""
    folder = Path(os.environ.get("SHARED_CASES", ROOT.parent / "shared" / "cases"))
    if not folder.is_dir():
        pytest.skip(f"the shared cases are not beside the project (looked in ../shared/cases): {folder.name}")
    return folder


@pytest.fixture(scope="session")
def postgres_programs() -> Path:
    """Folder with initdb, pg_ctl and postgres; without one the test is left out, in CI it fails."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True)
    for folder in folders:
        if all((folder / name).exists() for name in ("initdb", "pg_ctl", "postgres")):
            return folder
    leave_out("PostgreSQL server programs are missing (on Debian: apt-get install postgresql)")
    raise AssertionError("leave_out always raises")
