"""main.py plan and main.py calendar: the dated course of a case, and its pages."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from dateutil.tz import tzlocal

from regimen.case import read_case
from regimen.command_line import answer_cases, case_parser
from regimen.definition import Regimen
from regimen.dosing import build_order
from regimen.engine import answer_with
from regimen.errors import refuse
from regimen.given import Case
from regimen.library import load_profile, load_regimen
from regimen.order import CycleOrder
from regimen.policy import resolve_policy
from regimen.practice import Policy, Profile
from treatment_calendar.answer import as_json
from treatment_calendar.answer_text import as_text
from treatment_calendar.course import Course
from treatment_calendar.day_ones import day_ones
from treatment_calendar.layout import lay_out
from treatment_calendar.outside import notes_outside


@dataclass(frozen=True, slots=True)
class Asked:
    """A case with all it names, the order of its own cycle, and what fell back to the profile."""

    case: Case
    regimen: Regimen
    profile: Profile
    policy: Policy
    order: CycleOrder
    defaults_used: tuple[str, ...]


def plan(arguments: Sequence[str]) -> int:
    """Lay out the course of a case and answer it. Returns the exit status."""
    parser = _parser("plan", "The dated course of a case, every cycle with its planned doses.")
    asked = parser.parse_args(arguments)

    def answer(given: object, _: int | None) -> tuple[dict[str, Any], str]:
        read = _read(given, asked.profile)
        course = _course(read, asked.cycles, _planned(read, asked.cycles))
        return as_json(course, read.order, read.defaults_used), as_text(course, read.order.alerts, read.defaults_used)

    return answer_cases(asked.case, answer, as_json=asked.json)


def calendar(arguments: Sequence[str]) -> int:
    """Print the patient's calendar of a case. Returns the exit status."""
    parser = _parser("calendar", "The patient's calendar of a case as PDF, and its appointments as ICS.")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FILE.pdf", help="the PDF to write")
    parser.add_argument(
        "--ics", type=Path, metavar="FILE.ics", help="also write the appointments of the case's own cycle"
    )
    parser.add_argument("--reminders", action="store_true", help="tablet times in the ICS too")
    parser.add_argument(
        "--course-uid", metavar="ID", help="id of the course for the ICS; it must say nothing of the patient"
    )
    parser.add_argument("--lang", metavar="LANGUAGE", help="language of the pages, by default that of the profile")
    parser.add_argument("--paper", choices=("a4", "letter"), help="by default that of the profile")
    parser.add_argument("--from-cycle", type=_whole, metavar="K", help="first cycle printed, by default the case's own")
    parser.add_argument("--large-print", action="store_true", help="at least 14 point")
    asked = parser.parse_args(arguments)
    if asked.ics is None and (asked.reminders or asked.course_uid):
        parser.error("--reminders and --course-uid go with --ics")

    def answer(given: object, place: int | None) -> tuple[dict[str, Any], str]:
        read = _read(given, asked.profile)
        course = _course(read, asked.cycles, {})
        files = {"pdf": _numbered(asked.output, place)}
        _write(files["pdf"], _pages(read, course, asked))
        if asked.ics is not None:
            files["ics"] = _numbered(asked.ics, place)
            _write(files["ics"], _appointments(read, course, asked))
        written = as_json(course, read.order, read.defaults_used)
        answered = {"files": {kind: str(path) for kind, path in files.items()}, "signed": False}
        text = "\n".join(f"{path} written, not signed" for path in files.values())
        keys = ("alerts", "order_alerts", "released", "notes", "defaults_used")
        return answered | {key: written[key] for key in keys}, f"{text}\n"

    return answer_cases(asked.case, answer, as_json=asked.json)


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {"plan": plan, "calendar": calendar}


def _parser(name: str, description: str) -> argparse.ArgumentParser:
    parser = case_parser(name, description)
    parser.add_argument(
        "--cycles", type=_whole, metavar="N", help="cycles from the case's own on, by default as planned"
    )
    return parser


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 6):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


def _read(given: object, profile_file: str | None) -> Asked:
    case = read_case(given)
    regimen = load_regimen(case.regimen)
    profile = load_profile(profile_file or case.practice)
    order = answer_with(regimen, profile, _as_it_begins(regimen, case))
    policy, _ = resolve_policy(profile, None, case.policy)
    fell_back = order.defaults_used
    if case.site is None and "site.country" not in fell_back:
        fell_back = (*fell_back, "site.country")
    return Asked(case, regimen, profile, policy, order, fell_back)


def _as_it_begins(regimen: Regimen, case: Case) -> Case:
    """The case on the day its own cycle begins: age and the age of a blood test count from there."""
    if not any(delay.cycle == case.cycle for delay in case.delays):
        return case
    return replace(case, day1=day_ones(regimen, case, 1)[case.cycle])


def _count(read: Asked, cycles: int | None) -> int:
    return max(read.regimen.planned_cycles - read.case.cycle + 1, 1) if cycles is None else cycles


def _planned(read: Asked, cycles: int | None) -> dict[int, CycleOrder]:
    """The doses of later cycles as they would be on today's basis."""
    days = day_ones(read.regimen, read.case, _count(read, cycles))
    later = range(read.case.cycle + 1, max(days))
    return {
        number: build_order(
            read.regimen, read.profile, replace(read.case, cycle=number, day1=days[number], delays=()), read.policy, ()
        )
        for number in later
    }


def _course(read: Asked, cycles: int | None, planned: Mapping[int, CycleOrder]) -> Course:
    course = lay_out(
        read.regimen, read.profile, read.policy, read.case, read.order, _count(read, cycles),
        planned=planned, zone=tzlocal(),
    )  # fmt: skip
    notes = sorted((*course.notes, *notes_outside(read.case, course)), key=lambda one: one.date)
    return replace(course, notes=tuple(notes))


def _pages(read: Asked, course: Course, asked: argparse.Namespace) -> bytes:
    from treatment_calendar.paper.patient_calendar import patient_calendar
    from treatment_calendar.paper.request import CalendarRequest, Contacts

    first = read.case.cycle if asked.from_cycle is None else asked.from_cycle
    last = course.cycles[-1].cycle
    if not 1 <= first <= last:
        raise refuse("from_cycle", f"--from-cycle is {first}; the cycles laid out end with {last}.")
    revision = read.case.revision
    request = CalendarRequest(
        course=course,
        regimen=read.regimen,
        profile=read.profile,
        order=read.order,
        patient_name=read.case.patient.name,
        identifiers=read.case.patient.identifiers,
        birth_date=read.case.patient.birth_date,
        contacts=Contacts("", "", ""),  # a case has none: the page has lines to write them on
        printed_by="command line",
        printed_at=datetime.now(tzlocal()),
        language=asked.lang or read.profile.language,
        paper=asked.paper or read.profile.paper,
        large_print=asked.large_print,
        from_cycle=first,
        revision=revision,
        replaces=revision - 1 if revision > 1 else None,
        options=read.case.options,
    )
    return patient_calendar(request)


def _appointments(read: Asked, course: Course, asked: argparse.Namespace) -> bytes:
    from treatment_calendar.ics import Reminders, ics_bytes
    from treatment_calendar.notes import languages

    language = asked.lang or read.profile.language
    # Without an id of the course: one that stays the same for the same regimen and first date, and names nobody.
    own = f"capox-planner:{read.regimen.id}:{read.case.day1.isoformat()}:{read.case.cycle}"
    return ics_bytes(
        course,
        cycle=read.case.cycle,
        course_uid=asked.course_uid or str(uuid5(NAMESPACE_URL, own)),
        revision=read.case.revision,
        stamp=datetime.now(UTC),
        reminders=Reminders() if asked.reminders else None,
        language=language if language in languages() else "en",
    )


def _numbered(path: Path, place: int | None) -> Path:
    """FILE.pdf, or FILE-1.pdf, FILE-2.pdf ... for the cases of a list."""
    return path if place is None else path.with_name(f"{path.stem}-{place}{path.suffix}")


def _write(path: Path, data: bytes) -> None:
    from treatment_calendar.paper.atomic import write_atomically

    try:
        write_atomically(path, data)
    except OSError as error:
        raise refuse("output", f"{path.name} cannot be written ({error.strerror}).") from None
