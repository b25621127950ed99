"""Every change rule of every shipped regimen fires in the course it describes, and says what the file says."""

import pytest

from regimen.advice.advised import STRICTNESS
from regimen.advice.conditions import WORDS
from regimen.advice.engine import advise
from regimen.case import read_case
from regimen.definition import ChangeRule, Regimen
from regimen.library import load_regimen, shipped_regimens
from regimen.proof import citation
from regimen.reader_rules import CONDITIONS, OTHER_HELD
from tests.regimen.advice.rule_cases import course_for

RULES = [(load_regimen(name), rule) for name in shipped_regimens() for rule in load_regimen(name).change_rules]


@pytest.mark.parametrize(("regimen", "rule"), RULES, ids=[f"{regimen.id}-{rule.id}" for regimen, rule in RULES])
def test_a_rule_fires_for_each_of_its_drugs(regimen: Regimen, rule: ChangeRule) -> None:
    for drug in rule.drugs:
        advice = advise(read_case(course_for(rule, regimen, drug))).of(drug)
        found = [one for one in advice.fired if one.rule == rule.id]
        assert found, f"{rule.id} did not fire for {drug}: {[one.rule for one in advice.fired]}"
        one = found[0]
        assert one.rule_action == rule.action
        assert one.action == rule.action, f"{rule.id} came to {one.action} for {drug}: {one.questions}"
        assert one.source == citation(regimen, rule.source) and one.because
        if rule.action == "hold":
            assert one.until == rule.until
        if rule.next_percent is not None:
            assert one.target is not None and one.target.percent == rule.next_percent
        if rule.next_level is not None:
            assert one.target is not None and one.target.level == rule.next_level
        assert STRICTNESS[advice.action] >= STRICTNESS["continue" if rule.action == "reduce" else rule.action]


def test_there_are_rules_of_every_action_and_family() -> None:
    assert len(RULES) > 500
    assert {rule.action for _, rule in RULES} == {"continue", "hold", "reduce", "stop", "ask"}


def test_every_word_of_a_condition_can_be_answered() -> None:
    assert WORDS.keys() == CONDITIONS.keys() - {"analyte", "unit", OTHER_HELD}
