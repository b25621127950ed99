"""What a letter about one course is made from: everything of one moment. Plain values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from records.course.clinical_use import SiteFacts
from records.values.audit import TrailEnd
from records.values.core import SiteSettings, Workspace

LetterKind = Literal["treatment summary", "alert card"]
LETTERS: tuple[LetterKind, ...] = ("treatment summary", "alert card")


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Read in one transaction. end: the newest entry of the audit trail at that moment."""

    space: Workspace
    settings: SiteSettings
    site: SiteFacts
    end: TrailEnd
    read_at: datetime
