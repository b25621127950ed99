"""Two people at one visit: the one who comes second sees both versions and chooses; nothing typed is lost."""

from collections.abc import Mapping
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from gui.history.visit_words import name_words
from gui.session import Session
from gui.visit.visit_keeper import VisitKeeper
from gui.visit.visit_saving import VisitSaving
from gui.widgets.conflict import ConflictCard, differences
from gui.workspace.state import PatientState, state_of
from records.values.core import Workspace
from records.values.visits import AdverseEventEntry, AdverseEventRecord, VisitEntry, VisitRecord

if TYPE_CHECKING:
    from gui.visit.visit_page import VisitPage


#: What the store derives from the day by itself, and what is shown field by field.
DERIVED = ("texts", "cycle", "cycle_day")


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def said(value: object) -> str:
    """A value as a person reads it; what is typed stays as it is."""
    if value is None or value in ("", (), {}):
        return ""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {said(one)}".strip() for name, one in cast(Mapping[str, object], value).items())
    if isinstance(value, tuple | list):
        return ", ".join(said(one) for one in cast("tuple[object, ...]", value))
    if hasattr(value, "__dataclass_fields__"):
        return ", ".join(said(getattr(value, one)) for one in value.__dataclass_fields__ if getattr(value, one))
    return str(value)


def texts_of(entry: "VisitEntry | AdverseEventEntry") -> dict[str, str]:
    """Every field of an entry in words; what is half-done by what was typed."""
    found = {one.name: said(getattr(entry, one.name)) for one in fields(entry) if one.name not in DERIVED}
    return {**found, **dict(getattr(entry, "texts", {}))}


class VisitConflict:
    """Hangs on one Visit page: conflicts of its half-done visit, of a visit being completed, and of a toxicity."""

    def __init__(self, page: "VisitPage", keeper: VisitKeeper, saving: VisitSaving, session: Session) -> None:
        self._page = page
        self._keeper = keeper
        self._session = session
        self.card = ConflictCard("visit_conflict")
        whole = page.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(whole.count() - 1, self.card)
        keeper.conflict.connect(self.show)
        keeper.begun.connect(self.card.clear)
        saving.conflict.connect(self.show)

    def show(self, theirs: VisitRecord | AdverseEventRecord, mine: VisitEntry | AdverseEventEntry) -> None:
        """Both versions."""
        words = tr("{0} changed {1} while you were at it. What you typed is still in its fields and not stored.")
        what = tr("this visit") if isinstance(theirs, VisitRecord) else theirs.entry.term
        rows = differences(texts_of(theirs.entry), texts_of(mine), name_words)
        self.card.ask(
            words.format(theirs.changed_by, what), rows, partial(self._take, theirs, mine), partial(self._keep, theirs)
        )

    def _keep(self, theirs: VisitRecord | AdverseEventRecord) -> None:
        if isinstance(theirs, VisitRecord):
            self._keeper.keep_over(theirs)
        elif self._page.events is not None:
            self._page.events.stand_on(theirs)
        self._page.message.say("note", tr("Yours stands over theirs now; save the visit when it is ready."))

    def _take(self, theirs: VisitRecord | AdverseEventRecord, mine: VisitEntry | AdverseEventEntry) -> None:
        """Theirs in the fields, read anew; mine stands beside it until the page is left."""
        session, page = self._session, self._page
        state, _course = page._parts()
        future = session.actions.workspace(state.space.patient.id)
        before = page._cards.texts() if page._cards is not None else {}

        def bring_back() -> None:
            page.type_again(before)

        def on_state(found: PatientState) -> None:
            page.show_stored(found)
            words = tr("The fields show what {0} stored. Yours differs in what stands below.").format(theirs.changed_by)
            rows = differences(texts_of(theirs.entry), texts_of(mine), name_words)
            self.card.put_aside(words, rows, bring_back)

        def on_space(space: Workspace) -> None:
            session.link.run(lambda: state_of(space, state.settings, state.site), on_state, None, page)

        session.link.ask(future, on_space, None, page)
