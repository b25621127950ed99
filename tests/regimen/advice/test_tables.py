"""The tables of the clinical facts, typed a second time, against every shipped file: each grade, each band, each edge.

The rules of the files are not read: a number changed in one of them comes out as another action here.
"""

from functools import cache
from typing import Any

import pytest

from regimen.library import load_regimen, shipped_regimens
from tests.regimen.advice.course_cases import advised, day, event, lab, rules_of
from tests.regimen.advice.rule_cases import options_for

CAPE, OX, GEM, CIS, PEMBRO, TISLE = (
    "capecitabine",
    "oxaliplatin",
    "gemcitabine",
    "cisplatin",
    "pembrolizumab",
    "tislelizumab",
)
ALT, AST = "Alanine aminotransferase increased", "Aspartate aminotransferase increased"
BILIRUBIN, CREATININE = "Blood bilirubin increased", "Creatinine increased"
ANC, PLT, NERVE = "Neutrophil count decreased", "Platelet count decreased", "Peripheral sensory neuropathy"
ENDOCRINE = (
    "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia",
)  # fmt: skip


def given(drug: str) -> list[str]:
    """The shipped files that give a drug."""
    return [name for name in shipped_regimens() if drug in {one.name for one in load_regimen(name).drugs}]


@cache
def options(regimen: str, drug: str) -> dict[str, str]:
    return options_for(load_regimen(regimen), drug)


def action(regimen: str, drug: str, events: list[dict[str, Any]], **more: Any) -> str:
    found = advised(regimen, options=options(regimen, drug), events=events, cycle=3, **more)
    return found.of(drug).action


def acts(regimen: str, drug: str, term: str, grades: str, **said: Any) -> str:
    """What grades "1234" of a term laid to the drug come to, a letter each: c h r s a."""
    laid = [event(term, int(grade), 5, None, drug, **said) for grade in grades]
    return "".join(action(regimen, drug, [one])[0] for one in laid)


INHIBITED = [
    (name, drug.name) for name in shipped_regimens() for drug in load_regimen(name).drugs if drug.role == "inhibitor"
]
INHIBITED = sorted(set(INHIBITED))

# Immune events by organ: grades, and what they come to by the US class table.
ORGANS = {
    ("Pneumonitis", "1234"): "chss", ("Colitis", "1234"): "chhs", ("Enterocolitis", "23"): "hh",
    ("Diarrhea", "1234"): "chhs", ("Colonic perforation", "234"): "sss", ("Small intestinal perforation", "234"): "sss",
    ("Myocarditis", "1234"): "hsss", ("Infusion related reaction", "1234"): "ccss",
    ("Rash maculo-papular", "123"): "cch",
    ("Uveitis", "1234"): "cchs", ("Stevens-Johnson syndrome", "34"): "ss", ("Erythema multiforme", "123"): "hhh",
    ("Toxic epidermal necrolysis", "4"): "s", ("Guillain-Barre syndrome", "234"): "hss",
    ("Myasthenia gravis", "1234"): "chss", ("Encephalopathy", "234"): "hss", ("Myelitis", "234"): "hss",
    ("Meningismus", "234"): "hss", ("Peripheral motor neuropathy", "1234"): "chss",
    ("Hypothyroidism", "123"): "cch", ("Adrenal insufficiency", "1234"): "cchh", ("Hyperglycemia", "1234"): "cchh",
    ("Hyperthyroidism", "34"): "hh", ("Hypophysitis", "34"): "hh", ("Hypopituitarism", "34"): "hh",
}  # fmt: skip


@pytest.mark.parametrize(("regimen", "drug"), INHIBITED)
def test_immune_events_by_organ_and_grade(regimen: str, drug: str) -> None:
    for (term, grades), wanted in ORGANS.items():
        if term in ("Stevens-Johnson syndrome", "Toxic epidermal necrolysis"):
            assert acts(regimen, drug, term, grades[-1], certainty="confirmed") == "s"
            # suspected: held; grade 4 laid to it stops by the general rule
            suspected = acts(regimen, drug, term, grades, certainty="suspected")
            assert suspected == ("h" if "3" in grades else "") + "s"
        else:
            assert (term, acts(regimen, drug, term, grades)) == (term, wanted)
    assert acts(regimen, drug, CREATININE, "1234") == "chhs"


@pytest.mark.parametrize("drug", [PEMBRO, TISLE, "durvalumab"])
def test_what_comes_again_stops_by_the_eu_labels_of_two_drugs_and_in_general_where_it_needs_immunosuppression(
    drug: str,
) -> None:
    for regimen in given(drug):
        for practice in ("us", "eu", "cn"):
            eu = practice == "eu" and drug != "durvalumab"
            for term, grade in (("Pneumonitis", 2), ("Colitis", 3), ("Diarrhea", 3)):
                twice = [event(term, grade, start, gone, drug, needs_systemic_immunosuppression=False)
                         for start, gone in ((-40, -30), (5, None))]  # fmt: skip
                assert action(regimen, drug, twice, practice=practice) == ("stop" if eu else "hold"), (regimen, term)
            mild = [event("Pneumonitis", grade, start, gone, drug, needs_systemic_immunosuppression=False)
                    for grade, start, gone in ((2, -40, -30), (1, 5, None))]  # fmt: skip
            assert action(regimen, drug, mild, practice=practice) == "continue"
            gut = [event("Colitis", 2, start, gone, drug) for start, gone in ((-40, -30), (5, None))]
            assert action(regimen, drug, gut, practice=practice) == "hold"
        rash = [event("Rash maculo-papular", 3, start, gone, drug, needs_systemic_immunosuppression=True)
                for start, gone in ((-40, -30), (5, None))]  # fmt: skip
        assert (action(regimen, drug, rash), action(regimen, drug, rash[1:])) == ("stop", "hold")
        for days, wanted in ((84, "continue"), (85, "stop")):
            assert action(regimen, drug, [event("Uveitis", 2, 1 - days, None, drug)]) == wanted
            gone = event("Uveitis", 2, 1 - days, -40, drug, steroid_mg_day="10.1")
            assert action(regimen, drug, [gone]) == wanted
            assert action(regimen, drug, [{**gone, "steroid_mg_day": "10"}]) == "continue"


# ALT or AST by multiples of the upper limit: baseline, tumour in the liver, value, action.
CLASS_TABLE = [
    ("1", False, "3", "c"), ("1", False, "3.01", "h"), ("1", False, "8", "h"), ("1", False, "8.01", "s"),
    ("4", False, "8.01", "s"),
    ("1", True, "3", "c"), ("1", True, "3.01", "h"), ("1", True, "8", "h"), ("1", True, "8.01", "s"),
    ("1.01", True, "5", "c"), ("1.01", True, "5.01", "h"), ("1.01", True, "8.01", "h"), ("3.01", True, "5.01", "c"),
    ("5", True, "3.01", "c"), ("3", True, "5.01", "h"), ("3", True, "10", "h"),
    ("3", True, "10.01", "s"), ("3.01", True, "8", "c"), ("3.01", True, "8.01", "h"), ("5", True, "10", "h"),
    ("5", True, "10.01", "s"), ("5.01", True, "3", "c"), ("5.01", True, "3.01", "h"), ("5.01", True, "30", "h"),
]  # fmt: skip
EU_PEMBRO = [
    ("1", False, "3", "c"), ("1", False, "3.01", "h"), ("1", False, "5", "h"), ("1", False, "5.01", "s"),
    ("4", False, "5.01", "s"), ("3", True, "5.01", "s"), ("3.01", True, "5.01", "h"), ("6", True, "30", "h"),
]  # fmt: skip


@pytest.mark.parametrize(("regimen", "drug"), INHIBITED)
def test_liver_values_by_their_multiple_of_the_limit(regimen: str, drug: str) -> None:
    for practice in ("us", "eu") if drug in (PEMBRO, TISLE) else ("us",):
        eu = practice == "eu" and drug == PEMBRO
        for name, term in (("alt", ALT), ("ast", AST)):
            for baseline, liver, value, wanted in EU_PEMBRO if eu else CLASS_TABLE:
                labs = {name: lab(value + "00", "U/L", "100", f"{float(baseline) * 100:.0f}")}
                labs[name]["value"] = f"{float(value) * 100:.0f}"
                laid = [event(term, 1, 1, None, drug)]
                found = action(regimen, drug, laid, practice=practice, liver_involvement=liver, labs=labs)
                assert found[0] == wanted, (regimen, drug, practice, name, baseline, liver, value, found)
        for value, wanted in (("150", "c"), ("150.1", "h"), ("300", "h"), ("300.1", "s")):
            labs = {"bilirubin": lab(value, "umol/L", "100", "100")}
            found = action(regimen, drug, [event(BILIRUBIN, 1, 1, None, drug)], practice=practice, labs=labs)
            assert found[0] == wanted, (regimen, drug, practice, value, found)
    if drug == PEMBRO:
        for value, wanted in (("150", "c"), ("150.1", "h"), ("300", "h"), ("300.1", "s")):
            labs = {"creatinine": lab(value, "umol/L", "100", "100")}
            assert action(regimen, drug, [event(CREATININE, 1, 1, None, drug)], practice="eu", labs=labs)[0] == wanted


@pytest.mark.parametrize("regimen", given(PEMBRO))
def test_eu_pembrolizumab_stops_on_a_lasting_rise_from_a_high_baseline_in_a_liver_with_tumour(regimen: str) -> None:
    for baseline, value, days, wanted in (
        ("400", "600", 7, "stop"), ("400", "599.9", 7, "hold"), ("400", "600", 6, "hold"), ("300", "480", 7, "hold"),
        ("301", "452", 7, "stop"), ("500", "750", 7, "stop"), ("501", "752", 7, "hold"),
    ):  # fmt: skip
        labs = {"alt": lab(value, "U/L", "100", baseline)}
        laid = [event(ALT, 1, 1 - days, None, PEMBRO)]
        found = action(regimen, PEMBRO, laid, practice="eu", liver_involvement=True, labs=labs)
        assert found == wanted, (baseline, value, days, found)


@pytest.mark.parametrize(("regimen", "drug"), [(name, drug) for name in ("capox", "gc") for drug in (CAPE, PEMBRO)])
def test_liver_values_whose_cause_is_open_hold_from_grade_2_on_the_patients_own_baseline(
    regimen: str, drug: str
) -> None:
    regimen = {("capox", CAPE): "capox", ("gc", CAPE): "ici-capox"}.get((regimen, drug), "gc-pembrolizumab")
    for name, baseline, value, held in (
        ("bilirubin", "100", "150", False), ("bilirubin", "100", "150.1", True),
        ("bilirubin", "180", "270", False), ("bilirubin", "180", "270.1", True),
        ("alt", "100", "300", False), ("alt", "100", "300.1", True),
        ("ast", "150", "450", False), ("ast", "150", "450.1", True),
    ):  # fmt: skip
        labs = {name: lab(value, "umol/L" if name == "bilirubin" else "U/L", "100", baseline)}
        if drug == PEMBRO and not held and name == "bilirubin" and value == "270":
            continue  # the inhibitor's own table holds from 1.5 x ULN
        assert (action(regimen, drug, [], labs=labs, liver_involvement=True) == "hold") is held, (name, value)


# Oxaliplatin


@pytest.mark.parametrize("regimen", given(OX))
def test_oxaliplatin_after_blood_and_gut_and_for_good(regimen: str) -> None:
    steps = ("100", "85") if regimen.endswith("capox") else ("75",)
    fits = {"neutrophils": lab("3", "10^9/L"), "platelets": lab("200", "10^9/L")}
    for term, grade, none in ((ANC, 4, 3), ("Febrile neutropenia", 3, 0), (PLT, 3, 2), ("Diarrhea", 3, 2),
                              ("Vomiting", 4, 2), ("Nausea", 3, 2), ("Mucositis oral", 4, 2)):  # fmt: skip
        times: list[dict[str, Any]] = []
        for number, step in enumerate((*steps, None), 1):
            times = [event(term, grade, 12 - 20 * one, 17 - 20 * one, OX) for one in range(number, 0, -1)]
            found = advised(regimen, options=options(regimen, OX), cycle=5, events=times, labs=fits).of(OX)
            said = found.next_level if found.level_unit else found.next_percent
            if step is None:
                assert found.action == "ask" and found.rule != "no-rule", (term, found)
            else:
                assert (found.action, str(said)) == ("reduce", step), (term, number, found)
        if none:
            assert action(regimen, OX, [event(term, none, -8, -3, OX)], labs=fits) == "continue"
    assert acts(regimen, OX, "Allergic reaction", "1234") == acts(regimen, OX, "Anaphylaxis", "34") + "ss" == "ssss"
    assert acts(regimen, OX, "Reversible posterior leukoencephalopathy syndrome", "234") == "sss"
    assert acts(regimen, OX, "Pulmonary fibrosis", "1234") == acts(regimen, OX, "Rhabdomyolysis", "1234") == "ssss"
    assert acts(regimen, OX, "Pneumonitis", "1234") == "hhhh"
    assert acts(regimen, OX, "Electrocardiogram QT corrected interval prolonged", "1234") == "caaa"
    longer = [event("Electrocardiogram QT corrected interval prolonged", 2, 5, None, OX)]
    assert {action(regimen, OX, longer, practice=one) for one in ("eu", "cn")} == {"stop"}
    assert acts(regimen, OX, "Laryngopharyngeal dysesthesia", "123") == "ccc"


@pytest.mark.parametrize("regimen", given(OX))
def test_oxaliplatin_waits_for_1_5_and_75_also_where_the_limits_of_the_day_ask_for_less(regimen: str) -> None:
    pair = regimen.endswith("capox")
    for platelets, neutrophils, limits, reached in (
        ("75", "1.5", "eu-oxaliplatin", True), ("74.9", "1.5", "eu-oxaliplatin", False),
        ("75", "1.5", "osaka-xelox", True), ("75", "1.49", "osaka-xelox", False),
    ):  # fmt: skip
        labs = {"neutrophils": lab(neutrophils, "10^9/L"), "platelets": lab(platelets, "10^9/L")}
        for term, grade in ((ANC, 4), ("Febrile neutropenia", 3), (PLT, 3)):
            for drug in (OX, CAPE) if pair and grade == 3 and term != PLT else (OX,):
                for earlier in (0, 1) if pair else (0,):
                    events = [event(term, grade, start, start + 5, drug) for start in (-30, -8)[1 - earlier :]]
                    limit_set = limits if pair else "us-single-agent"
                    found = action(regimen, drug, events, labs=labs, limit_set=limit_set)
                    assert found == ("reduce" if reached else "hold"), (regimen, term, drug, earlier, limits, found)


@pytest.mark.parametrize("regimen", given(OX))
def test_oxaliplatin_neuropathy(regimen: str) -> None:
    steps = (100, 85) if regimen.endswith("capox") else (75, 50)
    for practice, grade, said, wanted in (
        ("us", 1, {"pattern": "persistent"}, "c"), ("us", 2, {"pattern": "persistent"}, "r"),
        ("us", 3, {"pattern": "persistent"}, "a"), ("us", 4, {"pattern": "persistent"}, "s"),
        ("us", 1, {"pattern": "transient"}, "c"), ("us", 2, {"pattern": "transient"}, "c"),
        ("us", 3, {"pattern": "transient"}, "c"), ("us", 4, {"pattern": "transient"}, "s"),
        ("eu", 1, {"pattern": "persistent", "functional_impairment": False, "painful": False}, "r"),
        ("eu", 2, {"pattern": "persistent", "functional_impairment": False, "painful": False}, "r"),
        ("eu", 2, {"pattern": "persistent", "functional_impairment": True, "painful": False}, "s"),
        ("eu", 3, {"pattern": "persistent", "functional_impairment": True, "painful": False}, "s"),
        ("eu", 1, {"pattern": "transient", "painful": True}, "r"),
        ("eu", 3, {"pattern": "transient", "painful": True}, "r"),
        ("eu", 3, {"pattern": "transient", "painful": False}, "c"),
        ("eu", 4, {"pattern": "transient", "painful": False}, "s"),
    ):  # fmt: skip
        for term in (NERVE, "Paresthesia", "Dysesthesia"):
            if term != NERVE and grade == 4:
                continue
            found = action(regimen, OX, [event(term, grade, -12, -1, OX, **said)], practice=practice)
            assert found[0] == wanted, (regimen, practice, grade, said, found)
    mild = [event(NERVE, grade, start, start + 10, OX, pattern="persistent") for grade, start in ((2, -60), (1, -12))]
    assert not any(one.occurrence == 2 and one.target for one in advised(
        regimen, options=options(regimen, OX), cycle=4, events=mild).of(OX).fired)  # fmt: skip
    again = {"painful": True, "pattern": "persistent", "functional_impairment": False}
    for practice in ("us", "eu"):
        for times, step in enumerate(steps, 1):
            events = [event(NERVE, 2, -25 * one, 10 - 25 * one, OX, **again) for one in range(times, 0, -1)]
            found = advised(regimen, options=options(regimen, OX), cycle=4, practice=practice, events=events).of(OX)
            assert (found.next_level or found.next_percent) == step, (practice, times, found)
    pains = [event(NERVE, 1, start, start + 10, OX, painful=True, pattern="transient") for start in (-60, -12)]
    found = advised(regimen, options=options(regimen, OX), cycle=4, practice="eu", events=pains).of(OX)
    assert (found.next_level or found.next_percent) == steps[1]
    for lasted, wanted in ((7, "continue"), (8, "reduce")):
        pain = event(NERVE, 1, -10, lasted - 10, OX, painful=True, pattern="transient")
        assert action(regimen, OX, [pain], practice="eu") == wanted


# Capecitabine, gemcitabine, cisplatin


@pytest.mark.parametrize("regimen", given(CAPE))
def test_capecitabine_beyond_the_grid(regimen: str) -> None:
    assert acts(regimen, CAPE, "Chest pain - cardiac", "123") == "hss"
    assert (
        acts(regimen, CAPE, "Myocardial infarction", "234")
        == acts(regimen, CAPE, "Ventricular arrhythmia", "234")
        == "sss"
    )
    assert (
        acts(regimen, CAPE, "Stevens-Johnson syndrome", "34") == acts(regimen, CAPE, "Cardiac arrest", "4") * 2 == "ss"
    )
    assert acts(regimen, CAPE, "Alopecia", "12") == acts(regimen, CAPE, "Dysgeusia", "12") == "cc"
    assert acts(regimen, CAPE, "Anemia", "1234") == acts(regimen, CAPE, "White blood cell decreased", "1234") == "ccaa"
    blood = {"neutrophils": lab("3", "10^9/L"), "platelets": lab("200", "10^9/L")}
    for times, percent in ((1, 75), (2, 50), (3, None)):
        fever = [event("Febrile neutropenia", 3, -20 * one, 5 - 20 * one, CAPE) for one in range(times, 0, -1)]
        found = advised(regimen, options=options(regimen, CAPE), cycle=5, events=fever, labs=blood).of(CAPE)
        assert (found.action, found.next_percent) == ("stop" if percent is None else "reduce", percent)
    for started, wanted in ((8, "ask"), (9, "reduce")):
        early = [event("Mucositis oral", 3, started, started + 1, CAPE)]
        found = advised(regimen, options=options(regimen, CAPE), events=early, cycle=1, on=day(12)).of(CAPE)
        assert found.action == wanted, (started, found.why)
    for name, value, held in (("neutrophils", "0.99", True), ("neutrophils", "1", False), ("platelets", "74.9", True),
                              ("platelets", "75", False)):  # fmt: skip
        laid = [event(ANC if name == "neutrophils" else PLT, 1, -2, None, CAPE)]
        course: dict[str, Any] = {
            "options": options(regimen, CAPE),
            "events": laid,
            "labs": {name: lab(value, "10^9/L")},
        }
        for practice in ("us", "eu", "cn"):
            fired = rules_of(advised(regimen, practice=practice, **course).of(CAPE))
            assert (f"capecitabine-midcycle-{name}" in fired) is (held and practice != "us")
    for practice, value, held in (
        ("us", "600", False),
        ("eu", "250", False),
        ("eu", "250.1", True),
        ("cn", "250.1", True),
    ):
        labs = {"ast": lab(value, "U/L", "100", "100")}
        laid = [event(AST, 1, 1, None, CAPE)]
        found = action(regimen, CAPE, laid, practice=practice, labs=labs)
        assert (found == "hold") is held, (practice, value, found)


@pytest.mark.parametrize("regimen", given(OX))
def test_a_delay_is_asked_about_from_the_22nd_day_for_capox(regimen: str) -> None:
    for days, wanted in ((21, "continue"), (22, "ask")):
        delayed = advised(regimen, options=options(regimen, OX), delays=[{"cycle": 2, "days": days, "reason": "other"}])
        assert delayed.of(OX).action == (wanted if regimen.endswith("capox") else "continue")


@pytest.mark.parametrize("regimen", given(GEM))
def test_gemcitabine_and_cisplatin(regimen: str) -> None:
    for term in ("Hemolytic uremic syndrome", "Capillary leak syndrome", "Adult respiratory distress syndrome",
                 "Thrombotic thrombocytopenic purpura"):  # fmt: skip
        assert acts(regimen, GEM, term, "34") == "ss"
    assert acts(regimen, GEM, "Reversible posterior leukoencephalopathy syndrome", "234") == "sss"
    assert acts(regimen, GEM, "Pneumonitis", "1234") == "csss"
    assert acts(regimen, GEM, "Dyspnea", "1234") == "chhh"
    if CIS in {one.name for one in load_regimen(regimen).drugs}:
        assert acts(regimen, CIS, CREATININE, "1234") == "aaaa"
        assert acts(regimen, CIS, NERVE, "1234") == "caaa"
        assert (
            acts(regimen, CIS, "Hearing impaired", "1234") == "caaa" and acts(regimen, CIS, "Tinnitus", "123") == "caa"
        )
        assert acts(regimen, CIS, "Allergic reaction", "1234") == "csss"
