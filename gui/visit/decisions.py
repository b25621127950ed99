"""A person's answer to a proposal as the record keeps it."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from gui.visit.answer_form import Answered
from gui.visit.same_proposal import proposal_text, rules_of
from gui.visit.visit_reckoning import Reckoned
from records.values.visits import DecisionEntry

FULL = Decimal(100)


def decision_entry(answered: Answered, reckoned: Reckoned, on: date) -> DecisionEntry:
    """Accepted: as proposed; changed: another dose, hold or stop; declined: nothing. Points to its toxicities."""
    given, advice = answered.advice, reckoned.advice
    assert advice is not None
    spoke = [(one.event.term, one.event.date) for one in given.fired if one.event is not None]
    events = tuple(dict.fromkeys(UUID(reckoned.keys[one]) for one in spoke if one in reckoned.keys))
    percent, level = given.next_percent, given.next_level
    if answered.taken == "change":
        percent, level = answered.percent, answered.level
    elif answered.taken == "decline" or given.action == "continue":
        percent, level = None, None
    elif given.action == "hold" and percent == FULL:
        percent = None  # held, and then as before
    accepted = answered.taken == "accept"
    return DecisionEntry(
        cycle=advice.cycle,
        drug=given.drug,
        taken=answered.taken,
        proposal_json=proposal_text(given),
        rule_ids=rules_of(given),
        event_ids=events,
        percent=percent,
        level=level,
        hold_from=on if answered.hold or (accepted and given.action == "hold") else None,
        hold_until=answered.hold_until,
        stop_from=on if answered.stop or (accepted and given.action == "stop") else None,
        reason=answered.reason,
    )
