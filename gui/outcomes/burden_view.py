"""The burden of regimens side by side: what is compared, bars, the table, and a page for the talk. Not advice."""

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.outcomes.burden_chart import BurdenChart
from gui.outcomes.burden_choice import BurdenChoice
from gui.outcomes.burden_page import BurdenPage
from gui.session import Session
from gui.theme.metrics import em, px
from gui.trends.figure_table import MOST_ROWS, FigureTable, TableRow
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Muted
from gui.widgets.dates import shown_date
from gui.widgets.strip import Strip
from outcomes.burden.figures import figures_of
from outcomes.burden.values import CompareAsked, Comparison, RegimenChoices, RegimensAsked, SiteTimes, Size, reference
from records.values.core import Workspace

REST_MS = 250  # after the last key, so that half a number is not compared


class BurdenView(QWidget):
    """patient_open  the patient opened last, whose size can be taken."""

    def __init__(self, session: Session, patient_open: Callable[[], UUID | None]) -> None:
        super().__init__()
        self.setObjectName("burden_view")
        self.setProperty("role", "clear")
        self._session, self._patient_open = session, patient_open
        self._turn = 0
        self._size: Size | None = None
        self._found: Comparison | None = None
        self._make_widgets()
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REST_MS)
        self._later.timeout.connect(self._reckon)
        self._connect()
        self.choice.whose.choose("reference")
        session.link.ask(session.reckoning.put(RegimensAsked()), self._on_regimens, self._on_refused, self)

    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._found

    def settled(self) -> bool:
        """Whether what is shown is what was asked for."""
        return not self._later.isActive() and self._found is not None and self._found.asked == self._asked()

    def _make_widgets(self) -> None:
        self.not_advice = Strip("burden_not_advice")
        self.not_advice.say(
            "note",
            self.tr(
                "It counts visits, hours and tablets as the regimen files plan them, "
                "without delays and changes of dose. How well a treatment works and its side effects are not in it."
            ),
            self.tr("A comparison, not advice"),
        )
        self.message = Strip("burden_message")
        self.choice = BurdenChoice()
        self.choice.setVisible(False)
        self.summary = Muted(self.tr("Reading the regimen files …"))
        self.summary.setObjectName("burden_summary")
        self.change_button = secondary(self.tr("&Choose what is compared"), "burden_change", icon="pencil")
        self.chart = BurdenChart()
        self.table = FigureTable("burden_table", self.tr("The burden of each regimen"))
        self.levels = Muted("", small=True)
        self.page = BurdenPage(self._session)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.summary, 1)
        row.addWidget(self.change_button)
        picture = Card(self.tr("Side by side"))
        picture.add(self.chart)
        figures = Card(self.tr("The same in numbers"))
        figures.add(self.table)
        figures.add(self.levels)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.not_advice)
        column.addLayout(row)
        for widget in (self.choice, self.message, picture, figures, self.page):
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        self.change_button.clicked.connect(self._on_change)
        self.choice.changed.connect(self._later.start)
        self.choice.whose.chosen.connect(self._on_whose)
        self._session.settings_changed.connect(self._later.start)

    @Slot()
    def _on_change(self) -> None:
        shown = self.choice.isHidden()
        self.choice.setVisible(shown)
        self.change_button.setText(self.tr("&Done choosing") if shown else self.tr("&Choose what is compared"))
        if shown:
            self.choice.weeks.edit.setFocus()

    def _on_regimens(self, lines: tuple[RegimenChoices, ...]) -> None:
        self.choice.show_regimens(lines)
        self._reckon()

    @Slot(str)
    def _on_whose(self, whose: str) -> None:
        patient = self._patient_open()
        if whose == "patient" and patient is not None:
            future = self._session.actions.workspace(patient)
            self._session.link.ask(future, self._on_space, self._on_refused, self)
            return
        if whose == "patient":
            self.choice.whose_words.setText(self.tr("No patient was opened yet; open one and come back."))
            self._size = None
            return
        self._take(
            reference(self._session.today),
            self.tr("An example of a size from the program's own file; change it as you like."),
        )

    def _on_space(self, space: Workspace) -> None:
        """Height, weight and creatinine as last measured; no name goes anywhere."""
        entry = space.patient.entry
        last = {one.kind: one.value for one in space.measurements}
        creatinine = next(((lab.value, lab.unit) for lab in reversed(space.labs) if lab.analyte == "creatinine"), None)
        if "height_cm" not in last or "weight_kg" not in last:
            self.choice.whose_words.setText(
                self.tr("Height or weight of the open patient is not on record; type both.")
            )
            self._size = None
            return
        size = Size(entry.sex, entry.birth_date, last["height_cm"], last["weight_kg"], creatinine, "patient")
        words = self.tr("As last measured of the patient opened last. No name goes onto the page.")
        if creatinine is None:
            words += " " + self.tr("No creatinine is on record: doses are counted as if the kidney changed nothing.")
        self._take(size, words)

    def _take(self, size: Size, words: str) -> None:
        self._size = size
        self.choice.height_cm.set_text(format(size.height_cm, "f"))
        self.choice.weight_kg.set_text(format(size.weight_kg, "f"))
        self.choice.whose_words.setText(words)
        self._later.start()

    def _asked(self) -> CompareAsked | None:
        """What stands in the fields; None while something is missing."""
        height, weight, weeks = self.choice.height_cm.value(), self.choice.weight_kg.value(), self.choice.weeks.value()
        columns = self.choice.columns()
        if self._size is None or height is None or weight is None or weeks is None or not columns:
            return None
        settings, base = self._session.settings, self._size
        changed = (height, weight) != (base.height_cm, base.weight_kg)
        size = Size(
            base.sex, base.birth_date, height, weight, base.creatinine, base.whose if not changed else "reference"
        )
        policy = dict(settings.policy)
        if settings.first_dose:
            policy["first_dose"] = settings.first_dose
        times = SiteTimes(settings.chair_minutes, settings.test_minutes, settings.travel_minutes)
        return CompareAsked(
            size, settings.practice or "us", self._session.today, int(weeks), columns, times, policy,
            settings.profile_text,
        )  # fmt: skip

    @Slot()
    def _reckon(self) -> None:
        asked = self._asked()
        if asked is None:
            if self.choice.rows and not self.choice.columns():
                self.message.say("warn", self.tr("Tick at least one regimen."))
            return
        self._turn += 1
        turn = self._turn
        future = self._session.reckoning.put(asked)
        self._session.link.ask(future, lambda found: self._on_found(turn, found), self._on_refused, self)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words, self.tr("This cannot be compared"))

    def _on_found(self, turn: int, found: Comparison) -> None:
        if turn != self._turn:
            return
        self._found = found
        refused = [f"{column.name}: {'; '.join(column.refused)}" for column in found.columns if column.refused]
        if refused:
            self.message.say("warn", "\n".join(refused), self.tr("Not counted"))
        else:
            self.message.clear()
        figures = figures_of(found)
        self.chart.show_figures(tuple(column.name for column in found.columns), figures)
        self._show_table(found)
        self.page.show_comparison(found)
        self.summary.setText(self._summary(found))

    def _summary(self, found: Comparison) -> str:
        size, times = found.asked.size, found.asked.times
        whose = self.tr("the open patient") if size.whose == "patient" else self.tr("an example")
        day = self.tr("{0} min around each infusion, {1} min a blood test, {2} min on the way").format(
            times.around_infusion, times.blood_test, times.travel
        )
        if not any((times.around_infusion, times.blood_test, times.travel)):
            day = self.tr("your own minutes are not set (Settings, Your own day)")
        return self.tr("{0} regimens over {1} weeks from {2}, {3} profile, for {4}: {5} cm, {6} kg; {7}.").format(
            len(found.columns), found.asked.weeks, shown_date(found.asked.day1), found.asked.practice.upper(), whose,
            _short(size.height_cm), _short(size.weight_kg), day,
        )  # fmt: skip

    def _show_table(self, found: Comparison) -> None:
        heads = [self.tr("Counted"), *(column.name.replace(" + ", "\n+ ") for column in found.columns)]
        rows = [TableRow((figure.title, *figure.words)) for figure in figures_of(found)]
        facts: tuple[tuple[str, Callable[[int], str]], ...] = (
            (self.tr("From the file"), lambda place: found.columns[place].chosen.regimen),
            (self.tr("Version"), lambda place: f"{found.columns[place].version} ({found.columns[place].status})"),
            (self.tr("Hash"), lambda place: found.columns[place].sha256[:12]),
            (self.tr("Facts to verify"), lambda place: str(found.columns[place].to_verify)),
        )
        places = range(len(found.columns))
        rows += [TableRow((title, *(fact(place) for place in places)), "note") for title, fact in facts]
        self.table.show_rows(heads, rows)
        self.table.setFixedHeight(self.table.height() + em(2.0) * max(len(rows) - MOST_ROWS, 0))
        levels = [f"{column.name}: {'; '.join(column.levels)}" for column in found.columns if column.levels]
        self.levels.setText("\n".join(levels))
        self.levels.setVisible(bool(levels))


def _short(value: Decimal) -> str:
    return format(value.normalize(), "f")
