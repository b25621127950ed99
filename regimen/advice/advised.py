"""What the rules say, as values: every rule that fired, the advice for each drug, the advice for a course."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from regimen.day_check import DayCheck
from regimen.given import Event

Action = Literal["continue", "reduce", "ask", "hold", "stop"]
# Milder first. To ask is stricter than to reduce, because nothing is given before a person has answered.
STRICTNESS: dict[Action, int] = {"continue": 0, "reduce": 1, "ask": 2, "hold": 3, "stop": 4}
# present: goes on, or ended after the day it is seen from (day 1, or the day the advice is asked for); over: gone by
# then; past: gone before the day 1 before this one
Stage = Literal["present", "over", "past"]
RESOLVED = "grade 0-1"  # the one `until` that the end of the event itself answers


@dataclass(frozen=True, slots=True)
class Target:
    """What a drug goes on with: mg/m2 (or mg), and how the rule said it.

    percent  of this patient's start; level: of the drug's ladder; the one the rule did not name is None
    amount   the same in the drug's own unit, for comparison
    """

    amount: Decimal
    percent: Decimal | None
    level: Decimal | None


@dataclass(frozen=True, slots=True)
class Fired:
    """One rule that has something to say about one drug.

    rule, system  ids in the regimen file; for limits of a treatment day "treatment-day-" with the id of the set
    rule_action   what the rule itself says; action: what that comes to for this cycle
    until         until when the drug is held; until_met: the day that was reached, None: not yet
    target        what it goes on with, None: nothing is said
    occurrence    which occurrence of the toxicity this is, None where the rule does not count
    event         the event, None for a value or a delay
    because       what fired it, one sentence
    questions     what a person has to answer first
    undecided     the event could also be laid to something else: nobody has named the cause
    note, source  from the file
    """

    rule: str
    system: str
    drug: str
    rule_action: Action
    action: Action
    until: str
    until_met: date | None
    target: Target | None
    occurrence: int | None
    event: Event | None
    stage: Stage
    because: str
    questions: tuple[str, ...]
    undecided: bool
    note: str
    source: str

    @property
    def until_open(self) -> bool:
        """Whether only a person can say that the hold is over: no date of the event tells."""
        return bool(self.until) and self.until != RESOLVED

    def settled_by(self, one: "Settled") -> bool:
        """Whether it is what a person has decided upon, and has not become more since."""
        event = self.event
        if event is None or (one.rule, one.term, one.date) != (self.rule, event.term, event.date):
            return False
        if self.stage == "present" and not one.while_present:
            return False
        same_kind = (one.action == "ask") == (self.action == "ask")
        return same_kind and event.grade <= one.grade and STRICTNESS[self.action] <= STRICTNESS[one.action]


@dataclass(frozen=True, slots=True)
class Settled:
    """One rule about one event that a person has decided upon for a drug in an earlier cycle.

    action, grade  what it asked for, and the grade of the event then: more than that is asked anew
    while_present  also while the event goes on: what was decided (a hold) is still in force
    """

    drug: str
    rule: str
    term: str
    date: date
    grade: int
    action: Action
    while_present: bool = False


@dataclass(frozen=True, slots=True)
class DrugAdvice:
    """What the rules say for one drug.

    action        the strictest of all that fired
    until         of the rule that decided; untils: of every hold that is still open
    until_met     the day the hold of the rule that decided was over, None: not yet
    next_percent, next_level  what the drug goes on with, one of the two; both None where nothing is given
    level_unit    the unit of next_level, mg/m2 for instance
    occurrence    of the rule that decided
    rule, source  of the rule that decided, "" where none fired
    why           short sentences: what decided, what else fired, what was kept from being raised
    questions     everything a person has to answer
    fired         every rule that fired, the strictest first
    settled       rules that fired and were decided upon before: they are not asked again
    """

    drug: str
    action: Action
    until: str
    untils: tuple[str, ...]
    until_met: date | None
    next_percent: Decimal | None
    next_level: Decimal | None
    occurrence: int | None
    rule: str
    source: str
    why: tuple[str, ...]
    questions: tuple[str, ...]
    fired: tuple[Fired, ...]
    settled: tuple[Fired, ...] = ()
    level_unit: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the regimen's own rules say for every drug of one cycle, and the check of its treatment day.

    unread  events whose terms only CTCAE 6.0 has: no rule reads them
    """

    regimen_id: str
    regimen_version: str
    regimen_sha256: str
    practice_id: str
    practice_sha256: str
    labels: str
    cycle: int
    day1: date
    drugs: tuple[DrugAdvice, ...]
    treatment_day: DayCheck
    engine_version: str
    unread: tuple[Event, ...] = ()

    def of(self, drug: str) -> DrugAdvice:
        """The advice for one drug; KeyError where the cycle has none."""
        for advice in self.drugs:
            if advice.drug == drug:
                return advice
        raise KeyError(drug)
