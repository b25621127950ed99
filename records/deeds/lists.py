"""Keep the tables that lists and search read, inside the transaction of the change."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from records.deeds.in_order import first_entry
from records.deeds.texts import text_of
from records.folding import fold, identifier_parts, parts
from records.tables import CourseRow, PatientLineRow, PatientRow, SearchPart
from regimen.definition import Regimen
from regimen.reader import read_regimen

MOST_FOLDED = 600


def identifiers_text(row: PatientRow) -> str:
    """Identifiers as a list shows them."""
    return ", ".join(f"{kind} {value}".strip() for kind, value in row.identifiers)


@lru_cache(maxsize=64)
def regimen_of(text: str, name: str) -> Regimen:
    return read_regimen(text, name)


def regimen_words(text: str, course: CourseRow) -> str:
    """The regimen as people call it: "pembrolizumab + CAPOX"."""
    regimen = regimen_of(text, course.regimen_id)
    drugs = regimen.drugs_of(course.first_cycle, dict(course.options))
    title = regimen.short_title
    for drug in (drug.name for drug in drugs if drug.role == "inhibitor"):
        if "ICI" in title:
            title = title.replace("ICI", drug)
        elif drug not in title:
            title = f"{title} + {drug}"
    return title


def course_text(session: Session, row: PatientRow) -> str:
    """The course in force, or the last one, in a few words."""
    query = select(CourseRow).where(CourseRow.patient_id == row.id).order_by(first_entry(CourseRow).desc())
    return courses_in_words(session, session.scalars(query).all())


def course_texts(session: Session, patient_ids: set[UUID]) -> dict[UUID, str]:
    """The same for many patients in one question."""
    query = select(CourseRow).where(CourseRow.patient_id.in_(patient_ids)).order_by(first_entry(CourseRow).desc())
    found: dict[UUID, list[CourseRow]] = {patient_id: [] for patient_id in patient_ids}
    for course in session.scalars(query):
        found[course.patient_id].append(course)
    return {patient_id: courses_in_words(session, courses) for patient_id, courses in found.items()}


def courses_in_words(session: Session, courses: Sequence[CourseRow]) -> str:
    """courses: of one patient, the newest first."""
    active = [course for course in courses if course.status == "active"] or list(courses)
    if not active:
        return ""
    course = active[0]
    text = regimen_words(text_of(session, course.regimen_sha256), course)
    return text if course.status == "active" else f"{text}, {course.status}"


def refresh_line(session: Session, row: PatientRow) -> None:
    """The patient's line and where a search finds it."""
    line = session.get(PatientLineRow, row.id)
    if line is None:
        line = PatientLineRow(patient_id=row.id)
        session.add(line)
    fill_line(line, row)
    line.course = course_text(session, row)
    session.flush()
    session.execute(delete(SearchPart).where(SearchPart.patient_id == row.id))
    session.add_all(search_parts(row))
    session.flush()


def add_first_lines(session: Session, rows: Iterable[PatientRow]) -> None:
    """The same for patients made just now, who have no course and no line yet; one flush for all."""
    for row in rows:
        line = PatientLineRow(patient_id=row.id, course="")
        fill_line(line, row)
        session.add(line)
        session.add_all(search_parts(row))
    session.flush()


def fill_line(line: PatientLineRow, row: PatientRow) -> None:
    """Everything of a line but the course."""
    values = [str(value) for _, value in row.identifiers]
    folded_ids = " ".join(
        dict.fromkeys(text for value in values for text in (fold(value), fold(value).replace(" ", "")))
    )
    line.name, line.birth_date, line.sex = row.name, row.birth_date, row.sex
    line.identifiers = identifiers_text(row)
    line.folded = f"{fold(row.name)} {folded_ids}"[:MOST_FOLDED]


def search_parts(row: PatientRow) -> list[SearchPart]:
    """Where a search finds the patient."""
    values = [str(value) for _, value in row.identifiers]
    found = dict.fromkeys([*parts(row.name), *(part for value in values for part in identifier_parts(value))])
    return [SearchPart(part=part, patient_id=row.id) for part in found]
