"""One item of supportive care: a tick, dose, days and times, whose it is and its limit; changed with a reason."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.dose.supportive_typed import TypedItem, differs, read_days, wrong_in
from gui.dose.words import days_words, tr
from gui.theme.metrics import em, px
from gui.widgets.buttons import one_of_many, quiet
from gui.widgets.card import Chip, Label, Muted
from gui.widgets.check import Check
from gui.widgets.flow import Flow
from gui.widgets.naming import slug
from gui.widgets.sight import show_if
from gui.widgets.text_field import TextField
from regimen.numbers import plain
from regimen.supportive import TIMES, OrderedItem, Supportive
from regimen.supportive_offer import Offer, OfferedItem
from regimen.supportive_words import amount_words, read_amount

NAME_EM = 12


def time_words(time: str) -> str:
    """A time of day in words."""
    return {
        "morning": tr("morning"), "noon": tr("noon"), "evening": tr("evening"), "night": tr("night"),
        "before infusion": tr("before the infusion"),
    }.get(time, time)  # fmt: skip


def dose_words(item: Supportive) -> str:
    """Dose, days and times on one line; what is taken as needed says so."""
    if item.as_needed:
        care = item.purpose in ("mouth", "skin") and not item.medicine
        return item.dose if care else tr("{0} · as needed").format(item.dose)
    times = ", ".join(time_words(time) for time in item.times)
    return " · ".join((item.dose, days_words(item.days), times))


def limit_words(item: Supportive, roles: frozenset[str], instead: str = "") -> str:
    """What it must not go beyond, and that the patient calls first; "" nothing.

    roles  of the drugs of the cycle; instead: what it stands in for
    """
    parts = [] if not instead else [tr("in the place of {0}").format(instead)]
    if roles.intersection(item.call_first_with):
        parts.append(tr("the patient calls before the first dose"))
    if item.most_per_day is not None:
        parts.append(tr("at most {0} {1} in a day").format(plain(item.most_per_day), item.unit))
    if item.most_days is not None:
        parts.append(tr("at most {0} days in a row").format(item.most_days))
    return ", ".join(parts)


def origin_words(origin: str) -> str:
    """Whose item it is."""
    return {"regimen": tr("regimen"), "site": tr("site's set"), "patient": tr("this patient")}[origin]


def place_and_name(row: TypedItem) -> str:
    """A row as a screen reader names it: the same medicine may be given here and taken at home."""
    return f"{row.name}, {where_words(row.where)}: {row.days or tr('as needed')}"


def where_words(where: str) -> str:
    """Where an item is taken."""
    return tr("given here") if where == "clinic" else tr("at home")


class SupportiveRow(QWidget):
    """`changed()` after each tick; `typed()` after each key; `gone()` when an added item is taken away.

    listed   the item as regimen or site list it; None: added for this patient
    last     the last day of the cycle
    source   what the list goes by; instead: what it stands in for
    """

    changed = Signal()
    typed = Signal()
    gone = Signal()

    def __init__(
        self,
        listed: Supportive | None,
        one: OrderedItem,
        row: TypedItem,
        roles: frozenset[str],
        last: int,
        source: str = "",
        instead: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.listed, self._row, self._last = listed, row, last
        self.standard = listed is not None and listed.standard
        self.replaced_by = ""
        self._alerts: frozenset[str] = frozenset()
        self._silent = False
        name = f"supportive_{slug(row.id)}"
        self.setObjectName(name)
        self.tick = Check(row.name.replace("&", "&&"), f"{name}_tick")
        self.words = Label("", wrap=True)
        self.words.setObjectName(f"{name}_words")
        self.marks = Flow()
        self.facts = Label(limit_words(one.item, roles, instead), "small", wrap=True)
        self.facts.setObjectName(f"{name}_limit")
        self.change_button = quiet(tr("Change…"), f"{name}_change")
        one_of_many(self.change_button)
        spoken = place_and_name(row)
        self.tick.setAccessibleName(spoken)
        self.change_button.setAccessibleName(tr("Change {0}").format(spoken))
        self._origin, self.source = one.origin, source
        self.panel: QWidget | None = None
        self.why_out: TextField | None = None
        self._lay_out()
        self.tick.toggled.connect(self._on_tick)
        self.change_button.clicked.connect(self._on_change)
        self.put_back(row)

    def _make_fields(self) -> None:
        """The fields of a change, once somebody wants them: a page of closed rows opens at once."""
        if self.panel is not None:
            return
        name, row = self.objectName(), self._row
        panel = self.panel = QWidget()
        panel.setProperty("role", "clear")
        self.dose = TextField(tr("Dose"), 120, name=f"{name}_dose")
        self.days = TextField(tr("Days"), 60, optional=True, placeholder=tr("as needed"), name=f"{name}_days")
        self.why = TextField(tr("Why is it changed?"), 200, name=f"{name}_why")
        if self.listed is None:
            self.why.set_label(tr("Why is it added?"))
        self.times = {time: Check(time_words(time), f"{name}_{slug(time)}") for time in TIMES}
        for field, text in ((self.dose, row.dose), (self.days, row.days), (self.why, row.why)):
            field.edit.setAccessibleName(f"{row.name}: {field.label.text()}")
            field.set_text(text)
            field.changed.connect(self._on_typed)
        flow = Flow()
        for time, check in self.times.items():
            check.setAccessibleName(f"{row.name}: {check.text()}")
            check.setChecked(time in row.times)
            check.toggled.connect(self._on_typed)
            flow.add(check)
        fields = QHBoxLayout()
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(px(8))
        for field, share in ((self.dose, 4), (self.days, 2), (self.why, 5)):
            fields.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(px(24), 0, 0, px(4))
        inside.setSpacing(px(6))
        inside.addLayout(fields)
        inside.addWidget(flow)
        if self.source:
            inside.addWidget(Muted(tr("Listed after: {0}").format(self.source), small=True))
        self._whole.addWidget(panel)

    def _make_why_out(self) -> TextField:
        """The field for the reason, once the item is left out."""
        if self.why_out is None:
            field = self.why_out = TextField(tr("Why is it left out?"), 200, name=f"{self.objectName()}_out")
            field.edit.setAccessibleName(f"{self._row.name}: {field.label.text()}")
            field.set_text(self._row.why_out)
            field.changed.connect(self._on_typed)
            row = QHBoxLayout()
            row.setContentsMargins(px(24), 0, 0, 0)
            row.addWidget(field)
            self._whole.addLayout(row)
        return self.why_out

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(8))
        self.tick.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.tick.setMinimumWidth(em(NAME_EM))
        head.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(0, px(5), 0, 0)
        self.marks.setContentsMargins(0, px(4), 0, 0)
        head.addWidget(self.words, 3, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.marks, 2, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignTop)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, px(2))
        whole.setSpacing(px(2))
        whole.addLayout(head)
        below = QHBoxLayout()
        below.setContentsMargins(px(24), 0, 0, 0)
        below.addWidget(self.facts)
        whole.addLayout(below)
        show_if(self.facts, bool(self.facts.text()))

    # --- what stands here

    def row(self) -> TypedItem:
        """Everything as typed."""
        row = replace(self._row, on=self.tick.isChecked())
        if self.panel is not None:
            times = tuple(time for time, check in self.times.items() if check.isChecked())
            row = replace(row, dose=self.dose.text(), days=self.days.text(), times=times, why=self.why.text())
        return row if self.why_out is None else replace(row, why_out=self.why_out.text())

    def put_back(self, row: TypedItem) -> None:
        """A row as it was typed; nothing is told of it."""
        self._row = row
        self._silent = True
        self.tick.setChecked(row.on)
        if self.panel is not None:
            for field, text in ((self.dose, row.dose), (self.days, row.days), (self.why, row.why)):
                field.set_text(text)
            for time, check in self.times.items():
                check.setChecked(time in row.times)
        if self.why_out is not None:
            self.why_out.set_text(row.why_out)
        self._silent = False
        self._open(row.on and (self._is_changed() or self.listed is None))
        self.show_state()

    def _open(self, wanted: bool) -> None:
        """Show or hide the fields of a change."""
        if wanted:
            self._make_fields()
        if self.panel is not None:
            show_if(self.panel, wanted)

    def set_on(self, on: bool) -> None:
        """Tick or untick it because of another item; nothing is told of it."""
        self.put_back(replace(self.row(), on=on))

    def mark(self, severities: frozenset[str]) -> None:
        """Which kinds of alerts are about this item."""
        if severities != self._alerts:
            self._alerts = severities
            self.show_state()

    def is_on(self) -> bool:
        """Whether it is ticked."""
        return self.tick.isChecked()

    def _is_changed(self) -> bool:
        return self.listed is None or differs(self.listed, self.row(), self._last)

    def show_state(self) -> None:
        """Words, marks and which fields are asked for, by what stands here."""
        row = self.row()
        on, changed = row.on, row.on and self._is_changed()
        self._show_words(row)
        self.marks.clear()
        self.marks.add(Chip(origin_words(self._origin), "accent" if self._origin == "site" else "plain"))
        if changed and self.listed is not None:
            self.marks.add(Chip(tr("changed"), "warn"))
        if on and self._alerts & {"stop", "warn"}:
            stop = "stop" in self._alerts
            self.marks.add(Chip(tr("stop") if stop else tr("warning"), "stop" if stop else "warn"))
        if not on and self.standard:
            replaced = bool(self.replaced_by)
            self.marks.add(Chip(tr("replaced") if replaced else tr("left out"), "plain" if replaced else "warn"))
        show_if(self.change_button, on and self.listed is not None)
        asked = not on and self.standard and not self.replaced_by
        if asked or self.why_out is not None:
            self._make_why_out().setVisible(asked)
        if not on:
            self._open(False)
        if self.panel is None:
            return
        show_if(self.why, changed)
        self.dose.set_note("plain", self._dose_note(row))
        days = read_days(row.days, self._last)
        wrong = tr("Days of this cycle, as in 1–3 or 1, 8.") if days is None else ""
        read = tr("read as {0}").format(days_words(days)) if days else tr("as needed")
        self.days.set_note("stop" if wrong else "plain", wrong or read)

    def _show_words(self, row: TypedItem) -> None:
        if row.on and not wrong_in(row, self._last):
            days = read_days(row.days, self._last) or ()
            self.words.setText(dose_words(replace(self._item(), dose=row.dose.strip(), days=days, times=row.times)))
        elif row.on:
            self.words.setText(tr("cannot be ordered like this yet"))
        elif self.replaced_by:
            self.words.setText(tr("not ordered: {0} in its place").format(self.replaced_by))
        else:
            self.words.setText(dose_words(self._item()))
        self.words.setProperty("role", "label" if row.on else "muted")
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)

    def _item(self) -> Supportive:
        return self.listed or Supportive(self._row.id, self._row.name, "", (), self._row.where, (), "", "")

    def _dose_note(self, row: TypedItem) -> str:
        read = read_amount(row.dose.strip())
        if read is None:
            return tr("no amount in figures: its limit is not checked")
        if self.listed is not None and row.dose.strip() == self.listed.dose and amount_words(self.listed):
            return tr("read as {0}").format(amount_words(self.listed))
        return tr("read as {0} {1} at one time").format(plain(read[0]), read[1])

    # --- what a person does

    @Slot(bool)
    def _on_tick(self, on: bool) -> None:
        if self._silent:
            return
        if not on and self.listed is None:
            self.gone.emit()
            return
        self.show_state()
        if not on and self.why_out is not None and self.why_out.isVisible():
            self.why_out.setFocus()
        self.changed.emit()

    @Slot()
    def _on_change(self) -> None:
        self._open(self.panel is None or not self.panel.isVisible())
        self.show_state()
        if self.panel is not None and self.panel.isVisible():
            self.dose.setFocus()

    @Slot()
    def _on_typed(self, _value: object = None) -> None:
        if self._silent:
            return
        self.show_state()
        self.typed.emit()


def fixed_row(one: OrderedItem, roles: frozenset[str]) -> QWidget:
    """An item of a signed order: to be read, nothing in it can be touched."""
    holder = QWidget()
    holder.setProperty("role", "clear")
    holder.setObjectName(f"supportive_{slug(one.item.id)}")
    name, words = Label(one.item.name, "strong", wrap=True), Label(dose_words(one.item), wrap=True)
    name.setFixedWidth(em(NAME_EM))
    row = QHBoxLayout()
    row.setSpacing(px(8))
    row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Chip(origin_words(one.origin), "accent" if one.origin == "site" else "plain"))
    whole = QVBoxLayout(holder)
    whole.setContentsMargins(0, 0, 0, px(2))
    whole.setSpacing(px(2))
    whole.addLayout(row)
    reason = tr("Reason: {0}").format(one.reason) if one.reason else ""
    facts = " · ".join(part for part in (limit_words(one.item, roles), reason) if part)
    if facts:
        whole.addWidget(Muted(facts, small=True))
    holder.setAccessibleName(f"{one.item.name}: {words.text()}. {facts}")
    return holder


def listed_row(
    one: OfferedItem, row: TypedItem, roles: frozenset[str], last: int, source: str, offer: Offer
) -> SupportiveRow:
    """The row of a listed item."""
    said = " · ".join(part for part in (source, one.note) if part)
    others = [found.item for ident in one.item.instead_of if (found := offer.item(ident)) is not None]
    instead = "; ".join(f"{other.name} {dose_words(other)}" for other in others)
    return SupportiveRow(one.item, OrderedItem(one.item, one.origin), row, roles, last, said, instead)


def added_row(row: TypedItem, last: int) -> SupportiveRow:
    """The row of an item added for this patient."""
    bare = Supportive(row.id, row.name, row.dose, (), row.where, (), "", "")
    return SupportiveRow(None, OrderedItem(bare, "patient"), row, frozenset(), last)
