"""Two people at the order of one cycle: whoever comes second sees both drafts and chooses."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QVBoxLayout

from gui.dose.draft_keeper import DraftKeeper, DraftTexts
from gui.history.visit_words import name_words
from gui.session import Session
from gui.widgets.conflict import ConflictCard, differences
from gui.workspace.state import PatientState, state_of
from records.values.core import OrderRecord, Workspace

if TYPE_CHECKING:
    from gui.dose.dose_page import DosePage


#: Fields whose bare names would not be read as what they are.
DRAFT_NAMES = {"day1": "day 1", "height_cm": "height (cm)", "labs_date": "date of the blood test"}


def tr(text: str) -> str:
    """Translate in the context of the Dose page."""
    return QCoreApplication.translate("DosePage", text)


def draft_words(name: str) -> str:
    """The name of a field of a draft as it is said."""
    if name.startswith("override."):
        return tr("reason for going on: {0}").format(name.removeprefix("override.").partition("#")[0])
    return DRAFT_NAMES.get(name) or name_words(name.replace(".", " "))


class DraftConflict(QObject):
    """Hangs on one Dose page and its keeper."""

    def __init__(self, page: "DosePage", keeper: DraftKeeper, session: Session) -> None:
        super().__init__(page)
        self._page = page
        self._keeper = keeper
        self._session = session
        self.card = ConflictCard("draft_conflict")
        whole = page.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(whole.count() - 1, self.card)

    def show(self, theirs: OrderRecord, mine: DraftTexts) -> None:
        """Both drafts."""
        words = tr("{0} changed the draft of cycle {1} while you were typing. What you typed is not kept yet.")
        found = differences(theirs.texts, mine.texts, draft_words)
        self.card.ask(
            words.format(theirs.created_by, theirs.cycle),
            found,
            partial(self._take, theirs, mine),
            partial(self._keeper.keep_over, theirs.version),
        )

    def _take(self, theirs: OrderRecord, mine: DraftTexts) -> None:
        """Their draft in the fields, read anew; mine stands beside it until the page is left."""
        session = self._session
        self._keeper.begin(theirs)
        state, course, _files = self._page._parts()
        future = session.actions.workspace(course.patient_id)

        def on_state(found: PatientState) -> None:
            self._page.start_over()
            self._page.load(found, mine.cycle)
            aside = tr("The fields show the draft of {0}. Yours differs in what stands below.").format(
                theirs.created_by
            )
            self.card.put_aside(
                aside, differences(theirs.texts, mine.texts, draft_words), lambda: self._bring_back(mine)
            )

        def on_space(space: Workspace) -> None:
            session.link.run(lambda: state_of(space, state.settings, state.site), on_state, None, self._page)

        session.link.ask(future, on_space, None, self._page)

    def _bring_back(self, mine: DraftTexts) -> None:
        """Mine in the fields again, to be kept as a change over theirs."""
        self._page._put_back(mine.texts)
        self._page._on_changed()


def keeper_of(page: "DosePage", session: Session, collect: Callable[[], DraftTexts | None]) -> DraftKeeper:
    """The keeper of a page's draft, which shows both when somebody else kept one meanwhile."""
    keeper = DraftKeeper(session, collect, page)
    conflict = DraftConflict(page, keeper, session)
    keeper.conflict.connect(conflict.show)
    keeper.begun.connect(conflict.card.clear)
    return keeper
