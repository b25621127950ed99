"""Entries about a course handed over or taken over, in words."""

from collections.abc import Mapping

from records.values.core import HistoryLine
from regimen.library import analytes

ACTIONS = ("hand over course", "withdraw handover", "take over course")


def handover_words(line: HistoryLine, values: Mapping[str, str]) -> str:
    """What was done; "" for an entry of another kind."""
    if line.action not in ACTIONS:
        return ""
    if line.action == "withdraw handover":
        return "Handover taken back: the course is treated here again"
    if line.subject == "handover key":
        return "Signing key of this hospital made"
    if line.action == "hand over course":
        return f"Course handed over to {values.get('other', '')}"
    return f"Taken over: {_what(line.subject, values)}"


def _what(subject: str, values: Mapping[str, str]) -> str:
    """One row that came of a file."""
    if subject == "handover":
        return f"a course from {values.get('other', '')}"
    if subject == "course":
        return f"course, next day 1 {values.get('day1', '')}"
    if "analyte" in values:
        known = analytes().get(values["analyte"])
        title = values["analyte"] if known is None else known.title
        return f"{title} {values.get('value', '')} {values.get('unit', '')}, {values.get('on', '')}"
    if "kind" in values and "value" in values:
        name, _, unit = values["kind"].partition("_")
        return f"{name} {values['value']} {unit}, {values.get('on', '')}"
    if "term" in values:
        return f"{values['term']}, highest grade {values.get('highest_grade', '')}"
    return " ".join(part for part in (subject, values.get("drug", ""), values.get("item", "")) if part)
