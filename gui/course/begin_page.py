"""Begin a course: regimen, its options, day 1, first tablets; or take over one begun elsewhere."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.course.disease_fields import DiseaseFields
from gui.session import Session
from gui.theme.metrics import em
from gui.widgets.buttons import primary
from gui.widgets.card import Card, Muted
from gui.widgets.check import Check
from gui.widgets.choice import Segmented
from gui.widgets.column import Row, ScrollColumn
from gui.widgets.combo import ComboField
from gui.widgets.date_field import DateField
from gui.widgets.flow import FlowRow
from gui.widgets.number_field import NumberField
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from gui.workspace.state import PatientState
from records.site_profile import site_profile
from records.values.core import CourseEntry, EarlierCycle
from regimen.definition import Regimen
from regimen.errors import RegimenError
from regimen.library import load_regimen, shipped_regimens
from regimen.reader import read_regimen

FIRST_OFFERED = "ici-capox"


class BeginPage(QWidget):
    """`begun(CourseRecord)` once the course is stored."""

    begun = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("begin_page")
        self.setProperty("role", "page")
        self._session = session
        self._state: PatientState | None = None
        self._regimen: Regimen | None = None
        self._own: dict[str, Regimen] = {}
        self._key = uuid4()
        self.options: dict[str, ComboField] = {}
        self.percents: dict[str, NumberField] = {}
        self.totals: dict[str, NumberField] = {}
        self._make_widgets()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """The page's name on its tab."""
        return self.tr("&Dose")

    def load(self, state: PatientState) -> None:
        """The patient who begins; what was chosen here stays."""
        first = self._state is None
        self._state = state
        self._session.link.ask(self._session.actions.files_in_use(), self._on_own_files, self._on_refused_files, self)
        if first:
            if self._session.settings.first_dose:
                self.first_dose.choose(self._session.settings.first_dose)
            self.day1.set_value(self._session.today)
            self.regimen.choose(FIRST_OFFERED)

    def flush(self) -> None:
        """Nothing waits here: a course begins with its button."""

    def _make_widgets(self) -> None:
        self._titles, self._refused = _shipped_titles()
        self.regimen = ComboField(self.tr("&Regimen"), self._titles, name="begin_regimen")
        self.regimen.combo.setMinimumContentsLength(30)
        self.about = Muted("")
        style = site_profile(self._session.settings).date_style
        self.day1 = DateField(self.tr("Day 1"), style=style, name="begin_day1")
        self.planned = NumberField(
            self.tr("C&ycles planned"), "", decimals=0, least=Decimal(1), most=Decimal(60), name="begin_planned"
        )
        self.first_dose = Segmented(
            (
                ("morning", self.tr("morning of day 1")),
                ("evening", self.tr("evening of day 1")),
                ("next_morning", self.tr("morning of day 2")),
            ),
            self.tr("&First tablets"),
            name="begin_first_dose",
        )
        self.taken_over = Check(self.tr("Ta&ken over: earlier cycles were given elsewhere"), "begin_taken_over")
        self.first_cycle = NumberField(
            self.tr("&Next cycle is number"),
            "",
            decimals=0,
            least=Decimal(2),
            most=Decimal(60),
            name="begin_first_cycle",
        )
        self.toxicities = TextField(self.tr("Earlier toxicities"), 1000, optional=True, name="begin_toxicities")
        self.disease = DiseaseFields("begin")
        self.message = Strip("begin_message")
        self.begin_button = primary(self.tr("&Begin the course"), "begin_course", icon="plus")

    def _lay_out(self) -> None:
        card = Card(self.tr("Begin a course"))
        for widget in (self.regimen, self.about):
            card.add(widget)
        self._options_row = Row(spacing=12)
        card.add(self._options_row)
        dates = Row(spacing=12)
        dates.add(self.day1)
        dates.add(self.planned)
        card.add(dates)
        card.add(self.first_dose)
        card.add(self.taken_over)
        card.add(self.first_cycle)
        self._elsewhere = FlowRow(spacing=12)
        card.add(self._elsewhere)
        card.add(self.toxicities)
        card.add(Muted(self.tr("Disease at the start, for the tables of a study; it can be said later"), small=True))
        card.add(self.disease)
        card.add(self.message)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(self.begin_button)
        card.body.addLayout(bottom)
        card.setMaximumWidth(em(58))
        area = ScrollColumn(margins=24)
        area.fill(card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        self.regimen.chosen.connect(self._on_regimen)
        self.taken_over.toggled.connect(self._update_elsewhere)
        self.begin_button.clicked.connect(self._on_begin)

    def _on_own_files(self, texts: dict[str, str]) -> None:
        """The site's own regimens whose approval stands, by their hash."""
        self._own = {digest: read_regimen(text, "own.toml") for digest, text in texts.items()}
        own = [(digest, self.tr("{0}, own version {1}").format(regimen.title, regimen.version))
               for digest, regimen in self._own.items()]  # fmt: skip
        gone = self.regimen.value() not in (None, *(value for value, _words in (*self._titles, *own)))
        self.regimen.set_choices([*self._titles, *own])
        if gone:
            self._regimen = None
            self.regimen.set_note("stop", self.tr("The approval of this regimen was withdrawn; choose another."))
        if self._refused:
            self.message.say("warn", self._refused)

    def _on_refused_files(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words)

    @Slot(str)
    def _on_regimen(self, ident: str) -> None:
        regimen = self._own.get(ident) or load_regimen(ident)
        self._regimen = regimen
        self.about.setText(_about(regimen))
        self.planned.set_text(str(regimen.planned_cycles))
        self._rebuild_options()

    @Slot()
    def _rebuild_options(self) -> None:
        """The options the regimen asks for; some are asked only for some answers of others."""
        regimen = self._regimen
        if regimen is None:
            return
        chosen = {name: field.value() or "" for name, field in self.options.items()}
        asked = regimen.options_of({name: value for name, value in chosen.items() if value})
        if tuple(option.id for option in asked) == tuple(self.options) and all(
            self.options[o.id].property("regimen") == regimen.id for o in asked
        ):
            self._rebuild_drugs()
            return
        self._options_row.clear()
        self.options = {}
        for option in asked:
            field = ComboField(
                option.title,
                [(c.id, c.title) for c in option.choices],
                optional=not option.required,
                name=f"option_{option.id}",
            )
            field.setProperty("regimen", regimen.id)
            field.choose(chosen.get(option.id) or None)
            field.chosen.connect(self._rebuild_options, Qt.ConnectionType.QueuedConnection)
            self.options[option.id] = field
            self._options_row.add(field)
        self._rebuild_drugs()

    def _rebuild_drugs(self) -> None:
        regimen = self._regimen
        if regimen is None:
            return
        self._elsewhere.clear()
        self.percents, self.totals = {}, {}
        chosen = {name: field.value() or "" for name, field in self.options.items()}
        for drug in regimen.drugs_of(1, chosen):
            if drug.role == "inhibitor":
                continue
            percent = NumberField(
                self.tr("{0}, last percent").format(drug.name),
                "%",
                least=Decimal(1),
                most=Decimal(100),
                name=f"earlier_percent_{drug.name}",
            )
            percent.set_text("100")
            self.percents[drug.name] = percent
            self._elsewhere.add(percent)
            if drug.cumulative:
                total = NumberField(
                    self.tr("{0} so far").format(drug.name),
                    "mg/m²",
                    most=Decimal(5000),
                    name=f"earlier_total_{drug.name}",
                )
                self.totals[drug.name] = total
                self._elsewhere.add(total)
        self._update_elsewhere()

    @Slot()
    def _update_elsewhere(self) -> None:
        shown = self.taken_over.isChecked()
        self.first_cycle.setVisible(shown)
        self._elsewhere.setVisible(shown)
        self.toxicities.setVisible(shown)

    @Slot()
    def _on_begin(self) -> None:
        fields: list[DateField | NumberField | ComboField | Segmented] = [
            self.regimen,
            *self.options.values(),
            self.day1,
            self.planned,
        ]
        if self._has_tablets():
            fields.append(self.first_dose)
        if self.taken_over.isChecked():
            fields += [self.first_cycle, *self.percents.values(), *self.totals.values()]
        wrong = [field for field in fields if not field.ask_for()]
        if wrong:
            wrong[0].setFocus()
            self.message.say("stop", self.tr("Some fields still need an answer; each says what is missing."))
            return
        self._begin()

    def _has_tablets(self) -> bool:
        return self._regimen is not None and any(drug.route == "po" for drug in self._regimen.drugs)

    def _begin(self) -> None:
        regimen, state, day1, planned = self._regimen, self._state, self.day1.value(), self.planned.value()
        if regimen is None or state is None or day1 is None or planned is None:
            return
        profile = site_profile(self._session.settings)
        entry = self._entry(regimen, day1, int(planned), profile.id)
        if entry.planned_cycles < entry.first_cycle:
            self.planned.set_note("stop", self.tr("The plan ends before the next cycle."))
            return
        self.begin_button.setEnabled(False)
        future = self._session.actions.begin_course(
            self._session.person, self._key, state.space.patient.id, entry, regimen.text, profile.text
        )
        self._session.link.ask(future, self.begun.emit, self._on_refused, self)

    def _entry(self, regimen: Regimen, day1: date, planned: int, practice: str) -> CourseEntry:
        over = self.taken_over.isChecked()
        first = int(self.first_cycle.value() or 1) if over else 1
        earlier: tuple[EarlierCycle, ...] = ()
        if over:
            percents = _values(self.percents)
            earlier = tuple(EarlierCycle(n, None, percents if n == first - 1 else {}, {}) for n in range(1, first))
        return CourseEntry(
            regimen_id=regimen.id,
            regimen_version=regimen.version,
            regimen_sha256=regimen.sha256,
            practice=practice,
            options={name: field.value() or "" for name, field in self.options.items() if field.value()},
            day1=day1,
            planned_cycles=planned,
            first_dose=self.first_dose.value() or self._session.settings.first_dose or "morning",
            first_cycle=first,
            earlier=earlier,
            cumulative=_values(self.totals) if over else {},
            earlier_toxicities=self.toxicities.value() if over else "",
            disease=self.disease.said(),
        )

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.begin_button.setEnabled(True)
        self.message.say("stop", words, self.tr("Not begun"))


def _values(fields: dict[str, NumberField]) -> dict[str, Decimal]:
    return {name: value for name, field in fields.items() if (value := field.value()) is not None}


def _shipped_titles() -> tuple[list[tuple[str, str]], str]:
    """Ids and titles of the files that ship, and why any of them is refused: somebody changed it."""
    titles, refused = [], []
    for ident in _in_order(shipped_regimens()):
        try:
            titles.append((ident, load_regimen(ident).title))
        except RegimenError as error:
            refused.append(str(error))
    return titles, " ".join(refused)


def _in_order(idents: tuple[str, ...]) -> list[str]:
    rank: Callable[[str], tuple[bool, str]] = lambda ident: (ident != FIRST_OFFERED, ident)  # noqa: E731
    return sorted(idents, key=rank)


def _about(regimen: Regimen) -> str:
    length = " / ".join(str(phase.cycle_days) for phase in regimen.phases)
    return f"{regimen.indication} · {length} days a cycle · version {regimen.version} · {regimen.sha256[:8]}"
