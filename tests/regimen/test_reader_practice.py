"""Practice profiles, the settings a site lays over them, and the capecitabine tables."""

from decimal import Decimal

import pytest

from regimen import library
from regimen.case import read_case
from regimen.engine import answer_with
from regimen.errors import Refused
from regimen.practice_reader import overlay_profile, read_profile, read_table
from regimen.recheck import compare, recheck
from tests.regimen import dose_grid
from tests.regimen.samples import case_json

US = library.load_profile("us")


def reasons(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        read_profile(text, "own.toml")
    return [refusal.reason for refusal in refused.value.refusals]


def changed(old: str, new: str) -> str:
    assert old in US.text, old
    return US.text.replace(old, new, 1)


def test_the_three_profiles_differ_where_the_countries_do() -> None:
    assert library.shipped_profiles() == ("cn", "eu", "us")
    us, eu, cn = (library.load_profile(ident) for ident in ("us", "eu", "cn"))
    assert [p.policy.capecitabine_rounding for p in (us, eu, cn)] == ["us_150", "eu_table", "eu_table"]
    assert [p.renal_rules for p in (us, eu, cn)] == ["us", "eu", "eu"]
    assert [p.dpyd_duty for p in (us, eu, cn)] == ["test_first", "test_first", "may_record"]
    assert [p.policy.max_variance_iv_percent for p in (us, eu, cn)] == [Decimal(10), Decimal(6), Decimal(10)]
    assert {p.policy.max_variance_oral_percent for p in (us, eu, cn)} == {Decimal(5)}
    assert {p.policy.bsa_formula for p in (us, eu, cn)} == {"mosteller"}
    assert {p.policy.bsa_cap_m2 for p in (us, eu, cn)} == {None}
    assert us.policy.vials_mg["oxaliplatin"] == (Decimal(50), Decimal(100))
    assert (us.fever.celsius, us.fever.fahrenheit, eu.fever.fahrenheit) == (Decimal("38.0"), Decimal("100.4"), None)
    assert (us.creatinine_unit, eu.creatinine_unit) == ("mg/dL", "umol/L")


def test_every_setting_of_a_profile_says_where_it_comes_from() -> None:
    found = reasons(changed('"policy.share_vials" = ', '"policy.lost" = '))
    assert found == ["own.toml: sources.'policy.share_vials': is missing; every setting says where it comes from."]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('bsa_formula = "mosteller"', 'bsa_formula = "dubois"', "policy.bsa_formula: 'dubois' is not known"),
        ('bsa_cap_m2 = "none"', "bsa_cap_m2 = nan", "policy.bsa_cap_m2: is not a finite number"),
        ('bsa_cap_m2 = "none"', "bsa_cap_m2 = 20", "policy.bsa_cap_m2: 20 is outside 1.5 to 3"),
        ('bsa_cap_m2 = "none"\n', "", "policy.bsa_cap_m2: is missing"),
        ("tablets_mg = [150, 500]", "tablets_mg = [500, 150]", "policy.tablets_mg: the sizes do not ascend"),
        ("lab_valid_days = 3", "lab_valid_days = 3.5", "policy.lab_valid_days: is a decimal number; a whole number"),
        ('country = "US"', 'country = "usa"', "country: 'usa' is no country code"),
        ("celsius = 38.0", "celsius = 100.4", "fever.celsius: 100.4 is outside 36 to 40"),
        ('default = "default"', "", "limit_sets.default: is missing"),
        ("share_vials = false", "share_vials = false\nround = 1", "policy.round: is not a known key"),
        ("150 = 60", "half = 60", "policy.tablet_packs: 'half' is no tablet strength in mg"),
    ],
)
def test_a_wrong_profile_is_refused_by_place(old: str, new: str, reason: str) -> None:
    assert any(reason in found for found in reasons(changed(old, new)))


def test_site_settings_change_what_they_name_and_nothing_else() -> None:
    own = overlay_profile(US, {"region": "CA", "policy": {"tablets_mg": [500], "dose_steps_mg": {"oxaliplatin": 10}}})
    assert own.policy.tablets_mg == (Decimal(500),)
    assert own.policy.dose_steps_mg == {**US.policy.dose_steps_mg, "oxaliplatin": Decimal(10)}
    assert own.policy.bsa_formula == US.policy.bsa_formula and own.region == "CA"
    assert own.sources["policy.tablets_mg"] == "site setting"
    assert own.sources["policy.bsa_formula"] == US.sources["policy.bsa_formula"]


def test_the_text_of_an_overlaid_profile_is_the_whole_profile() -> None:
    own = overlay_profile(US, {"policy": {"bsa_cap_m2": Decimal("2.2"), "share_vials": True}})
    again = read_profile(own.text, "own.toml")
    assert again == own and own.sha256 != US.sha256
    assert again.policy.bsa_cap_m2 == Decimal("2.2")
    assert overlay_profile(own, {"policy": {"bsa_cap_m2": None}}).policy.bsa_cap_m2 is None
    nothing = overlay_profile(US, {})
    assert nothing.policy == US.policy


def test_wrong_site_settings_are_refused_and_named() -> None:
    with pytest.raises(Refused) as refused:
        overlay_profile(US, {"policy": {"bsa_cap_m2": Decimal("NaN")}})
    assert "site settings: policy.bsa_cap_m2" in str(refused.value)
    with pytest.raises(Refused) as refused:
        overlay_profile(US, {"policy": {"colour": "red"}})
    assert "site settings: policy.colour: is not a known key." in str(refused.value)


def test_band_tables_ascend_without_overlap() -> None:
    band = {"from_mg": Decimal("8.49"), "to_mg": Decimal("9.48"), "dose_mg": 9}
    own = overlay_profile(US, {"policy": {"bands": {"cisplatin": [band]}}})
    assert own.policy.bands["cisplatin"][0].dose_mg == Decimal(9)
    with pytest.raises(Refused) as refused:
        overlay_profile(US, {"policy": {"bands": {"cisplatin": [band, band]}}})
    assert "belongs to the row before as well" in str(refused.value)


TABLES = ("eu_1000", "eu_1250", "us_1250_pre2022")


@pytest.mark.parametrize("ident", TABLES)
def test_a_table_is_open_above_and_still_to_verify(ident: str) -> None:
    table = library.load_table(ident)
    assert table.to_verify and table.rows[-1].upto_m2 is None and len(table.rows) == 9


def test_the_old_us_boundaries_lie_one_hundredth_below_the_european() -> None:
    eu, us = library.load_table("eu_1250"), library.load_table("us_1250_pre2022")
    assert [row.dose_mg for row in eu.rows] == [row.dose_mg for row in us.rows]
    for one, other in zip(eu.rows[:-1], us.rows[:-1], strict=True):
        assert one.upto_m2 is not None and one.upto_m2 - Decimal("0.01") == other.upto_m2


@pytest.mark.parametrize("ident", TABLES)
def test_the_full_dose_of_a_row_lies_near_its_level(ident: str) -> None:
    table = library.load_table(ident)
    for row in table.rows[:-1]:
        assert row.upto_m2 is not None
        exact = table.level * row.upto_m2
        assert abs(row.dose_mg[Decimal(100)] - exact) / exact < Decimal("0.1")


def test_every_dose_of_a_table_can_be_made_of_whole_tablets() -> None:
    for ident in TABLES:
        for row in library.load_table(ident).rows:
            for dose in row.dose_mg.values():
                assert any((dose - 500 * large) % 150 == 0 and dose >= 500 * large for large in range(6)), (ident, dose)


def test_a_table_with_rows_out_of_order_is_refused() -> None:
    text = library.read_text(library.ASSETS / "tables" / "eu_1000.toml").replace("upto_m2 = 1.38", "upto_m2 = 1.18")
    with pytest.raises(Refused) as refused:
        read_table(text, "eu_1000.toml")
    assert "row[1].upto_m2: 1.18 does not come after 1.26" in str(refused.value)


# Whose labels are followed


def own_profile(of: str, **lines: str) -> str:
    text = library.load_profile(of).text
    extra = "".join(f'{key} = "{value}"\n' for key, value in lines.items())
    without = text.replace(f'id = "{of}"\n', "", 1).replace(f'labels = "{of}"\n', "", 1)
    return without.replace("country =", f"{extra}country =", 1)


def test_a_shipped_profile_follows_the_labels_of_its_own_id() -> None:
    assert {name: library.load_profile(name).labels for name in library.shipped_profiles()} == {
        "cn": "cn", "eu": "eu", "us": "us",
    }  # fmt: skip


def test_a_copy_of_a_shipped_profile_under_another_id_follows_the_same_labels() -> None:
    copied = library.load_profile("eu").text.replace('id = "eu"', 'id = "st-anna"', 1)
    assert read_profile(copied, "site.toml").labels == "eu"
    assert read_profile(own_profile("eu", id="eu"), "eu.toml").labels == "eu", "as it was written before the key"


def test_a_sites_own_profile_says_whose_labels_it_follows() -> None:
    with pytest.raises(Refused, match=r"site\.toml: labels"):
        read_profile(own_profile("eu", id="st-anna"), "site.toml")
    with pytest.raises(Refused, match="labels"):
        read_profile(own_profile("eu", id="st-anna", labels="uk"), "site.toml")
    assert read_profile(own_profile("eu", id="st-anna", labels="eu"), "site.toml").labels == "eu"


def test_settings_laid_over_a_profile_inherit_its_labels_even_under_another_id() -> None:
    own = overlay_profile(library.load_profile("eu"), {"id": "st-anna", "policy": {"share_vials": True}})
    assert (own.id, own.labels) == ("st-anna", "eu")


@pytest.mark.parametrize(("labels", "mg"), [("eu", 600), ("us", 1500)])
def test_durvalumab_at_exactly_30_kg_follows_the_labels_of_a_sites_own_profile(labels: str, mg: int) -> None:
    own = read_profile(own_profile("eu", id="st-anna", labels=labels), "site.toml")
    changes = {"basis__weight_kg": "30.0", "basis__height_cm": "140", "basis__confirmed": ["weight_kg", "height_cm"]}
    case = read_case(case_json(regimen="ici-capox", options={"ici": "durvalumab"}, practice="st-anna", **changes))
    regimen = library.load_regimen("ici-capox")
    order = answer_with(regimen, own, case)
    assert order.dose_of("durvalumab").dose_mg == mg
    assert compare(order, recheck(regimen.text, own.text, case, dose_grid.TABLES), case) == ()
