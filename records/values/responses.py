"""Lesions, scans and what became of a course, as plain values: what a reader of scans reports. Nothing here knows SQL.

Nothing is judged here: sums, nadir and responses are reckoned from these by `outcomes.recist`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

LesionKind = Literal["node", "non-node"]
LesionRole = Literal["target", "nontarget", "new"]
TargetState = Literal["measured", "too_small", "absent", "not_evaluated"]
NonTargetState = Literal["absent", "present", "unequivocal_pd", "not_evaluated"]
NewState = Literal["present", "absent", "grew"]
NewLesion = Literal["", "none", "equivocal", "unequivocal"]
Marker = Literal["", "above", "normal", "not_reported"]
OffReason = Literal["", "progression", "toxicity", "withdrawal", "death", "completed", "other"]

#: How a scan was made; what each key means on the screen.
METHODS: Mapping[str, str] = {
    "ct": "CT", "mri": "MRI", "pet_ct": "PET-CT with diagnostic CT", "chest_film": "chest film",
    "ultrasound": "ultrasound", "clinical": "looked at or felt", "other": "other",
}  # fmt: skip
#: Why treatment ended.
OFF_REASONS: Mapping[OffReason, str] = {
    "progression": "progression",
    "toxicity": "toxicity",
    "withdrawal": "the patient's wish",
    "death": "death",
    "completed": "completed as planned",
    "other": "other",
}


@dataclass(frozen=True, slots=True)
class LesionEntry:
    """A lesion that is followed.

    name    T1, N1 ...; never used again in a course while the lesion is in force
    role    target: measured at every scan; nontarget: only rated; new: seen first after the baseline
    organ   one or few words; targets of one organ are counted together ("liver")
    place   where in it ("segment 7")
    slice_mm    thickness of the slices it was measured on at baseline; None: at most 5 mm
    chest_film  measured on a chest film
    unfit       why it cannot be measured, or was treated and has not grown since; "" where it can
    """

    name: str
    role: LesionRole
    organ: str
    kind: LesionKind = "non-node"
    place: str = ""
    slice_mm: Decimal | None = None
    chest_film: bool = False
    unfit: str = ""


@dataclass(frozen=True, slots=True)
class LesionRecord:
    """A stored lesion. withdrawn: entered by mistake; stays on record."""

    id: UUID
    patient_id: UUID
    course_id: UUID
    entry: LesionEntry
    by: str
    at: datetime
    withdrawn: bool = False
    withdrawn_why: str = ""


@dataclass(frozen=True, slots=True)
class TargetReading:
    """A target lesion on one scan: its pieces in mm where it was measured (more than one where it split)."""

    state: TargetState
    pieces_mm: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class NewReading:
    """A named new lesion on one scan. mm: where it is measured; grew: one not measured became larger."""

    state: NewState
    mm: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ScanEntry:
    """A scan as read, complete or half-typed; empty is "not said".

    on           None only while it is typed
    method       a key of METHODS
    targets, nontargets, new_lesions  lesion id -> what was seen
    new_lesion   anything new, whether it has a name of its own or not
    marker       the tumour marker against its upper limit of normal
    nontarget_grew  other disease that had progressed has grown further
    for_symptoms made out of turn because of new symptoms
    texts        field name -> exactly what was typed and could not be read; a scan is complete without any
    """

    on: date | None = None
    method: str = ""
    baseline: bool = False
    targets: Mapping[UUID, TargetReading] = field(default_factory=dict)
    nontargets: Mapping[UUID, NonTargetState] = field(default_factory=dict)
    new_lesions: Mapping[UUID, NewReading] = field(default_factory=dict)
    new_lesion: NewLesion = ""
    marker: Marker = ""
    nontarget_grew: bool = False
    for_symptoms: bool = False
    note: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScanRecord:
    """A stored scan.

    complete   False: half-typed, kept as typed; a complete one never changes, a correction is a new revision
    revision   counts the readings of one scan from 1; replaces: the one this takes the place of; reason: why
    replaced   a later revision took its place; withdrawn: it counts no more; both stay on record
    """

    id: UUID
    patient_id: UUID
    course_id: UUID
    version: int
    entry: ScanEntry
    complete: bool
    revision: int
    replaces: UUID | None
    reason: str
    by: str
    at: datetime
    changed_by: str
    changed_at: datetime
    replaced: bool = False
    withdrawn: bool = False
    withdrawn_why: str = ""

    @property
    def in_force(self) -> bool:
        """Whether it counts."""
        return self.complete and not self.replaced and not self.withdrawn


@dataclass(frozen=True, slots=True)
class ResponseSettings:
    """What the protocol says about confirmation and stable disease; days are counted as differences of dates."""

    confirmation_required: bool = True
    confirm_min_days: int = 28
    sd_min_days: int = 42
    max_not_evaluable_between: int = 1
    allow_sd_between_pr: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpEntry:
    """What became of a course and of the patient, as far as it is known; None and "" are "not known" or "not yet".

    new_therapy_on    first day of another anticancer drug
    judged_progression_on  a clinician called it progression without a scan that shows it
    off_on, off_reason, off_words  treatment ended: last decision, why, and in words where there is more to say
    death_on          of the patient: no other row of theirs may say another day
    last_alive_on     the last contact of any kind
    settings          how responses in this course are judged
    """

    new_therapy_on: date | None = None
    judged_progression_on: date | None = None
    off_on: date | None = None
    off_reason: OffReason = ""
    off_words: str = ""
    death_on: date | None = None
    last_alive_on: date | None = None
    note: str = ""
    settings: ResponseSettings = ResponseSettings()


@dataclass(frozen=True, slots=True)
class FollowUpRecord:
    """A stored follow-up; one a course."""

    id: UUID
    patient_id: UUID
    course_id: UUID
    version: int
    entry: FollowUpEntry
    changed_by: str
    changed_at: datetime
