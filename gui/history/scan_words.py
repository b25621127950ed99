"""What was done about lesions, scans and follow-up, one line each, with the lesions by their names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from records.values.core import HistoryLine
from records.values.responses import METHODS, OFF_REASONS, LesionRecord

_ID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.ASCII)
_READING = re.compile(r"(?:(?:pieces_mm|mm) ([0-9.]+(?:, [0-9.]+)*), )?state (\w+)", re.ASCII)
_STATES = {
    "too_small": "too small", "absent": "absent", "not_evaluated": "not evaluated", "present": "present",
    "unequivocal_pd": "grown beyond doubt", "grew": "grown", "equivocal": "in doubt", "unequivocal": "beyond doubt",
    "above": "above normal", "not_reported": "not reported",
}  # fmt: skip
_ROLES = {"target": "Target lesion", "nontarget": "Other disease", "new": "New lesion"}
NAMES = {
    "targets": "target lesions", "nontargets": "other disease", "new_lesions": "new lesions by name",
    "new_lesion": "new lesion", "marker": "tumour marker", "slice_mm": "slice (mm)", "unfit": "not measurable because",
    "nontarget_grew": "other disease grew on", "for_symptoms": "for new symptoms", "on": "date",
    "off_reason": "off treatment because of", "off_on": "end of treatment", "off_words": "in words",
    "new_therapy_on": "other anticancer drug from", "judged_progression_on": "progression by judgement",
    "death_on": "died on", "last_alive_on": "last known alive", "confirm_min_days": "days to confirm",
    "sd_min_days": "stable from day", "max_not_evaluable_between": "scans without an answer between",
    "allow_sd_between_pr": "stable scan between PRs", "confirmation_required": "confirmation needed",
    "withdrawn_why": "taken back why",
}  # fmt: skip


def with_names(lines: Iterable[HistoryLine], lesions: Iterable[LesionRecord]) -> tuple[HistoryLine, ...]:
    """The lines with the name of each lesion in the place of its id."""
    names = {str(one.id): one.entry.name for one in lesions}

    def said(text: str) -> str:
        return _ID.sub(lambda found: names.get(found[0], found[0]), text) if names else text

    return tuple(
        replace(line, old=said(line.old), new=said(line.new)) if line.subject in ("scan", "lesion") else line
        for line in lines
    )


def scan_words(action: str, subject: str, values: Mapping[str, str]) -> str | None:
    """One line for an entry about a lesion, a scan or the follow-up, None for any other."""
    get = values.get
    if subject == "lesion":
        if "name" not in values:
            return "Lesion taken back: it counts no more"
        where = " · ".join(part for part in (get("organ", ""), get("place", "")) if part)
        return f"{_ROLES.get(get('role', ''), 'Lesion')} {get('name')} named: {where}"
    if subject == "follow up":
        why = OFF_REASONS.get(get("off_reason", ""), "")  # type: ignore[call-overload]
        return f"Follow-up: treatment ended {get('off_on')}, {why}" if why else "Follow-up written down"
    if subject != "scan":
        return None
    if get("replaced") == "yes":
        return "Scan replaced by a correction; it stays on record"
    day = f" of {get('on')}" if "on" in values else ""
    what = "Baseline scan" if get("baseline") == "yes" else "Scan"
    again = f", revision {get('revision')}" if get("revision", "1") != "1" else ""
    return {
        "open scan": f"{what} begun{again}",
        "keep scan": "Half-typed scan kept",
        "complete scan": f"{what}{day} read{again}",
        "give up scan": "Half-typed scan given up",
        "withdraw scan": "Scan taken back: it counts no more",
    }.get(action)


def reading_words(name: str, text: str) -> str | None:
    """A stored value of a scan or follow-up as it is said, None for any other."""
    if name in ("targets", "new_lesions"):
        return _READING.sub(lambda found: f"{found[1]} mm" if found[1] else _STATES.get(found[2], found[2]), text)
    if name == "nontargets":
        return re.sub(r"\b(" + "|".join(_STATES) + r")\b", lambda found: _STATES[found[0]], text)
    if name in ("new_lesion", "marker"):
        return _STATES.get(text, text)
    if name == "method":
        return METHODS.get(text, text)
    if name == "off_reason":
        return OFF_REASONS.get(text, text)  # type: ignore[call-overload,no-any-return]
    return None
