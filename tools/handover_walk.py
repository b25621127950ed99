"""A course handed over by the demo clinic and looked at by another one, as docs/manual/handover.md walks through it.

Everybody in it is invented; both clinics are gone once their pictures are drawn.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast
from uuid import uuid4

from gui.handover.give_page import GivePage
from gui.handover.take_page import TakePage
from gui.pictures import settle
from gui.session import Session
from gui.shell.window import MainWindow
from records.actions import Actions
from records.values.core import PatientEntry, SiteSettings

Picture = Callable[[str], None]
WHO = "abramowitz"  # three cycles, a reduced dose, events
OTHER = "St Anne's Hospital"
PASSPHRASE = "hkmzw-ebcra-xtgun-pfqsd"


def hand_over(window: MainWindow, session: Session, file: Path, picture: Picture) -> None:
    """In the demo clinic: the file is written and its fingerprint shown."""
    (line,) = session.lookup.search(WHO, 1)
    page = cast(GivePage, window.show_page("handover_give"))
    page.begin(line.id)
    settle(session)
    page.other.set_text(OTHER)
    page.note.set_text("Moves to her daughter's; cycle 4 is planned as usual.")
    page.passphrase.set_text(PASSPHRASE)
    page.hand_over(file)
    settle(session)
    picture("handover-1-given")


def other_clinic(folder: Path, site: SiteSettings) -> None:
    """A demo clinic with another patient: what another hospital would have here."""
    actions = Actions.open(folder / "capox-demo.db")
    person = actions.add_person("Joan Whitfield", "pharmacist").result()
    actions.mark_demo(person).result()
    actions.save_settings(person, replace(site, site_name=OTHER, demo=True), "pictures").result()
    entry = PatientEntry("Okonkwo, Samuel", (("MRN", "A-5510"),), date(1961, 5, 4), "male", allergies_asked=True)
    actions.add_patient(person, uuid4(), entry).result()
    actions.close()
    (folder / "window.ini").write_text(f"[General]\nperson={person.id}\n", encoding="utf-8")


def take_over(window: MainWindow, session: Session, file: Path, picture: Picture) -> None:
    """At the other clinic: opened, its key not yet known, and what would be stored."""
    page = cast(TakePage, window.show_page("handover_take"))
    page.open(file)
    settle(session)
    page.passphrase.set_text(PASSPHRASE)
    page.open_button.click()
    settle(session)
    picture("handover-2-taken")
