"""Case over site over profile, and what fell back is told."""

from decimal import Decimal

import pytest

from regimen import library
from regimen.errors import Refused
from regimen.policy import POLICY_KEYS, read_policy, resolve_policy, write_policy

US = library.load_profile("us")


def test_nothing_given_is_the_profile_and_every_key_is_named() -> None:
    policy, defaults = resolve_policy(US, None, {})
    assert policy == US.policy
    assert {"policy.bsa_formula", "policy.max_variance_percent.oral", "policy.max_variance_percent.iv"} <= set(defaults)


def test_the_case_wins_over_the_site_and_the_site_over_the_profile() -> None:
    site = {"bsa_formula": "du_bois", "weight_change_percent": 5}
    policy, defaults = resolve_policy(US, site, {"bsa_formula": "haycock"})
    assert policy.bsa_formula == "haycock"
    assert policy.weight_change_percent == 5
    assert "policy.bsa_formula" not in defaults
    assert "policy.weight_change_percent" not in defaults
    assert "policy.dose_change_percent" in defaults


def test_one_drugs_step_leaves_the_others_as_they_are() -> None:
    policy, _ = resolve_policy(US, None, {"dose_steps_mg": {"oxaliplatin": "10"}})
    assert policy.dose_steps_mg == {**US.policy.dose_steps_mg, "oxaliplatin": Decimal(10)}


def test_one_variance_limit_leaves_the_other_and_says_so() -> None:
    policy, defaults = resolve_policy(US, None, {"max_variance_percent": {"oral": "3"}})
    assert policy.max_variance_oral_percent == 3
    assert policy.max_variance_iv_percent == US.policy.max_variance_iv_percent
    assert "policy.max_variance_percent.iv" in defaults
    assert "policy.max_variance_percent.oral" not in defaults


def test_no_cap_said_by_the_case_takes_a_sites_cap_away() -> None:
    assert resolve_policy(US, {"bsa_cap_m2": "2.0"}, {})[0].bsa_cap_m2 == 2
    policy, defaults = resolve_policy(US, {"bsa_cap_m2": "2.0"}, {"bsa_cap_m2": None})
    assert policy.bsa_cap_m2 is None
    assert "policy.bsa_cap_m2" not in defaults


def test_reasons_of_site_and_case_come_together() -> None:
    with pytest.raises(Refused) as refused:
        resolve_policy(US, {"bsa_formula": "x"}, {"tablets_mg": "500"})
    assert {refusal.field for refusal in refused.value.refusals} == {"site_policy.bsa_formula", "policy.tablets_mg"}


def test_what_was_read_and_written_is_read_the_same() -> None:
    given = {
        "bsa_cap_m2": None, "tablets_mg": [500, 150], "tablet_packs": {"500": 120}, "share_vials": True,
        "bands": {"oxaliplatin": [{"from_mg": "195", "to_mg": "204.99", "dose_mg": "200"}]},
        "max_variance_percent": {"iv": "6"}, "diluents": {"oxaliplatin": "glucose 5 %"}, "lab_valid_days": 4,
    }  # fmt: skip
    read = read_policy(given, "policy", [])
    assert read["tablets_mg"] == (Decimal(150), Decimal(500))
    assert read_policy(read, "policy", []) == read
    assert read_policy(write_policy(read), "policy", []) == read


def test_every_key_of_a_policy_is_known_and_none_is_forgotten() -> None:
    fields = set(US.policy.__dataclass_fields__) - {"max_variance_oral_percent", "max_variance_iv_percent"}
    assert set(POLICY_KEYS) == fields | {"max_variance_percent"}
