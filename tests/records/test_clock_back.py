"""A clock that is set back: what was done later stays later, by the numbers of the entries."""

from datetime import UTC, datetime, timedelta, tzinfo
from uuid import uuid4

import pytest

from records.errors import NotAllowed
from tests.records.examples import CYCLE2, DAY1, Store


class SetBack(datetime):
    """Each look at it is an hour earlier than the one before."""

    looks = 0

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        SetBack.looks += 1
        return datetime(2026, 3, 2, 12, tzinfo=UTC) - timedelta(hours=SetBack.looks)


@pytest.fixture
def _set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("records.trail.audit_trail.datetime", SetBack)


@pytest.mark.usefixtures("_set_back")
def test_what_was_done_later_is_shown_later_although_its_time_is_earlier(store: Store) -> None:
    course = store.course()
    made = [
        store.actions.delay_cycle(store.person, uuid4(), course.id, 2, days, "all", "other", "").result()
        for days in (7, 3)
    ]
    assert made[0].at > made[1].at, "the clock went back"
    space = store.actions.workspace(course.patient_id).result()
    assert [one.days for one in space.delays] == [7, 3]
    go_aheads = [
        store.actions.go_ahead(store.person, uuid4(), course.id, 2, CYCLE2, CYCLE2, way).result()
        for way in ("telephone", "person")
    ]
    space = store.actions.workspace(course.patient_id).result()
    assert [one.id for one in space.go_aheads] == [one.id for one in go_aheads]
    lines = store.actions.history(course.patient_id).result()
    assert [line.seq for line in lines] == sorted((line.seq for line in lines), reverse=True)
    assert store.actions.check_audit().result().findings == ()


@pytest.mark.usefixtures("_set_back")
def test_a_delay_entered_after_the_signature_is_noticed_although_its_time_is_before_it(store: Store) -> None:
    course = store.course()
    order = store.signing(course).result()
    delay = store.actions.delay_cycle(store.person, uuid4(), course.id, 1, 7, "all", "other", "").result()
    assert order.signed_at is not None
    assert delay.at < order.signed_at
    refusal = store.actions.mark_given(store.person, order.id, order.version, DAY1).exception()
    assert isinstance(refusal, NotAllowed)
    assert "then put off" in str(refusal)
