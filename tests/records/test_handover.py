"""A course handed over as a signed file: taken over, the next order starts as it would have started there."""

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outcomes.recist.of_records import judge_course
from records.actions import Actions
from records.course.course_plan import files_of, next_cycle
from records.course.handed_over import stop_key
from records.course.history import advise_case
from records.errors import NotAllowed, RecordError
from records.handover.envelope import open_file, write_file
from records.handover.reading import read_handover
from records.values.core import CourseRecord, PatientRecord, SiteSettings
from records.values.handover import SignedText
from records.values.visits import DecisionEntry
from regimen.answer import as_json
from regimen.definition import Regimen
from regimen.engine import answer_with
from regimen.errors import RegimenError
from regimen.given import Case
from tests.empty_store import empty_store
from tests.records import handover_examples as examples
from tests.records.course_walk import DEEDS, Walk, decide, event, give, restart, sign
from tests.records.examples import DAY1, ENTRY, EVENT, Store, approved
from tests.records.response_examples import busy_response

PASSPHRASE = "seven quiet herons"
SETTINGS = SiteSettings()
NUMBERS = count(1)
STEPS = 9


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Two hospitals: records, people and key folders of their own."""
    stores = []
    for name in ("a", "b"):
        opened = Actions.open(empty_store(tmp_path / f"{name}.db"))
        stores.append(Store(opened, opened.add_person(f"Pharmacist {name.upper()}", "pharmacist").result()))
    with examples.keys_in(tmp_path / "keys"):
        yield stores[0], stores[1]
    for store in stores:
        store.actions.close()


def begun(store: Store) -> CourseRecord:
    """A measured patient of their own number and name, on a course."""
    number = next(NUMBERS)
    patient = store.patient(replace(ENTRY, name=f"Ada Example {number}", identifiers=(("MRN", f"H-{number}"),)))
    course = store.course(patient, starting_percent={"capecitabine": Decimal(90)} if number % 2 else {})
    for kind, value in (("height_cm", "165"), ("weight_kg", "58.0")):
        store.actions.measure(store.person, uuid4(), patient.id, kind, Decimal(value), DAY1).result()
    for value, on in (("4.1", DAY1), ("2.2", DAY1 + timedelta(days=20))):
        args = (patient.id, "neutrophils", Decimal(value), "10^9/L", None, None, on)
        store.actions.add_lab(store.person, uuid4(), *args).result()
    return course


def lived(store: Store, seed: int) -> CourseRecord:
    """A course of a cycle given, an event and a decision, and then whatever chance brings."""
    walk = Walk(store, begun(store), random.Random(seed))
    deeds = [sign, give, event, restart, decide, *walk.chance.choices(DEEDS, k=STEPS)]
    for deed in deeds:
        try:
            deed(walk)
        except (RecordError, RegimenError):
            continue  # chance asks for what cannot be done, too
    return walk.course


def next_case(store: Store, course: CourseRecord) -> tuple[Case, CourseRecord]:
    """The case of the next order, with all events, as the records of a hospital make it."""
    from records.course.course_plan import day1_of

    space = store.actions.workspace(course.patient_id).result()
    now = next(one for one in space.courses if one.id == course.id)
    cycle = next_cycle(space, now)
    return advise_case(space, now, cycle, day1_of(space, now, SETTINGS, cycle), SETTINGS), now


def ordered(case: Case, course: CourseRecord) -> dict[str, object]:
    """What the engine answers for it."""
    files = files_of(course, SETTINGS)
    return as_json(answer_with(files.regimen, files.profile, replace(case, events=())))


def comparable(case: Case) -> Case:
    """Without what says the same in two ways: 100 percent, and holds that were over before."""
    whole = Decimal(100)
    return replace(
        case,
        dose_percent={drug: share for drug, share in case.dose_percent.items() if share != whole},
        holds=tuple(hold for hold in case.holds if hold.end is None or hold.end >= case.day1),
    )


@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=st.integers(0, 10_000))
def test_the_next_order_at_b_is_the_one_a_would_have_made(both: tuple[Store, Store], seed: int) -> None:
    a, b = both
    course = lived(a, seed)
    try:
        _record, signed = examples.given(a, course)
    except NotAllowed as refused:
        assert "not planned" in str(refused)  # stopped for good: there is no next cycle
        return
    opened = open_file(write_file(signed))
    record = examples.taken(b, opened)
    there = next(one for one in b.actions.workspace(record.patient_id).result().courses if one.id == record.course_id)
    case_a, at_a = next_case(a, course)
    case_b, at_b = next_case(b, there)
    assert comparable(case_b) == comparable(case_a)
    assert ordered(comparable(case_b), at_b) == ordered(comparable(case_a), at_a)
    assert b.actions.check_audit().result().findings == ()
    assert b.actions.signed_file(record.id).result() == signed


def test_scans_events_and_reasons_are_there_on_both_databases(store: Store, tmp_path: Path) -> None:
    a_actions = Actions.open(empty_store(tmp_path / "a.db"))
    a = Store(a_actions, a_actions.add_person("Pharmacist A", "pharmacist").result())
    course = begun(a)
    for deed in (sign, give):
        deed(Walk(a, course, random.Random(1)))
    busy_response(a, course)
    told = a.actions.report_event(a.person, uuid4(), course.id, EVENT).result()
    wanted = DecisionEntry(
        2, "capecitabine", "change", percent=Decimal(75), reason="after diarrhoea", event_ids=(told.id,)
    )
    a.actions.decide(a.person, uuid4(), course.id, wanted).result()
    with examples.keys_in(tmp_path / "keys"):
        _record, signed = examples.given(a, course)
    there = a.actions.workspace(course.patient_id).result()
    a_actions.close()
    record = examples.taken(store, signed)
    space = store.actions.workspace(record.patient_id).result()
    (event_here,) = space.events
    assert event_here.entry == replace(there.events[0].entry, elsewhere=True)
    assert event_here.entry.grades[0].by == "Pharmacist A" and (event_here.cycle, event_here.cycle_day) == (1, 19)
    (decision,) = space.decisions
    assert (decision.entry.percent, decision.entry.event_ids) == (Decimal(75), (event_here.id,))
    assert "after diarrhoea (Pharmacist A" in decision.entry.reason
    at_a, at_b = judge_course(there, course), judge_course(space, space.courses[0])
    assert at_a is not None and at_b is not None
    assert [point.overall for point in at_b.response.points] == [point.overall for point in at_a.response.points]
    assert store.actions.check_audit().result().findings == ()
    assert "capecitabine: 75 % of it" in read_handover(signed.content).summary.replace("start lowered to 90 %, ", "")


def test_whoever_orders_a_course_treated_elsewhere_says_why(both: tuple[Store, Store]) -> None:
    a, _b = both
    course = begun(a)
    record, _signed = examples.given(a, course)
    with pytest.raises(NotAllowed, match="handed over to Hospital B"):
        a.signing(course).result()
    assert "handed over to Hospital B" in " ".join(missing(a, course))
    (line,) = a.actions.clinic_day(DAY1).result().lines
    assert [need.kind for need in line.needs if "handed over to Hospital B" in need.words] == ["hold"]
    a.signing(course, overrides={stop_key(record.id): "back for one cycle"}).result()
    with pytest.raises(NotAllowed, match="already"):
        examples.given(a, course)
    a.actions.withdraw_handover(a.person, uuid4(), record.id, "the patient stays").result()
    assert "handed over" not in " ".join(missing(a, course))
    again, _text = examples.given(a, course)
    assert stop_key(again.id) != stop_key(record.id)


def missing(store: Store, course: CourseRecord) -> tuple[str, ...]:
    """What the list of the course's first day says of it."""
    lines = store.actions.worklist(DAY1).result()
    return next(line.missing for line in lines if line.course_id == course.id)


def test_the_same_file_twice_and_the_own_file_are_refused(both: tuple[Store, Store]) -> None:
    a, b = both
    _record, signed = examples.given(a, begun(a))
    examples.taken(b, signed)
    for store, words in ((b, "taken over on"), (a, "written here")):
        seen = store.actions.look_at_handover(signed, None, DAY1).result()
        assert any(words in sentence for sentence in seen.refused)
        with pytest.raises(NotAllowed, match=words):
            store.actions.take_over(store.person, uuid4(), signed, seen.choice, seen.seen, DAY1).result()


def test_an_unknown_key_and_a_withdrawn_one_take_nothing_over(both: tuple[Store, Store]) -> None:
    a, b = both
    _record, signed = examples.given(a, begun(a))
    seen = b.actions.look_at_handover(signed, None, DAY1).result()
    assert seen.trust == "unknown" and len(seen.fingerprint.split()) == 8
    with pytest.raises(NotAllowed, match="fingerprint"):
        b.actions.take_over(b.person, uuid4(), signed, seen.choice, seen.seen, DAY1).result()
    with pytest.raises(RecordError, match="empty"):
        b.actions.trust_key(b.person, uuid4(), signed.public_key, "Hospital A", " ").result()
    key = b.actions.trust_key(b.person, uuid4(), signed.public_key, "Hospital A", examples.HEARD).result()
    with pytest.raises(NotAllowed, match="changed since"):  # what was shown before the key was known
        b.actions.take_over(b.person, uuid4(), signed, seen.choice, seen.seen, DAY1).result()
    b.actions.withdraw_key(b.person, uuid4(), key.id, "their computer was stolen").result()
    seen = b.actions.look_at_handover(signed, None, DAY1).result()
    assert seen.trust == "withdrawn" and "stolen" in seen.refused[0]
    with pytest.raises(NotAllowed, match="withdrawn"):
        b.actions.trust_key(b.person, uuid4(), signed.public_key, "Hospital A", "once more").result()


def test_a_patient_on_record_is_asked_about_and_never_merged_silently(both: tuple[Store, Store]) -> None:
    a, b = both
    course = begun(a)
    file = a.actions.workspace(course.patient_id).result().patient.entry
    here = b.patient(replace(file, allergies=("none said here",)))
    b.actions.measure(b.person, uuid4(), here.id, "weight_kg", Decimal("57.1"), DAY1).result()
    _record, signed = examples.given(a, course)
    b.actions.trust_key(b.person, uuid4(), signed.public_key, "Hospital A", examples.HEARD).result()
    seen = b.actions.look_at_handover(signed, None, DAY1).result()
    assert seen.choice.patient_id == here.id and seen.same[0].sure
    assert any("Allergies" in line.what for line in seen.lines if line.state == "differs")
    assert any("57.1" in line.what and "Not stored" in line.why for line in seen.lines)
    as_new = b.actions.look_at_handover(signed, replace(seen.choice, patient_id=None), DAY1).result()
    assert any("here already" in sentence for sentence in as_new.refused)
    record = b.actions.take_over(b.person, uuid4(), signed, seen.choice, seen.seen, DAY1).result()
    space = b.actions.workspace(here.id).result()
    assert record.patient_id == here.id and space.patient.entry.allergies == ("none said here",)
    assert [one.value for one in space.measurements if one.kind == "weight_kg"] == [Decimal("57.1")]


def other_person(patient: PatientRecord) -> date:
    return patient.entry.birth_date + timedelta(days=1)


def test_a_number_of_somebody_else_stops_everything(both: tuple[Store, Store]) -> None:
    a, b = both
    course = begun(a)
    patient = a.actions.workspace(course.patient_id).result().patient
    b.patient(replace(patient.entry, name="Somebody Else", birth_date=other_person(patient)))
    _record, signed = examples.given(a, course)
    b.actions.trust_key(b.person, uuid4(), signed.public_key, "Hospital A", examples.HEARD).result()
    seen = b.actions.look_at_handover(signed, None, DAY1).result()
    assert any("somebody born" in sentence for sentence in seen.refused)


def test_a_regimen_nobody_knows_here_waits_for_its_approval(both: tuple[Store, Store]) -> None:
    a, b = both
    second = a.actions.add_person("Second A", "pharmacist").result()
    file = approved(a, second, "capox-of-a", base="ici-capox")
    course = begun(a)
    choice = a.actions.move_choice(course.id).result()
    moved = (course, choice.from_cycle, file.text_sha256, course.profile_sha256, "own regimen")
    a.actions.move_course(a.person, uuid4(), *moved).result()
    _record, signed = examples.given(a, course)
    b.actions.trust_key(b.person, uuid4(), signed.public_key, "Hospital A", examples.HEARD).result()
    seen = b.actions.look_at_handover(signed, None, DAY1).result()
    assert seen.draft and any("not in use here" in sentence for sentence in seen.refused)
    draft = b.actions.draft_of_handover(b.person, uuid4(), signed).result()
    waiting = b.actions.ask_for_approval(b.person, uuid4(), draft).result()
    b.actions.approve_file(b.actions.add_person("Second B", "pharmacist").result(), uuid4(), waiting).result()
    record = examples.taken(b, signed)
    there = b.actions.workspace(record.patient_id).result().courses[0]
    assert there.entry.regimen_sha256 == file.text_sha256
    assert isinstance(files_of(there, SETTINGS).regimen, Regimen)


def test_the_private_key_lies_in_no_record_and_in_a_file_for_one_user(
    both: tuple[Store, Store], tmp_path: Path
) -> None:
    a, _b = both
    first, signed = examples.given(a, begun(a))
    _second, again = examples.given(a, begun(a))
    files = list((tmp_path / "keys").iterdir())
    assert len(files) == 1 and signed.public_key == again.public_key
    assert files[0].stat().st_mode & 0o077 == 0
    private = files[0].read_text("ascii").strip()
    for row in a.sql("SELECT content FROM audit") + a.sql("SELECT content || signature FROM handover"):
        assert private not in row[0]
    assert private.encode() not in (tmp_path / "a.db").read_bytes()
    a.actions.withdraw_handover(a.person, uuid4(), first.id, "written anew").result()
    files[0].unlink()
    (key,) = [one for one in a.actions.handover_keys().result() if one.origin == "own"]
    assert key.by == a.person.name
    _third, other = examples.given(a, begun(a))
    assert other.public_key != signed.public_key  # whoever lost the key gets a new one, compared anew


def test_only_a_pharmacist_or_prescriber_hands_over_and_takes_over(both: tuple[Store, Store]) -> None:
    a, b = both
    _record, signed = examples.given(a, begun(a))
    nurse = b.actions.add_person("Nurse B", "nurse").result()
    seen = b.actions.look_at_handover(signed, None, DAY1).result()
    with pytest.raises(NotAllowed, match="nurse"):
        b.actions.take_over(nurse, uuid4(), signed, seen.choice, seen.seen, DAY1).result()
    with pytest.raises(NotAllowed, match="nurse"):
        b.actions.trust_key(nurse, uuid4(), signed.public_key, "Hospital A", "heard").result()


def test_a_changed_file_stores_nothing_even_past_the_window(both: tuple[Store, Store]) -> None:
    a, b = both
    _record, signed = examples.given(a, begun(a))
    content = json.loads(signed.content)
    content["next"]["percent"] = {"oxaliplatin": "75"}
    forged = SignedText(json.dumps(content, sort_keys=True, separators=(",", ":")), signed.public_key, signed.signature)
    with pytest.raises(RecordError, match="changed or damaged"):
        b.actions.look_at_handover(forged, None, DAY1).result()
