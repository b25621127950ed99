"""Handover files as somebody hostile sends them: one byte changed, nested, huge, of wrong types, under other names."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.course.disease import NOTHING_SAID
from records.handover.envelope import (
    NeedsPassphrase,
    WrongPassphrase,
    fingerprint,
    is_sealed,
    open_file,
    sign,
    verify,
    write_file,
)
from records.handover.reading import NotReadable, read_handover
from records.handover.summary import summary_of
from records.trail.canonical import canonical
from records.values.handover import CourseSaid, Handover, LabSaid, NextSaid, SignedText, SizeSaid
from regimen.analytes import analytes
from tests.records.examples import ENTRY

PRIVATE, OTHER = bytes(range(32)), bytes(range(1, 33))
PASSPHRASE = "seven quiet herons"
AT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@cache
def smallest() -> Handover:
    """A course begun and nothing else; the texts of its files are invented."""
    course = CourseSaid(
        "ici-capox", "1", "ICI + CAPOX", "0" * 64, "id = 'x'", "us", "1" * 64, "id = 'us'", (), {}, date(2026, 3, 2),
        1, 8, "morning", {}, (), {}, "", "", NOTHING_SAID,
    )  # fmt: skip
    after = NextSaid(1, date(2026, 3, 2), {}, {}, {}, {}, None)
    return Handover(
        "capox-handover", 1, UUID(int=7), "0.1.0", AT, "Priya Raman", "pharmacist", "Hospital A", "Hospital B", "",
        False, "1:" + "a" * 64, ENTRY, (SizeSaid("weight_kg", Decimal("58.0"), date(2026, 3, 1), ""),), (), course,
        (), (), (), (), (), (), (), (), (), (), (), (), (), after, "said",
    )  # fmt: skip


@cache
def content() -> str:
    return canonical(smallest())


def changed(**changes: Any) -> str:
    """The content with other fields, signed by whoever likes: reading must stand by itself."""
    return canonical({**json.loads(content()), **changes})


def test_what_was_written_is_read_to_the_letter() -> None:
    assert read_handover(content()) == smallest()
    signed = sign(content(), PRIVATE)
    assert open_file(write_file(signed)) == signed
    sealed = write_file(signed, PASSPHRASE)
    assert is_sealed(sealed) and open_file(sealed, PASSPHRASE) == signed
    assert "Żółkiewski" not in sealed.decode() and "0042-118" not in sealed.decode()
    assert "Next" in summary_of(smallest())


def test_the_newest_value_of_every_test_is_said_however_many_there_are() -> None:
    names, first, later = list(analytes().by_name)[:60], date(2026, 3, 1), date(2026, 3, 2)
    both = [(on, n, name) for on in (first, later) for n, name in enumerate(names)]
    labs = tuple(LabSaid(name, Decimal(n), "U/L", None, None, on, "") for on, n, name in both)
    lines = summary_of(replace(smallest(), labs=labs)).splitlines()
    assert [line for line in lines if line.endswith(later.isoformat())] == [
        f"{name} {n} U/L, {later.isoformat()}" for n, name in enumerate(names)
    ]
    assert not any(line.startswith(names[5]) and line.endswith(first.isoformat()) for line in lines)


def test_a_signature_is_that_of_rfc_8032_over_the_named_bytes() -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    signed = sign(content(), PRIVATE)
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signed.public_key))
    key.verify(bytes.fromhex(signed.signature), b"capox-handover content 1\n" + content().encode())
    assert len(fingerprint(signed.public_key).split()) == 8
    assert fingerprint(signed.public_key) != fingerprint(sign(content(), OTHER).public_key)


def test_every_byte_of_a_file_counts() -> None:
    data = write_file(sign(content(), PRIVATE))
    for place in range(0, len(data), 7):
        for bit in (1, 32):
            bad = bytearray(data)
            bad[place] ^= bit
            with pytest.raises(NotReadable):
                read_handover(open_file(bytes(bad)).content)
    for bad_file in (data[:-1], data + b"\n", b" " + data, data[1:], b"", data * 2):
        with pytest.raises(NotReadable):
            open_file(bad_file)


def test_a_sealed_file_opens_for_its_passphrase_alone_and_whole() -> None:
    data = write_file(sign(content(), PRIVATE), PASSPHRASE)
    with pytest.raises(NeedsPassphrase):
        open_file(data)
    with pytest.raises(WrongPassphrase):
        open_file(data, "seven quiet heron")
    for place in (len(data) // 3, len(data) // 2, data.index(b'"salt"') + 9, data.index(b'"nonce"') + 11):
        bad = bytearray(data)
        bad[place] ^= 1
        with pytest.raises(NotReadable):
            open_file(bytes(bad), PASSPHRASE)
    with pytest.raises(NotReadable, match="10 to 200"):
        write_file(sign(content(), PRIVATE), "short")


def test_another_key_does_not_pass_for_the_one_that_signed() -> None:
    mine, theirs = sign(content(), PRIVATE), sign(content(), OTHER)
    with pytest.raises(NotReadable, match="changed or damaged"):
        verify(SignedText(content(), theirs.public_key, mine.signature))
    with pytest.raises(NotReadable):
        verify(SignedText(content(), "0" * 64, mine.signature))
    assert theirs.public_key != mine.public_key


DEEP = "[" * 5000 + "]" * 5000
HOSTILE: tuple[tuple[str, Any, str], ...] = (
    ("version", 2, "form 2"),
    ("version", 10**30, "form"),
    ("version", True, "form"),
    ("format", "other", "no handover file"),
    ("at", "2026-03-04T09:30:00", "at is"),
    ("at", "9999-03-04T09:30:00+00:00", "at is"),
    ("id", "../../etc/passwd", "id is"),
    ("id", "{" + str(UUID(int=7)) + "}", "id is"),
    ("site", "a" * 5000, "characters"),
    ("site", "left\u202eright", "invisible"),
    ("site", "one\x00two", "control"),
    ("site", " spaced", "typed text"),
    ("site", 7, "no text"),
    ("demo", "no", "neither yes nor no"),
    ("sizes", {}, "no list"),
    ("sizes", [{"kind": "weight_kg", "value": "58.0", "on": "2026-03-01"}], "lacks the field 'confirmed'"),
    ("sizes", [{"kind": "shoe", "value": "58.0", "on": "2026-03-01", "confirmed": ""}], "none of"),
    ("sizes", [{"kind": "weight_kg", "value": 58, "on": "2026-03-01", "confirmed": ""}], "no text"),
    ("sizes", [{"kind": "weight_kg", "value": "1e9999999", "on": "2026-03-01", "confirmed": ""}], "cannot be read"),
    ("sizes", [{"kind": "weight_kg", "value": "9" * 4000, "on": "2026-03-01", "confirmed": ""}], "cannot be read"),
    ("sizes", [{"kind": "weight_kg", "value": "-58", "on": "2026-03-01", "confirmed": ""}], "cannot be read"),
    ("sizes", [{"kind": "weight_kg", "value": "٥٨", "on": "2026-03-01", "confirmed": ""}], "cannot be read"),
    ("sizes", [{"kind": "weight_kg", "value": "58", "on": "2026-13-01", "confirmed": ""}], "cannot be read"),
    ("sizes", [None] * 20_001, "at most 20000"),
    ("patient", None, "no group of fields"),
    ("patient", {"name": "x"}, "lacks the field"),
    ("unknown", 1, "'unknown', which is not known"),
)


@pytest.mark.parametrize(("field", "value", "why"), HOSTILE)
def test_a_signed_file_that_says_what_no_program_writes_is_not_read(field: str, value: Any, why: str) -> None:
    signed = sign(changed(**{field: value}), PRIVATE)
    with pytest.raises(NotReadable) as refused:
        read_handover(open_file(write_file(signed)).content)
    assert why in str(refused.value)
    assert len(str(refused.value)) < 400  # a sentence, not the file


@pytest.mark.parametrize("text", [DEEP, '{"a":' * 3000 + "1" + "}" * 3000, '{"format": NaN}', "{}", "null", '"x"', ""])
def test_nesting_and_other_json_is_refused_before_it_hurts(text: str) -> None:
    with pytest.raises(NotReadable):
        read_handover(text)
    with pytest.raises(NotReadable):
        open_file(text.encode())


def test_the_same_field_twice_spaces_and_another_order_are_refused() -> None:
    twice = content().replace('"by":', '"by":"Somebody","by":', 1)
    for text in (twice, content().replace(",", ", ", 1), json.dumps(dict(reversed(json.loads(content()).items())))):
        with pytest.raises(NotReadable):
            read_handover(text)


@given(st.binary(max_size=300))
def test_chance_bytes_are_no_file_and_no_error_of_ours(data: bytes) -> None:
    with pytest.raises(NotReadable):
        open_file(data, PASSPHRASE)


@given(st.decimals(min_value=0, max_value=700, places=12, allow_nan=False), st.text(max_size=30))
def test_numbers_and_texts_come_back_as_they_were_or_are_refused(value: Decimal, text: str) -> None:
    sized = replace(smallest(), sizes=(SizeSaid("weight_kg", value, date(2026, 3, 1), ""),), note=text)
    try:
        found = read_handover(canonical(sized))
    except NotReadable as refused:
        assert "file.note" in str(refused) or "half a character" in str(refused)
        return
    assert found == sized and format(found.sizes[0].value, "f") == format(value, "f")
