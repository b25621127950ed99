"""Responses as `outcomes.recist` judges them from the scans that count: a plain table, and SDTM rows. Pure."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from uuid import UUID

from outcomes.exchange.cells import Cell, Column, Table, short_decimal, text_of
from outcomes.exchange.columns import COURSE, ENTRY, PATIENT, ROW
from outcomes.exchange.rows import courses_by_day, traced_row
from outcomes.exchange.sdtm import Row, Rows, Subject
from outcomes.recist.of_records import Judged, judge_course, scans_of
from records.values.core import CourseRecord, Workspace
from records.values.exchange import Traced

#: Rules of this export, named in the read-me.
CRITERIA = "RECIST 1.1"

RESPONSES = Table("responses", "Responses by RECIST 1.1: one row a scan after the baseline, reckoned from the scans", (
    PATIENT, COURSE,
    Column("on", "Day of the scan.", "day"),
    Column("criteria", "Rules it was judged by."),
    Column("sum_mm", "Sum of the target diameters; empty where one was not evaluated or there are none."),
    Column("baseline_mm", "That sum at baseline."),
    Column("nadir_before_mm", "Smallest sum before this scan."),
    Column("change_from_baseline_percent", "Percent, every digit."),
    Column("change_from_nadir_percent", "Percent, every digit."),
    Column("target", "Target response."), Column("nontarget", "Non-target response."),
    Column("overall", "Response at this scan."),
    Column("irecist", "By iRECIST."),
    Column("counts", "no: after progression or another therapy."),
    Column("why", "The reason in words.", "words"),
    Column("best_confirmed", "Best overall response of the course, confirmed."),
    Column("best_unconfirmed", "Best overall response of the course, unconfirmed."),
    Column("baseline_broken", "How many rules the baseline breaks; above 0 the course should not be counted."),
    ROW, ENTRY,
))  # fmt: skip


def judged_courses(traced: Traced) -> Iterator[tuple[CourseRecord, Judged]]:
    """Courses with a baseline."""
    for course in courses_by_day(traced.space):
        judged = judge_course(traced.space, course)
        if judged is not None:
            yield course, judged


def response_rows(traced: Traced) -> Iterator[Row]:
    """One row a scan after the baseline, traced to the scan."""
    for course, judged in judged_courses(traced):
        scans = {scan.entry.on: scan.id for scan in scans_of(traced.space, course) if not scan.entry.baseline}
        immune = {point.date: point.response for point in judged.immune.points}
        for point in judged.response.points:
            yield traced_row(traced, scans[point.date], {
                "course": course.id, "on": point.date, "criteria": CRITERIA, "sum_mm": point.sum_mm,
                "baseline_mm": point.baseline_mm, "nadir_before_mm": point.nadir_before_mm,
                "change_from_baseline_percent": _short(point.change_from_baseline),
                "change_from_nadir_percent": _short(point.change_from_nadir), "target": point.target,
                "nontarget": point.nontarget, "overall": point.overall, "irecist": immune.get(point.date),
                "counts": point.scored, "why": point.why,
                "best_confirmed": judged.response.confirmed.response,
                "best_unconfirmed": judged.response.unconfirmed.response, "baseline_broken": len(judged.broken),
            })  # fmt: skip


def _short(value: Decimal | None) -> Cell:
    return None if value is None else short_decimal(value)


def groups_of(space: Workspace) -> dict[UUID, str]:
    """TRLNKGRP and RSLNKGRP: a name for each scan that counts, in the order of days."""
    counted = (scan for scan in space.scans if scan.in_force and scan.entry.on is not None)
    in_order = sorted(counted, key=lambda scan: scan.entry.on or date.min)
    return {scan.id: f"SCAN {number}" for number, scan in enumerate(in_order, start=1)}


def judged_rows(subject: Subject) -> Rows:
    """RS: target, non-target, new lesions and overall of each scan, and the best response of each course."""
    groups = groups_of(subject.traced.space)
    for course, judged in judged_courses(subject.traced):
        if judged.broken:
            continue
        scans = {scan.entry.on: scan.id for scan in scans_of(subject.traced.space, course) if not scan.entry.baseline}
        for point in judged.response.points:
            said = (
                ("TRGRESP", "Target Response", point.target), ("NTRGRESP", "Non-target Response", point.nontarget),
                ("NEWLPROG", "New Lesion Progression", "Y" if point.new else "N"),
                ("OVRLRESP", "Overall Response", point.overall),
            )  # fmt: skip
            for code, test, value in said:
                if value is not None:
                    group: Row = {"RSLNKGRP": groups[scans[point.date]]}
                    yield _response(subject, code, test, value) | group | subject.when("RS", point.date)
        best = judged.response.best
        yield _response(subject, "BESTRESP", "Best Overall Response", best.response) | subject.when(
            "RS", best.first_seen
        )


def _response(subject: Subject, code: str, test: str, value: str) -> Row:
    return subject.row("RS", {
        "RSTESTCD": code, "RSTEST": test, "RSCAT": CRITERIA, "RSORRES": value, "RSSTRESC": value,
        "RSEVAL": "INVESTIGATOR",
    })  # fmt: skip


def sum_rows(subject: Subject) -> Rows:
    """TR: the sum of the target diameters at baseline and at each scan where all were evaluated."""
    groups = groups_of(subject.traced.space)
    for course, judged in judged_courses(subject.traced):
        scans = {scan.entry.on: scan.id for scan in scans_of(subject.traced.space, course)}
        base = judged.readings.baseline
        sums = [(base.date, next((point.baseline_mm for point in judged.response.points), None))]
        sums += [(point.date, point.sum_mm) for point in judged.response.points]
        for on, mm in sums:
            if mm is not None:
                text = text_of(mm)
                yield subject.row("TR", {
                    "TRSPID": scans[on], "TRGRPID": "TARGET", "TRLNKGRP": groups[scans[on]], "TREVAL": "INVESTIGATOR",
                    "TRTESTCD": "SUMDIAM", "TRTEST": "Sum of Diameter", "TRORRES": text,
                    "TRORRESU": "mm", "TRSTRESC": text, "TRSTRESN": mm, "TRSTRESU": "mm", **subject.when("TR", on),
                })  # fmt: skip
