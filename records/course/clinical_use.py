"""Whether a page may be used for treatment: one place says what is still missing. Pure: values in, words out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from records.course.release_in_force import release_in
from records.values.core import OrderRecord, Workspace
from records.values.signatures import Release

NOT_APPROVED = "The regimen file was not approved here by a second person."
WITHDRAWN = "The approval of its {0} was withdrawn."


class Ordered(Protocol):
    """What is asked of an order, of the screen or of the store."""

    @property
    def state(self) -> str:
        """signed, given ..."""

    @property
    def regimen_sha256(self) -> str:
        """Of the regimen file it was computed from."""

    @property
    def profile_sha256(self) -> str:
        """Of the practice profile."""


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What the records themselves have to be.

    accounts   people sign in
    demo       the demo clinic
    protected  the store is encrypted, or lies on a server
    approved   SHA-256 of the regimen files a second person here approved and nobody withdrew
    withdrawn  SHA-256 of regimen files and profiles whose approval was withdrawn and not given again
    """

    accounts: bool = False
    demo: bool = False
    protected: bool = False
    approved: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()


def site_missing(site: SiteFacts) -> tuple[str, ...]:
    """What the records still need before any page of theirs is for clinical use."""
    missing = []
    if site.demo:
        missing.append("This is the demo clinic.")
    if not site.accounts:
        missing.append("Nobody has to sign in to these records.")
    if not site.protected:
        missing.append("These records are not encrypted.")
    return tuple(missing)


def lacking(release: Release, order: Ordered, site: SiteFacts) -> tuple[str, ...]:
    """What one signed order still needs: its release, and a regimen file that was approved here. Names no cycle.

    A cycle that was given was given on files in force then: a later withdrawal does not keep its pages from use.
    """
    missing = list(release.missing)
    if order.regimen_sha256 not in site.approved | site.withdrawn:
        missing.append(NOT_APPROVED)
    if order.state != "given":
        files = ((order.regimen_sha256, "regimen file"), (order.profile_sha256, "practice profile"))
        missing += [WITHDRAWN.format(what) for digest, what in files if digest in site.withdrawn]
    return tuple(missing)


def missing_for_use(space: Workspace, site: SiteFacts, orders: Iterable[OrderRecord]) -> tuple[str, ...]:
    """Everything that keeps a page with the doses of these orders from clinical use; empty: it may be used.

    What several cycles lack is one sentence that names them all.
    """
    own = tuple(orders)
    nothing = () if own else ("There is no signed order on it.",)
    cycles: dict[str, list[int]] = {}
    for order in own:
        for words in lacking(release_in(space, order), order, site):
            cycles.setdefault(words, []).append(order.cycle)
    return (*site_missing(site), *nothing, *(f"{_cycles(lacked)}: {words}" for words, lacked in cycles.items()))


def _cycles(numbers: list[int]) -> str:
    return f"{'Cycle' if len(numbers) == 1 else 'Cycles'} {', '.join(str(number) for number in numbers)}"
