"""How a number is read from the keyboard: the whole text or nothing, the same on every machine.

Qt's own number fields turn 1,5 into 15 under half of all language settings; nothing here asks the language.
"""

import re
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

_PLAIN = re.compile(r"([0-9]{1,12})(?:[.,]([0-9]+))?", re.ASCII)


def _tr(text: str) -> str:
    return QCoreApplication.translate("NumberRule", text)


def read_number(text: str, decimals: int = 2) -> Decimal | str:
    """The number in `text`, or one sentence why it is none.

    text      ASCII digits with at most one `.` or `,` between digits; no sign, space, unit or grouping
    decimals  most digits after the decimal sign
    """
    found = _PLAIN.fullmatch(text)
    if found is None:
        return _why_not(text)
    whole, part = found.group(1), found.group(2) or ""
    if len(part) > decimals:
        if decimals == 0:
            return _tr("A whole number is needed here.")
        return _tr("At most {0} digits may stand after the decimal sign.").format(decimals)
    return Decimal(f"{whole}.{part}") if part else Decimal(whole)


def _why_not(text: str) -> str:
    """The most helpful sentence for a text that is no plain number."""
    if any(sign.isspace() for sign in text):
        return _tr("There is a space in the number; write it without one.")
    if text.count(".") + text.count(",") > 1:
        return _tr("Only one decimal sign can be read; leave out signs that group thousands.")
    if text.startswith(("-", "+", "−", "–")):
        return _tr("Write the number without a sign.")
    if text.strip(".,") != text and text.strip(".,").isascii() and text.strip(".,").isdigit():
        return _tr("A digit is needed on both sides of the decimal sign.")
    if text.isascii() and text.isdigit():
        return _tr("That is longer than any measurement.")
    if any(sign.isdigit() and not sign.isascii() for sign in text):
        return _tr("Write the digits as 0 to 9.")
    return _tr("Only digits and one decimal sign can be read here.")
