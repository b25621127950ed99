"""The first run: the few questions whose answers no default may decide, asked in the window, all in sight."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal, Slot

from gui.session import Session
from gui.settings.choices import countries, first_doses, practices, roles
from gui.sign_in.two_passwords import TwoPasswords
from gui.widgets.buttons import primary, secondary
from gui.widgets.card import Card, Muted
from gui.widgets.choice import Segmented
from gui.widgets.columns import Columns
from gui.widgets.combo import ComboField
from gui.widgets.field import Field
from gui.widgets.page import Page
from gui.widgets.text_field import TextField
from records.values.accounts import SignedIn
from records.values.core import Role, SiteSettings


class FirstRun(Page):
    """`finished` once person and settings are in the store; `demo_asked` opens the demo clinic instead."""

    finished = Signal()
    demo_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(
            "first_run",
            "Welcome",
            "A few answers, once for the whole site; all can be changed later in Settings, with a reason.",
        )
        self._session = session
        self._taken_country = ""  # from the profile; it follows the profile until a person chooses another
        self.set_title(self.tr("Welcome to CAPOX Planner"))
        self._make_fields()
        self._lay_out()
        self._fill(session.settings)
        self.save_button.clicked.connect(self._on_save)
        self.demo_button.clicked.connect(self.demo_asked)
        self.practice.chosen.connect(self._on_practice)

    def _make_fields(self) -> None:
        self.person_name = TextField(self.tr("Your &name"), 120, name="setup_person_name")
        self.role = Segmented(roles(), self.tr("Your role"), name="setup_role", wrap=True)
        self.login = TextField(self.tr("Your l&ogin name"), 64, name="setup_login")
        self.password = TwoPasswords("setup")
        self.site_name = TextField(self.tr("Name of the s&ite"), 120, name="setup_site_name")
        self.country = ComboField(self.tr("&Country"), countries(), name="setup_country")
        self.region = TextField(
            self.tr("&Region"), 40, optional=True, placeholder=self.tr("state or province code"), name="setup_region"
        )
        self.region.set_hint(self.tr("For public holidays that differ inside the country, as BY or CA."))
        self.day_phone = TextField(self.tr("Contact number by &day"), 60, name="setup_day_phone")
        self.night_phone = TextField(self.tr("Contact number at night and &weekends"), 60, name="setup_night_phone")
        self.night_phone.set_hint(self.tr("Both are printed on every patient calendar."))
        self.practice = Segmented(practices(), self.tr("Practice profile"), name="setup_practice", wrap=True)
        self.practice.set_hint(
            self.tr("BSA formula, tablet rounding, kidney and DPYD rules, limits on day 1; Regimens shows them all.")
        )
        self.first_dose = Segmented(
            first_doses(), self.tr("First tablets of a cycle"), name="setup_first_dose", wrap=True
        )
        self.first_dose.set_hint(self.tr("Labels and hospitals differ, so nothing is chosen for you."))
        self.save_button = primary(self.tr("&Save and enter the first patient"), "setup_save")
        self.demo_button = secondary(self.tr("&Look at the demo clinic first"), "setup_demo")

    def _fields(self) -> tuple[Field, ...]:
        return (
            *self._own_fields(), self.site_name, self.country, self.region, self.day_phone, self.night_phone,
            self.practice, self.first_dose,
        )  # fmt: skip

    def _own_fields(self) -> tuple[Field, ...]:
        """Who sets the site up; nothing of it is asked of somebody signed in already."""
        if self._session.signed is not None:
            return ()
        return (self.person_name, self.role, self.login, *self.password.fields())

    def _lay_out(self) -> None:
        cards = Columns(least=440, most=2)
        you = Card(self.tr("You"))
        for part in (self.person_name, self.role, self.login, *self.password.fields()):
            you.add(part)
        site = Card(self.tr("The site"))
        for field in (self.site_name, self.country, self.region, self.day_phone, self.night_phone):
            site.add(field)
        practice = Card(self.tr("How you treat"))
        for choice in (self.practice, self.first_dose):
            practice.add(choice)
        cards.add(you, 0)
        cards.add(site, 0)
        cards.add(practice, 1)
        if self._session.signed is not None:
            you.setVisible(False)
        self.column.addWidget(cards)
        self.column.addStretch(1)
        self.add_foot(self.demo_button, self.save_button, words=Muted(self.tr("Nothing leaves this computer.")))

    def _fill(self, settings: SiteSettings) -> None:
        """What is known already, after an interrupted set-up or in a store that came from elsewhere."""
        self.site_name.set_text(settings.site_name)
        self.country.choose(settings.country or None)
        self.region.set_text(settings.region or "")
        self.day_phone.set_text(settings.day_phone)
        self.night_phone.set_text(settings.night_phone)
        self.practice.choose(settings.practice or None)
        self.first_dose.choose(settings.first_dose)

    @Slot(str)
    def _on_practice(self, practice: str) -> None:
        """The profile names its own first dose; it is told, not taken."""
        from regimen.library import load_profile

        profile = load_profile(practice)
        usual = dict(first_doses())[profile.policy.first_dose]
        self.first_dose.set_hint(
            self.tr("The {0} profile has the {1}; choose what your site does.").format(profile.id.upper(), usual)
        )
        if self.country.value() in (None, self._taken_country) and profile.country in dict(countries()):
            self._taken_country = profile.country
            self.country.choose(profile.country)

    @Slot()
    def _on_save(self) -> None:
        wrong = [field for field in self._fields() if not _holds(field)]
        if not wrong and self._session.signed is None and (other := self.password.wrong()) is not None:
            wrong.append(other)
        if wrong:
            self.strip.say("stop", self.tr("Some answers are still needed; each says so in its place."))
            self.show_field(wrong[0])
            return
        self.save_button.setEnabled(False)
        session = self._session
        if session.signed is not None:
            self._on_signed(session.signed)
            return
        name, role, login = self.person_name.value(), cast(Role, self.role.value()), self.login.value()
        known = next((p for p in session.people if (p.name, p.role) == (name, role)), None)
        if known is not None:  # named in an earlier, interrupted set-up
            future = session.actions.open_first_account(known, login, self.password.value())
        else:
            future = session.actions.add_first_person(name, role, login, self.password.value())
        session.link.ask(future, self._on_signed, self._on_refused, self)

    def _on_signed(self, signed: SignedIn) -> None:
        session, person = self._session, signed.person
        if person not in session.people:
            session.people = (*session.people, person)
        session.accounts = True
        session.sign(signed)
        settings = replace(
            session.settings,
            site_name=self.site_name.value(),
            country=self.country.value() or "",
            region=self.region.value() or None,
            day_phone=self.day_phone.value(),
            night_phone=self.night_phone.value(),
            practice=self.practice.value() or "",
            first_dose=self.first_dose.value(),
            paper=self._paper(),
            person_id=person.id,
            set_up=True,
        )
        future = session.actions.save_settings(person, settings, self.tr("first set-up"))
        session.link.ask(future, self._on_saved, self._on_refused, self)

    def _paper(self) -> str:
        from regimen.library import load_profile

        return load_profile(self.practice.value() or "us").paper

    def _on_saved(self, settings: SiteSettings) -> None:
        self.save_button.setEnabled(True)
        self._session.set_settings(settings)
        self.finished.emit()

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.strip.say("stop", sentence)


def _holds(field: Field) -> bool:
    if isinstance(field, TextField | ComboField | Segmented):
        return field.ask_for()
    return not field.refusal()
