"""A regimen file is read as it stands or refused with every reason, each naming file and place."""

from decimal import Decimal

import pytest

from regimen.errors import Refused
from regimen.reader import read_regimen

SMALL = """
schema = 1
id = "small"
version = "1"
title = "A small regimen"
short_title = "Small"
indication = "Example"
status = "draft"
planned_cycles = 4
asks = ["creatinine"]
visit_days = [1]

[[source]]
id = "book"
cite = "A book"
tag = "confirmed"

[[source]]
id = "recall"
cite = "From memory"
tag = "memory"

[[option]]
id = "ici"
title = "Inhibitor"
required = true

[[option.choice]]
id = "none"
title = "none"

[[option.choice]]
id = "pembrolizumab"
title = "pembrolizumab"

[[phase]]
id = "all"
title = "All"
first_cycle = 1
cycle_days = 21
source = "book"

[[drug]]
name = "pembrolizumab"
role = "inhibitor"
route = "iv"
days = [1]
doses_per_day = 1
when = { ici = ["pembrolizumab"] }
sequence = 1
vials_mg = [100]
source = "book"

[drug.dose]
amount = 200
unit = "mg"
source = "book"

[[drug.tier]]
below_kg = 30
edge = "exclusive"
amount = 2
unit = "mg/kg"
source = "book"

[drug.infusion]
minutes_first = 30
minutes_later = 30
diluents = ["sodium chloride 0.9 %"]
convention = "nominal"
concentrate_mg_ml = 25
min_mg_ml = 1
max_mg_ml = 10
outside = "warn"
source = "book"

[[drug.infusion.volume]]
up_to_mg = 99
volume_ml = 50

[[drug.infusion.volume]]
volume_ml = 100

[drug.clock]
most_doses = 35
source = "book"

[[drug]]
name = "capecitabine"
role = "fluoropyrimidine"
route = "po"
days = [1, 2, 3]
doses_per_day = 2
sequence = 2
dpyd = true
source = "book"

[drug.dose]
amount = 1000
unit = "mg/m2"
ladder = [1000, 750, 500]
source = "book"

[[drug.renal]]
id = "low"
rule_sets = ["us"]
from_ml_min = 30
to_ml_min = 50
action = "reduce"
percent = 75
source = "recall"

[[drug.cumulative]]
at = 850
unit = "mg/m2"
text = "Look."
source = "book"

[[supportive]]
id = "ondansetron"
name = "ondansetron"
dose = "8 mg"
days = [1]
times = ["morning"]
where = "home"
words = "ondansetron"
source = "book"

[[day_limits]]
id = "default"
title = "Default"
source = "book"

[[day_limits.item]]
analyte = "neutrophils"
unit = "10^9/L"
first_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 1.5
action = "give"

[[day_limits.item.band]]
below = 1.5
action = "delay"

[[change_rule]]
id = "grid"
system = "capecitabine-grid"
drugs = ["capecitabine"]
grades = [3]
occurrence = 1
action = "hold"
until = "grade 0-1"
next_percent = 75
source = "book"

[[change_rule]]
id = "bilirubin"
system = "liver"
drugs = ["capecitabine", "pembrolizumab"]
condition = { analyte = "bilirubin", times_uln_above = 3 }
action = "hold"
until = "3 x ULN"
source = "book"
to_verify = true

[[checklist]]
id = "consent"
title = "Consent"
source = "book"

[[example]]
title = "One"
source = "book"
given = { day1 = 2026-03-02, basis = { weight_kg = 58.0 } }

[example.expect]
bsa.m2 = "1.63"
"capecitabine.dose_mg" = "1650"
"""


def small(**changes: tuple[str, str]) -> str:
    """SMALL with some places changed: name of the change -> (old text, new text)."""
    text = SMALL
    for old, new in changes.values():
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def reasons(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        read_regimen(text, "small.toml")
    found = [refusal.reason for refusal in refused.value.refusals]
    assert all(reason.startswith("small.toml: ") and reason.endswith(".") for reason in found)
    return found


def test_a_file_says_what_it_holds() -> None:
    regimen = read_regimen(SMALL, "small.toml")
    assert regimen.id == "small" and regimen.phases[0].cycle_days == 21
    inhibitor, tablets = regimen.drugs
    assert inhibitor.when == {"ici": ("pembrolizumab",)}
    assert inhibitor.dose.tiers[0].below_kg == Decimal(30)
    assert inhibitor.infusion is not None and inhibitor.infusion.volumes[1].up_to_mg is None
    assert tablets.dose.ladder == (Decimal(1000), Decimal(750), Decimal(500))
    assert regimen.examples[0].given == {"day1": "2026-03-02", "basis": {"weight_kg": "58.0"}}
    assert regimen.examples[0].expect == {"bsa.m2": "1.63", "capecitabine.dose_mg": "1650"}
    assert regimen.change_rules[1].condition == {"analyte": "bilirubin", "times_uln_above": "3"}


def test_what_cites_memory_or_says_so_is_to_verify() -> None:
    regimen = read_regimen(SMALL, "small.toml")
    assert regimen.to_verify == ("drug capecitabine, renal low", "change_rule bilirubin")


def test_the_hash_is_that_of_the_exact_text() -> None:
    unix, windows = read_regimen(SMALL, "a"), read_regimen(SMALL.replace("\n", "\r\n"), "a")
    assert unix.sha256 != windows.sha256
    assert unix.drugs == windows.drugs


REFUSED = [
    ("days = [1, 2, 3]", "days = [1, 22]", "drug[1].days: day 22 is outside the cycle (1 to 21)."),
    ("days = [1, 2, 3]", "days = [0]", "drug[1].days: day 0 is outside the cycle (1 to 21)."),
    ("days = [1, 2, 3]", "days = [2, 1]", "drug[1].days: the days do not ascend."),
    ("days = [1, 2, 3]", "days = [1, 1]", "drug[1].days[1]: 1 stands there twice."),
    ("days = [1, 2, 3]", "days = [1.0]", "drug[1].days[0]: is a decimal number; a whole"),
    ("days = [1, 2, 3]", "days = [true]", "drug[1].days[0]: is true or false; a whole number"),
    ("days = [1, 2, 3]", "days = 1", "drug[1].days: is a whole number; a list"),
    ("days = [1, 2, 3]", "days = []", "drug[1].days: is an empty list."),
    ("dpyd = true", "dpyd = true\ncolour = 1", "drug[1].colour: is not a known key."),
    ('id = "recall"', 'id = "book"', "source[1].id: source 'book' stands in the file twice."),
    ('source = "recall"', 'source = "lost"', "source: source 'lost' is not listed"),
    ('source = "recall"', "", "drug[1].renal[0].source: is missing."),
    ("amount = 1000", "amount = nan", "drug[1].dose.amount: is not a finite number."),
    ("amount = 1000", "amount = -inf", "drug[1].dose.amount: is not a finite number."),
    ("amount = 1000", "amount = 1e999999", "drug[1].dose.amount: is too large"),
    ("amount = 1000", "amount = 1.1e9999999", "drug[1].dose.amount: is too large"),
    ("amount = 1000", "amount = 0", "drug[1].dose.amount: must be more than 0."),
    ("amount = 1000", "amount = -1000", "drug[1].dose.amount: -1000 is outside"),
    ("amount = 1000", 'amount = "1000"', "drug[1].dose.amount: is a text; a number"),
    ("amount = 1000\n", "", "drug[1].dose.amount: is missing."),
    ('unit = "mg/m2"', 'unit = "g/m2"', "drug[1].dose.unit: 'g/m2' is not known; mg/m2, mg/kg or mg"),
    ("[1000, 750, 500]", "[1000, 500, 750]", "drug[1].dose.ladder: the levels do not descend."),
    ("[1000, 750, 500]", "[750, 500]", "dose.ladder: begins with 750 and not with the amount"),
    ("amount = 200\n", "amount = 200\nladder = [200, 100]\n", "an inhibitor has no lower levels"),
    ('when = { ici = ["pembrolizumab"] }', 'when = { pd1 = ["a"] }', "option 'pd1' is not known"),
    ('when = { ici = ["pembrolizumab"] }', 'when = { ici = ["x"] }', "option 'ici' 'x' is not"),
    ("required = true", "required = false", "only a required option can decide"),
    ('name = "capecitabine"', 'name = "pembrolizumab"', "nothing keeps the two apart"),
    ("first_cycle = 1\ncycle", "first_cycle = 2\ncycle", "cycle 1 belongs to no phase"),
    ("cycle_days = 21", "last_cycle = 6\ncycle_days = 21", "the last phase ends with cycle 6"),
    ("up_to_mg = 99\n", "", "the row before has no up_to_mg and is the last one"),
    ("min_mg_ml = 1\n", "min_mg_ml = 11\n", "11 is above the max_mg_ml of 10"),
    ("most_doses = 35\n", "", "a clock needs most_doses, most_cycles or most_months"),
    ("percent = 75\nsource", "source", "renal[0].percent: stands with action reduce"),
    ("to_ml_min = 50", "to_ml_min = 20", "renal[0].from_ml_min: 30 is not below the upper end 20"),
    ("below = 1.5", "below = 1.0", "a value lies between the two"),
    ("below = 1.5", "at_least = 1.0\nbelow = 1.5", "the last band is the lowest"),
    ('times = ["morning"]\n', "", "days and times stand together"),
    ('times = ["morning"]', 'times = ["dawn"]', "time of day 'dawn' is not known"),
    ("until = \"grade 0-1\"\n", "", "change_rule[0].until: is missing; a hold says until when"),
    ('until = "grade 0-1"', 'until = "grade 0-1"\nhold_first = "decided"', "hold_first: stands with action stop"),
    ("next_percent = 75\n", "one_level_down = true\n", "one_level_down: needs next_percent or next_level"),
    ("next_percent = 75\n", "undecided_only = true\nonly_attributed = true\n", "contradicts only_attributed"),
    ("next_percent = 75\n", 'practices = ["mars"]\n', "change_rule[0].practices[0]: label 'mars' is not known"),
    ('analyte = "bilirubin", times', "times", "condition.times_uln_above: is about a value; condition.analyte"),
    ('"bilirubin", times_uln_above = 3', '"bilirubin", value_below = 3', "condition.unit: is missing"),
    ('"bilirubin", times_uln_above = 3', '"bilirubin", painful = "yes"', "painful: is about an event"),
    ('condition = { analyte = "bili', 'grades = [3]\ncondition = { analyte = "bili', "has no grade and no occurrence"),
    ("times_uln_above = 3", "times_ULN = 3", "condition.times_ULN: is not a known key"),
    ("times_uln_above = 3", 'liver_involvement = "maybe"', "'maybe' is not known; yes or no"),
    ("3 x ULN\"", "3 x ULN\"\nnext_percent = 75", "'pembrolizumab' is an inhibitor and is never"),
    ("next_percent = 75", "next_level = 700", "700 is not on the ladder of 'capecitabine'"),
    ("weight_kg = 58.0", "weight_kg = nan", "example[0].given.basis.weight_kg: is not a finite"),
    ("planned_cycles = 4", "planned_cycles = 4.0", "planned_cycles: is a decimal number; a whole"),
    ("schema = 1", "schema = 2", "schema: this program reads schema 1 only."),
    ('id = "small"', 'id = "Small Regimen"', "is no id"),
    ('title = "One"', 'title = "One\\u0007"', "holds a character that cannot be printed"),
    ("schema = 1", "schema = 1\nschema = 1", "this is not valid TOML"),
    ("day1 = 2026-03-02", "day1 = 2026-02-30", "not valid TOML"),
    ("amount = 1000", "amount = " + "9" * 5000, "a number or date in it cannot exist"),
    ("[1000, 750, 500]", "[" * 2000 + "]" * 2000, "nested too deeply"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "reason"), REFUSED)
def test_a_wrong_place_is_named(old: str, new: str, reason: str) -> None:
    assert any(reason in found for found in reasons(small(change=(old, new))))


def test_every_finding_comes_at_once() -> None:
    found = reasons(
        small(
            day=("days = [1, 2, 3]", "days = [1, 22]"),
            source=('source = "recall"', 'source = "lost"'),
            key=("dpyd = true", "dpyd = true\ncolour = 1"),
            number=("at = 850", "at = inf"),
        )
    )
    assert len(found) == 4


def test_phases_that_overlap_are_refused() -> None:
    second = '\n[[phase]]\nid = "more"\ntitle = "More"\nfirst_cycle = 3\ncycle_days = 28\nsource = "book"\n\n[[drug]]'
    closed = ("cycle_days = 21\n", "last_cycle = 4\ncycle_days = 21\n")
    found = reasons(small(closed=closed, second=("\n[[drug]]", second)))
    assert found == ["small.toml: phase[1].first_cycle: cycle 3 belongs to the phase before as well."]


def test_tiers_out_of_order_are_refused() -> None:
    tier = '\n[[drug.tier]]\nbelow_kg = 20\nedge = "inclusive"\namount = 1\nunit = "mg/kg"\nsource = "book"\n'
    found = reasons(small(second=("\n[drug.infusion]\n", tier + "\n[drug.infusion]\n")))
    assert found == ["small.toml: drug[0].tier[1].below_kg: 20 does not come after 30; the tiers ascend."]


def test_kidney_rules_that_both_hold_are_refused() -> None:
    other = '\n[[drug.renal]]\nid = "b"\nrule_sets = ["us"]\nbelow_ml_min = 30.1\naction = "stop"\nsource = "book"\n'
    found = reasons(small(other=("\n[[drug.cumulative]]", other + "\n[[drug.cumulative]]")))
    assert found == ["small.toml: drug[1].renal[1]: kidney rules 'low' and 'b' both hold for one clearance."]


def test_a_text_over_200_kb_is_refused() -> None:
    assert "at most 200 kB are read" in reasons(SMALL + "#" * 200_000)[0]


def test_text_that_is_no_text_is_refused() -> None:
    assert "not readable text" in reasons(SMALL + "# \ud800")[0]


def test_an_edge_belongs_where_the_file_says() -> None:
    limit = read_regimen(SMALL, "s").limit_sets[0].limits[0]
    assert limit.band_of(Decimal("1.5")).action == "give"
    strict = small(edge=('analyte = "neutrophils"', 'analyte = "neutrophils"\nedge = "exclusive"'))
    assert read_regimen(strict, "s").limit_sets[0].limits[0].band_of(Decimal("1.5")).action == "delay"
