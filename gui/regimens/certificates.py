"""The self-test certificate from the window: made by the paper worker, saved where the person says."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QObject, Slot

from gui.calendar_page.saving import save_bytes
from gui.session import Session
from gui.widgets.buttons import secondary
from gui.widgets.file_choice import ask_file_to_save
from gui.widgets.strip import Strip
from records.site_profile import site_profile
from regimen.definition import Regimen
from regimen.engine import ENGINE_VERSION
from regimen.errors import RegimenError
from regimen.practice import Profile
from regimen.selftest import ExampleResult
from regimen.supportive_set import SupportiveSet


def make_certificate(session: Session, regimen: Regimen | Profile, results: Sequence[ExampleResult]) -> Future[bytes]:
    """The PDF of one file's results, with the site's paper and dates. Raises Refused."""
    from treatment_calendar.paper.certificate_request import CertificateRequest, certified_file, used_profiles
    from treatment_calendar.program import PROGRAM_VERSION

    settings = session.settings
    files = (certified_file(regimen, results),)
    request = CertificateRequest(
        files, used_profiles(files), PROGRAM_VERSION, ENGINE_VERSION, f"{session.person.name}, {session.person.role}",
        datetime.now().astimezone(), settings.site_name, cast(Literal["a4", "letter"], settings.paper),
        site_profile(settings).date_style,
    )  # fmt: skip
    return session.paper.submit("certificate", request)


class Certificates(QObject):
    """A button that can be pressed once a self-test was run, and what it does; messages go into the page's strip."""

    def __init__(self, session: Session, strip: Strip, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._strip = session, strip
        self._ran: tuple[Regimen | Profile, tuple[ExampleResult, ...]] | None = None
        self.button = secondary(self.tr("Save certi&ficate …"), name, icon="save")
        self.button.hide()
        self.button.clicked.connect(self._on_save)

    def offer(self, regimen: Regimen | Profile | SupportiveSet, results: Sequence[ExampleResult]) -> None:
        """These results can be certified, passed or failed; those of a set of supportive care compute nothing."""
        if isinstance(regimen, SupportiveSet):
            self.take_back()
            return
        self._ran = (regimen, tuple(results))
        self.button.show()

    def take_back(self) -> None:
        """Nothing was run for what is shown now."""
        self._ran = None
        self.button.hide()

    @Slot()
    def _on_save(self) -> None:
        if self._ran is None:
            return
        regimen, results = self._ran
        proposed = f"selftest-{regimen.id}-{regimen.sha256[:8]}.pdf"
        title, kinds = self.tr("Save the self-test certificate"), self.tr("PDF (*.pdf)")
        ask_file_to_save(
            self.button,
            title,
            str(Path.home() / proposed),
            kinds,
            lambda path: self.save(path, regimen, results),
            ".pdf",
        )

    def save(self, path: Path, regimen: Regimen | Profile, results: Sequence[ExampleResult]) -> None:
        """Make the certificate and write it."""
        self.button.setEnabled(False)
        try:
            future = make_certificate(self._session, regimen, results)
        except RegimenError as error:
            self._on_refused(str(error), error)
            return
        self._session.link.ask(future, lambda pdf: self._write(path, pdf), self._on_refused, self)

    def _write(self, path: Path, pdf: bytes) -> None:
        self._session.link.run(lambda: save_bytes(path, pdf), self._on_saved, self._on_refused, self)

    def _on_saved(self, name: str) -> None:
        self.button.setEnabled(True)
        self._strip.say("ok", self.tr("Self-test certificate saved as {0}.").format(name))

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.button.setEnabled(True)
        self._strip.say("stop", words, self.tr("Certificate not saved"))
