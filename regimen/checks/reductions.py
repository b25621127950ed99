"""DPYD, several reasons to lower a start at once, and reduced doses that are raised again."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from regimen.alerts import VARIANT
from regimen.checks.finding import alert
from regimen.checks.kidney import of_level
from regimen.definition import Drug, Severity
from regimen.given import PastCycle
from regimen.numbers import HUNDRED, decimals, plain
from regimen.order import Alert
from regimen.proof import UNIT_OF_LEVEL
from regimen.renal_rules import matching_rules
from regimen.same_level import nearly
from regimen.situation import Situation


def dpyd(situation: Situation) -> Iterator[Alert]:
    """The duty to test, and what the result proposes for the start."""
    for drug in situation.drugs:
        if drug.dpyd:
            yield from _dpyd_missing(drug, situation) if situation.dpyd is None else _dpyd_result(drug, situation)


def _dpyd_missing(drug: Drug, situation: Situation) -> Iterator[Alert]:
    given, profile = situation.case.basis.dpyd, situation.profile
    source = profile.sources.get("dpyd_duty", "")
    if profile.dpyd_duty == "may_record" and given.status == "not_tested" and given.not_tested_reason.strip():
        yield alert("dpyd-not-tested", "note", drug.name, source, once="course", reason=given.not_tested_reason)
    elif given.status == "pending":
        yield alert("dpyd-pending", "stop", drug.name, source)
    elif profile.dpyd_duty == "may_record":
        yield alert("dpyd-reason-missing", "stop", drug.name, source)
    else:
        yield alert("dpyd-missing", "stop", drug.name, source)


def _dpyd_result(drug: Drug, situation: Situation) -> Iterator[Alert]:
    result = situation.dpyd
    assert result is not None
    score = plain(result.score)
    if result.action == "avoid":
        yield alert("dpyd-poor", "stop", drug.name, result.source, score=score, advice=result.advice)
    elif result.action == "reduce":
        percent = result.start_percent or HUNDRED
        lowered = situation.starting_percent(drug.name)
        yield alert(
            "dpyd-intermediate", "note" if lowered <= percent else "warn", drug.name, result.source, percent,
            score=score, percent=plain(percent), now_percent=plain(lowered), advice=result.advice,
        )  # fmt: skip
    for note in result.notes:
        yield alert("dpyd-result-note", "note", drug.name, result.source, once="course", score=score, note=note)


def two_reductions(situation: Situation) -> Iterator[Alert]:
    """DPYD and kidney both propose a lower start: never multiplied, a person decides."""
    result = situation.dpyd
    if result is None or result.start_percent is None or result.action != "reduce":
        return
    for drug in situation.drugs:
        renal = [rule.percent for rule in matching_rules(drug, situation) if rule.action == "reduce" and rule.percent]
        if not drug.dpyd or not renal:
            continue
        decided = drug.name in situation.case.starting_percent
        yield alert(
            "two-reductions", "note" if decided else "stop", drug.name, dpyd_percent=plain(result.start_percent),
            renal_percent=plain(min(renal)), now_percent=plain(situation.starting_percent(drug.name)),
        )  # fmt: skip


def raised_again(situation: Situation) -> Iterator[Alert]:
    """A percent, or a start lowered for good, above the lowest of the cycles before; one stop a drug."""
    for drug in situation.drugs:
        if drug.role == "inhibitor":
            continue
        percent, start = _raised_percent(drug, situation), _raised_start(drug, situation)
        if start:
            variant = {VARIANT: "both" if percent else "start"}
            yield alert("raise-after-reduction", "stop", drug.name, params={**variant, **start, **percent})
        elif percent:
            # Day rules of gemcitabine lower one day only, so a later full dose is no mistake there.
            severity: Severity = "note" if drug.role == "antimetabolite" else "stop"
            yield alert("raise-after-reduction", severity, drug.name, params=percent)


def _raised_percent(drug: Drug, situation: Situation) -> dict[str, str]:
    """The percent now and the lowest of the cycles before, {} where it is not raised."""
    earlier = [(percent, past.cycle) for past, percent in _earlier(situation, drug.name, "dose_percent") if percent > 0]
    now = situation.doses[drug.name].percent
    if not earlier or now <= min(earlier)[0]:
        return {}
    lowest, cycle = min(earlier)
    start = drug.dose.level * situation.starting_percent(drug.name) / HUNDRED
    if nearly(start * now / HUNDRED, start * lowest / HUNDRED):
        return {}  # the same level, once given as a percent with a decimal or two
    return {"now_percent": decimals(now, 1), "lowest_percent": plain(lowest), "lowest_cycle": str(cycle)}


def _raised_start(drug: Drug, situation: Situation) -> dict[str, str]:
    """The same for a start lowered for good (DPYD, kidney, frailty)."""
    earlier = [(percent, past.cycle) for past, percent in _earlier(situation, drug.name, "starting_percent")]
    now = situation.starting_percent(drug.name)
    if not earlier or now <= min(earlier)[0]:
        return {}
    lowest, cycle = min(earlier)
    return {"now_start_percent": plain(now), "lowest_start_percent": plain(lowest), "lowest_start_cycle": str(cycle)}


def _earlier(
    situation: Situation, drug: str, what: Literal["dose_percent", "starting_percent"]
) -> Iterator[tuple[PastCycle, Decimal]]:
    """The cycles before this one that say something about a drug."""
    for past in situation.case.history:
        said = past.dose_percent if what == "dose_percent" else past.starting_percent
        if past.cycle < situation.case.cycle and drug in said:
            yield past, said[drug]


def off_ladder(situation: Situation) -> Iterator[Alert]:
    """A level given by a person that is none of the file's levels."""
    for drug in situation.drugs:
        level = situation.case.dose_level.get(drug.name)
        if level is not None and drug.dose.ladder and level not in drug.dose.ladder:
            steps = ", ".join(plain(step) for step in drug.dose.ladder)
            yield alert(
                "level-off-ladder", "note", drug.name, level=plain(level), unit=UNIT_OF_LEVEL[drug.dose.per],
                ladder=steps, of_level_percent=decimals(of_level(drug, situation), 1),
            )  # fmt: skip
