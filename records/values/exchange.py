"""What leaves the records in an export, and what is said of it in the trail. Plain values; nothing here knows SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from records.values.core import SiteSettings, Workspace

ExportKind = Literal["csv", "xlsx", "sdtm", "xpt", "fhir"]


@dataclass(frozen=True, slots=True)
class Traced:
    """One patient with the newest audit entry of each row, read in one transaction.

    entries  id of a row -> sequence number of its newest entry
    anchor   the end of the whole trail at that moment, "SEQ:HASH"
    settings of the site, as they stand over the practice profile
    """

    space: Workspace
    entries: Mapping[UUID, int]
    anchor: str
    settings: SiteSettings


@dataclass(frozen=True, slots=True)
class ExportNote:
    """What the trail says of an export, beside every patient in it.

    rows    of all its tables, or resources of the bundle
    sha256  of the file, or of the list of files in the folder, which holds the hash of each
    key_file  a file that leads from pseudonyms back to patients was written with it
    """

    kind: ExportKind
    deidentified: bool
    rows: int
    sha256: str
    key_file: bool = False
