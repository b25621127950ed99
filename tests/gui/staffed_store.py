"""A store with a pharmacist and a set up site, made once a process by the actions people use; laid down as a copy."""

import tempfile
from functools import cache
from pathlib import Path

from records.actions import Actions
from records.values.core import Person, SiteSettings
from tests.empty_store import empty_store

WANTED = SiteSettings(
    site_name="Day Unit", country="US", practice="us", first_dose="morning", day_phone="555 0100",
    night_phone="555 0199", set_up=True,
)  # fmt: skip


@cache
def staffed() -> tuple[bytes, Person, SiteSettings]:
    """The file, who is at the screen, and the settings as they were stored."""
    with tempfile.TemporaryDirectory() as folder:
        path = empty_store(Path(folder) / "clinic.db")
        made = Actions.open(path)
        made.opened.result(60)
        person = made.add_person("Priya Raman", "pharmacist").result(30)
        settings = made.save_settings(person, WANTED, "test").result(30)
        made.close()
        return path.read_bytes(), person, settings


def staffed_store(path: Path) -> Path:
    """Lay it at a path, as a closed program leaves it."""
    path.write_bytes(staffed()[0])
    path.chmod(0o600)
    return path
