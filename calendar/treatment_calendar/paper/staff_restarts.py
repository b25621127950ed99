"""Restarts within the cycle on the staff sheet: each with its tablets, the doses left, its proof and its signature."""

from treatment_calendar.paper.block import Para
from treatment_calendar.paper.request import AlertWords, RestartShown, StaffSheetRequest
from treatment_calendar.paper.sheet import BLACK
from treatment_calendar.paper.staff_doses import INDENT, exact_words, proof_paras, tablet_paras
from treatment_calendar.paper.staff_words import SIZE, StaffWords, para


def restarts(request: StaffSheetRequest, words: StaffWords) -> list[Para]:
    """What is no longer taken as ordered above, from which dose on."""
    return [one for shown in request.restarts for one in _restart(shown, words)]


def _restart(shown: RestartShown, words: StaffWords) -> list[Para]:
    dose, signature = shown.dose, shown.signature
    start, last = (
        words(f"half_{'morning' if at.half == 'am' else 'evening'}", date=words.date_text(at.date, "weekday_"))
        for at in (shown.start, shown.last)
    )
    headline = words("restart_headline", drug=dose.drug, start=start)
    left = words("restart_left", doses=shown.mornings + shown.evenings, mornings=shown.mornings,
                 evenings=shown.evenings, last=last, missed=shown.missed)  # fmt: skip
    at = f"{words.date_text(signature.at.date())}, {signature.at:%H:%M}"
    signed = words("restart_signed", name=words.user(signature.name), role=signature.role, at=at, code=shown.check_code,
                   reason=words.user(shown.reason))  # fmt: skip
    alerts = [para(_alert(one, words), indent=INDENT) for one in shown.alerts]
    return [
        Para(headline, SIZE + 3, "bold", before=3, grey=BLACK, small=True),
        para(exact_words(dose, words), indent=INDENT),
        para(left, indent=INDENT),
        *tablet_paras(dose, words),
        *alerts,
        *proof_paras(dose, words),
        para(signed, "bold", indent=INDENT),
    ]


def _alert(alert: AlertWords, words: StaffWords) -> str:
    parts = (
        f"{alert.severity.upper()}: {words.user(alert.title)}.",
        words.user(alert.text),
        words.user(alert.override),
    )
    return " ".join(part for part in parts if part)
