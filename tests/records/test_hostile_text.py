"""Whatever is typed or pasted is kept to the letter or refused in one sentence, and never half."""

import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.errors import RecordError
from records.typed_text import words
from records.values.core import PatientEntry
from tests.records.examples import DAY1, ENTRY, Store

KEPT = [
    "Robert'); DROP TABLE patient;--",
    "<b>Smith</b> & <img src='file:///etc/passwd'>",
    '=HYPERLINK("http://x")',
    "{{7*7}} ${x} %s %(name)s \\x00",
    "👩🏽‍⚕️ emoji with joiner",
    "नमस्ते क्‍ष",
    "محمد علي",
    "ׁשלום",
    "\u0000".encode("unicode_escape").decode(),
    "'" * 200,
    "ﷺ" * 20,
    "NULL",
    "null",
]
REFUSED = [
    ("Anna\0", "U+0000"),
    ("Anna\ud800", "U+D800"),
    ("Anna\u202egpj", "U+202E"),
    ("An\u200bna", "U+200B"),
    ("An\ufeffna", "U+FEFF"),
    ("Anna\ue000", "U+E000"),
    ("Anna\nBerg", "U+000A"),
    ("Anna\x1b[31m", "U+001B"),
    ("Anna\u2028Berg", "U+2028"),
    ("A" * 201, "at most 200"),
    ("", "Name is empty."),
    (" \u3000 ", "Name is empty."),
    ("\u200d", "Name is empty."),
]


@pytest.mark.parametrize("text", KEPT)
def test_a_strange_name_comes_back_equal(store: Store, text: str) -> None:
    record = store.patient(replace(ENTRY, name=text, note=text, allergies=(text,)))
    (read,) = (store.actions.workspace(record.id).result().patient.entry,)
    assert (read.name, read.note, read.allergies) == (unicodedata.normalize("NFC", text),) * 2 + (
        (unicodedata.normalize("NFC", text),),
    )


@pytest.mark.parametrize(("text", "sign"), REFUSED)
def test_a_name_that_cannot_be_shown_is_refused_in_one_sentence(store: Store, text: str, sign: str) -> None:
    refusal = store.actions.add_patient(store.person, uuid4(), replace(ENTRY, name=text)).exception()
    assert isinstance(refusal, RecordError)
    assert sign in str(refusal)
    assert str(refusal).count(".") == 1
    assert refusal.field == "Name"
    assert store.sql("SELECT count(*) FROM patient") == [(0,)]


LIMITS = [
    ("note", "x" * 4000, "x" * 4001),
    ("interpreter", "x" * 200, "x" * 201),
    ("identifiers", (("MRN", "x" * 64),), (("MRN", "x" * 65),)),
    ("identifiers", (("MRN", "1"),), ()),
    ("medicines", ("x",) * 100, ("x",) * 101),
    ("ecog", 4, 5),
    ("dpyd_score", Decimal("2"), Decimal("2.1")),
    ("dpyd_score", Decimal("0"), Decimal("NaN")),
    ("birth_date", date(1900, 1, 1), date(1899, 12, 31)),
]


@pytest.mark.parametrize(("field", "most", "more"), LIMITS)
def test_limits_are_inclusive_and_named(sqlite_store: Store, field: str, most: object, more: object) -> None:
    kept = sqlite_store.patient(replace(ENTRY, **{field: most}))  # type: ignore[arg-type]
    assert getattr(kept.entry, field) == most
    refusal = sqlite_store.actions.add_patient(
        sqlite_store.person,
        uuid4(),
        replace(ENTRY, **{field: more}),  # type: ignore[arg-type]
    ).exception()
    assert isinstance(refusal, RecordError)
    assert len(str(refusal)) < 250


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-1", "0", "0.9", "700.1", "1E+30", "58.0000000000001"])
def test_a_weight_that_is_none_is_refused(sqlite_store: Store, value: str) -> None:
    patient = sqlite_store.patient()
    give = (sqlite_store.person, uuid4(), patient.id, "weight_kg", Decimal(value), DAY1)
    assert isinstance(sqlite_store.actions.measure(*give).exception(), RecordError)


def test_a_draft_keeps_even_what_no_page_can_show(store: Store) -> None:
    course = store.course()
    typed = {"weight_kg": "5\x008\ud800", "note": "\u202e\r\n" * 50, "": ""}
    kept = store.actions.keep_draft(store.person, uuid4(), course.id, 1, typed, "", "").result()
    assert kept.texts == typed
    assert store.actions.workspace(course.patient_id).result().orders[0].texts == typed
    refusal = store.actions.keep_draft(store.person, uuid4(), course.id, 1, {"note": "x" * 20_001}, "", "").exception()
    assert isinstance(refusal, RecordError)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=150)
@given(name=st.text(max_size=220), note=st.text(max_size=60))
def test_any_text_is_kept_equal_or_refused(sqlite_store: Store, name: str, note: str) -> None:
    entry = PatientEntry(name, (("MRN", "1"),), date(1960, 1, 1), "female", note=note)
    adding = sqlite_store.actions.add_patient(sqlite_store.person, uuid4(), entry)
    if (refusal := adding.exception()) is not None:
        assert isinstance(refusal, RecordError)
        assert len(str(refusal)) < 250
        return
    read = sqlite_store.actions.workspace(adding.result().id).result().patient.entry
    assert read.name == unicodedata.normalize("NFC", name).strip()
    assert read.note == unicodedata.normalize("NFC", note).strip()


@given(st.text())
def test_a_checked_text_stays_as_it_is_when_checked_again(text: str) -> None:
    try:
        kept = words(text, "Name")
    except RecordError:
        return
    assert words(kept, "Name") == kept
    assert kept.encode("utf-8").decode("utf-8") == kept


@pytest.mark.parametrize("text", ["{}\0", '{"a": "\ud800"}', "x" * 4_000_001])
def test_a_document_that_cannot_be_kept_is_refused(sqlite_store: Store, text: str) -> None:
    course = sqlite_store.course()
    keep = (sqlite_store.person, uuid4(), course.id, 1, {}, text, "")
    assert isinstance(sqlite_store.actions.keep_draft(*keep).exception(), RecordError)
    assert isinstance(sqlite_store.signing(course, case=text).exception(), RecordError)
