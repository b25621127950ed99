"""What the headings of a table of patients are most likely about: a column, an adverse event, a factor. Pure."""

import re
from collections.abc import Mapping
from functools import cache

from outcomes.cohort.csv_reader import COLUMNS, GRADE, RELATED
from records.folding import fold
from records.imports.columns import NOT_TAKEN
from regimen.grading.terms import VERSIONS, terms

#: A further column keeps its heading: "factor:Stage".
FACTOR = "factor:"
#: Headings of a column with the worst grade of an event, and of one with its relation to treatment.
GRADES = (
    r"(?:grade:|ae|adverse event|worst grade|grade|ctcae)[ :_-]*(?:of )?(.+)",
    r"(.+?)[ _(,-]+(?:worst )?grade\)?",
)
RELATIONS = (r"related[ :_-]+(?:to treatment )?(.+)", r"(.+?)[ _(,-]+related(?: to treatment)?\)?")
NAMED = r"(?:ae[ :_-]|adverse event|grade:|related:).*"
#: Reasons off treatment and dose intensities, as other tables call them.
OFF_REASON = frozenset({"off_treatment", "off_treatment_reason", "reason_off_treatment", "reason_off", "off_reason"})
INTENSITY = r"(?:rdi|relative_dose_intensity)(?:_of)?_([a-z0-9_]+?)(?:_percent)?"
MOST_TERM = 100


def factor_name(heading: str) -> str:
    """The heading of a further column as the table keeps it."""
    return fold(heading).replace(" ", "_")[:40]


@cache
def ctcae_terms() -> Mapping[str, str]:
    """Every term of the CTCAE, by its key -> as it is spelt."""
    return {key_of(one.name): one.name for version in VERSIONS for one in terms(version)}


def key_of(term: str) -> str:
    """A term as it is looked up: folded, British and American spelling alike (diarrhoea, anaemia)."""
    return fold(term).replace("oe", "e").replace("ae", "e")


def term_of(heading: str) -> str:
    """The adverse event a heading would be about, in the spelling of the CTCAE where it is one of its terms."""
    text = " ".join(heading.split())
    for pattern in (r"grade: ?(.+)", r"related: ?(.+)", *RELATIONS, *GRADES):
        if found := re.fullmatch(pattern, text, re.IGNORECASE):
            text = re.sub(r"^(?:ae|adverse event)[ :_-]+", "", found.group(1), flags=re.IGNORECASE)
            break
    return ctcae_terms().get(key_of(text), text.strip()[:MOST_TERM])


def guess(heading: str) -> str:
    """One target; a grade or relation only of a term of the CTCAE, or where the heading says itself that it is one."""
    name, text, term = factor_name(heading), " ".join(heading.split()), term_of(heading)
    if name in COLUMNS:
        return name
    sure = key_of(term) in ctcae_terms() or re.fullmatch(NAMED, text, re.IGNORECASE)
    if sure and any(re.fullmatch(one, text, re.IGNORECASE) for one in RELATIONS):
        return f"{RELATED}{term}"
    if sure and any(re.fullmatch(one, text, re.IGNORECASE) for one in GRADES):
        return f"{GRADE}{term}"
    if name in OFF_REASON:
        return f"{FACTOR}off_reason"
    if intensity := re.fullmatch(INTENSITY, fold(heading).replace(" ", "_")):
        return f"{FACTOR}rdi_{intensity.group(1)}"[: len(FACTOR) + 40]
    return f"{FACTOR}{name}" if name else NOT_TAKEN
