"""What comes with the program: regimens, profiles, tables and lists that agree with each other."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from regimen import library
from regimen.definition import Regimen
from regimen.errors import Refused

SHIPPED = library.shipped_regimens()


@pytest.fixture(params=SHIPPED)
def regimen(request: pytest.FixtureRequest) -> Regimen:
    return library.load_regimen(request.param)


def test_the_shipped_regimens_are_all_there() -> None:
    assert SHIPPED == (
        "capox", "gc", "gc-durvalumab", "gc-pembrolizumab", "gemox-both-days", "gemox-d1d8", "gemox-q14", "ici-capox",
    )  # fmt: skip


def test_a_shipped_file_carries_three_examples_and_the_id_of_its_name(regimen: Regimen) -> None:
    assert len(regimen.examples) >= 3
    assert regimen.id in SHIPPED
    assert regimen.version.startswith("0.") and regimen.status == "draft"  # nothing is published before 1.0


def test_every_source_of_a_shipped_file_is_cited(regimen: Regimen) -> None:
    cited = set(re.findall(r'^source = "([^"]+)"', regimen.text, re.MULTILINE))
    assert cited == {source.id for source in regimen.sources}


def test_gemox_never_takes_130_and_always_asks_for_its_level() -> None:
    for ident in (name for name in SHIPPED if name.startswith("gemox")):
        regimen = library.load_regimen(ident)
        levels = {drug.dose.level for drug in regimen.drugs if drug.name == "oxaliplatin"}
        assert levels and Decimal(130) not in levels
        asked = {option.id: option for option in regimen.options}
        assert asked["oxaliplatin_level"].required and asked["ici"].required
        assert "none" in [choice.id for choice in asked["ici"].choices]


def test_each_inhibitor_of_ici_capox_has_exactly_one_dose() -> None:
    regimen = library.load_regimen("ici-capox")
    option = regimen.options[0]
    assert {choice.id for choice in option.choices} >= {
        "pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab",
        "camrelizumab",
    }  # fmt: skip
    for choice in option.choices:
        rules = ("flat", "by_weight") if choice.id == "sintilimab" else ("",)
        for rule in rules:
            chosen = {"ici": choice.id} | ({"sintilimab_dose": rule} if rule else {})
            assert all(option.id in chosen for option in regimen.options_of(chosen))
            roles = [drug.role for drug in regimen.drugs_of(1, chosen)]
            assert roles == ["inhibitor", "platinum", "fluoropyrimidine"]


def test_topaz_gives_durvalumab_alone_every_28_days_from_cycle_9() -> None:
    regimen = library.load_regimen("gc-durvalumab")
    assert [drug.name for drug in regimen.drugs_of(8, {})] == ["durvalumab", "gemcitabine", "cisplatin"]
    assert [drug.name for drug in regimen.drugs_of(9, {})] == ["durvalumab"]
    assert (regimen.phase_of(8).cycle_days, regimen.phase_of(9).cycle_days) == (21, 28)
    assert (regimen.visit_days_of(8), regimen.visit_days_of(9)) == ((1, 8), (1,))
    assert {medicine.id for medicine in regimen.supportive_of(9, {})} == {"loperamide"}


def test_keynote_966_limits_pembrolizumab_to_35_doses_and_cisplatin_to_8_cycles() -> None:
    clocks = {drug.name: drug.clock for drug in library.load_regimen("gc-pembrolizumab").drugs}
    assert clocks["pembrolizumab"] is not None and clocks["pembrolizumab"].most_doses == 35
    assert clocks["cisplatin"] is not None and clocks["cisplatin"].most_cycles == 8
    assert clocks["gemcitabine"] is None
    regimen = library.load_regimen("gc-pembrolizumab")
    assert [drug.name for drug in regimen.drugs_of(8, {})] == ["pembrolizumab", "gemcitabine", "cisplatin"]
    assert [drug.name for drug in regimen.drugs_of(9, {})] == ["pembrolizumab", "gemcitabine"]


GRID = [(2, 1, "100"), (2, 2, "75"), (2, 3, "50"), (3, 1, "75"), (3, 2, "50")]


@pytest.mark.parametrize(("grade", "occurrence", "percent"), GRID)
def test_the_capecitabine_grid_holds_and_goes_down(grade: int, occurrence: int, percent: str) -> None:
    for ident in ("ici-capox", "capox"):
        rules = [
            rule
            for rule in library.load_regimen(ident).change_rules
            if rule.system == "capecitabine-grid" and (rule.grades, rule.occurrence) == ((grade,), occurrence)
        ]
        assert [(rule.action, rule.until, rule.next_percent) for rule in rules] == [
            ("hold", "grade 0-1", Decimal(percent))
        ]


def test_the_capecitabine_grid_ends_where_the_label_stops() -> None:
    stops = {
        (rule.grades, rule.occurrence)
        for rule in library.load_regimen("ici-capox").change_rules
        if rule.system == "capecitabine-grid" and rule.action == "stop"
    }
    assert stops == {((2,), 4), ((3,), 3), ((4,), 1), ((4,), 2)}


def test_no_shipped_rule_ever_reduces_an_inhibitor(regimen: Regimen) -> None:
    inhibitors = {drug.name for drug in regimen.drugs if drug.role == "inhibitor"}
    for rule in regimen.change_rules:
        if inhibitors & set(rule.drugs):
            assert rule.action != "reduce" and rule.next_percent is None and rule.next_level is None


def test_the_day_limits_of_capox_are_those_of_the_design() -> None:
    (default,) = (found for found in library.load_regimen("ici-capox").limit_sets if found.id == "default")
    platelets = [limit for limit in default.limits if limit.analyte == "platelets"]
    floors = [(limit.first_cycle, limit.last_cycle, limit.bands[0].at_least) for limit in platelets]
    assert floors == [(1, 1, Decimal(100)), (2, None, Decimal(75))]
    (neutrophils,) = (limit for limit in default.limits if limit.analyte == "neutrophils")
    assert neutrophils.bands[0].at_least == Decimal("1.5")


def test_every_laboratory_limit_names_a_value_and_unit_the_program_knows(regimen: Regimen) -> None:
    known = library.analytes()
    for chosen in regimen.limit_sets:
        for limit in chosen.limits:
            if limit.analyte:
                assert limit.analyte in known
                assert limit.unit == "x ULN" if limit.times_uln else limit.unit in known[limit.analyte].units


def test_every_condition_on_a_value_names_one_the_program_knows(regimen: Regimen) -> None:
    known = {*library.analytes(), "alt_or_ast"}
    for rule in regimen.change_rules:
        assert rule.condition.get("analyte", "alt") in known


def test_every_diluent_is_known_and_holds_what_the_drug_bears(regimen: Regimen) -> None:
    fluids = {fluid.name: fluid for fluid in library.diluents()}
    for drug in regimen.drugs:
        if drug.infusion is not None:
            for name in drug.infusion.diluents:
                contents = set(fluids[name].contains)
                assert not contents & set(drug.infusion.forbids)
                assert set(drug.infusion.requires) <= contents


def test_oxaliplatin_never_meets_chloride_and_cisplatin_never_lacks_it() -> None:
    for ident in SHIPPED:
        for drug in library.load_regimen(ident).drugs:
            if drug.name == "oxaliplatin":
                assert drug.infusion is not None and "chloride" in drug.infusion.forbids
                assert drug.infusion.diluents == ("glucose 5 %",) and drug.cold_days == 5
            if drug.name == "cisplatin":
                assert drug.infusion is not None and drug.infusion.requires == ("chloride",)


@pytest.mark.parametrize("ident", ["us", "eu", "cn"])
def test_every_regimen_offers_what_a_profile_selects(ident: str, regimen: Regimen) -> None:
    profile = library.load_profile(ident)
    selected = profile.limit_sets.get(regimen.id, profile.limit_sets[""])
    assert selected in [chosen.id for chosen in regimen.limit_sets]
    offered = {name for drug in regimen.drugs for rule in drug.renal for name in rule.rule_sets}
    assert profile.renal_rules in offered


def test_each_inhibitor_answers_at_the_edges_of_its_weight_tier() -> None:
    tiers = {drug.name: drug.dose.tiers[0] for drug in library.load_regimen("ici-capox").drugs if drug.dose.tiers}
    assert set(tiers) == {"durvalumab", "sintilimab"}
    assert tiers["durvalumab"].edge_by_practice == {"us": "exclusive", "eu": "inclusive"}
    assert (tiers["sintilimab"].below_kg, tiers["sintilimab"].edge) == (Decimal(60), "exclusive")


def test_the_words_of_allergies_and_medicines_are_small_and_their_codes_stable() -> None:
    codes = {found.code for found in library.interactions()} | {found.code for found in library.allergy_classes()}
    assert {"allergy-platinum", "interaction-brivudine", "interaction-warfarin", "interaction-phenytoin"} <= codes
    (brivudine,) = (found for found in library.interactions() if found.code == "interaction-brivudine")
    assert (brivudine.severity, brivudine.washout_days) == ("stop", 28)


def test_every_drug_of_an_allergy_or_interaction_is_one_we_give() -> None:
    given = {drug.name for ident in SHIPPED for drug in library.load_regimen(ident).drugs}
    for found in (*library.allergy_classes(), *library.interactions()):
        assert set(found.drugs) <= given


def test_what_is_not_shipped_is_refused_by_name() -> None:
    for load in (library.load_regimen, library.load_profile, library.load_table):
        with pytest.raises(Refused) as refused:
            load("../us")
        assert "'../us' is not known" in str(refused.value)


def test_a_profile_is_read_from_its_own_file(tmp_path: Path) -> None:
    path = tmp_path / "ward 7.toml"
    path.write_bytes(library.load_profile("us").text.replace('id = "us"', 'id = "ward7"').encode())
    assert library.load_profile(str(path)).id == "ward7"
    with pytest.raises(Refused) as refused:
        library.load_profile(str(tmp_path / "lost.toml"))
    assert "lost.toml: the file cannot be read" in str(refused.value)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "binary.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused) as refused:
        library.load_profile(str(path))
    assert str(refused.value) == "binary.toml: this is not readable text (UTF-8)."
