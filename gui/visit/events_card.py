"""The toxicities of a visit: the search, and a row for each one carried over, asked for, or new."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.visit.event_details import DetailsGiven
from gui.visit.event_draft import EventDraft, draft_of, new_draft
from gui.visit.event_findings import Where, draft_findings
from gui.visit.event_row import EventRow
from gui.visit.no_events import NoEvents
from gui.visit.term_search import Found, TermSearch
from gui.visit.terms import Terms
from gui.widgets.buttons import quiet
from gui.widgets.card import Card, Muted
from gui.widgets.column import empty
from gui.widgets.date_rule import Style
from gui.widgets.dates import shown_date
from gui.widgets.reading_order import show
from records.bedside.event_checks import KnownDates
from records.values.visits import AdverseEventRecord
from regimen.advice.questions import Question

ROWS_A_TURN = 5


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


@dataclass(frozen=True, slots=True)
class EventsGiven:
    """What the rows are made from.

    ongoing, ended  stored events that go on, and those that are over
    usual     terms asked for at every visit
    suspects  what an event may be laid to; drugs: those with an action; infusions: days with an infusion
    known     days an event is held against
    """

    ongoing: tuple[AdverseEventRecord, ...]
    usual: tuple[str, ...]
    suspects: tuple[str, ...]
    drugs: tuple[str, ...]
    on: date
    style: Style
    ended: tuple[AdverseEventRecord, ...] = ()
    infusions: frozenset[date] = frozenset()
    known: KnownDates = field(default_factory=KnownDates)

    def record(self, key: str) -> AdverseEventRecord | None:
        """The stored event of a row."""
        return next((one for one in (*self.ongoing, *self.ended) if str(one.id) == key), None)


def split(records: Iterable[AdverseEventRecord]) -> tuple[tuple[AdverseEventRecord, ...], ...]:
    """Those that go on, and those that are over."""
    every = tuple(records)
    over = tuple(one for one in every if one.entry.end or not one.entry.ongoing)
    return tuple(one for one in every if one not in over), over


def history_of(record: AdverseEventRecord | None) -> tuple[str, ...]:
    """Its number, when it was entered and its highest grade; then every grade said, with its first day and by whom."""
    if record is None:
        return ()
    at = record.at.astimezone()
    first = tr("no. {0}, entered {1} {2} by {3}")
    lines = [first.format(record.number, shown_date(at.date(), weekday=False), at.strftime("%H:%M"), record.by)]
    if record.entry.highest_grade > record.entry.grade:
        lines[0] += tr("; highest grade so far {0}").format(record.entry.highest_grade)
    for said in record.entry.grades:
        line = tr("grade {0} from {1}").format(said.grade, shown_date(said.on))
        line += tr(", said by {0}").format(said.by) if said.by else ""
        lines.append(line + (f" ({said.evidence})" if said.evidence else ""))
    return tuple(lines)


class EventsCard(Card):
    """`changed()` after each change; `withdrawn(str, str)`: a stored event, by its key, was entered by mistake, why.

    Empty until `show_drafts`. Rows with something present stand first, those not asked last; those that are over when
    asked about or asked for.
    """

    changed = Signal()
    withdrawn = Signal(str, str)

    def __init__(self, given: EventsGiven, terms: Terms) -> None:
        super().__init__(tr("Toxicities"))
        self.setObjectName("toxicities")
        self._given, self._terms = given, terms
        self.rows: dict[str, EventRow] = {}
        self._stands: dict[str, AdverseEventRecord] = {}  # the stored event each row was made from
        self.search = TermSearch(self._look)
        self.hint = Muted(
            tr(
                "On a row: 0 to 5 is the grade (0: asked, not present); a letter says how likely that drug is, "
                "with Shift that it is the cause; M more; Y and N answer what a rule asks."
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
        self.none = NoEvents()
        self.add(self.none)
        self.none.changed.connect(self.changed)
        self.add(self._place)
        self.ended_button = quiet("", "events_ended")
        self.body.addWidget(self.ended_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.ended_button.clicked.connect(lambda _checked=False: self._show_ended())
        self.search.picked.connect(self._on_picked)

    def drafts(self) -> tuple[EventDraft, ...]:
        """Every row in order."""
        return tuple(row.draft for row in self.rows.values())

    def show_drafts(self, kept: Sequence[EventDraft]) -> None:
        """Rows as they were kept; events stored since and the usual terms join them."""
        for _part in self.showing(kept):
            pass

    def showing(self, kept: Sequence[EventDraft]) -> Iterator[None]:
        """`show_drafts` in parts, some rows each."""
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
        for place, draft in enumerate(sorted(drafts, key=lambda one: (not one.present, not one.said)), 1):
            self._add(draft)
            if place % ROWS_A_TURN == 0:
                yield
        self.none.show_present([draft.term for draft in self.drafts() if draft.present])
        self._offer_ended()

    def _add_usual(self) -> None:
        """A row, not asked, for each usual term whose only event was withdrawn: it can be asked again."""
        named = {draft.term for draft in self.drafts()}
        for term in self._given.usual:
            if term not in named and (found := self._terms.term(term)) is not None:
                self._add(new_draft(found.name, found.code, found.soc, found.grades))

    def _offer_ended(self) -> None:
        hidden = [one for one in self._given.ended if str(one.id) not in self.rows]
        self.ended_button.setText(tr("Toxicities that are over: {0}").format(len(hidden)))
        self.ended_button.setAccessibleName(self.ended_button.text())
        self.ended_button.setVisible(bool(hidden))

    def _show_ended(self) -> None:
        """Every event that is over, below the others; the keys go to the first."""
        added = [
            self._add(draft_of(one, self._terms.grades(one.entry.term)))
            for one in self._given.ended
            if str(one.id) not in self.rows
        ]
        self._offer_ended()
        if added:
            added[0].show()
            added[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_questions(self, asked: Mapping[str, Sequence[Question]]) -> None:
        """What the rules ask, by the key of the event; one that is over comes into sight with its question."""
        over = {str(one.id): one for one in self._given.ended}
        for place, key in enumerate(key for key in asked if key not in self.rows and key in over):
            self._add(draft_of(over[key], self._terms.grades(over[key].entry.term)), place).show()
        for key, row in self.rows.items():
            row.show_questions(asked.get(key, ()))
        self._offer_ended()

    def want(self, term: str) -> None:
        """Somebody wants to say something of a term: the keys go to its first open question, else to its row."""
        row = self.row_of(term)
        found = self._terms.term(term)
        if row is None and found is not None:  # graded by a value alone: nobody has entered it yet
            row = self._add(new_draft(found.name, found.code, found.soc, found.grades), 0)
            row.show()
        if row is not None and not row.questions.focus_first():
            row.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def stood_on(self, stored: Mapping[str, AdverseEventRecord]) -> dict[str, AdverseEventRecord]:
        """What each row says is a change of: as it was shown; a newer one is not overwritten unseen."""
        return {key: self._stands.get(key, record) for key, record in stored.items()}

    def stand_on(self, record: AdverseEventRecord) -> None:
        """What is said here is a change of this one from now on: both were seen."""
        self._stands[str(record.id)] = record

    def take_stored(self, stored: Mapping[str, AdverseEventRecord], me: str) -> tuple[AdverseEventRecord, ...]:
        """Events are stored now: nothing typed changes, the rows know since when; a withdrawn one goes away.

        me  who is at the screen: what they stored themself is what their rows stand on; a row nobody touched since
            shows what another person stored
        Answers what others reported for the first time; each that goes on has a row by now.
        """
        arrived = tuple(one for key, one in stored.items() if key not in self.rows and self._given.record(key) is None)
        for key in self.rows.keys() & stored.keys():
            row, record, before = self.rows[key], stored[key], self._stands.get(key)
            untouched = before is not None and row.draft == draft_of(before, self._terms.grades(before.entry.term))
            if before is None or record.changed_by == me:
                self._stands[key] = record
            elif record.version != before.version and untouched:
                self._stands[key] = record
                row.show_draft(draft_of(record, self._terms.grades(record.entry.term)))
        gone = [key for key in self.rows if self._given.record(key) is not None and key not in stored]
        ongoing, ended = split(stored.values())
        self._given = replace(self._given, ongoing=ongoing, ended=ended)
        for key in gone:
            self._remove(key)
        if gone:
            self._add_usual()
        for one in arrived:
            self._bring_in(one)
        self._offer_ended()
        return arrived

    def _bring_in(self, record: AdverseEventRecord) -> None:
        """A row for what another person reported, in the place of an empty one of its term that nobody is in."""
        if str(record.id) not in {str(one.id) for one in self._given.ongoing}:
            return
        empty_row = next((row for row in self.rows.values() if row.draft.term == record.entry.term), None)
        place = -1
        if empty_row is not None and not empty_row.draft.said and not empty_row.busy():
            place = self._column.indexOf(empty_row)
            self._remove(empty_row.draft.key)
        self._add(draft_of(record, self._terms.grades(record.entry.term)), place).show()
        self.none.show_present([draft.term for draft in self.drafts() if draft.present])

    def _add(self, draft: EventDraft, place: int = -1) -> EventRow:
        given, record = self._given, self._given.record(draft.key)
        details = DetailsGiven(
            given.drugs, given.suspects, given.style, given.on, history_of(record), given.infusions,
            record.entry.grades if record is not None else (), self._findings,
        )  # fmt: skip
        row = EventRow(draft, self._terms.criteria(draft.term), self._since(draft), details)
        row.set_wording(self._terms.criteria(draft.term), self._terms.mark(draft.term))
        self.rows[draft.key] = row
        if record is not None:
            self._stands[draft.key] = record
        self._column.insertWidget(place if place >= 0 else self._column.count(), row)
        row.changed.connect(lambda _draft: self._tell())
        row.removed.connect(self._on_removed)
        row.withdrawn.connect(self.withdrawn)
        return row

    def _findings(self, draft: EventDraft) -> tuple[str, ...]:
        given = self._given
        where = Where(given.on, given.style, self._terms.rules)
        return draft_findings(draft, given.record(draft.key), where, given.known)

    def _tell(self) -> None:
        self.none.show_present([draft.term for draft in self.drafts() if draft.present])
        self.changed.emit()

    def _since(self, draft: EventDraft) -> str:
        record = self._given.record(draft.key)
        if record is None:
            return tr("new")
        since = tr("since {0}").format(record.entry.start)
        if record.cycle is not None and record.cycle_day is not None:
            since = tr("since cycle {0} day {1}").format(record.cycle, record.cycle_day)
        highest = record.entry.highest_grade
        return tr("{0} · highest {1}").format(since, highest) if highest > record.entry.grade else since

    def _look(self, text: str) -> tuple[Found, ...]:
        """Of the terms a word, or the beginning of one ("tingl"), fits alike, those on the page already come first."""
        there, wanted = {row.draft.term for row in self.rows.values()}, text.casefold()

        def place(found: Found) -> int:
            names = (found.term.casefold(), found.by.casefold())
            if wanted == names[0]:
                return 0  # the very term; a synonym of another one comes after it
            if wanted in names:
                return 1 if found.term in there else 2
            begins = any(name.startswith(wanted) for name in names)
            return 3 if begins and found.term in there else 4

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
            QTimer.singleShot(0, row, lambda: show(row))  # it may stand far below

    @Slot(str)
    def _on_removed(self, key: str) -> None:
        if self._remove(key):
            self.search.setFocus()
            self.changed.emit()

    def _remove(self, key: str) -> bool:
        row = self.rows.pop(key, None)
        if row is not None:
            self._column.removeWidget(row)
            row.hide()  # else shown as a window if it was only just put in
            row.setParent(None)
            row.deleteLater()
        return row is not None


def terms_asked(drafts: Sequence[EventDraft]) -> tuple[str, ...]:
    """Terms that were asked for and are not there, and were not there before."""
    return tuple(dict.fromkeys(draft.term for draft in drafts if draft.grade == 0 and not draft.carried_over))
