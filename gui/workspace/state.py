"""What the pages of one patient show, derived from one reading of the store. Values only, no widgets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from records.course.clinical_use import SiteFacts
from records.course.course_plan import CourseFiles, files_of, next_cycle, whole_course
from records.course.cycle_case import draft_of, newest, newest_labs, order_in_force
from records.values.core import CourseRecord, OrderRecord, PatientEntry, SiteSettings, Workspace
from regimen.age import age_y
from regimen.body_size import bsa
from regimen.dpyd import result
from regimen.errors import RegimenError
from regimen.kidney import cockcroft_gault, creatinine_umol_l
from regimen.practice import Policy
from regimen.weights import crcl_weight


@dataclass(frozen=True, slots=True)
class PatientState:
    """One patient as the pages see them.

    course  the course worked on: the active one, else the newest; None before a course is begun
    cycle   the cycle the pages open on: the first that is not yet given
    day1    its day 1 by the plan
    day_ones  every cycle laid out -> its day 1; a stop or the end of the regimen leaves later cycles out
    site    what of the records decides whether a page is for clinical use
    """

    space: Workspace
    settings: SiteSettings
    course: CourseRecord | None
    files: CourseFiles | None
    cycle: int
    day1: date | None
    day_ones: Mapping[int, date] = field(default_factory=dict)
    site: SiteFacts = field(default_factory=SiteFacts)

    @property
    def entry(self) -> PatientEntry:
        return self.space.patient.entry

    def order(self, cycle: int) -> OrderRecord | None:
        """The signed or given order of a cycle."""
        return order_in_force(self.space.orders, self.course, cycle) if self.course else None

    def draft(self, cycle: int) -> OrderRecord | None:
        """The draft of a cycle."""
        return draft_of(self.space.orders, self.course, cycle) if self.course else None


def state_of(space: Workspace, settings: SiteSettings, site: SiteFacts | None = None) -> PatientState:
    """Lays out the course once for its next day 1: not for the GUI thread (public holidays are looked up)."""
    facts = site or SiteFacts()
    active = [c for c in space.courses if c.status == "active"] or list(space.courses)
    if not active:
        return PatientState(space, settings, None, None, 1, None, site=facts)
    course = active[-1]
    wanted = next_cycle(space, course)
    planned = course.entry.planned_cycles - course.entry.first_cycle + 1
    laid_out = whole_course(space, course, settings, cycles=max(planned, wanted - course.entry.first_cycle + 1)).cycles
    day_ones = {cycle.cycle: cycle.day1 for cycle in laid_out}
    # Where the treatment is stopped, or the regimen ends, before it, the last cycle there is stays in sight.
    cycle = wanted if wanted in day_ones else max(day_ones, default=wanted)
    files = files_of(course, settings)
    return PatientState(space, settings, course, files, cycle, day_ones.get(cycle), day_ones, facts)


@dataclass(frozen=True, slots=True)
class BannerFacts:
    """The patient's banner in words and exact numbers; None where nothing is on record."""

    name: str
    identifiers: tuple[str, ...]
    birth_date: date
    age_y: int
    sex: str
    allergies: tuple[str, ...]
    allergies_asked: bool
    bsa_m2: Decimal | None
    crcl_ml_min: Decimal | None
    dpyd: str
    dpyd_known: bool
    regimen: str
    options: tuple[str, ...]
    cycle: int
    planned_cycles: int
    day1: date | None


def banner_facts(state: PatientState, today: date) -> BannerFacts:
    """Who this is and what matters for every dose."""
    entry = state.entry
    policy = state.files.policy if state.files else None
    size, clearance = _size_and_clearance(state, policy, today)
    course = state.course
    chosen = _option_titles(state)
    return BannerFacts(
        name=entry.name,
        identifiers=tuple(f"{kind} {value}" for kind, value in entry.identifiers),
        birth_date=entry.birth_date,
        age_y=age_y(entry.birth_date, today),
        sex=entry.sex,
        allergies=entry.allergies,
        allergies_asked=entry.allergies_asked,
        bsa_m2=size,
        crcl_ml_min=clearance,
        dpyd=dpyd_words(entry),
        dpyd_known=entry.dpyd_status == "done",
        regimen=state.files.regimen.short_title if state.files else "",
        options=chosen,
        cycle=state.cycle,
        planned_cycles=course.entry.planned_cycles if course else 0,
        day1=state.day1,
    )


def dpyd_words(entry: PatientEntry) -> str:
    """The DPYD result as the banner says it."""
    if entry.dpyd_status == "pending":
        return "pending"
    if entry.dpyd_status == "not_tested":
        return "not tested"
    if entry.dpyd_score is not None:
        return f"{result(score=entry.dpyd_score).phenotype} ({entry.dpyd_score})"
    return " / ".join(entry.dpyd_variants) if entry.dpyd_variants else "done"


def _option_titles(state: PatientState) -> tuple[str, ...]:
    if state.files is None or state.course is None:
        return ()
    chosen = state.course.entry.options
    return tuple(
        choice.title
        for option in state.files.regimen.options
        for choice in option.choices
        if chosen.get(option.id) == choice.id
    )


def _size_and_clearance(
    state: PatientState, policy: Policy | None, today: date
) -> tuple[Decimal | None, Decimal | None]:
    """From the newest values on record; a banner never stops a page, so what cannot be computed is left empty."""
    space, entry = state.space, state.entry
    height = newest(space.measurements, "height_cm", today)
    weight = newest(space.measurements, "weight_kg", today)
    if height is None or weight is None:
        return None, None
    try:
        size = bsa(policy.bsa_formula if policy else "mosteller", height.value, weight.value, entry.sex)
    except RegimenError:
        return None, None
    creatinine = newest_labs(space.labs, today).get("creatinine")
    if creatinine is None:
        return size, None
    try:
        umol_l = creatinine_umol_l(creatinine.value, "mg/dL" if creatinine.unit == "mg/dL" else "umol/L")
        used = crcl_weight(policy.crcl_weight if policy else "auto", height.value, weight.value, entry.sex)
        return size, cockcroft_gault(age_y(entry.birth_date, today), used.kg, umol_l, entry.sex)
    except RegimenError:
        return size, None
