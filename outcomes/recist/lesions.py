"""What a reader of scans reports: lesions, what was seen of them on a day, and the settings of a study. Pure values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Kind = Literal["node", "non-node"]
TargetState = Literal["measured", "too_small", "absent", "not_evaluated"]
NonTargetState = Literal["absent", "present", "unequivocal_pd", "not_evaluated"]
NewLesion = Literal["none", "equivocal", "unequivocal"]

NONTARGET_STATES: tuple[NonTargetState, ...] = ("absent", "present", "unequivocal_pd", "not_evaluated")
NEW_LESION: tuple[NewLesion, ...] = ("none", "equivocal", "unequivocal")
#: What is entered for a lesion that is seen but too small to measure (RECIST 1.1, section 3.1.2), in mm; nodes too.
TOO_SMALL_MM = Decimal(5)
#: A node below this short axis is normal (RECIST 1.1), in mm.
NORMAL_NODE_MM = Decimal(10)


@dataclass(frozen=True, slots=True)
class TargetLesion:
    """A lesion measured at every scan: the longest diameter, of a node the short axis."""

    id: str
    site: str
    kind: Kind

    @property
    def organ(self) -> str:
        """All nodes together are one organ."""
        return "lymph nodes" if self.kind == "node" else " ".join(self.site.casefold().split())


@dataclass(frozen=True, slots=True)
class Seen:
    """A target lesion on one scan.

    mm     the diameter; of a lesion that split, the sum of its pieces; None where it was not evaluated
    """

    state: TargetState
    mm: Decimal | None


@dataclass(frozen=True, slots=True)
class NewSeen:
    """A new lesion followed on its own (iRECIST). mm: where it is measured; grew: an unmeasured one became larger."""

    mm: Decimal | None
    present: bool = True
    grew: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """One time point. target and nontarget: id -> what was seen; an id left out was not evaluated.

    new_lesions  iRECIST: id -> the new lesion
    marker_above_uln  tumour marker above the upper limit of normal; None: not reported
    for_symptoms  an unplanned scan because of new symptoms
    """

    date: date
    target: Mapping[str, Seen]
    nontarget: Mapping[str, NonTargetState]
    new_lesion: NewLesion = "none"
    new_lesions: Mapping[str, NewSeen] = field(default_factory=dict)
    marker_above_uln: bool | None = None
    nontarget_grew: bool = False
    for_symptoms: bool = False
    baseline: bool = False

    @property
    def new_for_sure(self) -> bool:
        """Whether a new lesion is beyond doubt."""
        return self.new_lesion == "unequivocal" or any(one.present for one in self.new_lesions.values())


@dataclass(frozen=True, slots=True)
class Settings:
    """What a protocol has to say; the defaults are those of the project's own study.

    confirm_min_days  least days from a response to the scan that confirms it
    sd_min_days       least days from the first dose to a scan that counts as stable disease, that day included
    max_not_evaluable_between  scans without an answer that may lie between a response and its confirmation
    """

    confirmation_required: bool = True
    confirm_min_days: int = 28
    sd_min_days: int = 42
    max_not_evaluable_between: int = 1
    allow_sd_between_pr: bool = False


@dataclass(frozen=True, slots=True)
class Readings:
    """Everything one reader reports of one patient. scans: in the order of their dates, the baseline first."""

    start_date: date
    settings: Settings
    target: tuple[TargetLesion, ...]
    nontarget: tuple[str, ...]
    baseline: Scan
    scans: tuple[Scan, ...]
    new_anticancer_therapy: date | None = None
