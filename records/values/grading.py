"""A loaded CTCAE workbook as a plain value."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class GradingText:
    """NCI's wording of one version of the CTCAE, as it was loaded.

    ctcae        "5.0" or "6.0"
    text_sha256  of the kept text: the same words have the same hash
    file_sha256  of the xlsx it was read from; file_date: the day that file says it was last saved, "" unsaid
    terms        how many terms it holds
    in_use       whether its wording is shown; at most one of each version
    by, at       who loaded it, and when
    """

    id: UUID
    ctcae: str
    text_sha256: str
    file_sha256: str
    file_date: str
    terms: int
    in_use: bool
    by: str
    at: datetime
