"""Safe dose expression: how doses stand on screen and paper, so that none is misread.

No trailing zero, a leading zero, thousands set apart, a space before the unit, daily and per-dose amounts both named.
Source: ISMP List of Error-Prone Abbreviations, Symbols and Dose Designations; Joint Commission "Do Not Use" list.
"""

import re
from decimal import Decimal
from typing import Literal

from regimen.errors import refuse
from regimen.numbers import plain

NumberStyle = Literal["comma", "thin_space"]

THIN_SPACE = "\u2009"
_GROUP = {"comma": ",", "thin_space": THIN_SPACE}
# Comma from 1,000 up (ISMP); the thin space, as the SI brochure has it, from five digits up.
_GROUPED_FROM = {"comma": 4, "thin_space": 5}
_LOCALES: dict[str, NumberStyle] = {"en_us": "comma", "en": "comma", "zh_cn": "thin_space", "zh": "thin_space"}

UNITS = ("mg", "mL", "mcg", "g", "mg/m²", "mg/kg", "mg/mL", "mL/min", "m²", "kg", "cm", "%")
# Written in ways that have been misread; each stands for the unit beside it.
_SAFE_UNIT = {"mg/m2": "mg/m²", "m2": "m²", "ml": "mL", "mg/ml": "mg/mL", "ml/min": "mL/min"}
_UNSAFE = {
    "ug": "micrograms as mcg",
    "\u00b5g": "micrograms as mcg",
    "\u03bcg": "micrograms as mcg",
    "u": "units in full",
    "iu": "units in full",
    "cc": "millilitres as mL",
}
_RAW = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?|\.[0-9]+) ?([^\d\s.][^\s]*?)\.?")
_TIMES = {1: "once daily", 2: "twice daily", 3: "three times daily", 4: "four times daily"}


def style_of(locale: str) -> NumberStyle:
    """The number style of a locale name such as en_us or zh_cn. raises Refused."""
    style = _LOCALES.get(locale.lower().replace("-", "_"))
    if style is None:
        raise refuse("locale", f"No number style is known for {locale!r}; known are {', '.join(_LOCALES)}.")
    return style


def amount(value: Decimal, style: NumberStyle = "comma") -> str:
    """A number for reading: 1800 -> 1,800; 117.50 -> 117.5; .5 -> 0.5. Nothing is rounded."""
    text = plain(value)
    sign, digits = ("\u2212", text[1:]) if text.startswith("-") else ("", text)
    whole, _, decimals = digits.partition(".")
    if len(whole) >= _GROUPED_FROM[style]:
        head = len(whole) % 3
        groups = ([whole[:head]] if head else []) + [whole[i : i + 3] for i in range(head, len(whole), 3)]
        whole = _GROUP[style].join(groups)
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"


def quantity(value: Decimal, unit: str, style: NumberStyle = "comma") -> str:
    """A number and its unit, one space between: "1,800 mg". raises Refused for a unit that has been misread."""
    unit = _SAFE_UNIT.get(unit, unit)
    if unit.lower() in _UNSAFE:
        raise refuse("unit", f"{unit!r} has been misread; write {_UNSAFE[unit.lower()]}.")
    if unit not in UNITS:
        raise refuse("unit", f"{unit!r} is not a unit doses are written in here.")
    return f"{amount(value, style)} {unit}"


def safe_expression(raw: str, style: NumberStyle = "comma") -> str:
    """A dose as somebody wrote it ("117.50 mg", ".5mg", "1000 mg"), written safely. raises Refused."""
    match = _RAW.fullmatch(raw.strip())
    if match is None:
        raise refuse("raw", f"{raw!r} is not a number with a unit, such as 117.5 mg.")
    return quantity(Decimal(match[1]), match[2], style)


def times_daily(doses_per_day: int) -> str:
    """ "twice daily", spelled out."""
    if doses_per_day not in _TIMES:
        raise refuse("doses_per_day", f"{doses_per_day} doses a day have no wording here.")
    return _TIMES[doses_per_day]


def oral_dose(per_dose_mg: Decimal, doses_per_day: int, style: NumberStyle = "comma") -> str:
    """ "1,800 mg per dose, twice daily, 3,600 mg per day": both amounts labelled."""
    per_dose, per_day = (quantity(mg, "mg", style) for mg in (per_dose_mg, per_dose_mg * doses_per_day))
    return f"{per_dose} per dose, {times_daily(doses_per_day)}, {per_day} per day"


def uneven_dose(am_mg: Decimal, pm_mg: Decimal, style: NumberStyle = "comma") -> str:
    """Both amounts where they differ: "2,000 mg in the morning, 1,500 mg in the evening, 3,500 mg per day"."""
    if am_mg == pm_mg:
        return oral_dose(am_mg, 2, style)
    parts = [quantity(mg, "mg", style) for mg in (am_mg, pm_mg, am_mg + pm_mg)]
    return f"{parts[0]} in the morning, {parts[1]} in the evening, {parts[2]} per day"


def signed_percent(percent: Decimal) -> str:
    """A variance with its sign for reading, one decimal: "+1.2 %", "−0.9 %", "0 %"."""
    tenths = percent.quantize(Decimal("0.1"), rounding="ROUND_HALF_UP")
    text = plain(abs(tenths))
    if tenths == 0:
        return "0 %"
    return f"{'+' if tenths > 0 else chr(0x2212)}{text} %"
