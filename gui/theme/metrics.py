"""Sizes in units of the text size, so that 100 to 200 % text scale needs no second layout.

Design pixels are those of the drawings: 14 px body text, 8 px grid. The scale is the person's own setting times the
system's.
"""

BODY_PX = 14
SMALLEST_SCALE = 100
LARGEST_SCALE = 200

_scale = 1.0


def set_scale(percent: float) -> None:
    """Set the text scale, percent of the design size; outside 100 to 200 the nearer end is taken."""
    global _scale
    _scale = min(max(percent, SMALLEST_SCALE), LARGEST_SCALE) / 100


def scale() -> float:
    """The text scale as a factor, 1.0 to 2.0."""
    return _scale


def px(design: float) -> int:
    """`design` pixels of the drawings in pixels of the screen; at least 1 where the drawing has any."""
    return max(1, round(design * _scale)) if design else 0


def em(lines: float = 1.0) -> int:
    """`lines` times the body text's size in pixels."""
    return px(BODY_PX * lines)
