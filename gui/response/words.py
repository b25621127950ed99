"""Sums, changes and responses in words, the same on the table, the chart and the cards."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QCoreApplication

from gui.response.reading_rule import new_text, target_text, words_of
from gui.theme.tokens import Tone
from gui.widgets.dates import shown_date
from outcomes.recist.lesions import Settings
from outcomes.recist.of_records import look_again
from records.values.responses import LesionEntry, LesionRecord, ScanEntry
from regimen.numbers import plain

TONES: dict[str, Tone] = {"CR": "ok", "PR": "ok", "PD": "stop", "iCR": "ok", "iPR": "ok", "iCPD": "stop"}
TONES |= {"iUPD": "warn", "NE": "note"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ResponseWords", text)


def tone_of(response: str) -> Tone:
    """Colour of a response; its letters say the same."""
    return TONES.get(response, "plain")


def millimetres(value: Decimal | None) -> str:
    """A sum; a dash where there is none."""
    return "–" if value is None else f"{plain(value)} mm"


def percent(value: Decimal | None) -> str:
    """A change with its sign, one decimal, half up; a dash where there is none."""
    if value is None:
        return "–"
    rounded = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{rounded:+f} %".replace("-", "\u2212")


def millimetre_change(now: Decimal | None, then: Decimal | None) -> str:
    """Millimetres more or less, with the sign; "" where there is nothing to compare."""
    if now is None or then is None:
        return ""
    sign = "+" if now >= then else "\u2212"
    return f"{sign}{plain(abs(now - then))} mm"


def lesion_words(entry: LesionEntry) -> str:
    """Organ, place and kind of a lesion."""
    parts = [entry.organ, entry.place, _tr("lymph node, short axis") if entry.kind == "node" else ""]
    return " · ".join(part for part in parts if part)


def cell_words(lesion: LesionRecord, scan: ScanEntry) -> str:
    """What a scan says of a lesion; a dash where it says nothing."""
    role = lesion.entry.role
    if role == "target" and lesion.id in scan.targets:
        return target_text(scan.targets[lesion.id])
    if role == "nontarget" and lesion.id in scan.nontargets:
        return words_of("nontarget", scan.nontargets[lesion.id])
    if role == "new" and lesion.id in scan.new_lesions:
        return new_text(scan.new_lesions[lesion.id])
    return "–"


def settings_words(settings: Settings) -> str:
    """What the protocol says, so that no best response stands there without it."""
    need = _tr("Confirmation is needed") if settings.confirmation_required else _tr("Confirmation is not needed")
    between = (
        _tr("a stable scan may lie between two partial responses")
        if settings.allow_sd_between_pr
        else _tr("no stable scan may lie between two partial responses")
    )
    return _tr(
        "{0}; a response is confirmed {1} days later or more, with at most {2} scan(s) without an answer between, and "
        "{3}. Stable disease counts from day {4} after the first dose."
    ).format(need, settings.confirm_min_days, settings.max_not_evaluable_between, between, settings.sd_min_days)


def window_words(since: date) -> str:
    """When an unconfirmed progression is looked at again."""
    first, last = look_again(since)
    return _tr("Scan again between {0} and {1} (4 to 8 weeks), if the patient is well.").format(
        shown_date(first), shown_date(last)
    )
