"""A unit as it is written for reading, on screen and on paper: × 10⁹/L, µmol/L, mg/m². It is stored and sent plain.

The one place that knows: what is kept, sent or compared is "10^9/L" and "umol/L"; what is read goes through here.
"""

import re

_SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# Not inside a name such as bsa_m2 or creatinine_umol_l.
_EDGE, _END = r"(?<![A-Za-z_])", r"(?![A-Za-z0-9_])"
_RULES = (
    (re.compile(rf"{_EDGE}(?:[x×] ?)?10\^([0-9]{{1,2}})(?=/)"), lambda found: f"× 10{found[1].translate(_SMALL)}"),
    (re.compile(rf"{_EDGE}u(?=(?:mol|kat|IU|L|g/|M){_END}|g/)"), lambda _found: "µ"),
    (re.compile(rf"(?<=[0-9])m2{_END}"), lambda _found: "\u00a0m²"),
    (re.compile(rf"{_EDGE}m2{_END}"), lambda _found: "m²"),
    (re.compile(rf"{_EDGE}mm3{_END}"), lambda _found: "mm³"),
    (re.compile(rf"{_EDGE}deg(?=[CF]{_END})"), lambda _found: "°"),
    (re.compile(r"(?<![A-Za-z0-9_])x (?=(?:ULN|LLN|baseline)\b)"), lambda _found: "× "),
)
_ALONE = {"C": "°C", "F": "°F"}  # letters that are a unit only where nothing else stands


def unit_words(unit: str) -> str:
    """One unit: "10^9/L" is × 10⁹/L, "umol/L" µmol/L, "C" °C; one that is plain already comes back as it was."""
    return _ALONE.get(unit) or in_words(unit)


def in_words(text: str) -> str:
    """The units inside a sentence of the program; all else, and every number, stays as it is."""
    for pattern, written in _RULES:
        text = pattern.sub(written, text)
    return text
