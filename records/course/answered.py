"""Whether a proposal is one that somebody answered already. Pure.

What was decided changes the planned dose, and with it what a proposal says beside its reasons ("already at 75 %"). So
proposals are told apart by what speaks in them: the rules with the events and grades they read, and the limits of a
treatment day with the values they read. One more rule, another grade or another value is another proposal.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from records.values.visits import Decision

#: Where a kept proposal has the sentences of what spoke in it besides events: limits, values, delays.
LIMITS = "limits"


def same_proposal(kept: str, now: str) -> bool:
    """Whether a proposal as it was kept with a decision is the one made now; of older ones, word for word."""
    before, after = _read(kept), _read(now)
    if LIMITS not in after:
        return kept == now
    if LIMITS not in before:
        return bool(before) and {**before, LIMITS: after[LIMITS]} == after
    return _speaks(before) == _speaks(after)


def decision_about(decisions: Iterable[Decision], text: str, drug: str, cycle: int) -> Decision | None:
    """The last decision in force for a cycle about this very proposal; `text`: the proposal as it would be kept."""
    kept = [
        one
        for one in decisions
        if not one.withdrawn and (one.entry.cycle, one.entry.drug) == (cycle, drug)
        and one.entry.proposal_json and same_proposal(one.entry.proposal_json, text)
    ]  # fmt: skip
    return kept[-1] if kept else None


def _read(text: str) -> Mapping[str, Any]:
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}


def _speaks(proposal: Mapping[str, Any]) -> tuple[Any, ...]:
    fired = sorted(json.dumps(one, sort_keys=True) for one in proposal.get("fired", ()))
    return proposal.get("drug"), fired, proposal[LIMITS]
