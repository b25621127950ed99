"""A course handed over by one store and taken over by another, for the tests of both sides."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch
from uuid import uuid4

from records.handover.reading import read_handover
from records.values.core import CourseRecord
from records.values.handed_over import HandoverRecord
from records.values.handover import SignedText
from tests.records.examples import ENTRY, Store

OTHER = "Hospital B"
HEARD = "Dr Berg read it out on 555 0142"


@contextmanager
def keys_in(folder: Path) -> Iterator[None]:
    """Signing keys made meanwhile lie in a folder of the test."""
    with patch.dict(os.environ, {"CAPOX_KEY_DIR": str(folder)}):
        yield


def given(store: Store, course: CourseRecord, note: str = "") -> tuple[HandoverRecord, SignedText]:
    """A course handed over, and its file."""
    record = store.actions.hand_over(store.person, uuid4(), course.id, OTHER, note).result()
    return record, store.actions.signed_file(record.id).result()


def taken(store: Store, signed: SignedText) -> HandoverRecord:
    """A file taken over as the preview proposes, its key confirmed first."""
    do, today = store.actions, signed_day(signed)
    if do.look_at_handover(signed, None, today).result().trust == "unknown":
        do.trust_key(store.person, uuid4(), signed.public_key, "Hospital A", HEARD).result()
    seen = do.look_at_handover(signed, None, today).result()
    return do.take_over(store.person, uuid4(), signed, seen.choice, seen.seen, today).result()


def signed_day(signed: SignedText) -> date:
    """The day a file was written."""
    return read_handover(signed.content).at.date()


def busy_handover(store: Store) -> None:
    """A course handed over: a key and a file on record."""
    with tempfile.TemporaryDirectory() as folder, keys_in(Path(folder)):
        course = store.course(store.patient(replace(ENTRY, identifiers=(("MRN", "77-2"),))))
        given(store, course, "goes on\nthere")
