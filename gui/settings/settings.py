"""Settings: the site, how it treats, the look, the people. Clinical choices are saved with a reason."""

from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.audit.trail_card import TrailCard
from gui.exchange.export_card import ExportCard
from gui.exchange.import_card import ImportCard
from gui.session import Session
from gui.settings.band_tables import BandTables
from gui.settings.choices import (
    countries,
    first_doses,
    languages,
    papers,
    practices,
    roles,
    text_scales,
    themes,
)
from gui.settings.clinic_card import ClinicCard
from gui.settings.closing_days import ClosingDays
from gui.settings.grading_card import GradingCard
from gui.settings.own_profiles import OwnProfiles
from gui.settings.policy_fields import make_policy_fields, read_policy_fields, show_policy, show_profile
from gui.settings.records_card import RecordsCard
from gui.settings.settings_conflict import SettingsConflict
from gui.settings.times_card import TimesCard
from gui.theme.metrics import px
from gui.widgets.buttons import one_of_many, primary, quiet, secondary
from gui.widgets.card import Card, Label, Line, Muted
from gui.widgets.choice import Segmented
from gui.widgets.columns import Columns
from gui.widgets.combo import ComboField
from gui.widgets.field import Field
from gui.widgets.naming import slug
from gui.widgets.page import Page
from gui.widgets.style_of import date_style
from gui.widgets.text_field import TextField
from records.values.core import Person, Role, SiteSettings

LOOK_ONLY = ("theme", "text_scale")


class Settings(Page):
    """Nothing takes effect before Save; the look changes at once and needs no reason."""

    def __init__(self, session: Session) -> None:
        super().__init__("settings_page", "")
        self._session = session
        self.set_title(self.tr("Settings"))
        self._make_fields()
        self._lay_out()
        self.conflict = SettingsConflict(self, self._save, self._show, self._show_over)
        self.insert_above(self.conflict.card)
        self._show(session.settings)
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """A profile may have been approved or withdrawn since."""
        super().showEvent(event)
        self.profiles.refresh()

    def _make_fields(self) -> None:
        self.site_name = TextField(self.tr("Name of the site"), 120, name="settings_site_name")
        self.country = ComboField(self.tr("Country"), countries(), name="settings_country")
        self.region = TextField(self.tr("Region"), 40, optional=True, name="settings_region")
        self.day_phone = TextField(self.tr("Contact number by day"), 60, name="settings_day_phone")
        self.night_phone = TextField(self.tr("Contact number at night and weekends"), 60, name="settings_night_phone")
        self.practice = Segmented(practices(), self.tr("Practice profile"), name="settings_practice", wrap=True)
        self.profiles = OwnProfiles(self._session, self.practice, self)
        self.first_dose = Segmented(
            first_doses(), self.tr("First tablets of a cycle"), name="settings_first_dose", wrap=True
        )
        self.policy = make_policy_fields()
        self.bands = BandTables()
        self.closing_days = ClosingDays(date_style(self._session.settings))
        self.language = ComboField(self.tr("Language of calendars"), languages(), name="settings_language")
        self.paper = Segmented(papers(), self.tr("Paper"), name="settings_paper")
        self.theme = Segmented(themes(), self.tr("Colours"), name="settings_theme", wrap=True)
        self.text_scale = Segmented(text_scales(), self.tr("Text size"), name="settings_text_scale", wrap=True)
        self.times = TimesCard()
        self.clinic = ClinicCard()
        self.reason = TextField(self.tr("&Reason for the change"), 200, optional=True, name="settings_reason")
        self.save_button = primary(self.tr("&Save settings"), "settings_save")
        self.undo_button = secondary(self.tr("&As stored"), "settings_undo")
        self.new_name = TextField(self.tr("Name"), 120, optional=True, name="settings_new_person")
        self.new_role = Segmented(roles(), self.tr("Role"), optional=True, name="settings_new_role", wrap=True)
        self.add_button = secondary(self.tr("Add &person"), "settings_add_person", icon="plus")

    def _lay_out(self) -> None:
        cards = Columns(least=430, most=2)
        for title, fields, column in (
            (self.tr("The site"), (self.site_name, self.country, self.region, self.day_phone, self.night_phone), 0),
            (self.tr("Closed"), (self.closing_days,), 0),
            (self.tr("On paper"), (self.language, self.paper), 0),
            (self.tr("This program"), (self.theme, self.text_scale), 0),
        ):
            cards.add(_card(title, fields), column)
        cards.add(self.times, 0)
        cards.add(self.clinic, 0)
        cards.add(self._people_card(), 0)
        cards.add(RecordsCard(self._session), 0)
        cards.add(ExportCard(self._session), 0)
        cards.add(ImportCard(self._session), 0)
        cards.add(TrailCard(self._session), 0)
        cards.add(_card(self.tr("How you treat"), (self.practice, self.first_dose)), 1)
        own = _card(self.tr("The site's own choices"), self.policy.all())
        own.body.insertWidget(
            1, Muted(self.tr("They stand over the practice profile and are printed with every order."))
        )
        cards.add(own, 1)
        cards.add(self.bands, 1)
        self.grading = GradingCard(self._session)
        cards.add(self.grading, 1)
        self.column.addWidget(cards)
        self.column.addStretch(1)
        self.add_foot(self.undo_button, self.save_button, words=self.reason)

    def _people_card(self) -> Card:
        card = Card(self.tr("People"))
        holder = QWidget()
        holder.setProperty("role", "clear")
        self._people = QVBoxLayout(holder)
        self._people.setContentsMargins(0, 0, 0, 0)
        self._people.setSpacing(px(4))
        card.add(holder)
        card.add(Line())
        card.add(self.new_name)
        card.add(self.new_role)
        card.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _connect(self) -> None:
        self.save_button.clicked.connect(self._on_save)
        self.undo_button.clicked.connect(lambda _checked=False: self._show(self._session.settings))
        self.practice.chosen.connect(self._on_practice)
        self.theme.chosen.connect(self._on_look)
        self.text_scale.chosen.connect(self._on_look)
        self.add_button.clicked.connect(self._on_add)
        self.new_name.edit.returnPressed.connect(self._on_add)
        self._session.person_changed.connect(self._show_people)
        self._session.people_changed.connect(self._show_people)
        self._session.settings_changed.connect(self._on_changed_elsewhere)
        self._session.signed_changed.connect(self._show_people)

    def _show(self, settings: SiteSettings) -> None:
        self._base = settings
        self.strip.clear()
        self.conflict.clear()
        self.site_name.set_text(settings.site_name)
        self.country.choose(settings.country or None)
        self.region.set_text(settings.region or "")
        self.day_phone.set_text(settings.day_phone)
        self.night_phone.set_text(settings.night_phone)
        self.practice.choose(self.profiles.value_of(settings))
        self.first_dose.choose(settings.first_dose)
        self.language.choose(settings.language)
        self.paper.choose(settings.paper)
        for field, value in ((self.theme, settings.theme), (self.text_scale, str(settings.text_scale))):
            field.blockSignals(True)
            field.choose(value)
            field.blockSignals(False)
        show_policy(self.policy, settings.policy)
        self.bands.set_tables(settings.policy.get("bands"))
        self.closing_days.set_days(settings.closing_days)
        self.times.show_times(settings)
        self.clinic.show_clinic(settings)
        self.reason.set_text("")
        self._on_practice(self.practice.value() or "")
        self._show_people()

    def _show_over(self, settings: SiteSettings, base: SiteSettings) -> None:
        """Settings in the fields that are a change of those stored."""
        self._show(settings)
        self._base = base

    @Slot(str)
    def _on_practice(self, practice: str) -> None:
        if practice:
            profile = self.profiles.profile(practice)
            show_profile(self.policy, profile)
            usual = dict(first_doses())[profile.policy.first_dose]
            self.first_dose.set_hint(self.tr("profile {0}: {1}").format(profile.id.upper(), usual))

    @Slot()
    def _show_people(self) -> None:
        while (item := self._people.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # else shown as a window if it was only just put in
                widget.setParent(None)
                widget.deleteLater()
        for person in self._session.people:
            self._people.addWidget(self._person_row(person))
        for part in (self.new_name, self.new_role, self.add_button):
            part.setVisible(not self._session.accounts)  # with accounts: People and accounts

    def _person_row(self, person: Person) -> QWidget:
        row = QWidget()
        row.setProperty("role", "clear")
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        signing = self._session.accounts
        here = self._session.has_person and self._session.person.id == person.id
        inside.addWidget(Label(person.name, "strong"))
        inside.addWidget(Muted(person.role, wrap=False))
        inside.addStretch(1)
        if here or not signing:
            did = quiet(self.tr("What they did …"), f"did_{slug(person.name)}_{person.id.hex[:8]}")
            one_of_many(did)
            did.setAccessibleName(self.tr("What {0} did").format(person.name))
            did.clicked.connect(lambda _checked=False: self._session.person_history.emit(person))
            inside.addWidget(did)
        if here:
            inside.addWidget(Muted(self.tr("at the screen"), wrap=False))
        elif not signing:
            button = secondary(self.tr("This is me"), f"be_{slug(person.name)}_{person.id.hex[:8]}")
            one_of_many(button)
            button.setAccessibleName(self.tr("Work as {0}").format(person.name))
            button.clicked.connect(lambda _checked=False: self._session.set_person(person))
            inside.addWidget(button)
        return row

    def _wanted(self) -> SiteSettings:
        return self._wanted_over(self._base)

    def _wanted_over(self, before: SiteSettings) -> SiteSettings:
        """What the fields say, over settings that stand nowhere on the page."""
        policy = read_policy_fields(self.policy, {k: v for k, v in before.policy.items() if k != "bands"})
        if tables := self.bands.tables():
            policy["bands"] = tables
        wanted = self.profiles.with_choice(before, self.practice.value() or "")
        return replace(
            wanted,
            site_name=self.site_name.value(),
            country=self.country.value() or "",
            region=self.region.value() or None,
            day_phone=self.day_phone.value(),
            night_phone=self.night_phone.value(),
            first_dose=self.first_dose.value(),
            language=self.language.value() or "en",
            paper=self.paper.value() or "a4",
            policy=policy,
            closing_days=self.closing_days.days(),
            chair_minutes=self.times.minutes(self.times.chair),
            test_minutes=self.times.minutes(self.times.test),
            travel_minutes=self.times.minutes(self.times.travel),
            **self.clinic.chosen(),  # type: ignore[arg-type]  # each under the name of its setting
        )

    @Slot()
    def _on_save(self) -> None:
        fields: tuple[Field, ...] = (
            self.site_name, self.country, self.day_phone, self.night_phone, self.practice, self.first_dose,
            self.language, self.paper, self.closing_days, *self.policy.all(), *self.times.fields(),
            self.clinic.chairs, self.clinic.opening,
        )  # fmt: skip
        wrong = [field for field in fields if not _holds(field)]
        wanted, before = self._wanted(), self._base
        clinical = (wanted.practice, wanted.profile_sha256, wanted.first_dose, wanted.policy) != (
            before.practice, before.profile_sha256, before.first_dose, before.policy
        )  # fmt: skip
        if clinical and not self.reason.value():
            self.reason.set_note("stop", self.tr("Doses may change: say why."))
            wrong.append(self.reason)
        else:
            self.reason.set_note("note", "")
        if wrong:
            self.strip.say("stop", self.tr("Not saved yet: something below needs an answer."))
            self.show_field(wrong[0])
        elif wanted == before:
            self.strip.say("note", self.tr("Nothing was changed."))
        else:
            self._save(wanted, self.reason.value() or self.tr("not clinical"))

    @Slot(str)
    def _on_look(self, _value: str) -> None:
        """Colours and text size are tried at once; they concern no dose."""
        theme = self.theme.value() or "system"
        scale = int(self.text_scale.value() or 100)
        wanted = replace(self._base, theme=theme, text_scale=scale)  # type: ignore[arg-type]
        if wanted != self._base:
            self._save(wanted, self.tr("look of the window"))

    def _save(self, wanted: SiteSettings, why: str) -> None:
        future = self._session.actions.save_settings(self._session.person, wanted, why, self._base)
        refused = partial(self._on_refused_save, why)
        self._session.link.ask(future, self._on_saved, refused, self)

    def _on_refused_save(self, why: str, sentence: str, error: Exception) -> None:
        if not self.conflict.takes(error, self._base, why):
            self._on_refused(sentence, error)

    @Slot()
    def _on_changed_elsewhere(self) -> None:
        """Other settings are in force now: shown, unless something is being changed here."""
        if self._session.settings != self._base and self._wanted_over(self._base) == self._base:
            self._show(self._session.settings)

    def _on_saved(self, settings: SiteSettings) -> None:
        self._base = settings
        self.strip.say("ok", self.tr("Saved."))
        self.reason.set_text("")
        self._session.set_settings(settings)

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self.strip.say("stop", sentence)

    @Slot()
    def _on_add(self) -> None:
        name, role = self.new_name.value(), self.new_role.value()
        if not name or role is None:
            self.new_role.set_note("stop", self.tr("A name and a role are both needed."))
            return
        self.new_role.set_note("note", "")
        future = self._session.actions.add_person(name, cast(Role, role))
        self._session.link.ask(future, self._on_added, self._on_refused, self)

    def _on_added(self, person: Person) -> None:
        self._session.people = (*self._session.people, person)
        self.new_name.set_text("")
        self.new_role.choose(None)
        self._show_people()
        self.strip.say("ok", self.tr("{0} was added.").format(person.name))


def _card(title: str, fields: tuple[Field, ...]) -> Card:
    card = Card(title)
    card.body.setSpacing(px(10))
    for field in fields:
        card.add(field)
    return card


def _holds(field: Field) -> bool:
    ask = getattr(field, "ask_for", None)
    return bool(ask()) if ask is not None else not field.refusal()
