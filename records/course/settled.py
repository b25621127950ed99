"""What was decided in earlier cycles, as the rules that need not ask again. Pure."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

from records.values.core import HoldRecord
from records.values.visits import Decision
from regimen.advice.advised import STRICTNESS, Action, DrugAdvice, Settled


def fired_as_json(advice: DrugAdvice) -> list[dict[str, Any]]:
    """Every rule that fired about an event, for the proposal as it is kept with the decision."""
    return [
        {
            "rule": one.rule,
            "term": one.event.term,
            "date": one.event.date.isoformat(),
            "grade": one.event.grade,
            "action": one.action,
        }
        for one in advice.fired
        if one.event is not None
    ]


def settled_before(
    decisions: Iterable[Decision], holds: Iterable[HoldRecord], cycle: int, on: date
) -> tuple[Settled, ...]:
    """The rules about events that a decision of an earlier cycle answers; a decision taken back answers nothing.

    While an event goes on it is asked about anew at each cycle, unless what was decided is a hold that still stands.
    """
    standing = {hold.id for hold in holds if not hold.withdrawn and (hold.end is None or hold.end >= on)}
    found = []
    for decision in decisions:
        if decision.withdrawn or decision.entry.cycle >= cycle:
            continue
        for one in _fired(decision.entry.proposal_json):
            action = cast(Action, one["action"])
            if action in STRICTNESS:
                found.append(
                    Settled(
                        decision.entry.drug, str(one["rule"]), str(one["term"]), date.fromisoformat(str(one["date"])),
                        int(one["grade"]), action, decision.hold_id in standing,
                    )
                )  # fmt: skip
    return tuple(found)


def _fired(text: str) -> list[Mapping[str, Any]]:
    """What fired, of a kept proposal; nothing for a decision without one, or of the time before it was kept."""
    kept = json.loads(text) if text else {}
    return list(kept.get("fired", ())) if isinstance(kept, dict) else []
