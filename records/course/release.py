"""How far an order has come on the way from one signature to its release. Pure: values in, a value out."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from uuid import UUID

from records.course.decided import Restarted
from records.course.overrides import open_stops
from records.values.core import OrderRecord
from records.values.signatures import Release, SignatureRecord
from regimen.answer import from_json
from regimen.order import CycleOrder, DrugDose

NOT_CHECKED = "The second check is still to be done, by somebody who did not sign."
DIFFERS = "The second check found another {0}; it has to be cleared up and checked again."


def release_of(order: OrderRecord, signatures: Iterable[SignatureRecord], raised: tuple[str, ...]) -> Release:
    """What an order still needs.

    signatures  those of this order or of the whole patient
    raised      drugs whose reduced dose it raises, see `raised_drugs`
    """
    if order.state not in ("signed", "given"):
        return Release("not signed", ("The order is not signed.",), raised)
    own = sorted((one for one in signatures if one.order_id == order.id), key=lambda one: one.at)
    checks = [one for one in own if one.meaning == "verify"]
    last = checks[-1] if checks else None
    agreed = next((one for one in own if one.meaning == "raise"), None)
    prepared = next((one for one in own if one.meaning == "prepare"), None)
    missing = []
    if stops := open_stops(json.loads(order.answer_json)["alerts"], order.overrides):
        missing.append(f"Stops are open: {', '.join(stops)}.")
    if last is None:
        missing.append(NOT_CHECKED)
    elif last.outcome == "different":
        missing.append(DIFFERS.format(in_words(last.differs)))
    if raised and agreed is None:
        missing.append(f"The dose of {', '.join(raised)} is raised again; a second person has to agree to it.")
    if last is not None and last.outcome == "different":
        return Release("differs", tuple(missing), raised, None, agreed, prepared)
    verified = last
    if not missing:
        return Release("released", (), raised, verified, agreed, prepared)
    return Release("prescribed" if verified is None else "verified", tuple(missing), raised, verified, agreed, prepared)


def in_words(differs: Iterable[str]) -> str:
    """Fields as a person says them; never their values."""
    spoken = {"height_cm": "height", "weight_kg": "weight", "computation": "result of the computation"}
    said = [spoken.get(name, name) for name in differs]
    return " and ".join(part for part in (", ".join(said[:-1]), *said[-1:]) if part)


def raised_drugs(
    before: str | None, now: str, restarted: Mapping[str, Restarted] | None = None
) -> tuple[str, ...]:  # fmt: skip
    """Drugs of an order that were reduced when they were last ordered (or restarted) and get more now.

    before, now  answers as stored; before None: the first order, nothing was reduced here
    """
    if before is None:
        return ()
    last, order = _order(before), _order(now)
    restarts = restarted or {}
    found = []
    for dose in order.doses:
        earlier = next((one for one in last.doses if one.drug == dose.drug), None)
        if earlier is None or earlier.level is None:
            continue
        was = _restarted_level(earlier, restarts[dose.drug]) if dose.drug in restarts else _level(earlier)
        level = _level(dose)
        if was is not None and level is not None and was < earlier.level and level > was:
            found.append(dose.drug)
    return tuple(found)


def _order(answer_json: str) -> CycleOrder:
    return from_json(json.loads(answer_json))


def _level(dose: DrugDose) -> Decimal | None:
    """mg/m2 (or the drug's own unit) after start, percent or level."""
    if dose.effective_level is not None:
        return dose.effective_level
    return None if dose.level is None else dose.level * dose.starting_percent * dose.percent / 10000


def _restarted_level(dose: DrugDose, restart: Restarted) -> Decimal | None:
    if restart.level is not None:
        return restart.level
    if dose.level is None or restart.percent is None:
        return _level(dose)
    return dose.level * dose.starting_percent * restart.percent / 10000


def signatures_of(signatures: Iterable[SignatureRecord], order_id: UUID) -> tuple[SignatureRecord, ...]:
    """The signatures of one order, oldest first."""
    return tuple(sorted((one for one in signatures if one.order_id == order_id), key=lambda one: one.at))
