"""What a plot is asked for, and what the window is given of it: plain values."""

from dataclasses import dataclass
from typing import Literal

from outcomes.cohort.values import Answer

Kind = Literal["pfs", "os", "dor", "swimmer", "waterfall", "spider", "heat", "cycles", "cycles_related"]
Format = Literal["png", "svg", "pdf"]
KINDS: tuple[Kind, ...] = (
    "pfs", "os", "dor", "swimmer", "waterfall", "spider", "heat", "cycles", "cycles_related",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlotLook:
    """Colours as #rrggbb, and the text scale (1.0: 12 px body text). The default is that of paper."""

    ground: str = "#ffffff"
    text: str = "#1c2733"
    muted: str = "#5a6a79"
    line: str = "#d9e0e6"
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class PlotAsked:
    """Gives the bytes of a file. width_px: in pixels of the screen's layout; ratio: pixels to one of them."""

    kind: Kind
    answer: Answer
    format: Format = "png"
    look: PlotLook = PlotLook()
    width_px: int = 900
    ratio: float = 1.0


@dataclass(frozen=True, slots=True)
class Mark:
    """Something drawn that a person can point at.

    left, top, wide, high  in parts of the picture, from its left and top; a point has neither width nor height
    words    what it says
    ids      whom it counts
    series   arrow keys left and right stay in it, up and down leave it; numbered from the top
    """

    left: float
    top: float
    wide: float
    high: float
    words: str
    ids: tuple[str, ...]
    series: int = 0


@dataclass(frozen=True, slots=True)
class PlotRow:
    """One row of the table of a plot. ids: whom it counts."""

    cells: tuple[str, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlotTable:
    """The numbers of a plot in words. numbers: columns that hold numbers."""

    heads: tuple[str, ...]
    rows: tuple[PlotRow, ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A plot for the screen: its picture, what can be pointed at, and the same in numbers.

    nearest  "line": anywhere beside a curve points at its step there; "mark": only what lies under the pointer
    """

    data: bytes
    marks: tuple[Mark, ...]
    nearest: Literal["line", "mark"]
    table: PlotTable


@dataclass(frozen=True, slots=True)
class SceneAsked:
    """Gives a `Scene`."""

    plot: PlotAsked


@dataclass(frozen=True, slots=True)
class TableAsked:
    """Gives the table of a plot as the bytes of a CSV file."""

    plot: PlotAsked
