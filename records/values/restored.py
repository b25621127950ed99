"""What a workstation remembers of the records on a server, so that it notices when they were put back. Light."""

from dataclasses import dataclass
from typing import Literal

#: moved: another server, or tables that were made anew, with every entry known here in them; behind: entries known
#: here are missing; other: the entry known here is another one.
Found = Literal["", "moved", "behind", "other"]


@dataclass(frozen=True, slots=True)
class KnownTrail:
    """Where the records were and how far their trail went.

    system    number of the server's cluster, made when it was set up
    table     number of the table that holds the trail; a restored dump makes a new one
    timeline  raised when a cluster is put back to an earlier moment, or a copy takes over from it
    seq, hash the anchor
    """

    system: str
    table: int
    timeline: int
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class RestoreLook:
    """Where the records are now, and what that says beside what was known; the newest entry's moment as text."""

    now: KnownTrail
    found: Found = ""
    newest_at: str = ""
