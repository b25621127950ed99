"""People and accounts: who works here, who may what, and when somebody took wider rights in an emergency."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.people.emergency_rows import emergency_rows
from gui.people.member_card import MemberCard
from gui.people.rows import Rows
from gui.session import Session
from gui.settings.choices import roles
from gui.sign_in.two_passwords import TwoPasswords
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Chip, Label, Muted
from gui.widgets.choice import Segmented
from gui.widgets.columns import Columns
from gui.widgets.page import Page
from gui.widgets.text_field import TextField
from records.values.accounts import Emergency, Member
from records.values.core import Person, Role, SiteSettings

LOCK_MINUTES = ("2", "5", "10", "15", "30", "60")


class PeoplePage(Page):
    """Everybody sees who works here; whoever looks after accounts changes it."""

    def __init__(self, session: Session) -> None:
        super().__init__("people_page", "")
        self._session = session
        self.set_title(self.tr("People and accounts"))
        self.name = TextField(self.tr("&Name"), 120, name="people_name")
        self.role = Segmented(roles(), self.tr("Role"), name="people_role", wrap=True)
        self.login = TextField(self.tr("&Login name"), 64, name="people_login")
        self.password = TwoPasswords("people", self.tr("&First password"), self.tr("First password a&gain"))
        self.add_button = secondary(self.tr("&Add person"), "people_add", icon="plus")
        minutes = tuple((value, self.tr("{0} min").format(value)) for value in LOCK_MINUTES)
        self.lock = Segmented(minutes, self.tr("Lock after"), name="people_lock", wrap=True)
        self.member = MemberCard(session)
        self._lay_out()
        self.add_button.clicked.connect(self._on_add)
        self.lock.chosen.connect(self._on_lock)
        self.member.done.connect(self._on_done)
        self.member.refused.connect(lambda words: self.strip.say("stop", words))
        session.signed_changed.connect(self.refresh)
        session.people_changed.connect(self.refresh)

    def _lay_out(self) -> None:
        cards = Columns(least=460, most=2)
        who = Card(self.tr("Who works here"))
        self.list = Rows()
        who.add(self.list)
        cards.add(who, 0)
        self.add_card = Card(self.tr("Somebody new"))
        self.add_card.add(Muted(self.tr("The password is changed by its owner at the first sign-in.")))
        for field in (self.name, self.role, self.login, *self.password.fields()):
            self.add_card.add(field)
        self.add_card.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.lock_card = Card(self.tr("Screen"))
        self.lock_card.add(self.lock)
        cards.add(self.member, 1)
        cards.add(self.add_card, 1)
        cards.add(self.lock_card, 1)
        report = Card(self.tr("Emergency rights taken"))
        self.report = Rows()
        report.add(self.report)
        cards.add(report, 0)
        self.column.addWidget(cards)
        self.column.addStretch(1)
        self.member.setVisible(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again each time the page comes to the front."""
        super().showEvent(event)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Ask again who works here; what one may not do is not offered."""
        session = self._session
        manages = session.accounts and session.may("add member")
        for card in (self.add_card, self.lock_card):
            card.setVisible(manages)
        if not manages:
            self.member.setVisible(False)
        self.lock.blockSignals(True)
        self.lock.choose(str(session.settings.lock_minutes))
        self.lock.blockSignals(False)
        if not session.accounts:
            self.strip.say(
                "note",
                self.tr("The demo clinic has no passwords: its persons are made up, and anybody may be any of them.")
                if session.settings.demo
                else self.tr("Nobody signs in to these records yet; the program asks for it at its next start."),
            )
        elif session.signed is not None and self.isVisible():
            session.link.ask(session.actions.members(), self._show_members, self._on_refused, self)
            session.link.ask(session.actions.emergencies(), self._show_report, self._on_refused, self)

    def _show_members(self, members: tuple[Member, ...]) -> None:
        manages = self._session.may("add member")
        self.list.fill([self._row(member, manages=manages) for member in members])

    def _row(self, member: Member, *, manages: bool) -> QWidget:
        row = QWidget()
        row.setProperty("role", "clear")
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(member.person.name, "strong", wrap=True))
        inside.addLayout(lines, 1)
        words = [member.person.role, member.login or self.tr("no account yet")]
        if member.signed_in_at is not None:
            words.append(self.tr("last here {0}").format(member.signed_in_at.astimezone().strftime("%Y-%m-%d")))
        lines.addWidget(Muted(" · ".join(words)))
        if not member.active:
            inside.addWidget(Chip(self.tr("no longer here"), "warn"))
        elif member.must_change:
            inside.addWidget(Chip(self.tr("first password"), "note"))
        if manages and member.person.id != self._session.person.id:
            button = secondary(self.tr("Change …"), f"change_{member.person.id.hex[:8]}")
            button.setProperty("role", "row")
            button.setAccessibleName(self.tr("Change the account of {0}").format(member.person.name))
            button.clicked.connect(lambda _checked=False: self._open(member))
            inside.addWidget(button)
        return row

    def _open(self, member: Member) -> None:
        self.member.show_member(member)
        self.scroller.ensureWidgetVisible(self.member)

    def _show_report(self, taken: tuple[Emergency, ...]) -> None:
        self.report.fill(emergency_rows(taken))

    @Slot()
    def _on_add(self) -> None:
        for field in (self.name, self.role, self.login):
            if not field.ask_for():
                self.show_field(field)
                return
        if (wrong := self.password.wrong()) is not None:
            self.show_field(wrong)
            return
        self.add_button.setEnabled(False)
        session, role = self._session, cast(Role, self.role.value())
        future = session.actions.add_member(
            session.person, self.name.value(), role, self.login.value(), self.password.value()
        )
        session.link.ask(future, self._on_added, self._on_refused, self)

    def _on_added(self, member: Member) -> None:
        self.add_button.setEnabled(True)
        for field in (self.name, self.login):
            field.set_text("")
        self.role.choose(None)
        self.password.wipe()
        self._on_done(self.tr("{0} was added.").format(member.person.name))

    @Slot(str)
    def _on_done(self, words: str) -> None:
        self.strip.say("ok", words)
        self._session.link.ask(self._session.actions.people(), self._keep_people, None, self)
        self.refresh()

    def _keep_people(self, people: tuple[Person, ...]) -> None:
        self._session.people = people

    @Slot(str)
    def _on_lock(self, value: str) -> None:
        session = self._session
        wanted = replace(session.settings, lock_minutes=int(value))
        future = session.actions.save_settings(session.person, wanted, self.tr("screen lock"), session.settings)
        session.link.ask(future, self._on_locked, self._on_refused, self)

    def _on_locked(self, settings: SiteSettings) -> None:
        self._session.set_settings(settings)
        self.strip.say("ok", self.tr("The screen locks after {0} minutes.").format(settings.lock_minutes))

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self.add_button.setEnabled(True)
        self.strip.say("stop", sentence)
