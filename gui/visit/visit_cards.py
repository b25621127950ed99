"""The cards of one visit: made for a patient and a day, kept as texts, and put back from them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gui.visit.event_draft import drafts_of, texts_of
from gui.visit.events_card import EventsCard, EventsGiven, split
from gui.visit.lab_card import LabCard
from gui.visit.lab_import import LabImportCard
from gui.visit.reported_card import ReportedCard, last_scores, reported_texts
from gui.visit.tablets_card import TabletsCard
from gui.visit.terms import Terms
from gui.visit.visit_entry import complete_entry, said_on, texts_of_entry
from gui.visit.visit_reckoning import (
    CTCAE,
    TreatmentDay,
    asked_tests,
    cycle_on,
    infusion_days,
    known_labs,
    of_course,
    suspects_of,
    tablets_ordered,
    usual_terms,
)
from gui.visit.vitals_card import VitalsCard
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.bedside.event_checks import known_dates
from records.course.cycle_case import newest
from records.values.core import CourseRecord
from records.values.visits import VisitEntry, VisitRecord
from regimen.grading.official import OfficialText


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


@dataclass(frozen=True, slots=True)
class VisitCards:
    """tablets: None where no tablets were ordered for the cycle they would belong to."""

    labs: LabCard
    vitals: VitalsCard
    events: EventsCard
    tablets: TabletsCard | None
    terms: Terms
    imports: LabImportCard
    reported: ReportedCard

    def taken(self) -> tuple[QWidget, ...]:
        """The cards of what was measured and counted."""
        return (self.labs, self.vitals, *((self.tablets,) if self.tablets is not None else ()))

    def said(self) -> tuple[QWidget, ...]:
        """The cards of what was said, and above them what a message of the laboratory would store."""
        return (self.imports, self.events, self.reported)

    def show_beside(self) -> None:
        """The nurse's grades beside the patient's scores."""
        self.reported.show_grades({draft.term: draft.grade for draft in self.events.drafts()})

    def texts(self) -> dict[str, str]:
        """Everything as typed."""
        texts = self.labs.texts() | self.vitals.texts() | texts_of(self.events.drafts()) | self.reported.texts()
        texts |= self.events.none.texts()
        return texts | (self.tablets.texts() if self.tablets is not None else {})

    def putting_back(self, record: VisitRecord | None, state: PatientState, course: CourseRecord) -> Iterator[None]:
        """A visit as it was kept, in parts: half-done as typed, complete as stored; None: one nobody has begun."""
        if record is None:
            yield from self.events.showing(())
            return
        texts: Mapping[str, str] = record.entry.texts
        if record.complete:
            said = said_on(of_course(state.space.events, course), record.entry, self.terms)
            texts = texts_of_entry(record.entry, state.space.labs, self.terms, said) | reported_texts(record.entry)
        yield from self._putting(texts, state, course)

    def put_texts(self, texts: Mapping[str, str], state: PatientState, course: CourseRecord) -> None:
        """Fields as they were typed."""
        for _part in self._putting(texts, state, course):
            pass

    def _putting(self, texts: Mapping[str, str], state: PatientState, course: CourseRecord) -> Iterator[None]:
        self.labs.set_texts(texts)
        self.reported.set_texts(texts)
        self.vitals.set_texts(texts)
        if self.tablets is not None:
            self.tablets.set_texts(texts)
        over = {str(one.id) for one in split(of_course(state.space.events, course))[1]}
        self.events.none.set_texts(texts)
        yield from self.events.showing([one for one in drafts_of(texts) if one.key not in over or one.ended])

    def show_wording(self, official: Mapping[str, OfficialText], shown: str) -> None:
        """Other words for the grades, another version shown; everything typed stays."""
        self.terms.official, self.terms.shown = official, shown
        self.events.show_wording()
        self.labs.rows.show_version(shown)

    def lab_grades(self) -> dict[str, int]:
        """Term -> grade that the values typed today give, by the version the rules run on."""
        found = [self.labs.rows.grades.get(name) for name in self.labs.rows.typed()]
        return {one.term.name: one.grade for one in found if one is not None and one.term is not None and one.grade}

    def refused(self) -> list[str]:
        """What cannot be used, one sentence each."""
        tablets = self.tablets.refused() if self.tablets is not None else ()
        return [
            *self.labs.refused(), *self.vitals.refused(), *self.events.refused(), *self.reported.refused(), *tablets,
        ]  # fmt: skip

    def entry(self, on: date) -> VisitEntry:
        """The visit as understood."""
        vitals, drafts = self.vitals.vitals(), self.events.drafts()
        made = complete_entry(on, vitals, self.vitals.confirmed(), drafts, self.tablets, none=self.events.none.said())
        return replace(made, patient_reported=self.reported.scores())


def make_cards(
    state: PatientState, course: CourseRecord, due: TreatmentDay, on: date, official: Mapping[str, OfficialText]
) -> VisitCards:
    """Empty cards for a day: tests, limits and tablets as last reported; `putting_back` fills them."""
    assert state.files is not None
    cycle, day = cycle_on(state, on)
    shown = state.settings.ctcae_shown
    style, infusions = state.files.profile.date_style, infusion_days(state, course)
    tests, known = asked_tests(state, course, due), known_labs(state.space.labs, course, on)
    labs = LabCard(tests, known, CTCAE, shown, on=on, style=style)
    weight = newest(state.space.measurements, "weight_kg", on)
    last = tr("last {0} kg, {1}").format(weight.value, shown_date(weight.on, weekday=False)) if weight else ""
    vitals = VitalsCard(last, weight.value if weight else None)
    drugs, suspects = suspects_of(state, course, cycle)
    ongoing, ended = split(of_course(state.space.events, course))
    known_days = known_dates(state.space, course.id)
    given = EventsGiven(ongoing, usual_terms(state), suspects, drugs, on, style, ended, infusions, known_days)
    terms = Terms(CTCAE, drugs, shown, official)
    tablets, reported = _tablets(state, course, cycle, day), ReportedCard(*last_scores(state.space.visits, course, on))
    cards = VisitCards(labs, vitals, EventsCard(given, terms), tablets, terms, LabImportCard(), reported)
    labs.hl7_button.clicked.connect(lambda _checked=False: cards.imports.open_up())
    cards.events.changed.connect(lambda: cards.show_beside())
    return cards


def _tablets(state: PatientState, course: CourseRecord, cycle: int, day: int) -> TabletsCard | None:
    """Those of the cycle before on a day 1, else of this one."""
    assert state.files is not None
    of = cycle - 1 if day == 1 and cycle > course.entry.first_cycle else cycle
    drug, strengths = tablets_ordered(state, of)
    days = state.files.regimen.phase_of(of).cycle_days
    return TabletsCard(of, drug, strengths, days) if strengths else None
