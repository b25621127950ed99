"""One page as a list of things to draw. Points from the upper left corner; greys from 0 (black) to 1 (white).

Layout fills sheets, the painter draws them, tests read them: what is on paper is exactly what stands here.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from treatment_calendar.paper.fonts import Face

BLACK = 0.0
MUTED = 0.3
LINE = 0.45
HATCH = 0.86


class Text(NamedTuple):
    """Words on a baseline. `x`, `y` are the left end of the baseline; small: footer or staff text under 12 pt."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    grey: float = BLACK
    small: bool = False


class Box(NamedTuple):
    """A rectangle. line: width of its edge (0 none); fill: its grey (None not filled); radius: of its corners."""

    x: float
    y: float
    width: float
    height: float
    line: float = 0.8
    edge: float = BLACK
    fill: float | None = None
    radius: float = 0.0


class Tick(NamedTuple):
    """A box to tick, one for each dose of tablets."""

    x: float
    y: float
    size: float


class Rule(NamedTuple):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    line: float = 0.8
    grey: float = LINE


class Hatch(NamedTuple):
    """A rectangle of slanting stripes: a day without tablets, to be seen in grey and on a bad copy."""

    x: float
    y: float
    width: float
    height: float


class Modules(NamedTuple):
    """The squares of a machine-readable code: rows of True (dark), `size` points a side in all."""

    x: float
    y: float
    size: float
    rows: tuple[tuple[bool, ...], ...]


Shape = Box | Tick | Rule | Hatch | Modules


@dataclass(slots=True)
class Sheet:
    """One page being filled. Shapes are drawn first, in order, then the texts. check: the code of its document."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    kind: str = ""
    check: str = ""

    @property
    def ticks(self) -> int:
        """Boxes to tick on this page."""
        return sum(isinstance(shape, Tick) for shape in self.shapes)
