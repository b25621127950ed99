"""A clock that goes back: nothing is refused, lost or put out of order; the trail goes by number, not by time."""

from datetime import UTC, datetime, timedelta, tzinfo
from decimal import Decimal
from itertools import pairwise
from uuid import uuid4

import pytest

from tests.records.examples import DAY1, Store

YESTERDAY = timedelta(days=1, hours=3)


def test_after_the_clock_went_back_saves_go_on_and_the_order_stays(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = store.patient()
    store.actions.measure(store.person, uuid4(), patient.id, "weight_kg", Decimal("58.0"), DAY1).result()

    class Behind(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Behind":
            return cls.fromtimestamp(datetime.now(UTC).timestamp() - YESTERDAY.total_seconds(), tz)

    monkeypatch.setattr("records.trail.audit_trail.datetime", Behind)
    later = store.actions.measure(store.person, uuid4(), patient.id, "weight_kg", Decimal("57.0"), DAY1).result()
    record = store.actions.workspace(patient.id).result().patient
    store.actions.change_patient(store.person, patient.id, record.version, record.entry, "nothing").result()
    entries = store.sql("SELECT seq, at, subject_id FROM audit ORDER BY seq")
    assert [row[0] for row in entries] == list(range(1, len(entries) + 1))
    assert later.id.hex in {str(row[2]).replace("-", "") for row in entries[-2:]}
    assert any(str(late[1]) < str(early[1]) for early, late in pairwise(entries)), "the clock did not go back"
    check = store.actions.check_audit().result()
    assert check.findings == ()
    assert check.last_seq == len(entries)
