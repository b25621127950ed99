"""The toxicities of a visit: the search, and a row for each one carried over, asked for, or new."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.visit.event_draft import EventDraft, draft_of, new_draft
from gui.visit.event_row import EventRow
from gui.visit.term_search import Found, TermSearch
from gui.visit.terms import Terms
from gui.widgets.card import Card, Muted
from gui.widgets.column import empty
from gui.widgets.date_rule import Style
from records.visit_values import AdverseEventRecord


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


@dataclass(frozen=True, slots=True)
class EventsGiven:
    """What the rows are made from.

    ongoing   stored events that go on; usual: terms asked for at every visit
    suspects  what an event may be laid to; drugs: those with an action
    """

    ongoing: tuple[AdverseEventRecord, ...]
    usual: tuple[str, ...]
    suspects: tuple[str, ...]
    drugs: tuple[str, ...]
    on: date
    style: Style


class EventsCard(Card):
    """`changed()` after each change. Rows with something present stand first, those not asked last."""

    changed = Signal()

    def __init__(self, given: EventsGiven, terms: Terms) -> None:
        super().__init__(tr("Toxicities"))
        self.setObjectName("toxicities")
        self._given, self._terms = given, terms
        self.rows: dict[str, EventRow] = {}
        self.search = TermSearch(self._look)
        self.hint = Muted(
            tr(
                "On a row: 0 to 5 is the grade (0: asked, not present); a letter says how likely that drug is, "
                "with Shift that it is the cause; M more."
            ),
            small=True,
        )
        self._place = QWidget()
        self._place.setProperty("role", "clear")
        self._column = QVBoxLayout(self._place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.add(self.search)
        self.add(self.hint)
        self.add(self._place)
        self.search.picked.connect(self._on_picked)
        self.show_drafts(())

    def drafts(self) -> tuple[EventDraft, ...]:
        """Every row in order."""
        return tuple(row.draft for row in self.rows.values())

    def show_drafts(self, kept: Sequence[EventDraft]) -> None:
        """Rows as they were kept; events stored since and the usual terms join them."""
        drafts = list(kept)
        there = {draft.key for draft in drafts}
        for record in self._given.ongoing:
            if str(record.id) not in there:
                drafts.append(draft_of(record, self._terms.grades(record.entry.term)))
        named = {draft.term for draft in drafts}
        for term in self._given.usual:
            if term not in named and (found := self._terms.term(term)) is not None:
                drafts.append(new_draft(found.name, found.code, found.soc, found.grades))
        self.rows.clear()
        empty(self._column)
        for draft in sorted(drafts, key=lambda one: (not one.present, not one.said)):
            self._add(draft)

    def show_wording(self) -> None:
        """The words of the grades are others now; nothing typed changes."""
        for row in self.rows.values():
            row.set_wording(self._terms.criteria(row.draft.term), self._terms.mark(row.draft.term))

    def row_of(self, term: str) -> EventRow | None:
        """The row of a term that goes on, or of the term at all."""
        fitting = [row for row in self.rows.values() if row.draft.term == term]
        return next((row for row in fitting if row.draft.present), fitting[0] if fitting else None)

    def refused(self) -> tuple[str, ...]:
        """What cannot be used, one sentence each."""
        return tuple(words for row in self.rows.values() for words in row.refused())

    def take_stored(self, stored: Mapping[str, AdverseEventRecord]) -> None:
        """Events are stored now: nothing typed changes, the rows know since when."""
        self._given = EventsGiven(
            tuple(stored.values()), self._given.usual, self._given.suspects, self._given.drugs, self._given.on,
            self._given.style,
        )  # fmt: skip

    def _add(self, draft: EventDraft, place: int = -1) -> EventRow:
        row = EventRow(
            draft, self._given.suspects, self._given.drugs, self._terms.criteria(draft.term), self._since(draft),
            self._given.style, self._given.on,
        )  # fmt: skip
        row.set_wording(self._terms.criteria(draft.term), self._terms.mark(draft.term))
        self.rows[draft.key] = row
        self._column.insertWidget(place if place >= 0 else self._column.count(), row)
        row.changed.connect(lambda _draft: self.changed.emit())
        row.removed.connect(self._on_removed)
        return row

    def _since(self, draft: EventDraft) -> str:
        record = next((one for one in self._given.ongoing if str(one.id) == draft.key), None)
        if record is None:
            return tr("new")
        if record.cycle is not None and record.cycle_day is not None:
            return tr("since cycle {0} day {1}").format(record.cycle, record.cycle_day)
        return tr("since {0}").format(record.entry.start)

    def _look(self, text: str) -> tuple[Found, ...]:
        """Of the terms a word fits alike ("tingling"), those that stand on the page already come first."""
        there, wanted = {row.draft.term for row in self.rows.values()}, text.casefold()

        def place(found: Found) -> tuple[bool, bool]:
            exact = wanted in (found.term.casefold(), found.by.casefold())
            return not exact, exact and found.term not in there

        return tuple(sorted(self._terms.look(text), key=place))

    @Slot(object, str)
    def _on_picked(self, found: Found, typed: str) -> None:
        """The row of the term, made where there is none; the next key is its grade."""
        row = self.row_of(found.term)
        term = self._terms.term(found.term)
        if row is None and term is not None:
            words = typed if typed.casefold() not in term.name.casefold() else ""
            row = self._add(new_draft(term.name, term.code, term.soc, term.grades, words), 0)
            self.changed.emit()
        if row is not None:
            row.show()  # a row just made takes the keys only once it is in sight
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_removed(self, key: str) -> None:
        row = self.rows.pop(key, None)
        if row is not None:
            self._column.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
            self.search.setFocus()
            self.changed.emit()


def terms_asked(drafts: Sequence[EventDraft]) -> tuple[str, ...]:
    """Terms that were asked for and are not there, and were not there before."""
    return tuple(dict.fromkeys(draft.term for draft in drafts if draft.grade == 0 and not draft.carried_over))
