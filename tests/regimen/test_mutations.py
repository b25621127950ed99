"""A number of a shipped file changed alone is noticed by that file's own self-test; two paths work its examples out."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from regimen.case import read_case
from regimen.definition import Drug, Example, Regimen
from regimen.engine import answer_with
from regimen.errors import RegimenError
from regimen.figures import FILE, figures_at, is_figure
from regimen.library import ASSETS, load_profile, load_regimen, shipped_profiles, shipped_regimens, shipped_tables
from regimen.practice import Profile
from regimen.practice_reader import read_profile
from regimen.reader import read_regimen
from regimen.recheck import compare, recheck
from regimen.selftest import run, run_profile
from regimen.toml_check import parse
from regimen.toml_leaves import Leaf, leaves

FILES: tuple[Regimen | Profile, ...] = (
    *(load_regimen(ident) for ident in shipped_regimens()), *(load_profile(ident) for ident in shipped_profiles()),
)  # fmt: skip
#: Beside the doses: what a file is called by this program, and the examples themselves.
NOT_OF_A_DOSE = {"schema", "example", "option"}
TABLES = tuple(
    (ASSETS / "tables" / f"{name}.toml").read_text(encoding="utf-8")
    for name in shipped_tables() if name.startswith("eu_")
)  # fmt: skip


def changed(value: object) -> object:
    """Another number, or a list with one."""
    return [*value[:-1], changed(value[-1])] if isinstance(value, list) else Decimal(str(value)) + 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.id)
def test_every_number_of_a_shipped_file_changed_alone_is_noticed(file: Regimen | Profile) -> None:
    every = leaves(parse(file.text, file.id))
    entered = {p: says for e in file.examples for p, says in e.expect.items() if p.startswith(FILE)}
    numbers = [leaf for leaf in every.values() if is_figure(leaf.value) and leaf.keys[0] not in NOT_OF_A_DOSE]
    assert len(numbers) > 10 and all(figures_at(every, place) == says for place, says in entered.items())
    for leaf in numbers:
        whole = f"{FILE}{'.'.join(leaf.place)}"
        place = next((p for p in entered if whole == p or whole.startswith(f"{p}.")), None)
        assert place is not None, f"{whole} stands in no worked example"
        near = {key: one for key, one in every.items() if key[:2] == leaf.place[:2]}
        other = {**near, leaf.place: Leaf(leaf.place, leaf.keys, changed(leaf.value))}
        assert figures_at(other, place) != entered[place], whole


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.id)
def test_a_number_changed_in_the_text_fails_the_self_test(file: Regimen | Profile) -> None:
    """The same by the way a person goes: a text, read and run."""
    key = "planned_cycles = " if isinstance(file, Regimen) else "lab_valid_days = "
    old, new = key, f"{key}1"  # 8 becomes 18
    text = file.text.replace(old, new, 1)
    assert text != file.text
    results = run(read_regimen(text, "x")) if isinstance(file, Regimen) else run_profile(read_profile(text, "x"))
    failed = [result for result in results if not result.passed]
    assert "Figures of the file, entered a second time" in {result.title for result in failed}
    assert all(result.passed for result in (run(file) if isinstance(file, Regimen) else run_profile(file)))


def computed(file: Regimen | Profile) -> tuple[Example, ...]:
    return tuple(e for e in file.examples if not all(path.startswith(FILE) for path in e.expect))


def with_drug(regimen: Regimen, place: int, drug: Drug) -> Regimen:
    return replace(regimen, drugs=(*regimen.drugs[:place], drug, *regimen.drugs[place + 1 :]))


def other_doses(regimen: Regimen) -> Iterator[tuple[str, Regimen]]:
    """Each drug with a tenth more, and each proposed kidney percent of a starting level of the file five lower."""
    for place, drug in enumerate(regimen.drugs):
        more = replace(drug.dose, level=drug.dose.level * Decimal("1.1"))
        yield f"{drug.name} {drug.when}", with_drug(regimen, place, replace(drug, dose=more))
        for number, rule in enumerate(drug.renal):
            if rule.percent is not None and "1250" not in rule.id:
                less = replace(rule, percent=rule.percent - 5)
                rules = (*drug.renal[:number], less, *drug.renal[number + 1 :])
                yield f"{drug.name} {rule.id}", with_drug(regimen, place, replace(drug, renal=rules))


@pytest.mark.parametrize("ident", shipped_regimens())
def test_a_changed_dose_is_noticed_by_an_example_that_is_computed(ident: str) -> None:
    regimen = load_regimen(ident)
    for what, other in other_doses(regimen):
        results = (run(replace(other, examples=(example,)))[0] for example in computed(regimen))
        assert any(not result.passed for result in results), what


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.id)
def test_the_second_path_finds_every_worked_example_as_the_engine_does(file: Regimen | Profile) -> None:
    agreed = 0
    for example in computed(file):
        given = {**example.given, **({"regimen": file.id} if isinstance(file, Regimen) else {"practice": file.id})}
        try:
            case = read_case(given)
            regimen = file if isinstance(file, Regimen) else load_regimen(case.regimen)
            profile = file if isinstance(file, Profile) else load_profile(case.practice)
            order = answer_with(regimen, profile, case)
        except RegimenError:
            assert "refused" in example.expect
            continue
        assert compare(order, recheck(regimen.text, profile.text, case, TABLES), case) == (), example.title
        agreed += 1
    assert agreed >= 2
