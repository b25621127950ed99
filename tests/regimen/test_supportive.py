"""Supportive care: listed, chosen, changed, left out, checked; home and clinic never mix, and nothing is lost."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regimen import library
from regimen.alerts import words
from regimen.answer import as_json, from_json
from regimen.case import read_case, write_case
from regimen.checks.supportive import longest_run
from regimen.engine import answer
from regimen.errors import Refused
from regimen.given import Case
from regimen.order import Alert, CycleOrder
from regimen.supportive import Supportive, SupportiveOrder
from regimen.supportive_offer import (
    Offer,
    added,
    as_listed,
    changed,
    chosen,
    going_on,
    left_out,
    offered,
)
from regimen.supportive_set import read_supportive_set
from regimen.supportive_set_check import check_set, run_set, shipped
from regimen.supportive_words import amount_words, difference_words, item_words, read_amount, with_dose

ICI: dict[str, str] = {"ici": "pembrolizumab"}
CASE: dict[str, Any] = {
    "regimen": "ici-capox", "options": ICI, "practice": "us", "cycle": 1, "day1": "2026-03-02",
    "patient": {"sex": "female", "birth_date": "1958-03-01", "allergies": [], "reactions": []},
    "basis": {"height_cm": 165, "weight_kg": "58.0", "weight_date": "2026-03-02"},
}  # fmt: skip


def offer_of(name: str = "ici-capox", cycle: int = 1, options: dict[str, str] | None = None) -> Offer:
    return offered(library.load_regimen(name), cycle, ICI if options is None else options)


def case_with(order: SupportiveOrder | None, **more: Any) -> Case:
    patient = CASE["patient"] | {key: more.pop(key) for key in ("allergies", "reactions") if key in more}
    return replace(read_case(CASE | {"patient": patient} | more), supportive=order)


def found(order: SupportiveOrder | None, **more: Any) -> dict[str, list[Alert]]:
    """The alerts about supportive care, by code; and those of the interactions."""
    alerts: dict[str, list[Alert]] = {}
    for alert in answer(case_with(order, **more)).alerts:
        if alert.code.startswith(("supportive", "interaction")):
            alerts.setdefault(alert.code, []).append(alert)
    return alerts


def item(ident: str, offer: Offer | None = None) -> Supportive:
    listed = (offer or offer_of()).item(ident)
    assert listed is not None
    return listed.item


# What is listed, and what is chosen


def test_the_list_is_ordered_as_a_matter_of_course_and_choices_are_not() -> None:
    order = as_listed(offer_of())
    assert [one.item.id for one in order.at("clinic")] == ["ondansetron-clinic"]
    assert [one.item.id for one in order.at("home")] == [
        "ondansetron-home", "dexamethasone", "loperamide", "mouth-care", "hand-care"
    ]  # fmt: skip
    assert order.left_out == () and order.from_cycle is None
    loperamide = item("loperamide")
    assert amount_words(loperamide) == "4 mg, then 2 mg; at most 16 mg in a day"
    assert loperamide.call_first_with == ("inhibitor",)


def test_one_day_of_dexamethasone_stands_in_for_three_and_says_so() -> None:
    order = chosen(as_listed(offer_of()), offer_of(), "dexamethasone-day1")
    assert [one.item.id for one in order.items if one.item.name == "dexamethasone"] == ["dexamethasone-day1"]
    (gone,) = order.left_out
    assert (gone.id, gone.by, gone.reason) == ("dexamethasone", "choice", "in its place: dexamethasone 8 mg")
    assert "supportive-unanswered" not in found(order)
    without = left_out(order, "dexamethasone-day1", "")
    assert without.left_out == () and "supportive-unanswered" in found(without)
    assert chosen(without, offer_of(), "dexamethasone") == as_listed(offer_of())


def test_a_choice_that_stands_in_for_what_a_person_left_out_keeps_that_persons_reason() -> None:
    order = left_out(as_listed(offer_of()), "dexamethasone", "diabetes")
    (gone,) = chosen(order, offer_of(), "dexamethasone-day1").left_out
    assert (gone.by, gone.reason) == ("person", "diabetes")


def test_a_listed_item_without_an_answer_stops_the_order_and_one_left_out_with_a_reason_does_not() -> None:
    unanswered = left_out(as_listed(offer_of()), "loperamide", " ")
    (alert,) = found(unanswered)["supportive-unanswered"]
    assert alert.severity == "stop" and alert.params["item"].startswith("loperamide")
    assert "supportive-unanswered" not in found(left_out(as_listed(offer_of()), "loperamide", "stoma"))
    with pytest.raises(Refused, match="what is left out says why"):
        read_case(json.loads(json.dumps(write_case(case_with(unanswered)))))


def test_a_dose_changed_without_a_reason_is_a_stop_and_with_one_it_is_said() -> None:
    less = with_dose(item("dexamethasone"), "4 mg")
    assert (less.amount, less.unit) == (Decimal(4), "mg")
    for reason, codes in (("", {"supportive-not-as-listed"}), ("diabetes", set())):
        raised = found(changed(as_listed(offer_of()), offer_of(), less, reason))
        assert {code for code in raised if code == "supportive-not-as-listed"} == codes
    said = difference_words(as_listed(offer_of()), changed(as_listed(offer_of()), offer_of(), less, "diabetes"))
    assert "dexamethasone, 8 mg" in said and "→ dexamethasone, 4 mg" in said


@pytest.mark.parametrize(
    ("dose", "amount"),
    [("8 mg", ("8", "mg")), ("0.5 mg, then 1 mg", ("0.5", "mg")), ("8mg", None), ("0 mg", None), ("1,5 mg", None),
     ("about 8 mg", None), ("8 mg/m2", None)],
)  # fmt: skip
def test_an_amount_is_read_only_where_a_dose_begins_with_one(dose: str, amount: tuple[str, str] | None) -> None:
    assert read_amount(dose) == (None if amount is None else (Decimal(amount[0]), amount[1]))


def test_an_order_without_supportive_care_says_not_ordered_and_gives_the_list() -> None:
    made = as_json(answer(case_with(None)))
    assert made["supportive"]["ordered"] is False
    assert [one["id"] for one in made["supportive"]["clinic"]] == ["ondansetron-clinic"]
    assert not [code for code in found(None) if code.startswith("supportive")]
    assert from_json(made).supportive is None
    before = {key: value for key, value in made.items() if key != "supportive"}  # an order of before
    assert from_json(before).supportive is None and from_json(before).supportive_listed is None
    pasted = read_case(CASE | {"supportive": made["supportive"] | {"ordered": True}})
    assert pasted.supportive == as_listed(offer_of())


def test_the_next_cycle_goes_on_with_what_a_person_changed_and_follows_the_list_elsewhere() -> None:
    offer = offer_of()
    last = left_out(as_listed(offer), "hand-care", "own cream")
    last = chosen(last, offer, "domperidone")
    last = changed(last, offer, with_dose(item("dexamethasone"), "4 mg"), "diabetes")
    last = added(last, offer, Supportive("patient-1", "saline rinse", "4 times a day", (), "home", (), "", ""), "dry")
    follow = going_on(last, offer, 1)
    assert follow.from_cycle == 1 and replace(follow, from_cycle=None) == last
    other = offer_of("capox", options={})
    assert next(one.item for one in going_on(last, other, 1).items if one.item.id == "loperamide") == item(
        "loperamide", other
    )


# Findings


def with_choice(*idents: str) -> SupportiveOrder:
    order = as_listed(offer_of())
    for ident in idents:
        order = chosen(order, offer_of(), ident)
    return order


@pytest.mark.parametrize(
    ("chosen_ids", "more", "code", "severity"),
    [
        ((), {}, "supportive-qt-drug", "note"),
        ((), {"medicines": ["amiodarone 200 mg"]}, "supportive-qt", "warn"),
        (("domperidone",), {}, "supportive-qt", "warn"),
        (("domperidone",), {}, "interaction-qt", "warn"),
        (("domperidone",), {"medicines": ["itraconazole"]}, "supportive-domperidone-cyp3a4", "warn"),
        ((), {"medicines": ["aprepitant"]}, "supportive-nk1-steroid", "note"),
        (("metoclopramide",), {"medicines": ["haloperidol"]}, "supportive-dopamine", "warn"),
        (("metoclopramide", "olanzapine"), {}, "supportive-dopamine", "warn"),
        ((), {"medicines": ["granisetron patch"]}, "supportive-two-setrons", "warn"),
        ((), {"medicines": ["prednisolone 5 mg"]}, "supportive-two-steroids", "warn"),
        ((), {"medicines": ["Zofran"]}, "supportive-duplicate", "warn"),
        ((), {"medicines": ["methadone"]}, "supportive-loperamide-qt", "note"),
        ((), {"allergies": ["Ondansetron: rash"]}, "supportive-allergy", "stop"),
        ((), {"reactions": ["dexamethasone, hiccups 2024"]}, "supportive-allergy", "stop"),
        ((), {}, "supportive-call-first", "note"),
        ((), {"medicines": ["Imodium"]}, "supportive-call-first", "warn"),
        ((), {}, "supportive-steroid-inhibitor", "note"),
    ],
)
def test_what_is_found(chosen_ids: tuple[str, ...], more: dict[str, Any], code: str, severity: str) -> None:
    raised = found(with_choice(*chosen_ids), **more)
    assert severity in [alert.severity for alert in raised.get(code, [])]
    for alert in raised[code]:
        title, text = words(alert)
        assert "{" not in title + text and alert.source


def test_quiet_where_there_is_nothing_to_say() -> None:
    offer = offer_of("capox", options={})
    order = as_listed(offer)
    alerts = answer(replace(case_with(order), regimen="capox", options={})).alerts
    said = {alert.code for alert in alerts if alert.code.startswith("supportive")}
    assert said == {"supportive-qt-drug"}  # ondansetron beside oxaliplatin, once a course; loperamide: no inhibitor


def test_loperamide_beside_an_inhibitor_without_call_first_warns() -> None:
    plain = replace(item("loperamide"), call_first_with=())
    (alert,) = found(changed(as_listed(offer_of()), offer_of(), plain, "told by telephone"))["supportive-call-first"]
    assert alert.severity == "warn"


@pytest.mark.parametrize(("dose", "severity"), [("12 mg", "note"), ("12.1 mg", "warn"), ("as always", "warn")])
def test_dexamethasone_beside_an_nk1_antagonist_is_a_note_up_to_12_mg(dose: str, severity: str) -> None:
    other = with_dose(item("dexamethasone"), dose)
    raised = found(changed(as_listed(offer_of()), offer_of(), other, "by protocol"), medicines=["fosaprepitant"])
    assert [alert.severity for alert in raised["supportive-nk1-steroid"]] == [severity]


def test_a_daily_limit_counts_every_item_of_the_same_medicine_and_exactly_the_limit_is_inside() -> None:
    offer = offer_of()
    regular = replace(item("metoclopramide"), id="patient-m", days=(1, 2), times=("morning", "noon", "evening"))
    order = added(as_listed(offer), offer, regular, "by need before")
    assert "supportive-over-limit" not in found(order)  # 3 times 10 mg of 30 mg
    more = added(order, offer, replace(regular, id="patient-n", times=("night",)), "at night as well")
    assert {alert.params["planned"] for alert in found(more)["supportive-over-limit"]} == {"40 mg"}
    assert found(more)["supportive-over-limit"][0].severity == "stop"


def test_days_in_a_row_above_the_limit_warn() -> None:
    offer = offer_of()
    for days, warned in ((tuple(range(1, 6)), False), (tuple(range(1, 7)), True)):
        long = replace(item("metoclopramide"), id="patient-m", days=days, times=("morning",))
        assert ("supportive-too-many-days" in found(added(as_listed(offer), offer, long, "r"))) is warned
    assert longest_run(()) == 0 and longest_run((1, 2, 4, 5, 6)) == 3


def test_the_same_medicine_at_one_time_by_two_items_warns_and_at_another_time_does_not() -> None:
    offer = offer_of()
    assert "supportive-twice" not in found(as_listed(offer))  # ondansetron before the infusion, and in the evening
    again = replace(item("dexamethasone"), id="patient-d", days=(3,))
    assert "supportive-twice" in found(added(as_listed(offer), offer, again, "r"))


def test_a_dose_in_words_is_named_as_one_the_program_cannot_reckon_with() -> None:
    other = with_dose(item("dexamethasone"), "half of what it was")
    assert "supportive-amount-unread" in found(changed(as_listed(offer_of()), offer_of(), other, "r"))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"home": [{"id": "a", "name": "b", "dose": "c", "days": [22], "times": ["noon"]}]}, "outside the cycle"),
        ({"home": [{"id": "a", "name": "b", "dose": "c", "days": [1]}]}, "stand together"),
        ({"home": [{"id": "a", "name": "b", "dose": "c", "days": [3, 2], "times": ["noon"]}]}, "must ascend"),
        ({"home": [{"id": "a", "name": "b", "dose": "c", "amount": "1"}]}, "stand together"),
        ({"home": [{"id": "a", "name": "b", "dose": "c", "amount": "1,5", "unit": "mg"}]}, "amount"),
        ({"home": [{"id": "a", "name": "b", "dose": "c"}] * 2}, "stands there twice"),
        ({"home": [{"id": "a", "name": "b", "dose": "c", "origin": "patient", "reason": "r"}]}, "begins with patient-"),
        ({"home": [{"id": "patient-a", "name": "b", "dose": "c", "origin": "patient"}]}, "says why"),
        ({"somewhere": []}, "is not known here"),
        ({"left_out": [{"id": "a", "name": "b", "where": "home"}]}, "reason is missing"),
    ],
)
def test_a_wrong_order_of_supportive_care_is_refused_with_its_reason(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        answer(read_case(CASE | {"supportive": change}))


# Nothing is lost


@st.composite
def choices(draw: st.DrawFn) -> tuple[str, int, dict[str, str], SupportiveOrder]:
    """A regimen, a cycle, and any run of ticks, changes, items left out and added."""
    name = draw(st.sampled_from(library.shipped_regimens()))
    regimen = library.load_regimen(name)
    options = {
        option.id: option.choices[0].id for option in regimen.options if option.required and not option.when
    }  # fmt: skip
    cycle = draw(st.integers(1, regimen.planned_cycles))
    offer = offered(regimen, cycle, options)
    order = as_listed(offer)
    listed = [one.item.id for one in offer.items]
    for number in range(draw(st.integers(0, 6))):
        deed = draw(st.sampled_from(("choose", "leave", "change", "add")))
        ident = draw(st.sampled_from(listed or ["none"]))
        known = offer.item(ident)
        if deed == "add" or known is None:
            where = draw(st.sampled_from(("clinic", "home")))
            own = Supportive(f"patient-{number}", "zinc", "1 g", (), where, (), "", "", texts={"en": "zinc"})
            order = added(order, offer, own, "asked for")
        elif deed == "choose":
            order = chosen(order, offer, ident)
        elif deed == "leave":
            order = left_out(order, ident, draw(st.text("ab ", min_size=1).map(lambda text: f"r{text}")))
        elif any(one.item.id == ident for one in order.items):
            order = changed(order, offer, with_dose(known.item, draw(st.sampled_from(("4 mg", "little")))), "why")
    return name, cycle, options, order


@settings(max_examples=50)
@given(choices())
def test_nothing_ordered_is_lost_between_case_and_snapshot_and_home_and_clinic_never_mix(
    made: tuple[str, int, dict[str, str], SupportiveOrder],
) -> None:
    name, cycle, options, order = made
    case = replace(case_with(order), regimen=name, options=options, cycle=cycle)
    again = read_case(json.loads(json.dumps(write_case(case))))
    assert again.supportive == order
    signed: CycleOrder = answer(again)
    stored = from_json(json.loads(json.dumps(as_json(signed))))
    assert stored == signed and stored.supportive == order
    home, clinic = (as_json(signed)["supportive"][where] for where in ("home", "clinic"))
    assert {one["id"] for one in home} | {one["id"] for one in clinic} == {one.item.id for one in order.items}
    assert len(home) + len(clinic) == len(order.items)
    assert all(one.item.where == "home" for one in order.at("home"))
    answered = {one.item.id for one in order.items} | {one.id for one in order.left_out}
    listed = as_listed(offered(library.load_regimen(name), cycle, options)).items
    open_ones = {alert.params["item"] for alert in signed.alerts if alert.code == "supportive-unanswered"}
    assert {item_words(one.item) for one in listed if one.item.id not in answered} == open_ones
    assert len(answered) == len(order.items) + len(order.left_out)


# The site's own set

SET = """schema = 1
id = "unit-set"
version = "1"
title = "Day unit"

[[source]]
id = "unit"
cite = "Standard of the day unit"

[[off]]
item = "ondansetron-home"
reason = "granisetron is used"

[[change]]
item = "dexamethasone"
regimens = ["ici-capox"]
dose = "4 mg"
days = [1]
times = ["morning"]
reason = "steroids are spared"

[[item]]
id = "site-granisetron"
name = "granisetron"
dose = "1 mg"
days = [1]
times = ["before infusion"]
where = "clinic"
purpose = "nausea"
amount = 1
unit = "mg"
medicine = "granisetron"
source = "unit"
[item.texts]
en = "granisetron 1 mg"
de = "Granisetron 1 mg"

[[example]]
title = "CAPOX with pembrolizumab"
regimen = "ici-capox"
options = { ici = "pembrolizumab" }
cycle = 1
clinic = ["ondansetron-clinic", "site-granisetron"]
home = ["dexamethasone", "loperamide", "mouth-care", "hand-care"]
"""


def test_the_sites_set_lies_over_the_regimens_list() -> None:
    site = read_supportive_set(SET, "unit.toml")
    offer = offered(library.load_regimen("ici-capox"), 1, ICI, site)
    order = as_listed(offer)
    assert [(one.id, one.by, one.reason) for one in order.left_out] == [
        ("ondansetron-home", "site", "granisetron is used")
    ]
    steroid = next(one for one in offer.items if one.item.id == "dexamethasone")
    assert (steroid.item.dose, steroid.item.amount, steroid.item.days) == ("4 mg", Decimal(4), (1,))
    assert (steroid.origin, steroid.note) == ("site", "steroids are spared")
    assert order.site_set is not None and (order.site_set.id, order.site_set.sha256) == ("unit-set", site.sha256)
    assert {"supportive-unanswered", "supportive-not-as-listed"}.isdisjoint(found(order))
    check_set(site, shipped())
    assert all(result.passed for result in run_set(site))
    elsewhere = offered(library.load_regimen("capox"), 1, {}, site)
    assert item("dexamethasone", elsewhere).dose == "8 mg"


def test_an_item_the_site_makes_a_choice_is_answered_until_it_is_chosen_and_again_afterwards() -> None:
    text = SET.replace('dose = "4 mg"\ndays = [1]\ntimes = ["morning"]\n', "standard = false\n")
    offer = offered(library.load_regimen("ici-capox"), 1, ICI, read_supportive_set(text, "unit.toml"))
    order = as_listed(offer)
    assert "dexamethasone" in {one.id for one in order.left_out}
    taken = chosen(order, offer, "dexamethasone")
    assert "dexamethasone" not in {one.id for one in taken.left_out}
    for each in (order, taken, left_out(taken, "dexamethasone", ""), going_on(taken, offer, 1)):
        assert "supportive-unanswered" not in found(each)
        json.dumps(write_case(case_with(each)))
        assert read_case(write_case(case_with(each))).supportive == each


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("schema = 1", "schema = 2", "reads schema 1 only"),
        ('id = "site-granisetron"', 'id = "granisetron"', "begins with 'site-'"),
        ('en = "granisetron 1 mg"\nde = "Granisetron 1 mg"\n', "", "texts: is empty"),
        ('en = "granisetron 1 mg"', 'xx = "granisetron 1 mg"', "xx: is not a known key"),
        ('reason = "granisetron is used"', "", "reason: is missing"),
        ('item = "ondansetron-home"', 'item = "dexamethasone"', "two rules for one regimen"),
        ('dose = "4 mg"\ndays = [1]\ntimes = ["morning"]\n', "", "changes nothing"),
        ('days = [1]\ntimes = ["morning"]', "days = [1]", "are changed together"),
        ('amount = 1\nunit = "mg"', "amount = 1", "amount and unit stand together"),
        ('source = "unit"', 'source = "none"', "source 'none' is not listed"),
    ],
)
def test_a_set_that_cannot_be_is_refused(old: str, new: str, reason: str) -> None:
    assert old in SET
    with pytest.raises(Refused, match=reason):
        read_supportive_set(SET.replace(old, new), "unit.toml")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('item = "ondansetron-home"', 'item = "ondansetron-hoem"', "listed by no regimen"),
        ('regimens = ["ici-capox"]', 'regimens = ["our-capox"]', "not in use here"),
        ('days = [1]\ntimes = ["before', 'days = [15]\ntimes = ["before', "outside a cycle of"),
    ],
)  # fmt: skip
def test_a_set_that_does_not_fit_the_regimens_is_refused(old: str, new: str, reason: str) -> None:
    assert old in SET
    with pytest.raises(Refused, match=reason):
        check_set(read_supportive_set(SET.replace(old, new), "unit.toml"), shipped())


def test_an_example_of_a_set_that_comes_out_otherwise_is_named() -> None:
    text = SET.replace('"ondansetron-clinic", "site-granisetron"', '"site-granisetron"')
    (result,) = run_set(read_supportive_set(text, "unit.toml"))
    assert [(one.path, one.expected, one.found) for one in result.mismatches] == [
        ("clinic", "site-granisetron", "ondansetron-clinic, site-granisetron")
    ]
