"""The card of supportive care for one cycle: a choice being made, or the one that was signed."""

import json

from gui.dose.supportive_card import SignedSupportive, SupportiveCard
from gui.workspace.state import PatientState
from records.course.course_plan import CourseFiles
from records.course.supportive import offer_of, starting_choice
from records.values.core import CourseRecord
from regimen.case import read_case
from regimen.definition import Regimen
from regimen.given import Case

Supportive = SupportiveCard | SignedSupportive


def roles_in(regimen: Regimen, course: CourseRecord, cycle: int) -> frozenset[str]:
    """The roles of the drugs of a cycle."""
    return frozenset(drug.role for drug in regimen.drugs_of(cycle, course.entry.options))


def nothing_ordered() -> Supportive:
    """Before a cycle is shown."""
    return SignedSupportive(None, frozenset())


def supportive_card(
    state: PatientState, course: CourseRecord, files: CourseFiles, cycle: int, *, amending: bool
) -> Supportive:
    """Of the signed order as it was signed; else the choice, as it begins."""
    roles, signed = roles_in(files.regimen, course, cycle), state.order(cycle)
    if signed is not None and not amending:
        return SignedSupportive(read_case(json.loads(signed.case_json)).supportive, roles)
    offer = offer_of(state.space, course, cycle, state.settings)
    start = starting_choice(state.space, course, cycle, state.settings)
    sources = {source.id: source.cite for source in files.regimen.sources}
    return SupportiveCard(offer, start, roles, files.regimen.phase_of(cycle).cycle_days, sources)


def take_over(card: Supportive, case: Case) -> None:
    """An amendment begins with exactly what was signed; an order of before the program knew it begins with the list."""
    if isinstance(card, SupportiveCard) and case.supportive is not None:
        card.take_over(case.supportive)
