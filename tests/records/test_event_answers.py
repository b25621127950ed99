"""What a person answers about an event is kept with it and reaches the rules."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from records.course.history import spells_of
from records.errors import RecordError
from records.values.visits import AdverseEventEntry, GradeOn
from tests.records.examples import Store
from tests.records.test_adverse_events import changed, reported

PAINFUL = AdverseEventEntry(
    "Peripheral sensory neuropathy", "2026-03-20", (GradeOn(2, date(2026, 3, 20)),), answers={"painful": "yes"}
)


def test_answers_come_back_as_they_were_said(store: Store) -> None:
    assert reported(store, PAINFUL).entry.answers == {"painful": "yes"}


def test_an_event_nobody_was_asked_about_says_nothing(store: Store) -> None:
    event = reported(store, replace(PAINFUL, answers={}))
    assert event.entry.answers == {}
    assert store.sql("SELECT answers FROM adverse_event") == [(None,)]


def test_an_answer_is_added_without_a_reason_and_changed_only_with_one(store: Store) -> None:
    event = reported(store, replace(PAINFUL, answers={}))
    more = changed(store, event, answers={"painful": "no", "steroid_mg_day": "12.5"})
    assert more.entry.answers == {"painful": "no", "steroid_mg_day": "12.5"}
    with pytest.raises(RecordError, match="needs a reason"):
        changed(store, more, answers={"painful": "yes", "steroid_mg_day": "12.5"})
    again = changed(store, more, "asked again", answers={"painful": "yes", "steroid_mg_day": "12.5"})
    assert again.entry.answers["painful"] == "yes"


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"mood": "low"}, "No rule asks 'mood'"),
        ({"painful": "perhaps"}, "not in its list"),
        ({"steroid_mg_day": "much"}, "no number"),
        ({"steroid_mg_day": "10001"}, "0 to 10000"),
        ({"reached: clinically stable": "nearly"}, "not in its list"),
    ],
)
def test_an_answer_that_is_none_is_refused(store: Store, answers: dict[str, str], says: str) -> None:
    with pytest.raises(RecordError, match=says):
        store.actions.report_event(store.person, uuid4(), uuid4(), replace(PAINFUL, answers=answers)).result()


def test_answers_belong_to_every_spell_of_the_episode() -> None:
    entry = replace(
        PAINFUL,
        grades=(GradeOn(2, date(2026, 3, 20)), GradeOn(1, date(2026, 3, 22)), GradeOn(2, date(2026, 3, 25))),
    )
    assert [dict(spell.answers) for spell in spells_of(entry, ())] == [{"painful": "yes"}] * 3
