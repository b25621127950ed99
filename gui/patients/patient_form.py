"""The form of one patient, new or changed. What is typed is kept from the first letter; a refusal loses nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.patients.duplicates import likely_same
from gui.patients.form_fields import (
    Part,
    dpyd_refusals,
    entry_of,
    field_words,
    make_fields,
    put_texts,
    refusals,
    texts_from,
    texts_of,
)
from gui.session import Session
from gui.theme.metrics import px
from gui.widgets.buttons import primary, secondary
from gui.widgets.card import Card, Muted
from gui.widgets.check import Check
from gui.widgets.choice import Segmented
from gui.widgets.columns import Columns
from gui.widgets.combo import ComboField
from gui.widgets.conflict import ConflictCard, differences
from gui.widgets.date_field import DateField
from gui.widgets.dates import shown_date
from gui.widgets.field import Field
from gui.widgets.page import Page
from gui.widgets.style_of import date_style
from gui.widgets.text_field import TextField
from gui.widgets.word_list import WordList
from records.errors import Conflict
from records.values.core import PatientEntry, PatientRecord, Workspace
from records.values.patient_line import PatientLine

if TYPE_CHECKING:
    from gui.shell.shell import Shell

KEEP_AFTER_MS = 300


class PatientForm(Page):
    """`saved(id)` when the store has the patient; `left` when the person goes back to the list."""

    saved = Signal(object)  # UUID
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("patient_form", "")
        self._session = session
        self._record: PatientRecord | None = None
        self._key = uuid4()
        self._draft = "new"
        self._filling = self._touched = False
        self._another_person = False
        self.fields: dict[str, Part] = make_fields(session.today, date_style(session.settings))
        self.reason = TextField(self.tr("Reason for the &change"), 200, name="change_reason")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self.conflict = ConflictCard("patient_conflict")
        self._lay_out()
        self.insert_above(self.conflict)
        self._connect()
        self._suggest()
        self.begin_new()

    def begin_new(self, words: str = "") -> None:
        """An empty form, or the one that was not finished; searched words become the name or the number."""
        self.flush()
        self._record, self._draft, self._key = None, "new", uuid4()
        self.set_title(self.tr("New patient"))
        self.reason.setVisible(False)
        texts = self._session.drafts.kept(f"patient-{self._draft}")
        fresh: dict[str, object] = {"kind_1": "MRN", "language": self._session.settings.language}
        words = words.strip()
        fresh["identifier_1" if any(sign.isdigit() for sign in words) else "name"] = words
        self._fill(texts or fresh, texts)
        if not texts and not words:
            self._field("name").setFocus()

    def again(self) -> "Callable[[Shell], object]":
        """What opens the same form once more; what was typed comes back from the draft."""
        record = self._record
        return (
            (lambda window: window.new_patient()) if record is None else lambda window: window.edit_patient(record.id)
        )

    def edit(self, patient_id: UUID) -> None:
        """Show a stored patient for changing; read anew from the store."""
        self.flush()
        self._session.link.ask(self._session.actions.workspace(patient_id), self._show_record, self._on_refused, self)

    def _show_record(self, space: Workspace) -> None:
        self._record = space.patient
        self._draft, self._key = str(space.patient.id), uuid4()
        self.set_title(self.tr("Change {0}").format(space.patient.entry.name))
        self.reason.setVisible(True)
        texts = self._session.drafts.kept(f"patient-{self._draft}")
        self._fill(texts or texts_from(space.patient.entry), texts)

    def _fill(self, texts: dict[str, object], draft: dict[str, object]) -> None:
        self._filling = True
        self.strip.clear()
        self._another_person = False
        self.conflict.clear()
        put_texts(self.fields, texts)
        self.reason.set_text(str(texts.get("reason") or ""))
        for field in self.fields.values():
            if isinstance(field, Field):
                field.set_note("note", "")
        self._filling = self._touched = False
        self._update_dpyd()
        self.state.setText("")
        if draft:
            key = str(draft.get("key") or "")
            if key:
                self._key = UUID(key)
            self.strip.say("note", self.tr("What was typed here before and not saved is back."))
            self.strip.add_action(
                self.tr("&Start empty") if self._record is None else self.tr("&As stored"), self._drop
            )
        self.scroller.verticalScrollBar().setValue(0)

    def _drop(self) -> None:
        self._session.drafts.forget(f"patient-{self._draft}")
        if self._record is None:
            self.begin_new()
        else:
            self.edit(self._record.id)

    def _field(self, name: str) -> Field:
        found = self.fields[name]
        assert isinstance(found, Field)
        return found

    def _lay_out(self) -> None:
        cards = Columns(least=380, most=2)
        cards.add(self._card(self.tr("Who"), (("name",), ("kind_1", "identifier_1"), ("kind_2", "identifier_2"),
                                              ("birth_date", "sex"))), 0)  # fmt: skip
        cards.add(self._card(self.tr("Allergies and medicines"), (("allergies",), ("allergies_asked",), ("reactions",),
                                                                  ("medicines",))), 1)  # fmt: skip
        cards.add(
            self._card(
                self.tr("DPYD"),
                (("dpyd_status",), ("dpyd_allele_1", "dpyd_allele_2"), ("dpyd_score", "dpyd_date"), ("dpyd_reason",)),
            ),
            1,
        )
        cards.add(self._card(self.tr("Illness"), (("diagnosis_site", "liver"), ("drainage", "ecog"), ("note",))), 0)
        cards.add(self._card(self.tr("Talking with the patient"), (("language", "interpreter"), ("carer_contact",))), 1)
        self.column.addWidget(cards)
        self.column.addStretch(1)
        self.state = Muted("")
        self.cancel_button = secondary(self.tr("Back to the &list"), "patient_form_back")
        self.save_button = primary(self.tr("&Save patient"), "patient_form_save")
        self.save_button.setToolTip("Ctrl+S")
        self.reason.setMinimumWidth(px(320))
        self.add_foot(self.reason, self.cancel_button, self.save_button, words=self.state)

    def _card(self, title: str, rows: tuple[tuple[str, ...], ...]) -> QWidget:
        card = Card(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(10))
        for row, names in enumerate(rows):
            for place, name in enumerate(names):
                span = 6 if len(names) == 1 else 2 if name.startswith("kind_") else 4 if "kind_1" in names else 3
                start = 0 if place == 0 else 2 if names[0].startswith("kind_") else 3
                if names[0].startswith("kind_") and place == 1:
                    span = 4
                grid.addWidget(self.fields[name], row, start, 1, span, Qt.AlignmentFlag.AlignTop)
        for place in range(6):
            grid.setColumnStretch(place, 1)
        card.body.addLayout(grid)
        return card

    def _connect(self) -> None:
        for field in (*self.fields.values(), self.reason):
            if isinstance(field, TextField | DateField | WordList):
                field.changed.connect(self._on_changed)
            elif isinstance(field, Segmented | ComboField):
                field.chosen.connect(self._on_changed)
            elif isinstance(field, Check):
                field.toggled.connect(self._on_changed)
        self._timer.timeout.connect(self._keep)
        self._session.drafts.known.connect(self._on_drafts_known)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self._on_back)
        keys = QShortcut(QKeySequence("Ctrl+S"), self, self._on_save)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _suggest(self) -> None:
        """Medicines that matter to a drug of the regimens are offered while typing."""
        from regimen.library import interactions

        medicines = self.fields["medicines"]
        assert isinstance(medicines, WordList)
        medicines.suggest(sorted({word for item in interactions() for word in item.words}))

    @Slot()
    def _on_changed(self) -> None:
        if self._filling:
            return
        self._another_person, self._touched = False, True
        self._update_dpyd()
        self._timer.start()

    def _update_dpyd(self) -> None:
        status = self.fields["dpyd_status"]
        assert isinstance(status, Segmented)
        for name in ("dpyd_allele_1", "dpyd_allele_2", "dpyd_score", "dpyd_date"):
            self.fields[name].setVisible(status.value() == "done")
        self.fields["dpyd_reason"].setVisible(status.value() == "not_tested")
        dpyd_refusals(self.fields)

    @Slot()
    def _keep(self) -> None:
        texts = texts_of(self.fields)
        texts["reason"], texts["key"] = self.reason.text(), str(self._key)
        self._session.drafts.keep(f"patient-{self._draft}", texts, self._on_not_kept)
        self.state.setText(self.tr("Draft, kept as you type"))

    def _on_not_kept(self, sentence: str, _error: Exception) -> None:
        self.state.setText(sentence)

    @Slot()
    def _on_drafts_known(self) -> None:
        """The store was slower than the form: what was being typed before comes back, unless somebody types already."""
        draft = self._session.drafts.kept(f"patient-{self._draft}")
        if draft and not self._touched:
            self._fill(draft, draft)

    def flush(self) -> None:
        """Keep now what would be kept in a moment."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    @Slot()
    def _on_back(self) -> None:
        self.flush()
        self.left.emit()

    @Slot()
    def _on_save(self) -> None:
        wrong = refusals(self.fields)
        if self._record is not None and not self.reason.ask_for():
            wrong.append(self.reason)
        if wrong:
            self.strip.say("stop", self.tr("Not saved yet: {0} to put right below.").format(_places(len(wrong))))
            self.show_field(wrong[0])
            return
        entry = entry_of(self.fields, None if self._record is None else self._record.entry)
        known = None if self._record is None else self._record.id
        lookup, values = self._session.lookup, [value for _kind, value in entry.identifiers]
        self.save_button.setEnabled(False)
        if self._another_person:
            self._store(entry)
        elif lookup.remote:
            self._session.link.run(
                lambda: likely_same(lookup, entry.name, entry.birth_date, values, known),
                lambda same: self._warn_or_store(same, entry),
                self._on_no_look,
                self,
            )
        else:
            self._warn_or_store(likely_same(lookup, entry.name, entry.birth_date, values, known), entry)

    def _warn_or_store(self, same: list[PatientLine], entry: PatientEntry) -> None:
        if same:
            self.save_button.setEnabled(True)
            self._warn_of(same)
        else:
            self._store(entry)

    def _store(self, entry: PatientEntry) -> None:
        actions, by = self._session.actions, self._session.person
        if self._record is None:
            future = actions.add_patient(by, self._key, entry)
        else:
            future = actions.change_patient(by, self._record.id, self._record.version, entry, self.reason.value())
        self._session.link.ask(future, self._on_saved, self._on_refused, self)

    def _warn_of(self, same: list[PatientLine]) -> None:
        first = same[0]
        self.strip.say(
            "warn",
            self.tr("{0}, {1}, born {2} is already here. Is it the same person?").format(
                first.name, first.identifiers, shown_date(first.birth_date, weekday=False)
            ),
            self.tr("Already entered?"),
        )
        self.strip.add_action(self.tr("&Open that patient"), lambda: self.saved.emit(first.id), "open", main=True)
        self.strip.add_action(self.tr("Another &person: save"), self._save_anyway, "another")

    def _save_anyway(self) -> None:
        self._another_person = True
        self._on_save()

    def _on_saved(self, record: PatientRecord) -> None:
        self._timer.stop()
        self.save_button.setEnabled(True)
        self._session.drafts.forget(f"patient-{self._draft}")
        self._record = record
        self.strip.clear()
        self.saved.emit(record.id)

    def _on_no_look(self, sentence: str, error: Exception) -> None:
        """Whether the patient is here already could not be looked up, so nothing was sent."""
        self._on_refused(self.tr("Not saved. {0} What you typed is still here.").format(sentence), error)

    def _on_refused(self, sentence: str, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.strip.say("stop", sentence)
        if isinstance(error, Conflict) and isinstance(error.theirs, PatientRecord):
            self._show_conflict(error.theirs)

    def _show_conflict(self, theirs: PatientRecord) -> None:
        """Somebody else saved meanwhile: what is typed stays until the person has chosen."""
        mine = texts_of(self.fields)
        found = differences(field_words(self.fields, texts_from(theirs.entry)), field_words(self.fields, mine))
        if not refusals(self.fields) and entry_of(self.fields, theirs.entry) == theirs.entry:
            # The first try had arrived after all, or both typed the same.
            self._on_saved(theirs)
            return
        said = self.tr("{0} changed this patient while you were typing. Your words are still here.").format(
            theirs.changed_by
        )
        self.strip.clear()
        self.conflict.ask(said, found, lambda: self._take_theirs(theirs, mine), lambda: self._keep_mine(theirs))

    def _take_theirs(self, theirs: PatientRecord, mine: dict[str, object]) -> None:
        self._record = theirs
        self._fill(texts_from(theirs.entry), {})
        found = differences(field_words(self.fields, texts_from(theirs.entry)), field_words(self.fields, mine))
        said = self.tr("The form shows what {0} saved. Yours differs in what stands below.").format(theirs.changed_by)
        self.conflict.put_aside(said, found, lambda: self._bring_back(mine))

    def _bring_back(self, mine: dict[str, object]) -> None:
        put_texts(self.fields, mine)
        self._on_changed()

    def _keep_mine(self, theirs: PatientRecord) -> None:
        self._record = theirs
        self._on_save()


def _places(count: int) -> str:
    """ "1 place" or "3 places"."""
    return f"{count} place" if count == 1 else f"{count} places"
