"""SDTM-style findings of one patient: vital signs, ECOG, laboratory, tumours and response. Pure."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from outcomes.exchange.cells import Cell, short_decimal, text_of
from outcomes.exchange.codes import exchange_codes, loinc_of
from outcomes.exchange.judged import groups_of, sum_rows
from outcomes.exchange.response_rows import by_name
from outcomes.exchange.sdtm import Row, Rows, Subject, last_before, numbered
from outcomes.exchange.visit_rows import points_of
from records.course.course_plan import order_value
from records.hl7_labs.codes import Unit, moved, to_unit
from records.values.core import LabResult
from records.values.responses import LesionRecord, ScanRecord, TargetReading
from regimen.analytes import analytes

#: Values of a visit, by the name of their field, with the unit of CDISC.
VISIT_SIGNS = {
    "temperature_c": "C", "pulse_per_min": "beats/min", "systolic_mmhg": "mmHg", "diastolic_mmhg": "mmHg",
    "spo2_percent": "%",
}  # fmt: skip
MEASURED = {"height_cm": "cm", "weight_kg": "kg"}
#: SDTM words for what was seen of a lesion that is only rated.
SEEN = {
    "present": "PRESENT", "absent": "ABSENT", "unequivocal_pd": "UNEQUIVOCAL PROGRESSION", "grew": "INCREASED",
    "not_evaluated": "NOT EVALUABLE", "too_small": "TOO SMALL TO MEASURE",
}  # fmt: skip


def vs_rows(subject: Subject) -> Rows:
    """Heights, weights, body surface of orders in force, and the signs of complete visits, by day."""
    space = subject.traced.space
    rows: list[tuple[date, Row]] = []
    for one in space.measurements:
        rows.append((one.on, _sign(subject, one.id, one.kind, one.value, MEASURED[one.kind], one.on)))
    for record in space.orders:
        if record.state in ("signed", "given"):
            bsa = order_value(record).bsa
            on = record.given_on or record.day1
            derived: Row = {"VSDRVFL": "Y", "VSMETHOD": bsa.formula.upper()}
            rows.append((on, _sign(subject, record.id, "bsa_m2", short_decimal(bsa.m2), "m2", on) | derived))
    for visit in space.visits:
        for name, unit in VISIT_SIGNS.items() if visit.complete else ():
            value = getattr(visit.entry, name)
            if value is not None:
                rows.append((visit.entry.on, _sign(subject, visit.id, name, value, unit, visit.entry.on)))
    in_order = [row for _on, row in sorted(rows, key=lambda pair: pair[0])]
    yield from numbered(last_before(subject, in_order, "VS"), "VSSEQ")


def _sign(subject: Subject, spid: Cell, name: str, value: Decimal | int, unit: str, on: date) -> Row:
    vital = exchange_codes().vitals[name]
    return subject.row("VS", {
        "VSSPID": spid, "VSTESTCD": vital.cdisc, "VSTEST": vital.cdisc_title, "VSORRES": text_of(value),
        "VSORRESU": unit, "VSSTRESC": text_of(value), "VSSTRESN": value, "VSSTRESU": unit, **subject.when("VS", on),
    })  # fmt: skip


def qs_rows(subject: Subject) -> Rows:
    """ECOG of complete visits."""
    vital = exchange_codes().vitals["ecog"]
    seen = (visit for visit in subject.traced.space.visits if visit.complete and visit.entry.ecog is not None)
    rows = [
        subject.row("QS", {
            "QSSPID": visit.id, "QSTESTCD": vital.cdisc, "QSTEST": vital.cdisc_title, "QSCAT": "ECOG",
            "QSORRES": str(visit.entry.ecog), "QSSTRESC": str(visit.entry.ecog), "QSSTRESN": visit.entry.ecog,
            **subject.when("QS", visit.entry.on),
        })
        for visit in sorted(seen, key=lambda visit: visit.entry.on)
    ]  # fmt: skip
    yield from numbered(last_before(subject, rows, "QS"), "QSSEQ")


def lb_rows(subject: Subject) -> Rows:
    """Laboratory values that count, by day."""
    points = points_of(subject.traced)
    labs = sorted(subject.traced.space.labs, key=lambda one: (one.on, one.taken_at[:16]))
    rows = []
    for lab in labs:
        point = points[lab.id]
        known = analytes().by_name.get(lab.analyte)
        codes = exchange_codes().labs.get(lab.analyte)
        value, unit = standard(lab)
        rows.append(subject.row("LB", {
            "LBSPID": lab.id, "LBTESTCD": "" if codes is None else codes.cdisc,
            "LBTEST": lab.analyte if known is None else known.title, "LBCAT": "" if codes is None else codes.category,
            "LBLOINC": loinc_of(lab.analyte, lab.unit), "LBNRIND": indicator(lab), **_standard_limits(lab),
            "LBORRES": text_of(lab.value), "LBORRESU": lab.unit, "LBORNRLO": text_of(lab.lln),
            "LBORNRHI": text_of(lab.uln), "LBSTRESC": text_of(value), "LBSTRESN": value, "LBSTRESU": unit,
            "LBTOX": point.term, "LBTOXGR": "" if point.grade is None else str(point.grade),
            "LBBLFL": "Y" if point.is_baseline else None, **subject.when("LB", lab.on, point.taken),
        }))  # fmt: skip
    yield from numbered(last_before(subject, rows, "LB"), "LBSEQ")


def indicator(lab: LabResult) -> str | None:
    """Below, within or above the limits of the laboratory; None where those that are known do not decide."""
    if lab.lln is not None and lab.value < lab.lln:
        return "LOW"
    if lab.uln is not None and lab.value > lab.uln:
        return "HIGH"
    return "NORMAL" if lab.lln is not None and lab.uln is not None else None


def _standard_limits(lab: LabResult) -> Row:
    """The limits in the unit of the standard value."""
    return {
        name: None if limit is None else standard(replace(lab, value=limit))[0]
        for name, limit in (("LBSTNRLO", lab.lln), ("LBSTNRHI", lab.uln))
    }


def standard(lab: LabResult) -> tuple[Decimal, str]:
    """A value in the unit of assets/analytes.toml where that only moves the point; else as it was reported."""
    known = analytes().by_name.get(lab.analyte)
    if known is not None and lab.unit in known.units:
        found = to_unit(known, Unit(lab.unit, Decimal(1)), known.unit)
        if found is not None:
            return moved(lab.value, found.factor), found.unit
    return lab.value, lab.unit


def tu_rows(subject: Subject) -> Rows:
    """Lesions, on the day of the first scan that names them."""
    scans = in_force(subject)
    first = {ident: scan for scan in reversed(scans) for ident in named_in(scan)}
    words = {"target": "TARGET", "nontarget": "NON-TARGET", "new": "NEW"}
    rows = []
    for lesion in subject.traced.space.lesions:
        scan = first.get(lesion.id)
        if lesion.withdrawn or scan is None:
            continue
        entry = lesion.entry
        place = ", ".join(part for part in (entry.organ, entry.place) if part)
        rows.append(subject.row("TU", {
            "TUSPID": lesion.id, "TULNKID": entry.name, "TUTESTCD": "TUMIDENT", "TUTEST": "Tumor Identification",
            "TUORRES": words[entry.role], "TUSTRESC": words[entry.role], "TULOC": place.upper() or None,
            "TUMETHOD": method(scan), "TUEVAL": "INVESTIGATOR", **subject.when("TU", scan.entry.on),
        }))  # fmt: skip
    yield from numbered(rows, "TUSEQ")


def in_force(subject: Subject) -> list[ScanRecord]:
    """The scans that count, the first one first."""
    scans = (scan for scan in subject.traced.space.scans if scan.in_force and scan.entry.on is not None)
    return sorted(scans, key=lambda scan: scan.entry.on or date.min)


def named_in(scan: ScanRecord) -> tuple[object, ...]:
    """Lesions a scan says something of."""
    entry = scan.entry
    return (*entry.targets, *entry.nontargets, *entry.new_lesions)


def method(scan: ScanRecord) -> str:
    """How it was made, as CDISC writes it."""
    return {"ct": "CT SCAN", "mri": "MRI", "pet_ct": "PET/CT SCAN", "ultrasound": "ULTRASOUND"}.get(
        scan.entry.method, scan.entry.method.upper().replace("_", " ")
    )


def tr_rows(subject: Subject) -> Rows:
    """What was measured and seen, scan by scan, then the sums."""
    lesions = {lesion.id: lesion for lesion in subject.traced.space.lesions}
    rows = []
    groups = groups_of(subject.traced.space)
    for scan in in_force(subject):
        entry = scan.entry
        of_scan: Row = {
            "TRSPID": scan.id, "TRLNKGRP": groups[scan.id], "TRMETHOD": method(scan), "TREVAL": "INVESTIGATOR",
            **subject.when("TR", entry.on),
        }  # fmt: skip
        for ident, target in by_name(entry.targets, lesions):
            rows.append(subject.row("TR", of_scan | {"TRGRPID": "TARGET"} | _measured(lesions[ident], target)))
        for ident, state in by_name(entry.nontargets, lesions):
            rows.append(subject.row("TR", of_scan | {"TRGRPID": "NON-TARGET"} | _rated(lesions[ident], state)))
        for ident, new in by_name(entry.new_lesions, lesions):
            seen = _rated(lesions[ident], new.state) if new.mm is None else _size(lesions[ident], new.mm)
            rows.append(subject.row("TR", of_scan | {"TRGRPID": "NEW"} | seen))
    yield from numbered([*rows, *sum_rows(subject)], "TRSEQ")


def _measured(lesion: LesionRecord, target: TargetReading) -> Row:
    if target.state == "measured":
        return _size(lesion, sum(target.pieces_mm, Decimal(0)))
    if target.state == "not_evaluated":
        return _of(lesion) | {"TRSTAT": "NOT DONE", "TRREASND": "NOT EVALUATED"}
    return _rated(lesion, target.state)


def _of(lesion: LesionRecord) -> Row:
    node = lesion.entry.kind == "node"
    return {
        "TRLNKID": lesion.entry.name, "TRTESTCD": "LPERP" if node else "LDIAM",
        "TRTEST": "Longest Perpendicular" if node else "Longest Diameter",
    }  # fmt: skip


def _size(lesion: LesionRecord, mm: Decimal) -> Row:
    return _of(lesion) | {
        "TRORRES": text_of(mm), "TRORRESU": "mm", "TRSTRESC": text_of(mm), "TRSTRESN": mm, "TRSTRESU": "mm",
    }  # fmt: skip


def _rated(lesion: LesionRecord, state: str) -> Row:
    word = SEEN[state]
    return {
        "TRLNKID": lesion.entry.name, "TRTESTCD": "TUMSTATE", "TRTEST": "Tumor State", "TRORRES": word,
        "TRSTRESC": word,
    }  # fmt: skip
