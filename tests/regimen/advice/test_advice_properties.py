"""What holds for every course: nothing is raised, an inhibitor is never given in part, nothing gets milder unseen."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from regimen.advice.advised import STRICTNESS, Advice, DrugAdvice
from regimen.advice.course import planned, start_amount
from regimen.advice.engine import advise
from regimen.case import read_case
from regimen.definition import Drug
from regimen.given import Case, Event
from regimen.library import load_regimen
from tests.regimen.advice.course_cases import DAY1, course_json, lab

D = Decimal
REGIMEN = load_regimen("ici-capox")
INHIBITORS = ("pembrolizumab", "tislelizumab", "durvalumab")
TERMS = (
    "Diarrhea", "Mucositis oral", "Palmar-plantar erythrodysesthesia syndrome", "Neutrophil count decreased",
    "Febrile neutropenia", "Platelet count decreased", "Peripheral sensory neuropathy", "Colitis", "Pneumonitis",
    "Hypothyroidism", "Blood bilirubin increased", "Alanine aminotransferase increased", "Fatigue", "Anemia",
    "Creatinine increased", "Allergic reaction",
)  # fmt: skip
GRADES = {
    "Febrile neutropenia": (3, 4),
    "Palmar-plantar erythrodysesthesia syndrome": (0, 1, 2, 3),
    "Fatigue": (1, 2, 3),
}
GRADED = ("Neutrophil count decreased", "Blood bilirubin increased", "Alanine aminotransferase increased")
PERCENTS = st.sampled_from([D(100), D(85), D("76.92"), D(75), D(50)])


@st.composite
def events(draw: st.DrawFn, drugs: tuple[str, ...], elsewhere: bool = True) -> Event:
    """One event around day 1; `elsewhere` lets it be laid to something that is no drug, too."""
    term = draw(st.sampled_from(TERMS))
    grade = draw(st.sampled_from(GRADES.get(term, (0, 1, 2, 3, 4))))
    start = DAY1 + timedelta(days=draw(st.integers(-80, 18)))
    lasted = draw(st.none() | st.integers(0, 40))
    causes = [(), *((drug,) for drug in drugs)] + ([("infection",), ("obstruction",)] if elsewhere else [])
    said = draw(st.dictionaries(st.sampled_from(["painful", "functional_impairment"]), st.sampled_from(["yes", "no"])))
    gone = None if lasted is None else start + timedelta(days=lasted)
    return Event(term, grade, start, gone, draw(st.sampled_from(causes)), said)


@st.composite
def courses(draw: st.DrawFn) -> Case:
    """A course of cycle 3 with doses before, values, and events of every kind."""
    ici = draw(st.sampled_from(INHIBITORS))
    drugs = (ici, "oxaliplatin", "capecitabine")
    values: dict[str, Any] = {}
    if draw(st.booleans()):
        multiples = st.decimals("0.5", "15", places=1)
        for name in ("alt", "bilirubin"):
            baseline = draw(st.none() | st.decimals("0.5", "6", places=1))
            unit = "umol/L" if name == "bilirubin" else "U/L"
            values[name] = lab(str(draw(multiples) * 20), unit, "20", None if baseline is None else str(baseline * 20))
        values["neutrophils"] = lab(str(draw(st.decimals("0.1", "5", places=1))), "10^9/L")
    history = [
        {"cycle": cycle, "dose_percent": {"capecitabine": str(draw(PERCENTS)), "oxaliplatin": str(draw(PERCENTS))}}
        for cycle in (1, 2)
    ]
    case = read_case(
        course_json(
            ici=ici, practice=draw(st.sampled_from(["us", "eu", "cn"])), cycle=3, labs=values, history=history,
            liver_involvement=draw(st.sampled_from([None, True, False])),
            dose_percent={"capecitabine": str(draw(PERCENTS)), "oxaliplatin": str(draw(PERCENTS))},
        )
    )  # fmt: skip
    return replace(case, events=tuple(draw(st.lists(events(drugs), max_size=5))))


def drugs_of(case: Case) -> tuple[Drug, ...]:
    return REGIMEN.drugs_of(case.cycle, case.options)


def amount(advice: DrugAdvice, drug: Drug, case: Case) -> Decimal | None:
    """What the drug goes on with, in its own unit; None: nothing."""
    if advice.next_level is not None:
        return advice.next_level
    return None if advice.next_percent is None else start_amount(drug, case) * advice.next_percent / 100


def assert_not_milder(before: Advice, after: Advice, case: Case, drugs: tuple[Drug, ...]) -> None:
    for drug in drugs:
        old, new = before.of(drug.name), after.of(drug.name)
        assert STRICTNESS[new.action] >= STRICTNESS[old.action], (drug.name, old, new)
        dose_before, dose_after = amount(old, drug, case), amount(new, drug, case)
        if new.action != "stop" and dose_before is not None:
            assert dose_after is not None and dose_after <= dose_before + D("0.1"), (drug.name, old, new)


@settings(max_examples=150, deadline=None)
@given(courses())
def test_the_dose_is_never_above_what_is_planned_nor_above_the_lowest_before(case: Case) -> None:
    advice = advise(case)
    for drug in drugs_of(case):
        dose = amount(advice.of(drug.name), drug, case)
        if dose is None:
            continue
        before = [past.dose_percent[drug.name] * drug.dose.level / 100 for past in case.history]
        assert dose <= min([planned(drug, case).amount, *before]) + D("0.1")


@settings(max_examples=150, deadline=None)
@given(courses())
def test_an_inhibitor_is_given_held_or_stopped_and_never_in_part(case: Case) -> None:
    (inhibitor,) = [drug.name for drug in drugs_of(case) if drug.role == "inhibitor"]
    advice = advise(case).of(inhibitor)
    assert advice.action != "reduce" and advice.next_percent is None and advice.next_level is None
    assert all(one.target is None for one in advice.fired)


@settings(max_examples=100, deadline=None)
@given(courses(), st.randoms())
def test_the_order_in_which_events_are_written_down_says_nothing(case: Case, random: Any) -> None:
    shuffled = list(case.events)
    random.shuffle(shuffled)
    assert advise(replace(case, events=tuple(shuffled))) == advise(case)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_one_more_event_never_makes_the_advice_milder(data: st.DataObject) -> None:
    case = data.draw(courses())
    drugs = drugs_of(case)
    more = data.draw(events(tuple(drug.name for drug in drugs), elsewhere=False))
    # A value that nobody entered as an event stands for one of its own; the event takes it in, and the two are one.
    assume(not case.labs or more.term not in GRADED)
    concerned = tuple(drug for drug in drugs if not more.attributed_to or drug.name in more.attributed_to)
    with_it = replace(case, events=(*case.events, more))
    assert_not_milder(advise(case), advise(with_it), case, concerned)


@settings(max_examples=200, deadline=None)
@given(courses(), st.sampled_from(["alt", "bilirubin"]), st.decimals("0.1", "10", places=1))
def test_a_worse_liver_value_never_makes_the_advice_milder(case: Case, name: str, more: Decimal) -> None:
    if name not in case.labs:
        return
    found = case.labs[name]
    worse = replace(case, labs={**case.labs, name: replace(found, value=found.value + more * 20)})
    assert_not_milder(advise(case), advise(worse), case, drugs_of(case))


@settings(max_examples=100, deadline=None)
@given(courses())
def test_whatever_decides_has_fired_and_says_why(case: Case) -> None:
    for one in advise(case).drugs:
        assert one.why
        assert one.rule in {"", *(fired.rule for fired in one.fired)}
        if one.action in ("hold", "reduce", "stop"):
            assert one.rule and one.source
        if one.action == "hold":
            assert one.until
        if one.action == "ask":
            assert one.questions or one.fired[0].note
