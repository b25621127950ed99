"""What an alert card is made from: plain frozen values, ready to be pickled to the worker process."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from treatment_calendar.paper.request import Contacts, Paper
from treatment_calendar.paper.treatment_summary_request import Inhibitor


@dataclass(frozen=True, slots=True)
class AlertCardRequest:
    """Two cards on one sheet for a patient on a checkpoint inhibitor.

    inhibitors  at least one; languages: of the first and of the second card, which may be the same
    elsewhere   cycles were given at an earlier hospital, so that a date nobody knows is no "not given"
    """

    patient_name: str
    identifiers: tuple[str, ...]
    birth_date: date
    inhibitors: tuple[Inhibitor, ...]
    elsewhere: bool
    contacts: Contacts
    languages: tuple[str, str]
    course_id: str
    printed_by: str
    printed_at: datetime
    for_clinical_use: bool = False
    paper: Paper = "a4"
    date_style: Literal["mdy", "dmy", "ymd"] = "ymd"
    number_style: Literal["comma", "thin_space"] = "comma"
