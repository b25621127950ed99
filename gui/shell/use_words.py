"""What the strip above all pages says of clinical use: of these records as a whole; each page says it of its order."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from gui.shell.shell import Shell
    from records.course.clinical_use import SiteFacts


def tr(text: str) -> str:
    """Translate in the context of the main window."""
    return QCoreApplication.translate("Shell", text)


def use_words(facts: "SiteFacts") -> str:
    """The words for records as they are; nothing stays silent, even where nothing is missing."""
    from records.course.clinical_use import site_missing

    missing = site_missing(facts)
    if missing:
        return tr("Not for clinical use: {0}").format(" ".join(missing))
    return tr("Each page says whether its order is released for clinical use")


def show_use(window: "Shell") -> None:
    """Ask the records anew and say it; the demo clinic says what it is by itself."""
    session = window.session
    if session is None or window.is_demo or not session.may("measure"):
        return

    def said(facts: "SiteFacts") -> None:
        window.mark.set_words(use_words(facts))

    session.link.ask(session.actions.site_facts(), said, lambda _words, _error: None, window)
