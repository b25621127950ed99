"""Which rules an earlier decision answers."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from records.course.settled import settled_before
from records.values.core import HoldRecord
from records.values.visits import Decision, DecisionEntry
from regimen.advice.advised import Settled

AT = datetime(2026, 3, 23, 8, tzinfo=UTC)
TODAY = date(2026, 4, 13)
FIRED = {"rule": "r", "term": "Diarrhea", "date": "2026-03-10", "grade": 3, "action": "hold"}
ENTRY = DecisionEntry(2, "capecitabine", "accept", json.dumps({"fired": [FIRED]}), ("r",))
DECISION = Decision(uuid4(), uuid4(), ENTRY, None, "P", "pharmacist", AT)
SETTLED = Settled("capecitabine", "r", "Diarrhea", date(2026, 3, 10), 3, "hold")


def test_a_decision_of_an_earlier_cycle_answers_what_fired_then() -> None:
    assert settled_before([DECISION], [], 3, TODAY) == (SETTLED,)


@pytest.mark.parametrize(
    "decision",
    [
        replace(DECISION, withdrawn=True),
        replace(DECISION, entry=replace(ENTRY, cycle=3)),
        replace(DECISION, entry=replace(ENTRY, proposal_json="")),
        replace(DECISION, entry=replace(ENTRY, proposal_json='{"rules": ["r"]}')),
    ],
)
def test_a_decision_taken_back_of_this_cycle_or_without_what_fired_answers_nothing(decision: Decision) -> None:
    assert settled_before([decision], [], 3, TODAY) == ()


@pytest.mark.parametrize(
    ("end", "withdrawn", "stands"),
    [(None, False, True), (TODAY, False, True), (date(2026, 4, 12), False, False), (None, True, False)],
)
def test_a_hold_that_still_stands_answers_also_while_the_event_goes_on(
    end: date | None, withdrawn: bool, stands: bool
) -> None:
    hold = HoldRecord(
        uuid4(), DECISION.course_id, "capecitabine", date(2026, 3, 23), end, False, "toxicity", "", "P", AT, withdrawn
    )
    (found,) = settled_before([replace(DECISION, hold_id=hold.id)], [hold], 3, TODAY)
    assert found.while_present is stands
