"""Which adverse events count in tables of how often, and what makes one related to treatment. Pure.

One definition for the tables of cohorts and for the table of everybody in the records.
"""

from collections.abc import Mapping

from records.values.visits import NOT_A_DRUG, AdverseEventEntry

#: Attribution from "possible" on counts as related (NCI: 1 unrelated to 5 definite).
RELATED_FROM = 3


def at_baseline(entry: AdverseEventEntry) -> bool:
    """There before treatment, and never worse than then: not counted. Nobody said how bad it was then: counted."""
    if not entry.present_at_baseline or entry.baseline_grade is None:
        return False
    return entry.highest_grade <= entry.baseline_grade


def relation(attribution: Mapping[str, int]) -> bool | None:
    """Laid to a drug of the course, cleared of it, or None where nobody said."""
    drugs = [level for suspect, level in attribution.items() if suspect not in NOT_A_DRUG]
    if drugs:
        return max(drugs) >= RELATED_FROM
    others = [level for suspect, level in attribution.items() if suspect in NOT_A_DRUG]
    return False if others and max(others) >= RELATED_FROM else None


def relation_to(attribution: Mapping[str, int], drug: str) -> bool | None:
    """The same of one drug: what was said of it, None where nothing was."""
    return None if drug not in attribution else attribution[drug] >= RELATED_FROM
