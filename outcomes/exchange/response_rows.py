"""Tables of lesions, scans and what became of a course: what readers reported, judged by nobody here. Pure."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from outcomes.exchange import words_known as known
from outcomes.exchange.cells import Cell, Column, Table
from outcomes.exchange.columns import BY, COURSE, ENTRY, PATIENT, ROW, WITHDRAWN
from outcomes.exchange.rows import traced_row
from records.values.exchange import Traced
from records.values.responses import LesionRecord, ScanRecord

Rows = Iterator[dict[str, Cell]]
S = TypeVar("S")

LESIONS = Table("lesions", "Lesions that are followed", (
    PATIENT, COURSE,
    Column("lesion", "T1, N1 ... as named here.", "code", known.is_lesion),
    Column("role", "target, nontarget or new."),
    Column("kind", "node or non-node."),
    Column("organ", "As typed.", "words"), Column("place", "Where in it, as typed.", "words"),
    Column("slice_mm", "Thickness of the slices it was measured on; empty: at most 5 mm."),
    Column("chest_film", "Whether it was measured on a chest film."),
    Column("unfit", "Why it cannot be measured; empty where it can.", "words"),
    BY, Column("at", "When it was written down (UTC).", "moment"), *WITHDRAWN, ROW, ENTRY,
))  # fmt: skip

READINGS = Table("scans", "Scans: one row a lesion seen, or one row where none is named", (
    PATIENT, COURSE,
    Column("scan", "The scan.", "row"),
    Column("on", "Day.", "day"),
    Column("method", "How it was made."),
    Column("baseline", "Whether it is the baseline."),
    Column("complete", "no: half-typed, values may still change."),
    Column("counts", "no: half-typed, replaced by a later reading, or taken back."),
    Column("revision", "1 for the first reading, then on."),
    Column("lesion", "The lesion, as named here.", "code", known.is_lesion), Column("lesion_id", "Its row_id.", "row"),
    Column("role", "target, nontarget or new."),
    Column("state", "What was seen of it."),
    Column("mm", "Longest diameter, of a node the short axis, mm; of a lesion that split the sum of its pieces."),
    Column("pieces", "How many pieces that is."),
    Column("new_lesion", "Of the scan: none, equivocal or unequivocal."),
    Column("marker", "Of the scan: the tumour marker against its upper limit."),
    Column("for_symptoms", "Whether it was made out of turn because of symptoms."),
    Column("reason", "Why it was read again.", "words"), Column("note", "Note as typed.", "words"),
    BY, *WITHDRAWN, ROW, ENTRY,
))  # fmt: skip

FOLLOW_UP = Table("follow_up", "What became of a course and the patient; empty: not known", (
    PATIENT, COURSE,
    Column("new_therapy_on", "First day of another anticancer drug.", "day"),
    Column("judged_progression_on", "Progression a clinician called without a scan that shows it.", "day"),
    Column("off_on", "Treatment ended.", "day"), Column("off_reason", "Why."),
    Column("off_words", "Why, in words.", "words"),
    Column("death_on", "Death.", "day"), Column("last_alive_on", "Last known alive.", "day"),
    Column("confirmation_required", "Setting of the course: whether CR and PR need confirmation."),
    Column("confirm_min_days", "Setting: days to confirm."), Column("sd_min_days", "Setting: least days of stable."),
    Column("note", "Note as typed.", "words"),
    BY, ROW, ENTRY,
))  # fmt: skip


def lesion_rows(traced: Traced) -> Rows:
    """Lesions, withdrawn ones among them."""
    for one in traced.space.lesions:
        entry = one.entry
        yield traced_row(traced, one.id, {
            "course": one.course_id, "lesion": entry.name, "role": entry.role, "kind": entry.kind,
            "organ": entry.organ, "place": entry.place, "slice_mm": entry.slice_mm, "chest_film": entry.chest_film,
            "unfit": entry.unfit, "by": one.by, "at": one.at,
            "withdrawn": one.withdrawn, "withdrawn_why": one.withdrawn_why,
        })  # fmt: skip


def scan_rows(traced: Traced) -> Rows:
    """Scans with what was seen of each lesion."""
    lesions = {one.id: one for one in traced.space.lesions}
    for scan in traced.space.scans:
        entry = scan.entry
        of_scan: dict[str, Cell] = {
            "course": scan.course_id, "scan": scan.id, "on": entry.on, "method": entry.method,
            "baseline": entry.baseline, "complete": scan.complete, "counts": scan.in_force, "revision": scan.revision,
            "new_lesion": entry.new_lesion, "marker": entry.marker, "for_symptoms": entry.for_symptoms,
            "reason": scan.reason, "note": entry.note, "by": scan.changed_by,
            "withdrawn": scan.withdrawn, "withdrawn_why": scan.withdrawn_why,
        }  # fmt: skip
        for seen in list(seen_on(scan, lesions)) or [{}]:
            yield traced_row(traced, scan.id, of_scan | seen)


def seen_on(scan: ScanRecord, lesions: Mapping[UUID, LesionRecord]) -> Rows:
    """What was seen of each lesion on one scan."""
    entry = scan.entry
    for ident, target in by_name(entry.targets, lesions):
        mm = sum(target.pieces_mm, Decimal(0)) if target.pieces_mm else None
        yield _named(lesions.get(ident)) | {
            "lesion_id": ident, "role": "target", "state": target.state, "mm": mm,
            "pieces": len(target.pieces_mm) or None,
        }  # fmt: skip
    for ident, state in by_name(entry.nontargets, lesions):
        yield _named(lesions.get(ident)) | {"lesion_id": ident, "role": "nontarget", "state": state}
    for ident, new in by_name(entry.new_lesions, lesions):
        yield _named(lesions.get(ident)) | {"lesion_id": ident, "role": "new", "state": new.state, "mm": new.mm}


def by_name(seen: Mapping[UUID, S], lesions: Mapping[UUID, LesionRecord]) -> list[tuple[UUID, S]]:
    """What was seen, in the order of the lesions' names."""
    return sorted(seen.items(), key=lambda one: lesions[one[0]].entry.name if one[0] in lesions else "")


def _named(lesion: LesionRecord | None) -> dict[str, Cell]:
    return {"lesion": "" if lesion is None else lesion.entry.name}


def follow_up_rows(traced: Traced) -> Rows:
    """One row a course that somebody said something about."""
    for one in traced.space.follow_up:
        entry = one.entry
        yield traced_row(traced, one.id, {
            "course": one.course_id, "new_therapy_on": entry.new_therapy_on,
            "judged_progression_on": entry.judged_progression_on, "off_on": entry.off_on,
            "off_reason": entry.off_reason, "off_words": entry.off_words, "death_on": entry.death_on,
            "last_alive_on": entry.last_alive_on, "confirmation_required": entry.settings.confirmation_required,
            "confirm_min_days": entry.settings.confirm_min_days, "sd_min_days": entry.settings.sd_min_days,
            "note": entry.note, "by": one.changed_by,
        })  # fmt: skip
