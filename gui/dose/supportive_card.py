"""Supportive care of a cycle on the Dose page: what is given here, and apart what the patient takes at home."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot

from gui.dose.supportive_row import SupportiveRow, added_row, dose_words, fixed_row, listed_row
from gui.dose.supportive_typed import Built, TypedItem, build, rows_from, rows_of, texts_of
from gui.dose.words import tr
from gui.theme.metrics import px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Card, Heading, Label, Line, Muted
from gui.widgets.choice import Segmented
from gui.widgets.column import Row
from gui.widgets.sight import show_if
from gui.widgets.text_field import TextField
from regimen.order import CycleOrder
from regimen.supportive import ADDED, WHERE, SupportiveOrder, Where
from regimen.supportive import Supportive as SupportiveItem
from regimen.supportive_offer import Offer


def group_words(where: Where) -> str:
    """The heading of a list."""
    return tr("Given here") if where == "clinic" else tr("Taken at home")


def beginning_words(order: SupportiveOrder | None, offer: Offer | None) -> str:
    """What the choice began with."""
    used = order.site_set if order is not None else offer.site_set if offer is not None else None
    of_site = (
        tr("The site's set {0} version {1} lies over the regimen's list.").format(used.id, used.version) if used else ""
    )
    if order is not None and order.from_cycle is not None:
        begun = tr("Begun with what was ordered with cycle {0}.").format(order.from_cycle)
        return f"{begun} {of_site}".rstrip()
    return of_site or tr("Begun with what the regimen lists.")


def names(said: str, name: str) -> bool:
    """Whether what an alert says of an item begins with a name."""
    return said == name or said.startswith((f"{name},", f"{name} "))


class SupportiveCard(Card):
    """`changed()` after each tick and a moment after each key; `tell_now()` tells of a key at once.

    offer  what is listed for this cycle; start: what the choice begins with
    roles  of the drugs of the cycle; last: its last day; sources: id of a source of the regimen file -> what it cites
    """

    changed = Signal()

    def __init__(
        self, offer: Offer, start: SupportiveOrder, roles: frozenset[str], last: int, sources: Mapping[str, str]
    ) -> None:
        super().__init__(tr("Supportive care"))
        self.setObjectName("supportive")
        self._offer, self._start, self._roles, self._last, self._sources = offer, start, roles, last, sources
        self.rows: dict[str, SupportiveRow] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.changed)
        self.add(Muted(beginning_words(start, offer), small=True))
        self._choices_open = False
        self._make_groups()
        self._make_adding()
        self._put(rows_of(offer, start))

    # --- making it

    def _make_groups(self) -> None:
        self._columns: dict[Where, Card] = {}
        for where in WHERE:
            heading = Heading(group_words(where), level=2)
            heading.setObjectName(f"supportive_{where}_heading")
            self.add(Line())
            self.add(heading)
            place = Card()
            place.setProperty("role", "clear")
            place.setObjectName(f"supportive_{where}")
            place.body.setContentsMargins(0, 0, 0, 0)
            place.body.setSpacing(px(6))
            self._columns[where] = place
            self.add(place)
            off = [one for one in self._offer.off if one.where == where]
            for one in off:
                self.add(Muted(tr("{0}: not used at this site. {1}").format(one.name, one.reason), small=True))
        self.choices_button = quiet("", "supportive_choices")
        self.body.addWidget(self.choices_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.choices_button.clicked.connect(self._on_choices)

    def _make_adding(self) -> None:
        self.add_button = quiet(tr("Something else for this patient…"), "supportive_add", icon="plus")
        self.adding = Row()
        self.add_where = Segmented(
            (("home", group_words("home")), ("clinic", group_words("clinic"))), tr("Where"), name="supportive_add_where"
        )
        self.add_name = TextField(tr("Medicine"), 80, name="supportive_add_name")
        self.add_dose = TextField(tr("Dose"), 120, name="supportive_add_dose")
        self.add_why = TextField(tr("Why is it added?"), 200, name="supportive_add_why")
        for field, share in ((self.add_name, 3), (self.add_dose, 3), (self.add_why, 4)):
            self.adding.add(field, share)
        self.add_do = secondary(tr("Add to the list"), "supportive_add_do", icon="plus")
        self.add_words = Muted(tr("Days and times are set in its row; without days it is for need."), small=True)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.add_where, self.adding, self.add_words):
            self.add(widget)
        self.body.addWidget(self.add_do, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_adding(False)
        self.add_button.clicked.connect(lambda _checked=False: self._show_adding(not self.adding.isVisibleTo(self)))
        self.add_do.clicked.connect(self._on_add)
        self.add_why.edit.returnPressed.connect(self.add_do.click)

    def _show_adding(self, on: bool) -> None:
        for widget in (self.add_where, self.adding, self.add_words, self.add_do):
            show_if(widget, on)
        if on:
            self.add_where.choose("home")
            self.add_name.setFocus()

    def _put(self, typed: tuple[TypedItem, ...]) -> None:
        """A row for each, in its list; those there before keep their widgets."""
        for row in typed:
            if row.id in self.rows:
                self.rows[row.id].put_back(row)
            else:
                self._add_row(row)
        for ident in [ident for ident in self.rows if ident not in {row.id for row in typed}]:
            self._take_away(ident)
        self._settle()

    def _add_row(self, row: TypedItem) -> SupportiveRow:
        listed = self._offer.item(row.id)
        made = (
            added_row(row, self._last)
            if listed is None
            else listed_row(listed, row, self._roles, self._last, self._source(listed.item), self._offer)
        )
        self.rows[row.id] = made
        self._columns[row.where].add(made)
        made.changed.connect(lambda: self._on_tick(row.id))
        made.typed.connect(self._on_typed)
        made.gone.connect(lambda: self._on_gone(row.id))
        return made

    def _source(self, item: SupportiveItem) -> str:
        return self._sources.get(item.source, item.source)

    def _take_away(self, ident: str) -> None:
        row = self.rows.pop(ident)
        row.hide()
        self._columns[row.row().where].body.removeWidget(row)
        row.deleteLater()

    # --- what stands here

    def typed(self) -> tuple[TypedItem, ...]:
        """Every row as typed."""
        return tuple(row.row() for row in self.rows.values())

    def built(self) -> Built:
        """The choice as understood."""
        return build(self._offer, self.typed(), self._start.from_cycle, self._last)

    def texts(self) -> dict[str, str]:
        """What stands here, for the draft."""
        return texts_of(self.typed())

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Put back what a draft keeps; items it does not name stay as they begin."""
        self._put(rows_from(self.typed(), texts))

    def take_over(self, order: SupportiveOrder) -> None:
        """An amendment begins with exactly what was signed."""
        self._start = order
        self._put(rows_of(self._offer, order))

    def show_order(self, order: CycleOrder | None) -> None:
        """Mark the rows an alert is about; the alert itself stands with all others."""
        alerts = [one for one in order.alerts if one.code.startswith("supportive-")] if order is not None else []
        for row in self.rows.values():
            row.mark(frozenset(one.severity for one in alerts if names(one.params.get("item", ""), row.row().name)))

    def tell_now(self) -> bool:
        """Tell of a change at once that was about to be told of. Whether there was one."""
        waiting = self._later.isActive()
        if waiting:
            self._later.stop()
            self.changed.emit()
        return waiting

    def _settle(self) -> None:
        """Which choices are in sight, and which item stands in the place of another."""
        on = {ident: row for ident, row in self.rows.items() if row.is_on()}
        stand_in = {
            gone: f"{row.listed.name}, {dose_words(row.listed)},"
            for row in on.values()
            if row.listed is not None
            for gone in row.listed.instead_of
        }
        for ident, row in self.rows.items():
            row.replaced_by = "" if row.is_on() else stand_in.get(ident, "")
            row.show_state()
        choices = [row for row in self.rows.values() if row.listed is not None and not row.standard and not row.is_on()]
        for row in self.rows.values():
            show_if(row, row not in choices or self._choices_open)
        words = tr("Hide what is not chosen") if self._choices_open else tr("Also offered ({0})").format(len(choices))
        self.choices_button.setText(words)
        self.choices_button.setAccessibleName(tr("Supportive care: {0}").format(words))
        show_if(self.choices_button, bool(choices))
        for where, place in self._columns.items():
            show_if(place, any(row.row().where == where for row in self.rows.values()))

    # --- what a person does

    def _on_tick(self, ident: str) -> None:
        """What it stands in for is no longer ordered, and the other way round."""
        row = self.rows[ident]
        listed = row.listed
        if listed is not None:
            for gone in listed.instead_of:
                if gone in self.rows and row.is_on() == self.rows[gone].is_on():
                    self.rows[gone].set_on(not row.is_on())
            if row.is_on():
                for other in self.rows.values():
                    if other.listed is not None and ident in other.listed.instead_of and other.is_on():
                        other.set_on(False)
        self._settle()
        self.changed.emit()

    @Slot()
    def _on_typed(self) -> None:
        self._later.start()

    @Slot()
    def _on_choices(self) -> None:
        self._choices_open = not self._choices_open
        self._settle()

    @Slot()
    def _on_add(self) -> None:
        fields = (self.add_name, self.add_dose, self.add_why)
        missing = [field for field in fields if not field.ask_for()]
        if missing:
            missing[0].setFocus()
            return
        numbers = [int(ident.removeprefix(ADDED)) for ident in self.rows if ident.removeprefix(ADDED).isdigit()]
        where: Where = "clinic" if self.add_where.value() == "clinic" else "home"
        row = TypedItem(
            f"{ADDED}{max(numbers, default=0) + 1}", self.add_name.value(), where, True, self.add_dose.value(), "", (),
            self.add_why.value(),
        )  # fmt: skip
        made = self._add_row(row)
        for field in fields:
            field.set_text("")
        self._show_adding(False)
        self._settle()
        made.days.setFocus()
        self.changed.emit()

    def _on_gone(self, ident: str) -> None:
        self._take_away(ident)
        self._settle()
        self.add_button.setFocus()
        self.changed.emit()


class SignedSupportive(Card):
    """The supportive care of a signed order as it was signed; nothing can be touched, and nothing waits in it."""

    changed = Signal()

    def __init__(self, order: SupportiveOrder | None, roles: frozenset[str]) -> None:
        super().__init__(tr("Supportive care"))
        self.setObjectName("supportive")
        self._order = order or SupportiveOrder()
        if order is None:
            words = tr("It was not ordered with the program in this cycle.")
            self.add(Muted(words))
            return
        self.add(Muted(beginning_words(order, None), small=True))
        for where in WHERE:
            heading = Heading(group_words(where), level=2)
            heading.setObjectName(f"supportive_{where}_heading")
            self.add(Line())
            self.add(heading)
            items = order.at(where)
            if not items:
                self.add(Muted(tr("Nothing.")))
            for one in items:
                self.add(fixed_row(one, roles))
            for gone in (one for one in order.left_out if one.where == where):
                self.add(Label(tr("Left out: {0} ({1})").format(gone.name, gone.reason), "muted", wrap=True))

    def built(self) -> Built:
        """What was signed."""
        return Built(self._order)

    def texts(self) -> dict[str, str]:
        """Nothing is typed here."""
        return {}

    def show_order(self, _order: CycleOrder | None) -> None:
        """Nothing changes."""

    def set_texts(self, _texts: Mapping[str, str]) -> None:
        """Nothing can be put back."""

    def tell_now(self) -> bool:
        """Nothing waits."""
        return False
