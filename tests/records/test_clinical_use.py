"""A page is for clinical use only when nothing at all is missing; each condition alone keeps the mark."""

from dataclasses import replace
from uuid import uuid4

import pytest

from records.course.clinical_use import SiteFacts, missing_for_use
from records.deeds.day_list import held_back_of
from records.values.core import OrderRecord, Workspace
from tests.records.examples import BLIND, DAY1, Store


def released(store: Store) -> tuple[Workspace, OrderRecord, SiteFacts]:
    """A released order in records that have everything."""
    course = store.course()
    order = store.signing(course).result()
    other = store.actions.add_person("Quentin Ash", "pharmacist").result()
    store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    space = store.actions.workspace(course.patient_id).result()
    return space, order, SiteFacts(True, False, True, frozenset({order.regimen_sha256}))


def test_with_everything_there_nothing_is_missing(store: Store) -> None:
    space, order, site = released(store)
    assert missing_for_use(space, site, (order,)) == ()


@pytest.mark.parametrize(("changes", "words"), [
    ({"accounts": False}, "Nobody has to sign in"), ({"demo": True}, "demo clinic"),
    ({"protected": False}, "not encrypted"), ({"approved": frozenset()}, "was not approved here by a second person"),
])  # fmt: skip
def test_each_condition_of_the_records_alone_keeps_the_mark(
    store: Store, changes: dict[str, object], words: str
) -> None:
    space, order, site = released(store)
    (missing,) = missing_for_use(space, replace(site, **changes), (order,))  # type: ignore[arg-type]
    assert words in missing


def test_an_order_without_its_second_check_and_a_page_without_an_order_keep_the_mark(store: Store) -> None:
    space, order, site = released(store)
    (missing,) = missing_for_use(replace(space, signatures=()), site, (order,))
    assert missing.startswith(f"Cycle {order.cycle}: The second check")
    assert missing_for_use(space, site, ()) == ("There is no signed order on it.",)


def test_one_unreleased_order_among_several_is_enough(store: Store) -> None:
    space, order, site = released(store)
    second = replace(order, id=uuid4(), cycle=2)
    assert any(words.startswith("Cycle 2") for words in missing_for_use(space, site, (order, second)))
    both = missing_for_use(space, replace(site, approved=frozenset()), (order, second))
    assert sum(words.startswith("Cycles 1, 2: The regimen file was not approved") for words in both) == 1


def test_the_store_says_what_its_records_are(store: Store) -> None:
    found = store.actions.site_facts().result()
    assert (found.accounts, found.demo, found.approved) == (False, False, frozenset())


def test_a_days_list_says_of_each_line_what_its_order_still_needs_by_the_same_rule(store: Store) -> None:
    course = store.course()
    asked = store.actions.day_list(DAY1)
    assert asked.result().held_back == ((),), "nobody signed an order; the line itself says so"
    store.signing(course).result()
    first = store.actions.day_list(DAY1).result()
    ((unchecked, unapproved),) = first.held_back
    assert unchecked.startswith("The second check") and "not approved here" in unapproved
    assert any("Nobody has to sign in" in words for words in first.site_missing)
    order = store.actions.workspace(course.patient_id).result().orders[0]
    other = store.actions.add_person("Quentin Ash", "pharmacist").result()
    store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    (line,) = store.actions.day_list(DAY1).result().lines
    site = SiteFacts(True, False, True, frozenset({order.regimen_sha256}))

    def held_back(of: SiteFacts) -> tuple[str, ...]:
        return store.actions._thread.read(lambda it: it.read(lambda session: held_back_of(session, of, line))).result()

    assert held_back(site) == ()
    assert held_back(replace(site, approved=frozenset())) == (unapproved,)
