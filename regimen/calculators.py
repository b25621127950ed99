"""The small calculators of the trade, each answering with its inputs, its result and its source.

`calculate("crcl", {"age_y": "68", ...})` is what `calc crcl age_y=68 ...` prints.
"""

import re
from collections.abc import Callable, Mapping

from regimen import calculators_body, calculators_doses
from regimen.calculator_inputs import Inputs, read_arguments, unknown_calculator
from regimen.errors import OutOfRange, refuse
from regimen.numbers import exact_arithmetic

__all__ = ("CALCULATORS", "as_text", "calculate", "read_arguments")

_LONG = re.compile(r"-?[0-9]+\.[0-9]{7,}")  # more decimals than a person reads: cut, with dots; --json has them all

Calculator = Callable[[Inputs], dict[str, object]]

CALCULATORS: Mapping[str, Calculator] = {
    "bsa": calculators_body.bsa_m2,
    "weights": calculators_body.weights,
    "crcl": calculators_body.crcl,
    "egfr": calculators_body.egfr,
    "tablets": calculators_doses.tablets,
    "capecitabine": calculators_doses.capecitabine,
    "infusion": calculators_doses.infusion,
    "dpyd": calculators_body.dpyd,
    "variance": calculators_doses.variance,
    "band": calculators_doses.band,
}


def calculate(name: str, given: Mapping[str, str]) -> dict[str, object]:
    """The answer of one calculator in the contract's shape: exact decimals as text.

    name    one of CALCULATORS
    given   key -> text as typed
    raises  Refused with every reason
    """
    calculator = CALCULATORS.get(name)
    if calculator is None:
        raise unknown_calculator(name, CALCULATORS)
    with exact_arithmetic():
        try:
            return calculator(Inputs(given))
        except OutOfRange as error:  # a formula's own limit, where the input's range is wider
            raise refuse(error.field, str(error)) from None


def as_text(answer: Mapping[str, object]) -> str:
    """The answer for a person: one line a key, in the order of the answer."""
    return "\n".join(f"{key}: {_words(value)}" for key, value in answer.items())


def _words(value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        if value and all(str(key).isdigit() for key in value):  # tablets by strength, the largest first
            return " + ".join(f"{count} x {size} mg" for size, count in reversed(list(value.items())))
        return ", ".join(f"{key}: {_words(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        nested = any(isinstance(inner, Mapping) for inner in value)
        return "".join(f"\n  - {_words(inner)}" for inner in value) if nested else ", ".join(map(_words, value))
    text = str(value)
    return f"{text[: text.index('.') + 5]}..." if _LONG.fullmatch(text) else text
