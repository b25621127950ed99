"""Sun, moon and tablet beside the words they stand for: outlines and black, to be told apart in grey and on a copy.

A picture never stands alone and never counts: the words and numbers beside it say all.
"""

import math
from typing import Literal

from treatment_calendar.paper.sheet import BLACK, Box, Rule, Sheet

Sign = Literal["", "sun", "moon", "tablet"]
RAYS = 8
WHITE = 1.0


def draw_sign(sheet: Sheet, sign: Sign, x: float, y: float, size: float) -> None:
    """Draw one into a square of `size` points with its upper left corner at x, y."""
    if sign == "sun":
        _sun(sheet, x + size / 2, y + size / 2, size / 2)
    elif sign == "moon":
        _disc(sheet, x + size * 0.46, y + size / 2, size * 0.42, BLACK)
        _disc(sheet, x + size * 0.68, y + size * 0.40, size * 0.34, WHITE)
    elif sign == "tablet":
        tall = size * 0.56
        top = y + (size - tall) / 2
        sheet.shapes.append(Box(x, top, size, tall, line=0.9, radius=tall / 2))
        sheet.shapes.append(Rule(x + size / 2, top + 1.2, x + size / 2, top + tall - 1.2, 0.6, BLACK))


def _sun(sheet: Sheet, x: float, y: float, reach: float) -> None:
    radius = reach * 0.5
    sheet.shapes.append(Box(x - radius, y - radius, 2 * radius, 2 * radius, line=0.9, radius=radius))
    for number in range(RAYS):
        along, down = math.cos(number * math.tau / RAYS), math.sin(number * math.tau / RAYS)
        start, end = reach * 0.68, reach
        sheet.shapes.append(Rule(x + along * start, y + down * start, x + along * end, y + down * end, 0.9, BLACK))


def _disc(sheet: Sheet, x: float, y: float, radius: float, grey: float) -> None:
    sheet.shapes.append(Box(x - radius, y - radius, 2 * radius, 2 * radius, line=0, fill=grey, radius=radius))
