"""The disease at the start of a course: coded, changed only with a reason, empty where nobody said anything."""

from dataclasses import replace

import pytest

from outcomes.exchange.codes import exchange_codes
from records.course.disease import NOTHING_SAID, DiseaseAtStart, site_code, site_group, vocabulary
from records.errors import Conflict, RecordError
from tests.records.examples import Store

SAID = DiseaseAtStart("second", "metastatic", ("liver", "lung"), "resection")


def refusal(store: Store, version: int, said: DiseaseAtStart, why: str = "") -> str:
    (course,) = store.actions.workspace(store.actions.all_patients().result()[0]).result().courses
    failed = store.actions.describe_disease(store.person, course.id, version, said, why).exception()
    assert isinstance(failed, RecordError)
    return str(failed)


def test_it_is_said_later_and_put_right_with_a_reason(store: Store) -> None:
    course = store.course(answered=False, disease=NOTHING_SAID)
    assert course.entry.disease == NOTHING_SAID
    told = store.actions.describe_disease(store.person, course.id, course.version, SAID).result()
    assert told.entry == replace(course.entry, disease=SAID)
    other = replace(SAID, line="first")
    assert "needs a reason" in refusal(store, told.version, other)
    put_right = store.actions.describe_disease(store.person, course.id, told.version, other, "asked again").result()
    assert put_right.entry.disease == other
    line = store.actions.history(course.patient_id).result()[0]
    assert (line.action, line.old, line.new, line.why) == (
        "describe disease", "line: second", "line: first", "asked again",
    )  # fmt: skip
    stale = store.actions.describe_disease(store.person, course.id, told.version, SAID, "late").exception()
    assert isinstance(stale, Conflict), "somebody else was faster"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (replace(SAID, line="fifth"), "Line of treatment is none of"),
        (replace(SAID, extent="everywhere"), "Extent is none of"),
        (replace(SAID, surgery="some"), "Earlier surgery is none of"),
        (replace(SAID, metastases=("moon",)), "not on the list"),
        (replace(SAID, metastases=("liver", "liver")), "stands there twice"),
        (replace(SAID, extent="locally_advanced"), "not said to be metastatic"),
    ],
)
def test_what_is_on_no_list_or_contradicts_itself_is_refused(
    sqlite_store: Store, said: DiseaseAtStart, words: str
) -> None:
    course = sqlite_store.course(answered=False, disease=NOTHING_SAID)
    assert words in refusal(sqlite_store, course.version, said)


def test_one_coding_of_sites_for_form_records_and_exports() -> None:
    known = vocabulary()
    assert {*known.sites, *known.spellings} == set(exchange_codes().sites)
    assert {spelling: site_code(spelling) for spelling in known.spellings} == known.spellings
    assert (site_group("Perihilar cholangiocarcinoma"), site_group("distal")) == ("extrahepatic", "extrahepatic")
    assert (site_group("gallbladder carcinoma"), site_group("papilla")) == ("gallbladder", "papilla")
