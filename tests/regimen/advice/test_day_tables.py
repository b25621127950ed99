"""The named sets of treatment-day limits, typed a second time, at their exact edges in every shipped file.

A row: analyte, cycles ("1", "2" for all later ones, "12"), day, and what is done from which value on, highest first.
"""

from itertools import pairwise
from typing import Any

import pytest

from regimen.advice.advised import Advice
from regimen.library import load_regimen, shipped_regimens
from tests.regimen.advice.course_cases import advised, day, event, lab
from tests.regimen.advice.rule_cases import options_for

DIARRHEA, MOUTH, HANDS, NERVE = (
    "Diarrhea", "Mucositis oral", "Palmar-plantar erythrodysesthesia syndrome", "Peripheral sensory neuropathy",
)  # fmt: skip
ANC, PLT = "neutrophils", "platelets"
Row = tuple[str, str, int, tuple[tuple[str, str], ...]]


def row(name: str, cycles: str, on: int, *bands: str) -> Row:
    """bands  "1.5 give" downwards, the last one without a value: what is below."""
    return name, cycles, on, tuple((value, said) for value, _, said in (band.rpartition(" ") for band in bands))


def delays(name: str, cycles: str, value: str) -> Row:
    return row(name, cycles, 1, f"{value} give", " delay")


def gemcitabine(full: str, platelets: str, less: str, low: str, percent: str) -> list[Row]:
    """Both treatment days alike, but that day 8 is left out instead of put off."""
    return [
        row(name, "12", on, f"{top} give", f"{bottom} {percent}", " delay" if on == 1 else " omit")
        for name, top, bottom in ((ANC, full, less), (PLT, platelets, low))
        for on in (1, 8)
    ]


BC = gemcitabine("1.0", "100", "0.5", "75", "75")
CARBOPLATIN = [
    delays(ANC, "12", "1.5"), delays(PLT, "12", "100"),
    row(ANC, "12", 8, "1.5 give", "1.0 50", " omit"), row(PLT, "12", 8, "100 give", "75 50", " omit"),
]  # fmt: skip
OURS = [delays(ANC, "12", "1.5"), delays(PLT, "1", "100"), delays(PLT, "2", "75")]
CAPOX = {
    "default": OURS,
    "eu-oxaliplatin": [
        delays(ANC, "1", "2.0"), delays(ANC, "2", "1.5"), delays(PLT, "1", "100"), delays(PLT, "2", "50"),
    ],
    "eu-capecitabine": [delays(ANC, "12", "1.5"), delays(PLT, "12", "100")],
    "us-oxaliplatin-resume": [delays(ANC, "12", "1.5"), delays(PLT, "12", "75")],
    "osaka-xelox": [
        delays("leukocytes", "1", "3.0"), delays("leukocytes", "2", "2.0"), delays(ANC, "1", "1.5"),
        delays(ANC, "2", "1.0"), delays(PLT, "12", "75"),
    ],
}  # fmt: skip
GC = {
    "default": BC,
    "us-single-agent": gemcitabine("1.0", "100", "0.5", "50", "75"),
    "us-with-carboplatin": CARBOPLATIN,
    "cisplatin-old-us-label": [delays("leukocytes", "12", "4.0"), delays(PLT, "12", "100")],
}
GEMOX = {
    "default": [*OURS, *(one for one in BC if one[2] == 8)],
    "bc-cancer": BC,
    "us-single-agent": GC["us-single-agent"],
    "us-with-carboplatin": CARBOPLATIN,
}
SETS = {
    "ici-capox": CAPOX, "capox": CAPOX, "gc": GC, "gc-durvalumab": GC, "gc-pembrolizumab": GC, "gemox-both-days": GEMOX,
    "gemox-d1d8": GEMOX, "gemox-q14": GEMOX,
}  # fmt: skip
GRADES = {  # the highest grade with which treatment is given, by cycle
    ("ici-capox", "default"): {DIARRHEA: 1, MOUTH: 1, HANDS: 1},
    ("capox", "default"): {DIARRHEA: 1, MOUTH: 1, HANDS: 1},
    ("ici-capox", "osaka-xelox"): {DIARRHEA: 1, NERVE: 2}, ("capox", "osaka-xelox"): {DIARRHEA: 1, NERVE: 2},
    ("gemox-d1d8", "default"): {DIARRHEA: 1, MOUTH: 1}, ("gemox-both-days", "default"): {DIARRHEA: 1, MOUTH: 1},
    ("gemox-q14", "default"): {DIARRHEA: 1, MOUTH: 1},
}  # fmt: skip
NAMED = [(regimen, name) for regimen, sets in SETS.items() for name in sets]


def checked(regimen: str, name: str, cycle: int, on: int, **given: Any) -> Advice:
    file = load_regimen(regimen)
    options = options_for(file, file.drugs[-1].name)
    return advised(regimen, limit_set=name, options=options, cycle=cycle, day=on, **given)


def said(regimen: str, name: str, cycle: int, on: int, analyte: str, value: str) -> str:
    """What the check says of one value: give, delay, omit, ask, or the percent; "" where it does not ask for it."""
    labs = {analyte: {**lab(value, "10^9/L"), "date": day(on)}}
    items = [
        item for item in checked(regimen, name, cycle, on, labs=labs).treatment_day.items if item.analyte == analyte
    ]
    return "" if not items else str(items[0].percent) if items[0].action == "reduce" else items[0].action


@pytest.mark.parametrize(("regimen", "name"), NAMED)
def test_a_named_set_at_its_exact_edges(regimen: str, name: str) -> None:
    last_day = max(day for drug in load_regimen(regimen).drugs if drug.route == "iv" for day in drug.days)
    asked = set()
    for analyte, cycles, on, bands in SETS[regimen][name]:
        if on > last_day:
            continue
        for cycle in (1, 2, 7):
            if ("1" if cycle == 1 else "2") not in cycles:
                continue
            asked.add((analyte, cycle, on))
            for (edge, wanted), (_, below) in pairwise(bands):
                under = f"{float(edge) - 0.001:.3f}"
                assert said(regimen, name, cycle, on, analyte, edge) == wanted, (analyte, cycle, on, edge)
                assert said(regimen, name, cycle, on, analyte, under) == below, (analyte, cycle, on, under)
    if name != "cisplatin-old-us-label":
        check = checked(regimen, name, 2, 1).treatment_day
        counts = {item.analyte for item in check.items if item.analyte} - {"creatinine"}
        assert counts == {analyte for analyte, cycle, on in asked if (cycle, on) == (2, 1)}
    for term, most in GRADES.get((regimen, name), {}).items():
        for grade in (most, most + 1):
            check = checked(regimen, name, 2, 1, events=[event(term, grade, -3, None, "other_illness")]).treatment_day
            assert [item.green for item in check.items if item.term == term] == [grade == most], (term, grade)


def test_which_sets_there_are() -> None:
    others = {"biliary-entry", "sweden-gemox"}
    assert {name: {one.id for one in load_regimen(name).limit_sets} - others for name in shipped_regimens()} == {
        name: set(sets) for name, sets in SETS.items()
    }


def test_mucositis_puts_off_later_cycles_alone_by_the_eu_label_of_oxaliplatin() -> None:
    for cycle in (1, 2):
        events = [event(MOUTH, 2, -3, None, "other_illness")]
        terms = {item.term for item in checked("capox", "eu-oxaliplatin", cycle, 1, events=events).treatment_day.items}
        assert (MOUTH in terms) is (cycle == 2)


@pytest.mark.parametrize("regimen", shipped_regimens())
def test_entry_limits_of_a_biliary_trial(regimen: str) -> None:
    for analyte, edge in (("bilirubin", "150"), ("alt", "300"), ("ast", "300"), ("creatinine", "150")):
        unit = "U/L" if analyte in ("alt", "ast") else "umol/L"
        for value, green in ((edge, True), (f"{edge}.1", False)):
            labs = {analyte: {**lab(value, unit, "100"), "date": day(1)}}
            for cycle in (1, 2):
                items = checked(regimen, "biliary-entry", cycle, 1, labs=labs).treatment_day.items
                assert [item.green for item in items if item.analyte == analyte] == [green]
    for analyte, edge in ((ANC, "1.5"), (PLT, "75")):
        assert said(regimen, "biliary-entry", 1, 1, analyte, edge) == "give"
        assert said(regimen, "biliary-entry", 1, 1, analyte, f"{float(edge) - 0.01:.2f}") == "delay"


def test_sets_whose_edge_lies_on_the_other_side() -> None:
    for analyte, edge in ((ANC, "1.5"), (PLT, "100")):
        assert said("gemox-q14", "sweden-gemox", 2, 1, analyte, edge) == "ask"
        assert said("gemox-q14", "sweden-gemox", 2, 1, analyte, f"{edge}01" if "." in edge else f"{edge}.01") == "give"
    for regimen, name, cycle, value, unit, green in (
        ("capox", "osaka-xelox", 1, "100", "umol/L", True), ("capox", "osaka-xelox", 1, "100.1", "umol/L", False),
        ("capox", "osaka-xelox", 2, "1.5", "mg/dL", True), ("capox", "osaka-xelox", 2, "1.51", "mg/dL", False),
        ("gc", "cisplatin-old-us-label", 2, "1.49", "mg/dL", True),
        ("gc", "cisplatin-old-us-label", 2, "1.5", "mg/dL", False),
    ):  # fmt: skip
        labs = {"creatinine": {**lab(value, unit, "100"), "date": day(1)}}
        items = checked(regimen, name, cycle, 1, labs=labs).treatment_day.items
        assert [item.green for item in items if item.analyte == "creatinine"] == [green], (name, cycle, value)
    for value, green in (("24.9", True), ("25", False)):
        labs = {"bun": {**lab(value, "mg/dL"), "date": day(1)}}
        for cycle in (1, 2):
            items = checked("gc", "cisplatin-old-us-label", cycle, 1, labs=labs).treatment_day.items
            assert [item.green for item in items if item.analyte == "bun"] == [green]
            assert "creatinine" in {item.analyte for item in items}
