"""What the worker process is asked for: plain values in, bytes out. Nothing here knows of windows or stores."""

import time
from dataclasses import dataclass
from typing import Literal

from regimen.errors import Refusal, Refused, RegimenError
from treatment_calendar.paper.alert_card_request import AlertCardRequest
from treatment_calendar.paper.batch_request import TASKS
from treatment_calendar.paper.certificate_request import CertificateRequest
from treatment_calendar.paper.day_request import DayListRequest
from treatment_calendar.paper.preparation_request import PreparationRequest
from treatment_calendar.paper.request import CalendarRequest, LabelRequest, PageRequest, StaffSheetRequest
from treatment_calendar.paper.treatment_summary_request import TreatmentSummaryRequest

Kind = Literal[
    "calendar", "staff_sheet", "label", "certificate", "day_list", "preparation_list", "treatment_summary", "alert_card"
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "calendar", "staff_sheet", "label", "certificate", "day_list", "preparation_list", "treatment_summary",
    "alert_card",
)  # fmt: skip
LetterRequest = TreatmentSummaryRequest | AlertCardRequest
Request = PageRequest | CertificateRequest | DayListRequest | PreparationRequest | LetterRequest


@dataclass(frozen=True, slots=True)
class Ready:
    """How the worker stands after warming up. foreign: libraries it must never load that it has loaded (none)."""

    process: int
    seconds: float
    foreign: tuple[str, ...]


FOREIGN = ("PySide6", "sqlalchemy", "pandas", "sqlcipher3")


def make(kind: Kind, request: Request) -> bytes:
    """The PDF of one request. Raises `RegimenError` for what a person can put right."""
    if kind == "calendar" and isinstance(request, CalendarRequest):
        from treatment_calendar.paper.patient_calendar import patient_calendar

        return patient_calendar(request)
    if kind == "staff_sheet" and isinstance(request, StaffSheetRequest):
        from treatment_calendar.paper.staff_sheet import staff_sheet

        return staff_sheet(request)
    if kind == "label" and isinstance(request, LabelRequest):
        from treatment_calendar.paper.label import label

        return label(request)
    if kind == "certificate" and isinstance(request, CertificateRequest):
        from treatment_calendar.paper.certificate import certificate

        return certificate(request)
    if kind == "day_list" and isinstance(request, DayListRequest):
        from treatment_calendar.paper.day_list import day_list

        return day_list(request)
    if kind == "preparation_list" and isinstance(request, PreparationRequest):
        from treatment_calendar.paper.preparation_list import preparation_list

        return preparation_list(request)
    if isinstance(request, LetterRequest):
        return make_letter(kind, request)
    raise TypeError(f"a {type(request).__name__} cannot be made into a {kind}")


def make_letter(kind: Kind, request: LetterRequest) -> bytes:
    """The PDF of a letter or card. Raises `RegimenError` for what a person can put right."""
    if kind == "treatment_summary" and isinstance(request, TreatmentSummaryRequest):
        from treatment_calendar.paper.treatment_summary import treatment_summary

        return treatment_summary(request)
    if kind == "alert_card" and isinstance(request, AlertCardRequest):
        from treatment_calendar.paper.alert_card import alert_card

        return alert_card(request)
    raise TypeError(f"a {type(request).__name__} cannot be made into a {kind}")


def warm() -> Ready:
    """Load libraries, fonts and wording and paint one small page, so that the first print is quick."""
    import os
    import sys

    start = time.perf_counter()
    from treatment_calendar.paper import code, fonts, painter, patient_calendar, staff_sheet, wording
    from treatment_calendar.paper.sheet import Sheet, Text

    fonts.load()
    code.modules("warm")
    for language in wording.languages():
        wording.words_of(language, "ymd", "comma").items("call.items")
    texts = [Text(40, 40, "warm 热", face, 12) for face in fonts.LATIN]
    painter.paint([Sheet(100, 100, [], texts)], patient_calendar.__name__, staff_sheet.__name__)
    foreign = tuple(name for name in FOREIGN if name in sys.modules)
    return Ready(os.getpid(), time.perf_counter() - start, foreign)


def answer(task: tuple[str, object]) -> tuple[str, object]:
    """One task of the worker: ("ready" | "made", value) or ("refused", every reason)."""
    kind, request = task
    if kind == "warm":
        return "ready", warm()
    try:
        if kind in TASKS:
            from treatment_calendar.paper.batch import answer_batch

            return "made", answer_batch(kind, request)
        known = next((one for one in KINDS if one == kind), None)
        if known is None or not isinstance(request, Request):
            raise TypeError(f"the paper worker does not know the task {kind!r}")
        return "made", make(known, request)
    except Refused as refused:
        return "refused", refused.refusals  # the error itself does not survive the way between processes
    except RegimenError as error:
        return "refused", (Refusal(error.field, str(error)),)
