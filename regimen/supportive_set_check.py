"""A site's set of supportive care against the regimens it is for: what cannot hold, and its worked examples run."""

from collections.abc import Iterator, Mapping, Sequence

from regimen import library
from regimen.definition import Regimen
from regimen.dosing import ENGINE_VERSION
from regimen.errors import Refusal, Refused
from regimen.selftest import NOTHING, ExampleResult, Finding
from regimen.supportive import WHERE
from regimen.supportive_offer import as_listed, offered
from regimen.supportive_set import SetExample, SupportiveSet, reaches


def shipped() -> Mapping[str, Regimen]:
    """The regimens that come with the program, by their id."""
    return {name: library.load_regimen(name) for name in library.shipped_regimens()}


def check_set(read: SupportiveSet, regimens: Mapping[str, Regimen]) -> None:
    """Raises Refused with every reason why a set cannot hold with the regimens in use.

    An unknown regimen, an item that no regimen it is for lists, a day outside a cycle it is for.
    """
    refusals = [Refusal("", f"{read.id}: {reason}") for reason in _wrong(read, regimens)]
    if refusals:
        raise Refused(refusals)


def _wrong(read: SupportiveSet, regimens: Mapping[str, Regimen]) -> Iterator[str]:
    rules: list[tuple[str, tuple[str, ...], tuple[int, ...]]] = [(one.item, one.regimens, ()) for one in read.off]
    rules += [(one.item, one.regimens, one.days or ()) for one in read.changes]
    rules += [(one.item.id, one.regimens, one.item.days) for one in read.items]
    for item, named, days in rules:
        for name in named:
            if name not in regimens:
                yield f"'{item}' is for regimen '{name}', which is not in use here."
        reached = [one for one in regimens.values() if reaches(named, one.id)]
        listing = reached if item.startswith("site-") else [
            one for one in reached if any(known.id == item for known in one.supportive)
        ]  # fmt: skip
        if reached and not listing:
            yield f"'{item}' is listed by no regimen it is for."
        short = min((phase.cycle_days for one in listing for phase in one.phases), default=84)
        if days and max(days) > short:
            yield f"'{item}' has day {max(days)}, outside a cycle of {short} days it is for; name its regimens."


def run_set(read: SupportiveSet, regimens: Mapping[str, Regimen] | None = None) -> tuple[ExampleResult, ...]:
    """Every worked example: the ids of what a patient gets at the clinic and at home, in any order."""
    known = shipped() if regimens is None else regimens
    return tuple(_run(read, example, known.get(example.regimen)) for example in read.examples)


def _run(read: SupportiveSet, example: SetExample, regimen: Regimen | None) -> ExampleResult:
    wanted = {"clinic": example.clinic, "home": example.home}
    found: Mapping[str, Sequence[str]] = {}
    if regimen is not None:
        order = as_listed(offered(regimen, example.cycle, example.options, read))
        found = {where: [one.item.id for one in order.at(where)] for where in WHERE}
    findings = tuple(
        Finding(where, _said(ids), _said(found[where]) if found else "no such regimen here",
                bool(found) and sorted(found[where]) == sorted(ids))
        for where, ids in wanted.items()
    )  # fmt: skip
    return ExampleResult(read.id, read.version, read.sha256, ENGINE_VERSION, "", example.title, findings)


def _said(ids: Sequence[str]) -> str:
    return ", ".join(sorted(ids)) or NOTHING
