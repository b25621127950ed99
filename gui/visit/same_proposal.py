"""A proposal as it is kept with the decision about it, and the decision that answers it. Values only, no widgets."""

import json
from collections.abc import Iterable

from records.course.answered import LIMITS, decision_about
from records.course.settled import fired_as_json
from records.values.visits import Decision
from regimen.advice.advised import DrugAdvice


def proposal_text(advice: DrugAdvice) -> str:
    """The proposal as it was shown, for the record."""
    shown = {
        "drug": advice.drug,
        "action": advice.action,
        "until": advice.until,
        "next_percent": None if advice.next_percent is None else f"{advice.next_percent:f}",
        "next_level": None if advice.next_level is None else f"{advice.next_level:f}",
        "rules": rules_of(advice),
        "why": list(advice.why),
        "fired": fired_as_json(advice),
        LIMITS: sorted(one.because for one in advice.fired if one.event is None),
    }
    return json.dumps(shown, sort_keys=True, ensure_ascii=False)


def rules_of(advice: DrugAdvice) -> tuple[str, ...]:
    """Every rule that fired, the one that decided first."""
    return tuple(dict.fromkeys((*((advice.rule,) if advice.rule else ()), *(one.rule for one in advice.fired))))


def decision_on(decisions: Iterable[Decision], advice: DrugAdvice, cycle: int) -> Decision | None:
    """The decision in force about this very proposal."""
    return decision_about(decisions, proposal_text(advice), advice.drug, cycle)
