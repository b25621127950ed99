"""A course in its second cycle, entered through the actions, and the ways a person works on the Visit page."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import uuid4

from gui.dose.signing import answer_text, case_text
from gui.session import Session
from records.course_plan import files_of
from records.cycle_case import case_for
from records.values import CourseRecord, PatientRecord
from regimen.dosing import ENGINE_VERSION
from regimen.engine import answer_with

DAY1 = date(2026, 3, 2)
CYCLE_2 = date(2026, 3, 23)


def sign_and_give(
    session: Session, patient: PatientRecord, course: CourseRecord, cycle: int = 1, day1: date = DAY1
) -> None:
    """A cycle signed as the engine doses it, with the first plan of tablets, and given on its day 1."""
    actions, by = session.actions, session.person
    space = actions.workspace(patient.id).result(30)
    files = files_of(course, session.settings)
    case = case_for(space, course, cycle, day1, session.settings)
    order = answer_with(files.regimen, files.profile, case)
    chosen: Mapping[str, int] = {dose.drug: 0 for dose in order.doses if dose.plans and dose.chosen is None}
    if chosen:
        from dataclasses import replace

        case = replace(case, chosen_plan=chosen)
        order = answer_with(files.regimen, files.profile, case)
    signed = actions.sign_order(
        by, uuid4(), course.id, cycle, case_text(case), answer_text(order), course.regimen_text, course.profile_text,
        {}, ENGINE_VERSION, day1,
    ).result(30)  # fmt: skip
    actions.mark_given(by, signed.id, signed.version, day1).result(30)


def number(text: str) -> Decimal:
    """A number of a scenario."""
    return Decimal(text)
