"""Which version of its files each cycle of a course goes by: a move leaves the cycles before it as they were. Pure."""

from dataclasses import replace
from datetime import datetime

from records.values.core import CourseRecord
from records.values.moves import CourseTexts, WithdrawnFile
from regimen.alerts import day_words

KINDS = {"regimen": "regimen", "profile": "practice profile", "supportive": "supportive care"}


def texts_of(course: CourseRecord) -> CourseTexts:
    """The files a course goes by now."""
    entry = course.entry
    return CourseTexts(
        entry.regimen_id, entry.regimen_version, entry.regimen_sha256, entry.practice, course.profile_sha256,
        course.regimen_text, course.profile_text,
    )  # fmt: skip


def with_texts(course: CourseRecord, texts: CourseTexts) -> CourseRecord:
    """The course as if these were its files."""
    entry = replace(
        course.entry, regimen_id=texts.regimen_id, regimen_version=texts.regimen_version,
        regimen_sha256=texts.regimen_sha256, practice=texts.practice,
    )  # fmt: skip
    return replace(
        course, entry=entry, regimen_text=texts.regimen_text, profile_text=texts.profile_text,
        profile_sha256=texts.profile_sha256,
    )  # fmt: skip


def course_at(course: CourseRecord, cycle: int) -> CourseRecord:
    """The course with the files one of its cycles goes by: those of the last move from that cycle or before it."""
    if not course.moves:
        return course
    texts = course.moves[0].before
    for move in course.moves:
        if move.from_cycle <= cycle:
            texts = move.after
    return with_texts(course, texts)


def stretches(course: CourseRecord) -> tuple[tuple[int, CourseRecord], ...]:
    """First cycle and course of each run of cycles that go by the same files, in order."""
    first = course.entry.first_cycle
    starts = sorted({first, *(max(move.from_cycle, first) for move in course.moves)})
    found: list[tuple[int, CourseRecord]] = []
    for start in starts:
        at = course_at(course, start)
        if not found or texts_of(found[-1][1]) != texts_of(at):
            found.append((start, at))
    return tuple(found)


def withdrawn_words(file: WithdrawnFile) -> str:
    """An approval that was withdrawn, as every page and list says it."""
    return (
        f"Approval of {KINDS[file.kind]} {file.file_id} version {file.file_version} withdrawn on {on(file.at)} by"
        f" {file.by}: {file.why}"
    )


def on(at: datetime) -> str:
    """The day of a moment, in the time of this place."""
    return day_words(at.astimezone().date())
