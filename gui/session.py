"""What every page is given: the door to the store, the relay, who is at the screen, the site, and the day."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from gui.link import Link

if TYPE_CHECKING:
    from gui.official_wording import OfficialWording
    from gui.patients.form_draft import FormDrafts
    from outcomes.worker import OutcomesWorker
    from records.actions import Actions
    from records.lookup import Lookup
    from records.values.accounts import Emergency, SignedIn
    from records.values.core import Person, SiteSettings
    from treatment_calendar.paper.worker import PaperWorker


class Session(QObject):
    """One run of the program against one store.

    today   the day the program works on; fixed by --today for pictures and tests
    people  everybody named in this store
    accounts  whether people sign in to these records; then `signed` says who did
    keep    what this workstation remembers (who was here last, theme, size of the window); None: nothing
    folder  the program's private folder; None: there is none
    reading_only  why nothing can be saved, in a sentence; "" where it can
    """

    settings_changed = Signal()
    person_changed = Signal()
    patient_changed = Signal(object)  # UUID
    open_patient = Signal(object, str)  # UUID, page name: "dose", "plan", "calendar", "history" or ""
    person_history = Signal(object)  # Person: show what they did
    saved = Signal()  # something reached the store
    all_changed = Signal()  # anything may have changed elsewhere: every page reads again
    people_changed = Signal()  # somebody was added, left or changed role
    reached_changed = Signal(bool)  # the server of the records went away, or is back
    reading_only_changed = Signal()
    signed_changed = Signal()  # somebody signed in or left, or wider rights began or ended

    def __init__(
        self,
        actions: "Actions",
        lookup: "Lookup",
        link: Link,
        *,
        settings: "SiteSettings",
        person: "Person | None" = None,
        people: "tuple[Person, ...]" = (),
        today: Callable[[], date] = date.today,
        keep: QSettings | None = None,
        folder: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.actions = actions
        self.lookup = lookup
        lookup.gate = actions.may_see_patients
        self.link = link
        self.settings = settings
        self.people = people or (() if person is None else (person,))
        self.keep = keep
        self.folder = folder
        self.accounts = False
        self.signed: SignedIn | None = None
        self.reached = True
        self.reading_only = ""
        self._person = person
        self._today = today
        self._paper: PaperWorker | None = None
        self._reckoning: OutcomesWorker | None = None
        self._official: OfficialWording | None = None
        self._drafts: FormDrafts | None = None

    @property
    def today(self) -> date:
        """The day the program works on."""
        return self._today()

    @property
    def person(self) -> "Person":
        """Who is at the screen. Only to be asked for once somebody was named (`has_person`)."""
        if self._person is None:
            raise LookupError("nobody was named yet")
        return self._person

    @property
    def has_person(self) -> bool:
        """Whether somebody was named."""
        return self._person is not None

    @property
    def paper(self) -> "PaperWorker":
        """The process that makes pages, started when first asked for."""
        if self._paper is None:
            from treatment_calendar.paper.worker import PaperWorker

            self._paper = PaperWorker()
        return self._paper

    @property
    def reckoning(self) -> "OutcomesWorker":
        """The process that reckons outcomes and draws plots, started when first asked for."""
        if self._reckoning is None:
            from outcomes.worker import OutcomesWorker

            self._reckoning = OutcomesWorker()
        return self._reckoning

    @property
    def official(self) -> "OfficialWording":
        """NCI's wording of the CTCAE, as far as the site has loaded it."""
        if self._official is None:
            from gui.official_wording import OfficialWording

            self._official = OfficialWording(self.actions, self.link, self)
        return self._official

    @property
    def drafts(self) -> "FormDrafts":
        """What stands in forms of this workstation that are not saved yet."""
        if self._drafts is None:
            from gui.patients.form_draft import FormDrafts

            self._drafts = FormDrafts(self)
        return self._drafts

    def set_person(self, person: "Person | None") -> None:
        """Somebody else is at the screen now; this workstation remembers."""
        self._person = person
        if self.keep is not None and person is not None:
            self.keep.setValue("person", str(person.id))
        self.person_changed.emit()

    def sign(self, signed: "SignedIn | None") -> None:
        """Somebody signed in, or nobody is signed in any more: the one at the screen, where people sign in."""
        self.signed = signed
        person = signed.person if signed is not None else None
        if person != self._person:
            self.set_person(person)
        self.signed_changed.emit()

    def emergency(self) -> "Emergency | None":
        """Wider rights in force."""
        return self.actions.emergency() if self.accounts else None

    def may(self, action: str) -> bool:
        """Whether the one at the screen may do it; the store asks again when it is done."""
        from records.people.permissions import may

        if self._person is None:
            return False
        manages = self.signed is not None and self.signed.manages
        return may(action, self._person.role, emergency=self.emergency() is not None, manages=manages)

    def set_settings(self, settings: "SiteSettings") -> None:
        """The site's settings as the store now has them."""
        self.settings = settings
        if self.keep is not None:
            self.keep.setValue("theme", settings.theme)
            self.keep.setValue("text_scale", settings.text_scale)
        self.settings_changed.emit()

    def set_reading_only(self, why: str) -> None:
        """From now on nothing can be saved."""
        if why and not self.reading_only:
            self.reading_only = why
            self.reading_only_changed.emit()

    def set_reached(self, reached: bool) -> None:
        """Whether the server of the records answers."""
        self.reached = reached
        self.reached_changed.emit(reached)
        if reached:
            self.all_changed.emit()

    def close(self) -> None:
        """End what this run started; the store is closed by whoever opened it."""
        self.link.close()
        if self._paper is not None:
            self._paper.close()
            self._paper = None
        if self._reckoning is not None:
            self._reckoning.close()
            self._reckoning = None
