"""The small calculators: the contract's keys, exact results, strict inputs, properties, hostile inputs."""

import json
import random
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.calculators import CALCULATORS, as_text, calculate, read_arguments
from regimen.calculators_doses import read_bands
from regimen.errors import Refused
from tests.regimen.input_fuzz import one_input

GOOD: Mapping[str, str] = {
    "bsa": "height_cm=165 weight_kg=58.0 formula=mosteller",
    "weights": "height_cm=165 weight_kg=58 sex=female",
    "crcl": "age_y=68 sex=female weight_kg=58 scr_umol_l=88",
    "egfr": "age_y=60 sex=male scr_mg_dl=1.0 bsa_m2=1.80",
    "tablets": "dose_mg=1630 tablets_mg=150,500 max_variance_percent=5",
    "capecitabine": "level_mg_m2=1000 bsa_m2=1.63 percent=75 rounding=us_150 tablets_mg=150,500",
    "infusion": "drug=oxaliplatin dose_mg=210 volume_ml=500 diluent=glucose_5_%",
    "dpyd": "variant_1=c.1905+1G>A variant_2=reference",
    "variance": "calc_mg=211.957 given_mg=210 limit_percent=10",
}


def given_of(words: str) -> dict[str, str]:
    return {key: value.replace("_5_%", " 5 %") for key, value in read_arguments(words.split()).items()}


def run(name: str, words: str) -> dict[str, object]:
    return calculate(name, given_of(words))


def refused(name: str, words: str) -> dict[str, str]:
    with pytest.raises(Refused) as found:
        run(name, words)
    return {refusal.field: refusal.reason for refusal in found.value.refusals}


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("bsa", {"bsa_m2"}),
        ("weights", {"ideal_kg", "adjusted_kg"}),
        ("crcl", {"crcl_ml_min"}),
        ("egfr", {"egfr_ml_min_1_73", "gfr_ml_min"}),
        ("tablets", {"dose_mg", "tablets", "variance_percent"}),
        ("capecitabine", {"exact_mg", "dose_mg", "tablets", "variance_percent"}),
        ("infusion", {"concentration_mg_ml", "status"}),
        ("dpyd", {"activity_score", "phenotype", "start_percent"}),
        ("variance", {"variance_percent", "within"}),
    ],
)
def test_an_answer_holds_inputs_result_and_source_and_is_plain_json(name: str, keys: set[str]) -> None:
    answer = run(name, GOOD[name])
    assert keys | set(given_of(GOOD[name])) | {"source"} <= set(answer)
    assert answer["source"]
    json.loads(json.dumps(answer))
    assert "source: " in as_text(answer)


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("bsa", "height_cm=165 weight_kg=58.0", {"bsa_m2": "1.630439613519413154145299617617351"}),
        ("bsa", "height_cm=160 weight_kg=120 formula=dubois", {"formula": "du_bois"}),
        ("crcl", "age_y=72 sex=F weight_kg=60 scr_mg_dl=1.25", {"crcl_ml_min": "38.53333333333333333333333333333333"}),
        ("weights", "height_cm=177.8 weight_kg=100 sex=M", {"ideal_kg": "73", "adjusted_kg": "83.8"}),
        ("tablets", "dose_mg=1630 tablets_mg=150,500 max_variance_percent=5", {"tablets": {"150": 1, "500": 3}}),
        ("tablets", "dose_mg=1630 tablets_mg=[500,150]", {"tablets": {"150": 1, "500": 3}}),
        ("tablets", "dose_mg=1630 tablets_mg=500 max_variance_percent=5", {"tablets": None, "within": False}),
        ("tablets", "dose_mg=1750 tablets_mg=500 max_variance_percent=20", {"tablets": {"500": 3}, "tie": False}),
        (
            "capecitabine",
            "level_mg_m2=1000 bsa_m2=1.725 rounding=us_150",
            {"tie": True, "candidates_mg": ["1650", "1800"], "dose_mg": None, "status": "choose"},
        ),
        (
            "capecitabine",
            "level_mg_m2=1000 bsa_m2=1.65 rounding=us_150 tablets_mg=500",
            {"dose_mg": None, "label_mg": ["1650"], "status": "not_reachable"},
        ),
        (
            "capecitabine",
            "level_mg_m2=1000 bsa_m2=1.265 rounding=eu_table",
            {"looked_up_m2": "1.27", "dose_mg": "1300", "tablets": {"150": 2, "500": 2}},
        ),
        (
            "capecitabine",
            "level_mg_m2=1000 bsa_m2=1.60 percent=60 rounding=eu_table",
            {"status": "no_column", "dose_mg": None},
        ),
        (
            "infusion",
            "drug=oxaliplatin dose_mg=234 volume_ml=500 convention=added concentrate_mg_ml=5",
            {"drug_volume_ml": "46.8", "final_volume_ml": "546.8", "status": "ok"},
        ),
        ("infusion", "drug=durvalumab dose_mg=1500 volume_ml=100 convention=final", {"status": "ok"}),
        ("infusion", "drug=durvalumab dose_mg=1501 volume_ml=100 convention=final", {"status": "above_max"}),
        ("dpyd", "variant_1=*2A variant_2=*13", {"activity_score": "0.0", "start_percent": None, "action": "avoid"}),
        ("variance", "calc_mg=100 given_mg=110 limit_percent=10", {"variance_percent": "10", "within": True}),
        ("variance", "calc_mg=100 given_mg=110.001 limit_percent=10", {"within": False}),
    ],
)  # fmt: skip
def test_results(name: str, words: str, expected: dict[str, object]) -> None:
    answer = run(name, words)
    assert {key: answer[key] for key in expected} == expected


def test_two_equally_good_ways_of_tablets_name_none() -> None:
    """1250 mg of 500 mg tablets: 2 and 3 tablets lie 250 mg away on either side; fewer come first, so no tie."""
    assert run("tablets", "dose_mg=1250 tablets_mg=500 max_variance_percent=20")["tablets"] == {"500": 2}
    answer = run("tablets", "dose_mg=575 tablets_mg=500,650 max_variance_percent=20")  # one tablet either way
    assert answer["tie"] is True and answer["tablets"] is None


def test_what_was_left_out_is_said() -> None:
    assert run("bsa", "height_cm=165 weight_kg=58")["defaults_used"] == ["formula"]
    left_out = run("capecitabine", "level_mg_m2=1000 bsa_m2=1.63")["defaults_used"]
    assert left_out == ["rounding", "percent", "tablets_mg", "max_variance_percent"]
    assert run("capecitabine", "level_mg_m2=1000 bsa_m2=1.63 practice=eu")["rounding"] == "eu_table"
    assert "defaults_used" not in run("crcl", GOOD["crcl"])


def test_an_infusion_says_which_convention_and_concentrate_it_took_from_the_regimen_file() -> None:
    bare = run("infusion", "drug=oxaliplatin dose_mg=234 volume_ml=500")
    assert bare["defaults_used"] == ["convention", "concentrate_mg_ml", "diluent"]
    assert (bare["convention"], bare["concentrate_mg_ml"]) == ("nominal", "5")
    named = run("infusion", "drug=oxaliplatin dose_mg=234 volume_ml=500 convention=added concentrate_mg_ml=5.0")
    assert named["defaults_used"] == ["diluent"]
    assert named["concentrate_mg_ml"] == "5"


@pytest.mark.parametrize(
    ("name", "words", "field"),
    [
        ("bsa", "height_cm=1.65 weight_kg=58", "height_cm"),
        ("bsa", "height_cm=165 weight_kg=58,4", "weight_kg"),
        ("bsa", "height_cm=165 weight_kg=1,058.4", "weight_kg"),
        ("bsa", "height_cm=165 weight_kg=NaN", "weight_kg"),
        ("bsa", "height_cm=165 weight_kg=1e2", "weight_kg"),
        ("bsa", "height_cm=165 weight_kg=1_00", "weight_kg"),
        ("bsa", "height_cm=165 weight_kg=", "weight_kg"),
        ("bsa", "height_cm=165", "weight_kg"),
        ("bsa", "height_cm=165 weight_kg=58 colour=red", "colour"),
        ("bsa", "height_cm=165 weight_kg=58 formula=stevenson", "formula"),
        ("bsa", "height_cm=165 weight_kg=58 formula=schlich", "sex"),
        ("bsa", "height_cm=58 weight_kg=165", "height_cm"),
        ("weights", "height_cm=101.8 weight_kg=68.4 sex=female", "height_cm"),
        ("crcl", "age_y=68 sex=female weight_kg=58 scr_mg_dl=88", "scr_mg_dl"),
        ("crcl", "age_y=68 sex=female weight_kg=58 scr_umol_l=0.9", "scr_umol_l"),
        ("crcl", "age_y=68 sex=female weight_kg=58 scr_umol_l=88 scr_mg_dl=1", "scr_umol_l"),
        ("crcl", "age_y=68 sex=female weight_kg=58", "scr_umol_l"),
        ("crcl", "age_y=68.5 sex=female weight_kg=58 scr_umol_l=88", "age_y"),
        ("crcl", "age_y=17 sex=female weight_kg=58 scr_umol_l=88", "age_y"),
        ("crcl", "age_y=68 sex=x weight_kg=58 scr_umol_l=88", "sex"),
        ("tablets", "dose_mg=1630 tablets_mg=150,150 max_variance_percent=5", "tablets_mg"),
        ("tablets", "dose_mg=1630 tablets_mg=1 max_variance_percent=5", "tablets_mg"),
        ("tablets", "dose_mg=1630 tablets_mg=100,200,300,400 max_variance_percent=5", "tablets_mg"),
        ("capecitabine", "level_mg_m2=1 bsa_m2=1.63", "level_mg_m2"),
        ("capecitabine", "level_mg_m2=1000 bsa_m2=163", "bsa_m2"),
        ("capecitabine", "level_mg_m2=1000 bsa_m2=1.63 percent=0.75", "percent"),
        ("capecitabine", "level_mg_m2=1000 bsa_m2=1.63 rounding=us_150 table=eu_1000", "table"),
        ("infusion", "drug=oxaliplatin dose_mg=210 volume_ml=500 diluent=ns", "diluent"),
        ("infusion", "drug=cisplatin dose_mg=40 volume_ml=500 diluent=glucose_5_%", "diluent"),
        ("infusion", "drug=oxaliplatin dose_mg=210 volume_ml=500 diluent=water", "diluent"),
        ("infusion", "drug=aspirin dose_mg=210 volume_ml=500", "drug"),
        ("dpyd", "variant_1=c.1905+1G>A variant_2=unknown", "variant_2"),
        ("dpyd", "variant_1=reference", "variant_2"),
        ("band", "table=no_such_file.csv calc_mg=9", "table"),
        ("nonsense", "", "name"),
    ],
)
def test_a_wrong_input_is_refused_beside_its_key(name: str, words: str, field: str) -> None:
    assert field in refused(name, words)


def test_every_reason_comes_at_once() -> None:
    assert set(refused("crcl", "age_y=12 sex=x weight_kg=NaN scr_umol_l=1,0 x=1")) == {
        "age_y", "sex", "weight_kg", "scr_umol_l", "x",
    }  # fmt: skip


def test_oxaliplatin_is_never_diluted_in_chloride_and_cisplatin_never_without_it() -> None:
    assert "chloride" in refused("infusion", "drug=oxaliplatin dose_mg=210 volume_ml=500 diluent=ns")["diluent"]
    assert (
        "no chloride" in refused("infusion", "drug=cisplatin dose_mg=40 volume_ml=500 diluent=glucose_5_%")["diluent"]
    )


def test_arguments_without_a_value_or_twice_are_refused() -> None:
    for words in (["age_y"], ["=1"], ["a=1", "a=2"]):
        with pytest.raises(Refused):
            read_arguments(words)


def test_a_person_reads_four_decimals_and_not_34_digits() -> None:
    text = as_text(run("bsa", "height_cm=165 weight_kg=58.0"))
    assert "bsa_m2: 1.6304...\n" in text and "weight_kg: 58.0" in text
    assert "tablets: 3 x 500 mg + 1 x 150 mg\n" in as_text(run("tablets", GOOD["tablets"]))


BANDS = "from,to,dose\n90,109.99,100\n110,129.99,120\n130,150,140\n"


@pytest.mark.parametrize(
    ("calc", "band", "status"),
    [
        ("90", "100", "ok"), ("109.994", "100", "ok"), ("109.995", "120", "ok"), ("150", "140", "ok"),
        ("150.1", None, "gap"), ("89", None, "gap"),
    ],
)  # fmt: skip
def test_an_imported_band_table_is_looked_up_at_its_own_decimals(
    calc: str, band: str | None, status: str, tmp_path: Path
) -> None:
    file = tmp_path / "bands.csv"
    file.write_text(BANDS, encoding="utf-8-sig")
    answer = calculate("band", {"table": str(file), "calc_mg": calc})
    assert (answer["band_mg"], answer["status"]) == (band, status)


def test_an_edge_that_two_bands_share_has_no_silent_answer() -> None:
    rows = read_bands("from,to,dose\n90,110,100\n110,130,120\n", "t.csv")
    assert len(rows) == 2


@pytest.mark.parametrize(
    "text",
    [
        "", "a,b,c\n1,2,3\n", "from,to,dose\n", "from,to,dose\n1,2\n", "from,to,dose\n1,2,x\n", "from,to,dose\n2,1,1\n",
        "from,to,dose\n1,2,1\n1.5,3,2\n", "from,to,dose\n1,2,2\n3,4,1\n", "from,to,dose\n9,49,10,9\n",
        'from,to,dose\n"1\x00"',
    ],
)  # fmt: skip
def test_a_malformed_band_table_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_bands(text, "bands.csv")


# Properties

BSA = st.decimals("1.00", "2.60", places=2)


@given(a=BSA, b=BSA, rounding=st.sampled_from(["us_150", "eu_table"]))
def test_a_larger_patient_never_gets_a_smaller_labelled_dose(a: Decimal, b: Decimal, rounding: str) -> None:
    def labelled(size: Decimal) -> list[Decimal]:
        answer = calculate("capecitabine", {"level_mg_m2": "1000", "bsa_m2": str(size), "rounding": rounding})
        mg = answer["label_mg"]
        assert isinstance(mg, list)
        return [Decimal(text) for text in mg]

    assert labelled(min(a, b)) <= labelled(max(a, b))


@given(size=BSA, percent=st.integers(40, 100), rounding=st.sampled_from(["us_150", "nearest_plan"]))
def test_tablets_sum_to_the_dose_and_a_reduction_never_raises_it(size: Decimal, percent: int, rounding: str) -> None:
    def answer(of: int) -> dict[str, object]:
        words = {"level_mg_m2": "1000", "bsa_m2": str(size), "rounding": rounding, "percent": str(of)}
        return calculate("capecitabine", words)

    reduced, full = answer(percent), answer(100)
    for each in (reduced, full):
        if each["tablets"] is not None:
            tablets = each["tablets"]
            assert isinstance(tablets, dict)
            assert sum(Decimal(mg) * count for mg, count in tablets.items()) == Decimal(str(each["dose_mg"]))
            assert all(count > 0 for count in tablets.values())
    assert Decimal(str(reduced["exact_mg"])) <= Decimal(str(full["exact_mg"]))
    if rounding == "us_150":
        low, high = reduced["label_mg"], full["label_mg"]
        assert isinstance(low, list) and isinstance(high, list)
        assert Decimal(low[0]) <= Decimal(high[0])


@given(st.sampled_from(sorted(GOOD)), st.text(max_size=12), st.text(max_size=12))
def test_any_extra_text_is_refused_in_a_sentence(name: str, key: str, value: str) -> None:
    words = given_of(GOOD[name])
    if key in words or (name == "egfr" and key in {"scr_umol_l"}):
        return
    try:
        answer = calculate(name, {**words, key: value})
    except Refused as found:
        assert all(refusal.reason.endswith(".") for refusal in found.refusals)
    else:
        assert key in answer or key in {"sex", "formula", "practice", "table", "regimen", "convention"}


def test_hostile_inputs_are_answered_or_refused_and_never_crash() -> None:
    chance = random.Random(20261122)
    answered = 0
    for _ in range(4000):
        name, words = one_input(chance)
        try:
            answer = calculate(name, words)
        except Refused as found:
            assert found.refusals
        else:
            answered += 1
            assert "NaN" not in str(answer) and "Infinity" not in str(answer)
    assert answered > 200, "the fuzz must reach the arithmetic too"


def test_every_calculator_of_the_contract_is_there() -> None:
    assert set(CALCULATORS) == {*GOOD, "band"}
