"""The practice profiles a site can choose: those that ship, and its own whose approval stands."""

from dataclasses import replace

from PySide6.QtCore import QObject

from gui.session import Session
from gui.settings.choices import practices
from gui.widgets.choice import Segmented
from records.site_profile import site_profile
from records.values.core import SiteSettings
from regimen.library import load_profile
from regimen.practice import Profile
from regimen.practice_reader import read_profile

OWN = "own:"


class OwnProfiles(QObject):
    """Keeps the choices of one field. An own profile is chosen by its hash: another version is another choice."""

    def __init__(self, session: Session, field: Segmented, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._field = session, field
        self._texts: dict[str, str] = {}
        self._own: dict[str, Profile] = {}

    def refresh(self) -> None:
        """Ask which own profiles are approved; the choice made stays."""
        actions = self._session.actions
        self._session.link.ask(actions.files_in_use("profile"), self._on_files, self._on_refused, self)

    def value_of(self, settings: SiteSettings) -> str | None:
        """The choice that stands for what is stored."""
        if not settings.profile_text:
            return settings.practice or None
        self._take(settings.profile_sha256, settings.profile_text)
        return f"{OWN}{settings.profile_sha256}"

    def with_choice(self, settings: SiteSettings, value: str) -> SiteSettings:
        """Settings with the profile chosen."""
        digest = value.removeprefix(OWN)
        if not value.startswith(OWN) or digest not in self._own:
            return replace(settings, practice=value, profile_sha256="", profile_text="")
        return replace(settings, practice=self._own[digest].id, profile_sha256=digest, profile_text=self._texts[digest])

    def profile(self, value: str) -> Profile:
        """The profile chosen. Raises Refused."""
        digest = value.removeprefix(OWN)
        return self._own[digest] if value.startswith(OWN) else load_profile(value)

    def _take(self, digest: str, text: str) -> None:
        if digest not in self._own:
            self._texts[digest] = text
            self._own[digest] = read_profile(text, "own.toml")
            self._show()

    def _show(self) -> None:
        chosen = self._field.value()
        own = [
            (f"{OWN}{digest}", self.tr("{0} · {1}, own version {2}").format(one.id.upper(), one.title, one.version))
            for digest, one in self._own.items()
        ]  # fmt: skip
        self._field.set_choices([*practices(), *own])
        if chosen is not None:
            self._field.choose(chosen)

    def _on_files(self, texts: dict[str, str]) -> None:
        stored = self._session.settings
        kept = {stored.profile_sha256: stored.profile_text} if stored.profile_text else {}
        self._texts = {**kept, **texts}
        self._own = {digest: read_profile(text, "own.toml") for digest, text in self._texts.items()}
        self._show()
        if stored.profile_text and stored.profile_sha256 not in texts:
            self._field.set_note(
                "stop",
                self.tr(
                    "The approval of {0} was withdrawn: no course is begun with it. Choose another profile."
                ).format(site_profile(stored).id),
            )

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._field.set_note("stop", words)
