"""What every paper of a clinic's day says of the records it shows and of its print: plain frozen values."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from treatment_calendar.paper.request import Paper

if TYPE_CHECKING:  # the wording reads fonts and loads what draws pages, which the window's process never does
    from treatment_calendar.paper.wording import DateStyle


@dataclass(frozen=True, slots=True)
class Imprint:
    """Every text may come from a keyboard.

    read_at      when the records were read, local time with zone; anchor_at: of the newest entry, None without one
    anchor_seq, anchor_hash  the end of the audit trail at that moment, 64 hexadecimal digits
    anchor_short  the same as it is typed
    not_for_use  what the records as a whole still need; words here print "not for clinical use" on every page
    """

    site_name: str
    printed_by: str
    printed_at: datetime
    read_at: datetime
    anchor_seq: int
    anchor_hash: str
    anchor_short: str
    anchor_at: datetime | None
    paper: Paper = "a4"
    date_style: "DateStyle" = "ymd"
    not_for_use: tuple[str, ...] = ()
