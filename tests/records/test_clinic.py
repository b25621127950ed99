"""The clinic of a day in the records: who comes, what is missing in words, and what the pharmacy prepares."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from records.errors import RecordError
from records.values.clinic import ClinicLine
from records.values.core import CourseRecord, PatientEntry
from tests.records.examples import BLIND, DAY1, ENTRY, Store


def line(store: Store, on: date = DAY1) -> ClinicLine:
    (only,) = store.actions.clinic_day(on).result().lines
    return only


def named(number: int) -> PatientEntry:
    return replace(ENTRY, name=f"Nr {number}, Patient", identifiers=(("MRN", f"{number:04d}"),))


def kinds(one: ClinicLine) -> list[str]:
    return [need.kind for need in one.needs]


def test_what_is_missing_goes_step_by_step_until_the_line_is_complete(store: Store) -> None:
    course = store.course(answered=False)
    found = line(store)
    assert {"weight", "blood test", "checklist", "order", "go-ahead"} <= set(kinds(found))
    assert "weight missing" in [need.words for need in found.needs]
    assert (found.state, found.drugs) == ("not signed", ("pembrolizumab", "oxaliplatin", "capecitabine"))

    store.answer_all(course)
    for kind, value in (("height_cm", "165"), ("weight_kg", "58.0")):
        store.actions.measure(store.person, uuid4(), course.patient_id, kind, Decimal(value), DAY1).result()
    for need in [need.words for need in found.needs if need.kind == "blood test"]:
        analyte = need.removesuffix(" missing")
        unit = "umol/L" if analyte in ("creatinine", "bilirubin") else "10^9/L"
        given = (course.patient_id, analyte, Decimal(70), unit, None, None, DAY1)
        store.actions.add_lab(store.person, uuid4(), *given).result()
    assert kinds(line(store)) == ["order", "go-ahead"]

    order = store.signing(course).result()
    found = line(store)
    assert [need.words for need in found.needs] == ["second check not done", "no go-ahead for day 1"]
    assert "oxaliplatin 210 mg" in found.drugs
    other = store.actions.add_person("Quentin Ash", "pharmacist").result()
    store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    store.actions.go_ahead(store.person, uuid4(), course.id, 1, DAY1, DAY1, "person").result()
    found = line(store)
    assert (found.needs, found.complete, found.state) == ((), True, "released")
    store.actions.prepare_order(other, uuid4(), order.id).result()
    assert line(store).state == "prepared"
    store.actions.mark_given(store.person, order.id, order.version, DAY1).result()
    assert (line(store).state, line(store).needs) == ("given", ())


def test_minutes_in_the_chair_are_the_infusions_and_the_sites_own(store: Store) -> None:
    store.course()
    without = line(store).minutes
    site = replace(store.actions.settings().result(), chair_minutes=45)
    store.actions.save_settings(store.person, site, "").result()
    assert without is not None and line(store).minutes == without + 45


def test_a_day_says_its_neighbours_among_the_working_days_and_why_it_is_closed(store: Store) -> None:
    site = replace(store.actions.settings().result(), country="US", closing_days=(date(2026, 7, 6),))
    store.actions.save_settings(store.person, site, "").result()
    day = store.actions.clinic_day(date(2026, 7, 2)).result()
    assert (day.closed, day.before, day.after) == ("", date(2026, 7, 1), date(2026, 7, 7))
    assert store.actions.clinic_day(date(2026, 7, 6)).result().closed == "closing day of the site"
    assert store.actions.clinic_day(date(2026, 7, 5)).result().closed == "weekend"


def released(store: Store, number: int) -> CourseRecord:
    course = store.course(store.patient(named(number)))
    order = store.signing(course).result()
    people = {person.name: person for person in store.actions.people().result()}
    other = people.get("Quentin Ash") or store.actions.add_person("Quentin Ash", "pharmacist").result()
    store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    store.actions.go_ahead(store.person, uuid4(), course.id, 1, DAY1, DAY1, "person").result()
    return course


def test_only_what_is_released_is_prepared_and_everybody_else_is_named_with_the_reason(store: Store) -> None:
    ready = [released(store, number) for number in (1, 2, 3)]
    unsigned = store.course(store.patient(named(4)))
    unchecked = store.course(store.patient(named(5)))
    store.signing(unchecked).result()
    held = released(store, 6)
    store.actions.hold_drug(store.person, uuid4(), held.id, "oxaliplatin", DAY1, None, False, "other", "").result()
    courses = [course.id for course in (*ready, unsigned, unchecked, held)]

    found = store.actions.preparation(DAY1, courses).result()

    assert [one.name[:4] for one in found.prepared] == ["Nr 1", "Nr 2", "Nr 3", "Nr 6"]
    assert found.prepared[-1].held == ("oxaliplatin",)
    reasons = {one.name[:4]: " ".join(one.reasons) for one in found.waiting}
    assert reasons["Nr 4"] == "The order is not signed."
    assert "second check is still to be done" in reasons["Nr 5"] and "no go-ahead" in reasons["Nr 5"]
    sums = {one.drug: one for one in found.infusions}
    assert sums["oxaliplatin"].total_mg == Decimal(630) and len(sums["oxaliplatin"].rows) == 3
    assert sums["oxaliplatin"].shared is None and not found.sharing
    (tablets,) = found.tablets
    assert dict(tablets.supply)[Decimal(500)] == 4 * dict(found.prepared[0].dispensed[0].supply)[Decimal(500)]
    assert found.end == store.actions.trail_end().result()

    site = replace(store.actions.settings().result(), vials_shared=True)
    store.actions.save_settings(store.person, site, "").result()
    shared = {one.drug: one for one in store.actions.preparation(DAY1, courses).result().infusions}["oxaliplatin"]
    assert shared.shared is not None and shared.waste_mg is not None
    assert shared.shared.saved_mg == shared.waste_mg - shared.shared.waste_mg > 0


def test_an_order_that_was_prepared_or_is_of_another_day_is_not_prepared_again(store: Store) -> None:
    done, moved = released(store, 1), released(store, 2)
    (order,) = store.actions.workspace(done.patient_id).result().orders
    store.actions.prepare_order(store.person, uuid4(), order.id).result()
    given = (store.person, uuid4(), moved.id, 1, 1, "all", "other", "")
    store.actions.delay_cycle(*given).result()  # type: ignore[arg-type]
    assert "prepared already" in store.actions.preparation(DAY1, [done.id]).result().waiting[0].reasons[0]
    (later,) = store.actions.preparation(DAY1 + timedelta(days=1), [moved.id]).result().waiting
    assert any("signed for 2026-03-02; day 1 is now 2026-03-03" in words for words in later.reasons)


def test_a_preparation_list_and_a_downtime_pack_stand_in_the_history_of_everybody_on_them(store: Store) -> None:
    course = store.course()
    patients = (course.patient_id, course.patient_id)
    store.actions.print_preparation(store.person, uuid4(), DAY1, patients, "a" * 64).result()
    store.actions.write_downtime(store.person, uuid4(), DAY1, 7, patients, "b" * 64).result()
    told = {one.action: one.why for one in store.actions.history(course.patient_id).result()}
    assert told["print preparation list"] == f"day 2026-03-02, 1 patient, SHA-256 {'a' * 64}"
    assert told["write downtime pack"] == f"7 days from 2026-03-02, 1 patient, SHA-256 {'b' * 64}"


def test_a_week_is_read_of_one_moment_with_everybody_who_is_treated(store: Store) -> None:
    course = released(store, 1)
    week = store.actions.clinic_week(DAY1, 22).result()
    assert [len(day.lines) for day in week.days if day.lines and day.lines[0].treated] == [1, 1]
    assert tuple(week.spaces) == (course.patient_id,)
    assert {day.list.end for day in week.days} == {week.end}
    assert isinstance(store.actions.clinic_week(DAY1, 0).exception(), RecordError)


@pytest.mark.parametrize(("chairs", "minute"), [(-1, 480), (201, 480), (4, 1440), (4, -1)])
def test_chairs_and_opening_time_that_cannot_be_are_refused(store: Store, chairs: int, minute: int) -> None:
    site = replace(store.actions.settings().result(), chairs=chairs, opening_minute=minute)
    assert isinstance(store.actions.save_settings(store.person, site, "").exception(), RecordError)
